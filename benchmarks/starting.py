"""What a person waits for: starting up, comparing two articles; and the memory it takes."""

import json
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from tqdm import tqdm

from benchmarks import ROOT
from benchmarks.race import Ratio, Runner, Times, faster, race, timed

PAIR = ("meridian-wire.txt", "ludgate-register.txt")


@dataclass(frozen=True)
class Start:
    """One thing that was started: seconds from process start to its end, and what of it is Python.

    ``against`` is how many times as fast it is as importing textstat.
    """

    what: str
    seconds: float
    against: Ratio


@dataclass(frozen=True)
class Memory:
    """Memory for a batch, in megabytes per megabyte of UTF-8 text, the text itself not counted.

    ``arrays``: the numbers that stay; ``peak``: the most there was at any time while building
    and measuring, word lists, vocabulary and all.
    """

    articles: int
    megabytes: float
    arrays: float
    peak: float


def starts(rounds: int, progress: tqdm) -> list[Start]:
    """Time fresh processes in turn: Python alone, our import, a comparison, textstat's import."""
    pair = [str(ROOT / "data" / "peacekeepers" / name) for name in PAIR]
    commands = {
        "Python, doing nothing": ["-c", "pass"],
        "`import toolkit`": ["-c", "import toolkit"],
        "`samestory compare --json` on two articles": ["-m", "toolkit", "compare", "--json", *pair],
        "`import textstat`": ["-c", "import textstat"],
    }

    def runner(arguments: list[str]) -> Runner:
        command = [sys.executable, *arguments]

        def run() -> object:
            return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

        run()  # once for the disk
        return timed("start", run, perf_counter)

    runners = {what: (runner(arguments), 1.0) for what, arguments in commands.items()}
    times = {what: found for (what, _), found in race(runners, rounds, progress.update).items()}
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


def memory(texts: Sequence[str]) -> Memory:
    """Build and measure ``texts`` in a fresh process that counts what is allocated."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(text) + "\n" for text in texts)
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.starting", str(file)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
    found = json.loads(done.stdout)
    size = sum(len(text.encode()) for text in texts) / 1e6
    return Memory(len(texts), size, found["arrays"] / 1e6 / size, found["peak"] / 1e6 / size)


def _measure_memory(file: Path) -> dict[str, int]:
    with file.open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    tracemalloc.start()
    from benchmarks.speeds import Ours
    from toolkit.text.tokens import Vocabulary

    document = Ours.of(texts, Vocabulary()).document
    tokens = document.tokens
    kept = [tokens.ids, tokens.starts, tokens.ends, tokens.line_ends, tokens.bounds]
    kept += [document.sentences, document.article_sentences]
    return {
        "arrays": sum(array.nbytes for array in kept),
        "peak": tracemalloc.get_traced_memory()[1],
    }


if __name__ == "__main__":
    print(json.dumps(_measure_memory(Path(sys.argv[1]))))
