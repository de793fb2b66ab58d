"""Comparisons as figures that stand still: what a notebook or a report shows."""

from typing import TYPE_CHECKING

from toolkit.charts.bars import bars_figure
from toolkit.charts.ribbon import ribbon_figure
from toolkit.charts.strip import Lane, strip_figure
from toolkit.comparison.compare import Comparison
from toolkit.comparison.tables import labels
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
    names = labels(comparison)
    lengths = [[passage.end - passage.start for passage in comparison.sentences[k]] for k in (a, b)]
    links = [
        {"a": link.a, "b": link.b, "relation": link.relation, "similarity": link.similarity}
        for link in comparison.pair(a, b).alignment.links
    ]
    return ribbon_figure((names[a], names[b]), (lengths[0], lengths[1]), links)
