"""Forms of one word have one stem, other words another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "walk walks walked walking walker",
        "make makes making maker",
        "stop stops stopped stopping",
        "city cities city's",
        "carry carries carried carrier",
        "big bigger biggest",
        "happy happier happiest happily",
        "slow slowly slower slowest",
        "glass glasses",
        "box boxes",
        "bus",
        "teacher's teachers' teachers teacher",
    ],
)
def test_forms_of_one_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("bus", "bed"), ("glass", "gas"), ("red", "ring"), ("sing", "sting")]
)
def test_other_words_have_another(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["", "a", "is", "was", "bed", "ing", "ies", "'", "'s", "ée"])
def test_short_words_are_left_alone(word):
    assert stem(word) == word.removesuffix("'s").rstrip("'")


@given(st.text(max_size=20))
def test_a_stem_is_never_longer_and_never_fails(word):
    assert len(stem(word)) <= len(word)
