"""More numbers than memory holds, in order: sorted runs in a temporary file, read by slices."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import numpy as np

_LEAST = 1 << 16  # numbers; a slice of fewer is not worth a turn


class Runs:
    """Numbers (uint64), put in anyhow and given back rising, at most about ``room`` at a time.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     runs = Runs(Path(folder) / "numbers", room=100)
    ...     runs.add(np.array([5, 1], np.uint64))
    ...     runs.add(np.array([3], np.uint64))
    ...     [part.tolist() for part in runs.slices()]
    [[1, 3, 5]]
    """

    def __init__(self, path: Path, room: int) -> None:
        self._path, self._room = path, max(room, _LEAST)
        self._file: IO[bytes] = path.open("w+b", buffering=0)
        self._held: list[np.ndarray] = []
        self._count = 0
        self._edges = [0]

    def __len__(self) -> int:
        return self._edges[-1] + self._count

    def add(self, numbers: np.ndarray) -> None:
        """Put some numbers in; they may be read once all are."""
        self._held.append(numbers)
        self._count += len(numbers)
        if self._count >= self._room:
            self._write()

    def slices(self, shared_bits: int = 0) -> Iterator[np.ndarray]:
        """All numbers, rising, in slices; those that differ in their last bits only, together.

        ``shared_bits`` says how many last bits these are.
        """
        if not self._edges[-1]:  # all of them are in memory
            if self._count:
                yield np.sort(np.concatenate(self._held))
            return
        self._write()
        numbers = np.memmap(self._path, np.uint64, "r")
        runs = [numbers[a:b] for a, b in zip(self._edges, self._edges[1:], strict=False)]
        ends = [len(run) for run in runs]
        at = [0] * len(runs)
        for bound in self._bounds(runs, shared_bits):
            to = ends if bound is None else [int(np.searchsorted(run, bound)) for run in runs]
            parts = [self._read(k, a, b) for k, (a, b) in enumerate(zip(at, to, strict=True))]
            at = to
            found = np.concatenate(parts) if len(parts) > 1 else parts[0]
            if len(found):
                if len(runs) > 1:
                    found.sort()
                yield found

    def close(self) -> None:
        """Give the disk its room back."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _write(self) -> None:
        if self._count:
            run = np.concatenate(self._held)
            self._held, self._count = [], 0
            run.sort()
            self._file.write(run.data)
            self._edges.append(self._edges[-1] + len(run))

    def _read(self, run: int, first: int, last: int) -> np.ndarray:
        self._file.seek(8 * (self._edges[run] + first))
        return np.fromfile(self._file, np.uint64, last - first)

    def _bounds(self, runs: list[np.ndarray], shared_bits: int) -> Iterator[np.uint64 | None]:
        """Where slices end, so that each has about as many numbers; ``None`` is the end of all."""
        count = -(-self._edges[-1] // self._room)
        if count > 1:
            step = max(1, self._room // 64)
            sample = np.sort(np.concatenate([run[::step] for run in runs]))
            shift = np.uint64(shared_bits)
            chosen = sample[np.arange(1, count) * len(sample) // count] >> shift << shift
            yield from np.unique(chosen)
        yield None
