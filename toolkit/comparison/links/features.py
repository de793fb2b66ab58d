"""What speaks for two sentences of two tellings saying the same: sixteen things to count.

Most of them compare the words of the two sentences: which have a partner, in what order, and
what is left over. Two words are partners when they have one root (:mod:`.words`). The others
look at the articles around: which letters are rare there, how far ahead of the next best
candidate the sentence is, and whether its neighbours are alike too. All are the same for (a, b)
as for (b, a).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from toolkit.comparison.links.words import (
    NEGATION,
    NUMBER,
    PREPOSITION,
    REPORTING,
    WIDTH,
    Sentences,
)

MANY = 10  # sentences of the other telling that a lead is over
_CELLS = 1 << 22  # of one block of pairs, so that memory stays bounded
_BITS = np.arange(WIDTH, dtype=np.uint64)
_ONE = np.uint64(1)
_ALL = np.uint64(2**64 - 1)


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that is counted."""

    name: str
    label: str


FEATURES = (
    Feature("words", "share of the words that have a partner"),
    Feature("order", "share of the words that stand in the same order"),
    Feature("inside", "share of the shorter sentence that stands in the other in order"),
    Feature("run", "longest run of the same words"),
    Feature("numbers", "numbers in one of the two only"),
    Feature("negation", "negation in one of the two only"),
    Feature("reporting", "words of reporting in one of the two only"),
    Feature("prepositions", "prepositions in one of the two only"),
    Feature("gap", "longest run of words without a partner"),
    Feature("ending", "words that one of the two goes on for"),
    Feature("shared", "how many and how rare the words in common are"),
    Feature("letters", "likeness of the letters"),
    Feature("rare_letters", "likeness of the letters, rare ones counting more"),
    Feature("lead", "how far ahead of the next candidate for either"),
    Feature("lead_of_one", "how far ahead of the next candidate for one of them"),
    Feature("neighbours", "likeness of the sentences before and after"),
)
WORDING = 11  # the first of them, which need nothing but the words of the two sentences


