"""Noun phrases beside a verb: who stands where the one who speaks stands.

A phrase is read from its end to the left (the subject before a verb) or from its start to the
right (after "said" or "according to"). Grammar: Quirk et al. 1985, chapters 10 and 17.
"""

from dataclasses import dataclass

from toolkit.speech import classes as c
from toolkit.speech.stream import Page

STOPS = c.MARK | c.QUOTE | c.PREPOSITION | c.JOINING | c.SUBORDINATOR | c.RELATIVE | c.AUXILIARY
STOPS |= c.PRONOUN | c.NEGATION | c.DETERMINER
PEOPLE = c.ROLE | c.BODY | c.QUANTITY
OF_BODIES = frozenset(("of", "for", "on"))
BESIDE = frozenset("close familiar loyal opposed based present briefed".split())
DEEPEST = 4
BE = frozenset("is are was were be been being am".split())
_BEFORE_BARE = (
    c.PRONOUN | c.AUXILIARY | c.ADVERB | c.JOINING | c.RELATIVE | c.QUANTITY | c.NEGATION | c.COMMA
)
_BEFORE_BARE |= c.QUOTE
_NOT_THAT = c.PLURAL | c.DETERMINER
_MANY = frozenset("some many others few several all both most critics".split())
_BEFORE_NOUNISH = _BEFORE_BARE & ~c.JOINING | c.NAME | c.ROLE | c.BODY | c.CLOSE | c.DASH | c.TIME


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: items ``start`` to before ``end``; ``head`` its chief word.

    ``kind`` is ``name``, ``joint`` (two names), ``pronoun`` or ``noun``; ``name`` are the items of
    the name in it, with titles before it ("President Macron").
    """

    start: int
    end: int
    kind: str
    head: int
    name: tuple[int, int] | None = None


def is_verb(page: Page, at: int) -> bool:
    """Whether a word that may be a verb stands where verbs stand, not nouns ("the report")."""
    bits = page.bits
    x = bits[at]
    if not x & c.VERB:
        return False
    if x & c.AUXILIARY:
        return True
    before = bits[at - 1] if at else 0
    if before & (c.DETERMINER | c.POSSESSIVE | c.NUMBER) and not before & (c.PRONOUN | c.RELATIVE):
        return False
    if x & c.BARE:  # "they claim", but "the first claim"
        if before & c.QUANTITY:
            return page.forms[at - 1] in _MANY
        if before & c.NAME and x & c.CUE:
            return bool(before & _BEFORE_BARE) or _plural_in(page, at - 1)
        return before & _BEFORE_BARE != 0 or (before & c.PLURAL != 0 and not before & c.PREPOSITION)
    if x & c.NOUNISH:  # "he claims", but "false claims", "due to claims"
        if x & c.PLURAL and before & c.AUXILIARY and not before & c.PRONOUN:
            return False
        if x & c.CUE and page.forms[at - 1] in c.grammar("source"):  # "the report notes"
            return True
        return before & _BEFORE_NOUNISH != 0
    return not before & (c.PREPOSITION & ~c.ADVERB) or bool(x & c.ING_CUE)


def _plural_in(page: Page, at: int) -> bool:
    """Whether a name ends what several people are in or from: "officials in Kyiv"."""
    bits = page.bits
    if bits[at] & c.PLURAL:
        return True
    for k in range(at - 1, max(at - 5, 0), -1):
        if bits[k] & c.PREPOSITION:
            return bool(bits[k - 1] & (c.PLURAL | c.QUANTITY))
        if not bits[k] & (c.NAME | c.DETERMINER | c.ADJECTIVE):
            return False
    return False


def left(page: Page, last: int, low: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that ends with item ``last`` and begins at ``low`` or later."""
    bits = page.bits
    if bits[last] & c.CLOSE:
        last = _before_bracket(bits, last, low)
        if last < low:
            return None
    x = bits[last]
    if x & c.PRONOUN and not x & c.NAME:
        return Phrase(last, last + 1, "pronoun", last)
    if not x & c.WORD or x & c.POSSESSIVE:
        return None
    if x & c.NAME:
        start = name_start(page, last, low)
        name = (start, last + 1)
        begin = _modifiers_left(page, start, low)
        if begin - 2 >= low and page.forms[begin - 1] == "and" and bits[begin - 2] & c.NAME:
            first = left(page, begin - 2, low, DEEPEST)
            if first is not None and first.kind == "name":
                whole = _complement(page, first.start, last, low, depth)
                return whole or Phrase(first.start, last + 1, "joint", last)
        whole = _complement(page, begin, last, low, depth)
        return whole or Phrase(begin, last + 1, "name", last, name)
    if x & STOPS & ~c.QUANTITY or (x & c.VERB and is_verb(page, last) and not x & PEOPLE):
        return None
    if x & c.ADVERB and not x & PEOPLE:
        return None
    begin = last
    while begin > low and _inside_noun_phrase(page, begin - 1):
        begin -= 1
    if begin < last and begin > low and bits[begin - 1] & c.COMMA:
        begin += page.forms[begin].endswith("ing")  # ", causing critics to say"
    if (
        begin - 2 >= low
        and bits[begin - 1] & c.JOINING
        and bits[begin] & bits[begin - 2] & c.PEOPLE
    ):
        begin -= 2  # "the US and French presidents"
    begin = _determiners_left(bits, begin, low)
    if begin < last and page.forms[begin] == "that" and (bits[last] | bits[begin + 1]) & _NOT_THAT:
        begin += 1  # "argued that politicians …", "argued that the move …"
    return _complement(page, begin, last, low, depth) or Phrase(begin, last + 1, "noun", last)


