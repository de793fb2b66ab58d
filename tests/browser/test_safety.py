"""Articles that try to run as scripts: nothing runs, and every word is shown as it is.

Each payload goes through each way by which words come in and each place where they are shown.
"""

from __future__ import annotations

import pickle
import shutil

import nbformat
import pytest
from hostile import (
    ENTRY_NAMES,
    FILE_NAMES,
    Guard,
    packed,
    plain,
    small_stories,
    whole_story,
    words_in,
)
from labserver import RUN_ALL, lab_page, server

from tests.payloads import PAYLOADS
from toolkit.comparison.compare import compare
from toolkit.report import report_html
from toolkit.widgets.kept_pictures import pictures_in

OUTPUT = ".jp-OutputArea-output"
SHOWN = """import pickle
from pathlib import Path
from toolkit import StoryExplorer
stories = pickle.loads(Path("hostile.pickle").read_bytes())
explorer = StoryExplorer(stories[0])
explorer"""
EVERY = """explorer._given = {story.id: story for story in stories}
explorer.story.options = explorer._options()
for story in stories[::-1]:
    explorer.story.value = story.id
for panel in explorer.panels:
    panel.exports.opened = True
explorer.blind.value = True
explorer.blind.value = False
print("all shown")"""
WRONG = "explorer.about.value = '<img src=x onerror=window.PWNED=1>'"

ASK_KERNEL = """async (code) => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  let said = "";
  const future = kernel.requestExecute({ code });
  future.onIOPub = ({ header, content }) => {
    if (header.msg_type === "stream") said += content.text;
    if (header.msg_type === "error") said += content.evalue;
  };
  await future.done;
  return said;
}"""


