"""A still map of two tellings: two columns of sentences, and ribbons where they say the same."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from toolkit.charts import svg
from toolkit.charts.numerals import number_text
from toolkit.charts.palette import ONLY_HERE, RELATIONS, relation_style
from toolkit.charts.table import table_html

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Link = Mapping[str, Any]

_COLUMNS = {"a": (0.0, 0.12), "b": (0.88, 1.0)}


def ribbon_words(
    labels: tuple[str, str], lengths: tuple[Sequence[float], Sequence[float]], links: Sequence[Link]
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
    return f"{sides[0]} and {sides[1]}: {len(links)} {many} ({told})."


def ribbon_table(labels: tuple[str, str], links: Sequence[Link]) -> str:
    """The text twin: one row for each link, sentences counted from 1."""
    rows = [
        (
            *(" + ".join(str(index + 1) for index in link[side]) for side in "ab"),
            relation_style(link["relation"]).label,
            number_text(link.get("similarity")),
        )
        for link in links
    ]
    columns = [*(f"sentence of {label}" for label in labels), "relation", "similarity"]
    return table_html(f"Links between {labels[0]} and {labels[1]}", columns, rows)


def ribbon_figure(
    labels: tuple[str, str], lengths: tuple[Sequence[float], Sequence[float]], links: Sequence[Link]
) -> "Figure":
    """Two columns, one box for each sentence, joined by ribbons in the colour of the relation.

    ``lengths`` holds, for either telling, the length of each sentence (words, say): the height
    of its box. ``links`` are those of the reader, with indices counting from 0. A sentence
    without a link has a dashed outline. Reading starts at the top.
    """
    from matplotlib.patches import Patch, Rectangle

    from toolkit.charts.theme import new_figure, style

    total = max([sum(sizes) for sizes in lengths] + [1])
    with style():
        words = ribbon_words(labels, lengths, links)
        tall = min(100, max(20, 2.2 * max(map(len, lengths))))  # of the columns, tenths of an inch
        figure = new_figure(7, tall / 10 + 1.4, words)
        axes = figure.subplots()
        places = {s: _stacked(sizes, total) for s, sizes in zip("ab", lengths, strict=True)}
        for link in links:
            for i in link["a"]:
                for j in link["b"]:
                    _band(axes, places["a"][i], places["b"][j], link["relation"])
        for side, label in zip("ab", labels, strict=True):
            left, right = _COLUMNS[side]
            linked = _linked(side, links)
            for index, (low, high) in enumerate(places[side]):
                alone = index not in linked
                look: dict[str, Any] = {
                    "facecolor": "white" if alone else "#d9dde2",
                    "linewidth": 1.0,
                }
                look |= {"edgecolor": "#555b62" if alone else "#8a9099"}
                look |= {"linestyle": (0, (3, 2)) if alone else "solid"}
                axes.add_patch(Rectangle((left, low), right - left, high - low, **look))
                if (high - low) * tall > 1.1:  # else the number would not fit into its box
                    axes.text((left + right) / 2, (low + high) / 2, str(index + 1), fontsize=7,
                              ha="center", va="center")  # fmt: skip
            middle = left if side == "a" else right
            axes.text(middle, -0.02, svg.shortened(label, 32), fontweight="bold",
                      ha="left" if side == "a" else "right", va="bottom")  # fmt: skip
        axes.set(xlim=(-0.02, 1.02), ylim=(1.01, -0.07))
        axes.axis("off")
        used = [s for s in RELATIONS if any(link["relation"] == s.relation for link in links)]
        keys = [Patch(facecolor=s.fill, alpha=0.6, label=f"{s.mark}  {s.label}") for s in used]
        keys.append(Patch(facecolor="white", edgecolor="#555b62", linestyle=(0, (3, 2)),
                          label=ONLY_HERE.label))  # fmt: skip
        figure.legend(handles=keys, loc="outside lower center", ncols=3, fontsize=9)
    return figure


def _linked(side: str, links: Sequence[Link]) -> set[int]:
    return {index for link in links for index in link[side]}


def _stacked(sizes: Sequence[float], total: float) -> list[tuple[float, float]]:
    """Where each sentence's box begins and ends, with a hair's breadth between the boxes."""
    places, top = [], 0.0
    for size in sizes:
        bottom = top + max(size, 0) / total
        gap = min(0.002, (bottom - top) / 4)
        places.append((top + gap, bottom - gap))
        top = bottom
    return places


def _band(
    axes: "Axes", left: tuple[float, float], right: tuple[float, float], relation: str
) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    x0, x1 = _COLUMNS["a"][1] + 0.005, _COLUMNS["b"][0] - 0.005
    middle = (x0 + x1) / 2
    outline = [
        (x0, left[0]), (middle, left[0]), (middle, right[0]), (x1, right[0]),
        (x1, right[1]), (middle, right[1]), (middle, left[1]), (x0, left[1]), (x0, left[0]),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    look = relation_style(relation)
    axes.add_patch(PathPatch(Path(outline, codes), facecolor=look.fill, alpha=0.55, linewidth=0))
    # The mark is the second cue beside the colour; at the left end, where no ribbons cross yet.
    axes.text(x0 + 0.02, (left[0] + left[1]) / 2, look.mark, color=look.ink_light,
              fontsize=8, fontweight="bold", ha="center", va="center")  # fmt: skip
