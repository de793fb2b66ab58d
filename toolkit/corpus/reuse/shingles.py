"""Articles as sets of hashed word n-grams (shingles; Broder 1997).

The hashes only point to pairs worth looking at, and what is said of a pair is counted on its
words. Two n-grams with one hash can make a set seem smaller than it is, or two sets seem to share
more than they do; the search therefore goes by the true size of every set, which is known here,
so that no pair is lost whatever the hash does.
"""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from toolkit.comparison.reuse import ngrams
from toolkit.text.document import Document

HASH_BITS = 35
_U = np.uint64
_MULTIPLIER = 0x9E3779B97F4A7C15
_MIX = (_U(0xD6E8FEB86659FD93), _U(0xC2B2AE3D27D4EB4F))


@dataclass(frozen=True, slots=True)
class Shingles:
    """The n-grams of a batch of articles.

    ``hashes`` (uint64, below ``2 ** HASH_BITS``) are those of all articles one after the other,
    each article's rising and each once; ``bounds`` are the articles' bounds in them; ``sizes``
    (int64) say how many distinct n-grams each article truly has; ``digests`` are equal where
    articles have the same words in the same order (128 bits, no two texts are known to clash).
    """

    hashes: np.ndarray
    bounds: np.ndarray
    sizes: np.ndarray
    digests: list[bytes]


def shingles(document: Document, n: int) -> Shingles:
    """The distinct word ``n``-grams of every article of a document.

    >>> found = shingles(Document.of_texts(["To be, or not to be!", "Or not to be to be."]), 2)
    >>> found.sizes.tolist(), len(np.intersect1d(found.hashes[:4], found.hashes[4:]))
    ([4, 4], 3)
    """
    forms = document.words.forms
    digests = document.word_forms.column(word_digests)[forms]
    bounds = document.article_words
    counts = np.maximum(np.diff(bounds) - n + 1, 0)
    owners = np.repeat(np.arange(len(counts)), counts)
    grams = _rolled(np.ascontiguousarray(digests[:, 0]), n)
    first = np.repeat(bounds[:-1] - (np.cumsum(counts) - counts), counts)
    places = first + np.arange(len(first))
    keys = (owners.astype(np.uint64) << _U(HASH_BITS)) | grams[places]
    rising = np.sort(keys)
    fresh = np.ones(len(keys), bool)
    np.not_equal(rising[1:], rising[:-1], out=fresh[1:])
    repeated, rising = rising[~fresh], rising[fresh]
    edges = np.searchsorted(rising, np.arange(len(counts) + 1, dtype=np.uint64) << _U(HASH_BITS))
    sizes = np.diff(edges)
    for k in _clashing(keys, places, repeated, forms, n):
        sizes[k] = len(np.unique(ngrams(forms[bounds[k] : bounds[k + 1]], n)))
    return Shingles(
        hashes=rising & _U((1 << HASH_BITS) - 1),
        bounds=edges,
        sizes=sizes,
        digests=[
            blake2b(digests[first:last].tobytes(), digest_size=16).digest()
            for first, last in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
        ],
    )


def _clashing(
    keys: np.ndarray, places: np.ndarray, repeated: np.ndarray, forms: np.ndarray, n: int
) -> list[int]:
    """The articles in which different n-grams have one hash: few, if any."""
    seen = np.zeros(1 << 16, bool)  # a sieve, so that only some keys need be looked up
    seen[repeated & _U(0xFFFF)] = True
    at = np.flatnonzero(seen[keys & _U(0xFFFF)])
    at = at[np.argsort(keys[at], kind="stable")]
    same = np.flatnonzero(keys[at][1:] == keys[at][:-1])
    one, other = (places[at[same + k]][:, None] + np.arange(n) for k in (0, 1))
    differ = (forms[one] != forms[other]).any(axis=1)
    return np.unique(keys[at[same[differ]]] >> _U(HASH_BITS)).tolist()


def word_digests(words: list[str]) -> np.ndarray:
    """A column on words: 128 bits of each, as two numbers (little-endian uint64)."""
    found = [
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=16).digest() for word in words
    ]
    return np.frombuffer(b"".join(found), "<u8").reshape(-1, 2)


def _rolled(words: np.ndarray, n: int) -> np.ndarray:
    """A hash of the ``n`` words from each position on."""
    count = max(0, len(words) - n + 1)
    grams = np.zeros(count, np.uint64)
    for k in range(n):
        grams += words[k : k + count] * _U(pow(_MULTIPLIER, k + 1, 1 << 64))
    grams ^= grams >> _U(32)
    grams *= _MIX[0]
    grams ^= grams >> _U(29)
    grams *= _MIX[1]
    return grams >> _U(64 - HASH_BITS)