@pytest.fixture(scope="module")
def stories(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    return [whole_story(folder), *small_stories()]


@pytest.fixture(scope="module")
def notebook(stories, tmp_path_factory):
    """A notebook that shows all of them, and what it needs, in a folder."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "hostile.pickle").write_bytes(pickle.dumps(stories))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [nbformat.v4.new_code_cell(SHOWN), nbformat.v4.new_code_cell(EVERY)]
    made = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(made, folder / "hostile.ipynb")
    return folder / "hostile.ipynb"


def sentences(story):
    comparison = compare(story)
    return [
        plain(comparison.words_of(passage)) for row in comparison.sentences for passage in row
    ]  # fmt: skip


def missing(expected, words):
    """Those words that are not shown, shortened."""
    return [text[:120] for text in expected if plain(text) not in words]


def disturb(page):
    """Point, press and turn: whatever waits for an event has had it."""
    for x, y in ((100, 100), (640, 300), (900, 500), (400, 700)):
        page.mouse.move(x, y)
    for _ in range(8):
        page.keyboard.press("Tab")
    page.wait_for_timeout(300)


def in_reader(page, story):
    """Everything that stands in the two columns is the articles' own words."""
    words = words_in(page, ".ss-stage")
    assert missing(sentences(story), words) == []


def test_every_payload_is_in_the_stories(stories):
    assert len(PAYLOADS) >= 100
    assert len(set(PAYLOADS)) == len(PAYLOADS)
    for field in ("text", "outlet", "headline", "author", "url", "published"):
        told = "\n".join(getattr(article, field) for story in stories for article in story)
        assert [form for form in PAYLOADS if form not in told] == [], field


def test_an_unsafe_page_is_caught(page):
    guard = Guard(page)
    caught = 0
    for form in PAYLOADS[::3]:
        page.goto("about:blank")
        page.set_content(f"<!doctype html><p>{form}</p>")
        caught += bool(guard.findings())
    assert caught > 20  # the others need a place other than the inside of an element
    page.goto("about:blank")
    page.set_content("<p>safe &lt;script&gt;window.PWNED=1&lt;/script&gt;</p>")
    assert guard.findings() == []
    page.set_content("<p>x</p><script>window.PWNED=1</script>")
    assert any(told.startswith("ran in") for told in guard.findings())


def test_reports_show_every_word_and_run_nothing(page, stories, tmp_path):
    guard = Guard(page)
    for number, story in enumerate(stories):
        file = tmp_path / f"{number}.html"
        html = report_html(compare(story), title=story.title, about=story.about)
        file.write_text(html.replace("<script>", "<script data-own>"), encoding="utf-8")
        page.goto(file.as_uri())
        assert guard.findings() == [], story.title
        shown = words_in(page, "body > header, main")
        fields = [story.title, story.about]
        for article in story:
            fields += [article.outlet, article.headline, article.author, article.url]
        assert missing([*fields, *sentences(story)], shown) == [], story.title
    page.goto((tmp_path / "0.html").as_uri())
    disturb(page)
    assert guard.findings() == []
    assert page.problems == []


def test_pictures_alone_and_inside_a_page(page, stories, tmp_path):
    guard = Guard(page)
    svgs = [
        picture.svg
        for story in stories
        for picture in pictures_in(report_html(compare(story), title=story.title))
    ]
    assert len(svgs) > 200
    (tmp_path / "all.html").write_text(f"<!doctype html>{''.join(svgs)}", encoding="utf-8")
    page.goto((tmp_path / "all.html").as_uri())
    page.wait_for_timeout(300)
    assert guard.findings() == []
    assert page.locator("svg[role=img]").count() == len(svgs)
    for number in range(0, len(svgs), 12):
        file = tmp_path / "one.svg"
        file.write_text(svgs[number], encoding="utf-8")
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.localName") == "svg"
        assert page.locator("parsererror").count() == 0
        assert page.evaluate("window.PWNED") is None
    assert page.problems == []


def test_lab_shows_every_word_and_runs_nothing(page, lab, lab_folder, notebook, stories):
    for file in (notebook, notebook.with_name("hostile.pickle")):
        shutil.copy(file, lab_folder / file.name)
    guard = Guard(page)
    page.goto(lab_page(lab, "hostile.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.evaluate(RUN_ALL)
    page.get_by_text("all shown", exact=True).wait_for()
    in_reader(page, stories[0])
    offered = page.get_by_label("Story:").first.locator("option").all_text_contents()
    assert [plain(told) for told in offered[:-1]][: len(stories)] == [
        plain(story.title) for story in stories
    ]
    assert page.get_by_text("Traceback").count() == 0
    for unfolded in page.locator("details:not([open]) > summary").all():
        if unfolded.is_visible():
            unfolded.click()
    disturb(page)
    assert guard.findings(OUTPUT) == []

    opened_by_hand(page)
    assert guard.findings(OUTPUT) == []
    assert page.problems == []

    # The same page, spoilt on purpose, is caught.
    page.evaluate(ASK_KERNEL, WRONG)
    page.wait_for_timeout(500)
    assert any(told.startswith("ran in") for told in guard.findings(OUTPUT))


def opened_by_hand(page):
    """Files with such names, and a zip with such entries, opened as a person does."""
    page.get_by_label("Story:").first.select_option(label="Your own articles …")
    name = f"{FILE_NAMES[3]}.txt"
    zipped = f"{FILE_NAMES[9]}.zip"
    chosen = [
        {"name": name, "mimeType": "text/plain", "buffer": PAYLOADS[0].encode() + b" It is so."},
        {"name": zipped, "mimeType": "application/zip", "buffer": packed(ENTRY_NAMES[8:12])},
    ]
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open files").click()
    chooser.value.set_files(chosen)
    page.get_by_text("Opened:").wait_for()
    assert plain(f"Opened: {name}, {zipped}.") in words_in(page, OUTPUT)
    for box in page.get_by_label("Correct which lines").all():
        box.check()
    page.get_by_role("button", name="Compare", exact=True).click()
    page.locator(".ss-sentence", has_text=PAYLOADS[0]).first.wait_for()


def test_voila_shows_every_word_and_runs_nothing(page, notebook, stories):
    guard = Guard(page)
    with server("voila", notebook) as base:
        page.goto(base)
        page.get_by_text("all shown", exact=True).wait_for()
        page.locator(".ss-sentence").first.wait_for()
        in_reader(page, stories[0])
        disturb(page)
        assert guard.findings(OUTPUT) == []
    assert page.problems == []
