"""Numbers, dates and times of two tellings, held against each other."""

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.comparison.numbers.reconciler import NumberMatch
from toolkit.report.elements import table
from toolkit.report.parts import Part
from toolkit.report.texts import cited

_ORDER = ("different", "rounded", "same", "only-a", "only-b")


def numbers(comparison: Comparison, pair: Pair, place: str) -> Part | None:
    """A row for each number; what differs first."""
    found = comparison.numbers[pair.a, pair.b]
    if not found:
        return None
    names = [labels(comparison)[k] for k in (pair.a, pair.b)]
    told = {"only-a": f"only in {names[0]}", "only-b": f"only in {names[1]}"}
    rows = [
        (
            told.get(match.relation, match.relation),
            *(
                cited(comparison, k, quantity.passage) if quantity else "–"
                for k, quantity in ((pair.a, match.a), (pair.b, match.b))
            ),
            _difference(match),
        )
        for match in sorted(found, key=lambda match: _ORDER.index(match.relation))
    ]
    columns = ("relation", *names, "difference")
    shown = table("Numbers, dates and times", columns, rows, "beside")
    return Part("Numbers, dates and times", f"{place}-numbers", (shown,))


def _difference(match: NumberMatch) -> str:
    if match.difference != match.difference or not match.difference:
        return ""
    share = "" if match.relative != match.relative else f" ({match.relative:+.0%})"
    return f"{match.difference:+,g}{share}"
