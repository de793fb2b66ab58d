"""Comparisons as figures that stand still: what a notebook or a report shows."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toolkit.charts.bars import bars_figure
from toolkit.charts.heatmap import heatmap_figure as grid_figure
from toolkit.charts.matrix import Cell, Row, matrix_figure
from toolkit.charts.ribbon import Link
from toolkit.charts.ribbon_figure import ribbon_figure
from toolkit.charts.shares import Row as SharesRow
from toolkit.charts.shares import shares_figure
from toolkit.charts.strip import Lane, strip_figure
from toolkit.comparison.compare import Comparison
from toolkit.comparison.groups import Fact, facts
from toolkit.comparison.labels import labels
from toolkit.comparison.order import moved
from toolkit.comparison.origins import origins
from toolkit.comparison.similarity import similarities
from toolkit.comparison.tables import sentence_numbers
from toolkit.measures.catalogue import measure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def measure_figure(comparison: Comparison, name: str) -> "Figure":
    """One measure of every telling as bars."""
    record = measure(name)
    rows = [
        (label, values[name])
        for label, values in zip(labels(comparison), comparison.measures, strict=True)
    ]
    return bars_figure(record.label, rows, record.unit, digits=record.digits)


def tone_lanes(comparison: Comparison) -> list[Lane]:
    """Per telling: (place in the article from 0 to 1, tone, words) for every sentence."""
    return [
        (
            label,
            [
                (n / max(1, len(passages) - 1), float(value), comparison.words_of(passage))
                for n, (passage, value) in enumerate(zip(passages, tones, strict=True))
            ],
        )
        for label, passages, tones in zip(
            labels(comparison), comparison.sentences, comparison.tone, strict=True
        )
    ]


def tone_figure(comparison: Comparison) -> "Figure":
    """The tone of every sentence, a lane for each telling."""
    return strip_figure("Tone by sentence", tone_lanes(comparison))


def links_figure(comparison: Comparison, a: int, b: int) -> "Figure":
    """Two tellings as columns, linked sentences joined by ribbons."""
    return ribbon_figure(*links_map(comparison, a, b))


LinksMap = tuple[tuple[str, str], tuple[list[str], list[str]], list[Link]]


def links_map(comparison: Comparison, a: int, b: int) -> LinksMap:
    """What the map of two tellings shows: their names, their sentences, and the links."""
    names = labels(comparison)
    one, other = ([comparison.words_of(p) for p in comparison.sentences[k]] for k in (a, b))
    alignment = comparison.pair(a, b).alignment
    elsewhere = set(moved(alignment))
    links: list[Link] = [
        {
            "a": link.a,
            "b": link.b,
            "relation": link.relation,
            "similarity": link.similarity,
            "moved": link in elsewhere,
        }
        for link in alignment.links
    ]
    return (names[a], names[b]), (one, other), links


def heatmap_figure(comparison: Comparison, a: int, b: int) -> "Figure":
    """How alike each two sentences of two tellings are, linked ones ringed."""
    names, _, links = links_map(comparison, a, b)
    return grid_figure(names, similarity_grid(comparison, a, b), links)


def similarity_grid(comparison: Comparison, a: int, b: int) -> list[list[float]]:
    """The similarity of each sentence of one telling with each of another."""
    return similarities(comparison.document, a, b).tolist()


def facts_figure(comparison: Comparison, least: int = 2) -> "Figure":
    """The facts that at least so many tellings report, a column for each telling."""
    found = [fact for fact in facts(comparison) if len(fact.tellings) >= least]
    many = {1: "one telling", 2: "two tellings", 3: "three tellings"}.get(
        least, f"{least} tellings"
    )
    title = f"What at least {many} report"
    return matrix_figure(title, labels(comparison), matrix_rows(comparison, found))


def origin_rows(comparison: Comparison, sources: Sequence[int] | None = None) -> list[SharesRow]:
    """Every telling with the share of its words of each origin, held against the others."""
    found = origins(comparison, sources)
    return [(name, one.shares) for name, one in zip(labels(comparison), found, strict=True)]


def origin_figure(comparison: Comparison, sources: Sequence[int] | None = None) -> "Figure":
    """Where the words of every telling come from, held against all others or some."""
    return shares_figure("Where the words come from", origin_rows(comparison, sources))


def matrix_rows(comparison: Comparison, found: Iterable[Fact]) -> list[Row]:
    """Facts as the rows of the facts-by-outlets picture."""
    return [
        Row(
            comparison.words_of(fact.example),
            tuple(
                Cell(position, sentence_numbers(numbers), relation) if numbers else None
                for position, numbers, relation in zip(
                    fact.positions, fact.sentences, fact.relations, strict=True
                )
            ),
        )
        for fact in found
    ]
