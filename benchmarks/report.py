"""What was measured, as a table on the screen and as a page in ``docs/``."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks import peers
from benchmarks.race import Ratio, Times, short
from benchmarks.reuse import Reuse, section
from benchmarks.scale import Scale
from benchmarks.speeds import Curve, Speed
from benchmarks.starting import Start


@dataclass(frozen=True)
class Results:
    """Everything one run of ``python -m benchmarks`` found."""

    articles: int
    sampled: int
    megabytes: float
    distinct: int
    rounds: int
    speeds: list[Speed]
    curves: list[Curve]
    starts: list[Start]
    comparison: Times
    scales: list[Scale]
    reuse: Reuse | None = None

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(speed.check.passed for speed in self.speeds)


def machine() -> str:
    """The machine, in as many words as matter to a ratio.

    >>> "cores, Python 3." in machine()
    True
    """
    return f"{os.cpu_count()} cores, Python {platform.python_version()}"


def print_tables(results: Results) -> None:
    """The tables on the screen."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for title, head, rows in _tables(results):
        table = Table(*[_plain(cell) for cell in head], title=title, title_justify="left")
        for row in rows:
            table.add_row(*[_plain(cell) for cell in row])
        console.print(table)


def _plain(cell: str) -> str:
    return cell.replace("`", "").replace("**", "")


def _tables(results: Results) -> list[tuple[str, list[str], list[list[str]]]]:
    return [
        ("Speed", SPEED_HEAD, speed_rows(results.speeds)),
        ("How many articles at a time", BATCH_HEAD, batch_rows(results.curves)),
        ("Starting up", START_HEAD, start_rows(results.starts, results.comparison)),
        ("As a corpus grows", SCALE_HEAD, scale_rows(results.scales)),
    ]


SPEED_HEAD = [
    "work",
    "measured against",
    "times as fast, new process",
    "cold",
    "warm",
    "MB/s: new process, cold, warm, theirs",
    "check",
]
BATCH_HEAD = ["work", "against", "articles at a time", "cold", "warm"]
SCALE_HEAD = ["articles", "MB", "ms for each article", "most memory, MB", "allowed, MB"]
START_HEAD = ["what", "time", "times as fast as `import textstat`"]


def speed_rows(speeds: Sequence[Speed]) -> list[list[str]]:
    """A row of text for each piece of work."""
    return [
        [
            speed.work,
            speed.peer,
            *map(_bold, (speed.fresh_ratio, speed.cold_ratio, speed.warm_ratio)),
            ", ".join(short(t.speed) for t in (speed.fresh, speed.cold, speed.warm, speed.theirs)),
            str(speed.check) if speed.check.passed else f"**FAILED**: {speed.check}",
        ]
        for speed in speeds
    ]


def batch_rows(curves: Sequence[Curve]) -> list[list[str]]:
    """A row of text for each batch size of each piece of work."""
    return [
        [curve.work, curve.peer, f"{size:,}", str(cold), str(warm)]
        for curve in curves
        for size, (cold, warm) in curve.ratios.items()
    ]


def start_rows(starts: Sequence[Start], comparison: Times) -> list[list[str]]:
    """A row of text for each thing started, and one for a comparison in a running program."""
    rows = [[s.what, f"{s.seconds * 1000:,.0f} ms", str(s.against)] for s in starts]
    inside = f"{median(comparison.seconds) * 1000:.1f} ms"
    return [*rows, ["the same comparison in a running program", inside, ""]]


def scale_rows(scales: Sequence[Scale]) -> list[list[str]]:
    """A row of text for each size of a corpus."""
    return [
        [
            f"{one.articles:,}",
            f"{one.megabytes:,.1f}",
            f"{1000 * one.seconds / one.articles:.3f}",
            f"{one.memory:,.0f}",
            f"{one.allowed:,.0f}",
        ]
        for one in scales
    ]


