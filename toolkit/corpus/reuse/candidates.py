"""Pairs of articles that may share enough: those with a rare n-gram in common (prefix filter).

Numbers that are packed into one, so that sorting them sorts everything: articles take 24 bits,
hashes 35, how many articles have an n-gram 5 (in half octaves). Articles are numbered by *rank*
here: by size, equal ones in order of input, so that of two the first is never the larger.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from toolkit.corpus.reuse.runs import Runs
from toolkit.corpus.reuse.shingles import HASH_BITS
from toolkit.corpus.reuse.threshold import Threshold

ARTICLE_BITS = 24
MOST_ARTICLES = 1 << ARTICLE_BITS
_U = np.uint64
_ARTICLE = _U(MOST_ARTICLES - 1)
_HASH = _U((1 << HASH_BITS) - 1)
# How many articles have an n-gram, in half octaves: 2, 3, 4, 6, 8, 12 ...
_STEPS = np.array([(2 + k % 2) << (k // 2) for k in range(1, 32)])


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where temporary files go, and for how many numbers there is room in memory.

    ``step`` is called with how far one has come, from 0 to 1.
    """

    folder: Path
    room: int
    step: Callable[[float], object] = lambda share: None

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
    postings: Runs,
    kept: np.ndarray,
    sizes: np.ndarray,
    threshold: Threshold,
    place: Workplace,
) -> Runs:
    """All pairs that may reach the threshold, and some that do not; the same pair may come twice.

    ``postings`` are n-grams with the article they stand in (:func:`pack`), and are used up;
    ``kept`` says how many different hashes each article has, ``sizes`` how many n-grams. Pairs
    are packed ranks, the smaller first.
    """
    order = by_size(sizes)
    rank = np.empty(len(order), np.uint64)
    rank[order] = np.arange(len(order), dtype=np.uint64)
    by, found_by = (np.minimum(x, kept)[order] for x in threshold.prefixes(sizes))
    shared = _shared(postings, rank, place)
    postings.close()
    looked_up = _prefixes(shared, by, found_by, kept[order], place)
    shared.close()
    ordered = sizes[order]
    last = np.searchsorted(ordered, threshold.largest(ordered), "right") - 1
    pairs = _joined(looked_up, last, place)
    looked_up.close()
    return pairs


def _shared(postings: Runs, rank: np.ndarray, place: Workplace) -> Runs:
    """The n-grams that several articles have, put by article, and there the rarest first."""
    shared = place.runs("shared")
    done = 0
    for rows in postings.slices(ARTICLE_BITS):
        hashes = rows >> _U(ARTICLE_BITS)
        begins = np.flatnonzero(_first_of_each(hashes))
        counts = np.diff(begins, append=len(rows))
        several = np.repeat(counts > 1, counts)
        rarity = np.searchsorted(_STEPS, np.repeat(counts[counts > 1], counts[counts > 1]), "left")
        owners = rank[(rows[several] & _ARTICLE).astype(np.int64)]
        shared.add(
            (owners << _U(64 - ARTICLE_BITS))
            | (rarity.astype(np.uint64) << _U(HASH_BITS))
            | hashes[several]
        )
        done += len(rows)
        place.step(0.4 * done / len(postings))
    return shared


def _prefixes(
    shared: Runs, by: np.ndarray, found_by: np.ndarray, kept: np.ndarray, place: Workplace
) -> Runs:
    """The rarest n-grams of each article, put by hash; the last bit says: looked up by this one.

    The rarest of all are those that no other article has; they were left out, and count here.
    """
    prefixes = place.runs("prefixes")
    done = 0
    for rows in shared.slices(64 - ARTICLE_BITS):
        owners = (rows >> _U(64 - ARTICLE_BITS)).astype(np.int64)
        begins = np.flatnonzero(_first_of_each(owners))
        counts = np.diff(begins, append=len(rows))
        alone = np.repeat(kept[owners[begins]] - counts, counts)
        position = np.arange(len(rows)) - np.repeat(begins, counts) + alone
        chosen = position < found_by[owners]
        owners, hashes = owners[chosen], rows[chosen] & _HASH
        looked_up = (position[chosen] < by[owners]).astype(np.uint64)
        prefixes.add((pack(hashes, owners) << _U(1)) | looked_up)
        done += len(rows)
        place.step(0.4 + 0.3 * done / len(shared))
    return prefixes


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
        place.step(0.7 + 0.3 * done / len(prefixes))
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
