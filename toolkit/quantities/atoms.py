"""Articles as strings of atoms: a letter for each word, numeral or mark that a grammar can read.

An *atom* is a word, a numeral, a unit sign or a mark inside a token: ``(€477`` holds three.
What its atoms are depends on the token alone, so they are found once per distinct token; a
whole batch is then a gather. The codes are in :data:`toolkit.quantities.codes.CODES`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from toolkit.quantities.lexer import lex
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

_PADDING = 16


class AtomTable:
    """The atoms inside every distinct token of one vocabulary.

    The first of all is the bar that stands before a sentence.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.first = np.ones(1, np.int64)
        self.codes = np.array([ord("|")], np.uint8)
        self.starts = np.zeros(1, np.int32)
        self.ends = np.zeros(1, np.int32)
        self.words = [""]

    def extend(self) -> None:
        """Read the tokens that are new since the last time."""
        if len(self.vocabulary) == len(self.first) - 1:
            return
        fresh = self.vocabulary.entries[len(self.first) - 1 :]
        found = [lex(token) for token in fresh]
        codes = "".join([codes for codes, _, _ in found]).encode("ascii")
        starts = [start for _, starts, _ in found for start in starts]
        ends = [end for _, _, ends in found for end in ends]
        for token, (_, begins, stops) in zip(fresh, found, strict=True):
            self.words += [normal(token[x:y]) for x, y in zip(begins, stops, strict=True)]
        counts = np.cumsum([len(codes) for codes, _, _ in found]) + self.first[-1]
        self.first = np.concatenate((self.first, counts))
        self.codes = np.concatenate((self.codes, np.frombuffer(codes, np.uint8)))
        self.starts = np.concatenate((self.starts, np.array(starts, np.int32)))
        self.ends = np.concatenate((self.ends, np.array(ends, np.int32)))


@dataclass(frozen=True, slots=True)
class Atoms:
    """One article's atoms: a code each, and code points where each starts and ends.

    A bar stands before every sentence, so that nothing is read across its end. More bars follow
    the last atom, so that a reader may look ahead a few atoms without asking.
    """

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    rows: list[int]
    words: list[str]

    def word(self, at: int) -> str:
        """An atom's letters, as :func:`normal` has them."""
        return self.words[self.rows[at]]


def normal(word: str) -> str:
    """A word in lower case, with a plain apostrophe and no possessive.

    >>> normal("Monday’s")
    'monday'
    """
    word = word.lower()
    if word.isalnum() or len(word) < 3:
        return word
    return word.replace("’", "'").removesuffix("'s").rstrip("'")


def atoms(document: Document, first: int, last: int) -> Iterator[Atoms]:
    """The atoms of articles ``first`` to ``last - 1``, an article at a time."""
    table = document.vocabulary.attached(AtomTable)
    table.extend()
    low, high = document.tokens.bounds[first], document.tokens.bounds[last]
    ids = document.tokens.ids[low:high]
    begins = table.first[ids]
    opening = np.zeros(len(ids), np.int64)
    edges = document.sentences
    inside = edges[np.searchsorted(edges, low) : np.searchsorted(edges, high)] - low
    opening[inside] = 1
    counts = table.first[ids + 1] - begins + opening
    ends = np.cumsum(counts)
    row = np.arange(int(ends[-1]) if len(ends) else 0)
    row += np.repeat(begins - opening - (ends - counts), counts)
    bars = (ends - counts)[inside]
    row[bars] = 0
    base = np.repeat(document.tokens.starts[low:high], counts)
    starts, stops = base + table.starts[row], base + table.ends[row]
    letters = table.codes[row].tobytes().decode("ascii")
    bounds = np.concatenate(([0], ends))[document.tokens.bounds[first : last + 1] - low].tolist()
    for k, (x, y) in enumerate(pairwise(bounds)):
        text = document.articles[first + k].text
        begin, end, rows = (column[x:y].tolist() for column in (starts, stops, row))
        for column, filler in ((begin, len(text)), (end, len(text)), (rows, 0)):
            column += [filler] * _PADDING
        yield Atoms(text, letters[x:y] + "|" * _PADDING, begin, end, rows, table.words)
