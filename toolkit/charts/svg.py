"""The few pieces every chart of our own is made of. All text is escaped here, once."""

import unicodedata
from collections.abc import Mapping, Sequence
from html import escape

from toolkit.charts.numerals import coordinate

# Corners around the point, in units of its radius; matplotlib's letters.
_OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "^": ((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
    "D": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "v": ((0, 1.2), (1.1, -0.9), (-1.1, -0.9)),
    "P": (
        *((-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4)),
        *((0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4)),
    ),
}

FONT = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"


def plain(text: str) -> str:
    """One line without control characters, which XML forbids and fonts cannot draw.

    >>> plain("Meridian\\x00 Wire\\n")
    'Meridian Wire'
    """
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return " ".join(kept.split())


def shortened(text: str, longest: int) -> str:
    """At most ``longest`` characters, cut with an ellipsis.

    >>> shortened("Harbour Gazette", 8)
    'Harbour…'
    """
    text = plain(text)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def svg_image(words: str, width: float, height: float, body: list[str]) -> str:
    """A whole picture. ``words`` say what it shows, numbers included, to a screen reader.

    Text takes the colour of the text around it, so dark pages work.
    """
    return "\n".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-label="{escape(plain(words))}" '
            f'viewBox="0 0 {coordinate(width)} {coordinate(height)}" width="{coordinate(width)}" '
            f'height="{coordinate(height)}" style="max-width:100%;height:auto" '
            f'font-family="{FONT}" font-size="13" fill="currentColor">',
            *body,
            "</svg>",
        ]
    )


def text(x: float, y: float, words: str, **attributes: str) -> str:
    """A line of text; underscores in attribute names become hyphens."""
    return f"<text{_attributes(x=x, y=y, **attributes)}>{escape(plain(words))}</text>"


def line(x1: float, y1: float, x2: float, y2: float, **attributes: str) -> str:
    """A line in the colour of the text unless told otherwise."""
    attributes = {"stroke": "currentColor", **attributes}
    return f"<line{_attributes(x1=x1, y1=y1, x2=x2, y2=y2, **attributes)}/>"


def rect(x: float, y: float, width: float, height: float, **attributes: str) -> str:
    """A rectangle."""
    return f"<rect{_attributes(x=x, y=y, width=width, height=height, **attributes)}/>"


def titled(title: str, body: str) -> str:
    """``body`` with a tooltip."""
    return f"<g><title>{escape(plain(title))}</title>{body}</g>"


def marker(shape: str, x: float, y: float, colour: str) -> str:
    """A point in one of the palette's shapes (matplotlib's letters: o s ^ D v P)."""
    r = 4.5
    if shape not in _OUTLINES:
        return f"<circle{_attributes(cx=x, cy=y, r=r, fill=colour)}/>"
    points = " ".join(
        f"{coordinate(x + dx * r)},{coordinate(y + dy * r)}" for dx, dy in _OUTLINES[shape]
    )
    return f'<polygon points="{points}" fill="{escape(colour)}"/>'


def _attributes(**values: str | float) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{escape(v if isinstance(v, str) else coordinate(v))}"'
        for name, v in values.items()
    )


def legend(
    keys: Sequence[tuple[str, Mapping[str, str]]], width: float, top: float, left: float = 0.0
) -> tuple[list[str], float]:
    """Keys in as many lines as they need: a small box with those attributes, and its words.

    Returns the marks and where they end.
    """
    body, x, y = [], left, top
    for words, look in keys:
        wide = 22 + 6.7 * len(words) + 20
        if x > left and x + wide > width:
            x, y = left, y + 20
        body.append(rect(x, y, 16, 12, rx="2", **look))
        body.append(text(x + 22, y + 10.5, words, font_size="12"))
        x += wide
    return body, y + 20
