"""How every number of a report came about, and how far to trust it."""

from toolkit.measures.catalogue import CORE
from toolkit.measures.measure import Measure
from toolkit.report.elements import element, table
from toolkit.report.parts import Part


def method(version: str) -> Part:
    """Formulas, sources and agreement with people for each measure shown, and the limits."""
    note = element(
        "p",
        f"Same Story {version} counted on this computer; no text was sent anywhere. The same"
        " texts give the same numbers every time. Numbers are counts, not judgements: nothing"
        " here says who is right, and “only in” does not mean “left out on purpose”.",
    )
    rows = table(
        "Measures",
        ("measure", "how it is counted", "higher means", "source", "agreement with people"),
        ((m.label, m.formula, m.direction, m.source, agreement(m)) for m in CORE),
        "method",
    )
    return Part("How this was made", "method", (note, rows))


def agreement(record: Measure) -> str:
    """How well a measure agreed with human readers, in words."""
    return "; ".join(map(str, record.validity)) or "not measured"
