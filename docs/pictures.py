"""The README's pictures, all taken from the real thing: JupyterLab and a report, in Chromium.

    python3 run.py pictures

Writes ``explorer.png`` (the reader), ``report.png`` (two tellings in a report) and ``tour.webp`` (a
first visit, from the start page to the report, a caption under each step) beside this file. Needs
the `test` extra and a Chromium (on the path, or named by CHROMIUM).
"""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

import matplotlib as mpl
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from labserver import CHROMIUM_OPTIONS, KERNEL_READY, lab_page, server, trust  # noqa: E402

from toolkit.comparison.compare import compare  # noqa: E402
from toolkit.reading import load_story  # noqa: E402
from toolkit.report import report_html  # noqa: E402

NOTEBOOK = "notebooks/00_start_here.ipynb"
STORY = "peacekeepers"
PAIR = "#pair-1-2"  # the part of the report that holds two tellings against each other

WINDOW = {"width": 1280, "height": 800}
SHOWN = (960, 600)  # a window's size in the tour
STRIP = 40  # the height of the caption under it
LARGEST = 2_000_000  # bytes of the tour
FONT = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
# A pointer, for a picture of a window has none: its corners, from the tip.
POINTER = [(0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (12, 12)]

NO_SIDEBAR = """() => window.jupyterapp.shell.leftCollapsed
  || window.jupyterapp.commands.execute("application:toggle-left-area")"""
TO_TOP = "(node) => node.scrollIntoView({ block: 'start', behavior: 'instant' })"
BELOW_TOP = f"(node) => {{ ({TO_TOP})(node); scrollBy(0, -20); }}"
TO_END = "(node) => node.scrollIntoView({ block: 'end', behavior: 'instant' })"


class Tour:
    """Steps of a visit: what the window shows, what to say of it, and for how long."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._frames: list[Image.Image] = []
        self._times: list[int] = []
        self._font = ImageFont.truetype(str(FONT), 19)

    def step(
        self, caption: str, seconds: float, pointer: tuple[float, float] | None = None
    ) -> None:
        """Take the window as it is now, with the pointer where the mouse is."""
        self.page.wait_for_timeout(700)
        window = Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")
        frame = Image.new("RGB", (SHOWN[0], SHOWN[1] + STRIP), "#1c1e21")
        frame.paste(window.resize(SHOWN, Image.Resampling.LANCZOS), (0, 0))
        draw = ImageDraw.Draw(frame)
        if pointer:
            scale = SHOWN[0] / WINDOW["width"]
            at = [(pointer[0] * scale + x, pointer[1] * scale + y) for x, y in POINTER]
            draw.polygon(at, fill="#000", outline="#fff")
        draw.text((16, SHOWN[1] + STRIP / 2), caption, "#fff", self._font, anchor="lm")
        self._frames.append(frame)
        self._times.append(round(seconds * 1000))

    def write(self, file: Path) -> None:
        """All steps as one picture that moves, again and again."""
        first, *rest = self._frames
        first.save(
            file,
            save_all=True,
            append_images=rest,
            duration=self._times,
            loop=0,
            quality=88,
            method=6,
        )
        if file.stat().st_size > LARGEST:
            raise SystemExit(f"{file.name} has {file.stat().st_size:,} bytes; take fewer steps.")


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder, state = Path(made) / "served", Path(made) / "state"
        state.mkdir()
        for name in ("notebooks", "data"):
            shutil.copytree(ROOT / name, folder / name)
        trust(state, folder / NOTEBOOK)
        report = folder / "report.html"
        story = load_story(STORY)
        report.write_text(
            report_html(compare(story), title=story.title, about=story.about), encoding="utf-8"
        )
        chromium = shutil.which(os.environ.get("CHROMIUM") or "chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
        with server("lab", folder, state=state) as base:
            # Nothing glides: a picture of half a movement shows nothing.
            page = browser.new_page(viewport=WINDOW, locale="en-GB", reduced_motion="reduce")
            page.set_default_timeout(60_000)
            page.goto(lab_page(base, NOTEBOOK))
            tour = Tour(page)
            visit(tour)
            picture_of_reader(page)
        page.set_viewport_size(WINDOW)
        page.goto(report.as_uri())
        tour.step("And all of it as a report: one file to read, print and keep …", 3)
        page.locator(PAIR).evaluate(BELOW_TOP)
        tour.step("… in which every number leads back to the sentences", 3.5)
        page.set_viewport_size({"width": 1280, "height": 1000})
        page.locator(PAIR).evaluate(BELOW_TOP)
        page.screenshot(path=HERE / "report.png")
        browser.close()
    tour.write(HERE / "tour.webp")
    for name in ("explorer.png", "report.png", "tour.webp"):
        print(f"docs/{name}: {(HERE / name).stat().st_size:,} bytes")


def middle(page: Page, selector: str) -> tuple[float, float]:
    """Where a pointer that points at it is."""
    box = page.locator(selector).first.bounding_box()
    return box["x"] + min(box["width"] / 2, 260), box["y"] + box["height"] / 2


def visit(tour: Tour) -> None:
    """From the start page through the explorer."""
    page = tour.page
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.evaluate(KERNEL_READY)
    button = "[data-commandlinker-command]"
    tour.step("python3 run.py lab opens this page. Press the button …", 3, middle(page, button))
    page.locator(button).click()
    page.locator(".ss-sentence").first.wait_for()
    page.wait_for_timeout(4000)
    page.evaluate(NO_SIDEBAR)
    page.locator(".ss-reader").evaluate(TO_TOP)
    tour.step(
        "… and two tellings of one event stand side by side, sentence linked to sentence", 3.5
    )

    seventh = ".ss-a .ss-sentence >> nth=6"
    page.locator(seventh).hover()
    tour.step(
        "Point at a sentence: its partners light up, and the words that differ", 4,
        middle(page, seventh),
    )  # fmt: skip
    page.locator(seventh).click()
    page.locator(".ss-details").evaluate(TO_END)
    tour.step("Click it: everything known about it, and how far to trust each number", 4)
    page.keyboard.press("Escape")

    page.locator(".ss-reader").evaluate(TO_TOP)
    for layer, caption in (
        ("who speaks", "Another layer: who speaks where"),
        ("tone", "Another layer: the tone of each sentence, counted from its words"),
    ):
        choice = f".ss-choice:has-text('{layer}')"
        page.locator(choice).click()
        tour.step(caption, 3.5, middle(page, choice))
    page.locator(".ss-choice:has-text('links')").click()
    page.locator(".ss-a .ss-sentence").nth(6).focus()
    for times in range(2):
        page.keyboard.press("n")
        tour.step(f"By keyboard: n goes to the next difference{' …' if not times else ''}", 2.5)

    for title, caption in (
        (
            "Who said what, in whose words",
            "Who is heard, and every quote in its place in all tellings",
        ),
        (
            "Numbers, dates and times",
            "Numbers that agree, are rounded, differ, or stand in one telling",
        ),
    ):
        page.mouse.move(2, 2)
        page.get_by_role("heading", name=title).first.evaluate(TO_TOP)
        tour.step(caption, 3.5)


def picture_of_reader(page: Page) -> None:
    """The reader with the pointer on a split sentence, in a window that holds all of it."""
    page.set_viewport_size({"width": 1280, "height": 1200})
    page.evaluate("document.activeElement.blur()")
    reader = page.locator(".ss-reader").first
    page.locator(".ss-a .ss-scroll").first.evaluate("(node) => { node.scrollTop = 0; }")
    page.locator(".ss-b .ss-scroll").first.evaluate("(node) => { node.scrollTop = 0; }")
    reader.evaluate(TO_TOP)
    page.locator(".ss-a .ss-sentence").nth(6).hover()
    page.wait_for_timeout(800)
    reader.screenshot(path=HERE / "explorer.png")


if __name__ == "__main__":
    main()
