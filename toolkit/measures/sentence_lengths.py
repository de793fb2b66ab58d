"""How long the sentences of a stretch are, in words.

A sentence that the bounds cut counts on each side with the words it has there; one without words
does not count. NaN for a stretch without a sentence.
"""

from dataclasses import dataclass

import numpy as np

from toolkit.measures.counts import is_word
from toolkit.measures.tally import once
from toolkit.text.document import Document
from toolkit.text.segments import distinct, ratio, sums


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences with words inside the bounds: ``begins`` and ``ends`` in tokens, ``words``
    in each, the stretch (``owner``) each lies in, and how many each stretch has (``counts``).
    """

    begins: np.ndarray
    ends: np.ndarray
    words: np.ndarray
    owner: np.ndarray
    counts: np.ndarray


def sentences(document: Document, bounds: np.ndarray) -> Sentences:
    """The sentences of every stretch.

    >>> found = sentences(Document.of_texts(["One here. Two are there."]), np.array([0, 5]))
    >>> found.words.tolist(), found.counts.tolist()
    ([2, 3], [2])
    """
    edges = distinct(document.sentences, bounds)
    edges = edges[(edges >= bounds[0]) & (edges <= bounds[-1])]
    words = sums(document.gather(is_word), edges)
    wordy = words > 0
    begins = edges[:-1][wordy]
    owner = np.searchsorted(bounds, begins, side="right") - 1
    return Sentences(
        begins=begins,
        ends=edges[1:][wordy],
        words=words[wordy],
        owner=owner,
        counts=np.bincount(owner, minlength=len(bounds) - 1),
    )


def _total(found: Sentences, values: np.ndarray) -> np.ndarray:
    """Whole numbers per sentence, added up (int64, exact)."""
    return sums(values, np.concatenate(([0], np.cumsum(found.counts))))


def mean_length(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Words in the average sentence."""
    found = once(document, bounds, sentences)
    return ratio(_total(found, found.words), found.counts)


def median_length(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Words in the middle sentence by length (halfway between the two middle ones).

    >>> median_length(Document.of_texts(["One. Two are. Three words here."]), np.array([0, 6]))
    array([2.])
    """
    found = once(document, bounds, sentences)
    ordered = found.words[np.lexsort((found.words, found.owner))]
    first = np.cumsum(found.counts) - found.counts
    some = found.counts > 0
    middle = np.full(len(found.counts), np.nan)
    low = ordered[(first + (found.counts - 1) // 2)[some]]
    high = ordered[(first + found.counts // 2)[some]]
    middle[some] = (low + high) / 2
    return middle


def spread_of_lengths(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Standard deviation of the sentence lengths, in words; NaN for fewer than two sentences.

    Of the sentences as a sample (divided by one less than their number), in whole numbers until
    the last step.
    """
    found = once(document, bounds, sentences)
    counts = found.counts
    total, squares = _total(found, found.words), _total(found, found.words * found.words)
    return np.sqrt(ratio(counts * squares - total * total, counts * (counts - 1)))


def longest(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Words in the longest sentence."""
    found = once(document, bounds, sentences)
    most = np.full(len(found.counts), np.nan)
    some = np.flatnonzero(found.counts)
    if len(some):
        first = np.cumsum(found.counts) - found.counts
        most[some] = np.maximum.reduceat(found.words, first[some])
    return most


def share_with(document: Document, bounds: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """The share of sentences that hold one of ``tokens`` (positions, rising)."""
    found = once(document, bounds, sentences)
    inside = np.searchsorted(tokens, found.ends) > np.searchsorted(tokens, found.begins)
    return ratio(_total(found, inside), found.counts)
