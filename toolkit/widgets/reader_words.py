"""What the linked reader shows, in words and as tables: its text twin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.charts.numerals import number_text
from toolkit.charts.palette import RELATIONS, relation_style
from toolkit.charts.table import Cell, table_html
from toolkit.widgets.layer_words import layer_lines, layer_table

SIDES = "ab"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown now: a label and the sentences by index for each side, none to two of them.

    ``links`` join the two sides, ``layer`` marks words in them, or is None.
    """

    labels: Sequence[str]
    sentences: Sequence[Mapping[int, str]]
    links: Sequence[Mapping[str, Any]]
    layer: Mapping[str, Any] | None

    def only(self, side: str) -> list[int]:
        """Indices of the sentences of side ``"a"`` or ``"b"`` that no link names."""
        linked = {index for link in self.links for index in link[side]}
        place = SIDES.index(side)
        here = self.sentences[place] if place < len(self.sentences) else ()
        return [index for index in here if index not in linked]


def summary_lines(shown: Shown, selected: Mapping[str, Any]) -> list[str]:
    """Labels, counts, what is only in one telling, the layer, the selection, a line per link."""
    if not shown.labels:
        return ["Reader: no telling to show"]
    counted = zip(shown.labels, shown.sentences, strict=True)
    lines = [
        "Reader: " + " beside ".join(f"{name} ({_count(len(text))})" for name, text in counted)
    ]
    if len(shown.labels) == 2:
        lines += _link_counts(shown)
    lines += layer_lines(shown.layer, shown.labels)
    pinned = _names(selected["side"], [selected["sentence"]])[0] if selected else "nothing"
    lines.append(f"selected: {pinned}")
    for link in shown.links:
        style = relation_style(link["relation"])
        left, right = ("+".join(_names(side, link[side])) for side in SIDES)
        similarity = number_text(link["similarity"])
        lines.append(f"{left} {style.mark} {right} {style.label} {similarity}")
    return lines


def _link_counts(shown: Shown) -> list[str]:
    counts = [
        (sum(link["relation"] == style.relation for link in shown.links), style.label)
        for style in RELATIONS
    ]
    tally = ", ".join(f"{count} {label}" for count, label in counts if count)
    lines = [f"links: {len(shown.links)}" + (f" ({tally})" if tally else "")]
    for side, label in zip(SIDES, shown.labels, strict=True):
        alone = shown.only(side)
        listed = f" ({', '.join(_names(side, alone))})" if alone else ""
        lines.append(f"only in {label}: {len(alone)}{listed}")
    return lines


def tables(shown: Shown) -> str:
    """The links with both sentences in full and what is only in one; what the layer marks."""
    marked = list(zip(shown.labels, shown.sentences, strict=True))
    return _links_table(shown) + layer_table(shown.layer, marked)


def _links_table(shown: Shown) -> str:
    if not shown.labels:
        return ""
    if len(shown.labels) == 1:
        (label,), (text,) = shown.labels, shown.sentences
        alone = [[*_names("a", [index]), words] for index, words in text.items()]
        return table_html(f"Sentences of {label}", ["place", label], alone)
    rows: list[list[Cell]] = []
    for link in shown.links:
        places = " / ".join(" + ".join(_names(side, link[side])) for side in SIDES)
        words = [
            " ".join(text[index] for index in link[side])
            for side, text in zip(SIDES, shown.sentences, strict=True)
        ]
        rows.append([places, *words, link["relation"], number_text(link["similarity"])])
    for side, text in zip(SIDES, shown.sentences, strict=True):
        for index in shown.only(side):
            words = [text[index], ""] if side == "a" else ["", text[index]]
            rows.append([*_names(side, [index]), *words, "only here", ""])
    caption = f"Linked sentences: {' and '.join(shown.labels)}"
    return table_html(caption, ["place", *shown.labels, "relation", "similarity"], rows)


def _count(n: int) -> str:
    return "1 sentence" if n == 1 else f"{n} sentences"


def _names(side: str, indices: Iterable[int]) -> list[str]:
    return [f"{side}{index + 1}" for index in indices]
