"""Comparisons as a person reads them in a terminal (rich)."""

import shutil
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.findings import findings
from toolkit.comparison.tables import labels
from toolkit.measures.catalogue import CORE
from toolkit.measures.measure import Measure

_MOST_EXPLAINED = 3  # tellings, beside which there is room to say what higher means
_SHOWN = 90  # code points of a sentence in a table cell
_STYLES = {"verbatim": "bold", "near-verbatim": "bold", "reworded": "", "split": "", "merged": ""}


def print_measures(names: Sequence[str], rows: Sequence[dict[str, float]]) -> None:
    """A row per measure, a column per article."""
    _console().print(_measures(names, rows))


def print_comparison(comparison: Comparison, title: str = "") -> None:
    """The tellings' measures, what they share, and (for two) every link and only-in sentence."""
    console = _console()
    if title:
        console.print(Text(printable(title), style="bold"))
    names = labels(comparison)
    console.print(_measures(names, comparison.measures))
    console.print(_overlap(comparison, names))
    for finding in findings(comparison):
        console.print(Text(f"- {printable(finding.sentence)}"))
    console.print(_voices(comparison, names))
    if len(comparison.pairs) == 1:
        pair = comparison.pairs[0]
        console.print(_links(comparison, pair, names))
        for side, only in enumerate((pair.alignment.only_a, pair.alignment.only_b)):
            console.print(_only(comparison, side, only, names[side]))
        console.print(_quotes(comparison, names))
        console.print(_numbers(comparison, names))
        console.print(_shifts(comparison, names))
    else:
        console.print(Text("Compare two tellings alone to see every linked sentence."))


def printable(text: str) -> str:
    """Text with control characters made visible, so that the terminal does not obey them.

    >>> printable("red\\x1b[31m")
    'red\\\\x1b[31m'
    """
    return "".join(
        c if c.isprintable() else " " if c.isspace() else f"\\x{ord(c):02x}" for c in text
    )


