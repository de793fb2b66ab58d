import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article import Article, Story
from toolkit.errors import ReadingError, UsageError
from toolkit.reading import article_from_text, load_story, read_story, story_names
from toolkit.reading.saving import file_name, save_story, story_files, toml_string

TEXT = "Bridge closes\r\n\r\nBy Jane Smith\r\nIt closed on Monday.\r\nNobody was hurt.\r\n"


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def a_story(*articles: Article) -> Story:
    first = article_from_text(TEXT, id="x", outlet='The "Tern" \\ Coast', author="Jane Smith")
    return Story("old-bridge", "The bridge\n& <b>more</b>", articles or (first,), about="Why?")


def test_a_story_is_read_as_it_was_saved(tmp_path: Path) -> None:
    story = a_story()
    folder = save_story(story, tmp_path)
    again = read_story(folder)
    assert (again.id, again.title, again.about) == ("old-bridge", story.title, "Why?")
    assert replace(again.articles[0], id="x") == story.articles[0]
    assert names(folder) == ["story.toml", "the-tern-coast.txt"]


@pytest.mark.parametrize("name", story_names())
def test_the_packs_survive(tmp_path: Path, name: str) -> None:
    story = load_story(name)
    again = read_story(save_story(story, tmp_path))
    assert [replace(a, id="") for a in again] == [replace(a, id="") for a in story]


def test_lines_marked_by_hand_stay_so(tmp_path: Path) -> None:
    by_hand = {"Nobody was hurt.": "advert", "By Jane Smith": "article", "It closed on Monday.":
               "subheading"}  # fmt: skip
    article = article_from_text(TEXT, outlet="Wire", furniture=by_hand)
    assert [(article.words_of(m), m.kind) for m in article.marks] == [
        ("Bridge closes", "headline"),
        ("It closed on Monday.", "subheading"),
        ("Nobody was hurt.", "advert"),
    ]
    again = read_story(save_story(a_story(article), tmp_path)).articles[0]
    assert again.marks == article.marks


def test_markdown_keeps_its_signs(tmp_path: Path) -> None:
    article = article_from_text("# Bridge\n\nIt [closed](https://x.example) then.", kind="md")
    folder = save_story(a_story(article), tmp_path)
    assert (folder / "text.md").exists()
    assert read_story(folder).articles[0].marks == article.marks


@pytest.mark.parametrize(
    "text", ["%PDF-1.4 is how it begins.", "PK\x03\x04 said Ann.", "\ufeffHi."]
)
def test_a_text_that_looks_like_another_kind_of_file(tmp_path: Path, text: str) -> None:
    assert read_story(save_story(a_story(Article("a", text)), tmp_path)).articles[0].text == text


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@given(words, words, words)
def test_any_text_and_any_name(text: str, outlet: str, title: str) -> None:
    try:
        article = article_from_text(f"It is {text}", outlet=outlet, headline=title)
        files = dict(story_files(Story("s", title, (article,))))
    except ReadingError as error:
        assert "control characters" in error.problem  # noqa: PT017 - the one reason there is
        return
    about = tomllib.loads(files["story.toml"].decode("utf-8"))
    assert about["title"] == title
    assert about["telling"][0]["outlet"] == outlet
    name = about["telling"][0]["file"]
    assert files[name].decode("utf-8").removeprefix("\ufeff") == article.text.removeprefix("\ufeff")
    assert not set(name) & set('/\\:*?"<>|\x00')


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_toml_strings(text: str) -> None:
    assert tomllib.loads(f"x = {toml_string(text)}") == {"x": text}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("nul", "nul-1"),
        ("README", "readme-1"),
        ("Zoë & Söhne", "zoe-sohne"),
        ("Вести", "вести"),
        ("", "story"),
        ("\x00", "story"),
        ("a" * 500, "a" * 60),
    ],
)
def test_file_names(words: str, name: str) -> None:
    assert file_name(words) == name


def test_two_outlets_of_one_name(tmp_path: Path) -> None:
    one = article_from_text("One text.", id="a", outlet="Wire")
    folder = save_story(
        a_story(one, article_from_text("Two texts.", id="b", outlet="wire")), tmp_path
    )
    assert [a.text for a in read_story(folder)] == ["One text.", "Two texts."]


def test_a_folder_that_is_there_is_kept_unless_it_shall_be_replaced(tmp_path: Path) -> None:
    save_story(a_story(), tmp_path)
    other = a_story(article_from_text("Another text.", outlet="Wire"))
    with pytest.raises(UsageError, match="is a story 'old-bridge' already"):
        save_story(other, tmp_path)
    folder = save_story(other, tmp_path, replace=True)
    assert names(folder) == ["story.toml", "wire.txt"]
    assert names(tmp_path) == ["old-bridge"]


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_story(a_story(), tmp_path)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ReadingError, match="cannot be written"):
        save_story(a_story(), tmp_path, replace=True)
    assert names(tmp_path) == ["old-bridge"]
    assert read_story(tmp_path / "old-bridge").articles[0].text == TEXT


def test_a_story_without_tellings_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no telling"):
        save_story(Story("s", "S", ()), tmp_path)
    assert not names(tmp_path)
