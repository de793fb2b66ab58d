"""How common words are, whatever form and spelling they come in."""

import numpy as np
import pytest

from toolkit.text import lexicon
from toolkit.text.word_frequency import (
    UNLISTED,
    american,
    content,
    frequencies,
    frequency,
    unfamiliar,
)


def test_every_word_is_listed_once_and_lines_fall():
    rows = [line.split() for line in lexicon.lines("word_frequencies")]
    tenths = [int(row[0]) for row in rows]
    words = [word for row in rows for word in row[1:]]
    assert tenths == sorted(tenths, reverse=True)
    assert min(tenths) == UNLISTED + 1
    assert len(words) == len(set(words)) > 20_000


def test_common_words_are_commoner_than_rare_ones():
    words = ["the", "house", "bridge", "parliament", "adjutant", "xylographer"]
    found = frequencies(words).tolist()
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)
    assert found[-1] == UNLISTED


@pytest.mark.parametrize(
    ("british", "listed"),
    [
        ("colour", "color"),
        ("colours", "colors"),
        ("centre", "center"),
        ("organisation", "organization"),
        ("organised", "organized"),
        ("analyse", "analyze"),
        ("defence", "defense"),
        ("programme", "program"),
        ("jewellery", "jewelry"),
        ("aluminium", "aluminum"),
        ("archaeology", "archeology"),
    ],
)
def test_british_spellings_are_as_common_as_american_ones(british, listed):
    if frequency(listed) > UNLISTED and british not in _listed():
        assert american(british) == listed
    assert frequency(british) >= min(frequency(listed), 30) - 1


def _listed() -> set[str]:
    return {word for line in lexicon.lines("word_frequencies") for word in line.split()[1:]}


@pytest.mark.parametrize(
    ("word", "base"),
    [("bridge's", "bridge"), ("teachers'", "teachers"), ("worlds", "world"), ("mayor's", "mayor")],
)
def test_possessives_are_looked_up_with_and_without_apostrophe(word, base):
    assert frequency(word) > UNLISTED
    if word not in _listed():
        assert frequency(word) == frequency(base)


def test_a_compound_is_as_common_as_its_parts():
    parts = [frequency("flat"), frequency("screen")]
    assert frequency("flat-screen") == round(sum(parts) / 2)
    assert frequency("-") == frequency("") == UNLISTED


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("the", False),
        ("don't", False),
        ("dont", False),
        ("someone's", False),
        ("someones", False),
        ("well", True),  # not "we'll" without its apostrophe
        ("1998", False),
        ("30th", False),
        ("bridge", True),
        ("u.s.", True),
    ],
)
def test_what_says_something(form, says):
    assert content([form]).tolist() == [says]


def test_familiar_words_are_familiar_in_every_form():
    known = ["walk", "walked", "walking", "cities", "city's", "colour", "bigger", "gladly"]
    assert not unfamiliar(known).any()
    assert unfamiliar(["parliament", "negotiate", "ecosystem"]).all()


def test_no_words_no_facts():
    for column in (frequencies, content, unfamiliar):
        assert len(column([])) == 0
        assert isinstance(column([]), np.ndarray)
