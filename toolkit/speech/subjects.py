"""The subject of a verb: who "said", also over commas, relative clauses and joined verbs."""

from toolkit.speech import classes as c
from toolkit.speech.adverbials import over_adverbials
from toolkit.speech.asides import apposed_to, over_aside
from toolkit.speech.phrases import BE, DEEPEST, STOPS, Phrase, is_verb, left
from toolkit.speech.phrases_after import right
from toolkit.speech.stream import Page

_FAR = 120  # items to the subject of a sentence
_LONGEST = 60  # items from a verb to its subject


def speaker_of(page: Page, verb: int, low: int, high: int) -> Phrase | None:
    """Who says what the reporting verb at item ``verb`` reports.

    ``low`` and ``high`` are the bounds of its sentence.
    """
    bits = page.bits
    x = bits[verb]
    if x & c.ING_CUE:
        return _of_participle(page, verb, low, high)
    if x & c.PARTICIPLE_CUE and verb + 1 < high and page.forms[verb + 1] == "by":
        return right(page, verb + 2, high)
    if is_passive(page, verb, low):
        return None
    found = _inverted(page, verb, low, high) or subject(page, verb, low)
    if found is None and x & c.TAG and _may_invert(page, verb, low):
        found = right(page, verb + 1, high)
        if (
            found
            and found.kind == "noun"
            and not bits[found.head] & (c.ROLE | c.BODY | c.PLURAL | c.QUANTITY)
        ):
            found = None
    return found


def _inverted(page: Page, verb: int, low: int, high: int) -> Phrase | None:
    """The subject of ", says Boer," between commas: of a verb that takes no hearer or object."""
    bits = page.bits
    if not bits[verb] & c.TAG or bits[verb] & (c.HEARER | c.OBJECT | c.INFINITIVE):
        return None
    if verb == low or not bits[verb - 1] & c.COMMA:
        return None
    found = right(page, verb + 1, high)
    if found is None or not (found.kind == "name" or bits[found.head] & c.ROLE):
        return None
    closed = found.end >= high or bits[found.end] & (c.MARK | c.QUOTE | c.RELATIVE)
    return found if closed else None


_GOVERNORS = c.NAME | c.ROLE | c.BODY | c.PLURAL | c.PRONOUN | c.ADVERB | c.QUANTITY | c.NEGATION
_GOVERNORS |= c.VERB | c.QUOTE | c.NOUN_CUE


def is_passive(page: Page, verb: int, low: int) -> bool:
    """Whether a form of "be" makes a participle passive: "was told"."""
    if not page.bits[verb] & c.PARTICIPLE_CUE:
        return False
    at = verb - 1
    while at >= low and page.bits[at] & (c.ADVERB | c.NEGATION):
        at -= 1
    return at >= low and page.forms[at] in BE


def _may_invert(page: Page, verb: int, low: int) -> bool:
    """Whether a verb stands where one comes before its subject: after a mark, or first."""
    at = verb - 1
    while at >= low and page.bits[at] & c.ADVERB:
        at -= 1
    return at < low or bool(page.bits[at] & (c.QUOTE | c.COMMA | c.DASH | c.COLON | c.SUBORDINATOR))


def subject(page: Page, verb: int, low: int, depth: int = 0) -> Phrase | None:
    """The phrase before a finite verb that is its subject."""
    bits = page.bits
    if bits[verb] & c.PRONOUN and bits[verb] & c.AUXILIARY:  # "they've"
        return Phrase(verb, verb + 1, "pronoun", verb)
    low = max(low, verb - _LONGEST)
    if verb - 2 > low and page.forms[verb - 1] == "to" and not bits[verb - 2] & (c.MARK | c.VERB):
        found = _of_adjective(page, verb - 2, low)
        if found is not None:  # "it was fair to say" is nobody's
            return None if page.forms[found.head] == "it" else found
        if not bits[verb - 2] & _GOVERNORS:  # "went to the press to say"
            return main_subject(page, low, verb - 1)
    at = over_adverbials(page, verb - 1, low)
    if at < low or depth > DEEPEST:
        return None
    x = bits[at]
    if x & (c.COMMA | c.DASH | c.CLOSE) and not x & c.WORD:
        return left(page, at, low) if x & c.CLOSE else over_aside(page, at, low)
    if x & c.JOINING:
        return _of_joined(page, at, low, depth)
    if x & c.RELATIVE:
        return _antecedent(page, at, low)
    if x & c.VERB and is_verb(page, at):
        return subject(page, at, low, depth + 1)
    if not x & c.WORD:
        return None
    found = left(page, at, low)
    if found is not None and found.start > low and bits[found.start - 1] & (c.VERB | c.PREPOSITION):
        return _before_relative(page, found.start, low) or found
    return found


def _of_adjective(page: Page, adjective: int, low: int) -> Phrase | None:
    """The subject of "was keen to say", whose adjective stands at an item."""
    bits = page.bits
    at = adjective - 1
    while at > low and bits[at] & (c.ADVERB | c.QUANTITY | c.NEGATION):
        at -= 1
    is_be = page.forms[at] in BE or (bits[at] & c.PRONOUN and bits[at] & c.AUXILIARY)
    return subject(page, at, low) if is_be else None


def _before_relative(page: Page, start: int, low: int) -> Phrase | None:
    """The subject before a clause that ends in an object: "a woman who answered the door"."""
    bits = page.bits
    verb = False
    for k in range(start - 1, max(low, start - 12), -1):
        x = bits[k]
        if x & (c.MARK | c.QUOTE):
            return None
        if x & c.RELATIVE and (page.forms[k] != "that" or bits[k + 1] & c.VERB):
            return left(page, k - 1, low) if verb else None
        verb = verb or bool(x & c.VERB and page.forms[k] != "to")
    return None


