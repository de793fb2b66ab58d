"""Text becomes arrays: blank-separated tokens as integer ids with offsets.

A *token* is what ``str.split`` gives, the unit that readability formulas and VADER are
defined on. Every distinct token gets an id once; whatever is known of a token (syllables,
valence, whether it ends a sentence) is computed once per distinct token and then gathered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from toolkit.text.numbering import PADDING, Numbering

T = TypeVar("T")
Column = Callable[[list[str]], np.ndarray]
"""What can be known of tokens: a list of n distinct tokens in, an array of n rows out."""

_BASES: dict[Callable, tuple[Callable, ...]] = {}


def derived(*bases: Callable) -> Callable[[Callable], Callable]:
    """Mark a column that follows from others: it is given their arrays instead of the tokens.

    >>> @derived(token_lengths)
    ... def long_tokens(lengths):
    ...     return lengths > 6
    >>> vocabulary = Vocabulary()
    >>> _ = vocabulary.encode(["short", "considerable"])
    >>> vocabulary.column(long_tokens).tolist()
    [False, True]
    """

    def mark(column: Callable) -> Callable:
        _BASES[column] = bases
        return column

    return mark


# One conversion of a whole corpus is slower than many that stay in the processor's cache.
_CHUNK = 1 << 19

# Halves of surrogate pairs, which a str may hold and UTF-8 may not, are kept as they are.
_UTF8 = ("utf-8", "surrogatepass")


class Vocabulary:
    """Distinct tokens numbered in order of first appearance, with columns of facts on each.

    >>> vocabulary = Vocabulary()
    >>> vocabulary.encode(["to", "be", "or", "not", "to", "be"]).tolist()
    [0, 1, 2, 3, 0, 1]
    >>> vocabulary.column(token_lengths).tolist()
    [2, 2, 2, 3]
    """

    def __init__(self) -> None:
        self._numbering = Numbering()
        self._entries: list[str] = []
        self._columns: dict[Column, np.ndarray] = {}
        self._attached: dict[Callable, Any] = {}

    def __len__(self) -> int:
        return len(self._numbering)

    @property
    def entries(self) -> list[str]:
        """The distinct tokens; the position in the list is the id."""
        fresh = self._numbering.entries[len(self._entries) :]
        self._entries += [entry.decode(*_UTF8) for entry in fresh]
        return self._entries

    def encode(self, tokens: Sequence[str]) -> np.ndarray:
        """Ids of tokens (int32, same length); new tokens are added."""
        strings = [token.encode(*_UTF8) for token in tokens]
        lengths = np.fromiter(map(len, strings), np.int64, len(strings))
        buffer = b"".join([*strings, bytes(PADDING)])
        return self.encode_at(buffer, np.cumsum(lengths) - lengths, lengths)

    def encode_at(self, buffer: bytes, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Ids of the UTF-8 tokens at ``starts`` of a buffer that ends in ``PADDING`` bytes."""
        return self._numbering.encode(buffer, starts, lengths)

    def column(self, of: Column) -> np.ndarray:
        """``of`` for every distinct token so far; computed once per token, kept for later."""
        known = self._columns.get(of)
        done = 0 if known is None else len(known)
        if done < len(self):
            fresh = self._computed(of, done)
            known = fresh if known is None else np.concatenate((known, fresh))
            self._columns[of] = known
        elif known is None:
            known = self._computed(of, 0)
        return known

    def _computed(self, of: Column, done: int) -> np.ndarray:
        bases = _BASES.get(of)
        if bases is None:
            return of(self.entries[done:])
        column: Callable[..., np.ndarray] = of
        return column(*(self.column(base)[done:] for base in bases))

    def attached(self, kind: Callable[["Vocabulary"], T]) -> T:
        """The table of this kind built on this vocabulary: made once, living as long as it."""
        if kind not in self._attached:
            self._attached[kind] = kind(self)
        return self._attached[kind]


def token_lengths(tokens: list[str]) -> np.ndarray:
    """Code points in each token."""
    return np.fromiter(map(len, tokens), np.int32, len(tokens))


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
        begins = np.zeros(last - first + 1, np.int64)
        np.cumsum([len(text) + 1 for text in texts[first:last]], out=begins[1:])
        ids, starts, ends, lines = _split(" ".join(texts[first:last]), vocabulary)
        inside = np.searchsorted(starts, begins)
        shift = np.repeat(begins[:-1], np.diff(inside))
        line_ends = _line_ends(starts, lines, begins[:-1], inside)
        parts.append((ids, starts - shift, ends - shift, line_ends))
        bounds[first + 1 : last + 1] = bounds[first] + inside[1:]
        first = last
    if not parts:
        ids, starts, ends, _ = _split("", vocabulary)
        return Tokens(ids, starts, ends, np.zeros(0, np.uint8), bounds)
    ids, starts, ends, line_ends = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Tokens(ids, starts, ends, line_ends, bounds)


