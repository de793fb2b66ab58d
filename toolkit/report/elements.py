"""The few HTML elements that a report is made of. Whatever comes from an article is escaped."""

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape

from toolkit.charts.table import Cell, cell_text


class Html(str):
    """A string that is HTML already; any other string is text, and is escaped where it is put."""

    __slots__ = ()


def shown(part: str) -> Html:
    """Text as HTML: escaped, and control characters as visible signs that no browser obeys.

    >>> shown("<b>\\x00"), shown(Html("<b>"))
    ('&lt;b&gt;␀', '<b>')
    """
    if isinstance(part, Html):
        return part
    return Html(escape("".join(map(_visible, part)) if not part.isprintable() else part))


def _visible(character: str) -> str:
    if character in "\n\t":
        return character
    kind = unicodedata.category(character)
    if kind == "Cc":
        code = ord(character)
        return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"
    return "\ufffd" if kind == "Cs" else character


def element(name: str, *parts: str, **attributes: str) -> Html:
    """An element; a trailing underscore of an attribute's name is dropped, others are hyphens.

    >>> element("a", "S & S", href="#x", class_="y")
    '<a href="#x" class="y">S &amp; S</a>'
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    return Html(f"<{name}{told}>{''.join(map(shown, parts))}</{name}>")


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Parts one after the other."""
    return Html(shown(between).join(map(shown, parts)))


def table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], class_: str = ""
) -> Html:
    """A table with a caption; the first cell of a row is its heading, numbers are set right.

    On a narrow screen the cells of a row stand one below the other, each after its column's name.
    """
    rows = [tuple(row) for row in rows]
    head = joined(
        element("th", column, scope="col", **_look(rows[0][place] if rows else ""))
        for place, column in enumerate(columns)
    )
    body = []
    for row in rows:
        cells = [_cell(cell, place, columns[place]) for place, cell in enumerate(row)]
        body.append(element("tr", *cells))
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", head)),
        element("tbody", *body),
        class_=class_ or "plain",
    )


def _cell(cell: Cell, place: int, column: str) -> Html:
    words = cell if isinstance(cell, str) else cell_text(cell)
    if place == 0:
        return element("th", words, scope="row")
    return element("td", words, data_column=_plain(column), **_look(cell))


def _look(cell: Cell) -> dict[str, str]:
    return {} if isinstance(cell, str) else {"class_": "number"}


def _plain(column: str) -> str:
    return "".join(map(_visible, column))


def figure(svg: str, *words: str) -> Html:
    """A picture of our own and what is to be said of it."""
    return element("figure", Html(svg), element("figcaption", *words))
