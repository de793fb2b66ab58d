"""Every measure of the shared texts, by arithmetic that can be checked with a pencil."""

import math

import pytest

from tests.texts import (
    ABBREVIATIONS,
    CAT,
    EMPTY,
    LONG_WORDS,
    MARKS,
    PARAGRAPHS,
    TWO_IN_ONE,
    WORKED,
    Worked,
)
from toolkit.measures import counts
from toolkit.measures.catalogue import measure
from toolkit.text.document import Document


def value(name: str, text: str) -> float:
    return float(measure(name)(Document.of_texts([text]))[0])


@pytest.mark.parametrize("worked", WORKED.values(), ids=WORKED)
def test_counts(worked: Worked):
    assert value("word_count", worked.text) == worked.words
    assert value("sentence_count", worked.text) == worked.sentences
    assert value("formula_sentence_count", worked.text) == worked.formula_sentences
    assert value("syllable_count", worked.text) == worked.syllables
    assert value("reading_time", worked.text) == pytest.approx(0.01469 * worked.characters)


@pytest.mark.parametrize("worked", WORKED.values(), ids=WORKED)
def test_the_columns_the_formulas_sit_on(worked: Worked):
    document = Document.of_texts([worked.text])
    assert document.gather(counts.letters).sum() == worked.letters
    assert document.gather(counts.characters).sum() == worked.characters
    assert document.gather(counts.polysyllables).sum() == worked.polysyllables
    assert document.gather(counts.unfamiliar).sum() == worked.unfamiliar
    assert document.gather(counts.complex_words).sum() == worked.complex
    assert document.gather(counts.long_words).sum() == worked.long


FORMULAS = [
    ("flesch_reading_ease", CAT, 206.835 - 1.015 * 6 - 84.6 * 1),
    ("flesch_reading_ease", ABBREVIATIONS, 206.835 - 1.015 * 4 - 84.6 * 14 / 12),
    ("flesch_reading_ease", LONG_WORDS, 206.835 - 1.015 * 6 - 84.6 * 22 / 6),
    ("flesch_kincaid_grade", CAT, 0.39 * 6 + 11.8 * 1 - 15.59),
    ("flesch_kincaid_grade", ABBREVIATIONS, 0.39 * 4 + 11.8 * 14 / 12 - 15.59),
    ("flesch_kincaid_grade", PARAGRAPHS, 0.39 * 7 + 11.8 * 8 / 7 - 15.59),
    ("gunning_fog", CAT, 0.4 * 6),
    ("gunning_fog", LONG_WORDS, 0.4 * (6 + 100 * 5 / 6)),
    ("gunning_fog", TWO_IN_ONE, 0.4 * (7 + 100 * 1 / 7)),
    ("smog_index", CAT, 3.1291),
    ("smog_index", ABBREVIATIONS, 1.043 * math.sqrt(30 * 1 / 3) + 3.1291),
    ("smog_index", LONG_WORDS, 1.043 * math.sqrt(30 * 6) + 3.1291),
    ("coleman_liau_index", CAT, 0.058 * 1700 / 6 - 0.296 * 100 / 6 - 15.8),
    ("coleman_liau_index", TWO_IN_ONE, 0.058 * 3300 / 7 - 0.296 * 100 / 7 - 15.8),
    ("automated_readability_index", CAT, 4.71 * 18 / 6 + 0.5 * 6 - 21.43),
    # The dashes are no words, but they are written characters between blanks.
    ("automated_readability_index", TWO_IN_ONE, 4.71 * 38 / 9 + 0.5 * 7 - 21.43),
    ("dale_chall_readability_score", CAT, 0.0496 * 6),
    ("dale_chall_readability_score", ABBREVIATIONS, 0.1579 * 400 / 12 + 0.0496 * 4 + 3.6365),
    ("lix", CAT, 6),
    ("lix", LONG_WORDS, 6 + 100),
    ("lix", TWO_IN_ONE, 7 + 100 * 2 / 7),
    ("type_token_ratio", CAT, 5 / 6),
    ("type_token_ratio", TWO_IN_ONE, 1),
    ("mtld", CAT, 6 / ((1 - 5 / 6) / 0.28)),
]


@pytest.mark.parametrize(("name", "worked", "expected"), FORMULAS)
def test_formula(name, worked, expected):
    assert value(name, worked.text) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("worked", [MARKS, EMPTY])
def test_without_words_counts_are_nought_and_everything_else_is_undefined(worked):
    for name in ("word_count", "sentence_count", "syllable_count"):
        assert value(name, worked.text) == 0
    for name in ("smog_index", "lix", "type_token_ratio", "mtld"):
        assert math.isnan(value(name, worked.text))


GOOD = 1.9 / math.sqrt(1.9**2 + 15)  # the valence of "good", squeezed between -1 and 1
BAD = -2.5 / math.sqrt(2.5**2 + 15)


@pytest.mark.parametrize(
    ("text", "mean", "positive", "negative"),
    [
        ("It was good.", GOOD, 1, 0),
        ("It was good. It was bad. It was here.", (GOOD + BAD) / 3, 1 / 3, 1 / 3),
        ("It was here.", 0, 0, 0),
        ("It was good. *** It was good.", GOOD, 1, 0),
        ("It was good. So it was. — …", GOOD / 2, 1 / 2, 0),
        ("***", math.nan, math.nan, math.nan),
    ],
)
def test_tone_is_spread_over_the_sentences(text, mean, positive, negative):
    assert value("tone_mean", text) == pytest.approx(mean, abs=5e-5, nan_ok=True)
    assert value("tone_positive_share", text) == pytest.approx(positive, nan_ok=True)
    assert value("tone_negative_share", text) == pytest.approx(negative, nan_ok=True)