def _bold(ratio: Ratio) -> str:
    return f"**{short(ratio.middle)}×** ({short(ratio.least)}-{short(ratio.most)})"


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table.

    >>> print(markdown_table(["a", "b"], [["1", "2 | 3"]]))
    | a | b |
    |---|---|
    | 1 | 2 \\| 3 |
    """
    lines = [list(head), ["---"] * len(head), *map(list, rows)]
    texts = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
    texts[1] = "|" + "|".join(["---"] * len(head)) + "|"
    return "\n".join(texts)


def page(results: Results) -> str:
    """The page ``docs/performance.md``."""
    r = results
    biggest = short(max(speed.warm_ratio.middle for speed in r.speeds))
    return f"""# How fast

Made by `python -m benchmarks`; do not edit by hand. `python -m benchmarks --quick` tries it out.

Measured on {machine()}, against {peers.versions()},
on {r.articles:,} made-up articles of about 4 KB ({r.megabytes:.1f} MB, {r.distinct:,} different
tokens). Times on a shared machine change from hour to hour, so what counts here are **ratios**:
both sides run in turn, in one program, on the same texts, {r.rounds} rounds, every other round
backwards. A ratio is the median over the rounds; the least and the greatest stand in brackets.
Time is processor time, except under "Starting up".

## Speed

{markdown_table(SPEED_HEAD, speed_rows(r.speeds))}

- **new process**: from the first import on, word lists and all. **cold**: the program is running
  and nothing is known of any word; the vocabulary is built along the way. **warm**: every word has
  been met before, as when a class changes one thing and runs again.
- Ours always starts from the bare text and works in blocks of some hundred articles. Tone stands on
  words and sentences, the formulas on words; these are found once, and their time counts in full in
  each row. The others get what they need ready made: both VADERs are handed the sentences, textstat
  keeps its dictionary loaded (its memory of *texts* is emptied before each run, or it would only
  look up its answers), and none of them is charged for its imports.
- Ours works through all {r.articles:,} articles, the others through {r.sampled} of them, spread
  evenly, as they would take minutes; what is compared is megabytes a second.
- **check**: our numbers from the run over all articles, held against the other library's on those
  {r.sampled}. "0 of N differ" means equal to the last digit. Where sentences end is not the same
  function in two libraries, so there the check is that no letter is lost or counted twice, and the
  agreement stands beside it ([validity.md](validity.md) says who is right more often).
- NLTK's VADER and vaderSentiment are two functions as well: they treat “no”, “never so”, “without
  doubt” and “but” differently, NLTK passes over words of one letter and reads the context of a word
  where it *first* stands in the sentence, and vaderSentiment knows emoji. We follow NLTK. Where
  the two give the same scores, ours must be these.

## How many articles at a time

![How many times as fast, by the number of articles at a time](performance.svg)

{markdown_table(BATCH_HEAD, batch_rows(r.curves))}

The gain, up to {biggest} times for everything together, is for collections. An article by itself
takes about two hundred calls of numpy whatever its length, each about a microsecond; nobody would
notice, since one article takes any of these libraries milliseconds.

## Starting up

{markdown_table(START_HEAD, start_rows(r.starts, r.comparison))}

Each is a new process, timed from start to end (Python's own start included), median of the rounds.

## As a corpus grows

{markdown_table(SCALE_HEAD, scale_rows(r.scales))}

Sentences, tone and formulas, cold, in one new process that makes the articles, measures them in
blocks and forgets them. Memory is all that the process had at most, Python, numpy and the word
lists of the made-up corpus included; what is kept and grows is the vocabulary. "Allowed" is one and
a half times the texts and 200 MB.

{section(r.reuse) if r.reuse else ""}
## What this does not say

- The articles are made from the sentences of the story packs with other words put in
  (`benchmarks/corpus.py`): they have the sentence lengths, quotes, numbers and growing vocabulary
  of news, but they are not news. On texts with fewer different words the cold figures rise.
- Another machine, another Python or another version of a library gives other ratios.
- Fast is not right: see [validity.md](validity.md).
"""
