"""Lexical diversity: how much a telling varies its words."""

from itertools import pairwise

import numpy as np

from toolkit.measures.measure import Measure
from toolkit.text.document import Document
from toolkit.text.segments import ratio

MTLD_THRESHOLD = 0.72


def _previous(forms: np.ndarray) -> np.ndarray:
    """Where the same word stood last before each position (-1 at its first)."""
    order = np.argsort(forms, kind="stable")
    same = forms[order][1:] == forms[order][:-1]
    previous = np.full(len(forms), -1, np.int64)
    previous[order[1:][same]] = order[:-1][same]
    return previous


def type_token_ratio(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Different words divided by all words; NaN without words."""
    edges = document.words.bounds(bounds)
    first = _previous(document.words.forms)
    fresh = [np.count_nonzero(first[a:b] < a) for a, b in pairwise(edges)]
    return ratio(np.array(fresh, float), np.diff(edges))


def mtld(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Mean length of stretches whose type-token ratio stays above .72, read both ways.

    NaN where no word is ever repeated, for then no stretch ends (McCarthy and Jarvis 2010).
    """
    edges = document.words.bounds(bounds)
    forms = document.words.forms
    values = np.full(len(bounds) - 1, np.nan)
    for k, (begin, end) in enumerate(pairwise(edges)):
        there = _factors(_previous(forms[begin:end]).tolist())
        back = _factors(_previous(forms[begin:end][::-1]).tolist())
        if there and back:
            values[k] = ((end - begin) / there + (end - begin) / back) / 2
    return values


def _factors(previous: list[int]) -> float:
    """How many times the ratio falls to the threshold; the rest counts in part."""
    factors, start, kinds, length = 0.0, 0, 0, 0
    for position, before in enumerate(previous):
        kinds += before < start
        length += 1
        if kinds <= MTLD_THRESHOLD * length:
            factors += 1
            start, kinds, length = position + 1, 0, 0
    rest = 1 - kinds / length if length else 0.0
    return factors + rest / (1 - MTLD_THRESHOLD)


MEASURES = (
    Measure(
        name="type_token_ratio",
        label="Type-token ratio",
        unit="share",
        range=(0.0, 1.0),
        direction="more varied words",
        formula="The number of different words divided by the number of words. It falls as a text"
        " grows, so it compares only texts of equal length.",
        source="Templin 1957",
        function=type_token_ratio,
        family="diversity",
        digits=2,
        fewest_words=100,
    ),
    Measure(
        name="mtld",
        label="Lexical diversity (MTLD)",
        unit="words",
        range=(0.0, float("inf")),
        direction="more varied words",
        formula="How many words can be read on average before fewer than 72% of them are"
        " different ones, forwards and backwards.",
        source="McCarthy and Jarvis 2010",
        function=mtld,
        family="diversity",
        digits=1,
        fewest_words=100,
    ),
)
