"""How alike the sentences of two tellings are: cosine of weighted letter groups.

Every word is cut into groups of three to five neighbouring letters (``_tal``, ``talk``,
``alks``), so that "talks" and "talking", or "defence" and "defense", still count as near.
Groups that few sentences have weigh more. What groups a word has is found once per distinct
word; a sentence is the sum of its words.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from toolkit.errors import UsageError
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

SHORTEST, LONGEST = 3, 5
MOST_LETTERS = 1000  # what a word has beyond these is not looked at
MOST_PAIRS = 25_000_000  # of sentences; as many as memory surely holds
_DENSE = 150  # a dense product takes this much less for a cell than one by one
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
        if len(self._first) <= len(self._forms):
            fresh = self._forms.entries[len(self._first) - 1 :]
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


@dataclass(frozen=True)
class Letters:
    """The letter groups of the sentences of two tellings.

    ``columns`` (groups), ``rows`` (the ``n`` sentences of one telling, then the ``m`` of the
    other) and ``times`` (how often the sentence has the group) are the cells of a table, in
    order of column, then row.
    """

    n: int
    m: int
    columns: np.ndarray
    rows: np.ndarray
    times: np.ndarray

    @classmethod
    def of(cls, document: Document, a: int, b: int) -> "Letters":
        """Those of articles ``a`` and ``b``; :class:`UsageError` if they are too long."""
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
        columns = number[groups]
        # Rows rise already. Numbers of two bytes, as nearly always, are sorted in linear time.
        order = columns.astype(np.min_scalar_type(len(number))).argsort(kind="stable")
        columns, rows = columns[order], owner[order]
        fresh = np.ones(len(order) + 1, bool)
        fresh[1:-1] = (columns[1:] != columns[:-1]) | (rows[1:] != rows[:-1])
        edges = np.flatnonzero(fresh)
        return cls(n, m, columns[edges[:-1]], rows[edges[:-1]], np.diff(edges))

    def similarities(self, *rarity: bool) -> list[np.ndarray]:
        """Cosines of each sentence of one telling with each of the other (float64, n x m).

        A group counts 1 + the logarithm of how often the sentence has it; with ``rarity`` the
        more, the fewer sentences of both tellings have it. One table for each ``rarity``.
        """
        weights = [self._weight(rare) for rare in rarity]
        products = [np.zeros((self.n, self.m)) for _ in weights]
        self._add_often(weights, products)
        self._add_seldom(weights, products)
        for product in products:
            np.clip(product, 0.0, 1.0, out=product)
            # Rounded, so that the last bit of a sum cannot decide between equals.
            np.round(product, 12, out=product)
        return products

    def _weight(self, rarity: bool) -> np.ndarray:
        weight = 1 + np.log(self.times)
        if rarity:
            frequency = np.bincount(self.columns)
            weight *= (np.log((1 + self.n + self.m) / (1 + frequency)) + 1)[self.columns]
        squares = np.bincount(self.rows, weights=weight * weight, minlength=self.n + self.m)
        return weight / np.sqrt(squares)[self.rows]

    @cached_property
    def _counts(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """How many sentences of either telling have each group; which groups both have."""
        kinds = int(self.columns.max(initial=-1)) + 1
        is_a = self.rows < self.n
        in_a = np.bincount(self.columns[is_a], minlength=kinds)
        in_b = np.bincount(self.columns[~is_a], minlength=kinds)
        return in_a, in_b, in_a * in_b

    def _add_often(self, weights: list[np.ndarray], products: list[np.ndarray]) -> None:
        """What comes from groups of many sentences: products of matrices."""
        often = self._counts[2] > self.n * self.m // _DENSE
        place = np.cumsum(often) - 1
        cells = np.flatnonzero(often[self.columns])
        rows, columns = self.rows[cells], place[self.columns[cells]]
        count = int(often.sum())
        width = max(1, _CELLS // max(1, self.n + self.m))
        for first in range(0, count, width):
            here = slice(*np.searchsorted(columns, (first, first + width)))
            at = rows[here], columns[here] - first
            for weight, product in zip(weights, products, strict=True):
                block = np.zeros((self.n + self.m, min(width, count - first)))
                block[at] = weight[cells[here]]
                product += block[: self.n] @ block[self.n :].T

    def _add_seldom(self, weights: list[np.ndarray], products: list[np.ndarray]) -> None:
        """What comes from groups of few sentences, one by one."""
        in_a, in_b, both = self._counts
        seldom = (both > 0) & (both <= self.n * self.m // _DENSE)
        cells = np.flatnonzero(seldom[self.columns] & (self.rows < self.n))
        # The cells of the other telling follow those of the one, in each column.
        column = self.columns[cells]
        partner = (np.cumsum(in_a + in_b) - in_b)[column]
        times = in_b[column]
        before = np.concatenate(([0], np.cumsum(times)))
        first = 0
        while first < len(cells):
            last = max(first + 1, int(np.searchsorted(before, before[first] + _CELLS)) - 1)
            many = times[first:last]
            one = np.repeat(cells[first:last], many)
            step = np.arange(len(one)) - np.repeat(before[first:last] - before[first], many)
            other = np.repeat(partner[first:last], many) + step
            place = self.rows[one] * self.m + self.rows[other] - self.n
            for weight, product in zip(weights, products, strict=True):
                added = np.bincount(place, weight[one] * weight[other], self.n * self.m)
                product += added.reshape(product.shape)
            first = last


def similarities(document: Document, a: int, b: int) -> np.ndarray:
    """Similarity, 0 to 1, of each sentence of article ``a`` with each of ``b`` (float64, n x m).

    Cosine of sublinear tf-idf over letter groups, the sentences of both tellings being the
    documents counted (after Salton and Buckley 1988; Cavnar and Trenkle 1994). A sentence
    without a word is 0 to all.

    Raises :class:`UsageError` for more than 25 million pairs of sentences.
    """
    return Letters.of(document, a, b).similarities(True)[0]


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
