"""Who is heard: a line for each voice, a column for each telling, with how much and where."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.charts import svg
from toolkit.charts.numerals import NOT_DEFINED, is_defined
from toolkit.charts.table import table_html

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LABEL, _CELL, _LINE = 196.0, 162.0, 30.0
_TRACK = 88.0  # the length of a telling, first word to last
_SHARE = 46.0  # the length of a share of 100%
_NAME = 26  # letters of a voice's name
_HEAD = 21  # letters of a telling's name
_QUOTED, _PARAPHRASED = "#0072B2", "#E69F00"
_KEYS = (
    ("tall and full: quoted", {"fill": _QUOTED}),
    ("low and pale: paraphrased", {"fill": _PARAPHRASED, "fill_opacity": "0.45"}),
)
_EXPLAINED = (
    "The line is the telling from first word to last; the bar is the share of all words heard."
)


class Stretch(NamedTuple):
    """Where a voice is heard in a telling, from 0 (first word) to 1 (last), and if in marks."""

    start: float
    end: float
    quoted: bool


class Cell(NamedTuple):
    """What one telling has of a voice: its share of all words heard there (0 to 1), and where."""

    share: float
    stretches: tuple[Stretch, ...]


class Row(NamedTuple):
    """A voice, or several put together, and a cell per telling; ``None`` where it is not heard."""

    voice: str
    cells: tuple[Cell | None, ...]


def voices_svg(title: str, tellings: Sequence[str], rows: Sequence[Row]) -> str:
    """The voices as an SVG picture, one line for each.

    A cell shows the telling as a line with a block wherever the voice is heard: tall and full
    where it is quoted, low and pale where it is paraphrased. Beside it stand its share of the
    words of all who are heard there, as a number and as a bar.
    """
    top = 48.0
    width = _LABEL + _CELL * max(len(tellings), 2)
    body = [svg.text(0, 15, title, font_weight="600", font_size="14")]
    body += [
        svg.text(
            _left(at), top - 8, svg.shortened(name, _HEAD), font_weight="600", font_size="11.5"
        )
        for at, name in enumerate(tellings)
    ]
    for number, row in enumerate(rows):
        y = top + _LINE * number
        body.append(svg.line(0, y, width, y, stroke_opacity="0.15"))
        name = svg.text(0, y + 20, svg.shortened(row.voice, _NAME))
        body.append(svg.titled(svg.shortened(row.voice, 200), name))
        for at, cell in enumerate(row.cells):
            if cell is not None:
                told = f"{row.voice} in {tellings[at]}: {_cell_words(cell)}"
                body.append(svg.titled(told, _cell(_left(at), y, cell)))
    keys, bottom = svg.legend(_KEYS, width, top + _LINE * len(rows) + 12)
    body.append(svg.text(0, bottom + 10, _EXPLAINED, font_size="12", fill_opacity="0.85"))
    return svg.svg_image(voices_words(title, tellings, rows), width, bottom + 18, body + keys)


def voices_words(title: str, tellings: Sequence[str], rows: Sequence[Row]) -> str:
    """The picture in words: who is heard in each telling, and with what share.

    >>> row = Row("Ann Lee", (Cell(0.4, (Stretch(0.1, 0.2, True),)), None))
    >>> voices_words("Voices", ["Wire", "Post"], [row])
    'Voices. Wire: Ann Lee 40%. Post: nobody.'
    """
    parts = [f"{svg.plain(title)}."]
    for at, telling in enumerate(tellings):
        heard = [(row.voice, cell) for row in rows if (cell := row.cells[at]) is not None]
        each = ", ".join(f"{svg.plain(voice)} {_percent(cell.share)}" for voice, cell in heard)
        parts.append(f"{svg.plain(telling)}: {each or 'nobody'}.")
    return " ".join(parts)


def voices_table(title: str, tellings: Sequence[str], rows: Sequence[Row]) -> str:
    """The text twin: share, number of quotes and paraphrases, and the place of the first."""
    return table_html(
        title,
        ["voice", *tellings],
        [(row.voice, *("no" if c is None else _cell_words(c) for c in row.cells)) for row in rows],
    )


def voices_figure(title: str, tellings: Sequence[str], rows: Sequence[Row]) -> "Figure":
    """The same as a matplotlib figure, for pages that stand still."""
    from matplotlib.patches import Patch, Rectangle

    from toolkit.charts.theme import new_figure, style

    count = max(len(tellings), 1)
    with style():
        figure = new_figure(2.4 + 1.9 * count, 1.35 + 0.32 * max(len(rows), 1),
                            voices_words(title, tellings, rows))  # fmt: skip
        axes = figure.subplots()
        for y, row in enumerate(rows):
            for x, cell in enumerate(row.cells):
                if cell is None:
                    continue
                axes.plot((x, x + 0.6), (y, y), color="#8a9099", linewidth=0.8)
                for stretch in cell.stretches:
                    start, wide = _held(stretch, 0.6, 0.008)
                    tall = 0.56 if stretch.quoted else 0.26
                    look = {"facecolor": _QUOTED} if stretch.quoted else {
                        "facecolor": _PARAPHRASED, "alpha": 0.7}  # fmt: skip
                    axes.add_patch(Rectangle((x + start, y - tall / 2), wide, tall, **look))
                axes.text(x + 0.65, y - 0.12, _percent(cell.share), va="center", fontsize=8)
                long = _bar(cell.share) * 0.28
                axes.add_patch(Rectangle((x + 0.65, y + 0.2), long, 0.12, facecolor="#1c1e21"))
        axes.set(xlim=(-0.03, count), ylim=(max(len(rows), 1) - 0.4, -0.6))
        axes.set_yticks(range(len(rows)), [svg.shortened(row.voice, 30) for row in rows])
        axes.set_xticks(range(len(tellings)), [svg.shortened(name, 24) for name in tellings],
                        ha="left", fontsize=9, fontweight="bold", color="#1c1e21")  # fmt: skip
        axes.xaxis.tick_top()
        axes.tick_params(length=0, labelcolor="#1c1e21")
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.set_title(svg.plain(title), pad=12)
        (full, _), (pale, _) = _KEYS
        handles = [Patch(facecolor=_QUOTED, label=full),
                   Patch(facecolor=_PARAPHRASED, alpha=0.7, label=pale)]  # fmt: skip
        figure.legend(handles=handles, loc="outside lower center", ncols=2, fontsize=8,
                      title=_EXPLAINED, title_fontsize=8)  # fmt: skip
    return figure


def _left(at: int) -> float:
    return _LABEL + _CELL * at


def _cell(x: float, y: float, cell: Cell) -> str:
    marks = svg.line(x, y + 15, x + _TRACK, y + 15, stroke_opacity="0.5")
    for stretch in sorted(cell.stretches, key=lambda s: s.quoted):  # quotes above paraphrases
        start, wide = _held(stretch, _TRACK, 2.0)
        if stretch.quoted:
            marks += svg.rect(x + start, y + 5, wide, 20, fill=_QUOTED)
        else:
            edge = {"stroke": "#b26a00", "stroke_width": "0.8"}
            marks += svg.rect(x + start, y + 10.5, wide, 9, fill=_PARAPHRASED, fill_opacity="0.45",
                              **edge)  # fmt: skip
    right = x + _TRACK + 9
    marks += svg.text(right, y + 16, _percent(cell.share), font_size="12")
    return marks + svg.rect(right, y + 20.5, _SHARE * _bar(cell.share), 4, rx="1")


def _held(stretch: Stretch, length: float, least: float) -> tuple[float, float]:
    """Where a block begins on a line of that length, and how wide it is: never too thin to see."""
    start, end = (min(max(place, 0.0), 1.0) * length for place in stretch[:2])
    wide = max(end - start, least)
    return min(start, length - wide), wide


def _bar(share: float) -> float:
    return min(max(share, 0.0), 1.0) if is_defined(share) else 0.0


def _percent(share: float) -> str:
    return f"{share:.0%}" if is_defined(share) else NOT_DEFINED


def _cell_words(cell: Cell) -> str:
    quotes = sum(stretch.quoted for stretch in cell.stretches)
    others = len(cell.stretches) - quotes
    parts = [_many(quotes, "quote"), _many(others, "paraphrase")]
    told = [f"{_percent(cell.share)} of words heard", *filter(None, parts)]
    if cell.stretches:
        first = min(stretch.start for stretch in cell.stretches)
        told.append(f"first {_percent(first)} down")
    return ", ".join(told)


def _many(count: int, what: str) -> str:
    return "" if not count else f"{count} {what}" if count == 1 else f"{count} {what}s"
