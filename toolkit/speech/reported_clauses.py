"""The clause, question or object that a reporting verb takes, and where it ends.

Grammar: Quirk et al. 1985, 16.30-63 (what verbs of speaking take).
"""

from toolkit.speech import classes as c
from toolkit.speech.cues import is_cue
from toolkit.speech.phrases import is_verb
from toolkit.speech.phrases_after import right
from toolkit.speech.reporting import takes_an_object
from toolkit.speech.stream import Page
from toolkit.speech.subjects import subject

_THAT = frozenset("that whether if why how what".split())


_ABOUT = frozenset("of about against for".split())


_HARD = ("slam", "blast", "trash", "hammer", "savage", "bash", "blam", "thank")


_LONGEST_ADVERBIAL = 9
_FAR = 25  # items to the verb of a clause


def complement(page: Page, verb: int, after: int, end: int) -> list[tuple[int, int]] | None:
    """What follows a reporting verb as its object or clause."""
    bits = page.bits
    x = bits[verb]
    if after >= end:
        return None
    if after > verb + 1 and (page.forms[verb], page.forms[after - 1]) in takes_an_object():
        x |= c.OBJECT
    start = None
    tag = verb > 0 and bits[verb - 1] & (c.QUOTE | c.COMMA | c.DASH) and bits[verb] & c.TAG
    inverted = tag and not x & c.ING_CUE and page.forms[after] != "that"
    if inverted and (bits[verb - 1] & c.QUOTE or not _behind_an_aside(page, verb, after, end)):
        return None  # "…," said the leader, who
    if x & (c.CLAUSE | c.THAT | c.HEARER):
        start = _that_clause(page, after, end, bool(x & c.HEARER))
    if start is None and x & c.HEARER:
        hearer = right(page, after, end)
        if hearer is not None and hearer.end < end and _begins_clause(page, hearer.end, end):
            start = hearer.end
    if start is None and x & c.CLAUSE:
        at = _over_time(page, after, end)
        if _begins_clause(page, at, end):
            start = at
    if start is None and x & c.INFINITIVE:
        if page.forms[after] == "to":
            start = after
        else:
            someone = right(page, after, end)
            if someone is not None and someone.end < end and page.forms[someone.end] == "to":
                start = after
    if start is None and x & c.OBJECT and not bits[after] & (c.MARK | c.QUOTE):
        if page.forms[verb].startswith(_HARD) and not _judged(page, after, end):
            return None
        if page.forms[after] not in ("to", "in", "on", "at", "by", "with", "as", "during", "after"):
            start = after
    if start is None and x & (c.TAG | c.CLAUSE | c.THAT) and page.forms[after] in _ABOUT:
        word = page.forms[verb]
        if word not in ("said", "says", "say") and (word != "asked" or page.forms[after] == "for"):
            start = after
    if start is None:
        return None
    return without_quotes(page, start, clause_end(page, start, end)) or None


def _behind_an_aside(page: Page, verb: int, after: int, end: int) -> bool:
    """Ann Lee, the mayor, said the plan was dead: a subject before, a clause behind the verb."""
    bits = page.bits
    for k in range(after, min(end, after + _FAR)):
        if bits[k] & (c.COMMA | c.DASH | c.QUOTE | c.SEMICOLON | c.COLON):
            return False
        if bits[k] & c.VERB and page.forms[k] != "to" and is_verb(page, k):
            return subject(page, verb, 0) is not None
    return False


def _judged(page: Page, after: int, end: int) -> bool:
    """Whether what is "slammed" is somebody, or something said or decided."""
    near = page.bits[after : min(end, after + 6)]
    return any(x & (c.NAME | c.NOUN_CUE | c.ROLE | c.BODY) for x in near) and not any(
        page.forms[k] in ("shut", "into", "door") for k in range(after, min(end, after + 5))
    )


