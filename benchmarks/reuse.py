"""Copied text in a corpus: ``python -m benchmarks.reuse`` (a part of ``python -m benchmarks``).

A corpus is made of which it is known who copied whom. ``samestory reuse`` searches it; datasketch's
MinHash LSH, the tool most used for the task, searches it in the same run; and what both find is
held against brute force. Larger corpora show how time and memory grow.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

from tqdm import tqdm

from benchmarks import ROOT
from benchmarks.copies import THRESHOLD, N, Pairs, Recall, brute_force, planted, with_copies
from benchmarks.race import Ratio, faster, race, timed
from toolkit.article import Article
from toolkit.corpus.reuse import Threshold, search
from toolkit.corpus.reuse.candidates import Workplace
from toolkit.corpus.reuse.collection import Collection
from toolkit.corpus.reuse.deciding import Deciding
from toolkit.corpus.reuse.gathering import Gathering
from toolkit.corpus.reuse.vocabulary import forgotten
from toolkit.corpus.run import batches_of

GROWTH = (10_000, 30_000, 100_000)
_SAMPLE = 200  # articles held against all by brute force
_WORD = re.compile(r"\w+")
_PERMUTATIONS = 128


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: seconds on the clock and of processors, megabytes, and the pairs.

    ``megabytes`` is the most memory that all processes together had at a time.
    """

    articles: int
    jobs: int
    seconds: float
    processor_seconds: float
    megabytes: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """What was measured; ``race`` and ``peer`` only where datasketch is installed."""

    race: Ratio | None
    peer: Recall | None
    ours: Recall
    planted: Recall
    growth: list[Run]


def datasketch_pairs(texts: Sequence[str]) -> Pairs:
    """The pairs that datasketch's MinHash LSH finds, used as its documentation shows."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

    index = MinHashLSH(threshold=THRESHOLD, num_perm=_PERMUTATIONS)
    sketches = []
    with index.insertion_session() as session:
        for number, text in enumerate(texts):
            words = _WORD.findall(text.lower())
            sketch = MinHash(_PERMUTATIONS)
            sketch.update_batch(
                {" ".join(words[k : k + N]).encode() for k in range(len(words) - N + 1)}
            )
            sketches.append(sketch)
            session.insert(number, sketch)
    return {
        (number, other)
        for number, sketch in enumerate(sketches)
        for other in index.query(sketch)
        if other > number and sketch.jaccard(sketches[other]) >= THRESHOLD
    }


class _Text(NamedTuple):
    """A bare text, every word of which counts: what datasketch is given too."""

    source: str
    row: int
    size: int
    text: str

    def article(self) -> Article:
        return Article(str(self.row), self.text)


def our_pairs(texts: Sequence[str]) -> Pairs:
    """The pairs that our search finds, in this process, from bare texts and without passages."""
    forgotten()  # the words of the round before
    items = [_Text("made", row, len(text), text) for row, text in enumerate(texts)]
    work, threshold = Gathering(N, with_stories=False), Threshold("jaccard", THRESHOLD)
    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(Path(folder), 3_000_000)
        collection = Collection(place)
        for batch in batches_of((item, item.row) for item in items):
            collection.add(work.do(batch.items))
        collection.finish()
        search.leave_out_copies(collection, jobs=1)
        promising = search.promising_pairs(collection, threshold, place)
        decide = Deciding(collection.shelf.path, threshold, N, "jsonl")
        found = {
            (pair.a, pair.b)
            for batch in search.pair_batches(collection, promising)
            for pair, *_ in decide.reached(batch.items)
        }
        return with_copies(found, collection.copy_of.tolist())


def run(source: Path, out: Path, articles: int, jobs: int) -> Run:
    """The command in processes of its own (on Linux, where their memory can be watched)."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "toolkit", "reuse", source, "--out", out, "--jobs", str(jobs)],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    ) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            sleep(0.1)
    seconds = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise RuntimeError(f"samestory reuse ended with status {process.returncode}")
    with out.open("rb") as lines:
        pairs = sum(1 for _ in lines)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(articles, jobs, seconds, processor, peak / 1e6, pairs)


def _resident(process: int) -> int:
    """Bytes of memory that a process and its children have at the moment."""
    try:
        folder = Path(f"/proc/{process}")
        own = int((folder / "statm").read_text().split()[1]) * _page_size()
        children = (folder / f"task/{process}/children").read_text().split()
    except OSError:  # it has just ended
        return 0
    return own + sum(map(_resident, map(int, children)))


