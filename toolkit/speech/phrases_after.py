"""The noun phrase behind a word: who "said", or "according to" whom.

Grammar: Quirk et al. 1985, chapter 17 (the noun phrase, apposition).
"""

from toolkit.speech import classes as c
from toolkit.speech.phrases import (
    BESIDE,
    DEEPEST,
    OF_BODIES,
    PEOPLE,
    STOPS,
    Phrase,
    is_verb,
    name_start,
    past_particles,
)
from toolkit.speech.stream import Page

_OF_PEOPLE = frozenset("of for at from in with to on inside within against behind under".split())


_AFTER_APPOSITION = c.MARK | c.QUOTE | c.PREPOSITION | c.VERB | c.JOINING | c.RELATIVE


def right(page: Page, first: int, high: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that begins at item ``first`` and ends before ``high``."""
    bits = page.bits
    at = first
    while at < high and bits[at] & c.ADVERB and not bits[at] & (c.NAME | c.ROLE | c.DETERMINER):
        at += 1
    if at >= high:
        return None
    x = bits[at]
    if x & c.PRONOUN and not x & c.NAME:
        return Phrase(at, at + 1, "pronoun", at)
    begin = at
    while at < high and bits[at] & (c.DETERMINER | c.QUANTITY) and not bits[at] & c.MARK:
        at += 1
    if begin < at < high and page.forms[at] == "of":  # "some of the men"
        inner = right(page, at + 1, high, depth + 1) if depth < DEEPEST else None
        return inner and Phrase(begin, inner.end, "noun", inner.head)
    start = at
    while at < high and _goes_on(page, at, start):
        at += 1
    if at == start:
        quantity = begin < at and bits[at - 1] & c.QUANTITY
        return Phrase(begin, at, "noun", at - 1) if quantity else None
    last = at - 1
    if bits[last] & c.POSSESSIVE:
        return None
    if bits[last] & c.NAME:
        start_of_name = name_start(page, last, start)
        while at < high and (longer := _longer_name(page, at, high)):
            at = longer
            last = at - 1
            start_of_name = name_start(page, last, start)
        if not _only_titles(page, start_of_name, last + 1) or not _followed_by_of(page, at, high):
            return _bare_or_apposed(
                page, Phrase(begin, at, "name", last, (start_of_name, at)), high
            )
    found = Phrase(begin, at, "noun", last)
    if at + 1 < high and page.forms[at] in BESIDE and bits[at + 1] & c.PREPOSITION:
        found = Phrase(begin, at + 1, "noun", last)
        at += 1
    if depth < DEEPEST and bits[last] & PEOPLE and at < high and bits[at] & c.PREPOSITION:
        longer_phrase = _with_complement(page, found, high, depth)
        if longer_phrase:
            found = longer_phrase
    return _apposed(page, found, high) or found


def _goes_on(page: Page, at: int, start: int) -> bool:
    x = page.bits[at]
    if x & c.PARTICLE and at > start and page.bits[at - 1] & (c.NAME | c.PARTICLE):
        return past_particles(page.bits, at) > 0
    if not x & c.WORD or (x & STOPS and not x & c.NAME):
        return page.forms[at] == "&"
    if page.forms[at] in BESIDE and at + 1 < len(page.bits) and page.bits[at + 1] & c.PREPOSITION:
        return False
    if x & c.NAME:
        return True
    if x & (c.TIME | c.ADVERB) and not x & (c.ADJECTIVE | c.ROLE):
        return False
    if at > start and page.bits[at - 1] & c.NAME and not page.bits[at - 1] & c.POSSESSIVE:
        # After a name only what carries the phrase on to its head: "White House spokeswoman".
        return bool(x & (c.ROLE | c.BODY | c.ADJECTIVE)) or _leads_to_role(page, at)
    return not (x & c.VERB and not x & (c.ROLE | c.BODY) and is_verb(page, at))


def _leads_to_role(page: Page, at: int) -> bool:
    bits = page.bits
    for k in range(at, min(at + 4, len(bits))):
        x = bits[k]
        if x & (c.ROLE | c.BODY) and x & c.WORD:
            return True
        if not x & c.WORD or x & (STOPS | c.VERB | c.TIME | c.ADVERB):
            return False
    return False


def _longer_name(page: Page, at: int, high: int) -> int:
    """Where a name goes on to after "of": "Department of Justice"; 0 where it does not."""
    bits = page.bits
    if page.forms[at] not in OF_BODIES or not bits[at - 1] & (c.BODY | c.ROLE):
        return 0
    k = at + 1
    if k < high and page.forms[k] == "the":
        k += 1
    begin = k
    while k < high and bits[k] & c.NAME and not bits[k - 1] & c.POSSESSIVE:
        k += 1
    return k if k > begin else 0


def _only_titles(page: Page, first: int, last: int) -> bool:
    return bool(page.bits[last - 1] & (c.ROLE | c.TITLE)) and not page.bits[last - 1] & c.BODY


def _followed_by_of(page: Page, at: int, high: int) -> bool:
    return at < high and bool(page.bits[at] & c.PREPOSITION)


def _with_complement(page: Page, found: Phrase, high: int, depth: int) -> Phrase | None:
    """The phrase with what completes it: "a spokesman for the ministry"."""
    if page.forms[found.end] not in _OF_PEOPLE:
        return None
    inner = right(page, found.end + 1, high, depth + 1)
    if inner is None or inner.kind == "pronoun":
        return None
    x = page.bits[inner.head]
    if x & (c.TIME | c.NOUN_CUE):
        return None
    loose = page.forms[found.end] in ("with", "on", "to", "behind")
    if loose and not x & (c.NAME | PEOPLE) and page.forms[found.end - 1] not in BESIDE:
        return None  # "with a smile"
    return Phrase(found.start, inner.end, "noun", found.head)


def _bare_or_apposed(page: Page, found: Phrase, high: int) -> Phrase:
    """A name as it is; where it only says the office ("the prime minister, X"), the name."""
    assert found.name is not None
    if _only_titles(page, *found.name):
        return _apposed(page, found, high) or found
    return found


def _apposed(page: Page, found: Phrase, high: int) -> Phrase | None:
    """The name right after the comma behind a role: "the council leader, Meera Holt"."""
    bits = page.bits
    at = found.end
    if not (at + 1 < high and bits[at] & c.COMMA and bits[found.head] & c.WORD):
        return None
    owned = any(x & c.POSSESSIVE for x in bits[found.start : found.end])
    if not (bits[found.head] & (c.ROLE | c.BODY) or owned):
        return None
    k = at + 1
    while k < high and bits[k] & (c.NAME | c.PARTICLE) and not bits[k] & c.POSSESSIVE:
        k += 1
    if k == at + 1 or bits[at + 1] & (c.PLACE | c.PEOPLE | c.BODY):
        return None
    if k < high and not bits[k] & _AFTER_APPOSITION:
        return None
    return Phrase(at + 1, k, "name", k - 1, (at + 1, k))
