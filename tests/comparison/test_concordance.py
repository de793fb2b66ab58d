"""A word in context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ARTICLE, RETELLING
from toolkit.article import Article, Mark
from toolkit.comparison.concordance import concordance, stem
from toolkit.errors import UsageError
from toolkit.text.words import WORD, normal_form

STORY = [Article("a", ARTICLE), Article("b", RETELLING)]


def test_every_use_is_found_with_what_stands_around_it():
    found = concordance(STORY, "crack", width=10)
    assert [(use.passage.article, use.before, use.word, use.after) for use in found] == [
        ("a", "hut after ", "crack", " is found "),
        ("a", "ers had a ", "crack", ", the coun"),
        ("b", "ers had a ", "crack", ", Monday's"),
    ]


@pytest.mark.parametrize(
    ("word", "inflected", "words"),
    [
        ("girder", True, ["girders", "girders"]),
        ("girder", False, []),
        ("OLD", False, ["Old", "old", "old"]),
        ("Monday", False, ["Monday"]),
        ("monday’s", False, ["Monday's"]),
    ],
)
def test_other_forms_count_only_when_asked_for(word, inflected, words):
    assert [use.word for use in concordance(STORY, word, inflected=inflected)] == words


def test_furniture_is_not_searched():
    article = Article("a", "crack advert\nA crack.", furniture=(Mark(0, 12, "advert"),))
    assert [use.passage.start for use in concordance([article], "crack")] == [15]


def test_line_ends_show_as_blanks():
    (use,) = concordance([Article("a", "one\ntwo\r\nthree")], "two")
    assert (use.before, use.after) == ("one ", "  three")


@pytest.mark.parametrize("word", ["", "two words", "***", "."])
def test_anything_but_a_word_is_refused(word):
    with pytest.raises(UsageError, match="is not a single word"):
        concordance(STORY, word)


@given(st.sampled_from([m[0] for m in WORD.finditer(ARTICLE)]), st.integers(0, 30))
def test_the_passage_is_the_word_and_its_neighbours(word, width):
    found = concordance(STORY, word, width, inflected=False)
    expected = [
        (article.id, m.start(), m.end())
        for article in STORY
        for m in WORD.finditer(article.text)
        if normal_form(m[0]) == normal_form(word)
    ]
    assert [(u.passage.article, u.passage.start, u.passage.end) for u in found] == expected
    for use in found:
        assert len(use.before) <= width
        assert len(use.after) <= width
        text = STORY[0].text if use.passage.article == "a" else STORY[1].text
        assert text[use.passage.start : use.passage.end] == use.word


def test_stems():
    assert stem("negotiating") == stem("negotiated") == stem("negotiates")
