"""The plain data of the reader's layers and sentence facts, checked and filled in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from toolkit.charts.numerals import is_defined
from toolkit.errors import UsageError
from toolkit.widgets.reader_data import sentences_of

LINKS = "links"
"""The name of what is shown when no layer is: the links themselves."""

_REMEDY = "Build the layers and the facts from the tellings that are shown, without changing them."
_LEGEND_KEYS = ("kind", "label", "mark", "ink_light", "ink_dark")


def checked_layers(
    given: Iterable[Mapping[str, Any]], tellings: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Layers whose marks name only kinds, sentences and places that there are.

    A layer is ``{"name", "label", "about", "trust", "legend", "tellings"}``. ``legend`` lists its
    kinds: ``{"kind", "label", "mark", "ink_light", "ink_dark", "quiet"}``. ``tellings`` has for
    each telling a list of marks, ``{"sentence", "start", "end", "kind", "note"}`` with code point
    offsets into the text of the sentence. ``about``, ``trust``, ``quiet`` and ``note`` may be
    left out. Raises ``UsageError`` where the data contradict themselves.
    """
    texts = [sentences_of(telling) for telling in tellings]
    layers: list[dict[str, Any]] = []
    for layer in given:
        name = str(layer["name"])
        if name == LINKS or name in (other["name"] for other in layers):
            raise UsageError(f"There are two layers called {name!r}.", _REMEDY)
        legend = [
            {**{key: str(kind[key]) for key in _LEGEND_KEYS}, "quiet": bool(kind.get("quiet"))}
            for kind in layer["legend"]
        ]
        if len(layer["tellings"]) != len(tellings):
            raise UsageError(f"The layer {name!r} is not of these tellings.", _REMEDY)
        kinds = {str(kind["kind"]) for kind in legend}
        marks = [
            [_checked_mark(mark, name, kinds, text) for mark in row]
            for row, text in zip(layer["tellings"], texts, strict=True)
        ]
        layers.append(
            {
                "name": name,
                "label": str(layer.get("label") or name),
                "about": str(layer.get("about") or ""),
                "trust": str(layer.get("trust") or ""),
                "legend": legend,
                "tellings": marks,
            }
        )
    return layers


def _checked_mark(
    mark: Mapping[str, Any], layer: str, kinds: set[str], text: Mapping[int, str]
) -> dict[str, Any]:
    clean = {key: int(mark[key]) for key in ("sentence", "start", "end")}
    if mark["kind"] not in kinds:
        raise UsageError(f"{mark['kind']!r} is not in the legend of the layer {layer!r}.", _REMEDY)
    if not 0 <= clean["start"] <= clean["end"] <= len(text.get(clean["sentence"], "")):
        raise UsageError(f"A mark of the layer {layer!r} lies outside its sentence.", _REMEDY)
    return {**clean, "kind": str(mark["kind"]), "note": str(mark.get("note") or "")}


def checked_facts(
    given: Mapping[str, Any] | None, tellings: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Numbers on single sentences: ``{"columns": [...], "tellings": [[row, ...], ...]}``.

    A column is ``{"label", "unit", "about", "trust", "digits", "core"}``; a row has a value for
    every column, ``None`` where undefined, and stands at the place of its sentence.
    """
    if not given:
        return {"columns": [], "tellings": [[] for _ in tellings]}
    columns = [
        {
            **{key: str(column.get(key) or "") for key in ("label", "unit", "about", "trust")},
            "digits": int(column.get("digits", 2)),
            "core": bool(column.get("core", True)),
        }
        for column in given["columns"]
    ]
    rows = [
        # NaN is not JSON: the browser gets null, and says "not defined".
        [[float(x) if is_defined(x) else None for x in row] for row in telling]
        for telling in given["tellings"]
    ]
    widths = {len(row) for telling in rows for row in telling}
    if len(rows) != len(tellings) or widths - {len(columns)}:
        raise UsageError("The facts are not of these tellings.", _REMEDY)
    return {"columns": columns, "tellings": rows}
