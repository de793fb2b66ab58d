"""Words inside tokens: what people count, compare and search for.

A token such as ``UK/US,`` holds two words, ``“post-war`` one, ``***`` none. Where its words
begin and end, and their normal form, depend on the token alone, so they are found once per
distinct token and gathered for the whole batch.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

import numpy as np

from toolkit.text.numbering import PADDING, UTF8
from toolkit.text.plain_words import plain_words
from toolkit.text.rows import Rows
from toolkit.text.tokens import Vocabulary

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S. keeps its full stops
    r"|[^\W_][\u0300-\u036f]*"
    r"(?:(?:[-‐‑'’ʼ&]|(?<=\d)[.,:](?=\d))?[^\W_][\u0300-\u036f]*)*"
)
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def normal_form(word: str) -> str:
    """The form under which two words count as the same: no case, plain apostrophe and hyphen.

    A letter and its accent count as the one character they make.

    >>> normal_form("Don’t"), normal_form("U.S.")
    ("don't", 'u.s.')
    """
    return normalize("NFC", word.translate(_PLAIN).casefold())


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a batch: ``forms`` are ids in a vocabulary of normal forms (int64),
    ``starts`` and ``ends`` code points in the word's own article, ``tokens`` the token each
    word lies in. Arrays of one length, in text order.
    """

    forms: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    tokens: np.ndarray

    def bounds(self, token_bounds: np.ndarray) -> np.ndarray:
        """Bounds given in tokens, as bounds in words."""
        return np.searchsorted(self.tokens, token_bounds)


class WordTable:
    """The words inside every distinct token of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.forms = Vocabulary()
        self._first = Rows(np.zeros(1, np.int64))
        self._starts, self._ends, self._forms = (Rows(np.zeros(0, np.int64)) for _ in range(3))
        self._alone = Rows(np.zeros(0, np.int64))  # the form of a token of one word; else -1

    def _extend(self) -> None:
        octets, edges = self.vocabulary.octets(len(self._first) - 1)
        if len(edges) == 1:
            return
        begins, ends = plain_words(octets, edges)
        plain = begins >= 0
        odd = np.flatnonzero(~plain)
        counts = plain.astype(np.int64)
        found: list[re.Match[str]] = []
        for k, (a, b) in zip(odd.tolist(), edges[odd[:, None] + (0, 1)].tolist(), strict=True):
            words = list(WORD.finditer(octets[a:b].tobytes().decode(*UTF8)))
            counts[k] = len(words)
            found += words
        first = np.cumsum(counts)
        alone = np.zeros(first[-1], bool)  # the words of plain tokens; their order is kept
        alone[first[plain] - 1] = True
        forms = [normal_form(word[0]).encode(*UTF8) for word in found]
        buffer = b"".join((octets.tobytes().lower(), *forms, bytes(PADDING)))
        sizes = np.fromiter(map(len, forms), np.int64, len(forms))
        at = merged(alone, begins[plain], len(octets) + np.cumsum(sizes) - sizes)
        lengths = merged(alone, (ends - begins)[plain], sizes)
        numbers = self.forms.encode_at(buffer, at, lengths)
        self._forms.add(numbers)
        self._alone.add(merged(plain, numbers[alone], -1))
        heads = np.zeros(len(octets) + 1, np.int64)
        np.cumsum((octets & 0xC0) != 0x80, out=heads[1:])  # bytes become code points
        starts = heads[begins[plain]] - heads[edges[:-1][plain]]
        starts = merged(alone, starts, [word.start() for word in found])
        self._starts.add(starts)
        self._ends.add(starts + merged(alone, lengths[alone], [len(word[0]) for word in found]))
        self._first.add(first + self._first.array[-1])

    def words(self, ids: np.ndarray, token_starts: np.ndarray) -> Words:
        """The words of tokens ``ids`` that begin at ``token_starts``."""
        row, counts = self._rows(ids)
        tokens = np.repeat(np.arange(len(ids)), counts)
        base = token_starts[tokens]
        return Words(
            forms=self._forms.array[row],
            starts=base + self._starts.array[row],
            ends=base + self._ends.array[row],
            tokens=tokens,
        )

    def forms_of(self, ids: np.ndarray, bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The forms of the words of tokens ``ids``, and ``bounds`` in these as bounds in words."""
        self._extend()
        forms = self._alone.array[ids]
        several = np.flatnonzero(forms < 0)  # few; most tokens hold one word
        if not len(several):
            return forms, bounds
        first = self._first.array[ids[several]]
        counts = self._first.array[ids[several] + 1] - first
        times = np.ones(len(ids), np.int64)
        times[several] = counts
        forms = np.repeat(forms, times)
        more = np.zeros(len(several) + 1, np.int64)
        np.cumsum(counts - 1, out=more[1:])
        places = stretches(several + more[:-1], counts)
        forms[places] = self._forms.array[stretches(first, counts)]
        return forms, bounds + more[np.searchsorted(several, bounds)]

    def _rows(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where in the table the words of tokens ``ids`` are, and how many words each has."""
        self._extend()
        first = self._first.array[ids]
        counts = self._first.array[ids + 1] - first
        return stretches(first, counts), counts


def stretches(first: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The whole numbers from each first on, as many as its count says.

    >>> stretches(np.array([5, 0, 9]), np.array([2, 0, 1])).tolist()
    [5, 6, 9]
    """
    before = np.cumsum(counts)
    found = np.repeat(first - before + counts, counts)
    found += np.arange(len(found))
    return found


def merged(
    first: np.ndarray, one: np.ndarray, other: np.ndarray | Sequence[int] | int
) -> np.ndarray:
    """Numbers of two kinds in one array, in order; ``first`` says where those of the first go."""
    found = np.empty(len(first), np.int64)
    found[first] = one
    found[~first] = other
    return found
