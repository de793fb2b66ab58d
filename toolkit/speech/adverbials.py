"""What stands between a subject and its verb: auxiliaries, "also", "on Monday", "in a note"."""

from toolkit.speech import classes as c
from toolkit.speech.phrases import is_verb
from toolkit.speech.stream import Page

_PLACES_OF_SAYING = frozenset("in on at via during through to into over from".split())


def over_adverbials(page: Page, at: int, low: int) -> int:
    """To the left over auxiliaries, adverbs, times ("on Monday") and "in a statement"."""
    bits = page.bits
    while at >= low:
        x = bits[at]
        if x & c.PRONOUN and not x & (c.ADVERB | c.TIME):
            break
        if (x & c.JOINING and at > low and bits[at - 1] & bits[at + 1] & c.ADVERB) or (
            x & (c.ADVERB | c.NEGATION | c.AUXILIARY) and not x & (c.NAME | c.ROLE)
        ):
            at -= 1
        elif x & c.TIME and not x & c.NAME:
            at -= 1
            while at >= low and (
                bits[at] & (c.DETERMINER | c.NUMBER | c.TIME) and not bits[at] & c.NAME
            ):
                at -= 1
            if at >= low and bits[at] & c.PREPOSITION:
                at -= 1
        elif (
            x & c.NOUN_CUE
            and not x & (c.CAPITAL | c.VERB | c.BODY)
            and (k := _saying_place(page, at, low)) >= low
        ):
            at = k - 1
        else:
            break
    return at


def _saying_place(page: Page, at: int, low: int) -> int:
    """The preposition of "in a written statement", or one below ``low``."""
    bits = page.bits
    for k in range(at - 1, max(low, at - 6) - 1, -1):
        x = bits[k]
        if x & c.PREPOSITION:
            return k if page.forms[k] in _PLACES_OF_SAYING else low - 1
        if not x & c.WORD or (x & (c.VERB & ~c.DETERMINER) and is_verb(page, k)):
            return low - 1
    return low - 1
