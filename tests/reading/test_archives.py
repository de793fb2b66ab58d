import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.errors import ReadingError
from toolkit.reading import load_story, story_names
from toolkit.reading.archives import pack_story, unpack_story


def zipped(*files: tuple[str, bytes | str]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            packed.writestr(name, data)
    return kept.getvalue()


@pytest.mark.parametrize("name", story_names())
def test_a_story_comes_out_as_it_went_in(name: str) -> None:
    story = load_story(name)
    data = pack_story(story)
    assert data == pack_story(load_story(name))
    again = unpack_story(data, "other.zip")
    assert again.id == name
    assert [replace(a, id="") for a in again] == [replace(a, id="") for a in story]


def test_texts_without_a_folder_are_called_after_the_zip() -> None:
    story = unpack_story(zipped(("wire.txt", "One text."), ("post.md", "Two.")), "Old Bridge.zip")
    assert (story.id, story.title) == ("old-bridge", "Old Bridge")
    assert [a.outlet for a in story] == ["Post", "Wire"]


@pytest.mark.parametrize(
    "name",
    ["../wire.txt", "/etc/wire.txt/../../x.txt", "..\\wire.txt", "C:wire.txt", "a/b/wire.txt",
     ".hidden.txt", "__MACOSX/._wire.txt", "wire.exe", "wire.txt/"],
)  # fmt: skip
def test_names_that_are_tricks_are_passed_over(name: str, tmp_path: Path) -> None:
    story = unpack_story(zipped((name, "Evil."), ("good.txt", "A text.")), "s.zip")
    assert [a.text for a in story] == ["A text."]
    with pytest.raises(ReadingError, match=r"no story in s\.zip"):
        unpack_story(zipped((name, "Evil.")), "s.zip")


def test_a_link_is_only_a_text_with_a_path_in_it() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        entry = zipfile.ZipInfo("link.txt")
        entry.external_attr = 0o120777 << 16
        packed.writestr(entry, "/etc/passwd")
    assert [a.text for a in unpack_story(kept.getvalue())] == ["/etc/passwd"]


def test_story_toml_cannot_name_what_lies_outside() -> None:
    about = '[[telling]]\nfile = "../../../etc/passwd"\n'
    with pytest.raises(ReadingError, match="does not lie in the story's folder"):
        unpack_story(zipped(("story.toml", about), ("a.txt", "A text.")))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no zip file"),
        (b"PK\x03\x04 and so on", "no zip file"),
        (zipped(*[(f"{k}.txt", "x") for k in range(201)]), "201 files"),
        (zipped(("a.txt", b" " * 100_000_001)), "more than 100 MB"),
        (zipped(), "no story"),
    ],
)
def test_what_cannot_be_unpacked_is_said(data: bytes, problem: str) -> None:
    with pytest.raises(ReadingError, match=problem):
        unpack_story(data)


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(zipped(("a.txt", b"word " * 1000)))
    at = data.index(b"PK\x01\x02") + 24  # the size said in the list of contents
    data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(ReadingError, match="damaged"):
        unpack_story(bytes(data))
