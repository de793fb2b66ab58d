"""The number reconciler: which numbers of two tellings are the same, differ, or stand alone.

Numbers are held against each other where their sentences are linked and they count the same
thing; numbers that are equal are also found without a link. It is said that two numbers differ,
never which of them is right.
"""

from dataclasses import dataclass

from toolkit.comparison.links.alignment import Alignment
from toolkit.comparison.numbers.matching import Matching, Side
from toolkit.quantities.quantity import Quantity
from toolkit.quantities.units import in_common
from toolkit.text.document import Document

RELATIONS = ("same", "different", "rounded", "only-a", "only-b")


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number of one telling and what the other has in its place.

    ``relation`` is one of :data:`RELATIONS`. ``rounded`` covers a number given less exactly or
    made vague ("three days", "a few days"). ``difference`` is B's value less A's, in A's unit where
    one can be turned into the other, and ``relative`` the same as a share of A's; both are
    NaN where that makes no sense (dates, times, two currencies, vague numbers, one telling only).
    """

    a: Quantity | None
    b: Quantity | None
    relation: str
    difference: float = float("nan")
    relative: float = float("nan")


def reconcile(document: Document, a: int, b: int, alignment: Alignment) -> tuple[NumberMatch, ...]:
    """Match the numbers of articles ``a`` and ``b``, in order of ``a``, then those only in ``b``.

    Every number of either article is in at least one match. A number told twice by one of them is
    matched twice.

    >>> from toolkit.comparison.links.alignment import align
    >>> document = Document.of_texts(
    ...     ["About 120 residents came to the meeting.", "Some 180 residents came to the meeting."]
    ... )
    >>> found = reconcile(document, 0, 1, align(document, 0, 1))
    >>> [(m.a.value, m.b.value, m.relation, m.relative) for m in found]
    [(120.0, 180.0, 'different', 0.5)]
    """
    of_a, of_b = Side(document, a), Side(document, b)
    matching = Matching(of_a, of_b)
    links = [(link.a, link.b) for link in alignment.links]
    matching.linked(links)
    matching.equal()
    matching.told_alike()
    matching.repeated(links)
    matching.continued()
    matches = [
        ((i, j), _match(of_a.quantities[i], of_b.quantities[j], relation))
        for i, j, relation in matching.pairs
    ]
    matches += [((i, -1), NumberMatch(of_a.quantities[i], None, "only-a")) for i in matching.free_a]
    after = len(of_a.quantities)
    matches += [
        ((after, j), NumberMatch(None, of_b.quantities[j], "only-b")) for j in matching.free_b
    ]
    return tuple(match for _, match in sorted(matches, key=lambda row: row[0]))


def _match(p: Quantity, q: Quantity, relation: str) -> NumberMatch:
    nan = float("nan")
    if not (isinstance(p.value, float) and isinstance(q.value, float)) or p.kind != q.kind:
        return NumberMatch(p, q, relation)
    one, other = p.value, q.value
    if p.unit != q.unit and p.kind not in ("count", "ordinal", "age", "fraction"):
        size, mine = in_common(q.kind, q.unit, other), in_common(p.kind, p.unit, 1.0)
        if size is None or not mine or p.kind == "temperature":
            return NumberMatch(p, q, relation)
        other = round(size / mine, 9)
    difference = round(other - one, 9)
    return NumberMatch(p, q, relation, difference, round(difference / one, 9) if one else nan)
