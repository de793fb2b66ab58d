"""Readers of ranges, scores, fractions, ordinals and the like."""

import re

from toolkit.quantities.amounts import finish, number_at, read_amount
from toolkit.quantities.atoms import Atoms
from toolkit.quantities.context import approximation_after, approximation_before, counted, plural
from toolkit.quantities.found import Found
from toolkit.quantities.grammar import SUM
from toolkit.quantities.moments import ordinal
from toolkit.text import lexicon

_SUM = re.compile(SUM)
_NEAR = 5  # atoms on either side in which words for a score are looked for


def read_spread(atoms: Atoms, first: int, last: int) -> Found | None:
    """A range ("3-5", "between 3 and 5"), a score ("won 3-2"), or only its first number."""
    codes = atoms.codes
    one = _SUM.match(codes, first)
    if one is None:
        return None
    middle = one.end()
    turn = middle
    while codes[turn] not in "-~>r&":
        turn += 1
    signs = [k for k in (first, turn + 1) if codes[k] == "$"]
    low, high = number_at(atoms, first, middle), number_at(atoms, turn + 1, last)
    joined = codes[first:last] in ("n-n", "n~n") or (codes[first:last] == "n>n" and low > high)
    if joined and _score(atoms, first, last):
        return Found(first, last, "score", f"{low:g}-{high:g}")
    said = codes[turn + 1 : last].lstrip("$")
    tail = re.search("-?[kQ]$", said)
    if tail and codes[middle - 1] not in "kQ" and low < 1000:
        power = high / (number_at(atoms, turn + 1, last - len(tail[0])) or 1)
        low *= round(power)
    if not low < high or not _spreads(atoms, first, turn):
        return read_amount(atoms, first, middle)
    begin = first - (first > 0 and codes[first - 1] in "^<")
    if codes[first:middle] == "Y" and said == "Y" and not signs:
        after, _ = counted(atoms, last, True)
        if not after:
            text = f"{int(low):04}/{int(high):04}"
            return Found(begin, last, "date", text, unit="year")
    if codes[turn] in "-~" and first and codes[first - 1] in "#W" and not signs:
        return Found(first, last, "", None)
    found = finish(atoms, first, last, low, high, signs[0] if signs else -1, said)
    if not found:
        return None
    begin = min(begin, found.first)
    if found.kind == "count" and begin and codes[begin - 1] == "A":
        return found._replace(first=begin - 1, last=last, kind="age", unit="year")
    return found._replace(first=begin)


def _spreads(atoms: Atoms, first: int, turn: int) -> bool:
    """Whether two numbers in rising order are the ends of a range."""
    codes = atoms.codes
    between = first > 0 and codes[first - 1] == "^"
    if not between and approximation_before(atoms, first)[1] > 0:
        between = codes[approximation_before(atoms, first)[1] - 1] == "^"
    if codes[turn] == "&":
        return between
    if codes[turn] == ">":
        back = first - 1
        while back >= 0 and first - back <= 5 and codes[back] not in "|.,":
            if atoms.word(back) in lexicon.words("change_verbs"):
                return False
            back -= 1
    return True


def _score(atoms: Atoms, first: int, last: int) -> bool:
    """Whether words for a result stand near two joined numbers."""
    near = (*range(max(0, first - _NEAR), first), *range(last, min(len(atoms.codes), last + 4)))
    return any(
        atoms.word(k) in lexicon.words("score_words") for k in near if atoms.codes[k] in "xg"
    )


def read_ratio(atoms: Atoms, first: int, last: int) -> Found | None:
    """ "1 in 5", "nine out of 10"."""
    codes = atoms.codes
    turn = next(k for k in range(first, last) if codes[k] in "+_")
    part, whole = number_at(atoms, first, turn), 0.0
    second = turn + (2 if codes[turn] == "_" else 1)
    whole = number_at(atoms, second, last)
    if not 0 < part < whole or codes[second:last] == "Y":
        return read_amount(atoms, first, turn)
    approximation, begin = approximation_before(atoms, first)
    value = part / whole
    thing, end = counted(atoms, last, True)
    return Found(begin, end, "fraction", value, value, value, thing, approximation)


def read_share(atoms: Atoms, first: int, last: int) -> Found | None:
    """ "Half of", "a third", "two-thirds", "three quarters"."""
    codes = atoms.codes
    said, after = codes[first:last], codes[last : last + 1]
    word = atoms.word(last - 1)
    if said == "f":
        if first and codes[first - 1] in "FSL-":
            return None
        if after and after in "xW" and not plural(atoms.word(last)):
            return None
        if after == "a" and codes[last + 1 : last + 2] in ("k", "d"):
            return None
        value = 0.5
    elif said.endswith("f"):
        if after and after in "xW":
            return None
        value = 0.5 * (number_at(atoms, first, last - 1) or 1)
    else:
        single = said[-1] == "o" or word == "quarter"
        if single and after and after in "xWQ-CUM#ow":
            return (
                read_ordinal(atoms, last - 1, last)
                if said[0] == "a" and word != "quarter"
                else None
            )
        top = 1.0 if said[0] == "a" else number_at(atoms, first, last - 1)
        bottom = 4 if said[-1] == "q" else ordinal(atoms, last - 1, last)
        if not bottom or (single and said[0] in "u" and word != "quarter"):
            return None
        value = top / bottom
    approximation, begin = approximation_before(atoms, first)
    thing = counted(atoms, last, True)[0] if after == "/" else ""
    return Found(begin, last, "fraction", value, value, value, thing, approximation)


_DETERMINERS = frozenset(
    "the a an his her its their our my your this that every each another our s".split()
)
_NO_ORDINALS = frozenset(
    "place instance half hand thing aid lady minister class rate thought".split()
)


def read_ordinal(atoms: Atoms, first: int, last: int) -> Found | None:
    """ "The third anniversary", "47th president"; not "Second World War", "First, ..."."""
    codes = atoms.codes
    number = ordinal(atoms, first, last)
    if not number:
        return None
    digital = codes[first] == "O"
    text = atoms.text
    capital = text[atoms.starts[first]].isupper() and codes[first - 1 : first] not in ("|", "")
    after = codes[last : last + 1]
    title = after == "W" and not text[atoms.starts[last] : atoms.ends[last]].isupper()
    named = title and (capital or digital or text[atoms.starts[first]].isupper())
    if named and not _nationality(atoms.word(last)):
        return None
    if capital and after == "W":
        return None
    thing, end = counted(atoms, last, False)
    if thing in _NO_ORDINALS or (not thing and not digital):
        return None
    before = atoms.word(first - 1) if first else ""
    possessive = (
        first > 0
        and text[atoms.ends[first - 1] - 1] == "s"
        and "'" in text[atoms.starts[first - 1] : atoms.ends[first - 1]].replace("’", "'")
    )
    if codes[first] in "FS" and not (before in _DETERMINERS or possessive):
        return None
    if codes[first] in "FS" and codes[last : last + 1] == "-":
        return None
    if thing and plural(thing) and number > 1 and not digital:
        thing = ""
    return Found(first, end if thing else last, "ordinal", float(number), number, number, thing)


def _nationality(word: str) -> bool:
    return word.endswith(("an", "ish", "ese", "ian")) or word == "french"


def read_twice(atoms: Atoms, first: int, last: int) -> Found | None:
    """ "Twice" and "thrice"."""
    value = 3.0 if atoms.word(first) == "thrice" else 2.0
    approximation, begin = approximation_before(atoms, first)
    _, end = approximation_after(atoms, last)
    return Found(begin, end, "multiple", value, value, value, "times", approximation)
