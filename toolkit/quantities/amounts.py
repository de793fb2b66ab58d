"""Reader of numbers with what follows them: money, shares, measures, ages, things counted."""

from toolkit.quantities import surroundings, values
from toolkit.quantities.atoms import Atoms
from toolkit.quantities.codes import vague
from toolkit.quantities.context import (
    approximation_after,
    approximation_before,
    counted,
    is_verb,
    plural,
)
from toolkit.quantities.found import Found
from toolkit.quantities.moments import read_year
from toolkit.quantities.unit_reader import read_unit
from toolkit.text import lexicon

_AGO = frozenset("ago earlier later before after long away on since prior previously".split())
_FOR = frozenset(
    "for in within about after nearly almost over under just every than another only roughly around"
    " past last next first into by to of took take takes taking lasted lasts spent".split()
)
_DIRECTIONS = {"ago": "-1", "earlier": "-1", "later": "1"}


def number_at(atoms: Atoms, first: int, last: int) -> float:
    """The value of a number in words or digits."""
    if last - first == 1 and atoms.codes[first] in "nY":  # as most of them are
        return values.digits(atoms.word(first))
    spans = [k for k in range(first, last) if atoms.codes[k] not in "-$/~"]
    return values.value("".join([atoms.codes[k] for k in spans]), [atoms.word(k) for k in spans])


def read_amount(atoms: Atoms, first: int, last: int) -> Found | None:
    """One number and its unit; ``None`` if it is no quantity."""
    codes = atoms.codes
    sign = first if codes[first] == "$" else -1
    said = codes[first + (sign >= 0) : last].lstrip("-~")
    low = number_at(atoms, last - len(said), last) if said not in ("a", "q/a", "aq/a") else 1.0
    if said in ("q/a", "aq/a"):
        low = 0.25
    elif said[:1] == "f" and said in ("f", "f-", "fa"):
        low = 0.5
    if said == "a" and not _timed(atoms, first, last):
        return None
    return finish(atoms, first, last, low, low, sign, said)


def _timed(atoms: Atoms, first: int, last: int) -> bool:
    """Whether "a week" is an amount, as in "a week ago", and not a rate, as in "twice a week"."""
    after = atoms.word(last + 1) if last + 1 < len(atoms.codes) else ""
    before = atoms.word(first - 1) if first else ""
    if atoms.codes[last] == "M":
        return before in ("about", "half", "nearly", "almost", "than", "over", "under")
    if not first or atoms.codes[first - 1] in ".,|":
        return after in _AGO
    return after in ("ago", "earlier", "later", "long") or (
        before in _FOR and atoms.word(last) != "second" and after not in ("of", "or")
    )


def finish(
    atoms: Atoms, first: int, last: int, low: float, high: float, sign: int, said: str
) -> Found | None:
    """A number or range with its unit, its approximation and its evidence as a quantity."""
    codes = atoms.codes
    ranged = low != high
    number = None if ranged else low
    approximation, begin = approximation_before(atoms, first)
    negative = _negative(atoms, first) if sign < 0 and not ranged else 0
    if negative:
        begin, low, high, number = first - 1, -low, -low, -low
    after, last = approximation_after(atoms, last)  # 30 or so boats
    approximation = approximation or after
    kind, unit, end, times = read_unit(atoms, last, sign, said)
    one_day = said == "i" and (kind, unit, approximation) == ("duration", "day", "")
    if one_day and codes[end] != "G" and atoms.word(max(0, first - 1)) not in _FOR:
        return None  # one day it will end
    if kind == "age":
        return _built(atoms, begin, end, "age", number, low, high, unit, approximation)
    if not kind:
        if (
            len(said) == 1
            and said in "nuey"
            and surroundings.is_age(atoms, first, last, low)
            and not ranged
        ) or codes[max(0, first - 1) : first] == "A":
            before = first - 1 if codes[first - 1] == "A" else begin
            return _built(atoms, before, last, "age", number, low, high, "year", approximation)
        if said == "n" and surroundings.is_marker(atoms, first, last):
            return None
        thing, end = counted(atoms, last, high != 1 or ranged)
        if said == "Y" and not ranged:
            taken = not approximation and read_year(atoms, first, bool(thing))
            if taken:
                return taken
        elif said.endswith("Q") and not thing:
            low, high = low / 1e6, high / 1e6  # no millions of anything: metres
            number = None if ranged else low
            return _built(atoms, begin, last, "distance", number, low, high, "m", approximation)
        if surroundings.is_name(atoms, first, thing) and not approximation:
            return None
        if said == "i" and not _one(atoms, first, last, thing):
            return None
        kind, unit = "count", thing
        if said in ("d", "h") and not thing:
            return None
    if times != 1:
        low, high = (round(x * times, 9) for x in (low, high))
        number = None if ranged else low
    found = _built(atoms, begin, end, kind, number, low, high, unit, approximation)
    if kind == "duration" and codes[end : end + 1] == "G":
        return found._replace(when=_DIRECTIONS[atoms.word(end)], last=end + 1)
    return found


