"""Reader of the unit after a number: per cent, money, measures, ages."""

from toolkit.quantities import units
from toolkit.quantities.atoms import Atoms


def read_unit(atoms: Atoms, at: int, sign: int, said: str) -> tuple[str, str, int, float]:
    """Kind and name of the unit at atom ``at``, where it ends, and how many it stands for."""
    codes = atoms.codes
    if sign >= 0:
        word = atoms.text[atoms.starts[sign] : atoms.ends[sign]]
        end = at + 1 if codes[at : at + 1] == "C" and atoms.word(at) not in ("pence", "p") else at
        return "money", units.currencies()[word].name, end, 1
    joined = codes[at : at + 1] == "-"
    place = at + joined
    code = codes[place : place + 1]
    if not code or code not in "%pPUMCX$Lxo":
        return "", "", at, 1
    if code == "%":
        points = codes[place + 1 : place + 2] == "x" and atoms.word(place + 1) in (
            "point",
            "points",
        )
        return "percentage", "percentage point" if points else "percent", place + 1 + points, 1
    if code == "p":
        if codes[place + 1 : place + 2] == "c":
            return "percentage", "percent", place + 2, 1
        return "", "", at, 1
    if code == "P":
        if place + 1 < len(codes) and atoms.word(place + 1) in ("point", "points"):
            return "percentage", "percentage point", place + 2, 1
        return "", "", at, 1
    if code == "$":
        if atoms.ends[place - 1] == atoms.starts[place] or codes[place - 1] in "nk":
            word = atoms.text[atoms.starts[place] : atoms.ends[place]]
            if codes[place + 1 : place + 2] not in ("n", "Y"):
                return "money", units.currencies()[word].name, place + 1, 1
        return "", "", at, 1
    if code == "C":
        return _money(atoms, place)
    if code == "X":
        return "multiple", "times", place + 1, 1
    if code in "UM":
        return _measure(atoms, place, joined)
    return _worded(atoms, place, at)


def _money(atoms: Atoms, place: int) -> tuple[str, str, int, float]:
    word = atoms.word(place)
    if word in ("pound", "pounds") and _weighed(atoms, place):
        return "weight", "lb", place + 1, 1
    unit = units.currencies()[word]
    return "money", unit.name, place + 1, unit.times


def _weighed(atoms: Atoms, place: int) -> bool:
    """Whether pounds are a weight: something weighs or was lost, or they are pounds of it."""
    after = atoms.codes[place + 1 : place + 2]
    if after == "/" or (after == "x" and atoms.word(place + 1) in ("heavier", "lighter", "baby")):
        return True
    words = (atoms.word(k) for k in range(max(0, place - 7), place) if atoms.codes[k] == "x")
    return any(word.startswith("weigh") for word in words)


def _measure(atoms: Atoms, place: int, joined: bool) -> tuple[str, str, int, float]:
    codes, word = atoms.codes, atoms.word(place)
    end = place + 1
    unit = units.measures().get(word)
    if word == "c" or unit is None:
        names = {"c": ("temperature", "C"), "f": ("temperature", "F"), "w": ("power", "W")}
        kind, name = names.get(word, ("count", word))
        return kind, name, end, 1
    if unit.kind == "duration":
        old = end + (codes[end : end + 1] == "-")
        if codes[old : old + 1] == "l" or (old > end and atoms.word(old) == "olds"):
            return "age", unit.name, old + 1, unit.times
        if word == "second" and not joined and codes[place - 1] != "i":
            return "", "", place, 1
        return "duration", unit.name, end, unit.times
    if unit.kind == "temperature" and codes[end : end + 1] in ("M", "W"):
        scale = {"celsius": "C", "c": "C", "fahrenheit": "F", "f": "F"}.get(atoms.word(end), "")
        if scale:
            return "temperature", scale, end + 1, 1
    if unit.kind == "distance" and unit.name in ("mile", "km", "m"):
        if codes[end : end + 2] == "!x" and unit.name == "km" and atoms.word(end + 1) == "h":
            return "speed", "km/h", end + 2, 1
        hour = codes[end : end + 2] in ("pU", "aU") and atoms.word(end + 1) == "hour"
        if hour and unit.name != "m":
            return "speed", "mph" if unit.name == "mile" else "km/h", end + 2, 1
    return unit.kind, unit.name, end, unit.times


_SQUARES = {"km": "km2", "m": "m2", "mile": "sq-mile", "foot": "sq-foot"}


def _worded(atoms: Atoms, place: int, at: int) -> tuple[str, str, int, float]:
    """Units of two words: "20 square miles", "three calendar months"; "5 US dollars"."""
    word, code = atoms.word(place), atoms.codes[place + 1 : place + 2]
    if word in ("square", "sq") and code and code in "MQ":
        unit = units.measures().get(atoms.word(place + 1))
        if unit and unit.name in _SQUARES:
            return "area", _SQUARES[unit.name], place + 2, 1
    if word in ("cubic", "cu") and code == "M":
        return "volume", "m3", place + 2, 1
    if (
        word in ("calendar", "full", "consecutive", "straight", "more", "working", "long")
        and code == "U"
    ):
        return _measure(atoms, place + 1, False)
    return "", "", at, 1
