"""Facts by outlets: which outlet reports what, how far down, and in whose words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.charts import svg
from toolkit.charts.numerals import coordinate
from toolkit.charts.palette import RELATIONS, relation_style
from toolkit.charts.table import table_html

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LABEL, _CELL, _LINE = 330.0, 120.0, 24.0
_TRACK = 56.0  # the length of an article, first sentence to last
_HEAD = 15  # letters of an outlet's name on one line
_SHADE = "#0072B2"
_THROUGH = "+"
_FIRST = "•"


class Cell(NamedTuple):
    """What one outlet has of a fact: the place in its article (0 to 1), sentences, relation.

    ``relation`` is to the first outlet that has the fact: one of the palette's, "" for that first
    outlet itself, anything else for outlets that are joined by way of a third.
    """

    position: float
    sentences: str
    relation: str


class Row(NamedTuple):
    """A fact in words, and a cell for each outlet; ``None`` where it does not report it."""

    fact: str
    cells: tuple[Cell | None, ...]


def matrix_svg(title: str, outlets: Sequence[str], rows: Sequence[Row]) -> str:
    """The facts as an SVG picture, one line for each.

    A cell shows the outlet's article as a line, the place of the fact on it (the shade fades
    from the first sentence to the last), the number of the sentence, and the sign of its
    relation to the first outlet of the line. Resting on a line shows the fact in full.
    """
    width = _LABEL + _CELL * len(outlets)
    heads = [_lines(outlet) for outlet in outlets]
    top = 26.0 + 16 * max(map(len, heads), default=0)
    body = [svg.text(0, 15, title, font_weight="600", font_size="14")]
    for at, lines in enumerate(heads):
        for k, line in enumerate(lines):
            y = top - 8 - 16 * (len(lines) - 1 - k)
            body.append(svg.text(_left(at), y, line, font_weight="600", font_size="12"))
    for number, row in enumerate(rows):
        y = top + _LINE * number
        marks = svg.line(0, y, width, y, stroke_opacity="0.15")
        marks += svg.text(0, y + 16, svg.shortened(row.fact, 47), font_size="12.5")
        for at, cell in enumerate(row.cells):
            marks += _cell(_left(at), y, cell) if cell else _nothing(_left(at), y)
        body.append(svg.titled(svg.shortened(row.fact, 300), marks))
    keys, bottom = _keys(rows, width, top + _LINE * len(rows) + 14)
    return svg.svg_image(matrix_words(title, outlets, rows), width, bottom, body + keys)


def matrix_words(title: str, outlets: Sequence[str], rows: Sequence[Row]) -> str:
    """The picture in words: how many facts, by how many outlets, and how many of each outlet's.

    >>> cell = Cell(0.0, "1", "")
    >>> matrix_words("Facts", ["Wire", "Gazette"], [Row("A dam broke.", (cell, None))])
    'Facts: 1 in 2 outlets; 0 in all of them. Wire 1, Gazette 0.'
    """
    every = sum(all(row.cells) for row in rows)
    each = [
        f"{svg.plain(outlet)} {sum(row.cells[at] is not None for row in rows)}"
        for at, outlet in enumerate(outlets)
    ]
    return f"{svg.plain(title)}: {len(rows)} in {len(outlets)} outlets; {every} in all of them." + (
        f" {', '.join(each)}." if each else ""
    )


def matrix_table(title: str, outlets: Sequence[str], rows: Sequence[Row]) -> str:
    """The text twin: sentences, how far down they stand, and relation."""
    return table_html(
        title,
        ["fact", *outlets],
        [(row.fact, *(_words(cell) if cell else "no" for cell in row.cells)) for row in rows],
    )


def matrix_figure(title: str, outlets: Sequence[str], rows: Sequence[Row]) -> "Figure":
    """The same as a matplotlib figure, for pages that stand still."""
    from matplotlib.patches import FancyBboxPatch, Rectangle

    from toolkit.charts.theme import new_figure, style

    count = len(outlets)
    with style():
        figure = new_figure(4.2 + 1.25 * count, 1.1 + 0.27 * max(len(rows), 1),
                            matrix_words(title, outlets, rows))  # fmt: skip
        axes = figure.subplots()
        for y, row in enumerate(rows):
            for x, cell in enumerate(row.cells):
                if cell is None:
                    axes.plot((x, x + 0.5), (y, y), ":", color="#b9bec5", linewidth=1)
                    continue
                place = min(max(cell.position, 0.0), 1.0)
                axes.add_patch(Rectangle((x, y - 0.25), 0.5, 0.5, color=_SHADE,
                                         alpha=0.85 - 0.65 * place, linewidth=0))  # fmt: skip
                axes.add_patch(Rectangle((x + 0.45 * place, y - 0.38), 0.05, 0.76,
                                         color="#1c1e21", linewidth=0))  # fmt: skip
                known = _fill(cell.relation)
                fill = "#e3e5e8" if known == "currentColor" else known
                box = FancyBboxPatch((x + 0.575, y - 0.22), 0.1, 0.44, facecolor=fill, alpha=0.65,
                                     linewidth=0, boxstyle="round,pad=0.02")  # fmt: skip
                axes.add_patch(box)
                axes.text(x + 0.625, y, _sign(cell.relation), ha="center", va="center", fontsize=8,
                          fontweight="bold")  # fmt: skip
                axes.text(x + 0.72, y, cell.sentences.replace(" ", ""), va="center", fontsize=8)
        axes.set(xlim=(-0.03, count), ylim=(max(len(rows), 1) - 0.4, -0.6))
        axes.set_yticks(range(len(rows)), [svg.shortened(row.fact, 52) for row in rows], fontsize=8)
        axes.set_xticks([k + 0.02 for k in range(count)], ["\n".join(_lines(o)) for o in outlets],
                        ha="left", fontsize=8.5, fontweight="bold", color="#1c1e21")  # fmt: skip
        axes.xaxis.tick_top()
        axes.tick_params(length=0, labelcolor="#1c1e21")
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.set_title(svg.plain(title), pad=12)
        signs = ", ".join(words for words, _ in _meanings(rows))
        key = f"Thick mark and shade: how far down in the article.\n{signs}."
        figure.supxlabel(key, fontsize=8, x=0.01, ha="left")
    return figure


def _words(cell: Cell) -> str:
    many = "sentences" if "+" in cell.sentences else "sentence"
    told = f"{many} {cell.sentences} ({cell.position:.0%} down)"
    return f"{told}, {cell.relation}" if cell.relation else told


def _left(at: int) -> float:
    return _LABEL + _CELL * at


def _lines(outlet: str) -> list[str]:
    """An outlet's name on at most two lines."""
    words = svg.plain(outlet).split(" ")
    first = words.pop(0)
    while words and len(first) + 1 + len(words[0]) <= _HEAD:
        first += " " + words.pop(0)
    lines = [svg.shortened(first, _HEAD)]
    return [*lines, svg.shortened(" ".join(words), _HEAD)] if words else lines


