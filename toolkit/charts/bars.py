"""Horizontal bars: one measure, one bar for each outlet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.charts import svg
from toolkit.charts.numerals import NOT_DEFINED, is_defined, number_text
from toolkit.charts.palette import outlet_style
from toolkit.charts.table import table_html

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Row = tuple[str, float | None]
Interval = tuple[float, float] | None

_LABEL, _PLOT, _VALUE, _LINE, _TOP = 190.0, 320.0, 150.0, 26.0, 30.0
_WIDTH = _LABEL + _PLOT + _VALUE


def bars_svg(
    title: str,
    rows: Sequence[Row],
    unit: str = "",
    low_high: tuple[float, float] | None = None,
    ends: tuple[str, str] | None = None,
    intervals: Sequence[Interval] | None = None,
    digits: int = 2,
) -> str:
    """One measure as an SVG picture.

    ``rows`` are ``(outlet, value)``; ``None`` or NaN is written "not defined" and gets no bar.
    ``low_high`` fixes the ends of the axis (default: from 0 to the furthest value);
    ``ends`` are words below the two ends, such as ``("easier", "harder")``;
    ``intervals`` are the ends of an uncertainty line for each row, or ``None`` for a row without.
    ``digits`` are the decimals that the values deserve.
    """
    body, height = _panel(title, rows, unit, low_high, ends, intervals, 0, digits)
    return svg.svg_image(bars_words(title, rows, unit, intervals, digits), _WIDTH, height, body)


def bars_words(
    title: str,
    rows: Sequence[Row],
    unit: str = "",
    intervals: Sequence[Interval] | None = None,
    digits: int = 2,
) -> str:
    """The picture in one sentence, numbers included.

    >>> bars_words("Words a sentence", [("Meridian Wire", 21.5), ("Gazette", None)], "words")
    'Words a sentence: Meridian Wire 21.50 words, Gazette not defined.'
    """
    parts = []
    for at, (label, value) in enumerate(rows):
        part = f"{svg.plain(label)} {_with_unit(value, unit, digits)}"
        interval = _interval(intervals, at)
        if interval:
            part += (
                f" (from {number_text(interval[0], digits)} to {number_text(interval[1], digits)})"
            )
        parts.append(part)
    return f"{svg.plain(title)}: {', '.join(parts) or 'no rows'}."


def bars_table(
    title: str,
    rows: Sequence[Row],
    unit: str = "",
    intervals: Sequence[Interval] | None = None,
    digits: int = 2,
) -> str:
    """The text twin: the same numbers as an HTML table."""
    columns = ["outlet", f"value ({unit})" if unit else "value"]
    cells = [(label, number_text(value, digits)) for label, value in rows]
    if not intervals:
        return table_html(title, columns, cells)
    ends = [_interval(intervals, at) or (None, None) for at in range(len(rows))]
    told = [tuple(number_text(end, digits) for end in pair) for pair in ends]
    wide = [(*cell, *pair) for cell, pair in zip(cells, told, strict=True)]
    return table_html(title, [*columns, "from", "to"], wide)


def bars_figure(
    title: str,
    rows: Sequence[Row],
    unit: str = "",
    low_high: tuple[float, float] | None = None,
    intervals: Sequence[Interval] | None = None,
    digits: int = 2,
) -> "Figure":
    """The same as a matplotlib figure, for pages that stand still."""
    from toolkit.charts.theme import new_figure, style

    low, high = _range(rows, low_high, intervals)
    with style():
        words = bars_words(title, rows, unit, intervals, digits)
        figure = new_figure(7, 0.8 + 0.42 * max(len(rows), 1), words)
        axes = figure.subplots()
        for at, (_, value) in enumerate(rows):
            look = outlet_style(at)
            if value is not None and is_defined(value):
                axes.barh(at, value, 0.62, color=look.colour, hatch=look.hatch, edgecolor="white")
            interval = _interval(intervals, at)
            if interval:
                axes.plot(interval, (at, at), color="#1c1e21", linewidth=1.5, marker="|")
            edge = max(
                v for v in (0.0, value, interval and interval[1]) if v is not None and v == v
            )
            axes.annotate(
                _with_unit(value, unit, digits),
                (edge, at),
                (6, 0),
                textcoords="offset points",
                va="center",
            )
        axes.set_yticks(range(len(rows)), [svg.shortened(label, 30) for label, _ in rows])
        axes.invert_yaxis()
        axes.set_xlim(low - 0.03 * (low < 0) * (high - low), high + 0.3 * (high - low))
        axes.axvline(0, color="#5a6068", linewidth=0.8)
        axes.set_title(svg.plain(title))
        if unit:
            axes.set_xlabel(svg.plain(unit))
    return figure


def _panel(
    title: str,
    rows: Sequence[Row],
    unit: str,
    low_high: tuple[float, float] | None,
    ends: tuple[str, str] | None,
    intervals: Sequence[Interval] | None,
    top: float,
    digits: int = 2,
) -> tuple[list[str], float]:
    """The marks of one measure, drawn below ``top``, and where they end."""
    low, high = _range(rows, low_high, intervals)

    def x(value: float) -> float:
        return _LABEL + _PLOT * (min(max(value, low), high) - low) / (high - low)

    body = [svg.text(0, top + 16, title, font_weight="600", font_size="14")]
    bottom = top + _TOP + _LINE * len(rows)
    body.append(svg.line(x(0), top + _TOP - 3, x(0), bottom, stroke_opacity="0.45"))
    for at, (label, value) in enumerate(rows):
        y = top + _TOP + _LINE * at
        words = _with_unit(value, unit, digits)
        marks = [
            svg.text(_LABEL - 10, y + 16, svg.shortened(label, 22), text_anchor="end"),
        ]
        edge = x(0)
        if value is not None and is_defined(value):
            left, right = sorted((x(0), x(value)))
            fill = outlet_style(at).colour
            marks.append(svg.rect(left, y + 3, right - left, _LINE - 8, rx="2", fill=fill))
            edge = right
        interval = _interval(intervals, at)
        if interval:
            start, end = x(interval[0]), x(interval[1])
            middle = y + _LINE / 2 - 1
            marks.append(svg.line(start, middle, end, middle, stroke_width="1.5"))
            marks += [svg.line(e, middle - 4, e, middle + 4) for e in (start, end)]
            edge = max(edge, end)
        quiet = {} if words != NOT_DEFINED else {"font_style": "italic", "fill_opacity": "0.75"}
        marks.append(svg.text(edge + 8, y + 16, words, **quiet))
        body.append(svg.titled(f"{label}: {words}", "".join(marks)))
    if ends:
        bottom += 18
        body.append(svg.text(_LABEL, bottom - 4, f"← {ends[0]}", font_size="12"))
        body.append(
            svg.text(_LABEL + _PLOT, bottom - 4, f"{ends[1]} →", font_size="12", text_anchor="end")
        )
    return body, bottom + 4


def _range(
    rows: Sequence[Row],
    low_high: tuple[float, float] | None,
    intervals: Sequence[Interval] | None,
) -> tuple[float, float]:
    if low_high:
        low, high = low_high
    else:
        values = [0.0, *(value for _, value in rows if value is not None and is_defined(value))]
        values += [end for pair in intervals or () if pair for end in pair if is_defined(end)]
        low, high = min(values), max(values)
    return (low, high) if high > low else (low, low + 1)


def _interval(intervals: Sequence[Interval] | None, at: int) -> Interval:
    pair = intervals[at] if intervals and at < len(intervals) else None
    return pair if pair and is_defined(pair[0]) and is_defined(pair[1]) else None


def _with_unit(value: float | None, unit: str, digits: int) -> str:
    words = number_text(value, digits)
    return f"{words} {svg.plain(unit)}" if unit and words != NOT_DEFINED else words
