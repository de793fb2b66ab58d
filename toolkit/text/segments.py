"""Reductions over neighbouring stretches of an array: sentences, articles, outlets.

``bounds`` holds n + 1 rising positions; stretch ``k`` is ``values[bounds[k]:bounds[k + 1]]``
and may be empty.
"""

import numpy as np


def sums(values: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """Whole-number sum of each stretch (int64; 0 for an empty one). Exact.

    >>> sums(np.array([1, 2, 3]), np.array([0, 2, 2, 3])).tolist()
    [3, 0, 3]
    """
    result = np.zeros(len(bounds) - 1, np.int64)
    filled = bounds[1:] > bounds[:-1]
    starts = bounds[:-1][filled]
    if len(starts):
        result[filled] = np.add.reduceat(values[: bounds[-1]], starts, dtype=np.int64)
    return result


def means(values: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """Mean of each stretch, added up from left to right; NaN for an empty one.

    >>> means(np.array([1.0, 2.0, 4.0]), np.array([0, 2, 2, 3])).tolist()
    [1.5, nan, 4.0]
    """
    sizes = np.diff(bounds)
    total = np.bincount(owners(bounds), weights=values, minlength=len(sizes))
    return ratio(total, sizes)


def owners(bounds: np.ndarray) -> np.ndarray:
    """Which stretch each position between the first and last bound belongs to."""
    return np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))


def ratio(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """``top / bottom``; NaN where the bottom is 0, without a warning.

    >>> ratio(np.array([1, 0]), np.array([2, 0])).tolist()
    [0.5, nan]
    """
    whole = np.asarray(bottom, float)
    return np.divide(top, whole, out=np.full(whole.shape, np.nan), where=whole != 0)
