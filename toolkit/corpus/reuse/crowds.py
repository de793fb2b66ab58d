"""Crowds: hundreds of articles that are nearly one text, of which all pairs would be of no use.

Five thousand variants of one weather report are twelve million pairs. An article that more than
``CROWD`` later ones are near to is therefore taken as the *first* of these, its *variants*: each
of them is in a pair with the first only, as a copy is (leader clustering; Hartigan 1975). Near is
a Jaccard coefficient of at least ``NEAR``, or of the threshold, if that is higher, as the hashes
have it. Articles are gone through in order of input, and none is a variant of two.
"""

from collections.abc import Iterator

import numpy as np

from toolkit.corpus.reuse.candidates import ARTICLE_BITS, pack
from toolkit.corpus.reuse.sets import Sets
from toolkit.text.segments import sums

CROWD = 200
NEAR = 0.9
COMMON = CROWD // 2
"""As many articles of a crowd have most of what any article of it has."""
MOSTLY = 0.7
"""Let A be the first of a crowd: each variant lacks at most a tenth of A's n-grams, so fewer than
a fifth of these are lacking in half of the variants or more. A variant shares nine tenths with A,
so at least seven tenths of its own n-grams are in half of the variants."""
_CELLS = 1 << 20
_AT_A_TIME = 500  # articles
_U = np.uint64


def variants(
    sets: Sets, crowded: np.ndarray, near: float = NEAR, crowd: int | None = None
) -> list[tuple[int, int]]:
    """The variants, each with its first. ``crowded``: the articles that may be either, rising."""
    crowd = CROWD if crowd is None else crowd
    found: list[tuple[int, int]] = []
    if len(crowded) <= crowd:
        return found
    index = _Index(sets, crowded, near)
    free = dict.fromkeys(crowded.tolist(), True)
    for first in crowded.tolist():
        if not free[first]:
            continue
        likely = [one for one in index.likely(first) if one > first and free[one]]
        if len(likely) <= crowd:
            continue
        members = _near(sets, first, likely, near)
        if len(members) > crowd:
            found += [(member, first) for member in members]
            free.update(dict.fromkeys(members, False))
    return found


class _Index:
    """The rarest n-grams of some articles: near ones have one of these in common.

    See :mod:`toolkit.corpus.reuse.threshold`. Rare is what has a low count in its cell.
    """

    def __init__(self, sets: Sets, articles: np.ndarray, near: float) -> None:
        self._sets, self._near = sets, near
        self._counts = np.zeros(_CELLS, np.int64)
        for article in articles.tolist():
            np.add.at(self._counts, _cell(sets.of(article)), 1)
        parts = [pack(found := self._rarest(k), np.full(len(found), k)) for k in articles.tolist()]
        self._postings = np.sort(np.concatenate(parts))

    def _rarest(self, article: int) -> np.ndarray:
        hashes = self._sets.of(article)
        order = np.argsort(self._counts[_cell(hashes)], kind="stable")  # of equal ones the lower
        return hashes[order[: len(hashes) - int(np.ceil(self._near * len(hashes) - 1e-6)) + 1]]

    def likely(self, article: int) -> list[int]:
        """The articles that may be near to one, and itself."""
        wanted = np.sort(self._rarest(article))
        low = np.searchsorted(self._postings, wanted << _U(ARTICLE_BITS))
        high = np.searchsorted(self._postings, (wanted + _U(1)) << _U(ARTICLE_BITS))
        ranges = [self._postings[a:b] for a, b in zip(low.tolist(), high.tolist(), strict=True)]
        return np.unique(np.concatenate(ranges) & _U((1 << ARTICLE_BITS) - 1)).tolist()


def _cell(hashes: np.ndarray) -> np.ndarray:
    return (hashes & _U(_CELLS - 1)).astype(np.int64)


def _near(sets: Sets, first: int, others: list[int], near: float) -> list[int]:
    """Those of the others that are near."""
    wanted = sets.of(first)
    return [one for part in _parts(others) for one in _near_part(sets, wanted, part, near)]


def _near_part(sets: Sets, wanted: np.ndarray, others: list[int], near: float) -> list[int]:
    theirs = [sets.of(one) for one in others]
    sizes = np.array([len(hashes) for hashes in theirs])
    together = np.concatenate(theirs)
    at = np.minimum(np.searchsorted(wanted, together), len(wanted) - 1)
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    shared = sums(wanted[at] == together, bounds)
    enough = shared / (len(wanted) + sizes - shared) >= near
    return np.array(others)[enough].tolist()


def _parts(others: list[int]) -> Iterator[list[int]]:
    for begin in range(0, len(others), _AT_A_TIME):
        yield others[begin : begin + _AT_A_TIME]
