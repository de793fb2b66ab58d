"""Readability formulas that count syllables, beside the best known ones.

``linsear_write_formula`` equals textstat 0.7.13, which reads the first hundred words only, as
O'Hayre meant it; without words textstat says -1 and we say NaN. The others are not in textstat.
Where the R packages that offer them differ from what was published, what was published is
followed: the Easy Listening Formula counts syllables, not words; the Navy's Fog count takes
sentences as they are; Farr, Jenkins and Paterson count one-syllable words in a hundred.
"""

import math

import numpy as np

from toolkit.measures import counts
from toolkit.measures.formula import EASIER, GRADE, HARDER, OPEN, POSITIVE, Counts, record
from toolkit.text.document import Document
from toolkit.text.segments import ratio, sums

LINSEAR_WORDS = 100


def one_syllable(document: Document) -> np.ndarray:
    """True where a token has one syllable."""
    return document.gather(counts.syllables) == 1


def several_syllables(document: Document) -> np.ndarray:
    """True where a token has two syllables or more."""
    return document.gather(counts.syllables) >= 2


def extra_syllables(document: Document) -> np.ndarray:
    """The syllables of each token after its first."""
    return np.maximum(document.gather(counts.syllables) - 1, 0)


def _linsear_points(document: Document) -> np.ndarray:
    spoken = document.gather(counts.syllables)
    return np.where(spoken >= 3, 3, spoken > 0)


def _linsear_write(c: Counts) -> np.ndarray:
    words = np.zeros(len(c.document.tokens.ids) + 1, np.int64)
    np.cumsum(c.document.gather(counts.is_word), out=words[1:])
    begin, end = c.bounds[:-1], c.bounds[1:]
    # Just after the hundredth word of each stretch; its end where there are fewer.
    stop = np.minimum(np.searchsorted(words, words[begin] + LINSEAR_WORDS), end)
    edges = np.append(np.stack([begin, stop], axis=1).reshape(-1), c.bounds[-1])
    points = sums(_linsear_points(c.document), edges)[::2]
    sentences = counts.formula_sentences(c.document, edges)[::2]
    raw = ratio(points, np.where(c.words, sentences, 0))
    return np.where(raw <= 20, raw - 2, raw) / 2


def _one_in_hundred(c: Counts) -> np.ndarray:
    return c.percent(c.where(one_syllable))


def _syllables_per_word(c: Counts) -> np.ndarray:
    return c.per_word(c.of(counts.syllables))


def _three_in_hundred(c: Counts) -> np.ndarray:
    return c.percent(c.of(counts.polysyllables))


def _three_in_thirty_sentences(c: Counts) -> np.ndarray:
    return c.per_sentence(30 * c.of(counts.polysyllables))


def _fog_navy(c: Counts) -> np.ndarray:
    weighed = c.words + 2 * c.of(counts.polysyllables)
    return (c.per_sentence(weighed) - 3) / 2


def _tuldava(c: Counts) -> np.ndarray:
    # math.log is the same on every processor; numpy's need not be.
    length = [math.log(x) for x in c.words_per_sentence.tolist()]
    return _syllables_per_word(c) * np.array(length, float)