def wording(first: Sentences, second: Sentences, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """The features of wording, for pairs of sentences (pairs, 11)."""
    found = np.zeros((len(rows), WORDING))
    longest = np.maximum(first.lengths[rows], second.lengths[cols])
    for here in _blocks(longest):
        found[here] = _wording(first, second, rows[here], cols[here])
    return found


def surroundings(alike: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """The likeness, both leads and the likeness of neighbours, for pairs (pairs, 4).

    ``alike``: the similarity of every two sentences of the two tellings. To be ahead of two or
    three others says little, so below ``MANY`` others a lead counts in proportion to them.
    """
    if not len(rows):
        return np.zeros((0, len(FEATURES) - WORDING - 1))
    here = alike[rows, cols]
    n, m = alike.shape
    leads = [
        (here - _others(alike, rows, cols)) * min(1.0, (m - 1) / MANY),
        (here - _others(alike.T, cols, rows)) * min(1.0, (n - 1) / MANY),
    ]
    around = np.zeros(len(rows))
    for i in (rows - 1, rows + 1):
        for j in (cols - 1, cols + 1):
            inside = (i >= 0) & (i < n) & (j >= 0) & (j < m)
            at = np.where(inside, i, 0), np.where(inside, j, 0)
            around = np.maximum(around, np.where(inside, alike[at], 0.0))
    return np.column_stack((here, np.minimum(*leads), np.maximum(*leads), around))


def _others(alike: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """The best similarity of each of ``rows`` with any but the given column."""
    best = alike.argmax(1)
    top = alike[np.arange(len(best)), best]
    rest = alike.copy()
    rest[np.arange(len(best)), best] = 0.0
    return np.where(best[rows] == cols, rest.max(1)[rows], top[rows])


def _blocks(longest: np.ndarray) -> Iterator[np.ndarray]:
    """Pairs in blocks of bounded memory, the shorter ones first."""
    order = np.argsort(longest, kind="stable")
    first = 0
    while first < len(order):
        width = max(1, int(longest[order[first]]))
        last = min(len(order), first + max(1, _CELLS // (width * WIDTH)))
        width = max(1, int(longest[order[last - 1]]))
        last = min(last, first + max(1, _CELLS // (width * WIDTH)))
        yield order[first:last]
        first = last


def _wording(first: Sentences, second: Sentences, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    a, b = first.lengths[rows], second.lengths[cols]
    a_roots, a_weight, a_kinds = first.rows(rows, int(a.max(initial=1)), -1)
    b_roots, b_weight, b_kinds = second.rows(cols, int(b.max(initial=1)), -2)
    bits = partners(a_roots, b_roots)
    has_b = bits != 0
    has_a = _unpacked(np.bitwise_or.reduce(bits, axis=1))[:, : a_roots.shape[1]]
    sums = [
        (has.sum(1), (has * weight).sum(1), ~has & (np.arange(has.shape[1]) < length[:, None]))
        for has, weight, length in ((has_a, a_weight, a), (has_b, b_weight, b))
    ]
    (count_a, rare_a, left_a), (count_b, rare_b, left_b) = sums

    def left(kind: int) -> list[np.ndarray]:
        return [
            (((kinds & kind) != 0) & over).sum(1)
            for kinds, over in ((a_kinds, left_a), (b_kinds, left_b))
        ]

    none = [((kinds & NEGATION) == 0).all(1) for kinds in (a_kinds, b_kinds)]
    common = common_order(bits, a)
    ends = [
        length - np.where(has, np.arange(1, has.shape[1] + 1), 0).max(1, initial=0)
        for has, length in ((has_a, a), (has_b, b))
    ]
    return np.column_stack(
        (
            np.minimum(count_a / np.maximum(a, 1), count_b / np.maximum(b, 1)),
            2 * common / np.maximum(a + b, 1),
            common / np.maximum(np.minimum(a, b), 1),
            np.log1p(longest_run(bits)),
            np.log1p(sum(left(NUMBER))),
            none[0] != none[1],
            np.log1p(sum(left(REPORTING))),
            np.log1p(np.maximum(*left(PREPOSITION))),
            np.log1p(np.maximum(_longest(left_a), _longest(left_b))),
            np.log1p(np.abs(ends[0] - ends[1])),
            np.log1p(np.minimum(rare_a, rare_b) / 10),
        )
    )


def partners(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """For each word of the rows of ``second``, the places of equal ones in ``first`` as bits.

    >>> partners(np.array([[5, 7, 5]]), np.array([[7, 5]])).tolist()
    [[2, 5]]
    """
    equal = np.zeros((*second.shape, WIDTH), bool)
    np.equal(first[:, None, :], second[:, :, None], out=equal[..., : first.shape[1]])
    return np.packbits(equal, bitorder="little").view("<u8").reshape(second.shape)


def _unpacked(bits: np.ndarray) -> np.ndarray:
    return ((bits[:, None] >> _BITS) & _ONE).astype(bool)


def common_order(bits: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """How many words the longest common subsequence has (bit by bit: Hyyrö 2004).

    ``bits``: :func:`partners`; ``lengths``: words of the first of each pair.
    """
    left = np.full(len(bits), _ALL)
    for column in bits.T:
        kept = left & column
        left = (left + kept) | (left - kept)
    short = np.minimum(lengths, WIDTH - 1).astype(np.uint64)
    within = np.where(lengths < WIDTH, (_ONE << short) - _ONE, _ALL)
    return np.bitwise_count(~left & within).astype(np.int64)


def longest_run(bits: np.ndarray) -> np.ndarray:
    """How many words the longest run has that both sentences of a pair have."""
    longest = np.zeros(len(bits), np.int64)
    pairs, runs = np.arange(len(bits)), bits  # runs of `length` words, at their last word
    for length in range(1, WIDTH + 1):
        alive = runs.any(1)
        if not alive.any():
            break
        pairs, runs = pairs[alive], runs[alive]
        longest[pairs] = length
        runs = (runs[:, :-1] << _ONE) & bits[pairs, length:]
    return longest


def _longest(marked: np.ndarray) -> np.ndarray:
    """The longest run of True in each row."""
    place = np.arange(1, marked.shape[1] + 1)
    last_off = np.maximum.accumulate(np.where(marked, 0, place), axis=1)
    return (place - last_off).max(1, initial=0)
