"""What a report says of each telling: who wrote it, how it is written, its tone; and findings."""

from toolkit.charts.bars import bars_svg
from toolkit.charts.story import tone_lanes
from toolkit.charts.strip import strip_svg
from toolkit.comparison.compare import Comparison
from toolkit.comparison.findings import findings
from toolkit.comparison.robustness import gap_words, intervals
from toolkit.comparison.tables import labels
from toolkit.measures.catalogue import CORE, measure
from toolkit.measures.measure import Measure
from toolkit.report.elements import Html, element, figure, joined, table
from toolkit.report.method import agreement
from toolkit.report.parts import Part
from toolkit.report.texts import references

_SHOWN = ("difficulty", "flesch_reading_ease")  # with a picture of their own


def tellings(comparison: Comparison) -> Part:
    """Who told the story, when, in how many words."""
    rows = [
        (
            name,
            article.headline or "no headline",
            article.published or "not known",
            int(values["word_count"]),
            int(values["sentence_count"]),
        )
        for name, article, values in zip(
            labels(comparison), comparison.articles, comparison.measures, strict=True
        )
    ]
    columns = ("outlet", "headline", "published", "words", "sentences")
    return Part(
        "The tellings", "tellings", (table("The tellings of this story", columns, rows),)
    )  # fmt: skip


def differences(comparison: Comparison) -> Part:
    """The findings in plain sentences, each with the sentences that it rests on."""
    items = []
    positions = {article.id: k for k, article in enumerate(comparison.articles)}
    names = labels(comparison)
    for finding in findings(comparison):
        told = []
        for k in sorted({positions[passage.article] for passage in finding.passages}):
            mine = [p for p in finding.passages if positions[p.article] == k]
            numbers = references(comparison, k, mine)
            if numbers:
                told.append(joined((f"{names[k]}: sentence ", numbers)))
        items.append(element("li", finding.sentence, " ", element("small", joined(told, "; "))))
    return Part("What differs and what is shared", "findings", (element("ul", *items),))


def measured(comparison: Comparison) -> Part:
    """The core measures, which gaps survive chance, and two pictures."""
    names = labels(comparison)
    rows = [
        (m.label, *(_value(m, values[m.name]) for values in comparison.measures), m.direction)
        for m in CORE
    ]
    columns = ("measure", *names, "higher means")
    pictures = [_bars(comparison, measure(name)) for name in _SHOWN]
    return Part(
        "How it is written",
        "numbers",
        (table("What each telling measures", columns, rows, "numbers"), *pictures),
    )


def _value(record: Measure, value: float) -> str:
    return "not defined" if value != value else f"{value:,.{record.digits}f}"


def _bars(comparison: Comparison, record: Measure) -> Html:
    names = labels(comparison)
    found = intervals(comparison.document, record)
    rows = [(name, row[record.name]) for name, row in zip(names, comparison.measures, strict=True)]
    picture = bars_svg(
        record.label,
        rows,
        record.unit,
        intervals=[(interval.low, interval.high) for interval in found],
        digits=record.digits,
    )
    return figure(
        picture,
        f"{gap_words(record.label, names, found)} Agreement with people: {agreement(record)}.",
    )


def tone(comparison: Comparison) -> Part:
    """The tone of every sentence, and which gaps survive chance."""
    record = measure("tone_mean")
    gaps = gap_words("mean tone", labels(comparison), intervals(comparison.document, record))
    note = element(
        "p",
        "Each point is a sentence: above the line if more positive words are counted in it,"
        " below if more negative ones. Words about bad events are negative whoever tells them.",
    )
    drawn = figure(strip_svg("Tone by sentence", tone_lanes(comparison)), gaps)
    return Part("Tone, sentence by sentence", "tone", (note, drawn))
