"""How many hashes the articles of a pair share: nearly always what their words would say."""

from collections.abc import Iterable, Iterator

import numpy as np

from toolkit.corpus.reuse.candidates import by_size, unpack_pairs
from toolkit.corpus.reuse.sets import Sets
from toolkit.corpus.reuse.threshold import Threshold

_AT_A_TIME = 1 << 20  # hashes of pairs, in one sorting


def shared(pairs: Iterable[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """How many numbers the two arrays of each pair share, if in each none comes twice."""
    return np.array([_shared(*pair) for pair in pairs], np.int64)


def _shared(one: np.ndarray, other: np.ndarray) -> int:
    together = np.concatenate((one, other))
    together.sort()
    return int(np.count_nonzero(together[1:] == together[:-1]))


class Counter:
    """Counts what pairs share, and drops those that cannot reach the threshold.

    ``kept`` says how many hashes each article has, ``sizes`` how many n-grams.
    """

    def __init__(
        self,
        sets: Sets,
        kept: np.ndarray,
        sizes: np.ndarray,
        threshold: Threshold,
    ) -> None:
        self._sets, self._kept, self._sizes = sets, kept, sizes
        self._order = by_size(sizes)
        self._threshold = threshold

    def promising(self, pairs: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Of packed pairs of ranks, each once, the articles of those that share enough hashes."""
        small, large = (self._order[ranks] for ranks in unpack_pairs(pairs))
        lost = np.minimum(*((self._sizes - self._kept)[side] for side in (small, large)))
        least = self._threshold.least_shared(self._sizes[small], self._sizes[large]) - lost
        length = self._kept[small] + self._kept[large]
        ends = np.cumsum(length)
        done = 0
        while done < len(pairs):
            before = ends[done] - length[done]
            to = max(done + 1, int(np.searchsorted(ends, before + _AT_A_TIME, "right")))
            part = slice(done, to)
            enough = self._shared(small[part], large[part]) >= least[part]
            yield small[part][enough], large[part][enough]
            done = to

    def _shared(self, small: np.ndarray, large: np.ndarray) -> np.ndarray:
        articles, places = np.unique(np.stack([small, large], axis=1), return_inverse=True)
        known = [self._sets.of(article) for article in articles.tolist()]
        return shared((known[a], known[b]) for a, b in places.reshape(-1, 2).tolist())
