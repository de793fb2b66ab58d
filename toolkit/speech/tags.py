"""Tags behind a quotation: "…," she said; "…," said the minister; "…" for all, she said."""

from toolkit.speech import classes as c
from toolkit.speech.cues import Cue, ending, is_cue, phrasal
from toolkit.speech.phrases import STOPS, Phrase
from toolkit.speech.phrases_after import right
from toolkit.speech.stream import Page
from toolkit.speech.subjects import speaker_of


def tag_after(page: Page, seat: int, low: int, high: int) -> Cue | None:
    """ "…," she said; "…," said the minister; "…" is how she put it."""
    bits = page.bits
    at = seat + 1
    while at < high and bits[at] & (c.COMMA | c.DASH | c.CLOSE):
        at += 1
    if at >= high or bits[at] & c.QUOTE:
        return None
    start = at
    while at < high and bits[at] & c.ADVERB and not bits[at] & c.CUE:
        at += 1
    if at < high and bits[at] & c.FINITE and bits[at] & c.TAG and is_cue(page, at):
        after = phrasal(page, at)
        phrase = right(page, after, high)
        if phrase is not None and _can_speak(page, phrase):
            return Cue(phrase, (at, after), "tag")
    if page.forms[start] == "according" and start + 2 < high:
        phrase = right(page, start + 2, high)
        return Cue(phrase, (start, start + 2), "tag") if phrase else None
    apart = bits[seat + 1] & c.DASH and ending(page, seat) == " "  # a “listener” – one who
    for k in range(start + 1, start if apart else min(high, start + 50)):
        x = bits[k]
        if x & (c.QUOTE | c.STOP | c.SEMICOLON | c.COLON):
            break
        if x & c.CUE and x & (c.FINITE | c.PARTICIPLE_CUE) and x & (c.TAG | c.CLAUSE | c.HEARER):
            if not is_cue(page, k):
                continue
            phrase = _document(page, start, k) or speaker_of(page, k, start, high)
            if phrase is None or phrase.start < start:
                continue
            if (
                bits[seat + 1] & c.WORD
                and ending(page, seat) == " "
                and not _close_by(page, start, phrase)
            ):
                continue
            if not _opens_tag(page, start, phrase) or _leads_on(page, seat, k, high):
                continue
            return Cue(phrase, (k, phrasal(page, k)), "tag")
    if ending(page, seat) in ",?!":
        found = _bare_tag(page, start, high)
        if found is not None:
            return found
    if start > seat + 1 and bits[start - 1] & c.DASH:
        phrase = right(page, start, high)
        if phrase and phrase.kind == "name" and phrase.end >= high - 1:
            return Cue(phrase, None, "tag")
    return None


def tag_later(page: Page, seat: int, low: int, high: int) -> Cue | None:
    """The plan is "a disgrace" for all, she said."""
    bits = page.bits
    for k in range(high - 1, seat, -1):
        x = bits[k]
        if x & c.FINITE and x & c.TAG and is_cue(page, k):
            phrase = speaker_of(page, k, seat + 1, high)
            if phrase is None:
                continue
            at = (phrase.start if phrase.start < k else k) - 1
            if at > seat and bits[at] & (c.COMMA | c.DASH):
                return Cue(phrase, (k, phrasal(page, k)), "later")
    return None


def _bare_tag(page: Page, start: int, high: int) -> Cue | None:
    """ "…," he accepts: a verb that reports by its place alone."""
    bits = page.bits
    phrase = right(page, start, high)
    if phrase is None or phrase.start != start or phrase.kind not in ("pronoun", "name"):
        return None
    verb = phrase.end
    if verb >= high or not bits[verb] & c.WORD or bits[verb] & (STOPS | c.CAPITAL | c.TIME):
        return None
    fits = bits[verb] & c.VERB or page.forms[verb].endswith(("s", "ed"))
    closed = verb + 1 >= high or bits[verb + 1] & (c.MARK | c.QUOTE | c.ADVERB | c.PREPOSITION)
    if not closed or page.forms[verb + 1 : verb + 2] == ["to"]:
        return None
    return Cue(phrase, (verb, verb + 1), "tag") if fits else None


def _document(page: Page, start: int, verb: int) -> Phrase | None:
    """ "…," the report by Lee and others said: the whole of it."""
    bits = page.bits
    if not (bits[start] & c.DETERMINER and bits[start + 1] & c.NOUN_CUE):
        return None
    plain = page.forms[start + 2] == "by" and not any(x & c.COMMA for x in bits[start:verb])
    return Phrase(start, verb, "noun", start + 1) if plain else None


def _leads_on(page: Page, seat: int, verb: int, high: int) -> bool:
    """Whether a verb behind a finished quotation leads to the next: "…?” Lee added: “…"."""
    bits = page.bits
    if ending(page, seat) not in ".?!":
        return False
    colon = next((k for k in range(verb + 1, min(high, verb + 9)) if bits[k] & c.COLON), high)
    return colon + 1 < high and bool(bits[colon + 1] & c.QUOTE)


def _close_by(page: Page, start: int, phrase: Phrase) -> bool:
    """Whether the subject stands at once behind the quotation: "…" is how she put it."""
    return phrase.start - start <= 1 or page.forms[start + 1] in ("how", "what")


def _opens_tag(page: Page, start: int, phrase: Phrase) -> bool:
    """Whether the subject opens what follows the quotation, but for "as" or a time."""
    bits = page.bits
    between = bits[start : phrase.start]
    if not between:
        return True
    if any(is_cue(page, k) for k in range(start, phrase.start)):
        return False
    if between[0] & (c.JOINING | c.SUBORDINATOR | c.RELATIVE) and page.forms[start] != "as":
        return False
    return len(between) <= 12 and not any(x & c.PRONOUN for x in between)


def _can_speak(page: Page, phrase: Phrase) -> bool:
    if phrase.kind != "noun":
        return True
    x = page.bits[phrase.head]
    return (
        bool(x & (c.ROLE | c.BODY | c.QUANTITY | c.PLURAL | c.NAME))
        or phrase.end - phrase.start > 1
    )