def _sign(relation: str) -> str:
    known = {style.relation for style in RELATIONS}
    return relation_style(relation).mark if relation in known else _THROUGH if relation else _FIRST


def _fill(relation: str) -> str:
    known = {style.relation for style in RELATIONS}
    return relation_style(relation).fill if relation in known else "currentColor"


def _cell(x: float, y: float, cell: Cell) -> str:
    place = min(max(cell.position, 0.0), 1.0)
    shade = coordinate(0.85 - 0.65 * place)
    marks = svg.rect(x, y + 6, _TRACK, 12, rx="2", fill=_SHADE, fill_opacity=shade)
    at = x + 2 + (_TRACK - 8) * place
    marks += svg.rect(at - 1, y + 3, 6, 18, rx="1", fill="currentColor")
    fill = _fill(cell.relation)
    strength = "0.12" if fill == "currentColor" else "0.55"
    marks += svg.rect(x + _TRACK + 6, y + 4, 16, 16, rx="3", fill=fill, fill_opacity=strength)
    marks += svg.text(x + _TRACK + 14, y + 16.5, _sign(cell.relation), text_anchor="middle",
                      font_weight="700", font_size="12")  # fmt: skip
    numbers = svg.shortened(cell.sentences.replace(" ", ""), 5)
    return marks + svg.text(x + _TRACK + 25, y + 16, numbers, font_size="11")


def _nothing(x: float, y: float) -> str:
    return svg.line(x, y + 12, x + _TRACK, y + 12, stroke_opacity="0.3", stroke_dasharray="2 4")


def _keys(rows: Sequence[Row], width: float, top: float) -> tuple[list[str], float]:
    keys = [("told near the beginning", {"fill": _SHADE, "fill_opacity": "0.85"}),
            ("told near the end", {"fill": _SHADE, "fill_opacity": "0.2"})]  # fmt: skip
    return svg.legend([*keys, *_meanings(rows)], width, top)


def _meanings(rows: Sequence[Row]) -> list[tuple[str, dict[str, str]]]:
    """What the signs in these rows mean, and how their boxes look."""
    used = {cell.relation for row in rows for cell in row.cells if cell}
    keys = []
    if "" in used:
        keys.append((f"{_FIRST} first outlet of the line", {"fill_opacity": "0.12"}))
    for style in RELATIONS:
        if style.relation in used:
            words = f"{style.mark} {style.label} (of it)"
            keys.append((words, {"fill": style.fill, "fill_opacity": "0.55"}))
    if used - {""} - {style.relation for style in RELATIONS}:
        keys.append((f"{_THROUGH} linked through another", {"fill_opacity": "0.12"}))
    return keys
