"""Pairs of articles that may share enough: those with a rare n-gram in common (prefix filter).

Numbers are packed into one, so that sorting them sorts everything: articles take 24 bits, hashes
35. Articles are numbered by *rank* here: by size, equal ones in order of input, so that of two the
first is never the larger.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from toolkit.corpus.reuse.runs import Runs
from toolkit.corpus.reuse.shingles import HASH_BITS
from toolkit.corpus.reuse.sieve import Sieve
from toolkit.corpus.reuse.threshold import Threshold

ARTICLE_BITS = 24
MOST_ARTICLES = 1 << ARTICLE_BITS
_U = np.uint64
_ARTICLE = _U(MOST_ARTICLES - 1)
_HASH = _U((1 << HASH_BITS) - 1)
_SHARED = _U(2 << HASH_BITS)  # how common what two articles have is, with its hash, at least


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where temporary files go, and for how many numbers there is room in memory.

    ``step`` is called with how far one has come, from 0 to 1.
    """

    folder: Path
    room: int
    step: Callable[[float], object] = lambda share: None

    @property
    def table(self) -> int:
        """For how many bytes there is room in a table."""
        return 40 * self.room

    def runs(self, name: str) -> Runs:
        """Somewhere to put numbers in."""
        return Runs(self.folder / name, self.room)


def pack(hashes: np.ndarray, articles: np.ndarray) -> np.ndarray:
    """Hash and article in one number."""
    return (hashes << _U(ARTICLE_BITS)) | articles.astype(np.uint64)


def pack_pairs(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Two articles in one number (uint64)."""
    return (first.astype(np.uint64) << _U(ARTICLE_BITS)) | second.astype(np.uint64)


def unpack_pairs(pairs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The two articles of each pair (int64)."""
    return (pairs >> _U(ARTICLE_BITS)).astype(np.int64), (pairs & _ARTICLE).astype(np.int64)


def by_size(sizes: np.ndarray) -> np.ndarray:
    """The article of each rank."""
    return np.argsort(sizes, kind="stable")


def candidates(
    sieve: Sieve,
    chosen: np.ndarray,
    kept: np.ndarray,
    sizes: np.ndarray,
    threshold: Threshold,
    place: Workplace,
) -> Runs:
    """All pairs that may reach the threshold, and some that do not; the same pair may come twice.

    ``chosen`` (bool) are the articles that may be in one; ``kept`` says how many different hashes
    each article has, ``sizes`` how many n-grams. Pairs are packed ranks, the smaller first.
    """
    order = by_size(sizes)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    by, found_by = (np.minimum(x, kept) for x in threshold.prefixes(sizes))
    prefixes = place.runs("prefixes")
    for first, edges, hashes, counts in sieve.blocks():
        here = chosen[first : first + len(edges) - 1]
        if here.any():
            owners = np.repeat(np.arange(first, first + len(here)), np.diff(edges))
            within = chosen[owners]
            keys = (counts[within].astype(np.uint64) << _U(HASH_BITS)) | hashes[within]
            prefixes.add(_prefixes(keys, owners[within], by, found_by, rank))
            place.step(0.5 * (first + len(here)) / len(chosen))
    ordered = sizes[order]
    last = np.searchsorted(ordered, threshold.largest(ordered), "right") - 1
    pairs = _joined(prefixes, last, place)
    prefixes.close()
    return pairs


def _prefixes(
    keys: np.ndarray, owners: np.ndarray, by: np.ndarray, found_by: np.ndarray, rank: np.ndarray
) -> np.ndarray:
    """The rarest n-grams of each article, put by hash; the last bit says: looked up by this one.

    ``keys`` are how common hashes are, and the hashes. Those that no other article has are the
    rarest of all, but lead nowhere.
    """
    begins = np.flatnonzero(_first_of_each(owners))
    bounds = np.append(begins, len(owners))
    for begin, end in pairwise(bounds.tolist()):
        keys[begin:end].sort()
    position = np.arange(len(keys)) - np.repeat(begins, np.diff(bounds))
    useful = (keys >= _SHARED) & (position < found_by[owners])
    keys, owners, position = keys[useful], owners[useful], position[useful]
    looked_up = (position < by[owners]).astype(np.uint64)
    return (pack(keys & _HASH, rank[owners]) << _U(1)) | looked_up


def _joined(prefixes: Runs, last: np.ndarray, place: Workplace) -> Runs:
    """Each article with those after it, up to rank ``last``, under each hash it is looked up by."""
    pairs = place.runs("pairs")
    done = 0
    for rows in prefixes.slices(ARTICLE_BITS + 1):
        hashes = rows >> _U(ARTICLE_BITS + 1)
        ranks = (rows >> _U(1)) & _ARTICLE
        at = np.flatnonzero(rows & _U(1))
        furthest = pack(hashes[at], last[ranks[at].astype(np.int64)]) << _U(1) | _U(1)
        counts = np.searchsorted(rows, furthest, "right") - at - 1
        for first, second in _in_parts(at, counts, place.room):
            pairs.add(np.unique(pack_pairs(ranks[first], ranks[second])))
        done += len(rows)
        place.step(0.5 + 0.5 * done / len(prefixes))
    return pairs


def _in_parts(
    at: np.ndarray, counts: np.ndarray, most: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Places ``at``, each with the ``counts`` places that follow it, some at a time."""
    at, counts = at[counts > 0], counts[counts > 0]
    ends = np.cumsum(counts)
    done = 0
    while done < len(at):
        before = ends[done] - counts[done]
        to = max(done + 1, int(np.searchsorted(ends, before + most, "right")))
        part = counts[done:to]
        first = np.repeat(at[done:to], part)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(part) - part, part)
        yield first, second
        done = to


def _first_of_each(rising: np.ndarray) -> np.ndarray:
    """True where another value begins."""
    first = np.ones(len(rising), bool)
    np.not_equal(rising[1:], rising[:-1], out=first[1:])
    return first
