"""The quantities of an article: amounts, shares, dates, times, ages, durations and counts."""

import re
from datetime import date

from toolkit.article import Passage
from toolkit.quantities import dates, grammar, moments, shares
from toolkit.quantities.amounts import read_amount, read_vague
from toolkit.quantities.atoms import Atoms, atoms
from toolkit.quantities.found import Found
from toolkit.quantities.quantity import Quantity
from toolkit.quantities.times import read_time
from toolkit.text.document import Document

_BATCH = 256  # articles at a time: as many as stay in the processor's cache
_READERS = {
    "clock": read_time,
    "clock_digits": read_time,
    "noon": read_time,
    "amount": read_amount,
    "vague": read_vague,
    "spread": shares.read_spread,
    "ratio": shares.read_ratio,
    "share": shares.read_share,
    "half": shares.read_share,
    "a_half": shares.read_share,
    "ordinal": shares.read_ordinal,
    "compound": shares.read_ordinal,
    "twice": shares.read_twice,
}
# What is left when the long reading of a place was turned down.
_SHORT = re.compile(
    f"(?P<amount>{grammar.SUM})|(?P<weekday>wK?)|(?P<ordinal>O|[FSo])|(?P<month>[mb])"
)


def quantities(document: Document) -> tuple[tuple[Quantity, ...], ...]:
    """All quantities of all articles, in text order; headings and furniture have none.

    >>> document = Document.of_texts(["About 120 residents heard that it costs £14.2 million."])
    >>> [(q.kind, q.value, q.unit, q.approximation) for q in quantities(document)[0]]
    [('count', 120.0, 'resident', 'about'), ('money', 14200000.0, 'GBP', '')]
    """
    total = len(document.articles)
    return tuple(
        found
        for first in range(0, total, _BATCH)
        for found in quantities_between(document, first, min(total, first + _BATCH))
    )


def quantities_between(
    document: Document, first: int, last: int
) -> tuple[tuple[Quantity, ...], ...]:
    """The quantities of articles ``first`` to ``last - 1`` alone."""
    read = zip(document.articles[first:last], atoms(document, first, last), strict=True)
    return tuple(
        _article(article.id, dates.day_of(article.published), text) for article, text in read
    )


def _article(name: str, published: date | None, text: Atoms) -> tuple[Quantity, ...]:
    quantities: list[Quantity] = []
    codes, done = text.codes, 0
    before: Found | None = None
    for start in grammar.START.finditer(codes):
        place = start.start()
        if place < done:
            continue
        match = grammar.QUANTITY.match(codes, place)
        if match is None:
            continue
        form = match.lastgroup or ""
        if form == "identifier":
            done = match.end()
            continue
        found = _read(text, form, place, match.end(), published)
        if found is None:
            match = _SHORT.match(codes, place)
            if match is None or match.lastgroup == form:
                continue
            found = _read(text, match.lastgroup or "", place, match.end(), published)
            if found is None:
                continue
        if not found.kind:
            done = found.last
            continue
        if found.first < done:
            found = found._replace(first=done)
        if found.when:
            found = found._replace(when=_when(found, published))
        converts = _converts(codes, before, found, quantities)
        quantities.append(found.quantity(name, text, converts))
        before, done = found, found.last
    return tuple(quantities)


def _read(text: Atoms, form: str, first: int, last: int, published: date | None) -> Found | None:
    reader = _READERS.get(form)
    if reader is not None:
        return reader(text, first, last)
    return moments.read_date(text, form, first, last, published)


_STEPS = {"day": dates.shifted, "week": dates.week, "month": dates.month, "year": dates.year}
_FARTHEST = 4000  # steps: what is farther away is told for its length, not its date


def _when(found: Found, published: date | None) -> str:
    """The date that "three days ago" comes to, as exact as its words; of "a few days" an interval.

    ``found.when`` holds the direction, 1 or -1.
    """
    step = _STEPS.get(found.unit)
    if published is None or found.approximation or step is None:
        return ""
    ends = sorted({int(found.when) * x for x in (found.low, found.high)})
    if any(x != int(x) or abs(x) > _FARTHEST for x in ends):
        return ""
    if len(ends) > 1 and found.unit == "week":
        return ""
    return "/".join(step(published, int(x)) for x in ends)


def _converts(
    codes: str, before: Found | None, found: Found, quantities: list[Quantity]
) -> Passage | None:
    """What a quantity in brackets gives again in another unit."""
    if before is None or before.kind != found.kind or before.unit == found.unit:
        return None
    between = codes[before.last : found.first]
    if between in ("(", "!") and found.kind not in ("count", "date", "ordinal", "duration"):
        return quantities[-1].passage
    return quantities[-1].converts if between in (",", ".") else None
