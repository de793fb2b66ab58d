"""Comparisons as figures that stand still: what a notebook or a report shows."""

from bisect import bisect_left
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
from toolkit.charts.voices import Cell as VoiceCell
from toolkit.charts.voices import Row as VoiceRow
from toolkit.charts.voices import Stretch
from toolkit.charts.voices import voices_figure as heard_figure
from toolkit.comparison.compare import Comparison
from toolkit.comparison.copying.origins import origins
from toolkit.comparison.groups import Fact, facts
from toolkit.comparison.labels import labels
from toolkit.comparison.links.similarity import similarities
from toolkit.comparison.order import moved
from toolkit.comparison.quotes.voices import Heard, Voice
from toolkit.comparison.tables import sentence_numbers
from toolkit.measures.catalogue import measure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_VOICES = 8
"""Voices with a line of their own in a picture; the others are put together."""


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
    """How alike each sentence of one telling is with each of another in its letters."""
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


def voices_figure(comparison: Comparison, most: int = MOST_VOICES) -> "Figure":
    """Who is heard in each telling, how much and where; the rest beyond ``most`` voices as one."""
    return heard_figure("Who is heard", labels(comparison), voice_rows(comparison, most))


def voice_rows(comparison: Comparison, most: int = MOST_VOICES) -> list[VoiceRow]:
    """The voices as lines of the picture of who is heard, those with the most words first.

    Beyond ``most`` of them the others are one line, and so is what no speaker was found for.
    """
    known = [voice for voice in comparison.voices if voice.kind != "unresolved"]
    unknown = [voice for voice in comparison.voices if voice.kind == "unresolved"]
    if len(known) == most + 1:  # a line "1 other" would take no less room
        most += 1
    groups = [(voice.name, [voice]) for voice in known[:most]]
    if known[most:]:
        groups.append((f"{len(known) - most} others", known[most:]))
    if unknown:
        groups.append(("(not resolved)", unknown))
    starts = [_word_starts(comparison, k) for k in range(len(comparison.articles))]
    return [
        VoiceRow(name, tuple(_voice_cell(voices, k, row) for k, row in enumerate(starts)))
        for name, voices in groups
    ]


def _word_starts(comparison: Comparison, telling: int) -> list[int]:
    """Where each word of a telling begins."""
    first, last = comparison.document.article_words[telling : telling + 2]
    starts: list[int] = comparison.document.words.starts[first:last].tolist()
    return starts


def _voice_cell(voices: Sequence[Voice], telling: int, starts: Sequence[int]) -> VoiceCell | None:
    """What a telling has of some voices, with places counted in words as in the ledger."""
    told: list[Heard] = [h for voice in voices if (h := voice.tellings[telling]) is not None]
    if not told:
        return None
    last = max(1, len(starts) - 1)
    stretches = [
        Stretch(
            bisect_left(starts, passage.start) / last,
            min(1.0, bisect_left(starts, passage.end) / last),
            quoted,
        )
        for heard in told
        for passages, quoted in ((heard.quotes, True), (heard.paraphrases, False))
        for passage in passages
    ]
    return VoiceCell(sum(heard.share for heard in told), tuple(sorted(stretches)))
