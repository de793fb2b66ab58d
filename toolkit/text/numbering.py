"""Numbers for byte strings, many at once: the one clever part of the text core.

Looking every token up in a dictionary costs more than all else that is done with it. Here the
eight bytes at each token's start are read as one integer, mixed with the bytes that follow into
a key, and all keys are looked up in one table by numpy. That two byte strings with one key are
the same is never assumed: length and bytes are compared, and what differs is looked up in a
dictionary. `tests/text/test_numbering.py` holds a plain twin against it.
"""

import numpy as np

PADDING = 8  # bytes a buffer needs after its last token, so that eight can always be read
_LONG = 64  # bytes; of the few longer strings, these and the last eight make the key

_U = np.uint64
_MASKS = np.array([(1 << (8 * k)) - 1 for k in range(9)], np.uint64)
_ODD = (_U(0x9E3779B97F4A7C15), _U(0xC2B2AE3D27D4EB4F), _U(0x165667B19E3779F9))


class Numbering:
    """Distinct byte strings, numbered from 0 in order of first appearance.

    >>> numbers = Numbering()
    >>> text = b"to be or not to be" + bytes(PADDING)
    >>> starts = np.array([0, 3, 6, 9, 13, 16])
    >>> numbers.encode(text, starts, np.array([2, 2, 2, 3, 2, 2])).tolist()
    [0, 1, 2, 3, 0, 1]
    >>> numbers.entries
    [b'to', b'be', b'or', b'not']
    """

    def __init__(self) -> None:
        self.entries: list[bytes] = []
        self._clashing: dict[bytes, int] = {}
        self._bits = 12
        self._keys = np.zeros(1 << self._bits, np.uint64)
        self._slots = np.full(1 << self._bits, -1, np.int32)
        # The bytes of all entries one after the other, to compare with; where each stands; and
        # the first eight of each once more, since nearly all tokens are no longer than that.
        self._blob = np.zeros(1 << 12, np.uint8)
        self._full = 0
        self._starts = np.zeros(1 << 8, np.int64)
        self._lengths = np.zeros(1 << 8, np.int64)
        self._first8 = np.zeros(1 << 8, np.uint64)

    def __len__(self) -> int:
        return len(self.entries)

    def encode(self, buffer: bytes, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Numbers (int32) of the byte strings at ``starts``; new ones are added.

        ``buffer`` must go on for :data:`PADDING` bytes after the last string.
        """
        words = _eight_bytes(buffer)
        first8 = words[starts] & _MASKS[np.minimum(lengths, 8)]
        longer = np.flatnonzero(lengths > 8)
        keys = _keys(words, starts, lengths, first8, longer)
        numbers = self._look_up(keys)
        missing = np.flatnonzero(numbers < 0)
        if len(missing):
            fresh, first, back = np.unique(keys[missing], return_index=True, return_inverse=True)
            order = np.argsort(first, kind="stable")
            rank = np.empty(len(order), np.int32)
            rank[order] = np.arange(len(self), len(self) + len(order), dtype=np.int32)
            numbers[missing] = rank[back.reshape(-1)]
            at = missing[first[order]]
            self._add(buffer, fresh[order], starts[at], lengths[at])
        differs = (self._first8[numbers] != first8) | (self._lengths[numbers] != lengths)
        self._compare_rest(words, starts, lengths, numbers, longer, differs)
        for k in np.flatnonzero(differs).tolist():
            numbers[k] = self._clash(buffer[starts[k] : starts[k] + lengths[k]])
        for k in np.flatnonzero(lengths > _LONG).tolist():
            string = buffer[starts[k] : starts[k] + lengths[k]]
            if string != self.entries[numbers[k]]:
                numbers[k] = self._clash(string)
        return numbers

    def _look_up(self, keys: np.ndarray) -> np.ndarray:
        place = self._places(keys)
        numbers = self._slots[place]
        astray = np.flatnonzero((self._keys[place] != keys) & (numbers >= 0))
        place = place[astray]
        while len(astray):
            place = (place + 1) & (len(self._slots) - 1)
            here = self._slots[place]
            numbers[astray] = here
            on = (self._keys[place] != keys[astray]) & (here >= 0)
            astray, place = astray[on], place[on]
        return numbers

    def _places(self, keys: np.ndarray) -> np.ndarray:
        return ((keys * _ODD[2]) >> _U(64 - self._bits)).astype(np.int64)

    def _add(
        self, buffer: bytes, keys: np.ndarray, starts: np.ndarray, lengths: np.ndarray
    ) -> None:
        begin = len(self)
        pairs = zip(starts.tolist(), lengths.tolist(), strict=True)
        self._keep([buffer[start : start + length] for start, length in pairs])
        if 2 * len(self) > len(self._slots):
            self._grow()
        self._place(keys, np.arange(begin, len(self), dtype=np.int32))

    def _keep(self, strings: list[bytes]) -> None:
        begin, end = len(self), len(self) + len(strings)
        lengths = np.fromiter(map(len, strings), np.int64, len(strings))
        stop = self._full + int(lengths.sum())
        self._blob = _roomy(self._blob, stop + PADDING)
        self._starts, self._lengths = (_roomy(x, end) for x in (self._starts, self._lengths))
        self._first8 = _roomy(self._first8, end)
        self._blob[self._full : stop] = np.frombuffer(b"".join(strings), np.uint8)
        self._starts[begin:end] = self._full + np.cumsum(lengths) - lengths
        self._lengths[begin:end] = lengths
        own = _eight_bytes(self._blob)[self._starts[begin:end]]
        self._first8[begin:end] = own & _MASKS[np.minimum(lengths, 8)]
        self._full = stop
        self.entries += strings

    def _place(self, keys: np.ndarray, numbers: np.ndarray) -> None:
        place, todo = self._places(keys), np.arange(len(keys))
        while len(todo):
            here = place[todo]
            free = self._slots[here] < 0
            self._slots[here[free]] = numbers[todo[free]]  # of several that want it, one gets in
            mine = self._slots[here] == numbers[todo]
            self._keys[here[mine]] = keys[todo[mine]]
            todo = todo[~mine]
            place[todo] = (place[todo] + 1) & (len(self._slots) - 1)

    def _grow(self) -> None:
        used = self._slots >= 0
        keys, numbers = self._keys[used], self._slots[used]
        self._bits = (2 * len(self)).bit_length() + 1
        self._keys = np.zeros(1 << self._bits, np.uint64)
        self._slots = np.full(1 << self._bits, -1, np.int32)
        self._place(keys, numbers)

    def _compare_rest(
        self,
        words: np.ndarray,
        starts: np.ndarray,
        lengths: np.ndarray,
        numbers: np.ndarray,
        rest: np.ndarray,
        differs: np.ndarray,
    ) -> None:
        """Mark in ``differs`` strings that differ from their entry after eight bytes, before 64."""
        own = _eight_bytes(self._blob)
        offset = 8
        while len(rest):
            here, left = starts[rest] + offset, lengths[rest] - offset
            # Where the lengths differ, the end of the blob might be overrun.
            there = np.minimum(self._starts[numbers[rest]] + offset, len(own) - 1)
            mask = _MASKS[np.minimum(left, 8)]
            differs[rest] |= ((words[here] ^ own[there]) & mask) != 0
            offset += 8
            rest = rest[(left > 8) & (offset < _LONG)]

    def _clash(self, string: bytes) -> int:
        if string not in self._clashing:
            self._clashing[string] = len(self)
            self._keep([string])
        return self._clashing[string]


def _roomy(array: np.ndarray, least: int) -> np.ndarray:
    """The array, or a copy at least twice as long where ``least`` rows do not fit."""
    if least <= len(array):
        return array
    grown = np.zeros(max(least, 2 * len(array)), array.dtype)
    grown[: len(array)] = array
    return grown


def _eight_bytes(buffer: bytes | np.ndarray) -> np.ndarray:
    """The eight bytes from every offset on, as one integer each; a view, nothing is copied."""
    return np.ndarray((len(buffer) - PADDING + 1,), "<u8", buffer, strides=(1,))


def _keys(
    words: np.ndarray,
    starts: np.ndarray,
    lengths: np.ndarray,
    first8: np.ndarray,
    rest: np.ndarray,
) -> np.ndarray:
    """A key for each string, its bytes (see ``_LONG``) and its length mixed in."""
    keys = first8 * _ODD[0]
    keys ^= keys >> _U(29)
    offset = 8
    while len(rest):
        left = lengths[rest] - offset
        part = words[starts[rest] + offset] & _MASKS[np.minimum(left, 8)]
        mixed = (keys[rest] ^ (part * _ODD[1])) * _ODD[2]
        keys[rest] = mixed ^ (mixed >> _U(31))
        offset += 8
        rest = rest[(left > 8) & (offset < _LONG)]
    long = np.flatnonzero(lengths > _LONG)
    keys[long] ^= words[starts[long] + lengths[long] - 8] * _ODD[2]
    keys ^= lengths.astype(np.uint64) * _ODD[1]
    return keys
