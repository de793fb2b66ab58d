"""Indirect speech: what somebody is reported to have said, asked, promised or rejected.

The forms are those of Quirk et al. 1985, 14.28-35 and 16.30-38: a clause with or without "that", a
question, an infinitive, a noun phrase after a verb that judges ("rejected the idea"), and a clause
with the reporting verb behind it or in the middle of it.
"""

from dataclasses import dataclass

from toolkit.speech import classes as c
from toolkit.speech.adverbials import over_adverbials
from toolkit.speech.cues import is_cue, phrasal
from toolkit.speech.phrases import Phrase, is_verb
from toolkit.speech.phrases_after import right
from toolkit.speech.reported_clauses import clause_end, complement, without_quotes
from toolkit.speech.speakers import ENDLESS, owner_of
from toolkit.speech.stream import Page
from toolkit.speech.subjects import is_passive, speaker_of

_SHOWS = frozenset(
    "suggest imply show indicate mean prove demonstrate signal reveal underline underscore".split()
)
_REPORTS = c.TAG | c.CLAUSE | c.THAT | c.HEARER | c.INFINITIVE | c.OBJECT
_AFTER_A_TAG = c.MARK | c.QUOTE | c.PREPOSITION | c.TIME | c.ADVERB | c.SUBORDINATOR | c.ING_CUE
_AFTER_A_TAG |= c.JOINING | c.RELATIVE
_SHORTEST_CLAUSE = 4  # items, where no verb is known in it
_HEARERS = c.NAME | c.ROLE | c.BODY | c.PLURAL | c.PRONOUN | c.DETERMINER
_LONGEST = 200  # items to either side of a verb


@dataclass(slots=True)
class Report:
    """Indirect speech in one sentence: its stretches, its speaker, the items of the cue."""

    stretches: list[tuple[int, int]]
    phrase: Phrase
    verb: tuple[int, int]


def reports(page: Page, low: int, high: int, cues: list[int]) -> list[Report]:
    """The indirect speech of the sentence from item ``low`` to before ``high``."""
    bits, forms = page.bits, page.forms
    cues = [
        k
        for k in cues
        if bits[k] & c.CUE or forms[k] == "according" or forms[k + 1 : k + 2] == ["that"]
    ]
    if not cues or high - low > ENDLESS:
        return []
    end = high
    while end > low and not bits[end - 1] & (c.WORD | c.QUOTE | c.CLOSE):
        end -= 1
    found: list[Report] = []
    done = low
    if cues and cues[-1] > low and bits[cues[-1]] & c.TAG and bits[cues[-1]] & c.FINITE:
        final = _final_tag(page, cues[-1], max(low, cues[-1] - _LONGEST), end)
        if final is not None:
            return [final]
    for at in cues:
        if at < done or (
            bits[at] & c.CUE and not bits[at] & _REPORTS and not bits[at] & c.NOUN_CUE
        ):
            continue
        first, last = max(low, at - _LONGEST), min(end, at + _LONGEST)
        if bits[at] & c.CUE and is_cue(page, at):
            report = _of_verb(page, at, first, last)
        elif bits[at] & c.NOUN_CUE and at + 1 < end and page.forms[at + 1] == "that":
            report = _of_noun(page, at, first, last)
        else:
            continue
        if report is not None:
            found.append(report)
            done = max(done, report.stretches[-1][1])
    if not found and any(page.forms[at] == "according" for at in cues):
        report = _according(page, low, min(end, low + _LONGEST))
        if report is not None:
            found.append(report)
    return found


def _final_tag(page: Page, verb: int, low: int, end: int) -> Report | None:
    """It was over, she said."""
    if not is_cue(page, verb) or is_passive(page, verb, low) or _negated(page, verb, low):
        return None
    after = phrasal(page, verb)
    phrase = speaker_of(page, verb, low, end)
    if phrase is None or not _speaks(page, phrase, verb) or end - max(after, phrase.end) > 8:
        return None
    if complement(page, verb, after, end) is not None and phrase.start < verb:
        return None
    stretches = _around(page, verb, after, phrase, low, end)
    return Report(stretches, phrase, (verb, after)) if stretches else None


def _of_verb(page: Page, verb: int, low: int, end: int) -> Report | None:
    bits = page.bits
    passive = is_passive(page, verb, low)
    if _negated(page, verb, low):
        return None
    after = phrasal(page, verb)
    if passive:
        return _of_passive(page, verb, after, low, end)
    stretches = complement(page, verb, after, end)
    if stretches is None and bits[verb] & c.TAG and bits[verb] & c.FINITE:
        phrase = speaker_of(page, verb, low, end)
        stretches = _around(page, verb, after, phrase, low, end) if phrase else None
    else:
        phrase = speaker_of(page, verb, low, end) if stretches else None
    if not stretches or phrase is None or not _speaks(page, phrase, verb):
        return None
    if phrase.start > low and page.forms[phrase.start - 1] in ("if", "unless"):
        return None
    return Report(stretches, phrase, (verb, after))


def _negated(page: Page, verb: int, low: int) -> bool:
    """Whether nothing was said: "did not say whether"."""
    for k in range(verb - 1, max(low, verb - 4) - 1, -1):
        x = page.bits[k]
        if x & c.NEGATION:
            return True
        if not x & (c.AUXILIARY | c.ADVERB):
            return False
    return False


