"""Readers of dates and times of day."""

import re
from datetime import date

from toolkit.quantities import dates, values
from toolkit.quantities.atoms import Atoms
from toolkit.quantities.codes import MONTHS, SEASONS, WEEKDAYS
from toolkit.quantities.found import Found
from toolkit.quantities.ordinals import values_of_ordinals
from toolkit.text import lexicon

_FUTURE = frozenset(
    "will shall next until due expected scheduled planned plans ahead upcoming deadline".split()
)
_PARTS = {
    **dict.fromkeys("early beginning start".split(), "early"),
    **dict.fromkeys("mid middle".split(), "mid"),
    **dict.fromkeys("late end".split(), "late"),
}
# Before a bare "May" or "March" these make it a month.
_BEFORE_MONTHS = frozenset(
    "in since until till by last next this early late mid of from through during before after"
    " between and or to around throughout every".split()
)
_BEFORE_YEARS = frozenset(
    "in since during early late mid year summer winter spring autumn the its his her their"
    " our this pre post back".split()
)
_DIGITS = re.compile(r"\d+")
_CALENDAR = frozenset("dated day_month weekday_month month_day month_year".split())
_LONGEST_BACK = 40  # atoms in which the tense of a sentence is looked for


def read_date(
    atoms: Atoms, form: str, first: int, last: int, published: date | None
) -> Found | None:
    """A date that the grammar found as ``form``; ``None`` if it is something else after all."""
    codes = atoms.codes
    if form in _CALENDAR:
        return _calendar(atoms, form, first, last, published)
    if form == "iso":
        return _numeric(atoms, first)
    if form == "season":
        year = int(atoms.word(last - 1))
        text = f"{year:04}-{SEASONS[atoms.word(first)]}"
        return _date(atoms, first, last, text, "season")
    if form == "century":
        return _century(atoms, first, last)
    if form == "decade":
        return _decade(atoms, first, last)
    if form == "years":
        if not atoms.word(last - 1).isdecimal():
            return None
        low, high = int(atoms.word(first)), int(atoms.word(last - 1))
        high += low // 100 * 100 if high < 100 else 0
        if not low < high < low + 400:
            return None
        return _date(atoms, first, last, f"{low}/{high}", "year")
    if form == "weekday":
        day = WEEKDAYS.index(atoms.word(first))
        which = "coming" if _future(atoms, first, last) else "past"
        return _date(atoms, first, last, dates.weekday(published, day, which), "day")
    if form == "relative":
        days = {"yesterday": -1, "tomorrow": 1}.get(atoms.word(first), 0)
        return _date(atoms, first, last, dates.shifted(published, days), "day")
    if form == "last":
        return _last(atoms, first, last, published)
    if form == "month":
        before = atoms.word(first - 1) if first else ""
        if codes[first] == "b" and before not in _BEFORE_MONTHS:
            return None
        if codes[last : last + 1] == "W" or (codes[first - 1 : first] == "W" and first):
            return None  # a name: April Jones
        if len(atoms.word(first)) < 5 and atoms.word(first) not in ("may", "june", "july"):
            return None
        number = _month(atoms.word(first))
        nearest = _year_of(atoms, first, last, published, number, None)
        return _date(atoms, first, last, dates.written(nearest, number), "month")
    return None


def read_year(atoms: Atoms, at: int, followed: bool) -> Found | None:
    """A year in digits, unless it is rather a number of things that ``followed`` says follow."""
    before = atoms.word(at - 1) if at and atoms.codes[at - 1] not in "|,.(" else ""
    if followed and before not in _BEFORE_YEARS and atoms.codes[at - 1 : at] != "-":
        return None
    if not followed and atoms.codes[at - 1 : at] in ("#", "$"):
        return None
    if int(atoms.word(at)) < 1500 and before not in ("in", "since", "of", "year"):
        return None
    return _date(atoms, at, at + 1, atoms.word(at), "year")


def _date(atoms: Atoms, first: int, last: int, text: str, unit: str) -> Found | None:
    """The date, with "early", "mid" or "late" before it."""
    part = ""
    back = first - 1
    while back > 0 and first - back <= 3 and atoms.codes[back] in "=/-":
        back -= 1
    if back >= 0 and unit != "day":
        word = atoms.word(back)
        part = _PARTS.get(word, "")
        if (
            part
            and word in ("end", "start", "beginning", "middle")
            and atoms.codes[back + 1] != "/"
        ):
            part = ""
        if part:
            first = back
    return Found(first, last, "date", text, unit=unit, approximation=part) if text else None


def _month(word: str) -> int:
    return next(k for k, name in enumerate(MONTHS, 1) if name[:3] == word[:3])


def _calendar(
    atoms: Atoms, form: str, first: int, last: int, published: date | None
) -> Found | None:
    codes = atoms.codes
    at = next(k for k in range(first, last) if codes[k] in "mb")
    month = _month(atoms.word(at))
    years = [int(atoms.word(k)) for k in range(first, last) if codes[k] == "Y"]
    days = [
        int(_DIGITS.match(atoms.word(k))[0])  # type: ignore[index]
        for k in range(first, last)
        if codes[k] in "nO" and _DIGITS.match(atoms.word(k))
    ]
    year = years[0] if years else None
    if form == "month_year":
        return _date(atoms, first, last, dates.written(year, month), "month")
    if not days or not all(dates.possible(year, month, day) for day in days):
        return None
    if (
        form in ("month_day", "weekday_month")
        and not years
        and atoms.codes[first - 1 : first] == "+"
    ):
        return None  # "in March 12 people"
    if codes[last - 1] == "n" and "." in atoms.word(last - 1):
        return None
    if year is None:
        year = _year_of(atoms, first, last, published, month, days[0])
    said = [dates.written(year, month, day) for day in days]
    return _date(atoms, first, last, "/".join(said), "day")


