"""Copied text: overlap of word 5-grams and the passages two tellings share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from toolkit.article import Passage
from toolkit.text.document import Document
from toolkit.text.segments import ratio

NGRAM = 5
_MOST_PASSAGES = 100_000  # of one pair; texts that repeat themselves without end have more


# On either side of a mark that fills its line or lines.
_LINE_BEGINS = re.compile(r"(?:\A|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])[ \t]*\Z")
_LINE_ENDS = re.compile(r"[ \t]*(?:\Z|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])")


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
    ranks, size = forms.astype(np.int64), 1
    while size < n:
        step = min(size, n - size)
        ranks, size = _longer(ranks, step), size + step
    return ranks


def _longer(ranks: np.ndarray, step: int) -> np.ndarray:
    """From numbers for words on from each position to numbers for ``step`` words more.

    ``step`` is at most as many words as there are: each longer run is two that overlap or touch.
    """
    if len(ranks) <= step:
        return np.zeros(0, np.int64)
    keys = ranks[:-step] * (int(ranks.max()) + 1) + ranks[step:]
    return np.unique(keys, return_inverse=True)[1].reshape(-1)


def _joined(document: Document, a: int, b: int) -> tuple[np.ndarray, int]:
    """The word forms of both articles in one array, and where the second begins.

    Between them stands a word that is in neither, so that no run goes from one into the other.
    """
    edges = document.article_words
    forms = document.words.forms.astype(np.int64)
    first, second = forms[edges[a] : edges[a + 1]], forms[edges[b] : edges[b + 1]]
    return np.concatenate((first, [forms.max(initial=-1) + 1], second)), len(first) + 1


def overlap(document: Document, a: int, b: int, n: int = NGRAM) -> Overlap:
    """How many distinct word ``n``-grams articles ``a`` and ``b`` of a document share.

    >>> document = Document.of_texts(["a b c d e f", "a b c d e g", "a"])
    >>> overlap(document, 0, 1).jaccard, overlap(document, 0, 2).containment_b_in_a
    (0.3333333333333333, nan)
    """
    words, second_begins = _joined(document, a, b)
    return _overlap(ngrams(words, n), second_begins, n)


def _overlap(grams: np.ndarray, second_begins: int, n: int) -> Overlap:
    first = np.unique(grams[: max(0, second_begins - n)])
    second = np.unique(grams[second_begins:])
    shared = len(np.intersect1d(first, second, assume_unique=True))
    sizes = np.array([len(first) + len(second) - shared, len(first), len(second)])
    jaccard, a_in_b, b_in_a = ratio(np.full(3, shared), sizes).tolist()
    return Overlap(jaccard, a_in_b, b_in_a, shared, len(first) - shared, len(second) - shared)


def shared_passages(
    document: Document, a: int, b: int, least: int = NGRAM
) -> tuple[SharedPassage, ...]:
    """All maximal runs of at least ``least`` words that both articles have, in order of ``a``.

    A run is maximal when no word can be added on either side. A passage that stands twice in
    one telling is found twice. A heading or a line of furniture ends a run. Where there are
    more than 100,000 runs, only longer ones are listed, or the first of nearly equal ones.

    >>> document = Document.of_texts(["Said: “I can’t sell it!” today.", "I CAN'T SELL IT ever."])
    >>> found = shared_passages(document, 0, 1, least=3)[0]
    >>> document.articles[0].words_of(found.a), document.articles[1].words_of(found.b)
    ('I can’t sell it', "I CAN'T SELL IT")
    """
    return _passages(document, a, b, shared_runs(document, a, b, least))


def copied(document: Document, a: int, b: int) -> tuple[tuple[SharedPassage, ...], Overlap]:
    """:func:`shared_passages` and :func:`overlap` of two articles, which is faster together."""
    words, second_begins = _joined(document, a, b)
    grams = ngrams(words, NGRAM)
    runs = _runs(document, a, b, NGRAM, words, second_begins, grams)
    return _passages(document, a, b, runs), _overlap(grams, second_begins, NGRAM)


WordRun = tuple[int, int, int]
"""A run as numbers: its first word in each article, counted from 0, and how many it has."""


def shared_runs(document: Document, a: int, b: int, least: int = NGRAM) -> list[WordRun]:
    """The runs of :func:`shared_passages` as word numbers, in order of ``a``."""
    words, second_begins = _joined(document, a, b)
    return _runs(document, a, b, least, words, second_begins, ngrams(words, least))


def _runs(
    document: Document,
    a: int,
    b: int,
    least: int,
    words: np.ndarray,
    second_begins: int,
    grams: np.ndarray,
) -> list[WordRun]:
    levels = [(least, grams)]
    begins, total = _begins(words, second_begins, levels[0][1])
    while total > _MOST_PASSAGES:
        levels.append(_doubled(*levels[-1]))
        more, total = _begins(words, second_begins, levels[-1][1])
        begins = more if total else begins
    while _equal(levels[-1][1], *begins).any():
        levels.append(_doubled(*levels[-1]))
    lengths = _lengths([*levels[::-1], *[(1, words)] * (least - 1)], *begins)
    breaks = line_breaks(document, a), line_breaks(document, b)
    return sorted(
        piece
        for at_a, at_b, n_words in zip(*(x.tolist() for x in (*begins, lengths)), strict=True)
        for piece in _unbroken((at_a, at_b - second_begins, n_words), breaks)
        if piece[2] >= least
    )


_Places = tuple[np.ndarray, np.ndarray]
"""Positions in one array of words: of the first article, and as many of the second."""


def _begins(words: np.ndarray, second_begins: int, grams: np.ndarray) -> tuple[_Places, int]:
    """Where maximal runs begin: at equal n-grams that follow different words.

    Returns the first hundred thousand of them, and how many there are.
    """
    before = np.concatenate(([-1], words[:-1]))[: len(grams)]
    keys = grams * (int(words.max()) + 2) + before + 1
    first, second = grams[:second_begins], grams[second_begins:]
    order = np.argsort(keys[second_begins:], kind="stable")
    low, high = (np.searchsorted(second[order], first, side) for side in ("left", "right"))
    same_low, same_high = (
        np.searchsorted(keys[second_begins:][order], keys[:second_begins], side)
        for side in ("left", "right")
    )
    count = (high - low) - (same_high - same_low)
    total = int(count.sum())
    count = np.clip(_MOST_PASSAGES - (np.cumsum(count) - count), 0, count)
    at_a = np.repeat(np.arange(len(first)), count)
    place = low[at_a] + np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    place += np.where(place >= same_low[at_a], (same_high - same_low)[at_a], 0)
    return (at_a, order[place] + second_begins), total


def _doubled(size: int, ranks: np.ndarray) -> tuple[int, np.ndarray]:
    """From numbers for ``size`` words on from each position to numbers for twice as many."""
    return 2 * size, _longer(ranks, size)


def _equal(ranks: np.ndarray, at_a: np.ndarray, at_b: np.ndarray) -> np.ndarray:
    """Whether the ranks at each two positions are equal; beyond the end they are not."""
    inside = at_b < len(ranks)
    equal = np.zeros(len(at_a), bool)
    equal[inside] = ranks[at_a[inside]] == ranks[at_b[inside]]
    return equal


def _lengths(
    levels: list[tuple[int, np.ndarray]], at_a: np.ndarray, at_b: np.ndarray
) -> np.ndarray:
    """How many words run on equally from each two positions: long steps first, then shorter."""
    length = np.zeros(len(at_a), np.int64)
    for size, ranks in levels:
        length += size * _equal(ranks, at_a + length, at_b + length)
    return length


def line_breaks(document: Document, article: int) -> list[int]:
    """Before which words of an article a heading or a line of furniture stands."""
    text = document.articles[article].text
    lines = [
        mark.start
        for mark in document.articles[article].marks
        if _LINE_BEGINS.search(text, max(0, mark.start - 80), mark.start)
        and _LINE_ENDS.match(text, mark.end)
    ]
    first, last = document.article_words[article : article + 2]
    return np.searchsorted(document.words.starts[first:last], lines).tolist()


def _unbroken(run: WordRun, breaks: tuple[list[int], list[int]]) -> Iterator[WordRun]:
    """The pieces of a run between the breaks inside it."""
    at_a, at_b, n_words = run
    cuts = {k - at for at, places in zip(run, breaks, strict=False) for k in places}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < n_words), n_words]
    for first, last in pairwise(edges):
        yield at_a + first, at_b + first, last - first


def _passages(document: Document, a: int, b: int, runs: list[WordRun]) -> tuple[SharedPassage, ...]:
    return tuple(
        SharedPassage(
            passage_of_words(document, a, at_a, n_words),
            passage_of_words(document, b, at_b, n_words),
            n_words,
        )
        for at_a, at_b, n_words in runs
    )


def passage_of_words(document: Document, article: int, word: int, count: int) -> Passage:
    """The passage of ``count`` words of an article from its word number ``word`` on."""
    first = document.article_words[article] + word
    words = document.words
    return Passage(
        document.articles[article].id,
        int(words.starts[first]),
        int(words.ends[first + count - 1]),
    )
