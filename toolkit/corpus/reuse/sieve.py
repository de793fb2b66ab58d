"""Articles that can be in no pair, seen at a glance: too few of their n-grams stand in others.

Nearly all n-grams of news stand in one article only. Which do is told by a table with a cell for
each of some hashes, in which it is counted how many articles have one of these. A cell can say too
much, as different n-grams may share it, but never too little: what is let go could not have
reached the threshold, and what is kept needlessly costs time only (after Bloom 1970).
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import IO

import numpy as np

from toolkit.corpus.reuse.sets import Sets
from toolkit.corpus.reuse.shingles import HASH_BITS
from toolkit.text.segments import sums

MOST = 255
_ROOMY = 4  # cells for each n-gram, so that few share one
_LEAST_BITS = 12
_ONE_MORE = np.minimum(np.arange(MOST + 1) + 1, MOST).astype(np.uint8)


class Sieve:
    """For each hash how many of the ``chosen`` articles (bool) have it, or some more.

    ``MOST`` stands for more than that too. The table takes at most ``room`` bytes; where that is
    too few for all hashes they are looked at in several turns. The counts go to a file.
    """

    def __init__(self, sets: Sets, chosen: np.ndarray, path: Path, room: int) -> None:
        self._sets, self._path = sets, path
        self._file: IO[bytes] = path.open("w+b")
        bits = min(max(int(_ROOMY * sets.bounds[-1]).bit_length(), _LEAST_BITS), HASH_BITS)
        table_bits = min(bits, max(room.bit_length() - 1, _LEAST_BITS))
        for turn in range(1 << (bits - table_bits)):
            table = np.zeros((1 << table_bits) + 1, np.uint8)
            for first, edges, hashes in sets.blocks():
                cells = _cells(hashes, bits, table_bits, turn)
                for at, (begin, end) in enumerate(pairwise(edges.tolist()), first):
                    if chosen[at]:  # an article at a time, as no hash comes twice in one
                        here = cells[begin:end]
                        table[here] = _ONE_MORE[table[here]]
            table[-1] = 0
            for first, edges, hashes in sets.blocks():
                counts = table[_cells(hashes, bits, table_bits, turn)]
                if turn:
                    counts |= self._read(first, len(edges) - 1)
                self._file.seek(int(sets.bounds[first]))
                self._file.write(counts.data)

    def at_least(self, *counts: int) -> list[np.ndarray]:
        """For each article how many of its hashes so many articles have, itself included."""
        found = np.zeros((len(counts), len(self._sets.bounds) - 1), np.int64)
        for first, edges, _, having in self.blocks():
            for row, least in zip(found, counts, strict=True):
                row[first : first + len(edges) - 1] = sums(having >= least, edges)
        return list(found)

    def blocks(self) -> Iterator[tuple[int, np.ndarray, np.ndarray, np.ndarray]]:
        """All sets as :meth:`Sets.blocks` gives them, with the counts."""
        for first, edges, hashes in self._sets.blocks():
            yield first, edges, hashes, self._read(first, len(edges) - 1)

    def close(self) -> None:
        """Give the disk its room back."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _read(self, first: int, articles: int) -> np.ndarray:
        begin, end = self._sets.bounds[[first, first + articles]].tolist()
        self._file.seek(begin)
        return np.frombuffer(self._file.read(end - begin), np.uint8)


def _cells(hashes: np.ndarray, bits: int, table_bits: int, turn: int) -> np.ndarray:
    """The cell of each hash, and the one after the last for those whose turn it is not."""
    cells = (hashes & np.uint64((1 << bits) - 1)).view(np.int64)
    if bits > table_bits:
        other = (cells >> table_bits) != turn
        cells &= (1 << table_bits) - 1
        cells[other] = 1 << table_bits
    return cells
