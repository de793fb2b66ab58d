"""Tone by sentence: one lane for each outlet, one point for each sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.charts import svg
from toolkit.charts.numerals import coordinate, is_defined, number_text
from toolkit.charts.palette import outlet_style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Point = tuple[float, float | None, str]
Lane = tuple[str, Sequence[Point]]

_WIDTH, _SIDE, _LANE, _TOP = 660.0, 34.0, 104.0, 30.0


def strip_svg(
    title: str,
    lanes: Sequence[Lane],
    x_label: str = "position in the article",
    x_range: tuple[float, float] = (0.0, 1.0),
    y_range: tuple[float, float] = (-1.0, 1.0),
) -> str:
    """Lanes of points on stalks, as an SVG picture; resting on a point shows its words.

    ``lanes`` are ``(outlet, points)``, a point is ``(position, value, words)``. A point whose
    value is ``None`` or NaN is a small cross on the zero line: it is there, and not defined.
    """
    body = [svg.text(0, 16, title, font_weight="600", font_size="14")]
    for at, (label, points) in enumerate(lanes):
        body += _lane(at, label, points, x_range, y_range)
    bottom = _TOP + _LANE * len(lanes)
    body.append(svg.text(_WIDTH / 2, bottom + 14, f"{x_label} →", text_anchor="middle"))
    return svg.svg_image(strip_words(title, lanes), _WIDTH, bottom + 22, body)


def strip_words(title: str, lanes: Sequence[Lane]) -> str:
    """The picture in words: how many points each outlet has, and between which values.

    >>> strip_words("Tone", [("Gazette", [(0.1, -0.5, ""), (0.9, 0.25, ""), (1.0, None, "")])])
    'Tone. Gazette: 3 points, from -0.50 to 0.25, 1 not defined.'
    """
    parts = [f"{svg.plain(title)}."]
    for label, points in lanes:
        values = [value for _, value, _ in points if value is not None and is_defined(value)]
        part = f"{svg.plain(label)}: {len(points)} point{'' if len(points) == 1 else 's'}"
        if values:
            part += f", from {number_text(min(values))} to {number_text(max(values))}"
        if len(values) < len(points):
            part += f", {len(points) - len(values)} not defined"
        parts.append(part + ".")
    return " ".join(parts)


def strip_figure(
    title: str,
    lanes: Sequence[Lane],
    x_label: str = "position in the article",
    x_range: tuple[float, float] = (0.0, 1.0),
    y_range: tuple[float, float] = (-1.0, 1.0),
) -> "Figure":
    """The same as a matplotlib figure, for pages that stand still."""
    from toolkit.charts.theme import new_figure, style

    with style():
        figure = new_figure(8, 0.9 + 1.25 * max(len(lanes), 1), strip_words(title, lanes))
        figure.suptitle(svg.plain(title), x=0.01, ha="left", fontsize=11, fontweight="bold")
        if not lanes:
            return figure
        grid = figure.subplots(len(lanes), 1, sharex=True, squeeze=False)
        for at, (label, points) in enumerate(lanes):
            axes, look = grid[at][0], outlet_style(at)
            told = [
                (_held(x, x_range), _held(v, y_range))
                for x, v, _ in points
                if v is not None and is_defined(v)
            ]
            untold = [_held(x, x_range) for x, v, _ in points if v is None or not is_defined(v)]
            axes.axhline(0, color="#5a6068", linewidth=0.8)
            if told:
                xs, ys = zip(*told, strict=True)
                axes.vlines(xs, 0, ys, color=look.colour, linewidth=1.5)
                axes.plot(xs, ys, look.marker, color=look.colour, markersize=5, clip_on=False)
            axes.plot(untold, [0] * len(untold), "x", color="#5a6068", markersize=4)
            axes.set_ylim(*y_range)
            axes.set_xlim(*_widened(x_range))
            axes.set_title(svg.shortened(label, 60), fontsize=10, fontweight="normal")
        grid[-1][0].set_xlabel(svg.plain(x_label))
    return figure


def _held(value: float, ends: tuple[float, float]) -> float:
    """The nearest place on the axis: a point beyond its end is drawn at the end."""
    return min(max(value, ends[0]), ends[1])


def _widened(x_range: tuple[float, float]) -> tuple[float, float]:
    margin = 0.015 * (x_range[1] - x_range[0])
    return x_range[0] - margin, x_range[1] + margin


def _lane(
    at: int,
    label: str,
    points: Sequence[Point],
    x_range: tuple[float, float],
    y_range: tuple[float, float],
) -> list[str]:
    look = outlet_style(at)
    top = _TOP + _LANE * at + 18
    room = _LANE - 30

    def along(value: float, ends: tuple[float, float]) -> float:
        low, high = ends
        return (_held(value, ends) - low) / (high - low) if high > low else 0.5

    def x(position: float) -> float:
        return _SIDE + (_WIDTH - _SIDE - 10) * along(position, x_range)

    def y(value: float) -> float:
        return top + room * (1 - along(value, y_range))

    body = [
        svg.text(_SIDE, top - 6, svg.shortened(label, 60), font_weight="600"),
        svg.line(_SIDE - 6, y(0), _WIDTH - 4, y(0), stroke_opacity="0.45"),
    ]
    for tick in (y_range[1], 0.0, y_range[0]):
        words = coordinate(tick).replace("-", "−")
        body.append(svg.text(_SIDE - 10, y(tick) + 4, words, text_anchor="end", font_size="11"))
    for position, value, words in points:
        said = f"{words} ({number_text(value)})" if words else number_text(value)
        if value is None or not is_defined(value):
            cx, cy = x(position), y(0)
            mark = svg.line(cx - 3, cy - 3, cx + 3, cy + 3) + svg.line(
                cx - 3, cy + 3, cx + 3, cy - 3
            )
        else:
            stalk = {"stroke": look.colour, "stroke_width": "2"}
            mark = svg.line(x(position), y(0), x(position), y(value), **stalk)
            mark += svg.marker(look.marker, x(position), y(value), look.colour)
        body.append(svg.titled(said, mark))
    return body
