"""An array that grows is what numpy would have made of its parts."""

import numpy as np
import pytest

from toolkit.text.rows import Rows

PARTS = [
    [np.arange(3), np.arange(0), np.arange(5), np.arange(40)],
    [np.zeros(0, np.int8), np.arange(3, dtype=np.int8), np.array([300])],
    [np.array(["a"]), np.array(["longer"]), np.array(["b", "c"])],
    [np.ones((2, 3)), np.zeros((7, 3))],
    [np.array([None, 1], object), np.array([(), "x"], object)],
]


@pytest.mark.parametrize("parts", PARTS, ids=["numbers", "kinds", "text", "table", "objects"])
def test_rows_added_are_rows_joined(parts):
    rows = Rows(parts[0])
    for count, part in enumerate(parts[1:], 2):
        rows.add(part)
        joined = np.concatenate(parts[:count])
        assert rows.array.tolist() == joined.tolist()
        assert (rows.array.dtype, len(rows)) == (joined.dtype, len(joined))


def test_what_was_handed_out_does_not_change():
    given = np.array([1, 2])
    rows = Rows(given)
    views = [rows.array]
    for k in range(3, 9):
        rows.add(np.array([k]))
        views.append(rows.array)
    assert [view.tolist() for view in views] == [list(range(1, n + 1)) for n in range(2, 9)]
    assert given.tolist() == [1, 2]
