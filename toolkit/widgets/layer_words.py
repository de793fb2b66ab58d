"""The layer that the reader shows, in words and as a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from toolkit.charts.table import Cell, table_html


def layer_lines(layer: Mapping[str, Any] | None, labels: Sequence[str]) -> list[str]:
    """The layer's name, then for each telling how many of its sentences each kind marks.

    >>> layer = {"label": "tone", "legend": [{"kind": "up", "label": "positive"}],
    ...     "tellings": [[{"sentence": 4, "kind": "up"}, {"sentence": 4, "kind": "up"}]]}
    >>> layer_lines(layer, ["Wire"])
    ['showing: tone (sentences marked)', '  Wire: 1 positive']
    """
    if layer is None:
        return []
    lines = [f"showing: {_one_line(layer['label'])} (sentences marked)"]
    for label, marks in zip(labels, layer["tellings"], strict=True):
        counts = ", ".join(
            f"{len({mark['sentence'] for mark in marks if mark['kind'] == kind['kind']})}"
            f" {_one_line(kind['label'])}"
            for kind in layer["legend"]
        )
        lines.append(f"  {label}: {counts or 'nothing'}")
    return lines


def layer_table(
    layer: Mapping[str, Any] | None, tellings: Sequence[tuple[str, Mapping[int, str]]]
) -> str:
    """Every mark of the layer: where it is, its words, its kind and its note; "" without one.

    ``tellings`` has the label and the sentences of each.
    """
    if layer is None:
        return ""
    kinds = {kind["kind"]: kind["label"] for kind in layer["legend"]}
    rows: list[list[Cell]] = [
        [
            f"{side}{mark['sentence'] + 1}",
            text[mark["sentence"]][mark["start"] : mark["end"]],
            kinds[mark["kind"]],
            mark["note"],
        ]
        for side, (_, text), marks in zip("ab", tellings, layer["tellings"], strict=False)
        for mark in marks
    ]
    names = " and ".join(label for label, _ in tellings)
    caption = f"Marked in {names}: {layer['label']}"
    return table_html(caption, ["place", "words", "kind", "note"], rows)


def _one_line(words: str) -> str:
    return " ".join(words.split())
