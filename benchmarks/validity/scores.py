"""The few statistics, and how far each could be off by the luck of the draw."""

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass
from math import atanh, nan, sqrt, tanh

import numpy as np

_NORMAL = 1.959963984540054  # 95% of a normal distribution lies within this many deviations


@dataclass(frozen=True)
class Score:
    """A value, the number of items behind it, and its 95% interval (NaN where none is known)."""

    value: float
    items: int
    low: float = nan
    high: float = nan


def pearson(x: np.ndarray, y: np.ndarray) -> Score:
    """Pearson's r over the items where both are defined, with Fisher's (1921) interval.

    >>> pearson(np.array([1.0, 2, 3, 4, np.nan]), np.array([2.0, 4, 6, 9, 1])).value > 0.99
    True
    """
    known = ~(np.isnan(x) | np.isnan(y))
    items = int(known.sum())
    if items < 4:
        return Score(nan, items)
    r = float(np.corrcoef(x[known], y[known])[0, 1])
    if not abs(r) < 1:
        return Score(r, items, r, r)
    reach = _NORMAL / sqrt(items - 3)
    return Score(r, items, tanh(atanh(r) - reach), tanh(atanh(r) + reach))


def share(hits: int, items: int) -> Score:
    """A share with the interval of Wilson (1927); NaN of nothing.

    >>> score = share(9, 10)
    >>> score.value, round(score.low, 2), round(score.high, 2)
    (0.9, 0.6, 0.98)
    """
    if not items:
        return Score(nan, 0)
    p, z = hits / items, _NORMAL
    middle = (p + z * z / (2 * items)) / (1 + z * z / items)
    reach = z * sqrt(p * (1 - p) / items + z * z / (4 * items * items)) / (1 + z * z / items)
    return Score(p, items, min(p, middle - reach), max(p, middle + reach))


@dataclass
class Hits:
    """Things found, against the things that were to be found."""

    right: int = 0
    too_many: int = 0
    missed: int = 0

    def add(self, found: Set[Hashable], wanted: Set[Hashable]) -> None:
        """Count one text."""
        self.right += len(found & wanted)
        self.too_many += len(found - wanted)
        self.missed += len(wanted - found)

    @property
    def precision(self) -> Score:
        """The share of what was found that is right."""
        return share(self.right, self.right + self.too_many)

    @property
    def recall(self) -> Score:
        """The share of what was to be found that was found."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> Score:
        """The harmonic mean of both; the number of items is what was to be found.

        >>> Hits(3, 1, 1).f1.value
        0.75
        """
        whole = 2 * self.right + self.too_many + self.missed
        return Score(2 * self.right / whole if whole else nan, self.right + self.missed)


def macro_f1(found: Sequence[Hashable], wanted: Sequence[Hashable]) -> Score:
    """The mean over the classes of each class's F1.

    >>> macro_f1(["a", "a", "b", "b"], ["a", "a", "b", "a"]).value
    0.7333333333333334
    """
    values = []
    for kind in sorted(set(wanted), key=str):
        hits = Hits()
        hits.add(
            {k for k, label in enumerate(found) if label == kind},
            {k for k, label in enumerate(wanted) if label == kind},
        )
        values.append(hits.f1.value)
    return Score(sum(values) / len(values) if values else nan, len(wanted))