def _page_size() -> int:
    """Bytes in a page of memory."""
    return os.sysconf("SC_PAGE_SIZE")


def measure(articles: int, growth: Sequence[int] = GROWTH, rounds: int = 3) -> Reuse:
    """Race, recall and growth."""
    runs = []
    with tempfile.TemporaryDirectory() as name:
        for size in sorted({articles, *growth}):
            folder = Path(name) / str(size)
            folder.mkdir()
            source = folder / "in.jsonl"
            with source.open("w", encoding="utf-8") as lines:
                for one in tqdm(planted(size), "making", size, leave=False):
                    lines.write(json.dumps({"text": one.text}) + "\n")
            runs.append(run(source, folder / "out.jsonl", size, jobs=2))
            source.unlink()
        folder = Path(name) / str(articles)
        pairs = {(row["a_number"] - 1, row["b_number"] - 1) for row in _rows(folder / "out.jsonl")}
        listed = _rows(folder / "out.articles.jsonl")
    pairs = with_copies(pairs, [(row["copy_of"] or 0) - 1 for row in listed])
    made = list(planted(articles))
    texts = [one.text for one in made]
    sample = range(0, articles, max(1, articles // _SAMPLE))
    chosen = set(sample)
    of_sample = {pair for pair in pairs if chosen.intersection(pair)}
    truth = {(one.source, number) for number, one in enumerate(made) if one.source >= 0}
    ratio, peers = _race(texts, rounds) if find_spec("datasketch") else (None, None)
    return Reuse(
        race=ratio,
        peer=None if peers is None else Recall.of(peers, pairs),
        ours=Recall.of(of_sample, brute_force(texts, sample)),
        planted=Recall.of(pairs & truth, truth),
        growth=runs,
    )


def _rows(file: Path) -> list[dict]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _race(texts: Sequence[str], rounds: int) -> tuple[Ratio, Pairs]:
    """Both in turn, on one processor; processor time counts."""
    found: Pairs = set()

    def peer() -> None:
        found.update(datasketch_pairs(texts))

    our_pairs(texts[:100])  # what each imports when first used is no part of the search
    datasketch_pairs(texts[:100])
    size = sum(map(len, texts)) / 1e6
    times = race(
        {
            "ours": (timed("pairs", lambda: our_pairs(texts)), size),
            "peer": (timed("pairs", peer), size),
        },
        rounds,
    )
    return faster(times["ours", "pairs"], times["peer", "pairs"]), found


def section(found: Reuse) -> str:
    """The part of ``docs/performance.md``."""
    from benchmarks.report import markdown_table

    first = found.growth[0]
    rows = [
        [
            f"{one.articles:,}",
            f"{one.seconds:.0f} s",
            f"{one.processor_seconds:.0f} s",
            f"{one.megabytes:,.0f} MB",
            f"{one.pairs:,}",
            f"{one.seconds / first.seconds:.1f}× for {one.articles / first.articles:.0f}×",
        ]
        for one in found.growth
    ]
    head = ["articles", "time", "processor time", "memory", "pairs", "growth"]
    return f"""## Copied text in a corpus

`samestory reuse` on made-up articles of which a tenth are edited copies of others, Jaccard
coefficient {THRESHOLD} or more on word {N}-grams, on {first.jobs} processes: from the file to the
pairs with their passages, the groups and the stories.

{markdown_table(head, rows)}

- Held against brute force on every fiftieth article or so, our recall is {found.ours}.
- Of the pairs that were planted, {found.planted.found:,} of {found.planted.there:,} are at or above
  the threshold; the others were edited too much.
{_peer_lines(found)}"""


def _peer_lines(found: Reuse) -> str:
    if found.race is None:
        return "- datasketch was not installed, so nothing was raced.\n"
    return f"""- From bare texts in memory to pairs, in one process: {found.race} as fast as
  datasketch's MinHash LSH ({_PERMUTATIONS} permutations), in processor time, on the same articles
  and in turn. Its recall is {found.peer}.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the section."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reuse", description=__doc__)
    parser.add_argument("--articles", type=int, default=GROWTH[0], metavar="N")
    parser.add_argument("--no-growth", action="store_true", help="this one size only")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    options = parser.parse_args(arguments)
    growth = () if options.no_growth else GROWTH
    print(section(measure(options.articles, growth, options.rounds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
