"""What a quantity in an article is: a passage, a kind, a value and a unit."""

from dataclasses import dataclass
from math import inf

from toolkit.article import Passage

KINDS = (
    "count",
    "money",
    "percentage",
    "fraction",
    "multiple",
    "ordinal",
    "age",
    "score",
    "date",
    "time",
    "duration",
    "distance",
    "weight",
    "area",
    "volume",
    "speed",
    "power",
    "energy",
    "data",
    "temperature",
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number, date or time of an article, as a value with a unit.

    - ``passage``: the whole expression, from "around" to the unit or the thing counted.
      Passages of one article never overlap.
    - ``kind``: one of :data:`KINDS`.
    - ``value``: a number; for dates, text in the Extended Date/Time Format of ISO 8601-2:2019
      with only what is known ("2025-03", "XXXX-03-04", "199X", "2028-21" for spring), for times
      "17:00", for scores "3-2". ``None`` for ranges and for what is vague ("a few").
    - ``low``, ``high``: what the words allow: equal for an exact number, 20 and infinity for "at
      least 20", both ends of a range, wide bounds of our own for "a few" or "dozens"; NaN for
      dates, times and scores.
    - ``unit``: "USD", "percent", "day", "km"; for counts and ordinals the noun counted, in the
      singular; for dates what they are exact to ("day", "month", "year"). "" if nothing says.
    - ``approximation``: "" or "about", "nearly", "more than", "at least", "less than",
      "at most", "up to"; for dates "early", "mid", "late".
    - ``converts``: where one sum is given again in another unit in brackets, each is a quantity;
      the one in brackets points at the other's passage.
    - ``when``: the date that "three days ago" comes to, if the day of publication is known.
    """

    passage: Passage
    kind: str
    value: float | str | None
    low: float
    high: float
    unit: str = ""
    approximation: str = ""
    converts: Passage | None = None
    when: str = ""


def bounds(low: float, high: float, approximation: str) -> tuple[float, float]:
    """What an approximation leaves open of a number or range.

    >>> bounds(20, 20, "at least"), bounds(20, 20, "up to"), bounds(20, 20, "about")
    ((20, inf), (0, 20), (20, 20))
    """
    if approximation in ("at least", "more than"):
        return low, inf
    if approximation in ("at most", "less than", "up to"):
        return min(0, low), high
    return low, high
