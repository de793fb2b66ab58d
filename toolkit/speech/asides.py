"""What stands between a subject and its verb in commas or dashes: ", 47, a nurse from Leeds,"."""

from toolkit.speech import classes as c
from toolkit.speech.name_words import core_of
from toolkit.speech.phrases import DEEPEST, Phrase, left
from toolkit.speech.stream import Page


def over_aside(page: Page, comma: int, low: int) -> Phrase | None:
    """The subject before ", who arrived late," or ", 47, a nurse from Leeds,"."""
    bits = page.bits
    edge = comma
    for _ in range(8):
        opening = _previous_mark(bits, edge - 1, low)
        if opening + 1 >= edge:
            return None
        inside = opening + 1
        if opening < low:  # the first stretch of the sentence
            return None if edge == comma else _ending(page, edge, low)
        if not bits[opening] & (c.COMMA | c.DASH):
            return _ending(page, edge, max(low, opening + 1))
        name = _name_only(page, inside, edge)
        before = left(page, opening - 1, low) if opening > low else None
        office = before is not None and _is_office(page, before) and bits[before.head]
        if name is not None and office and (office & (c.ROLE | c.BODY) or inside + 1 < edge):
            return name
        if _parenthetical(page, inside):
            if before is not None and not (
                _detail(page, before) or _inside_parenthesis(page, opening - 1, low)
            ):
                return apposed_to(page, before, low) or before
            edge = opening
            continue
        found = _ending(page, edge, inside)
        if found is not None and edge != comma:
            return found
        if name is not None and edge == comma and before is None:
            return name
        return found if edge != comma else None
    return None


def apposed_to(page: Page, phrase: Phrase, low: int) -> Phrase | None:
    """The name that a phrase says more of: "Ann Lee, president of the club"."""
    bits = page.bits
    for _ in range(3):
        comma = phrase.start - 1
        if phrase.kind != "noun" or comma <= low or not bits[comma] & c.COMMA:
            return None
        before = left(page, comma - 1, low)
        if before and before.kind == "noun" and not bits[before.head] & (c.ROLE | c.BODY):
            before = left(page, comma - 1, low, DEEPEST)  # "ideas of Ed Lim, a writer"
        if before is None or before.kind == "pronoun":
            return None
        opens = before.start == low or not bits[before.start - 1] & (c.PREPOSITION | c.VERB)
        if before.kind == "name":
            alone = before.name is not None and before.name[1] - before.name[0] == 1
            place = bits[before.head] & (c.PLACE | c.PEOPLE | c.BODY | c.POSSESSIVE)
            return before if (opens or not alone) and not place else None
        phrase = before
    return None


def _is_office(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase names nobody: "the US President"."""
    if phrase.name is not None:
        return core_of(page, *phrase.name) == phrase.name[1]
    return phrase.kind == "noun"


def _detail(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase only says where somebody is from: "R-Texas", "Ohio"."""
    x = page.bits[phrase.head]
    if phrase.name is not None and core_of(page, *phrase.name) == phrase.name[1]:
        return phrase.start > 0 and bool(page.bits[phrase.start - 1] & c.COMMA)
    alone = phrase.end - phrase.start == 1 and x & c.CAPITAL
    return bool(alone and ("-" in page.forms[phrase.head] or x & (c.PLACE | c.PEOPLE)))


def _ending(page: Page, edge: int, low: int) -> Phrase | None:
    return left(page, edge - 1, low) if edge - 1 >= low else None


def _previous_mark(bits: list[int], at: int, low: int) -> int:
    while at >= low:
        if bits[at] & (c.COMMA | c.DASH | c.COLON | c.SEMICOLON | c.STOP | c.QUOTE):
            return at
        at -= 1
    return at


def _name_only(page: Page, first: int, last: int) -> Phrase | None:
    bits = page.bits
    while first < last and (
        bits[first] & (c.DETERMINER | c.QUANTITY)
        or (bits[first] & (c.ROLE | c.ADJECTIVE) and not bits[first] & c.CAPITAL)
    ):  # "the Most Rev Ed Lim", "actor Ed Lim"
        first += 1
    if first >= last or any(not bits[k] & (c.NAME | c.PARTICLE) for k in range(first, last)):
        return None
    if last - first == 1 and (bits[first] & (c.PLACE | c.PEOPLE) or "-" in page.forms[first]):
        return None
    return Phrase(first, last, "name", last - 1, (first, last))


_OPENS_ASIDE = (
    c.RELATIVE | c.DETERMINER | c.NUMBER | c.PREPOSITION | c.ADVERB | c.ROLE | c.SUBORDINATOR
)


_OPENS_ASIDE |= c.ADJECTIVE | c.ING_CUE | c.PARTICIPLE_CUE | c.QUANTITY | c.TIME


def _parenthetical(page: Page, at: int) -> bool:
    """Whether what begins here, between commas, says more of what stands before."""
    x = page.bits[at]
    if x & _OPENS_ASIDE or x & (c.PLACE | c.PEOPLE | c.BODY):
        return True
    word = page.forms[at]
    if x & c.CAPITAL:  # "R-Texas", "Ohio", "Trump's lawyer"
        return "-" in word or bool(x & c.POSSESSIVE) or len(word) < 3
    return word.endswith(("ing", "ed")) or bool(x & c.WORD)


def _inside_parenthesis(page: Page, last: int, low: int) -> bool:
    """Whether an item stands in ", who met Macron," and so is not the one sought."""
    opening = _previous_mark(page.bits, last, low)
    if opening < low or not page.bits[opening] & (c.COMMA | c.DASH):
        return False
    first = page.bits[opening + 1]
    return bool(first & (c.RELATIVE | c.ING_CUE | c.NUMBER)) or page.forms[opening + 1].endswith(
        "ing"
    )
