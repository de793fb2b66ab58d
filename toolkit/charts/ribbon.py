"""A map of two tellings: two columns of sentences, and ribbons where they say the same."""

from collections.abc import Mapping, Sequence
from typing import Any

from toolkit.charts import svg
from toolkit.charts.numerals import coordinate, number_text
from toolkit.charts.palette import ONLY_HERE, RELATIONS, relation_style
from toolkit.charts.table import table_html

Link = Mapping[str, Any]
Place = tuple[float, float]

MOVED = "stands in another order"

_TEXT, _BOX, _GUTTER, HEAD = 248.0, 30.0, 244.0, 30.0
_WIDTH = 2 * (_TEXT + _BOX) + _GUTTER
_LETTERS = 36  # of a sentence, beside its box
_TALL = 1400.0  # of a column, at the most (thin boxes have no words)
LINE = 13.0  # a box of less height has no words


def ribbon_svg(
    labels: tuple[str, str], texts: tuple[Sequence[str], Sequence[str]], links: Sequence[Link]
) -> str:
    """The map as an SVG picture, its sentences beside their boxes where there is room.

    ``texts`` are the sentences of either telling; a box is as high as its sentence is long.
    ``links`` are those of the reader, indices counting from 0; where one is ``moved`` (it stands
    in another order in the second telling), its ribbon lies on top with a dashed edge. A sentence
    without a link has a dashed box. Resting on a ribbon or a box shows its words.
    """
    lengths = tuple([len(text) for text in side] for side in texts)
    places = dict(zip("ab", sentence_places(lengths), strict=True))
    body = []
    for link in sorted(links, key=lambda link: bool(link.get("moved"))):
        bands = "".join(
            _band(places["a"][i], places["b"][j], link) for i in link["a"] for j in link["b"]
        )
        body.append(svg.titled(_said(texts, link), bands + _signs(places["a"], link)))
    for side, label, sentences in zip("ab", labels, texts, strict=True):
        body += _column(side, label, sentences, places[side], _linked(side, links))
    bottom = max([end for column in places.values() for _, end in column] + [HEAD]) + 14
    keys, bottom = _keys(links, bottom)
    return svg.svg_image(ribbon_words(labels, lengths, links), _WIDTH, bottom, body + keys)


def ribbon_words(
    labels: tuple[str, str], lengths: Sequence[Sequence[float]], links: Sequence[Link]
) -> str:
    """The map in words: sentences, links by relation, and what is only in one telling.

    >>> link = {"a": [0], "b": [1], "relation": "reworded", "similarity": 0.5}
    >>> ribbon_words(("Wire", "Gazette"), ([9, 4], [5, 8]), [link])
    'Wire (2 sentences, 1 only here) and Gazette (2 sentences, 1 only here): 1 link (1 reworded).'
    """
    sides = []
    for side, label, sizes in zip("ab", labels, lengths, strict=True):
        alone = len(sizes) - len(_linked(side, links))
        many = "sentence" if len(sizes) == 1 else "sentences"
        sides.append(f"{svg.plain(label)} ({len(sizes)} {many}, {alone} only here)")
    counts = [(sum(k["relation"] == s.relation for k in links), s.label) for s in RELATIONS]
    told = ", ".join(f"{n} {label}" for n, label in counts if n) or "none"
    many = "link" if len(links) == 1 else "links"
    moved = sum(bool(link.get("moved")) for link in links)
    order = f" {moved} in another order." if moved else ""
    return f"{sides[0]} and {sides[1]}: {len(links)} {many} ({told}).{order}"


def ribbon_table(labels: tuple[str, str], links: Sequence[Link]) -> str:
    """The text twin: one row for each link, sentences counted from 1."""
    rows = [
        (
            *(" + ".join(str(index + 1) for index in link[side]) for side in "ab"),
            relation_style(link["relation"]).label,
            number_text(link.get("similarity")),
            MOVED if link.get("moved") else "",
        )
        for link in links
    ]
    columns = [*(f"sentence of {label}" for label in labels), "relation", "similarity", "order"]
    return table_html(f"Links between {labels[0]} and {labels[1]}", columns, rows)


def relations_of(links: Sequence[Link]) -> list[Any]:
    """The styles of the relations that occur, in the palette's order."""
    return [s for s in RELATIONS if any(link["relation"] == s.relation for link in links)]


def sentence_places(lengths: Sequence[Sequence[float]]) -> list[list[Place]]:
    """Where the boxes of both columns begin and end, in pixels.

    They are as high as the sentences are long, but not thinner than a line of words, unless there
    are so many that the picture would grow beyond a few screens.
    """
    most = max([len(sizes) for sizes in lengths] + [1])
    least = min(17.0, _TALL / most)
    per_letter = least / 100  # so that a sentence of 100 letters has the least height
    columns = []
    for sizes in lengths:
        top, column = HEAD, []
        for size in sizes:
            bottom = top + min(max(least, size * per_letter), 3 * least)
            column.append((top + min(1.0, least / 8), bottom - min(1.0, least / 8)))
            top = bottom
        columns.append(column)
    return columns


