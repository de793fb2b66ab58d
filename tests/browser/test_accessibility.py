"""Our output for those who cannot see it, cannot use a mouse, or need it large, dark or still."""

from __future__ import annotations

from itertools import pairwise

import nbformat
import pytest
from axe import violations
from labserver import RUN_ALL, lab_page, server

from toolkit.comparison.compare import compare
from toolkit.reading import load_story
from toolkit.report import report_html

OUTPUT = ".jp-OutputArea-output"
SHOWN = "from toolkit import StoryExplorer\nexplorer = StoryExplorer('harbour-bridge')\nexplorer"
TWO = f"{SHOWN.removesuffix('explorer')}display(explorer)\nStoryExplorer('harbour-bridge')"
CELLS = "window.jupyterapp.shell.currentWidget.content.model.cells.length"
THEME = "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })"
NO_SIDEBAR = """() => window.jupyterapp.shell.leftCollapsed
  || window.jupyterapp.commands.execute("application:toggle-left-area")"""
UNFOLD = "(s) => document.querySelectorAll(`${s} details`).forEach((d) => { d.open = true; })"

# Level and words of each heading, in the order of the page.
HEADINGS = """(s) => [...document.querySelectorAll(s)].flatMap((box) =>
  [...box.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")]
    .filter((node) => node.checkVisibility())
    .map((node) => [Number(node.getAttribute("aria-level") || node.localName[1]),
      node.textContent.slice(0, 60)]))"""
TABLES = """(s) => [...document.querySelectorAll(`${s} table`)]
  .filter((table) => !table.caption || !table.caption.textContent.trim()
    || !table.querySelector("th[scope=col]") && !table.querySelector("th[scope=row]"))
  .map((table) => table.outerHTML.slice(0, 160))"""
PICTURES = """(s) => [...document.querySelectorAll(`${s} svg`)]
  .filter((svg) => !svg.closest("[aria-hidden=true]") && !svg.closest("button")
    && !(svg.getAttribute("role") === "img" && (svg.getAttribute("aria-label") || "").length > 20))
  .map((svg) => svg.outerHTML.slice(0, 160))"""
MOVING = """() => [...document.querySelectorAll("[class*='ss-'], [class*='samestory']")]
  .filter((node) => {
    const look = getComputedStyle(node);
    return [look.transitionDuration, look.animationDuration].join()
      .split(",").some((time) => parseFloat(time) > 0.01);
  }).map((node) => node.className)"""
TWICE = """(s) => {
  const ids = [...document.querySelectorAll(`:is(${s}) [id]`)].map((node) => node.id);
  return ids.filter((id) => document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length > 1);
}"""
# Landmarks of our own: a notebook has enough, and may hold several of our explorers.
LANDMARKS = """(s) => [...document.querySelectorAll(`:is(${s}) :is(main, nav, aside, form, section,
    header, footer, [role=main], [role=navigation], [role=complementary], [role=form],
    [role=region], [role=search], [role=banner], [role=contentinfo])`)]
  .map((node) => node.outerHTML.slice(0, 120))"""
# Controls that lie beside the window, and words that are cut off at the side.
CUT_OFF = """(s) => [...document.querySelectorAll(`:is(${s}) :is(button, select, input, a, summary,
    h2, h3, h4, h5, p, td, th, [role=button], [role=tab])`)].filter((node) => {
  const box = node.getBoundingClientRect();
  if (box.width < 2 || !node.checkVisibility() || node.closest(".ss-unseen, table")) return false;
  const cut = getComputedStyle(node).overflowX !== "visible" && node.localName !== "input"
    && node.scrollWidth > node.clientWidth + 2;
  return cut || box.left < -1 || box.right > innerWidth + 1;
}).map((node) => node.outerHTML.slice(0, 160))"""
# What has the focus: its name, and whether it looks otherwise than without the focus.
FOCUSED = """() => {
  const node = document.activeElement;
  const box = node.closest("%s");
  if (!box) return null;
  const look = () => {
    const style = getComputedStyle(node);
    return [style.outlineStyle === "none" ? "" : style.outline, style.boxShadow, style.borderColor,
      style.backgroundColor, style.textDecoration].join("|");
  };
  const focused = look();
  node.blur();
  const plain = look();
  node.focus();
  return { what: node.outerHTML.slice(0, 120), visible: focused !== plain };
}"""


