"""Numbers that are names, labels or list markers, told from what stands beside them."""

from toolkit.quantities.atoms import Atoms
from toolkit.text import lexicon

_SUBJECTS = frozenset("he she who i".split())
_BEING = frozenset("is was turned turns turning".split())
_OLDEST = 122


def is_age(atoms: Atoms, first: int, last: int, number: float) -> bool:
    """Whether a bare number is somebody's age: "Jane Doe, 47," or "who is 12" or "aged 12"."""
    codes = atoms.codes
    before = codes[max(0, first - 2) : first]
    if before.endswith("A") or before == "A/":
        return True
    if number != int(number) or not 0 < number <= _OLDEST:
        return False
    after = codes[last : last + 1]
    role = before == "x," and atoms.word(first - 2) in lexicon.words("roles_before_names")
    if role or (before in ("W,", "W(") and codes[first] != "i"):
        return after in (")",) if before == "W(" else after in ("", ",", ".", "|", ")")
    if after not in ("", ",", ".", "|", ")", "g", "&", "L", "+") or len(before) < 2:
        return False
    being = atoms.word(first - 1)
    return being in _BEING and (being.startswith("turn") or atoms.word(first - 2) in _SUBJECTS)


def is_marker(atoms: Atoms, first: int, last: int) -> bool:
    """Whether a bare numeral is the number of a point in a list or of a note: "1.", "(2)"."""
    codes = atoms.codes
    before, after = codes[first - 1 : first] if first else "|", codes[last : last + 1]
    if before == "|" and after and after in ".)":
        return atoms.ends[last - 1] == atoms.starts[last] and last - first == 1
    return before == "(" and after == ")" and last - first == 1


def is_name(atoms: Atoms, first: int, thing: str) -> bool:
    """Whether a number is part of a name: "Channel 4", "Boeing 737", "page 5"."""
    if not first:
        return False
    before = atoms.codes[first - 1]
    if before == "#":
        return not thing or atoms.text[atoms.starts[first - 1]].isupper()
    if before == "W":
        return not thing
    return before == "!" and atoms.text[atoms.starts[first - 1]] in "#/\\="
