"""Text becomes arrays: blank-separated tokens as integer ids with offsets.

A *token* is what ``str.split`` gives, the unit that readability formulas and VADER are
defined on. Every distinct token gets an id once; whatever is known of a token (syllables,
valence, whether it ends a sentence) is computed once per distinct token and then gathered.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from toolkit.text.numbering import PADDING, UTF8, Numbering
from toolkit.text.pieces import Piece, Places, cut
from toolkit.text.rows import Rows

T = TypeVar("T")
Column = Callable[[list[str]], np.ndarray]
"""What can be known of tokens: a list of n distinct tokens in, an array of n rows out."""

Form = Callable[[list[str]], list[str]]
"""What tokens become, such as their bare words: n tokens in, n strings out."""

_BASES: dict[Callable, tuple[Callable, ...]] = {}
_FORMS: dict[Callable, Form] = {}


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


def known_by(form: Form) -> Callable[[Callable], Callable]:
    """Mark a column that depends on a form of the token: it is given distinct forms, not tokens.

    There are far fewer of these, as “War, war. and (war) have one form.

    >>> def small(tokens):
    ...     return [token.lower() for token in tokens]
    >>> @known_by(small)
    ... def length(words):
    ...     print("asked about", words)
    ...     return token_lengths(words)
    >>> vocabulary = Vocabulary()
    >>> _ = vocabulary.encode(["War", "and", "war"])
    >>> vocabulary.column(length).tolist()
    asked about ['war', 'and']
    [3, 3, 3]
    """

    def mark(column: Callable) -> Callable:
        _FORMS[column] = form
        return column

    return mark


# One conversion of a whole corpus is slower than many that stay in the processor's cache.
_CHUNK = 1 << 19


class Vocabulary:
    """Distinct tokens numbered in order of first appearance, with columns of facts on each.

    >>> vocabulary = Vocabulary()
    >>> vocabulary.encode(["to", "be", "or", "not", "to", "be"]).tolist()
    [0, 1, 2, 3, 0, 1]
    >>> vocabulary.column(token_lengths).tolist()
    [2, 2, 2, 3]
    """

    def __init__(self, form: Form | None = None) -> None:
        self._form = form
        self._forms: dict[Form, Forms] = {}
        self._numbering = Numbering()
        self._entries: list[str] = []
        self._columns: dict[Column, Rows] = {}
        self._attached: dict[Callable, Any] = {}

    def __len__(self) -> int:
        return len(self._numbering)

    @property
    def entries(self) -> list[str]:
        """The distinct tokens; the position in the list is the id."""
        self._entries += self._numbering.entries(len(self._entries))
        return self._entries

    def octets(self, first: int) -> tuple[np.ndarray, np.ndarray]:
        """The UTF-8 bytes (uint8) of the tokens from id ``first`` on, and their bounds (int64)."""
        return self._numbering.octets(first)

    def encode(self, tokens: Sequence[str]) -> np.ndarray:
        """Ids of tokens (int64, same length); new tokens are added."""
        buffer = "".join(tokens).encode(*UTF8) + bytes(PADDING)
        octets = np.frombuffer(buffer, np.uint8)
        heads = np.flatnonzero((octets & 0xC0) != 0x80)  # where a character begins
        bounds = np.zeros(len(tokens) + 1, np.int64)
        np.cumsum(token_lengths(tokens), out=bounds[1:])
        bounds = heads[bounds]
        return self.encode_at(buffer, bounds[:-1], np.diff(bounds))

    def encode_at(self, buffer: bytes, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Ids of the UTF-8 tokens at ``starts`` of a buffer that ends in ``PADDING`` bytes."""
        return self._numbering.encode(buffer, starts, lengths)

    def column(self, of: Column) -> np.ndarray:
        """``of`` for every distinct token so far; computed once per token, kept for later."""
        known = self._columns.get(of)
        if known is None:
            rows = self._computed(of, 0)
            if len(self):  # what is made of no tokens may be of another kind
                self._columns[of] = Rows(rows)
            return rows
        if len(known) < len(self):
            known.add(self._computed(of, len(known)))
        return known.array

    def _computed(self, of: Column, done: int) -> np.ndarray:
        form = _FORMS.get(of)
        if form is not None and form is not self._form:
            forms = self.forms(form)
            numbers = forms.ids[done:]
            return forms.vocabulary.column(of)[numbers]
        bases = _BASES.get(of)
        if bases is None:
            return of(self.entries[done:])
        column: Callable[..., np.ndarray] = of
        return column(*(self.column(base)[done:] for base in bases))

    def forms(self, form: Form) -> "Forms":
        """The forms of all tokens so far."""
        if form not in self._forms:
            self._forms[form] = Forms(self, form)
        return self._forms[form]

    def attached(self, kind: Callable[["Vocabulary"], T]) -> T:
        """The table of this kind built on this vocabulary: made once, living as long as it."""
        if kind not in self._attached:
            self._attached[kind] = kind(self)
        return self._attached[kind]


