"""Errors keep both sentences wherever they go."""

import pickle

import pytest

from toolkit.errors import NothingToAnalyse, ReadingError, SameStoryError, UsageError


@pytest.mark.parametrize("kind", [SameStoryError, ReadingError, UsageError, NothingToAnalyse])
def test_an_error_survives_the_way_out_of_a_process(kind):
    error = pickle.loads(pickle.dumps(kind("It is wrong.", "Do this.")))
    assert type(error) is kind
    assert (error.problem, error.remedy) == ("It is wrong.", "Do this.")
    assert str(error) == "It is wrong. Do this."
