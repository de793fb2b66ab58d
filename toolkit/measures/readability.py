"""Readability formulas: school grades and scores from counts of words and sentences.

Each formula equals textstat 0.7.13 given the same text, with two exceptions. Where a text has
no words, textstat returns 0 (or 3.13 for SMOG) and we return NaN, because the quotients inside
are not defined. Where its words have no vowel ("Hmm."), textstat's Flesch formulas return 0 and
ours what the formula says.
"""

import numpy as np

from toolkit.measures import counts
from toolkit.measures.formula import EASIER, GRADE, HARDER, OPEN, POSITIVE, Counts, record
from toolkit.text.segments import ratio


def _flesch(c: Counts) -> np.ndarray:
    return 206.835 - 1.015 * c.words_per_sentence - 84.6 * c.per_word(c.of(counts.syllables))


def _flesch_kincaid(c: Counts) -> np.ndarray:
    syllables = c.per_word(c.of(counts.syllables))
    return (0.39 * c.words_per_sentence) + (11.8 * syllables) - 15.59


def _fog(c: Counts) -> np.ndarray:
    return 0.4 * (c.words_per_sentence + c.percent(c.of(counts.complex_words)))


def _smog(c: Counts) -> np.ndarray:
    per_sentence = c.per_sentence(c.of(counts.polysyllables))
    return (1.043 * (30 * per_sentence) ** 0.5) + 3.1291


def _coleman_liau(c: Counts) -> np.ndarray:
    letters, sentences = c.per_word(c.of(counts.letters)), c.per_word(c.sentences)
    return (0.058 * (letters * 100)) - (0.296 * (sentences * 100)) - 15.8


def _ari(c: Counts) -> np.ndarray:
    characters = ratio(c.of(counts.characters), c.tokens)
    return (4.71 * characters) + (0.5 * c.words_per_sentence) - 21.43


def _dale_chall(c: Counts) -> np.ndarray:
    percent = c.percent(c.of(counts.unfamiliar))
    score = (0.1579 * percent) + (0.0496 * c.words_per_sentence)
    return np.where(percent > 5, score + 3.6365, score)


def _lix(c: Counts) -> np.ndarray:
    return c.words_per_sentence + c.percent(c.of(counts.long_words))


MEASURES = (
    record(
        "flesch_reading_ease",
        "Flesch reading ease",
        "points",
        OPEN,
        EASIER,
        "206.8, less 1.015 for each word in the average sentence, less 84.6 for each syllable in"
        " the average word.",
        "Flesch 1948",
        _flesch,
        core=True,
    ),
    record(
        "flesch_kincaid_grade",
        "Flesch-Kincaid grade",
        GRADE,
        OPEN,
        HARDER,
        "0.39 for each word in the average sentence and 11.8 for each syllable in the average"
        " word, less 15.59.",
        "Kincaid et al. 1975",
        _flesch_kincaid,
        core=True,
    ),
    record(
        "gunning_fog",
        "Gunning Fog",
        GRADE,
        POSITIVE,
        HARDER,
        "0.4 times the words in the average sentence plus the percentage of hard words (three"
        " syllables or more and not on the list of familiar words).",
        "Gunning 1952",
        _fog,
        core=True,
    ),
    record(
        "smog_index",
        "SMOG",
        GRADE,
        POSITIVE,
        HARDER,
        "3.13 plus 1.043 times the square root of the words of three syllables or more in"
        " thirty sentences.",
        "McLaughlin 1969",
        _smog,
        core=True,
    ),
    record(
        "coleman_liau_index",
        "Coleman-Liau",
        GRADE,
        OPEN,
        HARDER,
        "0.058 for each letter in a hundred words, less 0.296 for each sentence in a hundred"
        " words, less 15.8.",
        "Coleman and Liau 1975",
        _coleman_liau,
        core=True,
    ),
    record(
        "automated_readability_index",
        "ARI",
        GRADE,
        OPEN,
        HARDER,
        "4.71 for each character in the average word and 0.5 for each word in the average"
        " sentence, less 21.43.",
        "Senter and Smith 1967",
        _ari,
        core=True,
    ),
    record(
        "dale_chall_readability_score",
        "Dale-Chall",
        "points",
        POSITIVE,
        HARDER,
        "0.158 for each percent of words not on a list of about 3,000 familiar words and 0.05"
        " for each word in the average sentence; 3.64 more if over 5% are unfamiliar.",
        "Dale and Chall 1948",
        _dale_chall,
        core=True,
    ),
    record(
        "lix",
        "LIX",
        "points",
        POSITIVE,
        HARDER,
        "The words in the average sentence plus the percentage of words longer than six letters.",
        "Björnsson 1968",
        _lix,
        core=True,
    ),
)