class Forms:
    """What the tokens of a vocabulary become, numbered in a ``vocabulary`` of its own."""

    def __init__(self, tokens: Vocabulary, form: Form) -> None:
        self.vocabulary = Vocabulary(form)
        self._tokens, self._form = tokens, form
        self._ids = Rows(np.zeros(0, np.int64))

    @property
    def ids(self) -> np.ndarray:
        """The number of the form of every token."""
        done = len(self._ids)
        if done < len(self._tokens):
            fresh = self._form(self._tokens.entries[done:])
            self._ids.add(self.vocabulary.encode(fresh))
        return self._ids.array


def token_lengths(tokens: Sequence[str]) -> np.ndarray:
    """Code points in each token."""
    return np.fromiter(map(len, tokens), np.int32, len(tokens))


class Tokens:
    """All tokens of a batch of texts, as arrays of one length.

    ``ids`` (int64) are numbers in the vocabulary; ``starts`` and ``ends`` (int32) are code
    points into the token's own text; ``line_ends`` (uint8) says how many lines ended in the
    blank before the token (0, 1, or 2 for a blank line or more). The tokens of text ``k`` are
    ``bounds[k]:bounds[k + 1]``.
    """

    _pieces: Sequence[Piece] = ()

    def __init__(
        self,
        ids: np.ndarray,
        starts: np.ndarray,
        ends: np.ndarray,
        line_ends: np.ndarray,
        bounds: np.ndarray,
    ) -> None:
        self.ids, self.bounds = ids, bounds
        self._places = starts, ends, line_ends

    @classmethod
    def of_pieces(cls, ids: np.ndarray, bounds: np.ndarray, pieces: Sequence[Piece]) -> "Tokens":
        """Tokens whose places are worked out when first asked for."""
        tokens = cls.__new__(cls)
        tokens.ids, tokens.bounds, tokens._pieces = ids, bounds, pieces
        return tokens

    @cached_property
    def _places(self) -> Places:
        starts, ends, line_ends = zip(*(piece.places() for piece in self._pieces), strict=True)
        self._pieces = ()  # of no more use
        return _joined(starts), _joined(ends), _joined(line_ends)

    @property
    def starts(self) -> np.ndarray:
        """Where each token starts."""
        return self._places[0]

    @property
    def ends(self) -> np.ndarray:
        """Where each token ends."""
        return self._places[1]

    @property
    def line_ends(self) -> np.ndarray:
        """How many lines ended before each token."""
        return self._places[2]


def tokenise(texts: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """The tokens of all texts, numbered in ``vocabulary``.

    >>> tokens = tokenise(["Hello, you.", ""], Vocabulary())
    >>> tokens.ids.tolist(), tokens.starts.tolist(), tokens.ends.tolist(), tokens.bounds.tolist()
    ([0, 1], [0, 7], [6, 11], [0, 2, 2])
    """
    ids: list[np.ndarray] = []
    pieces: list[Piece] = []
    bounds = np.zeros(len(texts) + 1, np.int64)
    first = 0
    while first < len(texts) or not pieces:
        last, size = first, 0
        while last < len(texts) and (last == first or size + len(texts[last]) < _CHUNK):
            size += len(texts[last]) + 1
            last += 1
        buffer, piece = cut(texts[first:last])
        ids.append(vocabulary.encode_at(buffer, piece.starts, piece.ends - piece.starts))
        pieces.append(piece)
        bounds[first + 1 : last + 1] = bounds[first] + piece.bounds[1:]
        first = last
    return Tokens.of_pieces(_joined(ids), bounds, pieces)


def _joined(parts: Sequence[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts) if len(parts) > 1 else parts[0]
