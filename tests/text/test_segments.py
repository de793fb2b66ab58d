"""Sums and means of neighbouring stretches."""

import math
from itertools import accumulate, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.segments import distinct, means, owners, ratio, sums


@st.composite
def stretches(draw):
    sizes = draw(st.lists(st.integers(0, 5), max_size=6))
    bounds = list(accumulate(sizes, initial=0))
    values = draw(st.lists(st.integers(-9, 9), min_size=bounds[-1], max_size=bounds[-1]))
    return np.array(values, np.int64), np.array(bounds)


@given(stretches())
def test_each_stretch_is_added_up_alone(case):
    values, bounds = case
    parts = [values[a:b].tolist() for a, b in pairwise(bounds)]
    assert sums(values, bounds).tolist() == [sum(part) for part in parts]
    expected = [sum(part) / len(part) if part else math.nan for part in parts]
    np.testing.assert_array_equal(means(values.astype(float), bounds), expected)
    assert owners(bounds).tolist() == [k for k, part in enumerate(parts) for _ in part]


def test_nothing_divided_by_nothing_is_not_a_number():
    np.testing.assert_array_equal(
        ratio(np.array([0, 1, 3]), np.array([0, 0, 2])), [math.nan, math.nan, 1.5]
    )


@given(st.lists(st.lists(st.integers(-5, 60), max_size=30), min_size=1, max_size=4))
def test_distinct_is_numpys_unique(parts):
    arrays = [np.array(part, np.int64) for part in parts]
    assert distinct(*arrays).tolist() == np.unique(np.concatenate(arrays)).tolist()
