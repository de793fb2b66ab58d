"""An array that grows at its end."""

import numpy as np


class Rows:
    """Rows of an ``array`` that more are added to, with room left, so that adding costs little.

    >>> rows = Rows(np.array([1, 2]))
    >>> rows.add(np.array([3]))
    >>> rows.array.tolist()
    [1, 2, 3]
    """

    def __init__(self, rows: np.ndarray) -> None:
        self._room = self.array = rows

    def __len__(self) -> int:
        return len(self.array)

    def add(self, rows: np.ndarray) -> None:
        """Append rows. What ``array`` was before stays as it is."""
        begin, end = len(self), len(self) + len(rows)
        kind = np.result_type(self._room, rows)
        if end > len(self._room) or kind != self._room.dtype:
            shape = (max(end, 2 * len(self._room)), *rows.shape[1:])
            room = np.zeros(shape, kind)
            room[:begin] = self.array
            self._room = room
        self._room[begin:end] = rows
        self.array = self._room[:end]
