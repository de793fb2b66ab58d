import os
from pathlib import Path

import pytest

from toolkit.errors import ReadingError
from toolkit.reading import read_article
from toolkit.reading.files import tidy_name


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_id_outlet_and_text(tmp_path: Path) -> None:
    path = write(tmp_path / "meridian-wire.txt", "Bridge closes\r\n\r\nIt closed on Monday.\r\n")
    article = read_article(path)
    assert (article.id, article.outlet) == ("meridian-wire", "Meridian Wire")
    assert article.text == "Bridge closes\r\n\r\nIt closed on Monday.\r\n"
    assert article.headline == "Bridge closes"
    assert read_article(str(path), outlet="Other").outlet == "Other"
    assert read_article(path, outlet="").outlet == ""


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("meridian-wire", "Meridian Wire"),
        ("BBC", "BBC"),
        ("the_iNews.site", "The INews Site"),
        ("zoë-post", "Zoë Post"),
        ("--", "--"),
    ],
)
def test_tidy_name(stem: str, name: str) -> None:
    assert tidy_name(stem) == name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "See [it](x) <b>now</b>."),
        ("a.TXT", "See [it](x) <b>now</b>."),
        ("a", "See [it](x) <b>now</b>."),
        ("a.docx", "See [it](x) <b>now</b>."),
        ("a.md", "See [it](x) <b>now</b>."),
        ("a.HTML", "See [it](x) now."),
        ("a.htm", "See [it](x) now."),
    ],
)
def test_the_ending_says_how_markup_is_taken(tmp_path: Path, name: str, text: str) -> None:
    article = read_article(write(tmp_path / name, "See [it](x) <b>now</b>."))
    assert article.text == text
    assert bool(article.furniture) is (name == "a.md")


def test_an_outlet_named_by_the_page_goes_before_the_file_name(tmp_path: Path) -> None:
    page = '<meta property="og:site_name" content="The Wire"><h1>Head</h1><p>One word. Two.</p>'
    assert read_article(write(tmp_path / "saved-page.html", page)).outlet == "The Wire"


def test_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for encoding in ("utf-8-sig", "utf-16", "cp1252", "latin-1"):
        path.write_bytes("Zoë left. £5 was paid.".encode(encoding))
        assert read_article(path).text == "Zoë left. £5 was paid."


def refused(path: Path | str) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_article(path)
    error = caught.value
    assert error.problem.endswith(".")
    assert error.remedy.endswith(".")
    return error


def test_a_missing_file(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "no.txt").problem


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path).problem


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert refused(tmp_path / "a.txt").problem == "a.txt is empty or holds only white space."


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    assert "looks like a PNG image" in refused(tmp_path / "a.txt").problem


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path / "a.txt", "Words.")
    monkeypatch.setattr(Path, "read_bytes", forbid)
    assert refused(path).problem == "You may not read a.txt."


def test_a_file_of_more_than_fifty_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(60_000_000)
    assert refused(tmp_path / "a.txt").problem == "a.txt has 60 MB; the most that is read is 50 MB."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not an ordinary file" in refused(tmp_path / "a.txt").problem


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000 + ".txt"])
def test_names_no_file_can_have(name: str) -> None:
    assert "cannot be opened" in refused(name).problem