def _year_of(
    atoms: Atoms, first: int, last: int, published: date | None, month: int, day: int | None
) -> int | None:
    """The year of a month or day without one: the nearest, or the next if it is to come."""
    year = dates.nearest_year(published, month, day)
    if published is None or year is None or not _future(atoms, first, last):
        return year
    past = (year, month, day or 31) < (published.year, published.month, published.day)
    return year + 1 if past and dates.possible(year + 1, month, day or 1) else year


def _numeric(atoms: Atoms, at: int) -> Found | None:
    """A date in digits; where day and month could be either, the day is taken to be first."""
    parts = [int(part) for part in _DIGITS.findall(atoms.word(at))]
    year, month, day = parts if parts[0] > 99 else parts[::-1]
    if year < 100:
        year += 2000 if year < 70 else 1900
    if month > 12 and day <= 12:
        month, day = day, month
    if not dates.possible(year, month, day):
        return None
    return Found(at, at + 1, "date", dates.written(year, month, day), unit="day")


def _century(atoms: Atoms, first: int, last: int) -> Found | None:
    if atoms.word(last - 1) not in ("century", "centuries"):
        return None
    number = ordinal(atoms, first, last)
    if not 1 <= number <= 30:
        return None
    return _date(atoms, first, last, f"{number - 1:02}XX", "century")


def _decade(atoms: Atoms, first: int, last: int) -> Found | None:
    said = _DIGITS.search(atoms.word(first))
    years = int(said[0]) if said else 0
    before = atoms.word(first - 1) if first else ""
    if years < 100:
        if before in ("his", "her", "their", "my", "your", "our"):
            return Found(first, last, "age", None, float(years), float(years + 9), "year")
        if before != "the":
            return None
        years += 1900 if years >= 30 else 2000
    if not 1000 <= years < 2100:
        return None
    if years % 100 == 0:
        return _date(atoms, first, last, f"{years // 100:02}XX", "century")
    return _date(atoms, first, last, f"{years // 10}X", "decade")


def _last(atoms: Atoms, first: int, last: int, published: date | None) -> Found | None:
    """ "Last week", "next Thursday", "this summer"."""
    which, what, code = atoms.word(first), atoms.word(last - 1), atoms.codes[last - 1]
    if atoms.codes[last : last + 1] in ("W", "m") and code != "w":
        return None
    step = {"last": -1, "next": 1}.get(which, 0)
    if code == "U":
        make = {"week": dates.week, "month": dates.month, "year": dates.year}.get(what)
        if make is None:
            return None
        return _date(atoms, first, last, make(published, step), what)
    if code == "w":
        which = "coming" if which == "this" else which
        text = dates.weekday(published, WEEKDAYS.index(what), which)
        return Found(first, last, "date", text, unit="day")
    if code == "K":
        if what == "weekend":
            saturday = dates.weekday(
                published, 5, "last" if step < 0 else "next" if step else "coming"
            )
            sunday = dates.weekday(
                published, 6, "last" if step < 0 else "next" if step else "coming"
            )
            text = f"{saturday}/{sunday}" if saturday < sunday else saturday
            return Found(first, last, "date", text, unit="weekend")
        return Found(first, last, "date", dates.shifted(published, step), unit="day")
    if published is None:
        year = None
    elif code == "s":
        middle = min(12, 3 * (SEASONS[what] - 20) + 1)
        year = _stepped(published, middle, step)
    else:
        year = _stepped(published, _month(what), step)
    number = SEASONS[what] if code == "s" else _month(what)
    return _date(
        atoms, first, last, dates.written(year, number), "season" if code == "s" else "month"
    )


def _stepped(published: date, month: int, step: int) -> int:
    """The year of the last, this or next month of that number."""
    if step < 0:
        return published.year - (month >= published.month)
    return published.year + (step > 0 and month <= published.month)


def ordinal(atoms: Atoms, first: int, last: int) -> int:
    """The value of an ordinal, in words or digits, at the head of some atoms; 0 if none."""
    said = _DIGITS.match(atoms.word(first).replace(",", ""))
    if said:
        return int(said[0]) if len(said[0]) < 10 else 0
    known = values_of_ordinals()
    if atoms.codes[first] == "y":
        at = next((k for k in range(first + 1, last) if atoms.codes[k] in "FSo"), first)
        return values.words()[atoms.word(first)] + known.get(atoms.word(at), 0)
    return known.get(atoms.word(first), 0)


def _future(atoms: Atoms, first: int, last: int) -> bool:
    """Whether the clause speaks of what is to come."""
    back = first
    while back > 0 and first - back < _LONGEST_BACK and atoms.codes[back - 1] not in "|,.":
        back -= 1
        if atoms.codes[back] in "gxL":
            word = atoms.word(back)
            if word in _FUTURE:
                return True
            if word in lexicon.words("reporting_verbs"):
                return False
    if "|" not in atoms.codes[max(0, first - 2) : first]:
        return False
    ahead = range(last, min(len(atoms.codes), last + 8))
    return any(atoms.word(k) in ("will", "shall") for k in ahead if atoms.codes[k] == "g")
