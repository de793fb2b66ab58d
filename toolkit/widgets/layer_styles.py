"""How a kind of mark looks: its ink on a light and on a dark page, and its sign.

The inks are those of the palette's relations, with vermilion, as dark or light as text must be;
no kind rests on its ink alone.
"""

from typing import Any

from toolkit.charts.palette import ONLY_HERE, relation_style

_RELATIONS = {
    "blue": "verbatim",
    "orange": "reworded",
    "green": "split",
    "pink": "merged",
    "sky": "near-verbatim",
}
INKS: dict[str, tuple[str, str]] = {
    **{
        name: (relation_style(relation).ink_light, relation_style(relation).ink_dark)
        for name, relation in _RELATIONS.items()
    },
    "vermilion": ("#a63c00", "#ff9f66"),
    "grey": (ONLY_HERE.ink_light, ONLY_HERE.ink_dark),
}
"""Name to (ink on a light page, ink on a dark page)."""


def style(
    kind: str, label: str, mark: str, ink: str | int, *, quiet: bool = False
) -> dict[str, Any]:
    """A line of a layer's legend; ``ink`` is a name or a place in ``INKS``.

    A ``quiet`` kind is counted and has its sign in the margin, but no colour in the text.

    >>> style("hedge", "hedges", "?", "blue")["ink_light"]
    '#005a94'
    """
    light, dark = INKS[ink] if isinstance(ink, str) else list(INKS.values())[ink]
    return {
        "kind": kind,
        "label": label,
        "mark": mark,
        "ink_light": light,
        "ink_dark": dark,
        "quiet": quiet,
    }
