"""The benchmark of the search for copied text: what is planted is found, what is counted true."""

import pytest

from benchmarks import copies, reuse


@pytest.fixture(scope="module")
def texts():
    return [one.text for one in copies.planted(80)]


def test_our_pairs_are_those_of_brute_force(texts):
    there = copies.brute_force(texts, range(len(texts)))
    assert len(there) >= 3
    assert reuse.our_pairs(texts) == there


def test_recall_counts_pairs_that_are_none():
    recall = copies.Recall.of({(0, 1), (0, 2)}, {(0, 1), (3, 4)})
    assert str(recall) == "0.500 (1 of 2; 1 wrong)"


def test_the_section_says_what_was_measured():
    recall = copies.Recall(42, 42, 0)
    runs = [reuse.Run(size, 2, 5.0, 9.0, 500.0, 7) for size in (10_000, 30_000)]
    page = reuse.section(reuse.Reuse(None, None, recall, recall, runs))
    assert "| 30,000 | 5 s | 9 s | 500 MB | 7 |" in page
    assert "1.000 (42 of 42; 0 wrong)" in page
    assert "nothing was raced" in page
