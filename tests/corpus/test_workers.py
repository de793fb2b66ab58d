"""Several processes: order, bounds, and deaths among them."""

import json
import multiprocessing
import os
import threading
from contextlib import closing

import pytest

from tests.corpus.made import Deadly, Plain, texts
from toolkit.corpus import workers
from toolkit.corpus.measuring import Task, measure_items
from toolkit.corpus.workers import Batch, default_jobs, in_order
from toolkit.errors import UsageError

TASK = Task(("word_count",), "jsonl")


def batches(count: int, deadly: tuple[int, ...] = (), size: int = 4) -> list[Batch]:
    given = texts(count * size)
    return [
        Batch(
            tuple(
                Deadly("made", row, 1) if row in deadly else Plain("made", row, 1, given[row])
                for row in range(k * size, (k + 1) * size)
            ),
            k,
        )
        for k in range(count)
    ]


def ids(measured) -> list[int]:
    return [int(json.loads(line)["id"]) for line in measured.row_bytes.splitlines()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs):
    given = batches(12)
    done = list(in_order(iter(given), TASK, jobs))
    assert [batch for batch, _ in done] == given
    assert [measured for _, measured in done] == [
        measure_items(batch.items, TASK) for batch in given
    ]


def test_few_batches_are_held_at_a_time():
    taken = 0

    def counted():
        nonlocal taken
        for batch in batches(20):
            taken += 1
            yield batch

    with closing(in_order(counted(), TASK, 2)) as done:
        for given, _ in enumerate(done, start=1):
            assert taken <= given + 2 * 2
    assert taken == 20


@pytest.mark.parametrize("deadly", [(0,), (17, 18), (6, 21, 39)])
def test_an_item_that_kills_costs_only_itself(deadly):
    done = list(in_order(iter(batches(10, deadly)), TASK, 2))
    assert [batch.position for batch, _ in done] == list(range(10))
    assert [row for _, measured in done for row in ids(measured)] == [
        row for row in range(40) if row not in deadly
    ]
    problems = [json.loads(x) for _, m in done for x in m.problem_bytes.splitlines()]
    assert [problem["row"] or 0 for problem in problems] == list(deadly)
    assert all("process that measured it was ended" in problem["reason"] for problem in problems)


def test_processes_that_cannot_start_are_told_of(monkeypatch):
    class Broken(workers.ProcessPoolExecutor):
        def __init__(self, jobs, mp_context, initializer):
            super().__init__(jobs, mp_context, initializer=os.abort)

    monkeypatch.setattr(workers, "ProcessPoolExecutor", Broken)
    with pytest.raises(UsageError, match="--jobs 1"):
        list(in_order(iter(batches(1)), TASK, 2))


def test_no_process_and_no_thread_is_left_behind():
    before = set(threading.enumerate())
    with closing(in_order(iter(batches(30)), TASK, 2)) as done:
        next(done)
    assert multiprocessing.active_children() == []
    assert set(threading.enumerate()) <= before


def test_there_is_a_processor():
    assert default_jobs() >= 1
