"""A few texts joined into one piece and cut at its blanks: the tokens, and where they stand.

Cutting finds bytes. Places in code points, which most formulas never ask for, are worked out when
they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from toolkit.text.blanks import edges
from toolkit.text.numbering import PADDING, UTF8

Places = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Starts and ends of tokens (int32) and the line ends before each (uint8)."""

# How many bytes follow the first byte of a character.
_CONTINUED = np.repeat(np.array([0, 1, 2, 3], np.uint8), [0xC0, 0x20, 0x10, 0x10])


@dataclass(frozen=True, slots=True)
class Piece:
    """Where tokens start and end and where lines end, in bytes of the texts joined by a blank.

    ``begins``: where each text begins, and where one more would. ``leads``: the first bytes of
    characters of several bytes, and how many ``follow``. The tokens of text ``k`` are
    ``bounds[k]:bounds[k + 1]``.
    """

    starts: np.ndarray
    ends: np.ndarray
    lines: np.ndarray
    begins: np.ndarray
    bounds: np.ndarray
    leads: np.ndarray
    follow: np.ndarray

    def places(self) -> Places:
        """Where the tokens stand, in code points into the text of each."""
        starts, ends, begins = self.starts, self.ends, self.begins
        if len(self.leads):
            # Less the bytes that only continue a character.
            continued = np.repeat(self.leads, self.follow)
            starts, ends, begins = (
                at - _count_before(continued, at) for at in (starts, ends, begins)
            )
        shift = np.repeat(begins[:-1], np.diff(self.bounds))
        return (starts - shift).astype(np.int32), (ends - shift).astype(np.int32), self._line_ends()

    def _line_ends(self) -> np.ndarray:
        """How many lines of its own text end between each token and the one before it, up to 2."""
        before = self.starts.searchsorted(self.lines)  # the token after each, perhaps in another
        text = self.begins.searchsorted(self.lines, "right")
        before = before[before < self.bounds[text]]
        found = np.zeros(len(self.starts), np.uint8)
        found[before] = 1
        found[before[1:][before[1:] == before[:-1]]] = 2
        return found


def cut(texts: Sequence[str]) -> tuple[bytes, Piece]:
    """The texts joined, ``PADDING`` bytes after them, and where their tokens are."""
    parts = [text.encode(*UTF8) for text in texts]
    begins = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(part) + 1 for part in parts], out=begins[1:])
    parts.append(bytes(PADDING))
    buffer = b" ".join(parts)
    octets = np.frombuffer(buffer, np.uint8)[:-PADDING]
    leads = (octets >= 0xC2).nonzero()[0]
    starts, ends, lines = edges(octets, leads)
    follow = _CONTINUED[octets[leads]]
    return buffer, Piece(starts, ends, lines, begins, starts.searchsorted(begins), leads, follow)


def _count_before(few: np.ndarray, many: np.ndarray) -> np.ndarray:
    """How many of ``few`` lie before each of ``many``; both sorted.

    The same as ``np.searchsorted(few, many)``, which would look many things up among few.
    """
    after = many.searchsorted(few, "right")
    return np.bincount(after, minlength=len(many)).cumsum()[: len(many)]
