"""How many hashes the articles of a pair share: nearly always what their words would say."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import numpy as np

from toolkit.corpus.reuse.candidates import by_size, unpack_pairs
from toolkit.corpus.reuse.shingles import HASH_BITS
from toolkit.corpus.reuse.threshold import Threshold

_U = np.uint64
_AT_A_TIME = 1 << 20  # hashes of pairs, in one sorting


class Sets:
    """The hashes of all articles, one after the other in a temporary file."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("w+b")
        self._path = path

    def add(self, hashes: np.ndarray) -> None:
        """Those of the next articles."""
        self._file.write(hashes.data)

    def of(self, first: int, count: int) -> np.ndarray:
        """``count`` hashes from place ``first`` on."""
        self._file.seek(8 * first)
        return np.frombuffer(self._file.read(8 * count), np.uint64)

    def close(self) -> None:
        """Give the disk its room back."""
        self._file.close()
        self._path.unlink(missing_ok=True)


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
        self._starts = np.cumsum(kept) - kept
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
        known: dict[int, np.ndarray] = {}
        parts: list[np.ndarray] = []
        for k, pair in enumerate(zip(small.tolist(), large.tolist(), strict=True)):
            for article in pair:
                if article not in known:
                    known[article] = self._sets.of(
                        int(self._starts[article]), int(self._kept[article])
                    )
                parts.append(known[article] | _U(k << HASH_BITS))
        together = np.concatenate(parts)
        together.sort()
        twice = together[1:][together[1:] == together[:-1]]
        return np.bincount((twice >> _U(HASH_BITS)).astype(np.int64), minlength=len(small))
