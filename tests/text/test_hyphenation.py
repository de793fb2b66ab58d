"""Hyphens stand where pyphen puts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text import lexicon
from toolkit.text.hyphenation import hyphens

ODD = ["", "a", "ab", "9", "12,3", "don't", "o'clock", "ad-d", "x1", "mp3", ".", "..", "a.b", "-"]
ODD += ["naïve", "élan", "zürich", "ﬁnance", "i̇stanbul", "αβγ", "tion" * 50, "ab\0cd", "\ud800x"]


@pytest.fixture(scope="module")
def positions():
    pyphen = pytest.importorskip("pyphen", reason="pyphen is not installed")
    return pyphen.Pyphen(lang="en_US").positions


def test_in_every_seventh_word_of_the_dictionary(positions):
    for word in [*list(lexicon.syllable_counts())[::7], *ODD]:
        assert hyphens(word) == positions(word), word


@given(word=st.text("aeiousthnrlc.'-éﬁ", max_size=30))
def test_in_any_word(positions, word):
    assert hyphens(word) == positions(word)


def test_a_hyphen_leaves_two_letters_on_either_side():
    assert hyphens("hyphenation") == [2, 6]
    for word in ("internationally", "abbreviation", "onto"):
        assert all(2 <= place <= len(word) - 2 for place in hyphens(word))
