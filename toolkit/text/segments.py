"""Reductions over neighbouring stretches of an array: sentences, articles, outlets.

``bounds`` holds n + 1 rising positions; stretch ``k`` is ``values[bounds[k]:bounds[k + 1]]``
and may be empty.
"""

import numpy as np


def distinct(*parts: np.ndarray) -> np.ndarray:
    """The different whole numbers in some arrays, rising.

    Where the parts are rising themselves this is far quicker than ``np.unique``.

    >>> distinct(np.array([2, 5]), np.array([1, 2])).tolist()
    [1, 2, 5]
    """
    values = np.concatenate(parts)
    values.sort(kind="stable")
    first = np.ones(len(values), bool)
    first[1:] = values[1:] != values[:-1]
    return values[first]


def sums(values: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """Whole-number sum of each stretch (int64; 0 for an empty one). Exact.

    >>> sums(np.array([1, 2, 3]), np.array([0, 2, 2, 3])).tolist()
    [3, 0, 3]
    """
    result = np.zeros(len(bounds) - 1, np.int64)
    filled = (bounds[1:] > bounds[:-1]).nonzero()[0]
    if len(filled):
        values = values[: bounds[-1]]
        result[filled] = np.add.reduceat(values, bounds[filled], dtype=np.int64)
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
    quotient: np.ndarray = top / np.where(bottom, bottom, np.nan)
    return quotient
