"""How much two articles must share, and what follows for the sets of their n-grams.

Let two sets A and B share at least k members, and let all members be put in one order, the same
for all sets. Then the first shared member is among the first ``|A| - k + 1`` of A and among the
first ``|B| - k + 1`` of B. With the rarest members first, these prefixes hold little that many
sets have (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007; Xiao et al. 2008).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from toolkit.comparison.copying.passages import Overlap

Kind = Literal["jaccard", "containment"]

_SLACK = (
    1e-6  # a bound rounded the wrong way would lose pairs; this loosens it by nothing that counts
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """At least this Jaccard coefficient, or this containment of either article in the other.

    >>> jaccard = Threshold("jaccard", 0.5)
    >>> jaccard.least_shared(np.array([90]), np.array([100])).tolist()
    [64]
    >>> jaccard.prefixes(np.array([100]))
    (array([34]), array([51]))
    """

    kind: Kind
    value: float

    def reached(self, overlap: Overlap) -> bool:
        """Whether an exact overlap is enough; an undefined one is not."""
        if self.kind == "jaccard":
            return overlap.jaccard >= self.value
        return overlap.containment_a_in_b >= self.value or (
            overlap.containment_b_in_a >= self.value
        )

    def least_shared(self, smaller: np.ndarray, larger: np.ndarray) -> np.ndarray:
        """How many n-grams sets of these sizes must share (int64)."""
        if self.kind == "jaccard":
            return _up(self.value / (1 + self.value) * (smaller + larger))
        return _up(self.value * smaller)

    def least_in_others(self, sizes: np.ndarray) -> np.ndarray:
        """How many members of a set others must have too, for it to be in any pair (int64)."""
        if self.kind == "jaccard":
            return _up(self.value * sizes)
        return np.ones(len(sizes), np.int64)  # all of a smaller set may lie in this one

    def prefixes(self, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How many of its rarest n-grams a set is looked up by, and how many it is found by.

        By the first it meets sets that are no smaller than itself, by the second sets that are
        no larger. What is contained in a larger set may lie anywhere in that.
        """
        if self.kind == "jaccard":
            by = sizes - _up(2 * self.value / (1 + self.value) * sizes) + 1
            return by, sizes - _up(self.value * sizes) + 1
        return sizes - _up(self.value * sizes) + 1, sizes

    def largest(self, sizes: np.ndarray) -> np.ndarray:
        """The size of the largest set that one of each size can reach the threshold with."""
        if self.kind == "jaccard":
            return np.floor(sizes / self.value + _SLACK).astype(np.int64)
        return np.full(len(sizes), np.iinfo(np.int64).max)


def _up(values: np.ndarray) -> np.ndarray:
    return np.ceil(values - _SLACK).astype(np.int64)
