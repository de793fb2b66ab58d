"""Words made from one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.word_families import family

FAMILIES = [
    "reject rejected rejecting rejection",
    "deploy deployed deployment deployments",
    "russia russian russians russia's",
    "ukraine ukrainian ukraine's",
    "europe european europeans",
    "negotiate negotiated negotiations negotiating",
    "decide decision decisions",
    "invade invaded invasion",
    "defend defended defence defense defensive",
    "secure security",
    "agree agreed agreement",
    "propose proposed proposal",
    "say says said saying",
    "is are was were be been",
    "go went gone going",
    "organise organized organization",
    "zelensky zelenskyy",
]
APART = [
    ("can", "can't"),
    ("bridge", "bride"),
    ("contract", "contrast"),
    ("would", "could"),
    ("north", "south"),
    ("peace", "war"),
    ("do", "don't"),
    ("three", "third"),
    ("accept", "except"),
]


@pytest.mark.parametrize("words", FAMILIES)
def test_a_family_has_one_name(words):
    assert len({family(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_of_no_one_family_have_two(one, other):
    assert family(one) != family(other)


@given(st.text(max_size=20))
def test_any_word_has_a_family(word):
    assert family(word) or not word.strip("'e")
