"""A batch of items becomes rows, whatever is among them."""

import json
from itertools import pairwise

import pytest

from tests.corpus.made import Failing, Plain, texts
from toolkit.corpus import measuring
from toolkit.corpus.items import Unreadable
from toolkit.corpus.measuring import Measured, Task, choose_measures, measure_items
from toolkit.errors import UsageError
from toolkit.measures.catalogue import MEASURES, family, measure_all
from toolkit.text.document import Document

TASK = Task(("word_count", "lix"), "jsonl")


def plain(*words: str) -> list[Plain]:
    return [Plain("here", k, len(text), text) for k, text in enumerate(words, start=1)]


def rows(measured: Measured) -> list[dict]:
    return [json.loads(line) for line in measured.row_bytes.splitlines()]


def problems(measured: Measured) -> list[dict]:
    return [json.loads(line) for line in measured.problem_bytes.splitlines()]


def test_rows_are_what_measure_all_says():
    given = texts(20)
    (*found,) = rows(measure_items(plain(*given), TASK))
    expected = measure_all(Document.of_texts(given))
    assert [(row["word_count"], row["lix"]) for row in found] == [
        (row["word_count"], row["lix"]) for row in expected
    ]


def test_a_batch_of_nothing_readable():
    measured = measure_items([Unreadable("a", 4, 0, "Odd.")], TASK)
    assert (measured.items, measured.rows, measured.problems) == (1, 0, 1)
    assert problems(measured) == [{"source": "a", "row": 4, "reason": "Odd."}]


def test_articles_without_words_have_a_row_that_counts_none():
    measured = measure_items(plain("*** — !!!", "One."), TASK)
    assert (measured.rows, measured.with_words) == (2, 1)
    assert rows(measured)[0] == {"id": "1", "outlet": "", "word_count": 0, "lix": None}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError, "It cannot be measured (ValueError: odd)."),
        (MemoryError, "Measuring it needs more memory than there is."),
        (RecursionError, "It cannot be measured (RecursionError: odd)."),
    ],
)
def test_an_error_nobody_foresaw_costs_one_item(error, said):
    items = [*plain("One.", "Two."), Failing("b", 3, 0, error), Unreadable("b", 4, 0, "Odd.")]
    measured = measure_items([*items, *plain("Three.")], TASK)
    assert (measured.items, measured.rows, measured.with_words, measured.problems) == (5, 3, 3, 2)
    assert [problem["reason"] for problem in problems(measured)] == [said, "Odd."]


def test_what_was_measured_before_changes_nothing(monkeypatch):
    task = Task(choose_measures(None), "csv")
    items = plain(*texts(10, seed=3))
    first = measure_items(items, task)
    measure_items(plain(*texts(50, seed=4)), task)
    assert measure_items(items, task) == first
    monkeypatch.setattr(measuring, "_MOST_TYPES", 5)
    assert measure_items(items, task) == first
    alone = Measured.joined(measure_items([item], task) for item in items)
    assert alone == first


def test_the_vocabulary_is_kept_warm_and_bounded(monkeypatch):
    monkeypatch.setattr(measuring, "_MOST_TYPES", 200)
    sizes = []
    for k in range(40):
        measure_items(plain(" ".join(f"w{k}x{n}" for n in range(30))), TASK)
        sizes.append(len(measuring._vocabulary))
    assert max(sizes) <= 230
    assert sum(a < b for a, b in pairwise(sizes)) > 30


def test_measures_are_chosen_by_name_and_family():
    counts = [record.name for record in family("counts")]
    assert choose_measures(None) == tuple(record.name for record in MEASURES)
    assert choose_measures(["lix", "counts", "lix"]) == ("lix", *counts)
    with pytest.raises(
        UsageError, match=r"no measure or family called 'x'\. Choose from: counts, "
    ):
        choose_measures(["lix", "x"])
