"""The speaker and the cue of each quotation: beside it, in its sentence, or in the one before.

The order of the rules is that of news prose (Bell 1991; O'Keefe et al. 2012): a tag right after
the quotation ("…," she said), a verb right before it (she said: "…"), any cue in the sentence, and
for quotations that stand alone whoever spoke last.
"""

from toolkit.speech import classes as c
from toolkit.speech.cues import Cue, ending, is_cue, phrasal
from toolkit.speech.phrases import Phrase, left
from toolkit.speech.phrases_after import right
from toolkit.speech.reporting import forms_of
from toolkit.speech.stream import Page
from toolkit.speech.subjects import main_subject, speaker_of
from toolkit.speech.tags import tag_after, tag_later
from toolkit.text.inflection import verb_forms

# Verbs that report only where no better one stands before them: "said she supports …".
_WEAK = frozenset(
    form
    for base in (
        "support speak talk refer present give offer deliver share address proceed welcome back"
        " endorse defend accept grant approve press push challenge follow thank show prove sign"
        " feel consider expect hope agree pretend imagine know determine resolve commit rule"
        " guarantee"
    ).split()
    for form in verb_forms(base)
)
# Verbs that report only what stands right beside them: "as the work began for all, a “joke” …".
_BESIDE = frozenset(
    form
    for base in "begin sign publish command read sing rule commit show order".split()
    for form in forms_of(base)
)


ENDLESS = 2000  # items: what is longer is no sentence


def cue_of(page: Page, seat: int) -> Cue | None:
    """The speaker and cue that stand in the sentence of the quotation at item ``seat``."""
    frame = page.frame_of(seat)
    if page.frames[frame + 1] - page.frames[frame] > ENDLESS:
        return None
    low, high = page.window(frame, seat)
    bits = page.bits
    ended = ending(page, seat)
    before = seat - 1
    led_in = before >= low and (
        bits[before] & c.COLON
        or (bits[before] & (c.COMMA | c.DASH) and _verb_near(page, before, low))
        or (bits[before] & c.CUE and is_cue(page, before) and ended in ".?!")
        or (bits[before] & c.FINITE and not bits[before] & c.NOUNISH and ended == ",")
    )
    whole = seat == low or (seat > low and not any(x & c.WORD for x in bits[low:seat]))
    rules = [tag_after, _verb_before, _according, tag_later, _subject]
    if led_in:
        rules = [_verb_before, tag_after, _according, tag_later, _subject]
    elif not whole and ended not in ",?!—-" and not _comma_after(page, seat, high):
        rules = [_verb_before, _according, tag_after, tag_later, _subject]
    for rule in rules:
        found = rule(page, seat, low, high)
        if found is not None:
            return found
    last = frame + 1 == len(page.opening) or page.opening[frame + 1]
    if seat + 1 == high and ended in ",?!—-" and not last and not led_in:
        return tag_after(page, seat, seat, page.frames[frame + 2])
    return None


def _comma_after(page: Page, seat: int, high: int) -> bool:
    return seat + 1 < high and bool(page.bits[seat + 1] & (c.COMMA | c.DASH))


def _verb_near(page: Page, at: int, low: int) -> bool:
    """Whether a reporting verb stands close before a mark, in its own stretch."""
    bits = page.bits
    for k in range(at - 1, max(low, at - 9) - 1, -1):
        if bits[k] & (c.COMMA | c.STOP | c.QUOTE | c.SEMICOLON):
            return False
        if bits[k] & c.CUE and is_cue(page, k):
            return True
        if bits[k] & c.NOUN_CUE:
            return True
    return False


