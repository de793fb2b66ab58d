"""Numbers for byte strings, many at once: the one clever part of the text core.

Looking every token up in a dictionary costs more than all else that is done with it. Here each
token gets a key, an integer of eight bytes, and all keys are looked up in one table by numpy. The
key of a *short* string, of at most eight bytes, is the string itself, so there is nothing more
to compare. That of a longer one is mixed from its bytes; that two with one key are the same is
never assumed: their bytes are compared, and what differs is looked up in a dictionary.
`tests/text/test_numbering.py` holds a plain twin against it.
"""

from itertools import pairwise

import numpy as np

# Halves of surrogate pairs, which a str may hold and UTF-8 may not, are kept as they are.
UTF8 = ("utf-8", "surrogatepass")
PADDING = 8  # bytes a buffer needs after its last token, so that eight can always be read
_LONG = 64  # bytes; of the few longer strings, these and the last eight make the key

_U = np.uint64
_MASKS = np.array([(1 << (8 * k)) - 1 for k in range(9)], np.uint64)
_ODD = (_U(0x9E3779B97F4A7C15), _U(0xC2B2AE3D27D4EB4F), _U(0x165667B19E3779F9))
# No byte of UTF-8 is 0xFE or 0xFF, so no string is its own key where that is the highest byte.
_NOT_SHORT = _U(0xFF << 56)
_NO_KEY = _U(0xFE << 56)