def _built(
    atoms: Atoms,
    begin: int,
    end: int,
    kind: str,
    number: float | None,
    low: float,
    high: float,
    unit: str,
    approximation: str,
) -> Found:
    after, until = approximation_after(atoms, end)
    return Found(begin, until, kind, number, low, high, unit, approximation or after)


def _negative(atoms: Atoms, first: int) -> int:
    """1 if a minus sign stands joined to a numeral and to nothing before it, or "minus"."""
    if not first:
        return 0
    if atoms.codes[first - 1] == "-" and atoms.ends[first - 1] == atoms.starts[first]:
        joined = first > 1 and atoms.ends[first - 2] == atoms.starts[first - 1]
        return 0 if joined and atoms.codes[first - 2] != "|" else 1
    return 1 if atoms.codes[first - 1] == "x" and atoms.word(first - 1) == "minus" else 0


def _one(atoms: Atoms, first: int, last: int, thing: str) -> bool:
    """Whether "one" counts something."""
    if not thing or thing in lexicon.words("one_not_counted") or is_verb(thing) or plural(thing):
        return False
    if atoms.codes[last : last + 1] in ("-", "/"):
        return False
    before = atoms.word(first - 1) if first else ""
    return before not in (
        "no",
        "this",
        "that",
        "every",
        "any",
        "each",
        "which",
        "some",
        "the",
        "another",
    )


def read_vague(atoms: Atoms, first: int, last: int) -> Found | None:
    """ "A few days", "dozens of people", "hundreds of thousands"."""
    codes = atoms.codes[first:last]
    words = [atoms.word(k) for k in range(first, last) if atoms.codes[k] in "vVD"]
    low, high = vague()[words[0]]
    if len(words) > 1:
        base = vague()[words[1]][0]
        low, high = low * base, high * base
    before = atoms.word(first - 1) if first else ""
    after = atoms.codes[last : last + 1]
    word = words[0]
    if (
        word == "few"
        and codes[0] != "a"
        and before not in ("past last next first coming every these those".split())
    ):
        return None
    if word in ("couple", "handful", "scores", "tens") and after != "/":
        return None
    if word in ("couple", "handful") and codes[0] != "a":
        return None
    place = last + (after == "/")
    approximation, begin = approximation_before(atoms, first)
    kind, unit, end, _ = read_unit(atoms, place, -1, "")
    if kind not in ("duration", "money", "distance", "weight", "multiple", "age"):
        thing, end = counted(atoms, place, True)
        kind, unit = "count", thing
        if not thing:
            if after in ("", ".", ",", "|") or word in ("few", "several"):
                return None
            end = last
    found = Found(begin, end, kind, None, low, high, unit, approximation)
    if kind == "duration" and atoms.codes[end : end + 1] == "G":
        return found._replace(when=_DIRECTIONS[atoms.word(end)], last=end + 1)
    return found
