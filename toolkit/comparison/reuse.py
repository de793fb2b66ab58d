"""Copied text: overlap of word 5-grams and the passages two tellings share."""

from dataclasses import dataclass

import numpy as np

from toolkit.article import Passage
from toolkit.text.document import Document
from toolkit.text.segments import ratio

NGRAM = 5
_MOST_MATCHES = 4_000_000  # beyond this the commonest 5-grams are skipped, to bound memory


@dataclass(frozen=True, slots=True)
class Overlap:
    """Overlap of the distinct word 5-grams of two tellings (Broder 1997).

    ``jaccard``: shared 5-grams among all of both. ``containment_a_in_b``: the share of A's
    5-grams that B has too. NaN where there are no 5-grams to divide by.
    """

    jaccard: float
    containment_a_in_b: float
    containment_b_in_a: float
    shared: int
    only_a: int
    only_b: int


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in the same order in both tellings, as long as they run on.

    Case, punctuation and the style of quotes and apostrophes are ignored.
    """

    a: Passage
    b: Passage
    n_words: int


def ngrams(forms: np.ndarray, n: int) -> np.ndarray:
    """A number for the ``n`` words from each position on; equal words, equal number. Exact.

    >>> ngrams(np.array([4, 7, 4, 7, 4]), 2).tolist()
    [0, 1, 0, 1]
    """
    ranks = forms.astype(np.int64)
    size = int(forms.max(initial=0)) + 1
    for k in range(1, n):
        if len(ranks) < 2:
            return np.zeros(0, np.int64)
        keys = ranks[:-1] * size + forms[k:]
        ranks = np.unique(keys, return_inverse=True)[1].reshape(-1)
    return ranks


def _pair_ngrams(document: Document, a: int, b: int, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The n-grams of two articles in one numbering; none runs from one into the other."""
    edges = document.article_words
    forms = document.words.forms
    first, second = forms[edges[a] : edges[a + 1]], forms[edges[b] : edges[b + 1]]
    wall = np.full(n, forms.max(initial=0) + 1, forms.dtype)  # a word that is in neither
    ranks = ngrams(np.concatenate((first, wall, second)), n)
    return ranks[: max(0, len(first) - n + 1)], ranks[len(first) + n :]


def overlap(document: Document, a: int, b: int, n: int = NGRAM) -> Overlap:
    """How many distinct word ``n``-grams articles ``a`` and ``b`` of a document share.

    >>> document = Document.of_texts(["a b c d e f", "a b c d e g", "a"])
    >>> overlap(document, 0, 1).jaccard, overlap(document, 0, 2).containment_b_in_a
    (0.3333333333333333, nan)
    """
    first, second = (np.unique(grams) for grams in _pair_ngrams(document, a, b, n))
    shared = len(np.intersect1d(first, second, assume_unique=True))
    sizes = np.array([len(first) + len(second) - shared, len(first), len(second)])
    jaccard, a_in_b, b_in_a = ratio(np.full(3, shared), sizes).tolist()
    return Overlap(jaccard, a_in_b, b_in_a, shared, len(first) - shared, len(second) - shared)


def shared_passages(
    document: Document, a: int, b: int, least: int = NGRAM
) -> tuple[SharedPassage, ...]:
    """All maximal runs of at least ``least`` words that both articles have, in order of ``a``.

    A run is maximal when no word can be added on either side. A passage that stands twice in
    one telling is found twice.

    >>> document = Document.of_texts(["Said: “I can’t sell it!” today.", "I CAN'T SELL IT ever."])
    >>> found = shared_passages(document, 0, 1, least=3)[0]
    >>> document.articles[0].words_of(found.a), document.articles[1].words_of(found.b)
    ('I can’t sell it', "I CAN'T SELL IT")
    """
    first, second = _pair_ngrams(document, a, b, least)
    at_a, at_b = _matches(first, second)
    begins = np.ones(len(at_a), bool)
    begins[1:] = (np.diff(at_a) != 1) | (np.diff(at_b) != 1)
    begin = np.flatnonzero(begins)
    words = np.diff(np.append(begin, len(at_a))) + least - 1
    found = [
        SharedPassage(
            _passage(document, a, int(at_a[k]), int(n)),
            _passage(document, b, int(at_b[k]), int(n)),
            int(n),
        )
        for k, n in zip(begin.tolist(), words.tolist(), strict=True)
    ]
    return tuple(sorted(found, key=lambda p: (p.a.start, p.b.start)))


def _matches(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of equal n-grams, sorted so that a run is a stretch of neighbouring rows."""
    order = np.argsort(second, kind="stable")
    low = np.searchsorted(second[order], first, "left")
    count = np.searchsorted(second[order], first, "right") - low
    if count.sum() > _MOST_MATCHES:
        ascending = np.sort(count)
        limit = ascending[np.searchsorted(np.cumsum(ascending), _MOST_MATCHES)]
        count = np.where(count < limit, count, 0)
    at_a = np.repeat(np.arange(len(first)), count)
    step = np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    at_b = order[np.repeat(low, count) + step]
    by_run = np.lexsort((at_a, at_b - at_a))
    return at_a[by_run], at_b[by_run]


def _passage(document: Document, article: int, word: int, count: int) -> Passage:
    first = document.article_words[article] + word
    words = document.words
    return Passage(
        document.articles[article].id,
        int(words.starts[first]),
        int(words.ends[first + count - 1]),
    )
