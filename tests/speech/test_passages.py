"""Quotations and speakers on passages in the manner of newspapers."""

from pathlib import Path

import pytest

from benchmarks.validity.quotes import passages, tally

HERE = Path(__file__).parent
FILES = ("passages.toml", "fresh_passages.toml", "later_passages.toml", "third_passages.toml")


@pytest.mark.parametrize("name", FILES)
def test_spans_speakers_and_kinds(name):
    found = tally(HERE / name)
    told = "\n".join(found.failures)
    assert found.spans.f1.value >= 0.98, told
    assert found.accuracy >= 0.85, told
    assert found.sources / found.quotes >= 0.95, told


def test_there_are_enough_passages_of_every_kind():
    every = [row for name in FILES for row in passages(HERE / name)]
    assert len(every) >= 250
    sources = [quote.source for _, quotes in every for quote in quotes]
    assert {"direct", "scare", "title"} == set(sources)
