"""MTLD for every stretch at once (McCarthy and Jarvis 2010).

Reading on from a word, the type-token ratio falls. Where it reaches .72 a *factor* is full and
the next begins. Where a factor ends depends on where it began, so factors cannot all be found
at once; but the next factor of *every* stretch can. Each turn looks at the next few words after
the start of each open factor: a word is new if it stood last before that start.
"""

import numpy as np

from toolkit.measures.recurrence import following, previous
from toolkit.text.document import Document
from toolkit.text.segments import ratio

THRESHOLD = 0.72
_AHEAD = 64  # words looked at in one turn; most factors of news are full by then or soon after
_ROWS = 4096  # stretches looked at in one turn, to stay within the processor's cache
_FEW = 8  # stretches; so few are read faster word by word


def mtld(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Mean length of stretches whose type-token ratio stays above .72, read both ways.

    NaN where no word is ever repeated, for then no stretch ends.

    >>> mtld(Document.of_texts(["a a a a", "a b c d"]), np.array([0, 4, 8])).tolist()
    [2.0, nan]
    """
    edges = document.words.bounds(bounds)
    count = len(document.words.forms)
    there = factors(previous(document), edges)
    mirrored = count - 1 - following(document)[::-1]
    back = factors(mirrored, count - edges[::-1])[::-1]
    both = (there > 0) & (back > 0)
    sizes = np.diff(edges)
    there, back = np.where(both, there, 0.0), np.where(both, back, 0.0)
    return (ratio(sizes, there) + ratio(sizes, back)) / 2


def factors(before: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """How many times the ratio falls to the threshold; what is left over counts in part.

    ``before`` says where the same word stood last before each word; ``edges`` are bounds in
    words.
    """
    found = np.zeros(len(edges) - 1)
    for first in range(0, len(found), _ROWS):
        last = min(first + _ROWS, len(found))
        found[first:last] = _block(before, edges[first : last + 1])
    return found


def _block(before: np.ndarray, edges: np.ndarray) -> np.ndarray:
    full = np.zeros(len(edges) - 1, np.int64)
    rest = np.zeros(len(edges) - 1)
    # One row per stretch that has words left: where its factor began, where we are, kinds so far.
    stretch = np.flatnonzero(edges[1:] > edges[:-1])
    start = edges[stretch].copy()
    place, end, kinds = start.copy(), edges[stretch + 1], np.zeros(len(stretch), np.int64)
    while len(stretch) > _FEW:
        ahead = np.arange(min(_AHEAD, int((end - place).max())))
        at = place[:, None] + ahead
        inside = at < end[:, None]
        fresh = before[np.minimum(at, end[:, None] - 1)] < start[:, None]
        seen = kinds[:, None] + np.cumsum(fresh & inside, axis=1)
        length = (place - start)[:, None] + (ahead + 1)
        low = (seen <= THRESHOLD * length) & inside
        column = np.argmax(low, axis=1)
        row = np.arange(len(stretch))
        fell = low[row, column]
        full[stretch[fell]] += 1
        place = np.where(fell, place + column + 1, np.minimum(place + len(ahead), end))
        start = np.where(fell, place, start)
        kinds = np.where(fell, 0, seen[:, -1])
        done = place >= end
        left = done & (place > start)
        rest[stretch[left]] = 1 - kinds[left] / (end[left] - start[left])
        on = ~done
        stretch, start, place, end, kinds = (
            values[on] for values in (stretch, start, place, end, kinds)
        )
    for k, *state in zip(*(x.tolist() for x in (stretch, start, place, end, kinds)), strict=True):
        more, rest[k] = _read_on(before, *state)
        full[k] += more
    return full + rest / (1 - THRESHOLD)


def _read_on(before: np.ndarray, start: int, place: int, end: int, kinds: int) -> tuple[int, float]:
    """One stretch word by word: its further full factors, and how far the ratio fell after."""
    full = 0
    for at, last in enumerate(before[place:end].tolist(), place + 1):
        kinds += last < start
        if kinds <= THRESHOLD * (at - start):
            full, start, kinds = full + 1, at, 0
    return full, 1 - kinds / (end - start) if start < end else 0.0
