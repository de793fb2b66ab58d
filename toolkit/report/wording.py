"""Other words in the same place: what one telling says where the other says otherwise."""

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.report.elements import table
from toolkit.report.parts import Part
from toolkit.report.texts import cited


def wording(comparison: Comparison, pair: Pair, place: str) -> Part | None:
    """A row for each slot, in the order of the first telling."""
    slots = comparison.wording[pair.a, pair.b]
    if not slots:
        return None
    names = [labels(comparison)[k] for k in (pair.a, pair.b)]
    rows = [
        (
            cited(comparison, pair.a, slot.a),
            cited(comparison, pair.b, slot.b),
            "one has words more" if slot.difference == "added" else "other words",
        )
        for slot in slots
    ]
    shown = table("The same place, in other words", (*names, "difference"), rows, "wording")
    return Part("Wording", f"{place}-wording", (shown,))
