"""Timing things side by side: one of each in turn, again and again, in one run.

The speed of a shared machine changes from minute to minute, so a time on its own says little.
Neighbouring runs see the same machine: their ratio holds. What is counted is the processor time
of this process, which other programs disturb less than they disturb the clock on the wall;
everything measured here works on one core, so on an idle machine the two are the same.
"""

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

Runner = Callable[[], Mapping[str, float]]
"""Does its work and says how many seconds each part of it took."""


@dataclass(frozen=True)
class Times:
    """Seconds per round of one runner, and the megabytes it worked through in a round."""

    seconds: tuple[float, ...]
    megabytes: float

    @property
    def speed(self) -> float:
        """Megabytes a second, median of the rounds."""
        return self.megabytes / median(self.seconds)


@dataclass(frozen=True)
class Ratio:
    """How many times as fast: the median over the rounds, and the least and greatest."""

    middle: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{short(self.middle)}× ({short(self.least)}-{short(self.most)})"


def short(value: float) -> str:
    """Two figures that count: 0.52, 8.3, 54, 117.

    >>> [short(x) for x in (0.5234, 8.349, 54.4, 117.2)]
    ['0.52', '8.3', '54', '117']
    """
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 10 else f"{value:,.0f}"


def faster(ours: Times, theirs: Times) -> Ratio:
    """How many times the throughput of ``theirs`` is reached by ``ours``, round by round.

    >>> faster(Times((1.0, 2.0), 10.0), Times((1.0, 4.0), 1.0)).middle
    15.0
    """
    each = [
        (ours.megabytes / mine) / (theirs.megabytes / other)
        for mine, other in zip(ours.seconds, theirs.seconds, strict=True)
    ]
    return Ratio(median(each), min(each), max(each))


def as_installed(folder: str) -> dict[str, str]:
    """The environment of a new process whose modules are compiled, as after an installation.

    The first process compiles them into ``folder``, wherever it was started from.
    """
    kept = {name: it for name, it in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": folder}


def timed(
    work: str, run: Callable[[], object], clock: Callable[[], float] = process_time
) -> Runner:
    """A runner of one piece of work."""

    def runner() -> dict[str, float]:
        start = clock()
        run()
        return {work: clock() - start}

    return runner


def race(
    runners: Mapping[str, tuple[Runner, float]],
    rounds: int,
    each: Callable[[], object] = lambda: None,
) -> dict[tuple[str, str], Times]:
    """Run all runners ``rounds`` times in turn, every other round backwards.

    ``runners`` are ``name: (runner, megabytes)``; ``each`` is called after every run. Returns the
    times by name and piece of work.
    """
    seconds: dict[tuple[str, str], list[float]] = {}
    gc.collect()
    gc.freeze()  # what is there already need not be looked through again before each run
    try:
        for number in range(rounds):
            names: Sequence[str] = list(runners)
            for name in reversed(names) if number % 2 else names:
                gc.collect()
                for work, took in runners[name][0]().items():
                    seconds.setdefault((name, work), []).append(took)
                each()
    finally:
        gc.unfreeze()
    return {key: Times(tuple(took), runners[key[0]][1]) for key, took in seconds.items()}
