"""Redrawn sentences: what is sure, what is not, and always the same."""

import math

import pytest

from toolkit.comparison.robustness import Interval, gap_words, intervals, overlaps
from toolkit.measures.catalogue import MEASURES, measure
from toolkit.text.document import Document

SHORT = "The cat sat down. "
LONG = "Considerable international negotiations concerning reconstruction continued yesterday. "
GRADE = measure("flesch_kincaid_grade")


def test_equal_sentences_leave_no_room():
    found = intervals(Document.of_texts([SHORT * 10]), GRADE)[0]
    value = GRADE(Document.of_texts([SHORT * 10]))[0]
    assert found.low == pytest.approx(value)
    assert found.high == pytest.approx(value)


def test_mixed_sentences_lie_around_the_value():
    document = Document.of_texts([SHORT * 6 + LONG * 6])
    found = intervals(document, GRADE)[0]
    assert found.low < GRADE(document)[0] < found.high


def test_too_few_sentences_are_undefined():
    found = intervals(Document.of_texts([SHORT * 4, "", "..."]), GRADE)
    assert all(math.isnan(x.low) and math.isnan(x.high) for x in found)


def test_a_very_long_text_gets_fewer_draws_or_none(monkeypatch):
    document = Document.of_texts([SHORT * 6 + LONG * 6])
    monkeypatch.setattr("toolkit.comparison.robustness._MOST_TOKENS", 30 * 72)
    assert not math.isnan(intervals(document, GRADE)[0].low)
    monkeypatch.setattr("toolkit.comparison.robustness._MOST_TOKENS", 10 * 72)
    assert math.isnan(intervals(document, GRADE)[0].low)


def test_same_in_every_run_and_in_every_company():
    text = SHORT * 6 + LONG * 6
    alone = intervals(Document.of_texts([text]), GRADE)[0]
    together = intervals(Document.of_texts([LONG * 9, text]), GRADE)[1]
    assert alone == together


def test_every_measure_can_be_taken_of_redrawn_sentences():
    said = "She said: “It was a disgrace. It was utterly wrong.” They left in silence. "
    document = Document.of_texts([(SHORT + LONG + said) * 3])
    for record in MEASURES:
        assert len(intervals(document, record, draws=20)) == 1
    share = intervals(document, measure("quoted_share"))[0]
    assert 0 < share.low < share.high < 1


def test_far_apart_tellings_keep_their_order_and_near_ones_do_not():
    document = Document.of_texts([SHORT * 9, LONG * 9, LONG * 8 + SHORT])
    found = intervals(document, GRADE)
    assert not overlaps(found[0], found[1])
    assert overlaps(found[1], found[2])
    words = gap_words("the grade", ["A", "B", "C"], found)
    assert "A and B; A and C" in words
    assert "too small to tell" in words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([Interval(0, 1)], ""),
        ([Interval(0, 1), Interval(2, 3)], "stays the same"),
        ([Interval(0, 2), Interval(1, 3)], "gap is small"),
        ([Interval(0, 2), Interval(float("nan"), float("nan"))], "gap is small"),
    ],
)
def test_words(found, words):
    names = ["A", "B"][: len(found)]
    assert words in gap_words("LIX", names, found)
    assert bool(words) == bool(gap_words("LIX", names, found))