class Numbering:
    """Distinct UTF-8 strings, numbered from 0 in order of first appearance.

    >>> numbers = Numbering()
    >>> text = b"to be or not to be" + bytes(PADDING)
    >>> starts = np.array([0, 3, 6, 9, 13, 16])
    >>> numbers.encode(text, starts, np.array([2, 2, 2, 3, 2, 2])).tolist()
    [0, 1, 2, 3, 0, 1]
    >>> numbers.entries()
    ['to', 'be', 'or', 'not']
    """

    def __init__(self) -> None:
        self._count = 0
        self._clashing: dict[bytes, int] = {}
        # The number in each slot, -1 where it is free, and that of each key whose slot was taken;
        # then the key of each number. There is always a row after the last number, so that -1
        # finds no key.
        self._bits = 12
        self._slots = np.full(1 << self._bits, -1, np.int32)
        self._displaced: dict[int, int] = {}
        self._keys = np.full(1 << 8, _NO_KEY)
        # The bytes of all entries one after the other, and where each begins and ends.
        self._blob = np.zeros(1 << 12, np.uint8)
        self._bounds = np.zeros(1 << 8, np.int64)

    def __len__(self) -> int:
        return self._count

    def entries(self, first: int = 0) -> list[str]:
        """The strings from number ``first`` on."""
        octets, edges = self.octets(first)
        text = octets.tobytes().decode(*UTF8)
        heads = np.flatnonzero((octets & 0xC0) != 0x80)  # where a character begins
        places = np.searchsorted(heads, edges).tolist()
        return [text[a:b] for a, b in pairwise(places)]

    def octets(self, first: int = 0) -> tuple[np.ndarray, np.ndarray]:
        """The bytes of the strings from number ``first`` on, and their bounds in these."""
        edges = self._bounds[first : self._count + 1]
        return self._blob[edges[0] : edges[-1]], edges - edges[0]

    def encode(self, buffer: bytes, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Numbers (int64) of the strings at ``starts``; new ones are added.

        ``buffer`` must go on for :data:`PADDING` bytes after the last string.
        """
        words = _eight_bytes(buffer)
        keys = words[starts]
        keys &= _MASKS.take(lengths, mode="clip")
        longer = _longer(buffer, starts, lengths).nonzero()[0]
        begin, size = starts[longer], lengths[longer]
        keys[longer] = _keys(words, begin, size, keys[longer])
        numbers = self._look_up(keys)
        missing = (numbers < 0).nonzero()[0]
        if len(missing):
            numbers[missing] = self._add(buffer, keys[missing], starts[missing], lengths[missing])
        if len(longer):
            differs = self._differ(buffer, begin, size, numbers[longer])
            for k in longer[differs].tolist():
                numbers[k] = self._clash(buffer[starts[k] : starts[k] + lengths[k]])
        return numbers

    def _look_up(self, keys: np.ndarray) -> np.ndarray:
        """The number that has each key, -1 where there is none."""
        numbers = self._slots.take(self._places(keys)).astype(np.intp)
        astray = (self._keys.take(numbers) != keys).nonzero()[0]
        astray = astray[numbers[astray] >= 0]
        if len(astray):
            numbers[astray] = [self._displaced.get(key, -1) for key in keys[astray].tolist()]
        return numbers

    def _places(self, keys: np.ndarray) -> np.ndarray:
        return ((keys * _ODD[2]) >> _U(64 - self._bits)).view(np.int64)

    def _add(
        self, buffer: bytes, keys: np.ndarray, starts: np.ndarray, lengths: np.ndarray
    ) -> np.ndarray:
        """Numbers of strings that are not there yet, some of them more than once."""
        begin, most = len(self), len(self) + len(keys)
        if 4 * most > len(self._slots):
            self._bits = (4 * most).bit_length()
            self._slots = np.full(1 << self._bits, -1, np.int32)
            self._displaced.clear()
            there = (self._keys[:begin] != _NO_KEY).nonzero()[0]
            self._claim(self._keys[there], there)
        # At first each string has a number of its own; the first of its kind decides.
        own = np.arange(begin, most)
        self._keys = _roomy(self._keys, most + 1, _NO_KEY)
        self._keys[begin:most] = keys
        first = self._claim(keys, own)
        self._keys[begin:most] = _NO_KEY
        new = (first == own).nonzero()[0]
        self._keep(buffer, starts[new], lengths[new], keys[new])
        number = np.empty(len(keys), np.intp)
        number[new] = np.arange(begin, len(self))
        self._renumber(keys[new], own[new], number[new])
        return number[first - begin]

    def _claim(self, keys: np.ndarray, numbers: np.ndarray) -> np.ndarray:
        """Put each key down under its number, unless it is there; the number that it has then."""
        place = self._places(keys)
        free = (self._slots.take(place) < 0).nonzero()[0][::-1]
        # Of several that want a slot the last one written gets it: the lowest number, which was
        # met first and so is likely the commonest.
        self._slots[place[free]] = numbers[free]
        found = self._slots.take(place).astype(np.intp)
        out = (self._keys.take(found) != keys).nonzero()[0]
        pairs = zip(keys[out].tolist(), numbers[out].tolist(), strict=True)
        found[out] = [self._displaced.setdefault(key, number) for key, number in pairs]
        return found

    def _renumber(self, keys: np.ndarray, old: np.ndarray, new: np.ndarray) -> None:
        place = self._places(keys)
        home = self._slots.take(place) == old
        self._slots[place[home]] = new[home]
        self._displaced.update(zip(keys[~home].tolist(), new[~home].tolist(), strict=True))

    def _keep(
        self, buffer: bytes, starts: np.ndarray, lengths: np.ndarray, keys: np.ndarray
    ) -> None:
        begin, end = len(self), len(self) + len(lengths)
        full = self._bounds[begin]
        ends = full + np.cumsum(lengths)
        self._blob = _roomy(self._blob, ends[-1] + PADDING, 0)
        self._bounds = _roomy(self._bounds, end + 1, 0)
        self._keys = _roomy(self._keys, end + 1, _NO_KEY)
        places = np.repeat(starts + lengths - ends, lengths)
        places += np.arange(full, ends[-1])
        self._blob[full : ends[-1]] = np.frombuffer(buffer, np.uint8)[places]
        self._bounds[begin + 1 : end + 1] = ends
        self._keys[begin:end] = keys
        self._count = end

    def _differ(
        self, buffer: bytes, starts: np.ndarray, lengths: np.ndarray, numbers: np.ndarray
    ) -> np.ndarray:
        """Whether strings differ from the entries that have their key."""
        words, own = _eight_bytes(buffer), _eight_bytes(self._blob)
        begin = self._bounds.take(numbers)
        last = np.maximum(lengths - 8, 0)
        unlike = words[starts] ^ own[begin]
        unlike |= words[starts + last] ^ own[np.minimum(begin + last, len(own) - 1)]
        unlike &= _MASKS.take(lengths, mode="clip")
        differ = (unlike != 0) | (self._bounds.take(numbers + 1) - begin != lengths)
        rest, offset = np.flatnonzero((lengths > 16) & ~differ), 8
        while len(rest) and offset < _LONG:
            at = np.minimum(last[rest], offset)
            differ[rest] = words[starts[rest] + at] != own[begin[rest] + at]
            offset += 8
            rest = rest[(last[rest] > offset) & ~differ[rest]]
        for k in rest.tolist():
            entry = self._blob[begin[k] : begin[k] + lengths[k]]
            differ[k] = buffer[starts[k] : starts[k] + lengths[k]] != entry.tobytes()
        return differ

    def _clash(self, string: bytes) -> int:
        if string not in self._clashing:
            self._clashing[string] = len(self)
            self._keep(string, np.array([0]), np.array([len(string)]), np.array([_NO_KEY]))
        return self._clashing[string]


def _roomy(array: np.ndarray, least: int, empty: int | np.uint64) -> np.ndarray:
    """The array, or a copy at least twice as long where ``least`` rows do not fit."""
    if least <= len(array):
        return array
    grown = np.full(max(least, 2 * len(array)), empty, array.dtype)
    grown[: len(array)] = array
    return grown


def _eight_bytes(buffer: bytes | np.ndarray) -> np.ndarray:
    """The eight bytes from every offset on, as one integer each; a view, nothing is copied."""
    return np.ndarray((len(buffer) - PADDING + 1,), "<u8", buffer, strides=(1,))


def _longer(buffer: bytes, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Whether each string is more than its first eight bytes, filled up with zeros, can say."""
    longer = lengths > 8
    if len(starts) and 0 in buffer[: starts[-1] + lengths[-1]]:
        zeros = np.flatnonzero(np.frombuffer(buffer, np.uint8) == 0)
        longer |= np.searchsorted(zeros, starts) < np.searchsorted(zeros, starts + lengths)
    return longer


def _keys(
    words: np.ndarray, starts: np.ndarray, lengths: np.ndarray, first8: np.ndarray
) -> np.ndarray:
    """A key for each string that is not short, its bytes (see ``_LONG``) and length mixed in."""
    last = np.maximum(lengths - 8, 0)
    keys = (lengths.astype(np.uint64) << _U(32)) ^ first8 * _ODD[0]
    keys ^= keys >> _U(29)
    keys ^= (words[starts + last] & _MASKS.take(lengths, mode="clip")) * _ODD[1]
    rest, offset = (lengths > 16).nonzero()[0], 8
    while len(rest) and offset < _LONG:
        part = words[starts[rest] + np.minimum(last[rest], offset)]
        mixed = (keys[rest] ^ (part * _ODD[1])) * _ODD[2]
        keys[rest] = mixed ^ (mixed >> _U(31))
        offset += 8
        rest = rest[last[rest] > offset]
    keys *= _ODD[2]
    return (keys ^ keys >> _U(31)) | _NOT_SHORT
