"""Batches worked through by several processes at once, and given back in their order.

Workers are started anew (``spawn``) on every system, so that what is tested on one holds on the
others. One that dies takes the whole pool with it: the batches in hand are then done one at
a time and halved until the item that kills is alone, and that item is a problem.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Generic, Protocol, TypeVar

from toolkit.errors import UsageError

_KILLED = "The process that measured it was ended; it may need more memory than there is."

Done = TypeVar("Done")


class Work(Protocol[Done]):
    """What is to be done with items of some kind. Goes to other processes, so it is picklable."""

    def do(self, items: Sequence[Any]) -> Done:
        """Work through some items."""
        ...

    def problem(self, item: Any, reason: str) -> Done:
        """What comes of an item that cannot be worked on."""
        ...

    def joined(self, parts: Iterable[Done]) -> Done:
        """What came of neighbouring items, as one."""
        ...


@dataclass(frozen=True, slots=True)
class Batch:
    """Some items, and how far one has come in the whole with the last of them, such as in bytes."""

    items: tuple[Any, ...]
    position: int


def in_order(
    batches: Iterator[Batch], work: Work[Done], jobs: int
) -> Generator[tuple[Batch, Done], None, None]:
    """Every batch with what came of it. At most ``2 * jobs + 1`` batches are held at a time."""
    if jobs == 1:
        for batch in batches:
            yield batch, work.do(batch.items)
        return
    crew = _Crew(work, jobs)
    ahead: deque[tuple[Batch, Future[Done]]] = deque()
    try:
        for batch in batches:
            ahead.append((batch, crew.submit(batch.items)))
            if len(ahead) > 2 * jobs:
                yield _next(ahead, crew)
        while ahead:
            yield _next(ahead, crew)
    finally:
        crew.dismiss()


def default_jobs() -> int:
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _next(ahead: "deque[tuple[Batch, Future[Done]]]", crew: "_Crew[Done]") -> tuple[Batch, Done]:
    batch, future = ahead.popleft()
    try:
        return batch, future.result()
    except BrokenExecutor:
        crew.dismiss()
    found = _alone(batch.items, crew)
    # Any of the others may be the one that kills; each is told apart before all go on together.
    for k, (other, future) in enumerate(ahead):
        if not future.done() or future.cancelled() or future.exception():
            ahead[k] = (other, _known(_alone(other.items, crew)))
    return batch, found


def _alone(items: Sequence[Any], crew: "_Crew[Done]") -> Done:
    """Done with nothing beside it; halves of it where that ends the worker."""
    try:
        return crew.submit(items).result()
    except BrokenExecutor:
        crew.dismiss()
    if len(items) == 1:
        return crew.work.problem(items[0], _KILLED)
    middle = len(items) // 2
    return crew.work.joined(map(_alone, (items[:middle], items[middle:]), repeat(crew)))


def _known(done: Done) -> "Future[Done]":
    future: Future[Done] = Future()
    future.set_result(done)
    return future


class _Crew(Generic[Done]):
    """The worker processes, started when there is work and again after one has died."""

    def __init__(self, work: Work[Done], jobs: int) -> None:
        self.work, self._jobs = work, jobs
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, items: Sequence[Any]) -> "Future[Done]":
        with _interrupt_held():  # the processes started here are not to hear of Ctrl-C
            self._pool = self._pool or self._start()
            try:
                return self._pool.submit(self.work.do, items)
            except BrokenExecutor as error:
                failed: Future[Done] = Future()
                failed.set_exception(error)
                return failed

    def dismiss(self) -> None:
        """End the processes, as soon as each is done with its batch."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _start(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(
            self._jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin
        )
        try:
            pool.submit(os.getpid).result()
        except BrokenExecutor as error:
            raise UsageError(
                "No further processes can be started here.", "Use one: --jobs 1."
            ) from error
        return pool


def _begin() -> None:
    """In a worker: leave Ctrl-C to the main process, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def follow() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Keep Ctrl-C waiting. Processes started meanwhile never see it (not on Windows)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
