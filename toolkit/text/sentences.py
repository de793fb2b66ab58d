"""Where sentences end, decided for all tokens of a batch at once.

A token that ends in ``.``, ``!``, ``?`` or ``…`` (closing quotes and brackets may follow) ends
a sentence unless what it is, or what comes after it, speaks against it: a title before a name,
an abbreviation before anything but a usual sentence starter, a lower-case word, a reporting
verb after a quoted question. Paragraphs always end sentences. Everything asked of a token
depends on its letters alone, so it is looked up once per distinct token.

On 13 hand-marked Wikinews articles (GUM, Zeldes 2017) this finds sentence ends inside
paragraphs better than NLTK's Punkt does; `docs/validity.md` has the figures.
"""

import re

import numpy as np

from toolkit.text import lexicon, segments
from toolkit.text.tokens import Tokens, Vocabulary

ENDS, QUESTION, CLOSED, TITLE, ABBREVIATION, INITIAL, NUMBERED, LOWER = (1 << k for k in range(8))
DIGIT, STARTER, WORD, REPORTING, CLOSER, REFERENCE, CREDIT, DOTS = (1 << k for k in range(8, 16))

_SHORTENED = TITLE | ABBREVIATION | INITIAL | REFERENCE
_CLOSERS = "\"'”’“»›)]}*_"
_OPENERS = "\"'“‘«‹„‚([{*_¿¡"
_END = re.compile(r"([.!?…‽。！？؟۔।]+)([\"'”’“»›)\]}*_]*)$")
_CREDIT = re.compile(r"(?:Image|Photo|Picture|Photograph|Illustration|Video)s?:$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.?$")
_QUOTE = re.compile("['’]")
_WORD = re.compile(r"[^\W_]")


def token_flags(tokens: list[str]) -> np.ndarray:
    """What each token says about a sentence ending or beginning at it (uint16 bits).

    >>> [bool(f & ENDS) for f in token_flags(["deal.”", "deal,", "Mr."]).tolist()]
    [True, False, True]
    """
    return np.fromiter(map(_flags, tokens), np.uint16, len(tokens))


def _flags(token: str) -> int:
    flags = WORD if token.isalnum() or _WORD.search(token) else 0
    in_letters = token[-1:].isalnum()  # most tokens, of which less need be asked
    bare = token.lstrip(_OPENERS)
    core = bare.rstrip(_CLOSERS + ".,;:!?…").lower()
    found = None if in_letters else _END.search(token)
    if found:
        flags |= ENDS | (CLOSED if found[2] else 0) | (0 if token.strip(".…") else DOTS)
        if found[1] == ".":
            flags |= _abbreviation(core, bare)
        elif "." not in found[1] and "…" not in found[1]:
            flags |= QUESTION
    if not bare.strip(_CLOSERS):
        return flags | CLOSER
    first = bare[0]
    if first.islower() and not (len(bare) > 1 and bare[1].isupper()):
        flags |= LOWER
    elif first.isdigit():
        flags |= DIGIT
    elif first.isupper() and _QUOTE.split(core, 1)[0] in lexicon.words("sentence_starters"):
        flags |= STARTER
    if not in_letters and _CREDIT.match(bare):
        flags |= CREDIT
    if core in lexicon.words("reporting_verbs"):
        flags |= REPORTING
    return flags


def _abbreviation(core: str, bare: str) -> int:
    if core in lexicon.words("titles"):
        return TITLE
    if len(core) == 1 and core.isalpha() and bare[0].isupper():
        return INITIAL
    if core.isdigit():
        return NUMBERED
    reference = REFERENCE if core in lexicon.words("abbreviations_before_numbers") else 0
    if (
        core in lexicon.words("abbreviations")
        or _ACRONYM.match(core)
        or (bare[0].isupper() and core in lexicon.words("abbreviations_of_names"))
    ):
        return ABBREVIATION | reference
    return reference