def shortened(text: str, length: int = _SHOWN) -> str:
    """The text on one line, cut at ``length`` code points."""
    line = " ".join(printable(text).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def value_text(record: Measure, value: float) -> str:
    """A value with the digits its measure deserves; "not defined" for NaN.

    >>> from toolkit.measures.catalogue import measure
    >>> value_text(measure("lix"), 48.26), value_text(measure("lix"), float("nan"))
    ('48.3', 'not defined')
    """
    return "not defined" if value != value else f"{value:,.{record.digits}f}"


def _console() -> Console:
    width = None if sys.stdout.isatty() else max(100, shutil.get_terminal_size((100, 24)).columns)
    return Console(width=width, highlight=False, emoji=False, markup=False, legacy_windows=False)


def _measures(names: Sequence[str], rows: Sequence[dict[str, float]]) -> Table:
    table = Table(title="What each telling measures", title_justify="left", show_edge=False)
    table.add_column("measure")
    for name in names:
        table.add_column(Text(shortened(name, 28)), justify="right")
    explained = len(names) <= _MOST_EXPLAINED
    if explained:
        table.add_column("higher means")
    for record in CORE:
        cells = [value_text(record, row[record.name]) for row in rows]
        told = [Text(record.direction, style="dim")] if explained else []
        table.add_row(Text(record.label), *map(Text, cells), *told)
    return table


def _overlap(comparison: Comparison, names: Sequence[str]) -> Table:
    table = Table(title="What they share", title_justify="left", show_edge=False)
    for heading in ("A", "B"):
        table.add_column(heading)
    for heading in ("linked", "only in A", "only in B", "5-grams of A in B", "of B in A"):
        table.add_column(heading, justify="right")
    for pair in comparison.pairs:
        shares = (pair.overlap.containment_a_in_b, pair.overlap.containment_b_in_a)
        table.add_row(
            Text(shortened(names[pair.a], 28)),
            Text(shortened(names[pair.b], 28)),
            str(len(pair.alignment.links)),
            str(len(pair.alignment.only_a)),
            str(len(pair.alignment.only_b)),
            *("not defined" if share != share else f"{share:.0%}" for share in shares),
        )
    return table


def _links(comparison: Comparison, pair: Pair, names: Sequence[str]) -> Table:
    table = Table(title="Sentences that say the same", title_justify="left", show_lines=True)
    table.add_column(Text(shortened(names[pair.a], 28)), ratio=1)
    table.add_column("relation", no_wrap=True)
    table.add_column("alike", justify="right")
    table.add_column(Text(shortened(names[pair.b], 28)), ratio=1)
    for link in pair.alignment.links:
        sides = [
            "\n".join(
                f"{k + 1} {shortened(comparison.words_of(comparison.sentences[article][k]))}"
                for k in numbers
            )
            for article, numbers in ((pair.a, link.a), (pair.b, link.b))
        ]
        table.add_row(
            Text(sides[0]),
            Text(link.relation, style=_STYLES[link.relation]),
            f"{link.similarity:.2f}",
            Text(sides[1]),
        )
    return table


def _only(comparison: Comparison, article: int, only: Sequence[int], name: str) -> Table:
    table = Table(
        title=Text(f"Only in {shortened(name, 40)}"), title_justify="left", show_edge=False
    )
    table.add_column("")
    table.add_column("sentence")
    for k in only:
        sentence = comparison.words_of(comparison.sentences[article][k])
        table.add_row(str(k + 1), Text(shortened(sentence, 200)))
    return table


def _voices(comparison: Comparison, names: Sequence[str]) -> Table:
    table = _plain("Who is heard", "voice", *(f"words in {shortened(name, 28)}" for name in names))
    for voice in comparison.voices:
        words = [
            "" if heard is None else f"{heard.quoted_words + heard.paraphrased_words:,}"
            for heard in voice.tellings
        ]
        table.add_row(Text(shortened(voice.name or "not resolved", 60)), *words)
    return table


def _quotes(comparison: Comparison, names: Sequence[str]) -> Table:
    table = _beside("Quotes", names)
    for row in comparison.quotes[0, 1]:
        sides = [
            ""
            if quote is None
            else f"{quote.speaker.name or 'not resolved'}: {comparison.words_of(quote.passage)}"
            for quote in (row.a, row.b)
        ]
        table.add_row(Text(shortened(sides[0], 200)), row.relation, Text(shortened(sides[1], 200)))
    return table


def _numbers(comparison: Comparison, names: Sequence[str]) -> Table:
    table = _beside("Numbers, dates and times", names)
    for row in comparison.numbers[0, 1]:
        sides = ["" if q is None else comparison.words_of(q.passage) for q in (row.a, row.b)]
        table.add_row(Text(shortened(sides[0])), row.relation, Text(shortened(sides[1])))
    return table


def _shifts(comparison: Comparison, names: Sequence[str]) -> Table:
    table = _beside("How sure, and from whom", names)
    for row in comparison.shifts[0, 1]:
        sides = [
            f"[{', '.join(map(comparison.words_of, cues))}] {comparison.words_of(sentence)}"
            if cues
            else comparison.words_of(sentence)
            for sentence, cues in ((row.a, row.cues_a), (row.b, row.cues_b))
        ]
        table.add_row(Text(shortened(sides[0], 160)), row.kind, Text(shortened(sides[1], 160)))
    return table


def _beside(title: str, names: Sequence[str]) -> Table:
    """A table of two tellings with what the one is to the other between them."""
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column(Text(shortened(names[0], 28)), ratio=1)
    table.add_column("relation", no_wrap=True)
    table.add_column(Text(shortened(names[1], 28)), ratio=1)
    return table


def _plain(title: str, first: str, *numbers: str) -> Table:
    """A table whose first column are words and whose others are numbers."""
    table = Table(title=title, title_justify="left", show_edge=False)
    table.add_column(first)
    for heading in numbers:
        table.add_column(Text(heading), justify="right")
    return table
