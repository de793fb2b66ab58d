"""Colours, and the second cue that goes with every colour, in one place.

The hues are those of Okabe and Ito (2008, "Color Universal Design"), which people with
the common forms of colour blindness can tell apart. No meaning rests on colour alone:
an outlet also has a dash, a hatch and a marker, a relation also has a mark and a name.
"""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class OutletStyle:
    """How one outlet is drawn: colour, then the cues that survive a photocopier.

    ``dash`` is an SVG ``stroke-dasharray`` ("" is a solid line), ``hatch`` and ``marker``
    are matplotlib's one-letter names.
    """

    colour: str
    dash: str
    hatch: str
    marker: str


OUTLETS: tuple[OutletStyle, ...] = (
    OutletStyle("#0072B2", "", "", "o"),
    OutletStyle("#D55E00", "7 3", "//", "s"),
    OutletStyle("#009E73", "2 3", "..", "^"),
    OutletStyle("#CC79A7", "9 3 2 3", "\\\\", "D"),
    OutletStyle("#E69F00", "5 2 5 6", "xx", "v"),
    OutletStyle("#56B4E9", "1 4", "++", "P"),
)


def outlet_style(index: int) -> OutletStyle:
    """The style of the outlet at ``index``; after six outlets the list starts again.

    >>> outlet_style(6) == outlet_style(0)
    True
    """
    return OUTLETS[index % len(OUTLETS)]


@dataclass(frozen=True, slots=True)
class RelationStyle:
    """How one relation between linked sentences is drawn and named.

    ``fill`` is for lines and areas. ``ink_light`` and ``ink_dark`` are for text on a light
    and on a dark page (contrast at least 4.5 to 1 against either, tested). ``mark`` is the
    sign in the margin: only signs that every laptop's fonts hold. ``note`` says in a few
    words what the relation means.
    """

    relation: str
    mark: str
    label: str
    note: str
    fill: str
    ink_light: str
    ink_dark: str
    dash: str


RELATIONS: tuple[RelationStyle, ...] = (
    RelationStyle(
        "verbatim", "=", "verbatim", "the same words", "#0072B2", "#005a94", "#7cc0f0", ""
    ),
    RelationStyle(
        "near-verbatim",
        "≈",
        "near-verbatim",
        "almost the same words",
        "#56B4E9",
        "#155f80",
        "#8fd6f7",
        "9 3",
    ),
    RelationStyle(
        "reworded",
        "~",
        "reworded",
        "the same thing in other words",
        "#E69F00",
        "#8f4a00",
        "#f2b03d",
        "2 3",
    ),
    # "<" and ">" read from left to right: one sentence opens into several, several close into one.
    RelationStyle(
        "split",
        "<",
        "split",
        "one sentence on the left, several on the right",
        "#009E73",
        "#006b4c",
        "#45cfa3",
        "9 3 2 3",
    ),
    RelationStyle(
        "merged",
        ">",
        "merged",
        "several sentences on the left, one on the right",
        "#CC79A7",
        "#93356e",
        "#e7a1c8",
        "5 2 2 2",
    ),
)

ONLY_HERE = RelationStyle(
    "only-here",
    "·",
    "only here",
    "no partner in the other telling",
    "#8a9099",
    "#555b62",
    "#b4bac2",
    "3 3",
)

RELATION_NAMES: tuple[str, ...] = tuple(style.relation for style in RELATIONS)

_BY_NAME = {style.relation: style for style in (*RELATIONS, ONLY_HERE)}


def relation_style(relation: str) -> RelationStyle:
    """The style of a relation by its name (``only-here`` included).

    Raises ``KeyError`` for a name that is not a relation.

    >>> relation_style("reworded").mark
    '~'
    """
    return _BY_NAME[relation]


def palette_for_browser() -> list[dict[str, str]]:
    """All relation styles as plain dictionaries: what the reader's script is given."""
    return [asdict(style) for style in (*RELATIONS, ONLY_HERE)]
