"""What a corpus costs as it grows: time for each article, and memory.

    python -m benchmarks.scale 1000 10000 100000

Articles are made one after the other, measured in blocks and forgotten, in a process of its own.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import ROOT, corpus


@dataclass(frozen=True)
class Scale:
    """A corpus of ``articles`` from the first on: megabytes of UTF-8, seconds of processor time.

    ``memory`` is the most the process had in use by then, in megabytes.
    """

    articles: int
    megabytes: float
    seconds: float
    memory: float

    @property
    def allowed(self) -> float:
        """What would be too much: one and a half times the texts, and 200 MB."""
        return 1.5 * self.megabytes + 200


def scales(sizes: Sequence[int]) -> list[Scale]:
    """Time and memory by the time that each of the ``sizes`` is reached, in one new process."""
    command = [sys.executable, "-m", "benchmarks.scale", *map(str, sizes)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return [Scale(**one) for one in json.loads(done.stdout)]


def measured(sizes: Sequence[int]) -> Iterator[Scale]:
    """Sentences, tone and formulas of ever more articles."""
    from benchmarks.speeds import EVERYTHING, blocks
    from toolkit.text.tokens import Vocabulary

    vocabulary = Vocabulary()
    every = corpus.articles(max(sizes))
    articles, size, seconds = 0, 0.0, 0.0
    for wanted in sorted(sizes):
        while articles < wanted:
            texts = [
                text for _, text in zip(range(min(500, wanted - articles)), every, strict=False)
            ]
            for block in blocks(texts, vocabulary):
                seconds += block.seconds[EVERYTHING]
            articles += len(texts)
            size += sum(len(text.encode()) for text in texts) / 1e6
        yield Scale(articles, size, seconds, _most_memory())


def _most_memory() -> float:
    """The most megabytes this process had in use so far."""
    status = Path("/proc/self/status")
    if status.exists():  # elsewhere the figure below is right, but Linux adds the parent's to it
        lines = (line.split() for line in status.read_text(encoding="utf-8").splitlines())
        return next(int(line[1]) for line in lines if line[0] == "VmHWM:") / 1e3
    from resource import RUSAGE_SELF, getrusage

    return getrusage(RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    print(json.dumps([asdict(scale) for scale in measured(list(map(int, sys.argv[1:])))]))
