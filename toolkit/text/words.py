"""Words inside tokens: what people count, compare and search for.

A token such as ``UK/US,`` holds two words, ``“post-war`` one, ``***`` none. Where its words
begin and end, and their normal form, depend on the token alone, so they are found once per
distinct token and gathered for the whole batch.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

import numpy as np

from toolkit.text.rows import Rows
from toolkit.text.tokens import Vocabulary

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S. keeps its full stops
    r"|[^\W_][\u0300-\u036f]*"
    r"(?:(?:[-‐‑'’ʼ&]|(?<=\d)[.,:](?=\d))?[^\W_][\u0300-\u036f]*)*"
)
_AROUND = "\"'.,:;!?()[]-–—…“”‘’"  # what stands around words, and is in none by itself
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

    def _extend(self) -> None:
        fresh = self.vocabulary.entries[len(self._first) - 1 :]
        if not fresh:
            return
        starts: list[int] = []
        ends: list[int] = []
        forms: list[str] = []
        counts: list[int] = []
        for token in fresh:
            core = token.strip(_AROUND)
            if core.isalnum() and core.isascii():  # one plain word, as in nearly all tokens
                start = token.index(core)
                starts.append(start)
                ends.append(start + len(core))
                forms.append(core.lower())
            else:
                for found in WORD.finditer(token):
                    starts.append(found.start())
                    ends.append(found.end())
                    forms.append(normal_form(found[0]))
            counts.append(len(starts))
        self._first.add(np.array(counts) + self._first.array[-1])
        self._starts.add(np.array(starts, np.int64))
        self._ends.add(np.array(ends, np.int64))
        self._forms.add(self.forms.encode(forms))

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

    def forms_of(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The forms of the words of tokens ``ids``, and how many words each token has."""
        row, counts = self._rows(ids)
        return self._forms.array[row], counts

    def _rows(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where in the table the words of tokens ``ids`` are, and how many words each has."""
        self._extend()
        first = self._first.array[ids]
        counts = self._first.array[ids + 1] - first
        before = np.cumsum(counts)
        rows = np.repeat(first - before + counts, counts)
        rows += np.arange(len(rows))
        return rows, counts
