"""A quantity in a few words: what was read from the text."""

import math

from toolkit.quantities.quantity import KINDS, Quantity

GROUPS: dict[str, str] = {
    **dict.fromkeys(KINDS, "size"),
    "count": "count",
    "money": "money",
    **dict.fromkeys(("percentage", "fraction", "multiple"), "share"),
    **dict.fromkeys(("date", "time", "duration", "age"), "time"),
    **dict.fromkeys(("ordinal", "score"), "rank"),
}
"""Kind of quantity to the six groups that are told apart in colour."""


def quantity_words(quantity: Quantity) -> str:
    """Approximation, value and unit; before them the kind, where they do not say it.

    >>> from toolkit.article import Passage
    >>> quantity_words(Quantity(Passage("a", 0, 4), "money", 14.2e6, 14.2e6, math.inf, "GBP",
    ...     "more than"))
    'more than 14,200,000 GBP'
    >>> quantity_words(Quantity(Passage("a", 0, 4), "count", None, 3, 5, "ship"))
    '3 to 5 (ship)'
    """
    if quantity.value is not None:
        value = _plain(quantity.value)
    elif math.isfinite(quantity.low) and math.isfinite(quantity.high):
        value = f"{_plain(quantity.low)} to {_plain(quantity.high)}"
    else:
        value = "no exact value"
    when = f"({quantity.when})" if quantity.when else ""
    words = (quantity.approximation, value, _unit(quantity), when)
    told = " ".join(filter(None, words))
    return told if quantity.kind in ("money", "count") else f"{quantity.kind}: {told}"


def _unit(quantity: Quantity) -> str:
    if quantity.kind in ("date", "time", "score") or not quantity.unit:
        return ""  # the value says it
    if quantity.kind in ("duration", "age"):
        unit = quantity.unit
        plural = unit[:-1] + "ies" if unit.endswith("y") and unit != "day" else unit + "s"
        return unit if quantity.value == 1 else plural
    return f"({quantity.unit})" if quantity.kind in ("count", "ordinal") else quantity.unit


def _plain(value: float | str) -> str:
    """A number with commas between thousands and no more decimals than it needs."""
    if isinstance(value, str):
        return value
    return f"{value:,.4f}".rstrip("0").rstrip(".")
