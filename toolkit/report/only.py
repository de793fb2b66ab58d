"""What only one of two tellings has, what comes nearest, and what may explain it."""

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.comparison.only_in import OnlyIn, only_in
from toolkit.report.elements import Html, element, joined, table
from toolkit.report.parts import Part
from toolkit.report.texts import reference

_OF_TELLING = ("shorter", "older")  # true of the telling: said once


def only(comparison: Comparison, pair: Pair, place: str) -> Part:
    """A table for either side."""
    told = [
        piece
        for here, there in ((pair.a, pair.b), (pair.b, pair.a))
        for piece in _side(comparison, here, there)
    ]
    return Part("What only one of them tells", f"{place}-only", tuple(told))


def _side(comparison: Comparison, here: int, there: int) -> list[Html]:
    names = labels(comparison)
    found = only_in(comparison, here, (there,))
    if not found:
        return [element("p", f"Every sentence of {names[here]} has a partner in {names[there]}.")]
    about = [reason.words for reason in found[0].reasons if reason.kind in _OF_TELLING]
    columns = ("sentence", "words", f"what comes nearest in {names[there]}")
    rows = [
        (
            reference(here, [row.sentence]),
            comparison.words_of(row.passage),
            _nearest(comparison, row),
        )
        for row in found
    ]
    shown = table(f"Only in {names[here]}", columns, rows, "only")
    return [shown, *([element("p", " ".join(about), class_="about")] if about else [])]


def _nearest(comparison: Comparison, row: OnlyIn) -> Html:
    """The nearest sentence, how near it is, and why to look again."""
    near = row.nearest
    if near is None:
        told = element("p", "nothing is alike")
    else:
        linked = ", which has a partner already" if near.linked else ""
        told = element(
            "p",
            reference(near.telling, [near.sentence]),
            " ",
            comparison.words_of(near.passage),
            " ",
            element("small", f"(alike {near.similarity:.2f}{linked})"),
        )
    why = [reason.words for reason in row.reasons if reason.kind not in _OF_TELLING]
    again = [element("p", element("strong", "Look again: "), " ".join(why))] if why else []
    return joined((told, *again))
