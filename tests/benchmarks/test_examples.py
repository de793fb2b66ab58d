"""The examples in the docstrings of the measurements are true."""

import doctest
from importlib import import_module

import pytest

MODULES = (
    "corpus",
    "race",
    "checks",
    "report",
    "validity.page",
    "validity.reading_level",
    "validity.scores",
    "validity.sentence_ends",
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name):
    result = doctest.testmod(import_module(f"benchmarks.{name}"))
    assert result.attempted > 0
    assert result.failed == 0
