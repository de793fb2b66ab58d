"""How two numbers of one kind relate: the same, one a rounding of the other, or different."""

from math import floor, isinf, log10

from toolkit.comparison.numbers.slots import thing
from toolkit.quantities import dates
from toolkit.quantities.context import people
from toolkit.quantities.quantity import Quantity
from toolkit.quantities.units import in_common

_ROUGH = frozenset(("about", "nearly"))
_INEXACT = _ROUGH | {"more than", "at least", "less than", "at most", "up to"}
_CLOSE = 0.05  # relative difference up to which a bare round number may stand for another
_EXACT = 1e-9
_COARSER = 100  # times as long: "today" is not "this year" made vague
_APART = 400  # days: farther apart, a day and a year are not two dates for one thing


def comparable(a: Quantity, b: Quantity) -> float:
    """How well two quantities can be held against each other: 0 not at all, 1 and more well.

    A half is comparable with 50 per cent, a third anniversary with three years, "three days
    ago" with a date; money of two currencies barely is (0.5).
    """
    if a.kind == b.kind:
        if a.kind in ("count", "ordinal"):
            return _counts(a, b)
        if a.kind == "money":
            return 1.5 if a.unit == b.unit else 0.5
        if a.kind == "percentage":
            return 1.5 if a.unit == b.unit else 0.0
        if a.kind == "duration":
            return 1.5 if a.unit == b.unit else 1.0
        if a.kind in ("date", "temperature"):
            return 1.0
        return 1.5 if a.unit == b.unit else 1.0
    kinds = {a.kind, b.kind}
    if kinds == {"percentage", "fraction"}:
        return 1.0 if "percentage point" not in (a.unit, b.unit) else 0.0
    if kinds == {"ordinal", "duration"}:
        ordinal = a if a.kind == "ordinal" else b
        return 1.0 if ordinal.unit in ("anniversary", "birthday") else 0.0
    if kinds == {"date", "duration"}:
        return 1.0 if a.when or b.when else 0.0
    return 0.0


def _counts(a: Quantity, b: Quantity) -> float:
    if thing(a.unit) == thing(b.unit):
        return 1.5 if a.unit == b.unit and a.unit else 1.0 if a.unit else 0.5
    if not a.unit or not b.unit:
        return 0.5 if a.kind == "count" else 0.0
    return 0.25 if a.kind == "count" and (a.unit in people()) != (b.unit in people()) else 0.0


def relation_of(a: Quantity, b: Quantity, text_a: str = "", text_b: str = "") -> str:
    """``same``, ``rounded`` or ``different``; "" if they cannot be held against each other.

    The texts are those of the articles: a weekday without a date ("on Thursday") may be that of
    either week, and is the same as any day of that name within one.
    """
    if "date" in (a.kind, b.kind):
        return _dates(a, b, text_a, text_b)
    if a.kind in ("time", "score"):
        return "same" if a.value == b.value else "different"
    low_a, high_a = _common(a)
    low_b, high_b = _common(b)
    if a.kind == b.kind == "money" and a.unit != b.unit:
        return "different"
    if a.value is None or b.value is None:
        if a.value is None and b.value is None:
            return "same" if (low_a, high_a) == (low_b, high_b) else _overlap(a, b)
        return _overlap(a, b)
    if abs(low_a - low_b) <= _EXACT * max(abs(low_a), abs(low_b)):
        rough = (a.approximation in _ROUGH) != (b.approximation in _ROUGH)
        exact = a.approximation not in _INEXACT or b.approximation not in _INEXACT
        return "rounded" if rough and exact else "same"
    if _rounds(a, low_a, low_b) or _rounds(b, low_b, low_a):
        return "rounded"
    return "different"


def _common(q: Quantity) -> tuple[float, float]:
    """The number said (or both ends of a range) in the common unit of its kind."""
    low, high = (q.value, q.value) if isinstance(q.value, float) else (q.low, q.high)
    if q.kind == "fraction":
        return 100 * low, 100 * high
    kind = "duration" if q.kind in ("age", "ordinal") and q.unit in _YEARLY else q.kind
    unit = "year" if q.unit in _YEARLY else q.unit
    in_units = [in_common(kind, unit, x) if not isinf(x) else x for x in (low, high)]
    return tuple(x if y is None else y for x, y in zip((low, high), in_units, strict=True))  # type: ignore[return-value]


_YEARLY = frozenset(("anniversary", "birthday"))


def _overlap(a: Quantity, b: Quantity) -> str:
    """A range or vague number is a rounding of what lies in it."""
    (low_a, high_a), (low_b, high_b) = _common(a), _common(b)
    return "rounded" if low_a <= high_b and low_b <= high_a else "different"


