"""How every number of a report came about, and how far to trust it."""

from toolkit.measures.catalogue import CORE
from toolkit.measures.measure import Measure
from toolkit.report.elements import Html, element, section, table


def method(version: str) -> Html:
    """Formulas, sources and agreement with people for each measure shown, and the limits."""
    return section(
        "How this was made",
        element(
            "p",
            f"Same Story {version} counted on this computer; no text was sent anywhere. The same"
            " texts give the same numbers every time. Numbers are counts, not judgements: nothing"
            " here says who is right, and “only in” does not mean “left out on purpose”.",
        ),
        table(
            "Measures",
            ("measure", "how it is counted", "higher means", "source", "agreement with people"),
            (
                (m.label, m.formula, m.direction, m.source, agreement(m))
                for m in CORE
            ),
            "method",
        ),
        id_="method",
    )  # fmt: skip


def agreement(record: Measure) -> str:
    """How well a measure agreed with human readers, in words."""
    return "; ".join(map(str, record.validity)) or "not measured"
