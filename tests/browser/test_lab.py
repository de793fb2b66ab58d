"""The front door, as somebody new meets it: JupyterLab, the first notebook, a story."""

from __future__ import annotations

import pytest
from labserver import RUN_ALL, lab_page

NOTEBOOK = "notebooks/00_start_here.ipynb"

# Runs code in the open notebook's kernel and gives back what it printed.
ASK_KERNEL = """async (code) => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  let printed = '';
  const future = kernel.requestExecute({ code });
  future.onIOPub = (message) => {
    if (message.header.msg_type === 'stream') printed += message.content.text;
    if (message.header.msg_type === 'error') printed += message.content.evalue;
  };
  await future.done;
  return printed.trim();
}"""

CELLS = "window.jupyterapp.shell.currentWidget.content.model.cells.length"


@pytest.fixture
def explorer(page, lab):
    """The first notebook, run from top to bottom, scrolled to its explorer."""
    page.goto(lab_page(lab, NOTEBOOK))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.evaluate(RUN_ALL)
    page.locator(".ss-sentence").first.wait_for()
    return page


def ask(page, code: str) -> str:
    return page.evaluate(ASK_KERNEL, code)


def choose(page, description: str, label: str) -> None:
    page.get_by_label(description, exact=True).first.select_option(label=label)


def test_every_cell_runs_and_nothing_goes_wrong(explorer):
    ask(explorer, "print('done')")  # answered after all the cells before it
    assert explorer.locator(".jp-RenderedText[data-mime-type$=stderr]").count() == 0
    assert explorer.get_by_text("Traceback").count() == 0
    assert explorer.get_by_text("Error displaying widget").count() == 0
    assert explorer.problems == []


def test_choosing_a_story_changes_page_and_kernel_alike(explorer):
    assert ask(explorer, "print(explorer.story.value)") == "peacekeepers"
    titles = explorer.get_by_label("Story:").locator("option").all_inner_texts()
    other = next(t for t in titles if "bridge" in t.lower())
    choose(explorer, "Story:", other)
    explorer.get_by_text("Saltmere Town Council", exact=True).first.wait_for()
    assert ask(explorer, "print(explorer.story.value)") == "harbour-bridge"
    counted = ask(explorer, "print(int(explorer.glance.comparison.measures[0]['word_count']))")
    first = explorer.locator("table.samestory-table tbody tr", has_text="Saltmere Town Council")
    assert counted in first.first.inner_text().split()
    assert explorer.problems == []


def test_a_formula_chosen_on_the_page_is_the_formula_in_the_kernel(explorer):
    choose(explorer, "Formula:", "LIX")
    explorer.get_by_text("plus the percentage of words longer than six letters").wait_for()
    shown = ask(explorer, "print(explorer.difficulty.words().splitlines()[0])")
    assert shown.startswith("LIX: Meridian Wire ")
    value = shown.split("Meridian Wire ")[1].split(",")[0]
    assert explorer.locator("svg[role=img]", has_text=f"{value} points").count() == 1
    assert explorer.problems == []


def test_hovering_a_sentence_marks_its_partner(explorer):
    left = explorer.locator(".ss-a .ss-sentence", has_text="European soldiers could be stationed")
    left.hover()
    marked = explorer.locator(".ss-sentence.ss-on").all_inner_texts()
    assert len(marked) == 2
    assert "European soldiers could soon be stationed" in marked[1]


def test_the_keyboard_stays_inside_the_widgets(explorer):
    cells = explorer.evaluate(CELLS)
    explorer.get_by_label("Story:").first.focus()
    for key in ("x", "d", "d", "a", "b"):
        explorer.keyboard.press(key)
    explorer.locator(".ss-a .ss-sentence", has_text="European soldiers could be").click()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "d", "d", "x", "b", "a"):
        explorer.keyboard.press(key)
    assert explorer.evaluate(CELLS) == cells
    assert ask(explorer, "print(explorer.side_by_side.reader.selected)") != "{}"


@pytest.fixture
def dark(page):
    """A function that turns Lab dark; afterwards it is light again, for it remembers."""
    change = """async (theme) => {
      await window.jupyterapp.restored;
      await window.jupyterapp.commands.execute('apputils:change-theme', { theme });
    }"""
    yield lambda: page.evaluate(change, "JupyterLab Dark")
    page.evaluate(change, "JupyterLab Light")


def test_the_reader_follows_labs_dark_theme(explorer, dark):
    explorer.locator(".ss-reader[data-theme=light]").first.wait_for()
    dark()
    explorer.locator(".ss-reader[data-theme=dark]").first.wait_for()


def test_a_reader_made_under_the_dark_theme_is_dark(page, lab, dark):
    page.goto(lab_page(lab, NOTEBOOK))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    dark()
    page.locator("body[data-jp-theme-light=false]").wait_for(state="attached")
    page.evaluate(RUN_ALL)
    page.locator(".ss-reader[data-theme=dark] .ss-sentence").first.wait_for()
