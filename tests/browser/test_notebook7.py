"""The first notebook in Notebook 7, the plainer of Jupyter's pages: button, reader, keys."""

from __future__ import annotations

import shutil

import pytest
from axe import violations
from conftest import watch
from labserver import KERNEL_READY, RUN_ALL, notebook_page, server, trust

FRONT_DOOR = "notebooks/00_start_here.ipynb"
NOTEBOOK = "notebooks/notebook7.ipynb"  # a copy, for it is saved here
OUTPUT = ".jp-OutputArea-output:has(.ss-reader)"
# What Notebook 7.6 throws whatever it opens, an empty notebook as well.
ITS_OWN = "exception: Cannot read properties of undefined (reading 'schema')"
CELLS = "window.jupyterapp.shell.currentWidget.content.model.cells.length"
IN_WORDS = """() => [...document.querySelectorAll(".jp-RenderedHTMLCommon details > pre")]
    .map((node) => node.textContent)"""

# The commands that Notebook 7 carries out from now on, by a key or otherwise.
NOTE_COMMANDS = """() => {
  window.carriedOut = [];
  window.jupyterapp.commands.commandExecuted.connect((_, { id }) => window.carriedOut.push(id));
}"""


@pytest.fixture(scope="module")
def address(chromium, lab_folder, tmp_path_factory):
    """The first notebook in Notebook 7, trusted as ``run.py lab`` trusts it."""
    state = tmp_path_factory.mktemp("state")
    shutil.copy(lab_folder / FRONT_DOOR, lab_folder / NOTEBOOK)
    trust(state, lab_folder / NOTEBOOK)
    with server("notebook", lab_folder, state=state) as base:
        yield notebook_page(base, NOTEBOOK)


@pytest.fixture(scope="module")
def notebook(browser, address):
    """Opened by the button, and left open for all tests of this file."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.problems = watch(page)
    page.goto(address)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.evaluate(KERNEL_READY)
    page.get_by_role("button", name="Open the explorer").click()
    page.locator(".ss-reader .ss-sentence").first.wait_for()
    yield page
    context.close()


def first(page):
    return page.locator(".ss-a .ss-sentence", has_text="European soldiers could be stationed")


def test_the_button_opens_the_explorer_and_asks_nothing(notebook):
    assert notebook.locator(".jp-Dialog").count() == 0
    assert notebook.get_by_label("Story:").first.is_visible()
    assert notebook.get_by_text("Error displaying widget").count() == 0
    # Nothing of it is cut off in a box that scrolls.
    assert notebook.locator(".jp-mod-outputsScrolled .ss-reader").count() == 0


def test_hovering_a_sentence_marks_its_partner(notebook):
    first(notebook).hover()
    marked = notebook.locator(".ss-sentence.ss-on").all_inner_texts()
    assert len(marked) == 2
    assert "European soldiers could soon be stationed" in marked[1]


def test_no_key_in_the_explorer_is_a_shortcut_of_the_notebook(notebook):
    cells = notebook.evaluate(CELLS)
    keys = ("n", "n", "p", "ArrowDown", "ArrowRight", "d", "d", "x", "b", "a", "j", "0", "0")
    notebook.evaluate(NOTE_COMMANDS)
    first(notebook).click()
    for key in keys:
        notebook.keyboard.press(key)
    assert notebook.evaluate("window.carriedOut") == []
    assert notebook.locator(".ss-sentence:focus").count() == 1
    notebook.get_by_label("Hide who wrote what").focus()
    for key in keys:
        notebook.keyboard.press(key)
    assert notebook.evaluate("window.carriedOut") == []
    assert notebook.evaluate(CELLS) == cells


def test_chords_and_keys_outside_stay_the_notebooks(notebook):
    notebook.evaluate(NOTE_COMMANDS)
    first(notebook).click()
    notebook.keyboard.press("Control+s")
    notebook.wait_for_function("window.carriedOut.some((id) => id.includes('save'))")
    notebook.get_by_role("heading", name="Same Story: start here").click()
    notebook.keyboard.press("j")
    assert "notebook:move-cursor-down" in notebook.evaluate("window.carriedOut")


def test_nothing_is_wrong_for_those_who_cannot_see_it(notebook):
    assert violations(notebook, OUTPUT) == []


def test_every_cell_runs(notebook):
    notebook.evaluate(RUN_ALL)
    notebook.locator(".ss-reader .ss-sentence").first.wait_for()
    notebook.wait_for_function(
        "() => !document.querySelector('.jp-InputPrompt')?.innerText.includes('*')"
    )
    assert notebook.locator(".jp-RenderedText[data-mime-type$=stderr]").count() == 0
    assert notebook.get_by_text("Traceback").count() == 0
    assert any("story: peacekeepers" in told for told in notebook.evaluate(IN_WORDS))
    assert [told for told in notebook.problems if told != ITS_OWN] == []