def _rounds(rough: Quantity, number: float, other: float) -> bool:
    """Whether a number is another one rounded, as far as its words admit that.

    "About 1,200" is 1,234 to two figures, "almost ten" nine to the tens, "more than 2,000" 2,316.
    Without such a word, 14 million is 14.2 million, for they are close and it has no more figures.
    """
    if not isinstance(rough.value, float) or number == 0 or other == 0:
        return False
    step = _step(rough.value) * abs(number / rough.value)
    ratio = abs(other - number) / abs(other)
    if rough.approximation in ("more than", "at least"):
        return 0 <= other - number < step or (other > number and ratio <= _CLOSE)
    if rough.approximation in ("less than", "at most", "up to"):
        return 0 <= number - other < step and ratio <= 0.25
    within = abs(other - number) <= step / 2 * (1 + _EXACT)
    if rough.approximation == "nearly":
        return other < number and (within or ratio <= _CLOSE)
    if rough.approximation == "about":
        return (within and ratio <= 0.2) or ratio <= _CLOSE
    return within and ratio <= _CLOSE and _figures(rough.value) < _figures(other)


def telling(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are so near and so exact that this is hardly chance: 14.2m, over 14m."""
    if a.kind not in ("money", "distance", "area", "weight", "count"):
        return False
    if not (isinstance(a.value, float) and isinstance(b.value, float)):
        return False
    (one, _), (other, _) = _common(a), _common(b)
    close = abs(one - other) <= 0.02 * max(abs(one), abs(other))
    return close and min(_figures(a.value), _figures(b.value)) >= 2 and max(one, other) >= 1000


def _step(number: float) -> float:
    """The place of a number's last figure that is not nought: 100 for 1,200."""
    exponent = floor(log10(abs(number)))
    return 10.0 ** (exponent - _figures(number) + 1)


def _figures(number: float) -> int:
    """How many figures a number has before the noughts at its end: 2 for 1,200."""
    digits = f"{abs(number):.9e}".partition("e")[0].replace(".", "").rstrip("0")
    return max(1, len(digits))


def _dates(a: Quantity, b: Quantity, text_a: str, text_b: str) -> str:
    said_a, said_b = (q.when if q.kind == "duration" else str(q.value) for q in (a, b))
    part_a, part_b = (q.approximation if q.kind == "date" else "" for q in (a, b))
    if said_a == said_b:
        return "same" if part_a == part_b else "rounded"
    if said_a.startswith("XXXX-W") or said_b.startswith("XXXX-W"):
        return _weekdays(said_a, said_b)
    if said_a.startswith("XXXX") or said_b.startswith("XXXX"):
        said_a, said_b = dates.without_year(said_a), dates.without_year(said_b)
    span_a, span_b = dates.span(said_a, part_a), dates.span(said_b, part_b)
    if span_a is None or span_b is None:
        return ""
    if span_a == span_b:
        return "same"
    bare = (_bare(a, text_a), _bare(b, text_b))
    if any(bare) and span_a[0] == span_a[1] and span_b[0] == span_b[1]:
        days = abs((span_a[0] - span_b[0]).days)
        if days == 7 or (all(bare) and days % 7 == 0):
            return "same"
    short, long = sorted((high - low).days + 1 for low, high in (span_a, span_b))
    gap = _gap(span_a, span_b)
    if gap <= 0:
        return "rounded" if long <= _COARSER * short else ""
    return "different" if a.unit == b.unit or gap <= _APART else ""


def near_enough(a: Quantity, b: Quantity) -> bool:
    """Whether two dates are near enough to be rival dates for one thing; all else always is."""
    if not a.kind == b.kind == "date":
        return "date" not in (a.kind, b.kind)
    spans = [dates.span(str(q.value), q.approximation) for q in (a, b)]
    if spans[0] is None or spans[1] is None:
        return False
    return _gap(spans[0], spans[1]) <= _APART


def _gap(a: dates.Span, b: dates.Span) -> int:
    """Days from the end of one span to the beginning of the other; negative if they overlap."""
    return max((a[0] - b[1]).days, (b[0] - a[1]).days)


def _bare(q: Quantity, text: str) -> bool:
    """Whether a date is a weekday alone, that of this week or the next."""
    said = text[q.passage.start : q.passage.end]
    return q.kind == "date" and q.unit == "day" and not any(c.isdigit() for c in said)


def _weekdays(a: str, b: str) -> str:
    """A weekday of no known week against a day."""
    days = []
    for text in (a, b):
        span = dates.span(text)
        if text.startswith("XXXX-W"):
            days.append(int(text[-1]))
        elif span and span[0] == span[1] and not text.startswith("XXXX"):
            days.append(span[0].isoweekday())
        else:
            return ""
    return "same" if days[0] == days[1] else "different"