MEASURES = (
    record(
        "linsear_write_formula",
        "Linsear Write",
        GRADE,
        OPEN,
        HARDER,
        "In the first hundred words: one point for every word of one or two syllables, three for"
        " every longer one, divided by the sentences; less 2 if that is 20 or under; halved.",
        "O'Hayre 1966",
        _linsear_write,
    ),
    record(
        "forcast",
        "FORCAST",
        GRADE,
        OPEN,
        HARDER,
        "20, less a tenth of the one-syllable words in a hundred and fifty words.",
        "Caylor et al. 1973",
        lambda c: 20 - 0.15 * _one_in_hundred(c),
    ),
    record(
        "forcast_rgl",
        "FORCAST, exact",
        GRADE,
        OPEN,
        HARDER,
        "20.43, less 0.11 for each one-syllable word in a hundred and fifty words.",
        "Caylor et al. 1973",
        lambda c: 20.43 - 0.165 * _one_in_hundred(c),
    ),
    record(
        "coleman_c1",
        "Coleman 1",
        "percent",
        OPEN,
        EASIER,
        "1.29 for each one-syllable word in a hundred, less 38.45: an estimate of how many"
        " left-out words readers can fill in.",
        "Coleman 1971",
        lambda c: 1.29 * _one_in_hundred(c) - 38.45,
    ),
    record(
        "coleman_c2",
        "Coleman 2",
        "percent",
        OPEN,
        EASIER,
        "1.16 for each one-syllable word and 1.48 for each sentence in a hundred words, less"
        " 37.95: an estimate of how many left-out words readers can fill in.",
        "Coleman 1971",
        lambda c: 1.16 * _one_in_hundred(c) + 1.48 * c.percent(c.sentences) - 37.95,
    ),
    record(
        "farr_jenkins_paterson",
        "Farr-Jenkins-Paterson",
        "points",
        OPEN,
        EASIER,
        "1.599 for each one-syllable word in a hundred, less 1.015 for each word in the average"
        " sentence, less 31.517.",
        "Farr, Jenkins and Paterson 1951",
        lambda c: 1.599 * _one_in_hundred(c) - 1.015 * c.words_per_sentence - 31.517,
    ),
    record(
        "farr_jenkins_paterson_psk",
        "Farr-Jenkins-Paterson, recalculated",
        GRADE,
        OPEN,
        HARDER,
        "8.43, plus 0.0923 for each word in the average sentence, less 0.0648 for each"
        " one-syllable word in a hundred.",
        "Powers, Sumner and Kearl 1958",
        lambda c: 8.4335 + 0.0923 * c.words_per_sentence - 0.0648 * _one_in_hundred(c),
    ),
    record(
        "flesch_psk",
        "Flesch, recalculated",
        GRADE,
        OPEN,
        HARDER,
        "0.0778 for each word in the average sentence and 4.55 for each syllable in the average"
        " word, less 2.2.",
        "Powers, Sumner and Kearl 1958",
        lambda c: 0.0778 * c.words_per_sentence + 4.55 * _syllables_per_word(c) - 2.2029,
    ),
    record(
        "fog_psk",
        "Fog, recalculated",
        GRADE,
        POSITIVE,
        HARDER,
        "3.07, plus 0.0877 for each word in the average sentence and 0.0984 for each percent of"
        " words of three syllables or more.",
        "Powers, Sumner and Kearl 1958",
        lambda c: 3.068 + 0.0877 * c.words_per_sentence + 0.0984 * _three_in_hundred(c),
    ),
    record(
        "fog_nri",
        "Fog, Navy version",
        GRADE,
        OPEN,
        HARDER,
        "One for every word in the average sentence, three if it has three syllables or more,"
        " less 3, halved.",
        "Kincaid et al. 1975",
        _fog_navy,
    ),
    record(
        "smog_c",
        "SMOG, formula C",
        GRADE,
        POSITIVE,
        HARDER,
        "2.88 plus 0.9986 times the square root of five more than the words of three syllables"
        " or more in thirty sentences.",
        "McLaughlin 1969",
        lambda c: 0.9986 * np.sqrt(_three_in_thirty_sentences(c) + 5) + 2.8795,
    ),
    record(
        "smog_simple",
        "SMOG, simplified",
        GRADE,
        POSITIVE,
        HARDER,
        "3 plus the square root of the words of three syllables or more in thirty sentences.",
        "McLaughlin 1969",
        lambda c: np.sqrt(_three_in_thirty_sentences(c)) + 3,
    ),
    record(
        "strain_index",
        "Strain Index",
        "points",
        POSITIVE,
        HARDER,
        "A tenth of the syllables in three sentences.",
        "Solomon 2006",
        lambda c: 0.3 * c.per_sentence(c.of(counts.syllables)),
    ),
    record(
        "wheeler_smith",
        "Wheeler-Smith",
        "points",
        POSITIVE,
        HARDER,
        "Ten times the words of two syllables or more in the average sentence.",
        "Wheeler and Smith 1954",
        lambda c: 10 * c.per_sentence(c.where(several_syllables)),
    ),
    record(
        "elf",
        "Easy Listening Formula",
        "points",
        POSITIVE,
        "harder to follow by ear",
        "In the average sentence, the syllables that words have after their first one.",
        "Fang 1966",
        lambda c: c.per_sentence(c.where(extra_syllables)),
    ),
    record(
        "tuldava",
        "Tuldava",
        "points",
        OPEN,
        HARDER,
        "The syllables in the average word times the natural logarithm of the words in the"
        " average sentence.",
        "Tuldava 1993",
        _tuldava,
    ),
)
