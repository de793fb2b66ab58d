"""Your own articles: what is put into the boxes comes out as a story, and nothing is lost."""

import base64
import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from toolkit.article import Story
from toolkit.errors import ReadingError
from toolkit.reading import load_story, read_story, story_names
from toolkit.reading.archives import pack_story
from toolkit.widgets import own_story
from toolkit.widgets.own_story import OwnStory

ONE = "Bridge shut\n\nBy Jane Smith\n\nThe old bridge is shut from Monday.\nNobody was hurt.\n"
TWO = "From Monday on, the old bridge is shut. Two people were hurt."


class Boxes:
    """An editor, and the stories it handed on."""

    def __init__(self) -> None:
        self.stories: list[Story] = []
        self.own = OwnStory(self.stories.append)

    def paste(self, *texts: str) -> None:
        for editor, text in zip(self.own.tellings, texts, strict=True):
            editor.words.value = text

    @property
    def problem(self) -> str:
        return str(self.own.problem_opening.error or self.own.problem.error or "")


@pytest.fixture
def boxes() -> Boxes:
    return Boxes()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMESTORY_STORIES", str(tmp_path))
    return tmp_path


def file(name: str, data: bytes | str) -> dict:
    content = data if isinstance(data, bytes) else data.encode("utf-8")
    uploaded = {"name": name, "content": memoryview(content), "size": len(content), "type": ""}
    return {**uploaded, "last_modified": datetime(2025, 3, 1, tzinfo=UTC)}


def test_pasted_texts_are_compared(boxes: Boxes) -> None:
    boxes.paste(ONE, TWO)
    boxes.own.tellings[1].fields["outlet"].value = "The Beacon"
    boxes.own.compare.click()
    (story,) = boxes.stories
    assert [a.label for a in story] == ["Outlet 1", "The Beacon"]
    assert [a.text for a in story] == [ONE, TWO]
    assert story.title == "Bridge shut"  # the first telling's own headline
    assert boxes.own.tellings[0].fields["headline"].value == "Bridge shut"
    assert [story.articles[0].words_of(m) for m in story.articles[0].furniture] == ["By Jane Smith"]


def test_one_text_is_too_few(boxes: Boxes) -> None:
    boxes.own.compare.click()
    assert "no text in the boxes" in boxes.problem
    boxes.paste(ONE, " \n")
    boxes.own.compare.click()
    assert "in only one box" in boxes.problem
    assert boxes.stories == []


def test_files_are_opened_and_a_bad_one_costs_no_other(boxes: Boxes) -> None:
    page = "<title>x</title><article><h1>Head</h1><p>The bridge is shut. It is old.</p></article>"
    boxes.own.upload.value = (
        file("tern-coast.txt", ONE),
        file("picture.png", b"\x89PNG\r\n\x1a\n"),
        file("wire.html", page),
    )
    assert "picture.png is not a text" in boxes.problem
    assert "tern-coast.txt, wire.html" in boxes.own.said_opening.value
    boxes.own.compare.click()
    assert [a.outlet for a in boxes.stories[0]] == ["Tern Coast", "Wire"]
    assert boxes.own.upload.value == ()


def test_a_packed_story_fills_the_boxes(boxes: Boxes) -> None:
    story = load_story("harbour-bridge")
    boxes.own.upload.value = (file("s.zip", pack_story(story)),)
    assert len(boxes.own.tellings) == 4
    boxes.own.compare.click()
    assert boxes.stories[0].title == story.title
    assert [a.text for a in boxes.stories[0]] == [a.text for a in story]
    assert [a.marks for a in boxes.stories[0]] == [a.marks for a in story]


def test_windows_line_ends_are_no_change(boxes: Boxes) -> None:
    text = ONE.replace("\n", "\r\n")
    boxes.own.upload.value = (file("a.txt", text), file("b.txt", TWO))
    editor = boxes.own.tellings[0]
    editor.words.value = text.replace("\r\n", "\n")  # as a browser hands it back
    boxes.own.compare.click()
    assert boxes.stories[0].articles[0].text == text


