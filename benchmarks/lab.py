"""The first minute of somebody new, timed in a real browser, and the README's picture of it.

    python -m benchmarks.lab

Starts JupyterLab, opens the first notebook in Chromium, runs it, and prints how long each step
took and how long a hover takes to be painted. Writes ``docs/explorer.png``. Needs the `test`
extra and a Chromium (on the path, or named by CHROMIUM).
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from labserver import CHROMIUM_OPTIONS, RUN_ALL, lab_page, server  # noqa: E402

NOTEBOOK = "notebooks/00_start_here.ipynb"
PICTURE = ROOT / "docs" / "explorer.png"

# Milliseconds from an event on a sentence to the end of the frame that shows it, its ribbons and
# its differences; and how many ribbons and marked differences these frames held.
HOVER = """async () => {
  const nodes = [...document.querySelectorAll('.ss-a .ss-sentence')].slice(0, 20);
  const times = [];
  let ribbons = 0, marks = 0;
  for (const node of nodes) {
    const start = performance.now();
    node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - start);
    ribbons += document.querySelectorAll('.ss-ribbon.ss-on').length;
    marks += document.querySelectorAll('.ss-on :is(.ss-slot, .ss-one-sided, .ss-moved)').length;
  }
  return { times, ribbons, marks };
}"""


def main() -> None:
    """Time the steps, print them, and take the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name in ("notebooks", "data"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        start = time.perf_counter()
        with server("lab", Path(folder)) as base:
            print(f"server answers          {time.perf_counter() - start:6.2f} s")
            chromium = shutil.which(os.environ.get("CHROMIUM") or "chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
            page = browser.new_page(viewport={"width": 1280, "height": 1040})
            page.set_default_timeout(60_000)
            _time_page(page, lab_page(base, NOTEBOOK), start)
            _take_picture(page)
            browser.close()


def _time_page(page: Page, address: str, start: float) -> None:
    page.goto(address)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    print(f"notebook on the page    {time.perf_counter() - start:6.2f} s")
    ready = page.evaluate(
        "async () => { await window.jupyterapp.restored;"
        " await window.jupyterapp.shell.currentWidget.sessionContext.ready; }"
    )
    run = time.perf_counter()
    print(f"kernel ready            {run - start:6.2f} s" + (str(ready) if ready else ""))
    page.evaluate(f"({RUN_ALL})().then(() => 0, () => 0); 0")
    page.locator(".ss-sentence").first.wait_for()
    now = time.perf_counter()
    print(f"explorer on the page    {now - start:6.2f} s ({now - run:.2f} s after the kernel)")
    page.wait_for_timeout(8000)
    seen = page.evaluate(HOVER)
    times = sorted(seen["times"])
    print(
        f"hover to painted frame  {statistics.median(times):6.1f} ms median,"
        f" {times[int(0.9 * len(times))]:.1f} ms p90"
        f" ({len(times)} sentences, {seen['ribbons']} ribbons, {seen['marks']} differences)"
    )


def _take_picture(page: Page) -> None:
    """The reader with a split sentence pinned, as large as the page allows."""
    page.evaluate(
        "async () => { const app = window.jupyterapp; if (!app.shell.leftCollapsed)"
        " await app.commands.execute('application:toggle-left-area'); }"
    )
    page.locator(".ss-reader").first.evaluate(
        "node => node.scrollIntoView({ block: 'start', behavior: 'instant' })"
    )
    page.locator(".ss-a .ss-sentence").nth(6).click()
    page.wait_for_timeout(800)
    PICTURE.parent.mkdir(exist_ok=True)
    page.locator(".ss-reader").first.screenshot(path=PICTURE)
    print(f"picture                 {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
