from pathlib import Path

import pytest

from toolkit.errors import ReadingError
from toolkit.reading import read_story

BODY = "It closed on Monday. Drivers use the ring road."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    story = tmp_path / "old-bridge"
    story.mkdir()
    for name in ("b-wire", "a-post"):
        (story / f"{name}.txt").write_text(f"Bridge {name}\n\n{BODY}\n", encoding="utf-8")
    return story


def about(folder: Path, toml: str) -> None:
    (folder / "story.toml").write_text(toml, encoding="utf-8")


def refused(folder: Path) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_story(folder)
    assert caught.value.problem.endswith(".")
    assert caught.value.remedy.endswith(".")
    return caught.value


def test_without_story_toml_every_text_is_a_telling_by_name(folder: Path) -> None:
    (folder / "c.md").write_text("# C\n\nIt closed.", encoding="utf-8")
    (folder / "d.HTML").write_text("<h1>D</h1><p>It closed.</p>", encoding="utf-8")
    for name in ("README.md", "key.toml", "key.txt", ".hidden.txt", "notes.csv"):
        (folder / name).write_text("Not a telling.", encoding="utf-8")
    (folder / "sub.txt").mkdir()
    story = read_story(folder)
    assert [article.id for article in story] == ["a-post", "b-wire", "c", "d"]
    assert (story.id, story.title) == ("old-bridge", "Old Bridge")
    assert story.articles[0].outlet == "A Post"


def test_story_toml(folder: Path) -> None:
    about(
        folder,
        """
        title = "The bridge"
        about = "A bridge closes."
        licence = "CC0-1.0"
        date = 2025-02-24
        [[telling]]
        file = "b-wire.txt"
        outlet = "The Wire"
        headline = "It closed on Monday. Drivers use the ring road."
        author = "Jane Smith"
        published = 2025-02-24
        url = "https://example.org"
        note = "Invented."
        [[telling.furniture]]
        text = "Bridge b-wire"
        kind = "advert"
        [[telling]]
        file = "a-post.txt"
        published = 2025-02-24T10:00:00
        """,
    )
    story = read_story(str(folder))
    assert (story.title, story.about, story.licence) == (
        "The bridge",
        "A bridge closes.",
        "CC0-1.0",
    )
    wire, post = story
    assert (wire.id, wire.outlet, wire.author) == ("b-wire", "The Wire", "Jane Smith")
    assert (wire.published, wire.url) == ("2025-02-24", "https://example.org")
    assert post.published == "2025-02-24T10:00:00"
    assert post.outlet == "A Post"
    assert [(wire.words_of(m), m.kind) for m in wire.furniture] == [("Bridge b-wire", "advert")]


def test_a_headline_that_ends_a_sentence_is_marked_where_it_stands(folder: Path) -> None:
    (folder / "a-post.txt").write_text(f"The bridge is shut.\n\n{BODY}", encoding="utf-8")
    assert read_story(folder).telling("a-post").headings == ()
    about(folder, '[[telling]]\nfile = "a-post.txt"\nheadline = "The bridge is shut."')
    article = read_story(folder).articles[0]
    assert [article.words_of(m) for m in article.headings] == ["The bridge is shut."]
    assert article.headline == "The bridge is shut."