def _linked(side: str, links: Sequence[Link]) -> set[int]:
    return {index for link in links for index in link[side]}


def _column(
    side: str, label: str, sentences: Sequence[str], places: list[Place], linked: set[int]
) -> list[str]:
    if side == "a":
        left, edge, anchor, at, name = _TEXT, _TEXT - 7, "end", 0.0, "start"
    else:
        left, edge, anchor = _WIDTH - _TEXT - _BOX, _WIDTH - _TEXT + 7, "start"
        at, name = _WIDTH, "end"
    title = svg.shortened(label, 42)
    body = [svg.text(at, 15, title, font_weight="600", font_size="14", text_anchor=name)]
    for index, ((top, bottom), sentence) in enumerate(zip(places, sentences, strict=True)):
        alone = index not in linked
        look = {"stroke": "currentColor", "stroke_opacity": "0.6", "rx": "2"}
        look |= (
            {"fill": "none", "stroke_dasharray": "3 2"}
            if alone
            else {"fill_opacity": "0.09", "stroke_width": "0.8"}
        )
        marks = svg.rect(left, top, _BOX, bottom - top, **look)
        middle = (top + bottom) / 2
        roomy = bottom - top >= LINE
        if roomy or index % 5 == 4:
            size = "11" if roomy else "9"
            marks += svg.text(left + _BOX / 2, middle + 4, str(index + 1),
                              text_anchor="middle", font_size=size)  # fmt: skip
        if roomy:
            quiet = {"font_style": "italic"} if alone else {}
            marks += svg.text(edge, middle + 4, svg.shortened(sentence, _LETTERS),
                              text_anchor=anchor, font_size="11.5", **quiet)  # fmt: skip
        only = f" ({ONLY_HERE.label})" if alone else ""
        body.append(svg.titled(f"{index + 1}{only}: {svg.shortened(sentence, 300)}", marks))
    return body


def _band(left: Place, right: Place, link: Link) -> str:
    x0, x1 = _TEXT + _BOX + 2, _WIDTH - _TEXT - _BOX - 2
    middle = (x0 + x1) / 2
    (a, b), (c, d) = (tuple(map(coordinate, place)) for place in (left, right))
    x0s, x1s, mid = map(coordinate, (x0, x1, middle))
    outline = f"M{x0s} {a}C{mid} {a} {mid} {c} {x1s} {c}V{d}C{mid} {d} {mid} {b} {x0s} {b}Z"
    edge = (
        ' stroke="currentColor" stroke-width="1.2" stroke-dasharray="4 3"'
        if link.get("moved")
        else ""
    )
    fill = relation_style(link["relation"]).fill
    return f'<path d="{outline}" fill="{fill}" fill-opacity="0.5"{edge}/>'


def _signs(places: list[Place], link: Link) -> str:
    """The sign of the relation, the second cue beside the colour; where no ribbons cross yet."""
    sign = relation_style(link["relation"]).mark
    middles = [sum(places[i]) / 2 for i in link["a"] if places[i][1] - places[i][0] >= 8]
    return "".join(
        svg.text(_TEXT + _BOX + 13, middle + 4, sign, text_anchor="middle", font_size="12",
                 font_weight="700")
        for middle in middles
    )  # fmt: skip


def _said(texts: tuple[Sequence[str], Sequence[str]], link: Link) -> str:
    style = relation_style(link["relation"])
    sides = [
        f"{' + '.join(str(k + 1) for k in link[side])}: "
        + svg.shortened(" ".join(sentences[k] for k in link[side]), 300)
        for side, sentences in zip("ab", texts, strict=True)
    ]
    order = f", {MOVED}" if link.get("moved") else ""
    kind = f"{style.label} {number_text(link.get('similarity'))}{order}"
    return f"{kind}. {sides[0]} {style.mark} {sides[1]}"


def _keys(links: Sequence[Link], top: float) -> tuple[list[str], float]:
    """What the ribbons mean."""
    keys = [
        (f"{style.mark} {style.label}", {"fill": style.fill, "fill_opacity": "0.5"})
        for style in relations_of(links)
    ]
    dashed = {"fill": "none", "stroke": "currentColor", "stroke_dasharray": "3 2"}
    if any(link.get("moved") for link in links):
        ribbon = {"fill_opacity": "0.12", "stroke": "currentColor", "stroke_dasharray": "4 3"}
        keys.append((MOVED, ribbon))
    keys.append((ONLY_HERE.label, dashed))
    return svg.legend(keys, _WIDTH, top)
