"""Shares of a whole: one bar for each outlet, cut into parts, such as the origin of its words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from toolkit.charts import svg
from toolkit.charts.numerals import NOT_DEFINED, is_defined
from toolkit.charts.palette import ONLY_HERE, RELATIONS
from toolkit.charts.table import table_html

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Row = tuple[str, Mapping[str, float]]

_LABEL, _PLOT, _LINE, _TOP = 200.0, 460.0, 34.0, 30.0
_OWN = "own"
# Colour, ink on it, sign and hatch; the sign is the cue that needs no colour.
_LOOKS = {
    style.relation: (style.fill, ink, style.mark, hatch)
    for style, ink, hatch in zip(RELATIONS[:3], ("#ffffff", "#10171c", "#1c1500"), ("", "//", ".."),
                                 strict=True)
} | {_OWN: (ONLY_HERE.fill, "currentColor", ONLY_HERE.mark, "")}  # fmt: skip


def shares_svg(title: str, rows: Sequence[Row]) -> str:
    """A bar for each outlet, its parts in the order in which they are given.

    ``rows`` are ``(outlet, {part: share})``, the parts ``verbatim``, ``near-verbatim``,
    ``reworded`` or ``own``, the shares from 0 to 1. Where they are NaN there is no bar.
    """
    body = [svg.text(0, 16, title, font_weight="600", font_size="14")]
    for at, (outlet, shares) in enumerate(rows):
        y = _TOP + _LINE * at
        body.append(svg.text(_LABEL - 10, y + 20, svg.shortened(outlet, 27), text_anchor="end"))
        if not _defined(shares):
            body.append(svg.text(_LABEL + 4, y + 20, NOT_DEFINED, font_style="italic"))
            continue
        x = _LABEL
        for part, share in shares.items():
            width = _PLOT * share
            body.append(_part(x, y, width, part, share))
            x += width
    used = {part for _, shares in rows for part in shares}
    keys = [
        (f"{sign} {part}", {"fill": fill, "fill_opacity": _opacity(part)})
        for part, (fill, _, sign, _) in _LOOKS.items()
        if part in used
    ]
    marks, bottom = svg.legend(keys, _LABEL + _PLOT, _TOP + _LINE * len(rows) + 8, _LABEL)
    return svg.svg_image(shares_words(title, rows), _LABEL + _PLOT + 10, bottom, body + marks)


def shares_words(title: str, rows: Sequence[Row]) -> str:
    """The picture in words, numbers included.

    >>> shares_words("Words", [("Wire", {"verbatim": 0.25, "own": 0.75})])
    'Words. Wire: verbatim 25%, own 75%.'
    """
    return " ".join(
        [
            f"{svg.plain(title)}.",
            *(
                f"{svg.plain(outlet)}: "
                + ", ".join(f"{part} {_percent(share)}" for part, share in shares.items())
                + "."
                for outlet, shares in rows
            ),
        ]
    )


def shares_table(title: str, rows: Sequence[Row]) -> str:
    """The text twin: the same shares as an HTML table."""
    parts = list(dict.fromkeys(part for _, shares in rows for part in shares))
    cells = [(outlet, *(_percent(shares[part]) for part in parts)) for outlet, shares in rows]
    return table_html(title, ["outlet", *parts], cells)


def shares_figure(title: str, rows: Sequence[Row]) -> "Figure":
    """The same as a matplotlib figure, for pages that stand still."""
    from matplotlib.patches import Patch

    from toolkit.charts.theme import new_figure, style

    with style():
        figure = new_figure(8, 1.1 + 0.42 * max(len(rows), 1), shares_words(title, rows))
        axes = figure.subplots()
        for at, (_, shares) in enumerate(rows):
            if not _defined(shares):
                axes.text(0.005, at, NOT_DEFINED, va="center", fontstyle="italic")
                continue
            left = 0.0
            for part, share in shares.items():
                fill, ink, sign, hatch = _LOOKS[part]
                pale = part == _OWN
                axes.barh(at, share, 0.66, left, color="#e3e5e8" if pale else fill, hatch=hatch,
                          edgecolor="white")  # fmt: skip
                if share >= 0.06:
                    colour = "#1c1e21" if ink == "currentColor" else ink
                    box = {"facecolor": "#e3e5e8" if pale else fill, "linewidth": 0, "pad": 1.5}
                    axes.text(left + share / 2, at, f"{sign} {_percent(share)}", ha="center",
                              va="center", fontsize=8, color=colour, bbox=box)  # fmt: skip
                left += share
        axes.set_yticks(range(len(rows)), [svg.shortened(outlet, 30) for outlet, _ in rows])
        axes.set(xlim=(0, 1), ylim=(max(len(rows), 1) - 0.5, -0.5))
        axes.set_xticks([])
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.tick_params(length=0, labelcolor="#1c1e21")
        axes.set_title(svg.plain(title))
        used = {part for _, shares in rows for part in shares}
        keys = [
            Patch(facecolor="#e3e5e8" if part == _OWN else fill, hatch=hatch, edgecolor="white",
                  label=f"{sign}  {part}")
            for part, (fill, _, sign, hatch) in _LOOKS.items()
            if part in used
        ]  # fmt: skip
        if keys:
            figure.legend(handles=keys, loc="outside lower center", ncols=4, fontsize=9)
    return figure


def _part(x: float, y: float, width: float, part: str, share: float) -> str:
    fill, ink, sign, _ = _LOOKS[part]
    drawn = max(width - 1.5, 0.0)
    marks = svg.rect(x, y + 3, drawn, _LINE - 10, rx="2", fill=fill, fill_opacity=_opacity(part))
    words = f"{sign} {_percent(share)}" if width >= 46 else sign if width >= 14 else ""
    if words:
        marks += svg.text(x + drawn / 2, y + 20, words, text_anchor="middle", font_size="12",
                          fill=ink)  # fmt: skip
    return svg.titled(f"{part}: {_percent(share)}", marks)


def _opacity(part: str) -> str:
    return "0.3" if part == _OWN else "1"


def _defined(shares: Mapping[str, float]) -> bool:
    return bool(shares) and all(is_defined(share) for share in shares.values())


def _percent(share: float) -> str:
    return f"{share:.0%}" if is_defined(share) else NOT_DEFINED
