"""Dates as text in the Extended Date/Time Format, and the days they cover.

The format is that of ISO 8601-2:2019, levels 0 to 2: ``2025-03-04``, ``2025-03``, ``XXXX-03-04``
where the year is not known, ``199X`` for a decade, ``18XX`` for a century, ``2028-21`` to
``2028-24`` for the seasons, ``2025-W08`` for a week, ``A/B`` for an interval. Where the day of
publication is not known, a date that hangs on it is an ISO duration from that day (``-P1D`` is
yesterday) or a bare weekday (``XXXX-WXX-1`` is some Monday).
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_PARTS = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$"
    r"|(?P<decade>\d{3})X$|(?P<century>\d\d)XX$"
    r"|(?P<week_year>\d{4})-W(?P<week>\d\d)$"
)
_LEAP = 2000  # the year in which days without a year are laid
Span = tuple[date, date]


def written(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """A date with only what is known.

    >>> written(2025, 3), written(None, 3, 4)
    ('2025-03', 'XXXX-03-04')
    """
    parts = ["XXXX" if year is None else f"{year:04}"]
    parts += [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


def possible(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day.

    >>> possible(None, 2, 29), possible(2025, 2, 29), possible(2025, 3, 32)
    (True, False, False)
    """
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or _LEAP, month)[1]


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """The day that begins a text such as an article's ``published``, if it is one."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def shifted(published: date | None, days: int) -> str:
    """The day so many days after publication.

    >>> shifted(date(2025, 2, 24), -1), shifted(None, -1), shifted(None, 0)
    ('2025-02-23', '-P1D', 'P0D')
    """
    if published is None:
        return f"{'-' if days < 0 else ''}P{abs(days)}D"
    try:
        return (published + timedelta(days)).isoformat()
    except OverflowError:
        return ""


def week(published: date | None, weeks: int) -> str:
    """The week so many weeks after that of publication.

    >>> week(date(2025, 2, 24), -1)
    '2025-W08'
    """
    if published is None:
        return f"{'-' if weeks < 0 else ''}P{abs(weeks)}W"
    try:
        year, number, _ = (published + timedelta(weeks=weeks)).isocalendar()
    except OverflowError:
        return ""
    return f"{year:04}-W{number:02}"


def month(published: date | None, months: int) -> str:
    """The month so many months after that of publication."""
    if published is None:
        return f"{'-' if months < 0 else ''}P{abs(months)}M"
    at = published.year * 12 + published.month - 1 + months
    return written(at // 12, at % 12 + 1)


def year(published: date | None, years: int) -> str:
    """The year so many years after that of publication."""
    if published is None:
        return f"{'-' if years < 0 else ''}P{abs(years)}Y"
    return written(published.year + years)


def weekday(published: date | None, day: int, which: str) -> str:
    """A weekday (0 is Monday): the ``last``, ``next``, ``past`` or ``coming`` one.

    ``past`` and ``coming`` may be the day of publication itself.

    >>> monday = date(2025, 2, 24)
    >>> [weekday(monday, 0, which) for which in ("last", "past", "coming", "next")]
    ['2025-02-17', '2025-02-24', '2025-02-24', '2025-03-03']
    """
    if published is None:
        return f"XXXX-WXX-{day + 1}"
    ahead = (day - published.weekday()) % 7
    days = {
        "last": ahead - 7,
        "past": ahead - 7 if ahead else 0,
        "coming": ahead,
        "next": ahead or 7,
    }
    return shifted(published, days[which])


def nearest_year(published: date | None, month_number: int, day: int | None) -> int | None:
    """The year that brings a day or month nearest to publication."""
    if published is None:
        return None
    near = [
        (abs((date(at, month_number, day or 15) - published).days), at)
        for at in (published.year - 1, published.year, published.year + 1)
        if 1 <= at <= 9998 and possible(at, month_number, day or 1)
    ]
    return min(near)[1] if near else None


@lru_cache(maxsize=4096)
def span(value: str, part: str = "") -> Span | None:
    """First and last day of a date, or of its early, mid or late ``part``.

    A day without a year is laid in the year 2000. ``None`` where no days are known.

    >>> span("2028-21")
    (datetime.date(2028, 3, 1), datetime.date(2028, 5, 31))
    >>> span("2028", "mid")
    (datetime.date(2028, 6, 1), datetime.date(2028, 7, 31))
    """
    if "/" in value:
        first, _, last = value.partition("/")
        low, high = span(first), span(last)
        return None if low is None or high is None else (low[0], high[1])
    match = _PARTS.match(value)
    if not match:
        return None
    try:
        days = _days(match)
    except ValueError:
        return None
    return _part(days, part) if part and days else days


def _days(match: re.Match[str]) -> Span | None:
    if match["decade"]:
        first = int(match["decade"]) * 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    if match["century"]:
        first = int(match["century"]) * 100
        return date(max(1, first), 1, 1), date(first + 99, 12, 31)
    if match["week"]:
        monday = date.fromisocalendar(int(match["week_year"]), int(match["week"]), 1)
        return monday, monday + timedelta(6)
    if match["year"] == "XXXX" and not match["month"]:
        return None
    at = _LEAP if match["year"] == "XXXX" else int(match["year"])
    if not match["month"]:
        return date(at, 1, 1), date(at, 12, 31)
    if (number := int(match["month"])) > 12:
        return _season(at, number)
    if match["day"]:
        return (date(at, number, int(match["day"])),) * 2
    return date(at, number, 1), date(at, number, monthrange(at, number)[1])


def _season(at: int, number: int) -> Span | None:
    if not 21 <= number <= 24:
        return None
    first = 3 * (number - 20)
    if number == 24:  # that of December
        return date(at, 12, 1), date(at + 1, 2, monthrange(at + 1, 2)[1])
    return date(at, first, 1), date(at, first + 2, monthrange(at, first + 2)[1])


def _part(days: Span, part: str) -> Span:
    """The early, mid or late part: of a year four months, two and four; of others a third."""
    low, high = days
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and low.year == high.year:
        at = low.year
        return {
            "early": (low, date(at, 4, 30)),
            "mid": (date(at, 6, 1), date(at, 7, 31)),
            "late": (date(at, 9, 1), high),
        }[part]
    third = timedelta((high - low).days // 3)
    return {"early": (low, low + third), "mid": (low + third, high - third)}.get(
        part, (high - third, high)
    )


def without_year(value: str) -> str:
    """The same date with its year unknown.

    >>> without_year("2025-03-04"), without_year("2025")
    ('XXXX-03-04', 'XXXX')
    """
    return "XXXX" + value[4:] if value[:4].isdigit() and value[4:5] in ("", "-") else value
