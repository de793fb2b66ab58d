"""A whole corpus measured: from what is named on the command line to a file of rows."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from toolkit import __version__
from toolkit.corpus.formats import Layout, format_of, header, write_parquet
from toolkit.corpus.items import Item
from toolkit.corpus.journal import Result
from toolkit.corpus.measuring import Task, choose_measures
from toolkit.corpus.sources import Source, open_sources, survey
from toolkit.corpus.workers import Batch, default_jobs, in_order
from toolkit.errors import UsageError

_BATCH_BYTES, _BATCH_ITEMS = 1_000_000, 2000
_WORTH_A_PROCESS = 4_000_000  # bytes; starting one takes as long as measuring about half of this


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run. ``with_words`` counts the rows of articles with at least one word."""

    out: Path
    problems_file: Path
    rows: int
    with_words: int
    problems: int


def measure_corpus(
    inputs: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    measures: Sequence[str] | None = None,
    text_column: str | None = None,
    id_column: str | None = None,
    jobs: int | None = None,
) -> Summary:
    """Write a row of measures for every article in files, folders and corpora to ``out``.

    ``inputs`` are texts, folders of texts, and tables (``.jsonl``, ``.csv``, both perhaps
    ``.gz``, ``.parquet``) with a text column; ``out`` ends in ``.csv``, ``.jsonl`` or
    ``.parquet``; ``measures`` are names of measures or families. Rows stand in the order of the
    input, and their bytes do not depend on ``jobs``, the number of processes. Memory does not
    grow with the input.

    An article that cannot be read has a line in ``OUT.problems.jsonl`` instead of a row. A run
    that was ended goes on when the function is called in the same way again.

    Raises :class:`~toolkit.errors.SameStoryError` where an input is missing or unsuitable, where
    ``out`` exists, and where an unfinished run for it had another input or other measures.
    """
    inputs = [inputs] if isinstance(inputs, str | Path) else inputs
    out = Path(out)
    kind = format_of(out)
    if not out.absolute().parent.is_dir():
        raise UsageError(f"There is no folder for {str(out)!r}.", "Make it first.")
    layout: Layout = "csv" if kind == "csv" else "jsonl"
    task = Task(choose_measures(measures), layout)
    sources = open_sources(inputs, text_column, id_column)
    seen = survey(sources)
    run = {
        "version": __version__,
        "input": [[str(path) for path in inputs], seen.state],
        "columns": [text_column, id_column],
        "measures": task.measures,
    }
    with closing(Result(out, run, header(task.measures, layout))) as result:
        if not result.finished:
            jobs = jobs or (default_jobs() if seen.size > _WORTH_A_PROCESS else 1)
            _measure(sources, result, task, jobs, seen.size)
        make = partial(write_parquet, measures=task.measures) if kind == "parquet" else None
        result.finish(make)
    tally = result.tally
    return Summary(out, result.problems_file, tally.rows, tally.with_words, tally.problems)


def _measure(sources: Sequence[Source], result: Result, task: Task, jobs: int, size: int) -> None:
    from tqdm import tqdm

    items = items_of(sources)
    done_before = deque(islice(items, result.tally.items), maxlen=1)
    start = done_before[0][1] if done_before else 0
    with (
        tqdm(
            desc="measuring",
            total=size,
            initial=start,  # so that the rate is of this run alone
            unit="B",
            unit_scale=True,
            disable=None,  # silent where nobody watches
        ) as bar,
        closing(in_order(batches_of(items), task, jobs)) as done,
    ):
        for batch, measured in done:
            result.add(measured)
            bar.set_postfix_str(f"{result.tally.rows:,} articles", refresh=False)
            bar.update(batch.position - bar.n)


def items_of(sources: Iterable[Source]) -> Iterator[tuple[Item, int]]:
    """All items, each with the number of input bytes that lie behind it."""
    before = 0
    for source in sources:
        for item in source.items():
            yield item, before + source.position()
        before += source.position()


def batches_of(items: Iterable[tuple[Item, int]]) -> Iterator[Batch]:
    """Items in bounded batches; one large item is a batch by itself."""
    held: list[Item] = []
    size = position = 0
    for item, position in items:
        if held and (size + item.size > _BATCH_BYTES or len(held) == _BATCH_ITEMS):
            yield Batch(tuple(held), position)
            held, size = [], 0
        held.append(item)
        size += item.size
    if held:
        yield Batch(tuple(held), position)
