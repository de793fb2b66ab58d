"""Stretches of text as a reader meets them: names, words that say something, words met before."""

from collections.abc import Callable
from functools import cached_property

import numpy as np

from toolkit.text import word_frequency
from toolkit.text.document import Document
from toolkit.text.segments import ratio, sums
from toolkit.text.stems import stem
from toolkit.text.tokens import Vocabulary

NEAR = 150  # words after which a repeated word is no longer fresh in mind
LONGEST = 60  # words; what is longer is a list or a table, not a sentence that much harder
_CAPITAL, _UPPER, _OPENED = 1, 2, 4
_OPENERS = "\"'“‘«‹„‚([{*_"


def capitals(tokens: list[str]) -> np.ndarray:
    """Bits: 1 begins with a capital letter, 2 is all capitals, 4 opens a quotation or bracket.

    >>> capitals(["Paris", "“We", "NATO,", "it"]).tolist()
    [1, 5, 2, 0]
    """

    def bits(token: str) -> int:
        bare = token.lstrip(_OPENERS)
        if not bare[:1].isupper():
            return 0
        upper = bare.isupper() and sum(map(str.isalpha, bare)) > 1
        return (_UPPER if upper else _CAPITAL) | (_OPENED if len(bare) < len(token) else 0)

    return np.fromiter(map(bits, tokens), np.uint8, len(tokens))


class _Stems:
    """Which words are forms of one word."""

    def __init__(self, forms: Vocabulary) -> None:
        self._forms = forms
        self._stems = Vocabulary()
        self._ids = np.zeros(0, np.int32)

    def of(self, ids: np.ndarray) -> np.ndarray:
        fresh = self._forms.entries[len(self._ids) :]
        self._ids = np.concatenate((self._ids, self._stems.encode(list(map(stem, fresh)))))
        return self._ids[ids]


class Reading:
    """Stretches of tokens as their words and sentences, ready to be counted."""

    def __init__(self, document: Document, bounds: np.ndarray) -> None:
        self.document, self.bounds = document, bounds
        self.edges = document.words.bounds(bounds)

    def fact(self, of: Callable[[list[str]], np.ndarray]) -> np.ndarray:
        """A fact on words in their normal form, for every word of the batch."""
        return self.document.word_forms.column(of)[self.document.words.forms]

    def share(self, hits: np.ndarray, among: np.ndarray) -> np.ndarray:
        """How many of the words ``among`` are hits, for each stretch; NaN where there is none."""
        return ratio(sums(hits & among, self.edges), sums(among, self.edges))

    @cached_property
    def every(self) -> np.ndarray:
        """True for every word."""
        return np.ones(len(self.document.words.forms), bool)

    @cached_property
    def names(self) -> np.ndarray:
        """True for words with a capital that they do not owe to the start of a sentence.

        At its start, and in words all in capitals, only a word that is not on the list of
        frequencies is taken for a name.
        """
        document, tokens = self.document, self.document.words.tokens
        flags = document.gather(capitals)
        begins = (flags & _OPENED) != 0
        begins[document.sentences[:-1]] = True
        begins[self.bounds[:-1][np.diff(self.bounds) > 0]] = True
        unlisted = self.fact(word_frequency.frequencies) == word_frequency.UNLISTED
        capital = ((flags & _CAPITAL) != 0)[tokens]
        upper = ((flags & _UPPER) != 0)[tokens]
        content = self.fact(word_frequency.content)
        return content & ((capital & (~begins[tokens] | unlisted)) | (upper & unlisted))

    @cached_property
    def content(self) -> np.ndarray:
        """True for words that say what the text is about: no grammar words, numbers or names."""
        return self.fact(word_frequency.content) & ~self.names

    @cached_property
    def distinct(self) -> np.ndarray:
        """True for content words that did not stand before in their stretch, in any form."""
        return self.content & (self._before < self._begins)

    @cached_property
    def repeated(self) -> np.ndarray:
        """True for content words that stood, in any form, up to :data:`NEAR` words before."""
        near = np.arange(len(self.every)) - self._before <= NEAR
        return self.content & (self._before >= self._begins) & near

    @cached_property
    def _before(self) -> np.ndarray:
        """Where a form of the same content word stood last before each of them, else -1."""
        at = np.flatnonzero(self.content)
        stems = self.document.word_forms.attached(_Stems).of(self.document.words.forms[at])
        order = at[np.argsort(stems, kind="stable")]
        same = np.flatnonzero(np.diff(np.sort(stems)) == 0)
        before = np.full(len(self.every), -1, np.int64)
        before[order[same + 1]] = order[same]
        return before

    @cached_property
    def _begins(self) -> np.ndarray:
        """The first word of the stretch that each word of the batch lies in."""
        begins = np.zeros(len(self.every), np.int64)
        inside = slice(self.edges[0], self.edges[-1])
        begins[inside] = np.repeat(self.edges[:-1], np.diff(self.edges))
        return begins

    @cached_property
    def sentences(self) -> tuple[np.ndarray, np.ndarray]:
        """Words in each piece of a sentence that holds any, and the bounds of the stretches."""
        cut = np.zeros(len(self.document.tokens.ids) + 1, bool)
        cut[self.document.sentences] = True
        cut[self.bounds] = True
        first, last = self.bounds[0], self.bounds[-1]
        pieces = np.flatnonzero(cut[first : last + 1]) + first
        sizes = np.diff(self.document.words.bounds(pieces))
        before = np.concatenate(([0], np.cumsum(sizes > 0)))
        found = before[np.searchsorted(pieces, self.bounds)]
        return np.minimum(sizes[sizes > 0], LONGEST), found
