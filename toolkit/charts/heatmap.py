"""How alike the sentences of two tellings are: a grid of shades, links ringed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from toolkit.charts import svg
from toolkit.charts.numerals import coordinate, number_text
from toolkit.charts.palette import relation_style
from toolkit.charts.table import table_html

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Link = Mapping[str, Any]
Grid = Sequence[Sequence[float]]

LEVELS = (0.1, 0.2, 0.3, 0.45, 0.6, 0.8)  # from each on a darker shade; below the first, nothing
_SHADE, _LINK = "#0072B2", "#D55E00"
_LEFT, _TOP, _ROOM = 46.0, 62.0, 560.0
_MOST = 120  # rows or columns drawn; a longer telling is drawn with several sentences to a cell


def heatmap_svg(
    labels: tuple[str, str],
    grid: Grid,
    links: Sequence[Link],
    texts: tuple[Sequence[str], Sequence[str]] = ((), ()),
) -> str:
    """A cell for each two sentences, the darker and larger the more alike; linked ones ringed.

    ``grid`` holds a row per sentence of the first telling and in it a likeness from 0 to 1 for
    each sentence of the second. ``links`` are those of the reader. Where ``texts`` are given,
    resting on a ring shows both sentences. A telling of more than 120 sentences is drawn with
    several of them to a cell, which has the shade of the most similar two.
    """
    n, m = len(grid), len(grid[0]) if grid else 0
    step = max(1, -(-max(n, m) // _MOST))
    rows, columns = -(-n // step), -(-m // step)
    cell = min(18.0, max(4.0, _ROOM / max(rows, columns, 1)))
    width, bottom = _LEFT + cell * columns, _TOP + cell * rows

    body = [
        svg.text(0, 15, f"↓ {svg.shortened(labels[0], 30)}", font_weight="600", font_size="14"),
        svg.text(0, 35, f"→ {svg.shortened(labels[1], 30)}", font_weight="600", font_size="14"),
        svg.rect(_LEFT, _TOP, cell * columns, cell * rows, fill="none", stroke="currentColor",
                 stroke_opacity="0.4"),
    ]  # fmt: skip
    body += _ticks(n, m, step, cell)
    body += _shades(_pooled(grid, step), cell)
    for link in links:
        rings = "".join(_ring(i // step, j // step, cell) for i in link["a"] for j in link["b"])
        body.append(svg.titled(_said(link, texts), rings))
    keys = [
        (f"from {level}", {"fill": _SHADE, "fill_opacity": _opacity(at)})
        for at, level in enumerate(LEVELS)
    ]
    ring = {"fill": "none", "stroke": _LINK, "stroke_width": "2"}
    width = max(width + 2, 520.0)
    marks, bottom = svg.legend([*keys, ("linked", ring)], width, bottom + 12)
    return svg.svg_image(heatmap_words(labels, grid, links), width, bottom, body + marks)


def heatmap_words(labels: tuple[str, str], grid: Grid, links: Sequence[Link]) -> str:
    """The grid in words.

    >>> print(heatmap_words(("Wire", "Post"), [[0.5, 0.0]], []))
    Likeness in letters of 1 sentence of Wire with 2 of Post: 1 of 2 pairs reach 0.10; 0 are linked.
    """
    n, m = len(grid), len(grid[0]) if grid else 0
    alike = sum(value >= LEVELS[0] for row in grid for value in row)
    linked = sum(len(link["a"]) * len(link["b"]) for link in links)
    many = "sentence" if n == 1 else "sentences"
    return (
        f"Likeness in letters of {n} {many} of {svg.plain(labels[0])} with {m} of"
        f" {svg.plain(labels[1])}: {alike} of {n * m} pairs reach {number_text(LEVELS[0])};"
        f" {linked} are linked."
    )


def heatmap_table(labels: tuple[str, str], grid: Grid, links: Sequence[Link]) -> str:
    """The text twin: for each sentence of the first telling the most similar one of the second."""
    partners: dict[int, list[str]] = {}
    for link in links:
        for i in link["a"]:
            partners.setdefault(i, []).extend(str(j + 1) for j in link["b"])
    rows = []
    for i, values in enumerate(grid):
        best = max(range(len(values)), key=lambda j: (values[j], -j), default=None)
        alike = best is not None and values[best] > 0
        rows.append(
            (
                str(i + 1),
                str(best + 1) if alike and best is not None else "none",
                number_text(values[best] if best is not None else None),
                ", ".join(partners.get(i, [])) or "none",
            )
        )
    columns = [
        f"sentence of {labels[0]}",
        f"nearest of {labels[1]}",
        "likeness in letters",
        "linked with",
    ]
    return table_html(f"How alike: {labels[0]} and {labels[1]}", columns, rows)


def heatmap_figure(labels: tuple[str, str], grid: Grid, links: Sequence[Link]) -> "Figure":
    """The same as a matplotlib figure, for pages that stand still."""
    from toolkit.charts.theme import new_figure, style

    n, m = len(grid), len(grid[0]) if grid else 0
    with style():
        size = (min(9, 1.6 + 0.16 * max(m, 8)), min(9, 1.4 + 0.16 * max(n, 6)))
        figure = new_figure(*size, heatmap_words(labels, grid, links))
        axes = figure.subplots()
        if n and m:
            image = axes.imshow(grid, cmap="Blues", vmin=0, vmax=1, aspect="equal",
                                extent=(0.5, m + 0.5, n + 0.5, 0.5))  # fmt: skip
            bar = figure.colorbar(image, ax=axes, shrink=0.7, pad=0.02)
            bar.set_label("likeness in letters")
        cells = [(j + 1, i + 1) for link in links for i in link["a"] for j in link["b"]]
        if cells:
            across, down = zip(*cells, strict=True)
            axes.scatter(across, down, s=34, facecolors="none", edgecolors=_LINK,
                         linewidths=1.4, label="linked")  # fmt: skip
            figure.legend(loc="outside lower right", fontsize=9)
        axes.set_xlabel(svg.shortened(labels[1], 60))
        axes.set_ylabel(svg.shortened(labels[0], 60))
        axes.set_title("How alike the sentences are")
        for side in ("top", "right"):
            axes.spines[side].set_visible(True)
    return figure


def _pooled(grid: Grid, step: int) -> list[list[float]]:
    """The greatest value of every ``step`` by ``step`` cells."""
    if step == 1:
        return [list(row) for row in grid]
    tall = [
        [max(values) for values in zip(*grid[k : k + step], strict=True)]
        for k in range(0, len(grid), step)
    ]
    return [[max(row[k : k + step]) for k in range(0, len(row), step)] for row in tall]


def _shades(grid: Sequence[Sequence[float]], cell: float) -> list[str]:
    """One path for each shade: a few thousand cells would be too many elements."""
    paths: list[list[str]] = [[] for _ in LEVELS]
    for i, row in enumerate(grid):
        for j, value in enumerate(row):
            level = sum(value >= least for least in LEVELS) - 1
            if level < 0:
                continue
            side = cell * (0.45 + 0.45 * (level + 1) / len(LEVELS))
            x, y = (_LEFT + cell * (j + 0.5) - side / 2, _TOP + cell * (i + 0.5) - side / 2)
            length = coordinate(side)
            paths[level].append(f"M{coordinate(x)} {coordinate(y)}h{length}v{length}h-{length}z")
    return [
        f'<path fill="{_SHADE}" fill-opacity="{_opacity(level)}" d="{"".join(path)}"/>'
        for level, path in enumerate(paths)
        if path
    ]


def _opacity(level: int) -> str:
    return coordinate(0.2 + 0.75 * level / (len(LEVELS) - 1))


def _ring(row: int, column: int, cell: float) -> str:
    look = {"fill": "transparent", "stroke": _LINK, "stroke_width": "2" if cell > 8 else "1.4"}
    inset = 0.5
    return svg.rect(
        _LEFT + cell * column + inset,
        _TOP + cell * row + inset,
        cell - 2 * inset,
        cell - 2 * inset,
        rx="2",
        **look,
    )


def _ticks(n: int, m: int, step: int, cell: float) -> list[str]:
    """The number of every fifth sentence, or of fewer where there is no room."""
    every = next(k for k in (5, 10, 20, 50, 100, 500, 1000, 10**9) if cell * k / step >= 22)
    small = {"font_size": "11", "fill_opacity": "0.8"}
    body = []
    for k in [0, *range(every - 1, max(n, m), every)]:
        middle = cell * (k // step + 0.5)
        if k < n:
            body.append(svg.text(_LEFT - 6, _TOP + middle + 4, str(k + 1), text_anchor="end",
                                 **small))  # fmt: skip
        if k < m:
            body.append(svg.text(_LEFT + middle, _TOP - 6, str(k + 1), text_anchor="middle",
                                 **small))  # fmt: skip
    return body


def _said(link: Link, texts: tuple[Sequence[str], Sequence[str]]) -> str:
    style = relation_style(link["relation"])
    sides = []
    for side, sentences in zip("ab", texts, strict=True):
        words = " ".join(sentences[k] for k in link[side]) if sentences else ""
        numbers = " + ".join(str(k + 1) for k in link[side])
        sides.append(f"{numbers}: {svg.shortened(words, 200)}" if words else numbers)
    return f"{style.label} {number_text(link.get('similarity'))}. {f' {style.mark} '.join(sides)}"
