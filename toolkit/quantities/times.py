"""Reader of times of day."""

import re

from toolkit.quantities import values
from toolkit.quantities.atoms import Atoms
from toolkit.quantities.found import Found

_DIGITS = re.compile(r"\d+")


def read_time(atoms: Atoms, first: int, last: int) -> Found | None:
    """A time of day as "17:00"; ``None`` if there is no such time."""
    codes, said = atoms.codes[first:last], [atoms.word(k) for k in range(first, last)]
    minute = 0
    if codes == "N":
        hour = 0 if said[0] == "midnight" else 12
        return Found(first, last, "time", f"{hour:02}:{minute:02}")
    if codes[0] == "H":
        hour, minute = (int(part) for part in _DIGITS.findall(said[0]))
    elif "*" in codes or ">" in codes:
        turn = codes.find("*") if "*" in codes else codes.find(">")
        minute = {"f": 30, "q": 15}.get(codes[0]) or _small(atoms, first, first + turn)
        hour = _small(atoms, first + turn + 1, last)
        if ">" in codes:
            if codes[0] not in "q" and "minute" not in said[turn - 1]:
                return None  # five to seven
            hour, minute = hour - 1, 60 - minute
        elif codes[0] in "iuen" and "minute" not in said[turn - 1] and minute not in (5, 10, 20):
            return None
    else:
        hour = _small(atoms, first, last)
    if codes.endswith("j"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if said[-1].startswith("p") else 0)
    if not (0 <= hour < 24 and 0 <= minute < 60):
        return None
    return Found(first, last, "time", f"{hour:02}:{minute:02}")


def _small(atoms: Atoms, first: int, last: int) -> int:
    spans = [k for k in range(first, last) if atoms.codes[k] in "nYiueyz"]
    codes = "".join(atoms.codes[k] for k in spans)
    number = values.value(codes, [atoms.word(k) for k in spans])
    return int(number) if number == int(number) else 99