def _split(text: str, vocabulary: Vocabulary) -> tuple[np.ndarray, ...]:
    """Ids, starts and ends of the tokens of one text, and where its lines end."""
    buffer = text.encode(*_UTF8) + bytes(PADDING)
    octets = np.frombuffer(buffer, np.uint8)[:-PADDING]
    starts, ends, lines = _edges(octets)
    ids = vocabulary.encode_at(buffer, starts, ends - starts)
    # Offsets in bytes become offsets in code points: less the bytes that only continue one.
    continued = np.flatnonzero((octets & 0xC0) == 0x80)
    if len(continued):
        starts, ends, lines = (x - _count_before(continued, x) for x in (starts, ends, lines))
    return ids, starts, ends, lines


def _count_before(few: np.ndarray, many: np.ndarray) -> np.ndarray:
    """How many of ``few`` lie before each of ``many``; both sorted.

    The same as ``np.searchsorted(few, many)``, which would look many things up among few.
    """
    return np.cumsum(np.bincount(np.searchsorted(many, few, "right"), minlength=len(many) + 1))[:-1]


def _line_ends(
    starts: np.ndarray, lines: np.ndarray, begins: np.ndarray, inside: np.ndarray
) -> np.ndarray:
    """How many lines of its own text end between each token and the one before it, up to 2."""
    before = _count_before(lines, starts)
    count = np.diff(before, prepend=0)
    leading = inside[:-1][np.diff(inside) > 0]
    count[leading] = before[leading] - np.searchsorted(lines, begins[np.diff(inside) > 0])
    return np.minimum(count, 2).astype(np.uint8)


# Blanks and line ends of one byte; those of two or three begin with one of these bytes.
_BLANK = np.zeros(256, bool)
_BLANK[[c for c in range(128) if chr(c).isspace()]] = True
_LINE_END = np.zeros(256, bool)
_LINE_END[[c for c in range(128) if len(f"a{chr(c)}a".splitlines()) > 1]] = True
# The others, their bytes read as one number (the last 0 where there are two), in order.
_WIDE = {
    int.from_bytes(chr(c).encode().ljust(3, b"\0"), "big"): len(f"a{chr(c)}a".splitlines()) > 1
    for c in range(128, 0x3001)
    if chr(c).isspace()
}
_WIDE_BLANKS, _WIDE_LINE_END = np.array(list(_WIDE)), np.array(list(_WIDE.values()))
_WIDE_LEADS = np.zeros(256, bool)
_WIDE_LEADS[_WIDE_BLANKS >> 16] = True


def _edges(octets: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where tokens start and end and where lines end in a UTF-8 text, in bytes."""
    blank = octets <= 32
    controls = np.flatnonzero(octets < 32)  # few, and most of them line ends
    blank[controls] = _BLANK[octets[controls]]
    lines = controls[_LINE_END[octets[controls]]]
    if len(lines):  # CR LF is one line end
        lines = lines[(octets[lines] != 10) | (octets[lines - 1] != 13) | (lines == 0)]
    wide_lines = _mark_wide_blanks(octets, blank)
    if len(wide_lines):
        lines = np.union1d(lines, wide_lines)
    edges = np.flatnonzero(blank[1:] != blank[:-1]) + 1
    if len(blank) and not blank[0]:
        edges = np.concatenate(([0], edges))
    if len(edges) % 2:
        edges = np.append(edges, len(blank))
    return edges[0::2], edges[1::2], lines


def _mark_wide_blanks(octets: np.ndarray, blank: np.ndarray) -> np.ndarray:
    """Mark the bytes of blanks beyond ASCII; returns where those that end a line begin."""
    leads = np.flatnonzero(octets >= 0xC2)
    leads = leads[_WIDE_LEADS[octets[leads]]]
    first = octets[leads].astype(np.int64)
    third = np.where(first == 0xC2, 0, octets[np.minimum(leads + 2, len(octets) - 1)])
    code = (first << 16) | (octets[leads + 1].astype(np.int64) << 8) | third
    kind = np.minimum(np.searchsorted(_WIDE_BLANKS, code), len(_WIDE_BLANKS) - 1)
    found = _WIDE_BLANKS[kind] == code
    leads, kind = leads[found], kind[found]
    if len(leads):
        blank[leads] = blank[leads + 1] = True
        blank[leads[octets[leads] != 0xC2] + 2] = True
    return leads[_WIDE_LINE_END[kind]]
