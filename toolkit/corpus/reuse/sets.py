"""The hashes of all articles in a temporary file."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import numpy as np

_AT_A_TIME = 1 << 18  # hashes, of some hundred articles


class Sets:
    """The hashes of each article, rising, in order of the articles.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sets = Sets(Path(folder) / "sets")
    ...     sets.add(np.array([3, 5, 4], np.uint64), np.array([2, 0, 1]))
    ...     sets.of(2).tolist(), [(first, edges.tolist()) for first, edges, _ in sets.blocks()]
    ([4], [(0, [0, 2, 2, 3])])
    """

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("w+b")
        self._path = path
        self._counts: list[np.ndarray] = [np.zeros(1, np.int64)]
        self._bounds = np.zeros(1, np.int64)

    def add(self, hashes: np.ndarray, counts: np.ndarray) -> None:
        """Those of the next articles, and how many each of these has."""
        self._file.write(hashes.data)
        self._counts.append(counts)

    @property
    def bounds(self) -> np.ndarray:
        """The bounds of the articles in all that are there."""
        if len(self._counts) > 1:
            more = np.cumsum(np.concatenate([self._bounds[-1:], *self._counts[1:]]))
            self._bounds = np.concatenate((self._bounds, more[1:]))
            self._counts = self._counts[:1]
        return self._bounds

    def of(self, article: int) -> np.ndarray:
        """The hashes of one article."""
        first, last = self.bounds[article : article + 2].tolist()
        return self._read(first, last)

    def blocks(self) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """All of them: the first article of each block, its articles' bounds, and the hashes."""
        bounds = self.bounds
        first = 0
        while first < len(bounds) - 1:
            last = int(np.searchsorted(bounds, bounds[first] + _AT_A_TIME, "right")) - 1
            last = max(first + 1, last)
            edges = bounds[first : last + 1]
            yield first, edges - edges[0], self._read(int(edges[0]), int(edges[-1]))
            first = last

    def close(self) -> None:
        """Give the disk its room back."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _read(self, first: int, last: int) -> np.ndarray:
        self._file.seek(8 * first)
        return np.frombuffer(self._file.read(8 * (last - first)), np.uint64)
