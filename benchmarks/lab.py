"""The first minute of somebody new, timed in a real browser.

    python -m benchmarks.lab

Starts JupyterLab, opens the first notebook in Chromium, runs it, and prints how long each step
took, and how long it takes until a hover, another layer, a pinned sentence or a turn of the wheel
is painted; these also for a story of six long tellings. Needs the `test` extra and a Chromium (on
the path, or named by CHROMIUM).
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from playwright.sync_api import Page, sync_playwright

from toolkit.text import lexicon

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from labserver import CHROMIUM_OPTIONS, RUN_ALL, lab_page, server  # noqa: E402

NOTEBOOK = "notebooks/00_start_here.ipynb"

TELLINGS, WORDS = 6, 3000  # of the large story that the reader has to stay smooth with
LARGE = """from toolkit.widgets.lens import Lens
from toolkit.widgets.side_by_side import SideBySidePanel

lens = Lens([SideBySidePanel()], "../data/large")
lens"""

# Milliseconds from an event to the end of the frame that shows what it did, for each of: pointing
# at a sentence, choosing a layer, pinning a sentence (with everything known about it), scrolling.
# And how many ribbons, differences and marks these frames held.
REACTIONS = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const seen = { hover: [], layer: [], pin: [], scroll: [], ribbons: 0, differences: 0, marks: 0 };
  const count = (selector) => document.querySelectorAll(`.ss-reader ${selector}`).length;
  const time = async (name, act, rest = 30) => {
    await new Promise(done => setTimeout(done, rest));
    await frame();
    const start = performance.now();
    act();
    await frame();
    seen[name].push(performance.now() - start);
  };
  const reader = document.querySelector('.ss-reader');
  const rows = [...reader.querySelectorAll('.ss-a .ss-sentence')].slice(0, 20);
  for (const row of rows) {
    const over = new PointerEvent('pointerover', { bubbles: true });
    await time('hover', () => row.dispatchEvent(over));
    seen.ribbons += count('.ss-ribbon.ss-on');
    seen.differences += count('.ss-on :is(.ss-slot, .ss-one-sided, .ss-moved)');
  }
  const scroller = reader.querySelector('.ss-a .ss-scroll');
  scroller.dispatchEvent(new PointerEvent('pointerleave'));
  for (let turn = 0; turn < 4; turn += 1) {
    for (const input of [...reader.querySelectorAll('.ss-choice input')].reverse()) {
      await time('layer', () => input.click(), 250);
      seen.marks += count('.ss-sentence .ss-hit');
    }
  }
  for (const row of rows) await time('pin', () => row.querySelector('.ss-words').click(), 150);
  rows[rows.length - 1].querySelector('.ss-words').click();
  for (let n = 0; n < 20; n += 1) await time('scroll', () => { scroller.scrollTop += 120; });
  return seen;
}"""


def main() -> None:
    """Time the steps and print them."""
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
            _time_reader(page, "the first story")
            _make_large_story(Path(folder))
            page.goto(lab_page(base, "notebooks/large.ipynb"))
            page.locator(".jp-Notebook .jp-Cell").first.wait_for()
            page.evaluate(f"({RUN_ALL})().then(() => 0, () => 0); 0")
            page.locator(".ss-sentence").first.wait_for()
            _time_reader(page, f"{TELLINGS} tellings of {WORDS:,} words")
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


def _time_reader(page: Page, name: str) -> None:
    page.wait_for_timeout(8000)
    seen = page.evaluate(REACTIONS)
    print(
        f"{name}: milliseconds to the painted frame ({seen['ribbons']} ribbons,"
        f" {seen['differences']} differences, {seen['marks']} marks were in them)"
    )
    for act in ("hover", "layer", "pin", "scroll"):
        times = sorted(seen[act])
        print(
            f"  {act:<8}{statistics.median(times):6.1f} median"
            f"  {times[int(0.9 * len(times))]:6.1f} p90  ({len(times)} times)"
        )


def _make_large_story(folder: Path) -> None:
    """Tellings of the same made-up sentences: some left out, a block moved, words exchanged."""
    rng = random.Random(1)
    words = sorted(word for word in lexicon.words("dale_chall") if word.isalpha() and len(word) > 2)
    story: list[list[str]] = []
    while sum(map(len, story)) < WORDS * 1.15:
        sentence = rng.sample(words, rng.randint(9, 32))
        sentence[3] = rng.choice([sentence[3], "may", "certainly", str(rng.randint(2, 900))])
        story.append(sentence)
    target = folder / "data" / "large"
    target.mkdir()
    for name in "abcdef"[:TELLINGS]:
        kept = [
            [rng.choice(words) if rng.random() < 0.15 else word for word in sentence]
            for sentence in story
            if rng.random() < 0.87
        ]
        at = rng.randrange(len(kept) // 2)
        told = [" ".join(s).capitalize() for s in kept[at : at + 20] + kept[:at] + kept[at + 20 :]]
        quoted = [f"“{s},” said Ann Lee." if rng.random() < 0.2 else f"{s}." for s in told]
        paragraphs = [" ".join(quoted[n : n + 3]) for n in range(0, len(quoted), 3)]
        (target / f"{name}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(LARGE)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, folder / "notebooks" / "large.ipynb")


if __name__ == "__main__":
    main()
