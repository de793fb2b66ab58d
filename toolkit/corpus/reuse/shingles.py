"""Articles as sets of hashed word n-grams (shingles; Broder 1997).

The hashes only point to pairs worth looking at, and what is said of a pair is counted on its
words. Two n-grams with one hash can make a set seem smaller than it is, or two sets seem to share
more than they do; the search therefore goes by the true size of every set, which is known here,
so that no pair is lost whatever the hash does.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from toolkit.comparison.copying.passages import ngrams
from toolkit.text.document import Document
from toolkit.text.segments import sums
from toolkit.text.tokens import token_lengths
from toolkit.text.words import WordTable

HASH_BITS = 35
_U = np.uint64
_MULTIPLIER = 0x9E3779B97F4A7C15
_MIX = (_U(0xD6E8FEB86659FD93), _U(0xC2B2AE3D27D4EB4F))
_SIEVE = _U(0xFFFF)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The n-grams of a batch of articles.

    ``n_words`` (int64) counts the words of each. ``hashes`` (uint64, below ``2 ** HASH_BITS``) are
    those of all articles one after the other, each article's rising and each once; ``bounds`` are
    the articles' bounds in them. ``sizes`` (int64) say how many distinct n-grams each article
    truly has. ``sums`` (int64) are equal where articles have the same words in the same order, and
    hardly ever where they have not.
    """

    n_words: np.ndarray
    hashes: np.ndarray
    bounds: np.ndarray
    sizes: np.ndarray
    sums: np.ndarray


def shingles(document: Document, n: int) -> Shingles:
    """The distinct word ``n``-grams of every article of a document.

    >>> found = shingles(Document.of_texts(["To be, or not to be!", "Or not to be to be."]), 2)
    >>> found.sizes.tolist(), len(np.intersect1d(found.hashes[:4], found.hashes[4:]))
    ([4, 4], 3)
    """
    words = words_of(document)
    grams, places, bounds = hashed_ngrams(document, words, n)
    rising, edges, repeated = distinct_of_each(grams, bounds)
    sizes = np.diff(edges)
    if len(repeated):
        for k in _clashing(grams, places, bounds, repeated, words.forms, n):
            sizes[k] = len(np.unique(ngrams(words.of(k), n)))
    return Shingles(words.counts, rising, edges, sizes, sums(grams, bounds))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all articles as ``forms``, and the articles' ``bounds`` in them."""

    forms: np.ndarray
    bounds: np.ndarray

    def of(self, article: int) -> np.ndarray:
        """The words of one."""
        first, last = self.bounds[article : article + 2]
        return self.forms[first:last]

    @property
    def counts(self) -> np.ndarray:
        """How many words each article has."""
        return np.diff(self.bounds)


def words_of(document: Document) -> Words:
    """The words of a document, without where they stand, which only few are asked for."""
    tokens = document.tokens
    return Words(*document.vocabulary.attached(WordTable).forms_of(tokens.ids, tokens.bounds))


def hashed_ngrams(
    document: Document, words: Words, n: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The n-grams of all articles in text order: hashes, the word each begins with, and bounds."""
    counts = words.counts
    n = min(n, int(counts.max(initial=0)) + 1)  # no article has more words
    counts = np.maximum(counts - n + 1, 0)
    edges = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=edges[1:])
    places = np.repeat(words.bounds[:-1] - edges[:-1], counts)
    places += np.arange(len(places))
    hashes = document.word_forms.column(word_hashes)[words.forms]
    return _rolled(hashes, n)[places], places, edges


def distinct_of_each(
    values: np.ndarray, bounds: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The different values of each stretch, rising; their bounds; and what came again."""
    rising = values.copy()
    edges = bounds.tolist()
    for first, last in pairwise(edges):  # many small sortings take less than one large one
        rising[first:last].sort()
    fresh = np.ones(len(rising), bool)
    np.not_equal(rising[1:], rising[:-1], out=fresh[1:])
    fresh[bounds[:-1][bounds[:-1] < len(fresh)]] = True
    before = np.zeros(len(fresh) + 1, np.int64)
    np.cumsum(fresh, out=before[1:])
    return rising[fresh], before[bounds], rising[~fresh]


def _clashing(
    grams: np.ndarray,
    places: np.ndarray,
    bounds: np.ndarray,
    repeated: np.ndarray,
    forms: np.ndarray,
    n: int,
) -> list[int]:
    """The articles in which different n-grams have one hash: few, if any."""
    seen = np.zeros(int(_SIEVE) + 1, bool)  # so that only some n-grams need be looked up
    seen[repeated & _SIEVE] = True
    at = np.flatnonzero(seen[grams & _SIEVE])
    owners = np.searchsorted(bounds, at, "right") - 1
    order = np.lexsort((grams[at], owners))
    at, owners = at[order], owners[order]
    same = np.flatnonzero((grams[at][1:] == grams[at][:-1]) & (owners[1:] == owners[:-1]))
    differ = unlike(forms, places[at[same]], places[at[same + 1]], n)
    return np.unique(owners[same[differ]]).tolist()


def unlike(forms: np.ndarray, one: np.ndarray, other: np.ndarray, n: int) -> np.ndarray:
    """Whether the ``n`` words from two places on differ."""
    differ = np.zeros(len(one), bool)
    for k in range(n if len(one) else 0):
        differ |= forms[one + k] != forms[other + k]
    return differ


def word_hashes(words: list[str]) -> np.ndarray:
    """A column on words: 64 bits of each (uint64), the same on every machine."""
    if not words:
        return np.zeros(0, np.uint64)
    lengths = token_lengths(words).astype(np.int64)
    points = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), "<u4")
    starts = np.cumsum(lengths) - lengths
    within = np.arange(len(points)) - np.repeat(starts, lengths)
    powers = np.full(int(lengths.max()), _MULTIPLIER, np.uint64).cumprod()
    return _mixed(np.add.reduceat(points * powers[within], starts))


def _rolled(words: np.ndarray, n: int) -> np.ndarray:
    """A hash of the ``n`` words from each position on, as if others followed the last."""
    grams = words * _U(_MULTIPLIER)
    for k in range(1, n):
        grams[:-k] += words[k:] * _U(pow(_MULTIPLIER, k + 1, 1 << 64))
    return _mixed(grams) >> _U(64 - HASH_BITS)


def _mixed(hashes: np.ndarray) -> np.ndarray:
    hashes ^= hashes >> _U(32)
    hashes *= _MIX[0]
    hashes ^= hashes >> _U(29)
    hashes *= _MIX[1]
    return hashes