def _verb_before(page: Page, seat: int, low: int, high: int) -> Cue | None:
    """She said: "…"; she called it "…"; in a statement: "…"."""
    bits = page.bits
    fallback: Cue | None = None
    bracket = 0
    for k in range(seat - 1, max(low, seat - 70) - 1, -1):
        x = bits[k]
        bracket += bool(x & c.CLOSE) - bool(x & c.OPEN and bracket)
        if bracket:  # what is said in brackets ends there
            continue
        if x & c.STOP and page.forms[k] != ".":
            break
        if x & c.CUE and is_cue(page, k):
            phrase = speaker_of(page, k, low, high)
            if phrase is None or (phrase.start > seat and not x & c.ING_CUE):
                continue
            if page.forms[k] in _BESIDE and seat - k > 3 and not bits[seat - 1] & c.COLON:
                continue  # "as the work began for …"
            found = Cue(phrase, (k, phrasal(page, k)), "before")
            if page.forms[k] not in _WEAK:
                return found
            fallback = fallback or found
        elif x & c.NOUN_CUE and page.forms[k] == "according":
            phrase = right(page, k + 2, seat)
            if phrase is not None:
                return Cue(phrase, (k, k + 2), "according")
        elif x & c.NOUN_CUE and (fallback is None or page.forms[k + 1] == "that"):
            owner = owner_of(page, k, low)
            if owner is not None:
                fallback = Cue(owner, (k, k + 1), "noun")
                if page.forms[k + 1] == "that":
                    return fallback
    if fallback is not None:
        return fallback
    if seat > low and bits[seat - 1] & c.COLON:
        phrase = left(page, seat - 2, low) if seat - 2 >= low else None
        if phrase and phrase.start == low and phrase.kind != "pronoun":
            return Cue(phrase, None, "colon")
        phrase = main_subject(page, low, seat)
        if phrase is None:  # "Miller on the book: …"
            phrase = right(page, low, seat)
            if phrase is not None and phrase.kind != "name":
                phrase = None
        if phrase is not None:
            return Cue(phrase, None, "colon")
    return None


def owner_of(page: Page, noun: int, low: int) -> Phrase | None:
    """Whose the statement is: "Trump's claim that", "a statement from the ministry"."""
    bits = page.bits
    if noun + 1 < len(bits) and page.forms[noun + 1] in ("from", "by", "of"):
        found = right(page, noun + 2, len(bits))
        if found is not None and found.kind == "name" and page.forms[noun + 1] != "of":
            return found
    k = noun - 1
    while k >= low and bits[k] & c.WORD and not bits[k] & (
        c.POSSESSIVE | c.DETERMINER | c.PREPOSITION | c.VERB | c.JOINING | c.RELATIVE
    ):  # fmt: skip
        k -= 1
    if k >= low and bits[k] & c.POSSESSIVE:
        if page.forms[k][:-2] in c.grammar("time"):  # "last month's comments"
            return None
        return _possessor(page, k, low)
    return None


def _possessor(page: Page, at: int, low: int) -> Phrase | None:
    """The phrase that ends in a genitive: "the French president's"."""
    old = page.bits[at]
    page.bits[at] = old & ~c.POSSESSIVE
    try:
        return left(page, at, low)
    finally:
        page.bits[at] = old


def _according(page: Page, seat: int, low: int, high: int) -> Cue | None:
    """…, according to the French leader."""
    for k in range(low, high - 2):
        if page.bits[k] & c.WORD and page.forms[k] == "according" and page.forms[k + 1] == "to":
            phrase = right(page, k + 2, high)
            if phrase is not None:
                return Cue(phrase, (k, k + 2), "according")
        if page.bits[k] & c.NOUN_CUE and page.forms[k] == "words" and page.forms[k + 1] == "of":
            phrase = right(page, k + 2, high)
            if phrase is not None:
                return Cue(phrase, (k, k + 2), "according")
    return None


def _subject(page: Page, seat: int, low: int, high: int) -> Cue | None:
    """Of words quoted with no cue: the subject of the sentence, if it is somebody."""
    phrase = main_subject(page, low, seat)
    if phrase is None or (phrase.kind == "noun" and not page.bits[phrase.head] & c.ROLE):
        return None
    if phrase.kind == "pronoun" and page.forms[phrase.head] in ("it", "you"):
        return None
    return Cue(phrase, None, "subject")
