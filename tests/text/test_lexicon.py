"""Word lists: read whole, named with their source, in the form they are looked up in."""

import pytest

from toolkit.text import lexicon

NAMES = sorted(file.stem for file in lexicon.FOLDER.glob("*.txt"))
LOWER = [name for name in NAMES if name != "vader"]


@pytest.mark.parametrize("name", NAMES)
def test_every_list_begins_with_its_source(name):
    first = (lexicon.FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[0]
    assert first.startswith("# ")
    assert lexicon.lines(name)


@pytest.mark.parametrize("name", LOWER)
def test_words_are_in_lower_case(name):
    words = lexicon.words(name)
    assert words == {word.lower() for word in words}


def test_lists_hold_what_they_are_for():
    assert {"dr", "mr", "gov"} <= lexicon.words("titles")
    assert {"said", "asked"} <= lexicon.words("reporting_verbs")
    assert "the" in lexicon.words("sentence_starters")
    assert lexicon.valences()["good"] == 1.9
    assert min(lexicon.valences().values()) >= -4
    assert max(lexicon.valences().values()) <= 4
    assert lexicon.syllable_counts()["president"] == 3


@pytest.mark.parametrize("name", ["syllables", "word_frequencies"])
def test_every_word_has_the_number_of_its_line(name):
    rows = [line.split() for line in lexicon.lines(name)]
    plain = {word: int(row[0]) for row in rows for word in row[1:]}
    assert lexicon.numbers(name) == plain


def test_an_entry_may_begin_with_a_number_sign_or_hold_a_blank():
    assert "( '}{' )" in lexicon.valences()
