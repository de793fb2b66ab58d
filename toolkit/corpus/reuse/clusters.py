"""Groups of articles: who is connected with whom, over however many others."""

import numpy as np


class Clusters:
    """Connected components of a graph of articles, grown pair by pair.

    >>> clusters = Clusters(5)
    >>> clusters.connect(3, 1)
    >>> clusters.connect(4, 3)
    >>> clusters.numbers().tolist()
    [0, 1, 0, 1, 1]
    """

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def connect(self, a: int, b: int) -> None:
        """Put the groups of two articles together."""
        first, second = self._root(a), self._root(b)
        self._parent[max(first, second)] = min(first, second)

    def numbers(self) -> np.ndarray:
        """For each article the number of its group, from 1 in order of their first; 0 if alone."""
        roots = np.array([self._root(k) for k in range(len(self._parent))], np.int64)
        return _numbered(roots)

    def _root(self, k: int) -> int:
        parent = self._parent
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k


def _numbered(roots: np.ndarray) -> np.ndarray:
    first, counts = np.unique(roots, return_counts=True)
    number = np.zeros(len(roots), np.int64)
    several = first[counts > 1]
    number[several] = np.arange(1, len(several) + 1)
    return number[roots]