def write_notebook(file, code):
    """A notebook with one cell."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code)], metadata={"kernelspec": kernel}
    )
    nbformat.write(made, file)


@pytest.fixture(scope="module")
def shown(browser, lab, lab_folder):
    """A notebook with an explorer, run and left open for all tests of this file."""
    write_notebook(lab_folder / "accessible.ipynb", SHOWN)
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(lab_page(lab, "accessible.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.evaluate(RUN_ALL)
    page.locator(".ss-sentence").first.wait_for()
    page.evaluate(NO_SIDEBAR)
    yield page
    page.evaluate(THEME, "JupyterLab Light")
    context.close()


def test_axe_finds_what_is_wrong(page):
    page.set_content("<!doctype html><div id=x><button></button><img src='data:,'></div>")
    found = {told.split(":")[0] for told in violations(page, "#x")}
    assert {"button-name", "image-alt"} <= found


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_nothing_is_wrong_in_lab(shown, theme):
    shown.evaluate(THEME, theme)
    dark = str(theme.endswith("Light")).lower()
    shown.locator(f"body[data-jp-theme-light={dark}]").wait_for(state="attached")
    shown.wait_for_timeout(500)
    shown.evaluate(UNFOLD, OUTPUT)
    shown.get_by_role("button", name="CSV").first.wait_for()
    assert violations(shown, OUTPUT) == []


def test_nothing_is_wrong_in_the_boxes_for_ones_own_articles(shown):
    menu = shown.get_by_label("Story:").first
    menu.select_option(label="Your own articles …")
    shown.get_by_role("button", name="Compare", exact=True).click()
    shown.get_by_role("alert").first.wait_for()
    shown.get_by_label("Text of the article").first.fill("A bridge\n\nBy Jane Smith\n\nIt is shut.")
    shown.get_by_label("Correct which lines").first.check()
    shown.get_by_label("By Jane Smith").wait_for()
    assert violations(shown, OUTPUT) == []
    menu.select_option(index=0)


def test_headings_tables_and_pictures_in_lab(shown):
    shown.evaluate(UNFOLD, OUTPUT)
    headings = shown.evaluate(HEADINGS, OUTPUT)
    assert in_order(headings), headings
    assert shown.evaluate(TABLES, OUTPUT) == []
    assert shown.evaluate(PICTURES, OUTPUT) == []


def in_order(headings):
    """Whether no heading is more than one level below the one before it."""
    levels = [level for level, _ in headings]
    return all(later <= level + 1 for level, later in pairwise(levels))


def test_nothing_moves_where_motion_is_not_wanted(shown):
    assert shown.evaluate(MOVING) == []


def test_the_keyboard_reaches_everything_and_the_focus_is_seen(shown):
    cells = shown.evaluate(CELLS)
    shown.get_by_label("Story:").first.focus()
    unseen, reached = [], 0
    for _ in range(60):
        shown.keyboard.press("Tab")
        focused = shown.evaluate(FOCUSED % OUTPUT)
        if focused is None:
            break
        reached += 1
        if not focused["visible"]:
            unseen.append(focused["what"])
        for key in ("x", "d", "d"):  # cut the cell; delete the cell
            shown.keyboard.press(key)
    assert reached > 20
    assert unseen == []
    assert shown.evaluate(CELLS) == cells


def test_a_file_is_kept_by_keyboard_alone(shown):
    shown.locator(".ss-keep summary").nth(1).focus()
    shown.locator(".ss-keep").nth(1).evaluate("(node) => { node.open = false; }")
    shown.keyboard.press("Enter")
    button = shown.get_by_role("button", name="CSV: table “The tellings of this story”")
    button.wait_for()
    shown.keyboard.press("Tab")
    assert button.evaluate("(node) => node === document.activeElement")
    with shown.expect_download() as download:
        shown.keyboard.press("Enter")
    assert download.value.suggested_filename == "the-tellings-of-this-story.csv"
    assert "Tern Coast TV" in download.value.path().read_text(encoding="utf-8")
    shown.get_by_role("status").filter(has_text="Kept as the-tellings").wait_for()


def test_a_picture_is_kept_as_png(shown):
    shown.locator(".ss-keep").nth(1).evaluate("(node) => { node.open = true; }")
    with shown.expect_download() as download:
        shown.get_by_role("button", name="PNG: picture “Words”").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_at_200_per_cent_nothing_is_beside_the_page(shown):
    shown.evaluate(UNFOLD, OUTPUT)
    shown.set_viewport_size({"width": 640, "height": 450})
    shown.wait_for_timeout(300)
    wide = shown.evaluate(
        "(s) => [...document.querySelectorAll(s)].map((n) => n.scrollWidth - n.clientWidth)", OUTPUT
    )
    cut_off = shown.evaluate(CUT_OFF, OUTPUT)
    shown.set_viewport_size({"width": 1280, "height": 900})
    assert max(wide) <= 2  # the margin that ipywidgets gives every box
    assert cut_off == []


def test_two_explorers_of_one_story_stay_apart(page, lab, lab_folder):
    write_notebook(lab_folder / "two.ipynb", TWO)
    page.goto(lab_page(lab, "two.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.evaluate(RUN_ALL)
    page.evaluate(NO_SIDEBAR)
    readers = page.locator(".ss-reader")
    readers.nth(1).locator(".ss-sentence").first.wait_for()
    one, other = readers.nth(0), readers.nth(1)
    one.locator(".ss-choice", has_text="tone").click()
    other.locator(".ss-choice", has_text="numbers").click()
    assert one.get_by_role("radio", name="tone").is_checked()
    assert other.get_by_role("radio", name="numbers").is_checked()
    for reader in (one, other):
        reader.locator(".ss-a .ss-words").first.click()
        reader.locator(".ss-details").wait_for()
    for width in (1280, 640):  # columns; tabs
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        assert page.evaluate(TWICE, OUTPUT) == []
        assert page.evaluate(LANDMARKS, OUTPUT) == []
        assert violations(page, OUTPUT) == []
    assert page.problems == []


def test_nothing_is_wrong_in_voila(page, tmp_path):
    write_notebook(tmp_path / "accessible.ipynb", SHOWN)
    with server("voila", tmp_path / "accessible.ipynb") as base:
        page.goto(base)
        page.locator(".ss-sentence").first.wait_for()
        page.evaluate(UNFOLD, OUTPUT)
        page.get_by_role("button", name="CSV").first.wait_for()
        assert violations(page, OUTPUT) == []
        page.set_viewport_size({"width": 640, "height": 450})
        assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    file = tmp_path_factory.mktemp("report") / "report.html"
    story = load_story("harbour-bridge")
    html = report_html(compare(story), title=story.title, about=story.about, version="1")
    file.write_text(html, encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_nothing_is_wrong_in_the_report(page, report, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(report)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert in_order(page.evaluate(HEADINGS, "body"))
    assert page.evaluate(TABLES, "body") == []
    assert page.evaluate(PICTURES, "body") == []


def test_the_report_without_scripts(browser, report):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report)
    page.locator("nav a", has_text="Wording").first.click()
    assert page.url.endswith("#pair-1-2-wording")
    page.locator("#pair-1-2-wording td a, #pair-1-2-wording th a").first.click()
    assert page.locator(".sentence:target").count() == 1
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_report_on_paper(page, report, paper):
    page.goto(report)
    printed = page.pdf(format=paper)
    pages = printed.count(b"/Type /Page\n") or printed.count(b"/Type /Page ")
    assert 10 < pages < 80