def _before_bracket(bits: list[int], last: int, low: int) -> int:
    for k in range(last - 1, max(low, last - 12) - 1, -1):
        if bits[k] & c.OPEN:
            return k - 1
    return low - 1


def name_start(page: Page, last: int, low: int) -> int:
    """Where the name begins whose last word is ``last``: over particles and "Department of"."""
    bits = page.bits
    start = last
    while start > low:
        x = bits[start - 1]
        if x & c.NAME and not x & c.POSSESSIVE:
            start -= 1
        elif x & c.PARTICLE and (before := _before_particles(bits, start - 1, low)) >= low:
            start = before
        elif page.forms[start - 1] == "&" and start - 2 >= low and bits[start - 2] & c.NAME:
            start -= 2
        else:
            step = 2 if page.forms[start - 1] == "the" else 1
            at = start - step
            if (
                at - 1 >= low
                and page.forms[at] in OF_BODIES
                and bits[at - 1] & c.NAME
                and bits[at - 1] & (c.BODY | c.ROLE)
                and not bits[at - 1] & c.POSSESSIVE
            ):
                start = at - 1
            else:
                break
    return start


def _before_particles(bits: list[int], at: int, low: int) -> int:
    """The name before "van der"; one below ``low`` where there is none."""
    while at >= low and bits[at] & c.PARTICLE and not bits[at] & c.NAME:
        at -= 1
    return at if at >= low and bits[at] & c.NAME and not bits[at] & c.POSSESSIVE else low - 1


def past_particles(bits: list[int], at: int) -> int:
    """The name after "van der"; 0 where there is none."""
    while at < len(bits) and bits[at] & c.PARTICLE and not bits[at] & c.NAME:
        at += 1
    return at if at < len(bits) and bits[at] & c.NAME else 0


def _inside_noun_phrase(page: Page, at: int) -> bool:
    x = page.bits[at]
    if not x & c.WORD or x & (STOPS & ~c.NAME) or x & c.TIME:
        return bool(x & c.NAME and x & c.ACRONYM)
    if x & c.ADVERB and not x & (c.NAME | c.ADJECTIVE):
        return False
    return not (x & c.VERB and is_verb(page, at)) or bool(x & (c.ROLE | c.BODY))


def _determiners_left(bits: list[int], begin: int, low: int) -> int:
    while begin > low and bits[begin - 1] & (c.DETERMINER | c.QUANTITY | c.NUMBER):
        begin -= 1
    return begin


def _modifiers_left(page: Page, start: int, low: int) -> int:
    """Over what stands before a name and belongs to it: "the former spokeswoman Jane Doe"."""
    bits = page.bits
    begin = start
    if begin > low and bits[begin - 1] & (c.ROLE | c.TITLE) and not bits[begin - 1] & c.POSSESSIVE:
        while begin > low and _inside_noun_phrase(page, begin - 1):
            begin -= 1
        return _determiners_left(bits, begin, low)
    while begin > low and bits[begin - 1] & c.ADJECTIVE and bits[begin - 1] & c.WORD:
        begin -= 1
    if begin > low and bits[begin - 1] & c.DETERMINER:
        begin -= 1
    return begin


def _complement(page: Page, begin: int, last: int, low: int, depth: int) -> Phrase | None:
    """The larger phrase, if what was found completes one: "a spokesman for the ministry"."""
    bits = page.bits
    at = begin - 1
    if depth >= DEEPEST or at <= low or not bits[at] & c.PREPOSITION:
        return None
    if bits[at] & (c.TIME | c.SUBORDINATOR):  # "after she said"
        return None
    of = page.forms[at] in ("of", "from", "at", "for")
    while at > low and bits[at - 1] & (c.PREPOSITION | c.JOINING):
        at -= 1
    at -= 1
    if at > low and page.forms[at] in BESIDE:
        at -= 1
    if at < low or not bits[at] & (c.WORD | c.CLOSE) or bits[at] & (c.POSSESSIVE | c.PRONOUN):
        return None
    inner = left(page, at, low, depth + 1)
    if inner is None or inner.kind == "pronoun":
        return None
    if inner.kind == "name" and not bits[inner.head] & (c.ROLE | c.BODY):
        return inner if of else None
    return Phrase(inner.start, last + 1, "noun", inner.head)