def _antecedent(page: Page, relative: int, low: int) -> Phrase | None:
    at = relative - 1
    while at >= low and page.bits[at] & (c.COMMA | c.PREPOSITION):
        at -= 1
    found = left(page, at, low) if at >= low else None
    if found is not None:
        found = apposed_to(page, found, low) or found
    if (
        found is not None
        and found.kind == "noun"
        and not page.bits[found.head] & (c.ROLE | c.BODY | c.PLURAL | c.QUANTITY)
    ):  # "praise from Ed Lim, who"
        return left(page, at, low, DEEPEST)
    return found


def _of_joined(page: Page, joint: int, low: int, depth: int) -> Phrase | None:
    """The subject of "and said": that of the verb before it."""
    tries = 0
    for k in range(joint - 1, low - 1, -1):
        x = page.bits[k]
        if x & c.STOP:
            break
        if x & c.VERB and is_verb(page, k) and page.forms[k] not in ("to", "be", "been"):
            tries += 1
            if tries > 3:
                break
            found = subject(page, k, low, depth + 1)
            if found is not None:
                return _of_reporting(page, k, found, low, depth) or found
            if x & c.TAG and _may_invert(page, k, low):
                found = right(page, k + 1, joint)
                if found is not None:
                    return found
    return None


def _of_reporting(page: Page, verb: int, found: Phrase, low: int, depth: int) -> Phrase | None:
    """Of "Lee argued that the move will help and warned": Lee, since moves do not warn."""
    bits = page.bits
    if found.kind != "noun" or bits[found.head] & (c.ROLE | c.BODY | c.QUANTITY | c.PLURAL):
        return None
    for k in range(min(found.start, verb) - 1, low - 1, -1):
        if bits[k] & (c.STOP | c.SEMICOLON):
            return None
        if bits[k] & c.CUE and bits[k] & c.FINITE and is_verb(page, k):
            return subject(page, k, low, depth + 1)
    return None


def _of_participle(page: Page, verb: int, low: int, high: int) -> Phrase | None:
    """The subject of ", adding": that of the sentence's verb."""
    bits = page.bits
    if verb > low and bits[verb - 1] & c.WORD:  # "…, with Boswell stating", "…, Boswell stating"
        own = left(page, verb - 1, low)
        if (
            own is not None
            and own.start > low
            and (page.forms[own.start - 1] == "with" or bits[own.start - 1] & c.COMMA)
        ):
            return own
    found = main_subject(page, low, verb)
    if found is not None:
        return found
    if not any(bits[k] & c.VERB for k in range(low, verb)):  # "Calling it a shame, she left"
        for k in range(verb, high):
            if bits[k] & (c.COMMA | c.QUOTE):
                found = _first_subject(page, k + 1, high)
                if found is not None:
                    return found
    for k in range(verb - 1, low - 1, -1):
        if (
            bits[k] & c.TAG
            and bits[k] & c.FINITE
            and is_verb(page, k)
            and _may_invert(page, k, low)
        ):
            return right(page, k + 1, verb)
    return None


def _after_relative(bits: list[int], at: int, low: int) -> bool:
    """Whether a verb stands in a relative clause: nothing but small words since "who"."""
    k = at - 1
    while k >= low and bits[k] & (c.AUXILIARY | c.ADVERB | c.NEGATION):
        k -= 1
    return k >= low and bool(bits[k] & c.RELATIVE)


def main_subject(page: Page, low: int, high: int) -> Phrase | None:
    """The subject of the first verb that has one in a sentence, behind what opens it."""
    bits = page.bits
    start, high = low, min(high, low + _FAR)
    while start < high and not bits[start] & c.WORD:
        start += 1
    if start < high and (
        bits[start] & (c.SUBORDINATOR | c.PREPOSITION | c.CUE)
        or page.forms[start].endswith(("ed", "ing"))
    ):
        comma = next((k for k in range(start, high) if bits[k] & c.COMMA), high)
        found = _first_subject(page, comma + 1, high)
        if found is not None:
            return found
    return _first_subject(page, start, high)


def opening_phrase(page: Page, low: int, high: int) -> Phrase | None:
    """Who opens a sentence whose verb is not known as one: "Lee shrugs his shoulders"."""
    bits = page.bits
    start = low
    while start < high and not bits[start] & (c.WORD | c.QUOTE):
        start += 1
    found = right(page, start, high) if start < high else None
    if found is None or found.kind == "noun" or found.end >= high:
        return None
    after = bits[found.end]
    if found.kind == "name" and after & c.COMMA:  # "Ed Lim, who likes it, laughs"
        return found if bits[found.end + 1] & (c.RELATIVE | c.NUMBER | c.DETERMINER) else None
    return found if after & c.WORD and not after & STOPS else None


def _first_subject(page: Page, low: int, high: int) -> Phrase | None:
    bits = page.bits
    for k in range(low, high):
        x = bits[k]
        if x & c.QUOTE:
            break
        if x & c.VERB and not x & c.ING_CUE and is_verb(page, k):
            if page.forms[k] in ("to", "be", "been", "being") or _after_relative(bits, k, low):
                continue
            if k > low and page.forms[k - 1] == "to":  # no sentence's verb; it asks for this one
                continue
            found = subject(page, k, low)
            if found is not None:
                return found
    return None
