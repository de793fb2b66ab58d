"""Numbers in plain sentences, each with its passages."""

from collections.abc import Iterator, Sequence

from toolkit.comparison.finding import Finding
from toolkit.comparison.numbers.reconciler import NumberMatch

_SENTENCES = {
    "same": "{n} the same in {a} and {b}.",
    "different": "{n} not the same in {a} and {b}.",
    "rounded": "{n} given less exactly in one of {a} and {b}.",
    "only-a": "{n} in {a} only, and not in {b}.",
    "only-b": "{n} in {b} only, and not in {a}.",
}


def number_findings(rows: Sequence[NumberMatch], a: str, b: str) -> Iterator[Finding]:
    """For tellings called ``a`` and ``b``: how many numbers stand in each relation."""
    for relation, sentence in _SENTENCES.items():
        found = [row for row in rows if row.relation == relation]
        if found:
            count = len(found)
            things = "number, date or time is" if count == 1 else "numbers, dates or times are"
            sides = (side for row in found for side in (row.a, row.b) if side is not None)
            yield Finding(
                f"number-{relation}",
                sentence.format(n=f"{count} {things}", a=a, b=b),
                tuple(dict.fromkeys(side.passage for side in sides)),
                {"numbers": count},
            )
