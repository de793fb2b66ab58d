"""Counts: the visible inputs of every other measure.

Words, syllables, letters and difficult words are counted exactly as textstat 0.7 counts them,
so that the formulas can be compared with published work. Sentences are counted twice: as a
reader would (``sentence_count``) and as textstat's formulas do (``formula_sentence_count``),
because the second is what their coefficients are usually fed with.
"""

import re
from functools import cache

import numpy as np

from toolkit.measures.measure import Function, Measure
from toolkit.measures.tally import once, tally
from toolkit.text import lexicon, segments
from toolkit.text.document import Document
from toolkit.text.hyphenation import hyphens
from toolkit.text.tokens import Column, derived, known_by

_QUOTING_APOSTROPHE = re.compile(r"'(?![tsd]|ve|ll|re)")
_PUNCTUATION = re.compile(r"[^\w\s']")
_USUAL_MARKS = '.,:;!?()“”‘’—–…"-'  # all of them no part of a word
_ALL_PUNCTUATION = re.compile(r"[^\w\s]")
_WORD_BEFORE_STOP = re.compile(r"[^\w.!?]*\w")
_LONGEST = 1000  # letters; nobody pronounces such a word, and each would be kept in memory


def bare_word(token: str) -> str:
    """The token without punctuation; apostrophes stay in contractions.

    >>> bare_word("“don't,"), bare_word("post-war."), bare_word("—")
    ("don't", 'postwar', '')
    """
    inside = token.strip(_USUAL_MARKS)
    if inside.isalnum():
        return inside
    return _PUNCTUATION.sub("", _QUOTING_APOSTROPHE.sub("", inside))


def syllables_of(word: str) -> int:
    """Syllables of one lower-case bare word: CMU dictionary, else Liang hyphenation points.

    Of a word of more than a thousand letters, only the first thousand are hyphenated.

    >>> syllables_of("peacekeepers"), syllables_of("zelenskyy")
    (3, 3)
    """
    known = lexicon.syllable_counts().get(word)
    if known is None:
        # No number can be hyphenated, and numbers are most of what no dictionary has.
        known = 1 if word.isdigit() else len(hyphens(word[:_LONGEST])) + 1
    return known


def bare_words(tokens: list[str]) -> list[str]:
    """The bare word of each token in small letters, "" without one."""
    inside = [token.strip(_USUAL_MARKS) for token in tokens]
    return [word.lower() if word.isalnum() else bare_word(word).lower() for word in inside]


@known_by(bare_words)
def is_word(bare: list[str]) -> np.ndarray:
    """1 where a token holds a letter or digit, else 0."""
    return np.fromiter(map(bool, bare), np.int8, len(bare))


@known_by(bare_words)
def syllables(bare: list[str]) -> np.ndarray:
    """Syllables of each token, 0 without a word."""
    known = lexicon.syllable_counts().get
    spoken = [known(word) for word in bare]
    for k, count in enumerate(spoken):
        if count is None:
            spoken[k] = syllables_of(bare[k]) if bare[k] else 0
    return np.array(spoken, np.int16)


@derived(syllables)
def polysyllables(spoken: np.ndarray) -> np.ndarray:
    """1 where a token has three syllables or more."""
    return (spoken >= 3).astype(np.int8)


@cache
def _familiar() -> frozenset[str]:
    return lexicon.words("dale_chall") | {""}  # what is no word is not unfamiliar


@known_by(bare_words)
def unfamiliar(bare: list[str]) -> np.ndarray:
    """1 where a word is not on the Dale-Chall list of familiar words."""
    familiar = _familiar()
    return np.array([word not in familiar for word in bare], np.int8)


@known_by(bare_words)
def _syllables_bared_anew(bare: list[str]) -> np.ndarray:
    """Syllables of the bare words of bare words where these may differ, else -1."""
    anew = ("" if word.isascii() else bare_word(word).lower() for word in bare)
    return np.fromiter((syllables_of(word) if word else -1 for word in anew), np.int16, len(bare))


@derived(syllables, _syllables_bared_anew)
def syllables_of_bare(spoken: np.ndarray, anew: np.ndarray) -> np.ndarray:
    """Syllables of each token after its bare word was bared once more, as textstat does.

    The two differ where a letter has no lower case of its own: İ becomes i and a dot.
    """
    return np.where(anew < 0, spoken, anew)


@derived(unfamiliar, syllables_of_bare)
def complex_words(strange: np.ndarray, spoken: np.ndarray) -> np.ndarray:
    """1 where an unfamiliar word has three syllables or more (Fog's hard words)."""
    return strange * (spoken >= 3)


@known_by(bare_words)
def letters(bare: list[str]) -> np.ndarray:
    """Letters and digits in each token, apostrophes and all other punctuation left out."""
    lengths = (len(w) if w.isalnum() else len(_ALL_PUNCTUATION.sub("", w)) for w in bare)
    return np.fromiter(lengths, np.int32, len(bare))


