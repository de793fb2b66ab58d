import math

import pytest

from toolkit.charts.numerals import coordinate, number_text


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0, "0"),
        (-0.0, "0.00"),
        (-0.004, "0.00"),
        (-0.006, "-0.01"),
        (1234.5, "1234.50"),
        (None, "not defined"),
        (math.nan, "not defined"),
        (-math.inf, "not defined"),
    ],
)
def test_number_text(value, told):
    assert number_text(value) == told


@pytest.mark.parametrize(("value", "told"), [(10.0, "10"), (100.5, "100.5"), (-0.001, "0")])
def test_coordinate(value, told):
    assert coordinate(value) == told
