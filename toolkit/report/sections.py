"""What a report says of the tellings, section by section, before the texts themselves."""

from toolkit.charts.bars import bars_svg
from toolkit.charts.ribbon import ribbon_svg
from toolkit.charts.story import links_map, tone_lanes
from toolkit.charts.strip import strip_svg
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.findings import findings
from toolkit.comparison.robustness import gap_words, intervals
from toolkit.comparison.tables import labels
from toolkit.measures.catalogue import CORE, measure
from toolkit.measures.measure import Measure
from toolkit.report.elements import Html, element, joined, section, table
from toolkit.report.method import agreement
from toolkit.report.texts import reference, sentence_at

_SHOWN = ("difficulty", "flesch_reading_ease")  # with a picture of their own


def tellings(comparison: Comparison) -> Html:
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
    return section(
        "The tellings", table("The tellings of this story", columns, rows), id_="tellings"
    )


def differences(comparison: Comparison) -> Html:
    """The findings in plain sentences, each with the sentences that it rests on."""
    items = []
    positions = {article.id: k for k, article in enumerate(comparison.articles)}
    names = labels(comparison)
    for finding in findings(comparison):
        places: dict[int, set[int]] = {}
        for passage in finding.passages:
            k = positions[passage.article]
            places.setdefault(k, set()).update(sentence_at(comparison, k, passage))
        evidence = joined(
            (
                joined((f"{names[k]}: sentence ", _references(k, sorted(found))))
                for k, found in sorted(places.items())
                if found
            ),
            "; ",
        )
        items.append(element("li", finding.sentence, " ", element("small", evidence)))
    return section("What differs and what is shared", element("ul", *items), id_="findings")


def _references(telling: int, sentences: list[int]) -> Html:
    return joined((reference(telling, [k]) for k in sentences), ", ")


def numbers(comparison: Comparison) -> Html:
    """The core measures, which gaps survive chance, and two pictures."""
    names = labels(comparison)
    rows = [
        (m.label, *(_value(m, values[m.name]) for values in comparison.measures), m.direction)
        for m in CORE
    ]
    pictures = [_bars(comparison, measure(name)) for name in _SHOWN]
    columns = ("measure", *names, "higher means")
    return section(
        "How it is written",
        table("What each telling measures", columns, rows, "numbers"),
        *pictures,
        id_="numbers",
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
    return _figure(picture, f"{gap_words(record.label, names, found)} {agreement(record)}.")


def _figure(picture: str, *words: str) -> Html:
    return element("figure", Html(picture), element("figcaption", *words))


def tone(comparison: Comparison) -> Html:
    """The tone of every sentence, and which gaps survive chance."""
    record = measure("tone_mean")
    gaps = gap_words("mean tone", labels(comparison), intervals(comparison.document, record))
    return section(
        "Tone, sentence by sentence",
        element(
            "p",
            "Each point is a sentence: above the line if more positive words are counted in it,"
            " below if more negative ones. Words about bad events are negative whoever tells them.",
        ),
        _figure(strip_svg("Tone by sentence", tone_lanes(comparison)), gaps),
        id_="tone",
    )


def pair_section(comparison: Comparison, pair: Pair) -> Html:
    """Two tellings held against each other: the map, every link, what only one has."""
    names = [labels(comparison)[k] for k in (pair.a, pair.b)]
    shares = (pair.overlap.containment_a_in_b, pair.overlap.containment_b_in_a)
    return section(
        f"{names[0]} and {names[1]}",
        element(
            "p",
            f"{len(pair.alignment.links)} linked sentences or groups of sentences; of the runs of"
            f" five words of {names[0]}, {_share(shares[0])} stand in {names[1]} too, and"
            f" {_share(shares[1])} the other way round.",
        ),
        _figure(
            ribbon_svg(*links_map(comparison, pair.a, pair.b)), "Linked sentences, first to last."
        ),
        _links(comparison, pair, names),
        *(_only(comparison, pair, side, names) for side in (0, 1)),
        id_=f"pair-{pair.a + 1}-{pair.b + 1}",
    )


def _share(value: float) -> str:
    return "an undefined share" if value != value else f"{value:.0%}"


def _links(comparison: Comparison, pair: Pair, names: list[str]) -> Html:
    rows = []
    for link in pair.alignment.links:
        sides = [
            joined(
                element(
                    "p", reference(k, [n]), " ", comparison.words_of(comparison.sentences[k][n])
                )
                for n in numbers_
            )
            for k, numbers_ in ((pair.a, link.a), (pair.b, link.b))
        ]
        told = element("span", link.relation, class_=f"relation {link.relation}")
        rows.append((told, sides[0], sides[1], f"{link.similarity:.2f}"))
    columns = ("relation", names[0], names[1], "alike")
    return table("Sentences that tell the same", columns, rows, "links")


def _only(comparison: Comparison, pair: Pair, side: int, names: list[str]) -> Html:
    k = (pair.a, pair.b)[side]
    only = (pair.alignment.only_a, pair.alignment.only_b)[side]
    rows = [(reference(k, [n]), comparison.words_of(comparison.sentences[k][n])) for n in only]
    if not rows:
        return element("p", f"Every sentence of {names[side]} has a partner in {names[1 - side]}.")
    return table(f"Only in {names[side]}", ("sentence", "words"), rows, "only")
