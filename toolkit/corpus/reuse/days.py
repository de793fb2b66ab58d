"""The day on which an article appeared, as a number."""

from datetime import date
from re import compile as pattern

UNKNOWN = -1
_DAY = pattern(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


def day(published: str) -> int:
    """Days since the year 1 of a date as ISO 8601 writes it; -1 for anything else.

    >>> day("2025-03-02T09:30:00Z") - day("20250301"), day("last Monday"), day("2025-02-30")
    (1, -1, -1)
    """
    found = _DAY.match(published)
    if not found:
        return UNKNOWN
    try:
        return date(*map(int, found.groups())).toordinal()
    except ValueError:
        return UNKNOWN
