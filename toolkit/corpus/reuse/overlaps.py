"""The overlap of many pairs of articles at once, counted on their words."""

from collections.abc import Sequence

import numpy as np

from toolkit.comparison.copying.passages import Overlap, ngrams
from toolkit.corpus.reuse.counting import shared
from toolkit.corpus.reuse.shingles import (
    HASH_BITS,
    distinct_of_each,
    hashed_ngrams,
    unlike,
    words_of,
)
from toolkit.text.document import Document
from toolkit.text.segments import ratio

_PLACE_BITS = np.uint64(64 - HASH_BITS)  # more n-grams than these can number are in no batch
_PLACE = np.uint64((1 << 64 - HASH_BITS) - 1)


def overlaps(document: Document, pairs: Sequence[tuple[int, int]], n: int) -> list[Overlap]:
    """For each pair of articles of a document what ``comparison.copying.passages.overlap`` says.

    >>> document = Document.of_texts(["a b c d e f", "a b c d e g", "a"])
    >>> [found.shared for found in overlaps(document, [(0, 1), (0, 2)], 5)]
    [1, 0]
    """
    if not pairs:
        return []
    numbers, bounds = _numbered(document, n)
    rising, edges, _ = distinct_of_each(numbers, bounds)
    sets = np.split(rising, edges[1:-1])
    both = shared((sets[a], sets[b]) for a, b in pairs)
    first, second = np.diff(edges)[np.array(pairs)].T
    jaccard, a_in_b, b_in_a = (
        ratio(both, size).tolist() for size in (first + second - both, first, second)
    )
    only_a, only_b = (first - both).tolist(), (second - both).tolist()
    rows = zip(jaccard, a_in_b, b_in_a, both.tolist(), only_a, only_b, strict=True)
    return [Overlap(*row) for row in rows]


def _numbered(document: Document, n: int) -> tuple[np.ndarray, np.ndarray]:
    """A number for each n-gram of all articles, equal where the words are; and their bounds.

    The number is a hash where no two n-grams of the document have one: all with one hash are
    held against each other.
    """
    words = words_of(document)
    grams, places, bounds = hashed_ngrams(document, words, n)
    rising = np.sort((grams << _PLACE_BITS) | np.arange(len(grams), dtype=np.uint64))
    order = (rising & _PLACE).astype(np.int64)
    rising >>= _PLACE_BITS
    same = np.flatnonzero(rising[1:] == rising[:-1])
    if unlike(words.forms, places[order[same]], places[order[same + 1]], n).any():
        return ngrams(words.forms, n)[places].astype(np.uint64), bounds
    return grams, bounds
