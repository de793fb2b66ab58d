from pathlib import Path

import pytest

from toolkit.errors import ReadingError
from toolkit.reading import load_story, stories_folder, story_names


def test_the_packs_that_come_with_the_toolkit() -> None:
    names = story_names()
    assert names == sorted(names)
    assert names
    for name in names:
        story = load_story(name)
        assert story.id == name
        assert len(story) >= 2
        assert all(article.headline and article.outlet for article in story)
        assert load_story(stories_folder() / name) == story


def test_a_folder_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It closed.", encoding="utf-8")
    assert [article.id for article in load_story(str(tmp_path))] == ["a"]


@pytest.mark.parametrize("name", ["no-such-story", "", "a\0b", "x" * 5000])
def test_an_unknown_name_lists_what_there_is(name: str) -> None:
    with pytest.raises(ReadingError) as caught:
        load_story(name)
    assert all(known in caught.value.remedy for known in story_names())