def characters(tokens: list[str]) -> np.ndarray:
    """Code points in each token, punctuation included."""
    return np.fromiter(map(len, tokens), np.int32, len(tokens))


@derived(letters)
def long_words(length: np.ndarray) -> np.ndarray:
    """1 where a word has more than six letters."""
    return (length > 6).astype(np.int8)


def _stops(tokens: list[str]) -> np.ndarray:
    """Bits: 1 holds ``.``, ``!`` or ``?``; 2 a word before the first; 4 a word after the last."""

    return np.fromiter(
        (_stop(t) if "." in t or "!" in t or "?" in t else 0 for t in tokens),
        np.uint8,
        len(tokens),
    )


def _stop(token: str) -> int:
    before, after = _WORD_BEFORE_STOP.match(token), _WORD_BEFORE_STOP.match(token[::-1])
    return 1 | (2 if before else 0) | (4 if after else 0)


@derived(_stops, is_word)
def terminators(stops: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Bits: 1 holds ``.``, ``!`` or ``?``; 2 and 4 how many words these make of the token
    (one where there is none); 8 a word stands before the first.
    """
    before, after = stops >> 1 & 1, stops >> 2
    return np.where(stops, 1 + 2 * (before + after) + 8 * before, 2 * words).astype(np.uint8)


def total(of: Column) -> Function:
    """A count as a measure's function: ``of`` added up over each stretch."""

    def count(document: Document, bounds: np.ndarray) -> np.ndarray:
        return tally(document, bounds, of)

    return count


def formula_sentences(document: Document, bounds: np.ndarray) -> np.ndarray:
    """Sentences as textstat counts them: runs of more than two words between ``.``, ``!``, ``?``.

    At least 1 for a stretch with any token, 0 for an empty one.
    """
    marks = document.gather(terminators)
    stops = np.flatnonzero((marks & 1).view(bool))
    # A stop cuts its token in two. Words before each token, then before each cut and each bound.
    words = np.zeros(len(marks) + 1, np.int64)
    np.cumsum(marks >> 1 & 3, out=words[1:])
    edges = stops.searchsorted(bounds) + np.arange(len(bounds))
    cuts = np.ones(len(stops) + len(bounds), bool)
    cuts[edges] = False
    before = np.empty(len(cuts), np.int64)
    before[edges] = words[bounds]
    before[cuts] = words[stops] + (marks[stops] >> 3)
    counted = segments.sums(before[1:] - before[:-1] > 2, edges)
    return np.where(bounds[1:] > bounds[:-1], np.maximum(counted, 1), 0)


def _formula_sentences(document: Document, bounds: np.ndarray) -> np.ndarray:
    return once(document, bounds, formula_sentences)


def _sentences(document: Document, bounds: np.ndarray) -> np.ndarray:
    wordy = segments.sums(document.gather(is_word), document.sentences) > 0
    ends = document.sentences[1:][wordy]
    return np.searchsorted(ends, bounds[1:], "right") - np.searchsorted(ends, bounds[:-1], "right")


def _reading_time(document: Document, bounds: np.ndarray) -> np.ndarray:
    return 14.69 * tally(document, bounds, characters) / 1000


_MANY = (0.0, float("inf"))

MEASURES = (
    Measure(
        name="word_count",
        label="Words",
        unit="words",
        range=_MANY,
        direction="a longer telling",
        formula="Everything between blanks that holds a letter or a digit.",
        source="textstat 0.7 (lexicon_count)",
        function=total(is_word),
        family="counts",
        digits=0,
    ),
    Measure(
        name="sentence_count",
        label="Sentences",
        unit="sentences",
        range=_MANY,
        direction="more sentences",
        formula="Stretches that end in . ! ? or …, abbreviations apart; paragraphs always end one.",
        source="after Kiss and Strunk 2006; see toolkit.text.sentences",
        function=_sentences,
        family="counts",
        digits=0,
    ),
    Measure(
        name="formula_sentence_count",
        label="Sentences as the formulas count",
        unit="sentences",
        range=_MANY,
        direction="more sentences",
        formula="Runs of more than two words between . ! and ?, so that “U.S.” and “3.5” cut a"
        " sentence in two. Kept because the readability formulas are fed with it.",
        source="textstat 0.7 (sentence_count)",
        function=_formula_sentences,
        family="counts",
        digits=0,
    ),
    Measure(
        name="syllable_count",
        label="Syllables",
        unit="syllables",
        range=_MANY,
        direction="more to pronounce",
        formula="The vowels in the dictionary pronunciation of each word; for words not in the"
        " dictionary, the points where it could be hyphenated plus one.",
        source="CMU Pronouncing Dictionary; Liang 1983",
        function=total(syllables),
        family="counts",
        digits=0,
    ),
    Measure(
        name="reading_time",
        label="Reading time, seconds",
        unit="seconds",
        range=_MANY,
        direction="longer to read",
        formula="14.69 milliseconds for every character that is not a blank.",
        source="Demberg and Keller 2008",
        function=_reading_time,
        family="counts",
        digits=0,
    ),
)