def _that_clause(page: Page, after: int, end: int, hearer: bool) -> int | None:
    """Where the clause begins behind "that", perhaps after "on Monday" or "reporters"."""
    bits = page.bits
    if page.forms[after] in ("of", "for", "about", "against", "with", "over"):
        return None
    if not hearer and not bits[after] & (
        c.PREPOSITION | c.ADVERB | c.TIME | c.RELATIVE | c.SUBORDINATOR
    ):
        return None  # "says the troops that will be sent"
    for k in range(after, min(end, after + _LONGEST_ADVERBIAL)):
        word = page.forms[k]
        if word in _THAT and bits[k] & c.WORD:
            if word == "that" or k == after:
                return k + 1 if word == "that" and k + 1 < end else k
            return None
        if bits[k] & (c.MARK | c.QUOTE) or (bits[k] & c.VERB and is_verb(page, k)):
            return None
    return None


def _over_time(page: Page, at: int, end: int) -> int:
    """Past "on Monday", "last week", "later"."""
    bits = page.bits
    k = at
    while (
        k < end
        and k < at + 5
        and bits[k] & (c.TIME | c.ADVERB | c.PREPOSITION)
        and not bits[k] & c.NAME
    ):
        if bits[k] & c.PREPOSITION and not (k + 1 < end and bits[k + 1] & c.TIME):
            return at
        k += 1
    return k if k > at and k < end and bits[k - 1] & (c.TIME | c.ADVERB) else at


def _begins_clause(page: Page, at: int, end: int) -> bool:
    """Whether a subject and then a verb stand here."""
    bits = page.bits
    if at >= end or not bits[at] & c.WORD:
        return False
    x = bits[at]
    if x & c.PRONOUN and x & c.AUXILIARY:  # "they've"
        return True
    if x & (c.PREPOSITION | c.JOINING | c.RELATIVE) and not x & (c.NAME | c.DETERMINER):
        return False
    if page.forms[at] == "to" or (x & c.VERB and is_verb(page, at)):
        return False
    if x & c.SUBORDINATOR and not x & c.DETERMINER and page.forms[at] not in _THAT:
        return False
    for k in range(at + 1, min(end, at + 25)):
        y = bits[k]
        if y & (c.QUOTE | c.SEMICOLON | c.COLON):
            return False
        if y & c.VERB and page.forms[k] != "to" and is_verb(page, k) and not y & c.ING_CUE:
            return subject(page, k, at) is not None or k - at < 12
    return False


def clause_end(page: Page, start: int, end: int) -> int:
    """Where the reported clause ends: before ", adding", "and said", a semicolon."""
    bits = page.bits
    for k in range(start + 1, end):
        x = bits[k]
        if x & c.SEMICOLON:
            return k
        if (
            x & c.ING_CUE
            and x & c.TAG
            and k + 1 < end
            and bits[k + 1] & (c.QUOTE | c.COMMA | c.COLON)
        ):
            return k
        if not x & (c.COMMA | c.JOINING | c.DASH):
            continue
        after = k + 1
        while after < end and bits[after] & (c.ADVERB | c.JOINING) and not bits[after] & c.CUE:
            after += 1
        if after >= end:
            continue
        y = bits[after]
        if y & c.CUE and is_cue(page, after):
            if x & c.COMMA and y & c.ING_CUE:
                return k
            if (
                y & c.FINITE
                and y & (c.TAG | c.OBJECT)
                and not y & c.BARE
                and (x & c.JOINING or bits[k + 1] & c.JOINING)
            ):
                return k
    return end


def without_quotes(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a clause outside quotation marks that hold two words or more."""
    bits = page.bits
    found = []
    first = start
    for k in range(start, end + 1):
        if k == end or bits[k] & c.QUOTE:
            a, b = first, k
            while a < b and not bits[a] & (c.WORD | c.OPEN):
                a += 1
            while b > a and (
                not bits[b - 1] & (c.WORD | c.CLOSE) or bits[b - 1] & (c.JOINING | c.INDEFINITE)
            ):
                b -= 1
            size = sum(1 for y in bits[a:b] if y & c.WORD)
            if size > 1 and not (size < 4 and page.forms[a] == "what"):
                found.append((a, b))
            first = k + 1
    if bits[start] & c.QUOTE:
        return []
    return found