def _of_passive(page: Page, verb: int, after: int, low: int, end: int) -> Report | None:
    """The demand was rejected by Zelensky."""
    if not (page.bits[verb] & c.OBJECT and after + 1 < end and page.forms[after] == "by"):
        return None
    phrase = right(page, after + 1, end)
    if phrase is None or not _speaks(page, phrase, verb):
        return None
    last = over_adverbials(page, verb - 1, low) + 1
    first = low
    while first < last and not page.bits[first] & c.WORD:
        first += 1
    return Report([(first, last)], phrase, (verb, after)) if last - first > 1 else None


def _around(
    page: Page, verb: int, after: int, phrase: Phrase, low: int, end: int
) -> list[tuple[int, int]] | None:
    """It was over, she said; the sum, she objected, was too large."""
    bits = page.bits
    first = min(phrase.start, verb)
    last = max(phrase.end, after)
    before = first - 1
    while before >= low and bits[before] & (c.SUBORDINATOR | c.ADVERB):
        before -= 1
    if before <= low or not bits[before] & (c.COMMA | c.DASH):
        return None
    if any(x & c.QUOTE for x in bits[low:before]) and not any(x & c.VERB for x in bits[low:before]):
        return None
    between = range(phrase.end, verb)
    if any(
        bits[k] & (c.COMMA | c.RELATIVE | c.VERB) and not bits[k] & c.AUXILIARY for k in between
    ):
        return None
    after_tag = bits[last] if last < end else c.STOP
    heard = after_tag & _HEARERS and page.forms[verb] in ("told", "tells", "tell")
    if not (after_tag & _AFTER_A_TAG or heard):  # "In many ways, they remind us of"
        return None
    rest_at = last + 1 if after_tag & (c.COMMA | c.DASH) else end
    if not _is_clause(page, low, before) and not _has_verb(page, rest_at, end):
        return None  # "In a statement, the palace said: …"
    if bits[before - 1] & c.RELATIVE:
        return None
    stretches = without_quotes(page, _past_dateline(bits, low, before), before)
    while last < end and not bits[last] & (c.COMMA | c.DASH | c.QUOTE | c.SEMICOLON | c.COLON):
        if bits[last] & c.VERB and is_verb(page, last) and page.forms[last] != "to":
            break
        last += 1
    if last < end and bits[last] & (c.COMMA | c.DASH):
        rest = bits[last + 1 : last + 2]
        word = page.forms[last + 1] if last + 1 < end else ""
        if rest and not rest[0] & (c.ING_CUE | c.RELATIVE) and not word.endswith("ing"):
            stretches += without_quotes(page, last + 1, end)
    return stretches or None


def _is_clause(page: Page, low: int, high: int) -> bool:
    """Whether what stands before a tag is a sentence: not "in a letter", "speaking on Monday"."""
    first = next((k for k in range(low, high) if page.bits[k] & (c.WORD | c.QUOTE)), low)
    x, word = page.bits[first], page.forms[first]
    opens = bool(x & (c.PREPOSITION | c.SUBORDINATOR | c.ING_CUE)) or word.endswith(("ing", "ed"))
    return _has_verb(page, low, high) or (not opens and high - first >= _SHORTEST_CLAUSE)


def _has_verb(page: Page, low: int, high: int) -> bool:
    return any(page.bits[k] & c.VERB and is_verb(page, k) for k in range(low, high))


def _past_dateline(bits: list[int], low: int, high: int) -> int:
    """Past "WASHINGTON, 24 February (Wire) –"."""
    if bits[low] & c.ACRONYM:
        for k in range(low + 1, min(high, low + 14)):
            if bits[k] & c.DASH:
                return k + 1
    return low


def _of_noun(page: Page, noun: int, low: int, end: int) -> Report | None:
    """His claim that it was over."""
    owner = owner_of(page, noun, low)
    if owner is None or noun + 2 >= end:
        return None
    stretches = without_quotes(page, noun + 2, clause_end(page, noun + 2, end))
    return Report(stretches, owner, (noun, noun + 1)) if stretches else None


def _according(page: Page, low: int, end: int) -> Report | None:
    """According to the report, it was over; it was over, according to her."""
    bits = page.bits
    for k in range(low, end - 2):
        if not bits[k] & c.WORD or page.forms[k] != "according" or page.forms[k + 1] != "to":
            continue
        phrase = right(page, k + 2, end)
        if phrase is None:
            return None
        last = phrase.end
        while last < end and not bits[last] & c.COMMA:
            last += 1
        stretches = without_quotes(page, low, k) if k > low + 2 else []
        if last + 1 < end:
            stretches += without_quotes(page, last + 1, end)
        return Report(stretches, phrase, (k, k + 2)) if stretches else None
    return None


def _speaks(page: Page, phrase: Phrase, verb: int) -> bool:
    """Whether the phrase is somebody: not "this suggests", nor "you"."""
    x = page.bits[phrase.head]
    if phrase.kind == "pronoun":
        return page.forms[phrase.head] in ("he", "she", "they", "it") and not (
            page.forms[phrase.head] == "it" and _shows(page, verb)
        )
    if phrase.kind == "name":
        return True
    if x & (c.ROLE | c.BODY | c.QUANTITY) or page.bits[phrase.start] & c.QUANTITY:
        return True
    return bool(x & c.NOUN_CUE or x & c.PLURAL) and not _shows(page, verb)


def _shows(page: Page, verb: int) -> bool:
    word = page.forms[verb]
    return any(word.startswith(base[:-1]) for base in _SHOWS)
