"""Which sentences of two tellings may be partners at all, and how likely each two are.

Every sentence is held against the few that come nearest in their letters
(:mod:`toolkit.comparison.links.similarity`); what is dear to count is counted for those only.
"""

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from toolkit.comparison.links.features import WORDING, surroundings, wording
from toolkit.comparison.links.model import probabilities
from toolkit.comparison.links.similarity import Letters
from toolkit.comparison.links.words import Sentences, common_ground
from toolkit.text.document import Document

NEAREST = 4  # candidates for each sentence
_ALIKE = 0.999  # letters of sentences that may be equal
ORDER = 0.03  # what standing at the same relative place may add


@dataclass(frozen=True)
class Candidates:
    """Pairs of sentences of two tellings.

    ``likely``: how likely the two say the same, 0 to 1. ``score``: the same, and a little more
    for standing at the same place, which decides between near-equal candidates.
    """

    likely: dict[tuple[int, int], float]
    score: dict[tuple[int, int], float]

    @classmethod
    def of(cls, document: Document, a: int, b: int) -> "Candidates":
        """The candidates for links between articles ``a`` and ``b``."""
        measured = Measured.of(document, a, b)
        n, m = measured.counts
        places = measured.rows / max(1, n - 1), measured.cols / max(1, m - 1)
        nearness = ORDER * (1 - np.abs(places[0] - places[1]))
        likely = np.where(_equal(document, a, b, measured), 1.0, measured.likely)
        score = np.round(likely + nearness, 9)
        pairs = list(zip(measured.rows.tolist(), measured.cols.tolist(), strict=True))
        return cls(
            dict(zip(pairs, likely.tolist(), strict=True)),
            dict(zip(pairs, score.tolist(), strict=True)),
        )

    @cached_property
    def turned(self) -> "Candidates":
        """The same with the tellings the other way round."""
        return Candidates(
            {(j, i): value for (i, j), value in self.likely.items()},
            {(j, i): value for (i, j), value in self.score.items()},
        )

    def without(self, first: Set[int], second: Set[int]) -> "Candidates":
        """Those left when these sentences of either telling have gone."""
        left = {
            (i, j): value
            for (i, j), value in self.score.items()
            if i not in first and j not in second
        }
        return Candidates({pair: self.likely[pair] for pair in left}, left)

    @cached_property
    def best(self) -> dict[int, int]:
        """The best candidate for each sentence of the first telling that has any."""
        found: dict[int, tuple[float, int]] = {}
        for (i, j), value in self.score.items():
            if i not in found or (-value, j) < found[i]:
                found[i] = (-value, j)
        return {i: j for i, (_, j) in found.items()}


@dataclass(frozen=True, slots=True)
class Measured:
    """The features of candidates: ``values`` (pairs, features) of sentences ``rows``, ``cols``."""

    counts: tuple[int, int]
    rows: np.ndarray
    cols: np.ndarray
    values: np.ndarray
    ground: float

    @classmethod
    def of(
        cls,
        document: Document,
        a: int,
        b: int,
        pairs: tuple[np.ndarray, np.ndarray] | None = None,
    ) -> "Measured":
        """Measure the candidates of two articles, or the given pairs of their sentences."""
        letters = Letters.of(document, a, b)
        alike, plain = letters.similarities(True, False)
        rows, cols = candidates(alike) if pairs is None else pairs
        first, second = (Sentences.of(document, article) for article in (a, b))
        values = np.column_stack(
            (
                wording(first, second, rows, cols),
                plain[rows, cols],
                surroundings(alike, rows, cols),
            )
        )
        return cls((letters.n, letters.m), rows, cols, values, common_ground(first, second))

    @property
    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Both sides of the pairs."""
        return self.rows, self.cols

    @property
    def likely(self) -> np.ndarray:
        """How likely each two say the same."""
        return probabilities(self.values, self.ground)


def candidates(alike: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of sentences that are among each other's nearest, in order, as two index arrays.

    Those with nothing alike are none. Of equals those at the nearest place come first.
    """
    n, m = alike.shape
    down, across = (np.arange(k) / max(1, k - 1) for k in (n, m))
    score = np.abs(down[:, None] - across)  # one array, changed in place: it may be large
    score *= -ORDER
    score += alike
    score += ORDER
    np.round(score, 9, out=score)
    score[alike <= 0] = 0.0
    chosen = [_nearest(score.copy()), _nearest(score.T)[::-1]]
    flat = np.concatenate(chosen, axis=1)
    found = np.unique(flat[0] * max(1, m) + flat[1])
    return found // max(1, m), found % max(1, m)


def _nearest(left: np.ndarray) -> np.ndarray:
    """Rows and their best columns, as an array (2, pairs); ``left`` is used up."""
    every = np.arange(len(left))
    best = np.zeros((min(NEAREST, left.shape[1]), len(left)), np.int64)
    worth = np.zeros(best.shape)
    for k in range(len(best)):
        best[k] = left.argmax(1)
        worth[k] = left[every, best[k]]
        left[every, best[k]] = 0.0
    turn, row = np.nonzero(worth > 0)
    return np.stack((row, best[turn, row]))


def _equal(document: Document, a: int, b: int, measured: Measured) -> np.ndarray:
    """Which pairs have the same words in the same order."""
    forms = document.words.forms
    edges = [
        document.sentence_words[first : last + 1]
        for first, last in (document.article_sentences[k : k + 2] for k in (a, b))
    ]
    lengths = [np.diff(edge)[which] for edge, which in zip(edges, measured.pairs, strict=True)]
    found = np.zeros(len(measured.rows), bool)
    for k in np.flatnonzero((lengths[0] == lengths[1]) & (measured.values[:, WORDING] > _ALIKE)):
        i, j = edges[0][measured.rows[k]], edges[1][measured.cols[k]]
        found[k] = np.array_equal(forms[i : i + lengths[0][k]], forms[j : j + lengths[1][k]])
    return found