def test_a_line_is_marked_by_hand(boxes: Boxes) -> None:
    boxes.paste(ONE, TWO)
    editor = boxes.own.tellings[0]
    editor.show_lines.value = True
    kinds = {line.description: line for line in editor.lines.children}
    assert kinds["By Jane Smith"].value == "byline"
    kinds["By Jane Smith"].value = "article"
    kinds["Nobody was hurt."].value = "advert"
    boxes.own.compare.click()
    first = boxes.stories[0].articles[0]
    assert [first.words_of(mark) for mark in first.furniture] == ["Nobody was hurt."]
    editor.words.value = ONE + "More words here."
    boxes.own.compare.click()
    first = boxes.stories[1].articles[0]
    assert [first.words_of(mark) for mark in first.furniture] == ["By Jane Smith"]


def test_saved_it_is_in_the_list_and_stays_if_the_name_is_taken(boxes: Boxes, folder: Path) -> None:
    boxes.paste(ONE, TWO)
    boxes.own.title.value = "The Old Bridge"
    boxes.own.save.click()
    assert "the-old-bridge" in story_names()
    assert [a.text for a in read_story(folder / "the-old-bridge")] == [ONE, TWO]
    assert [a.text for a in load_story("the-old-bridge")] == [ONE, TWO]
    boxes.paste(TWO, ONE)
    boxes.own.save.click()
    assert "already" in boxes.problem
    assert [a.text for a in load_story("the-old-bridge")] == [ONE, TWO]


def test_the_zip_to_keep_holds_the_story(boxes: Boxes) -> None:
    boxes.paste(ONE, TWO)
    boxes.own.title.value = '"><img src=x onerror=alert(1)>'
    boxes.own.pack.click()
    html = boxes.own.said.value
    assert "<img" not in html
    data = base64.b64decode(re.search(r"base64,([\w+/=]+)", html)[1])
    assert [i.filename.split("/")[1] for i in zipfile.ZipFile(io.BytesIO(data)).infolist()] == [
        "story.toml",
        "outlet-1.txt",
        "outlet-2.txt",
    ]


def test_the_same_article_twice_is_noticed(boxes: Boxes) -> None:
    boxes.paste(ONE, ONE)
    boxes.own.compare.click()
    assert "is one of them there twice?" in boxes.own.said.value
    boxes.paste(ONE, TWO)
    boxes.own.compare.click()
    assert "twice" not in boxes.own.said.value


def test_tellings_are_added_removed_and_numbered(boxes: Boxes) -> None:
    boxes.own.add.click()
    boxes.paste(ONE, TWO, "Third text.")
    boxes.own.tellings[0].remove.click()
    assert [e.words.value for e in boxes.own.tellings] == [TWO, "Third text."]
    assert ["Article 1" in boxes.own.tellings[0].heading.value, "Article 2" in
            boxes.own.tellings[1].heading.value] == [True, True]  # fmt: skip
    boxes.own.tellings[0].remove.click()
    assert [e.is_empty for e in boxes.own.tellings] == [False, True]
    for _ in range(20):
        boxes.own.add.click()
    assert len(boxes.own.tellings) == 12


def test_a_web_address(boxes: Boxes, monkeypatch: pytest.MonkeyPatch) -> None:
    from toolkit.reading import addresses, article_from_text

    boxes.own.read.click()
    assert "There is no address" in boxes.problem
    asked = []

    def read(url: str) -> object:
        asked.append(url)
        if "bad" in url:
            raise ReadingError("It does not answer.", "Try again.")
        return article_from_text(TWO, outlet="Beacon")

    monkeypatch.setattr(addresses, "read_address", read)
    boxes.own.address.value = "https://beacon.example/x"
    boxes.own.read.click()
    assert asked == ["https://beacon.example/x"]
    assert boxes.own.tellings[0].fields["outlet"].value == "Beacon"
    boxes.own.address.value = "https://bad.example/"
    boxes.own.read.click()
    assert boxes.problem.startswith("It does not answer.")


def test_a_very_long_text_is_kept_out_of_the_box(boxes: Boxes) -> None:
    long = "It rained all day. " * 20_000
    boxes.own.upload.value = (file("a.txt", long), file("b.txt", TWO))
    assert len(boxes.own.tellings[0].words.value) < 100
    boxes.own.compare.click()
    assert boxes.stories[0].articles[0].text == long


def test_nothing_is_drawn_that_was_not_escaped(boxes: Boxes) -> None:
    assert own_story.download_link('"><b>', "text/plain", "QQ==").count("<") == 2
