"""Readability formulas that count letters and words, and no syllables.

``rix`` and ``mcalpine_eflaw`` equal textstat 0.7.13 on every text with a word; without words
textstat says 0 and we say NaN.
"""

import numpy as np

from toolkit.measures import counts
from toolkit.measures.formula import EASIER, GRADE, HARDER, OPEN, POSITIVE, Counts, record
from toolkit.text.document import Document
from toolkit.text.segments import ratio


def short_words(document: Document) -> np.ndarray:
    """True where a token has one to three letters or digits."""
    letters = document.gather(counts.letters)
    return (letters > 0) & (letters <= 3)


def _rix(c: Counts) -> np.ndarray:
    return c.per_sentence(c.of(counts.long_words))


def _eflaw(c: Counts) -> np.ndarray:
    return c.per_sentence(c.words + c.where(short_words))


def _ari_simple(c: Counts) -> np.ndarray:
    return c.words_per_sentence + 9 * _characters_per_word(c)


def _ari_navy(c: Counts) -> np.ndarray:
    return 0.4 * c.words_per_sentence + 6 * _characters_per_word(c) - 27.4


def _characters_per_word(c: Counts) -> np.ndarray:
    # As in automated_readability_index: a typewriter's strokes, marks and lonely dashes included.
    return ratio(c.of(counts.characters), np.where(c.words, c.tokens, 0))


def _coleman_liau_cloze(c: Counts) -> np.ndarray:
    letters, sentences = c.percent(c.of(counts.letters)), c.percent(c.sentences)
    return 141.8401 - 0.21459 * letters + 1.079812 * sentences


def _coleman_liau_grade(c: Counts) -> np.ndarray:
    return -27.4004 * (_coleman_liau_cloze(c) / 100) + 23.06395


def _coleman_liau_short(c: Counts) -> np.ndarray:
    letters, sentences = c.per_word(c.of(counts.letters)), c.per_word(c.sentences)
    return 5.88 * letters - 29.6 * sentences - 15.8


def _danielson_bryan_1(c: Counts) -> np.ndarray:
    characters = c.of(counts.characters)
    return 1.0364 * _per_blank(c) + 0.0194 * c.per_sentence(characters) - 0.6059


def _danielson_bryan_2(c: Counts) -> np.ndarray:
    characters = c.of(counts.characters)
    return 131.059 - 10.364 * _per_blank(c) - 0.194 * c.per_sentence(characters)


def _per_blank(c: Counts) -> np.ndarray:
    # One blank after every token, so that a single word is not divided by nothing.
    return ratio(c.of(counts.characters), np.where(c.words, c.tokens, 0))


MEASURES = (
    record(
        "rix",
        "RIX",
        "words",
        POSITIVE,
        HARDER,
        "The words of seven letters or more in the average sentence.",
        "Anderson 1983",
        _rix,
    ),
    record(
        "mcalpine_eflaw",
        "McAlpine EFLAW",
        "points",
        POSITIVE,
        "harder for learners of English",
        "The words in the average sentence, those of one to three letters counted twice, for short"
        " words such as “put up with” are hard on learners.",
        "McAlpine, in Nirmaldasan 2009",
        _eflaw,
    ),
    record(
        "ari_simple",
        "ARI, simplified",
        "points",
        POSITIVE,
        HARDER,
        "The words in the average sentence plus 9 for each character in the average word.",
        "Smith and Senter 1967",
        _ari_simple,
    ),
    record(
        "ari_nri",
        "ARI, Navy version",
        GRADE,
        OPEN,
        HARDER,
        "0.4 for each word in the average sentence and 6 for each character in the average word,"
        " less 27.4.",
        "Kincaid et al. 1975",
        _ari_navy,
    ),
    record(
        "coleman_liau_ecp",
        "Coleman-Liau, words guessed",
        "percent",
        OPEN,
        EASIER,
        "141.84, less 0.215 for each letter in a hundred words, plus 1.08 for each sentence in a"
        " hundred words: an estimate of how many left-out words students can fill in.",
        "Coleman and Liau 1975",
        _coleman_liau_cloze,
    ),
    record(
        "coleman_liau_grade",
        "Coleman-Liau, grade from words guessed",
        GRADE,
        OPEN,
        HARDER,
        "23.06, less 0.274 for each percent of left-out words that students are estimated to"
        " fill in (Coleman-Liau, words guessed).",
        "Coleman and Liau 1975",
        _coleman_liau_grade,
    ),
    record(
        "coleman_liau_short",
        "Coleman-Liau, short form",
        GRADE,
        OPEN,
        HARDER,
        "5.88 for each letter in the average word, less 0.296 for each sentence in a hundred"
        " words, less 15.8: Coleman-Liau with one more digit than textstat gives it.",
        "Coleman and Liau 1975",
        _coleman_liau_short,
    ),
    record(
        "danielson_bryan_1",
        "Danielson-Bryan 1",
        GRADE,
        OPEN,
        HARDER,
        "1.0364 for each character between two blanks and 0.0194 for each character in the"
        " average sentence, less 0.6059.",
        "Danielson and Bryan 1963",
        _danielson_bryan_1,
    ),
    record(
        "danielson_bryan_2",
        "Danielson-Bryan 2",
        "points",
        OPEN,
        EASIER,
        "131.06, less 10.364 for each character between two blanks, less 0.194 for each"
        " character in the average sentence.",
        "Danielson and Bryan 1963",
        _danielson_bryan_2,
    ),
)