def test_story_toml_as_windows_notepad_writes_it(folder: Path) -> None:
    (folder / "story.toml").write_bytes('title = "Zoë"\r\n'.encode("utf-8-sig"))
    assert read_story(folder).title == "Zoë"


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("title = The bridge", r"not valid TOML: .*line 1"),
        ("\n\n[[telling]\n", r"not valid TOML: .*line 3"),
        ("a = " + "[" * 100_000, "nested too deeply"),
        ("title = 3", "'title' of the story in story.toml is not a text"),
        ("date = 3", "'date' of the story"),
        ("telling = 3", "'telling' in story.toml is not a list"),
        ("telling = [3]", "is not a table"),
        ("[telling]\nfile = 'a-post.txt'", "'telling' in story.toml is not a list"),
        (
            "[[telling]]\noutlet = 'The Wire'",
            "The telling of 'The Wire' in story.toml names no file",
        ),
        ("[[telling]]\nfile = 3", "'file' of a telling"),
        ("[[telling]]\nfile = 'no.txt'", "There is no file 'no.txt'"),
        ("[[telling]]\nfile = '../secret.txt'", "'../secret.txt' does not lie in"),
        ("[[telling]]\nfile = 'sub/../a-post.txt'", "does not lie in"),
        ("[[telling]]\nfile = '/etc/hostname'", "does not lie in"),
        ("[[telling]]\nfile = '..\\a-post.txt'", "does not lie in"),
        ('[[telling]]\nfile = "a\\u0000.txt"', "does not lie in"),
        ("[[telling]]\nfile = '.'", "is a folder"),
        ("[[telling]]\nfile = 'a-post.txt'\noutlet = 3", "'outlet' of 'a-post.txt'"),
        ("[[telling]]\nfile = 'a-post.txt'\npublished = 3", "'published' of 'a-post.txt'"),
        ("[[telling]]\nfile = 'a-post.txt'\nfurniture = 3", "'furniture' of 'a-post.txt'"),
        ("[[telling]]\nfile = 'a-post.txt'\nfurniture = [{}]", "has no text or an odd kind"),
        (
            "[[telling]]\nfile = 'a-post.txt'\nfurniture = [{text = 'x', kind = 'A B'}]",
            "has no text or an odd kind",
        ),
        (
            "[[telling]]\nfile = 'a-post.txt'\nfurniture = [{text = 'no line', kind = 'advert'}]",
            "a-post.txt has no line 'no line'",
        ),
        ("[[telling]]\nfile='a-post.txt'\n[[telling]]\nfile='./a-post.txt'", "twice"),
    ],
)
def test_what_is_wrong_in_story_toml_is_named(folder: Path, toml: str, problem: str) -> None:
    (folder.parent / "secret.txt").write_text("Secret words.", encoding="utf-8")
    about(folder, toml)
    with pytest.raises(ReadingError, match=problem):
        read_story(folder)


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_text("Secret words.", encoding="utf-8")
    try:
        (folder / "c.txt").symlink_to(secret)
    except OSError:
        pytest.skip("this system makes no links")
    assert "'c.txt' does not lie in" in refused(folder).problem
    problems: list[ReadingError] = []
    assert len(read_story(folder, on_problem=problems.append)) == 2
    assert len(problems) == 1


def test_one_bad_telling_does_not_cost_the_others(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n")
    (folder / "empty.txt").write_bytes(b"")
    assert "bad.txt is not a text" in refused(folder).problem
    problems: list[ReadingError] = []
    story = read_story(folder, on_problem=problems.append)
    assert [article.id for article in story] == ["a-post", "b-wire"]
    assert [error.problem.split()[0] for error in problems] == ["bad.txt", "empty.txt"]


def test_where_every_telling_is_bad_the_story_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    problems: list[ReadingError] = []
    with pytest.raises(ReadingError, match="No text in the folder"):
        read_story(tmp_path, on_problem=problems.append)
    assert len(problems) == 1


def test_folders_that_are_none(tmp_path: Path) -> None:
    assert "No text in the folder" in refused(tmp_path).problem
    assert "There is no folder" in refused(tmp_path / "no").problem
    assert "There is no folder" in refused(tmp_path / "a\0b").problem
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    assert "is not a folder" in refused(tmp_path / "a.txt").problem


def test_two_files_of_one_name_get_different_ids(folder: Path) -> None:
    (folder / "a-post.md").write_text("It closed.", encoding="utf-8")
    ids = [article.id for article in read_story(folder)]
    assert ids == ["a-post.md", "a-post.txt", "b-wire.txt"]
