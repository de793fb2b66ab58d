"""What a person waits for: starting up, and comparing two articles."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from tqdm import tqdm

from benchmarks import ROOT
from benchmarks.race import Ratio, Runner, Times, as_installed, faster, race, timed

PAIR = ("meridian-wire.txt", "ludgate-register.txt")


@dataclass(frozen=True)
class Start:
    """One thing that was started: seconds from process start to its end, and what of it is Python.

    ``against`` is how many times as fast it is as importing textstat.
    """

    what: str
    seconds: float
    against: Ratio


def starts(rounds: int, progress: tqdm) -> list[Start]:
    """Time fresh processes in turn: Python alone, our import, our commands, textstat's import."""
    pair = [str(ROOT / "data" / "peacekeepers" / name) for name in PAIR]
    commands = {
        "Python, doing nothing": ["-c", "pass"],
        "`import numpy`": ["-c", "import numpy"],
        "`import toolkit`": ["-c", "import toolkit"],
        "`samestory measure --json` on two articles": ["-m", "toolkit", "measure", "--json", *pair],
        "`samestory compare --json` on two articles": ["-m", "toolkit", "compare", "--json", *pair],
        "`import textstat`": ["-c", "import textstat"],
    }
    with tempfile.TemporaryDirectory() as folder:
        environment = as_installed(folder)

        def runner(arguments: list[str]) -> Runner:
            command = [sys.executable, *arguments]

            def run() -> object:
                return subprocess.run(
                    command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment
                )

            run()  # once for the disk
            return timed("start", run, perf_counter)

        runners = {what: (runner(arguments), 1.0) for what, arguments in commands.items()}
        raced = race(runners, rounds, progress.update)
    times = {what: found for (what, _), found in raced.items()}
    slowest = times["`import textstat`"]
    return [
        Start(what, median(times[what].seconds), faster(times[what], slowest)) for what in commands
    ]


def comparison_time(rounds: int) -> Times:
    """Comparing the two articles inside a running program, files already read, words known."""
    from toolkit.comparison.compare import compare
    from toolkit.reading import load_story

    articles = [
        article for article in load_story("peacekeepers").articles if f"{article.id}.txt" in PAIR
    ]
    if len(articles) != len(PAIR):
        raise LookupError(f"the story holds {[article.id for article in articles]}, not {PAIR}")
    compare(articles)
    seconds = []
    for _ in range(max(rounds, 5) * 4):
        start = perf_counter()
        compare(articles)
        seconds.append(perf_counter() - start)
    size = sum(len(article.text.encode()) for article in articles) / 1e6
    return Times(tuple(seconds), size)
