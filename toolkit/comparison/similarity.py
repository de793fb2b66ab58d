"""How alike the sentences of two tellings are: cosine of weighted letter groups.

Every word is cut into groups of three to five neighbouring letters (``_tal``, ``talk``,
``alks``), so that "talks" and "talking", or "defence" and "defense", still count as near.
Groups that few sentences have weigh more. What groups a word has is found once per distinct
word; a sentence is the sum of its words.
"""

import numpy as np

from toolkit.errors import UsageError
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

SHORTEST, LONGEST = 3, 5
MOST_LETTERS = 1000  # what a word has beyond these is not looked at
MOST_PAIRS = 25_000_000  # of sentences; as many as memory surely holds
_CELLS = 1 << 24  # of one matrix product, so that memory stays bounded


class _Groups:
    """The letter groups of every distinct word form."""

    def __init__(self, forms: Vocabulary) -> None:
        self._forms = forms
        self._groups = Vocabulary()
        self._first = np.zeros(1, np.int64)
        self._flat = np.zeros(0, np.int32)

    def of(self, forms: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For words ``forms``: the group ids of all of them, and how many each has."""
        fresh = self._forms.entries[len(self._first) - 1 :]
        if fresh:
            found = [letter_groups(form) for form in fresh]
            self._flat = np.concatenate(
                (self._flat, self._groups.encode([group for groups in found for group in groups]))
            )
            counts = np.cumsum([len(groups) for groups in found]) + self._first[-1]
            self._first = np.concatenate((self._first, counts))
        first = self._first[forms]
        counts = self._first[forms + 1] - first
        step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        return self._flat[np.repeat(first, counts) + step], counts


def letter_groups(word: str) -> list[str]:
    """Three to five neighbouring letters of a word, its edges marked by ``_``.

    >>> letter_groups("us")
    ['_us', 'us_', '_us_']
    """
    padded = f"_{word[:MOST_LETTERS]}_"
    longest = min(LONGEST, len(padded))
    return [
        padded[k : k + n] for n in range(SHORTEST, longest + 1) for k in range(len(padded) - n + 1)
    ]


def similarities(document: Document, a: int, b: int) -> np.ndarray:
    """Similarity, 0 to 1, of each sentence of article ``a`` with each of ``b`` (float64, n x m).

    Cosine of sublinear tf-idf over letter groups, the sentences of both tellings being the
    documents counted (after Salton and Buckley 1988; Cavnar and Trenkle 1994). A sentence
    without a word is 0 to all.

    Raises :class:`UsageError` for more than 25 million pairs of sentences.
    """
    n, m = np.diff(document.article_sentences)[[a, b]].tolist()
    if n * m > MOST_PAIRS:
        names = " and ".join(document.articles[k].label for k in (a, b))
        raise UsageError(
            f"{names} are too long to be compared: they have {n:,} and {m:,} sentences.",
            "Cut them into articles, or measure them without a comparison.",
        )
    sentences, owner_a, owner_b = _sentence_words(document, a, b)
    groups, counts = document.word_forms.attached(_Groups).of(sentences)
    owner = np.repeat(np.concatenate((owner_a, owner_b)), counts)
    number = np.cumsum(np.bincount(groups) > 0) - 1  # only the groups that occur here
    kinds = int(number.max(initial=-1)) + 1
    cells, times = np.unique(owner * max(1, kinds) + number[groups], return_counts=True)
    rows, columns = np.divmod(cells, max(1, kinds))
    frequency = np.bincount(columns, minlength=kinds)
    weight = (1 + np.log(times)) * (np.log((1 + n + m) / (1 + frequency)) + 1)[columns]
    length = np.sqrt(np.bincount(rows, weights=weight * weight, minlength=n + m))
    weight /= length[rows]
    in_a = np.bincount(columns[rows < n], minlength=kinds)
    in_b = np.bincount(columns[rows >= n], minlength=kinds)
    return _product(rows, columns, weight, np.flatnonzero(np.minimum(in_a, in_b)), n, m)


def _product(
    rows: np.ndarray, columns: np.ndarray, weight: np.ndarray, shared: np.ndarray, n: int, m: int
) -> np.ndarray:
    """Dot products of the first n rows with the last m, over the shared columns, in blocks."""
    place = np.full(int(columns.max(initial=0)) + 1, -1)
    place[shared] = np.arange(len(shared))
    kept = np.flatnonzero(place[columns] >= 0)
    kept = kept[np.argsort(place[columns[kept]], kind="stable")]
    rows, columns, weight = rows[kept], place[columns[kept]], weight[kept]
    result = np.zeros((n, m))
    width = max(1, _CELLS // max(1, n + m))
    for first in range(0, len(shared), width):
        here = slice(*np.searchsorted(columns, (first, first + width)))
        dense = np.zeros((n + m, min(width, len(shared) - first)))
        dense[rows[here], columns[here] - first] = weight[here]
        result += dense[:n] @ dense[n:].T
    # Rounded, so that the last bit of a sum cannot decide between equals.
    return np.round(np.clip(result, 0.0, 1.0), 12)


def _sentence_words(
    document: Document, a: int, b: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Word forms of both articles, and the row (sentence) each belongs to."""
    edges = document.sentence_words
    parts, owners, base = [], [], 0
    for article in (a, b):
        first, last = document.article_sentences[article : article + 2]
        bounds = edges[first : last + 1]
        parts.append(document.words.forms[bounds[0] : bounds[-1]])
        owners.append(np.repeat(np.arange(last - first) + base, np.diff(bounds)))
        base += int(last - first)
    return np.concatenate(parts), owners[0], owners[1]
