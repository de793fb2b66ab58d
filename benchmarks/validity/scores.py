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


def auc(values: np.ndarray, labels: np.ndarray) -> Score:
    """How often, of two items of which one has the label, that one has the higher value.

    Ties count half, items without a value as 0. NaN where all labels are the same. The interval is
    that of Hanley and McNeil (1982).

    >>> auc(np.array([1.0, 3, 2, np.nan]), np.array([False, True, True, False])).value
    1.0
    >>> auc(np.array([1.0, 1, 1, 1]), np.array([False, True, True, False])).value
    0.5
    """
    have, lack = int(labels.sum()), int((~labels).sum())
    if not have or not lack:
        return Score(nan, len(labels))
    _, places, times = np.unique(np.nan_to_num(values), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(times) - (times - 1) / 2)[places]
    value = float((ranks[labels].sum() - have * (have + 1) / 2) / (have * lack))
    with_label, without = value / (2 - value), 2 * value * value / (1 + value)
    spread = value * (1 - value) + (have - 1) * (with_label - value * value)
    spread += (lack - 1) * (without - value * value)
    reach = _NORMAL * sqrt(spread / (have * lack))
    return Score(value, len(labels), max(0.0, value - reach), min(1.0, value + reach))


def auc_within(values: np.ndarray, labels: np.ndarray, groups: np.ndarray) -> Score:
    """The same inside each group, averaged with the sizes of the groups as weights.

    >>> values, labels = np.array([0.0, 1, 5, 6]), np.array([False, True, False, True])
    >>> auc_within(values, labels, np.array(["a", "a", "b", "b"])).value, auc(values, labels).value
    (1.0, 0.75)
    """
    found = [auc(values[groups == g], labels[groups == g]) for g in np.unique(groups).tolist()]
    found = [score for score in found if score.value == score.value]
    items = sum(score.items for score in found)
    if not items:
        return Score(nan, 0)
    value = sum(score.value * score.items for score in found) / items
    reach = sqrt(sum(((score.high - score.low) / 2 * score.items) ** 2 for score in found)) / items
    return Score(value, items, max(0.0, value - reach), min(1.0, value + reach))


def cut_macro_f1(values: np.ndarray, labels: np.ndarray, folds: int = 5) -> Score:
    """Macro-F1 of calling what is at or above a cut, which is found on the items left out.

    Every fifth item is in one fold; its cut is the one that is best for the other folds.

    >>> values = np.array([1.0, 8, 2, 9, 1, 9, 2, 8])
    >>> cut_macro_f1(values, values > 5).value
    1.0
    """
    values = np.nan_to_num(values)
    called = np.zeros(len(values), bool)
    fold = np.arange(len(values)) % folds
    for k in range(folds):
        known, held = fold != k, fold == k
        cuts = np.unique(values[known])
        best = max(cuts.tolist(), key=lambda cut: _macro_f1_of(values[known] >= cut, labels[known]))
        called[held] = values[held] >= best
    return Score(_macro_f1_of(called, labels), len(labels))


def _macro_f1_of(called: np.ndarray, labels: np.ndarray) -> float:
    both = int((called & labels).sum())
    neither = int((~called & ~labels).sum())
    wrong = len(labels) - both - neither
    return both / (2 * both + wrong or 1) + neither / (2 * neither + wrong or 1)
