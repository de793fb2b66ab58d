"""Lexical diversity: how much a telling varies its words."""

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from toolkit.measures.measure import Function, Measure
from toolkit.measures.mtld import THRESHOLD as MTLD_THRESHOLD
from toolkit.measures.mtld import mtld
from toolkit.measures.recurrence import Spectrum, previous, spectrum
from toolkit.measures.tally import once
from toolkit.text.document import Document
from toolkit.text.segments import ratio, sums

__all__ = ["MEASURES", "MTLD_THRESHOLD", "WINDOW", "hdd", "mattr", "mtld", "type_token_ratio"]

DRAWN = 42  # words drawn for HD-D, the number its authors settled on
_RARE = 24  # times; words that occur more often are reckoned with one by one
WINDOW = 50  # words in the moving window of MATTR


def _of_spectrum(of: Callable[[Spectrum], np.ndarray]) -> Function:
    def values(document: Document, bounds: np.ndarray) -> np.ndarray:
        return of(once(document, bounds, spectrum))

    return values


def type_token_ratio(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Different words divided by all words; NaN without words."""
    found = once(document, bounds, spectrum)
    return ratio(found.different, found.words)


def hdd(document: Document, bounds: np.ndarray) -> np.ndarray:
    """HD-D: the type-token ratio to be expected of 42 words drawn at random without replacement.

    NaN for fewer than 42 words (McCarthy and Jarvis 2010).

    >>> text = "a b c d e f g " * 6
    >>> hdd(Document.of_texts([text, text + "h"]), np.array([0, 42, 85])).round(4).tolist()
    [0.1667, 0.1899]
    """
    found = once(document, bounds, spectrum)
    enough = np.flatnonzero(found.words >= DRAWN)
    expected = np.full(len(found.words), np.nan)
    # That a word is drawn depends only on how often it and all words occur, and most are rare.
    rare = np.minimum(found.times, _RARE + 1)
    cells = np.bincount(
        found.stretches * (_RARE + 2) + rare, minlength=len(found.words) * (_RARE + 2)
    ).reshape(-1, _RARE + 2)[enough, 1 : _RARE + 1]
    chance = _drawn(found.words[enough, None], np.arange(1, _RARE + 1))
    expected[enough] = np.cumsum(cells * chance, axis=1)[:, -1]
    often = np.flatnonzero((found.times > _RARE) & (found.words[found.stretches] >= DRAWN))
    # In an order that does not depend on how the words are numbered.
    often = often[np.lexsort((found.times[often], found.stretches[often]))]
    stretches = found.stretches[often]
    chance = _drawn(found.words[stretches], found.times[often])
    return (expected + np.bincount(stretches, chance, len(expected))) / DRAWN


def _drawn(words: np.ndarray, times: np.ndarray) -> np.ndarray:
    """The chance that a word which occurs so many times is among the 42 drawn."""
    missed = np.ones(np.broadcast_shapes(words.shape, times.shape))
    for drawn in range(DRAWN):
        missed *= np.maximum(words - times - drawn, 0) / (words - drawn)
    return 1 - missed


def mattr(document: Document, bounds: np.ndarray) -> np.ndarray:
    """The type-token ratio of every 50 neighbouring words, averaged; NaN for fewer than 50.

    A word adds one to each window in which it is the first of its kind, and those windows are
    neighbours: they begin after the word stood last, and hold the word.

    >>> mattr(Document.of_texts(["a b " * 25, "a b c d e " * 10]), np.array([0, 50, 100])).tolist()
    [0.04, 0.1]
    """
    edges = document.words.bounds(bounds)
    place = np.arange(edges[0], edges[-1])
    sizes = np.diff(edges)
    begin, end = np.repeat(edges[:-1], sizes), np.repeat(edges[1:], sizes)
    before = previous(document)[edges[0] : edges[-1]]
    first = np.maximum(np.maximum(before + 1, place - WINDOW + 1), begin)
    last = np.minimum(place, end - WINDOW)
    kinds = sums(np.maximum(last - first + 1, 0), edges - edges[0])
    windows = np.maximum(sizes - WINDOW + 1, 0)
    return ratio(kinds, WINDOW * windows)


def _squares(found: Spectrum) -> np.ndarray:
    return found.total((found.times * found.times).astype(float))


def _yules_k(found: Spectrum) -> np.ndarray:
    words = found.words.astype(float)
    return 10_000 * ratio(_squares(found) - words, words * words)


def _simpsons_d(found: Spectrum) -> np.ndarray:
    words = found.words.astype(float)
    return ratio(_squares(found) - words, words * (words - 1))


def _used_once(found: Spectrum) -> np.ndarray:
    return ratio(found.total((found.times == 1).astype(float)), found.different)


def _logarithms(counts: np.ndarray) -> np.ndarray:
    # math.log is the same on every processor; numpy's need not be. 0 for no words.
    return np.array([math.log(x) if x else 0.0 for x in counts.tolist()], float)


def _herdans_c(found: Spectrum) -> np.ndarray:
    return ratio(_logarithms(found.different), _logarithms(found.words))


def _maas(found: Spectrum) -> np.ndarray:
    words, different = _logarithms(found.words), _logarithms(found.different)
    return ratio(words - different, words * words)


# The fields of a record in their order; what they all have in common is here.
_record = partial(Measure, family="diversity", digits=2, fewest_words=100, core=False)

_VARIED, _SAME = "more varied words", "the same words again and again"

MEASURES = (
    _record(
        "type_token_ratio",
        "Type-token ratio",
        "share",
        (0.0, 1.0),
        _VARIED,
        "The number of different words divided by the number of words. It falls as a text"
        " grows, so it compares only texts of equal length.",
        "Templin 1957",
        type_token_ratio,
        core=True,
    ),
    _record(
        "mtld",
        "Lexical diversity (MTLD)",
        "words",
        (0.0, float("inf")),
        _VARIED,
        "How many words can be read on average before fewer than 72% of them are"
        " different ones, forwards and backwards.",
        "McCarthy and Jarvis 2010",
        mtld,
        digits=1,
        core=True,
    ),
    _record(
        "hdd",
        "Lexical diversity (HD-D)",
        "share",
        (0.0, 1.0),
        _VARIED,
        "The share of different words to be expected among 42 words drawn from the text at"
        " random. Texts of different length can be compared.",
        "McCarthy and Jarvis 2010",
        hdd,
        digits=3,
    ),
    _record(
        "mattr",
        "Moving type-token ratio (MATTR)",
        "share",
        (0.0, 1.0),
        _VARIED,
        "The share of different words among 50 neighbouring words, averaged over all places where"
        " 50 words stand. Texts of different length can be compared.",
        "Covington and McFall 2010",
        mattr,
        digits=3,
    ),
    _record(
        "yules_k",
        "Yule's K",
        "points",
        (0.0, 10_000.0),
        _SAME,
        "Ten thousand times the chance that a word is followed, at a random other place, by"
        " itself: the squares of how often each word occurs, less the words, divided by the square"
        " of the words.",
        "Yule 1944",
        _of_spectrum(_yules_k),
        digits=0,
    ),
    _record(
        "simpsons_d",
        "Simpson's D",
        "share",
        (0.0, 1.0),
        _SAME,
        "The chance that two words drawn from the text at random are the same.",
        "Simpson 1949",
        _of_spectrum(_simpsons_d),
        digits=4,
    ),
    _record(
        "hapax_share",
        "Words used once",
        "share",
        (0.0, 1.0),
        _VARIED,
        "Of all different words, the share that occurs only once. It falls as a text grows.",
        "Baayen 2001",
        _of_spectrum(_used_once),
    ),
    _record(
        "herdans_c",
        "Herdan's C",
        "share",
        (0.0, 1.0),
        _VARIED,
        "The logarithm of the number of different words divided by that of the number of words.",
        "Herdan 1960",
        _of_spectrum(_herdans_c),
        digits=3,
    ),
    _record(
        "maas",
        "Maas a²",
        "points",
        (0.0, float("inf")),
        _SAME,
        "The logarithm of the words less that of the different words, divided by the square of"
        " the first.",
        "Maas 1972",
        _of_spectrum(_maas),
        digits=4,
    ),
)
