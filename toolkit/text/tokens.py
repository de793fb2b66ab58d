"""Text becomes arrays: blank-separated tokens as integer ids with offsets.

A *token* is what ``str.split`` gives, the unit that readability formulas and VADER are
defined on. Every distinct token gets an id once; whatever is known of a token (syllables,
valence, whether it ends a sentence) is computed once per distinct token and then gathered.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

T = TypeVar("T")
Column = Callable[[list[str]], np.ndarray]
"""What can be known of tokens: a list of n distinct tokens in, an array of n rows out."""

_IS_BLANK = np.zeros(0x3002, bool)
_IS_BLANK[[c for c in range(0x3001) if chr(c).isspace()]] = True
_IS_LINE_END = np.zeros(0x3002, bool)
_IS_LINE_END[[c for c in range(0x3001) if len(f"a{chr(c)}a".splitlines()) > 1]] = True

# One conversion of a whole corpus is slower than many that stay in the processor's cache.
_CHUNK = 1 << 18


class _Numbering(dict[str, int]):
    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        return number


class Vocabulary:
    """Distinct tokens numbered in order of first appearance, with columns of facts on each.

    >>> vocabulary = Vocabulary()
    >>> vocabulary.encode(["to", "be", "or", "not", "to", "be"]).tolist()
    [0, 1, 2, 3, 0, 1]
    >>> vocabulary.column(token_lengths).tolist()
    [2, 2, 2, 3]
    """

    def __init__(self) -> None:
        self._numbering = _Numbering()
        self._entries: list[str] = []
        self._columns: dict[Column, np.ndarray] = {}
        self._attached: dict[Callable, Any] = {}

    def __len__(self) -> int:
        return len(self._numbering)

    @property
    def entries(self) -> list[str]:
        """The distinct tokens; the position in the list is the id."""
        if len(self._entries) < len(self._numbering):
            self._entries = list(self._numbering)
        return self._entries

    def encode(self, tokens: Sequence[str]) -> np.ndarray:
        """Ids of tokens (int32, same length); new tokens are added."""
        return np.fromiter(map(self._numbering.__getitem__, tokens), np.int32, len(tokens))

    def column(self, of: Column) -> np.ndarray:
        """``of`` for every distinct token so far; computed once per token, kept for later."""
        known = self._columns.get(of)
        done = 0 if known is None else len(known)
        if done < len(self):
            fresh = of(self.entries[done:])
            known = fresh if known is None else np.concatenate((known, fresh))
            self._columns[of] = known
        elif known is None:
            known = of([])
        return known

    def attached(self, kind: Callable[["Vocabulary"], T]) -> T:
        """The table of this kind built on this vocabulary: made once, living as long as it."""
        if kind not in self._attached:
            self._attached[kind] = kind(self)
        return self._attached[kind]


def token_lengths(tokens: list[str]) -> np.ndarray:
    """Code points in each token."""
    return np.fromiter(map(len, tokens), np.int32, len(tokens))


def code_points(text: str) -> np.ndarray:
    """The text as an array of code points (uint32); the index is the offset."""
    native = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
    return np.frombuffer(text.encode(native, "surrogatepass"), np.uint32)


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a batch of texts, as arrays of one length.

    ``ids`` (int32) are numbers in the vocabulary; ``starts`` and ``ends`` (int64) are code
    points into the token's own text; ``line_ends`` (uint8) says how many lines ended in the
    blank before the token (0, 1, or 2 for a blank line or more). The tokens of text ``k`` are
    ``bounds[k]:bounds[k + 1]``.
    """

    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    line_ends: np.ndarray
    bounds: np.ndarray


def tokenise(texts: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """The tokens of all texts, numbered in ``vocabulary``.

    >>> tokens = tokenise(["Hello, you.", ""], Vocabulary())
    >>> tokens.ids.tolist(), tokens.starts.tolist(), tokens.ends.tolist(), tokens.bounds.tolist()
    ([0, 1], [0, 7], [6, 11], [0, 2, 2])
    """
    parts: list[tuple[np.ndarray, ...]] = []
    bounds = np.zeros(len(texts) + 1, np.int64)
    first = 0
    while first < len(texts):
        last, size = first, 0
        while last < len(texts) and (last == first or size + len(texts[last]) < _CHUNK):
            size += len(texts[last]) + 1
            last += 1
        joined = "\n".join(texts[first:last])
        offsets = np.zeros(last - first + 1, np.int64)
        np.cumsum([len(text) + 1 for text in texts[first:last]], out=offsets[1:])
        starts, ends, line_ends = _edges(code_points(joined), offsets)
        inside = np.searchsorted(starts, offsets)
        shift = np.repeat(offsets[:-1], np.diff(inside))
        ids = vocabulary.encode(joined.split())
        parts.append((ids, starts - shift, ends - shift, line_ends))
        bounds[first + 1 : last + 1] = bounds[first] + inside[1:]
        first = last
    if not parts:
        parts.append((vocabulary.encode([]), *_edges(code_points(""), bounds)))
    ids, starts, ends, line_ends = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Tokens(ids, starts, ends, line_ends, bounds)


def _edges(points: np.ndarray, texts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Start and end of every token, and the line ends before each in its own text.

    ``texts`` are the positions at which the joined texts begin.
    """
    known = np.minimum(points, 0x3001)
    blank = _IS_BLANK[known]
    edges = np.flatnonzero(blank[1:] != blank[:-1]) + 1
    if len(blank) and not blank[0]:
        edges = np.concatenate(([0], edges))
    if len(edges) % 2:
        edges = np.append(edges, len(blank))
    starts, ends = edges[0::2], edges[1::2]
    lines = np.flatnonzero(_IS_LINE_END[known])
    pair = (points[lines] == 10) & (points[lines - 1] == 13) & (lines > 0)
    lines = lines[~pair]
    own = texts[np.searchsorted(texts, starts, "right") - 1]
    since = np.maximum(own, np.concatenate(([0], ends))[: len(starts)])
    between = np.searchsorted(lines, starts) - np.searchsorted(lines, since)
    return starts, ends, np.minimum(between, 2).astype(np.uint8)
