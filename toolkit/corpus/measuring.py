"""A batch of items in, rows of measures out: what a worker does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.article import Article
from toolkit.corpus.formats import Layout, encoded, problem_line
from toolkit.corpus.items import Item
from toolkit.errors import ReadingError, UsageError
from toolkit.measures import catalogue
from toolkit.measures.measure import Measure
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

_MOST_TYPES = 500_000  # distinct tokens that a process remembers, to bound its memory

_vocabulary = Vocabulary()


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of some items: encoded rows and problems, and how many there are of each."""

    items: int = 0
    rows: int = 0
    with_words: int = 0
    problems: int = 0
    row_bytes: bytes = b""
    problem_bytes: bytes = b""

    @classmethod
    def problem(cls, item: Item, reason: str) -> "Measured":
        """An item that has no row."""
        return cls(items=1, problems=1, problem_bytes=problem_line(item.source, item.row, reason))

    @classmethod
    def joined(cls, parts: Iterable["Measured"]) -> "Measured":
        """Several as one, in their order."""
        every = list(parts)
        return cls(
            items=sum(part.items for part in every),
            rows=sum(part.rows for part in every),
            with_words=sum(part.with_words for part in every),
            problems=sum(part.problems for part in every),
            row_bytes=b"".join(part.row_bytes for part in every),
            problem_bytes=b"".join(part.problem_bytes for part in every),
        )


@dataclass(frozen=True, slots=True)
class Task:
    """Which measures are wanted, by name, and how their rows are written: work for workers."""

    measures: tuple[str, ...]
    layout: Layout

    def do(self, items: Sequence[Item]) -> Measured:
        """Read and measure."""
        return measure_items(items, self)

    def problem(self, item: Item, reason: str) -> Measured:
        """An item that has no row."""
        return Measured.problem(item, reason)

    def joined(self, parts: Iterable[Measured]) -> Measured:
        """Several results as one, in their order."""
        return Measured.joined(parts)


def choose_measures(names: Sequence[str] | None) -> tuple[str, ...]:
    """Names of measures and families as names of measures, each once; all of them for ``None``.

    Raises :class:`UsageError` for a name that is neither.

    >>> choose_measures(["lix", "word_count", "lix"])
    ('lix', 'word_count')
    """
    if names is None:
        return tuple(record.name for record in catalogue.MEASURES)
    chosen: dict[str, None] = {}
    for name in names:
        one = [record for record in catalogue.MEASURES if record.name == name]
        found = catalogue.family(name) or one
        if not found:
            families = dict.fromkeys(record.family for record in catalogue.MEASURES)
            known = ", ".join([*families, *(record.name for record in catalogue.MEASURES)])
            raise UsageError(
                f"There is no measure or family called {name!r}.", f"Choose from: {known}."
            )
        chosen.update(dict.fromkeys(record.name for record in found))
    return tuple(chosen)


def measure_items(items: Sequence[Item], task: Task) -> Measured:
    """Read and measure. An item for which that fails, for whatever reason, is a problem."""
    global _vocabulary
    try:
        return _measure(items, task)
    except Exception as error:  # one odd article of a million must not cost the others
        _vocabulary = Vocabulary()  # which may be half changed
        if len(items) > 1:
            return Measured.joined(measure_items([item], task) for item in items)
        reason = (
            "Measuring it needs more memory than there is."
            if isinstance(error, MemoryError)
            else f"It cannot be measured ({type(error).__name__}: {error})."
        )
        return Measured.problem(items[0], reason)


def _measure(items: Sequence[Item], task: Task) -> Measured:
    articles: list[Article] = []
    problems: list[bytes] = []
    for item in items:
        try:
            articles.append(item.article())
        except ReadingError as error:
            problems.append(problem_line(item.source, item.row, error.problem))
    document = Document.of(articles, _warm_vocabulary())
    measures: list[Measure] = [catalogue.measure(name) for name in task.measures]
    rows = catalogue.measure_all(document, measures)
    words = catalogue.measure("word_count")(document)
    return Measured(
        items=len(items),
        rows=len(rows),
        with_words=int((words > 0).sum()),
        problems=len(problems),
        row_bytes=encoded(articles, rows, task.layout),
        problem_bytes=b"".join(problems),
    )


def _warm_vocabulary() -> Vocabulary:
    global _vocabulary
    if len(_vocabulary) > _MOST_TYPES:
        _vocabulary = Vocabulary()
    return _vocabulary