def sentence_bounds(tokens: Tokens, vocabulary: Vocabulary) -> np.ndarray:
    """Bounds (in tokens) of all sentences of all articles, one after the other.

    Every token belongs to exactly one sentence. None crosses an article, and none has words
    of two paragraphs. A stretch without a word joins its neighbour unless it is all there is.
    """
    if not len(tokens.ids):
        return np.zeros(1, np.int64)
    # Three empty tokens more, so that every token has three after it.
    flags = np.concatenate((vocabulary.column(token_flags)[tokens.ids], np.zeros(3, np.uint16)))
    opening = _paragraph_starts(flags[:-3], tokens)
    stops = _stops(flags, np.flatnonzero(flags & ENDS), opening)
    captions = np.flatnonzero(flags & CREDIT)
    ends = np.array([0, len(tokens.ids)])
    edges = segments.distinct(np.flatnonzero(opening), stops + 1, captions, ends)
    return _without_wordless(edges, flags[:-3], tokens.bounds)


def _has(flags: np.ndarray, bit: int) -> np.ndarray:
    return (flags & bit) != 0


def _stops(flags: np.ndarray, at: np.ndarray, opening: np.ndarray) -> np.ndarray:
    """Of the tokens ``at``, which all end in a stop, those that end a sentence.

    A closing quote that stands alone after one belongs to the sentence before it, so that the
    sentence ends one token later.
    """
    here, after, second, third = (flags[at + k] for k in range(4))
    starter = _has(after, STARTER)
    says = _has(second, REPORTING) | (_has(third, REPORTING) & ~_has(second, ENDS))
    speech_goes_on = _has(here, QUESTION) & _has(here, CLOSED) & ~starter & says
    doubtful = _has(here, ABBREVIATION) | _has(here, INITIAL)
    before = np.where(at > 0, flags[at - 1], 0)
    counted = opening[at] | (_has(before, ENDS) & ((before & _SHORTENED) == 0))  # "done. 2. Then"
    ends = (
        ~_has(after, LOWER)
        & ~_has(here, TITLE)
        & ~(doubtful & ~starter)
        & ~(_has(here, REFERENCE) & _has(after, DIGIT))
        & ~(_has(here, NUMBERED) & counted)
        & ~(_has(here, DOTS) & _has(after, DOTS))  # ". . ."
        & ~speech_goes_on
    )
    new_paragraph = np.append(opening, True)[at + 1]
    alone = _has(after, CLOSER) & ~_has(after, WORD) & ~new_paragraph
    return (at + alone)[ends]


def _paragraph_starts(flags: np.ndarray, tokens: Tokens) -> np.ndarray:
    """True at the first token of each paragraph.

    A blank line always parts paragraphs. A single line end does, unless the article is
    hard-wrapped (most of its lines stop in mid-sentence at a similar, short length) or the
    sentence plainly goes on: no end before it and a lower-case word after it.
    """
    bounds, line_ends = tokens.bounds, tokens.line_ends
    opening = np.zeros(len(flags), bool)
    opening[bounds[:-1][np.diff(bounds) > 0]] = True
    broken = np.flatnonzero(line_ends)
    single = broken[(line_ends[broken] == 1) & ~opening[broken]]
    unended = ~_has(flags[single - 1], ENDS)
    begun = segments.distinct(np.flatnonzero(opening), broken)
    previous = begun[np.searchsorted(begun, single) - 1]
    length = tokens.ends[single - 1] - tokens.starts[previous]
    per_article = np.searchsorted(single, bounds)
    count = np.diff(per_article)
    mean_length = segments.ratio(segments.sums(length, per_article), count)
    share = segments.ratio(segments.sums(unended, per_article), count)
    wrapped = (count >= 3) & (mean_length > 40) & (mean_length < 110) & (share > 0.5)
    soft = unended & _has(flags[single], LOWER)
    hard = ~soft & ~wrapped[segments.owners(per_article)]
    opening[broken[line_ends[broken] > 1]] = True
    opening[single[hard]] = True
    return opening


def _without_wordless(edges: np.ndarray, flags: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """The bounds, less those that part a stretch without a word from its neighbour.

    Such a stretch joins what stands before it; at the head of an article, what comes after.
    """
    wordy = _has(np.bitwise_or.reduceat(flags, edges[:-1]), WORD)
    if wordy.all():
        return edges
    leads = np.isin(edges[:-1], bounds)
    before: np.ndarray = np.cumsum(wordy) - wordy
    at_lead: np.ndarray = before[np.maximum.accumulate(np.where(leads, np.arange(len(leads)), 0))]
    return edges[np.append(leads | (wordy & (before > at_lead)), True)]
