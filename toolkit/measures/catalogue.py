"""All measures, in the order they are shown."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toolkit.article import Article
from toolkit.errors import UsageError
from toolkit.measures import (
    counts,
    difficulty,
    diversity,
    frames,
    loaded,
    readability,
    readability_letters,
    readability_syllables,
    readability_word_lists,
    sentiment,
    style,
)
from toolkit.measures.measure import Measure
from toolkit.text.document import Document

if TYPE_CHECKING:
    import pandas as pd

MEASURES: tuple[Measure, ...] = (
    counts.MEASURES
    + difficulty.MEASURES
    + readability.MEASURES
    + sentiment.MEASURES
    + diversity.MEASURES
    + style.MEASURES
    + loaded.MEASURES
    + frames.MEASURES
    + readability_syllables.MEASURES
    + readability_letters.MEASURES
    + readability_word_lists.MEASURES
)

CORE: tuple[Measure, ...] = tuple(record for record in MEASURES if record.core)
"""The few that are shown first."""


def measure(name: str) -> Measure:
    """The measure called ``name``.

    >>> measure("lix").label
    'LIX'
    """
    for record in MEASURES:
        if record.name == name:
            return record
    known = ", ".join(record.name for record in MEASURES)
    raise UsageError(f"There is no measure called {name!r}.", f"Choose one of: {known}.")


def family(name: str) -> tuple[Measure, ...]:
    """The measures of one family, core ones first.

    Families are counts, readability, tone, diversity, style, loaded and frames.
    """
    return tuple(sorted((m for m in MEASURES if m.family == name), key=lambda m: not m.core))


def measure_all(
    document: Document, measures: Sequence[Measure] = MEASURES
) -> list[dict[str, float]]:
    """Every measure of every article: one ``{name: value}`` per article, NaN where undefined.

    >>> round(measure_all(Document.of_texts(["One short sentence."]))[0]["lix"], 3)
    36.333
    """
    columns = {record.name: record(document).tolist() for record in measures}
    return [
        {name: values[k] for name, values in columns.items()} for k in range(len(document.articles))
    ]


def measures_table(
    articles: Iterable[Article], measures: Sequence[Measure] = MEASURES
) -> "pd.DataFrame":
    """The same as a pandas data frame: a row per article, a column per measure."""
    import pandas as pd

    rows: list[dict[str, float]] = []
    labels: list[str] = []
    for document in Document.blocks(articles):
        rows += measure_all(document, measures)
        labels += [article.label for article in document.articles]
    frame = pd.DataFrame(rows, columns=[m.name for m in measures])
    frame.index = pd.Index(labels, name="outlet")
    return frame
