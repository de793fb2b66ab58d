"""Units of measure and currencies, and what one is in terms of another."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its kind ("distance"), its name ("km"), and how many of it one word stands for."""

    kind: str
    name: str
    times: float = 1


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _forms(forms: str) -> Iterator[tuple[str, float]]:
    for form in forms.split():
        word, _, times = form.partition("=")
        yield word, float(times or 1)


@cache
def measures() -> dict[str, Unit]:
    """Every form of every unit of measure, in lower case.

    >>> measures()["metres"].name, measures()["fortnight"].times
    ('m', 2.0)
    """
    return {
        word: Unit(kind, name, times)
        for kind, rows in _table("units").items()
        for name, row in rows.items()
        for word, times in _forms(row["forms"])
    }


@cache
def sizes() -> dict[tuple[str, str], float]:
    """How large a unit of a kind is, in the first unit of that kind."""
    return {
        (kind, name): float(Fraction(row["size"]))
        for kind, rows in _table("units").items()
        for name, row in rows.items()
    }


@cache
def currencies() -> dict[str, Unit]:
    """Signs, words (in lower case) and codes of currencies.

    >>> currencies()["£"].name, currencies()["pence"].times
    ('GBP', 0.01)
    """
    table = _table("currencies")
    found = {code: Unit("money", code) for code in table}
    found |= {
        word: Unit("money", code, times)
        for code, forms in table.items()
        for word, times in _forms(forms)
    }
    found |= dict.fromkeys(("cent", "cents"), Unit("money", "USD", 0.01))
    found["p"] = found["pence"]
    return found


def in_common(kind: str, unit: str, number: float) -> float | None:
    """A number in the common unit of its kind; ``None`` where there is none.

    >>> in_common("duration", "week", 2), in_common("money", "USD", 5)
    (14.0, None)
    """
    if kind == "temperature":
        return (number - 32) / 1.8 if unit == "F" else number if unit == "C" else None
    size = sizes().get((kind, unit))
    return None if size is None else number * size
