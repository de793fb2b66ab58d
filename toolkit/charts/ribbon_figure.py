"""The map of two tellings as a matplotlib figure, for pages that stand still."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from toolkit.charts import svg
from toolkit.charts.palette import ONLY_HERE, relation_style
from toolkit.charts.ribbon import (
    HEAD,
    LINE,
    MOVED,
    Link,
    Place,
    relations_of,
    ribbon_words,
    sentence_places,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_COLUMNS = {"a": (0.0, 0.3), "b": (0.7, 1.0)}
_LETTERS = 36
_DASHED = (0, (3, 2))


def ribbon_figure(
    labels: tuple[str, str], texts: tuple[Sequence[str], Sequence[str]], links: Sequence[Link]
) -> "Figure":
    """Two columns, one box for each sentence, joined by ribbons in the colour of the relation.

    The same as :func:`~toolkit.charts.ribbon.ribbon_svg`, which says what is drawn how.
    """
    from matplotlib.patches import Patch, Rectangle

    from toolkit.charts.theme import new_figure, style

    lengths = tuple([len(text) for text in side] for side in texts)
    columns = sentence_places(lengths)
    bottom = max([end for column in columns for _, end in column] + [HEAD + LINE])
    with style():
        figure = new_figure(8, bottom / 72 + 0.6, ribbon_words(labels, lengths, links))
        axes = figure.subplots()
        places = dict(zip("ab", columns, strict=True))
        for link in sorted(links, key=lambda link: bool(link.get("moved"))):
            for i in link["a"]:
                for j in link["b"]:
                    _band(axes, places["a"][i], places["b"][j], link)
        for side, label, sentences in zip("ab", labels, texts, strict=True):
            left, right = _COLUMNS[side]
            linked = {index for link in links for index in link[side]}
            for index, ((low, high), sentence) in enumerate(
                zip(places[side], sentences, strict=True)
            ):
                alone = index not in linked
                look: dict[str, Any] = {"facecolor": "white", "linewidth": 0.9}
                look |= (
                    {"edgecolor": "#555b62", "linestyle": _DASHED}
                    if alone
                    else {"facecolor": "#eceef0", "edgecolor": "#8a9099", "linestyle": "solid"}
                )
                axes.add_patch(Rectangle((left, low), right - left, high - low, **look))
                if high - low >= LINE:
                    words = f"{index + 1}  {svg.shortened(sentence, _LETTERS)}"
                    axes.text(left + 0.008, (low + high) / 2, words, fontsize=7, ha="left",
                              va="center", fontstyle="italic" if alone else "normal")  # fmt: skip
            axes.text(left, HEAD - 8, svg.shortened(label, 32), fontweight="bold", va="bottom")
        axes.set(xlim=(-0.01, 1.01), ylim=(bottom + 4, 0))
        axes.axis("off")
        keys = [
            Patch(facecolor=s.fill, alpha=0.6, label=f"{s.mark}  {s.label}")
            for s in relations_of(links)
        ]
        if any(link.get("moved") for link in links):
            keys.append(Patch(facecolor="#eceef0", edgecolor="#1c1e21", linestyle=_DASHED,
                              label=MOVED))  # fmt: skip
        keys.append(Patch(facecolor="white", edgecolor="#555b62", linestyle=_DASHED,
                          label=ONLY_HERE.label))  # fmt: skip
        figure.legend(handles=keys, loc="outside lower center", ncols=4, fontsize=9)
    return figure


def _band(axes: "Axes", left: Place, right: Place, link: Link) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    x0, x1 = _COLUMNS["a"][1] + 0.005, _COLUMNS["b"][0] - 0.005
    middle = (x0 + x1) / 2
    outline = [
        (x0, left[0]), (middle, left[0]), (middle, right[0]), (x1, right[0]),
        (x1, right[1]), (middle, right[1]), (middle, left[1]), (x0, left[1]), (x0, left[0]),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    style = relation_style(link["relation"])
    edge: dict[str, Any] = {"linewidth": 0}
    if link.get("moved"):
        edge = {"linewidth": 0.9, "edgecolor": "#1c1e21", "linestyle": _DASHED}
    axes.add_patch(PathPatch(Path(outline, codes), facecolor=style.fill, alpha=0.55, **edge))
    # The sign is the second cue beside the colour; at the left end, where no ribbons cross yet.
    axes.text(x0 + 0.015, (left[0] + left[1]) / 2, style.mark, color=style.ink_light,
              fontsize=8, fontweight="bold", ha="center", va="center")  # fmt: skip
