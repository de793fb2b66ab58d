"""Counts: the visible inputs of every other measure.

Words, syllables, letters and difficult words are counted exactly as textstat 0.7 counts them,
so that the formulas can be compared with published work. Sentences are counted twice: as a
reader would (``sentence_count``) and as textstat's formulas do (``formula_sentence_count``),
because the second is what their coefficients are usually fed with.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from toolkit.measures.measure import Function, Measure
from toolkit.measures.tally import once, tally
from toolkit.text import lexicon, segments
from toolkit.text.document import Document
from toolkit.text.tokens import Column, derived

if TYPE_CHECKING:
    from pyphen import Pyphen

_QUOTING_APOSTROPHE = re.compile(r"'(?![tsd]|ve|ll|re)")
_PUNCTUATION = re.compile(r"[^\w\s']")
_ALL_PUNCTUATION = re.compile(r"[^\w\s]")
_WORD_CHARACTER = re.compile(r"\w")
_TERMINATOR = re.compile(r"[.!?]")
_LONGEST = 1000  # letters; nobody pronounces such a word, and each would be kept in memory


def bare_word(token: str) -> str:
    """The token without punctuation; apostrophes stay in contractions.

    >>> bare_word("“don't,"), bare_word("post-war."), bare_word("—")
    ("don't", 'postwar', '')
    """
    if token.isalnum():
        return token
    return _PUNCTUATION.sub("", _QUOTING_APOSTROPHE.sub("", token))


@cache
def _hyphenation() -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang="en_US")


def syllables_of(word: str) -> int:
    """Syllables of one lower-case bare word: CMU dictionary, else Liang hyphenation points.

    Of a word of more than a thousand letters, only the first thousand are hyphenated.

    >>> syllables_of("peacekeepers"), syllables_of("zelenskyy")
    (3, 3)
    """
    known = lexicon.syllable_counts().get(word)
    return len(_hyphenation().positions(word[:_LONGEST])) + 1 if known is None else known


def bare_words(tokens: list[str]) -> np.ndarray:
    """The bare word of each token in small letters, "" without one (an array of objects)."""
    words = np.empty(len(tokens), object)
    words[:] = [bare_word(token).lower() for token in tokens]
    return words


@derived(bare_words)
def is_word(bare: np.ndarray) -> np.ndarray:
    """1 where a token holds a letter or digit, else 0."""
    return (bare != "").astype(np.int8)


@derived(bare_words)
def syllables(bare: np.ndarray) -> np.ndarray:
    """Syllables of each token, 0 without a word."""
    known = lexicon.syllable_counts().get
    spoken = [known(word) for word in bare.tolist()]
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


@derived(bare_words)
def unfamiliar(bare: np.ndarray) -> np.ndarray:
    """1 where a word is not on the Dale-Chall list of familiar words."""
    familiar = _familiar()
    return np.array([word not in familiar for word in bare.tolist()], np.int8)


@derived(bare_words, syllables)
def syllables_of_bare(bare: np.ndarray, spoken: np.ndarray) -> np.ndarray:
    """Syllables of each token after its bare word was bared once more, as textstat does.

    The two differ where a letter has no lower case of its own: İ becomes i and a dot.
    """
    again = spoken.copy()
    for k, word in enumerate(bare.tolist()):
        if not word.isascii():
            word = bare_word(word).lower()
            again[k] = syllables_of(word) if word else 0
    return again


@derived(unfamiliar, syllables_of_bare)
def complex_words(strange: np.ndarray, spoken: np.ndarray) -> np.ndarray:
    """1 where an unfamiliar word has three syllables or more (Fog's hard words)."""
    return strange * (spoken >= 3)


def letters(tokens: list[str]) -> np.ndarray:
    """Letters and digits in each token, apostrophes and all other punctuation left out."""
    lengths = (len(t) if t.isalnum() else len(_ALL_PUNCTUATION.sub("", t)) for t in tokens)
    return np.fromiter(lengths, np.int32, len(tokens))


def characters(tokens: list[str]) -> np.ndarray:
    """Code points in each token, punctuation included."""
    return np.fromiter(map(len, tokens), np.int32, len(tokens))


@derived(letters)
def long_words(length: np.ndarray) -> np.ndarray:
    """1 where a word has more than six letters."""
    return (length > 6).astype(np.int8)


def terminators(tokens: list[str]) -> np.ndarray:
    """Bits: 1 holds ``.``, ``!`` or ``?``; 2 a word before the first; 4 a word after the last."""

    def bits(token: str) -> int:
        if "." not in token and "!" not in token and "?" not in token:
            return 0
        parts = _TERMINATOR.split(token)
        before, after = _WORD_CHARACTER.search(parts[0]), _WORD_CHARACTER.search(parts[-1])
        return 1 | (2 if before else 0) | (4 if after else 0)

    return np.fromiter(map(bits, tokens), np.uint8, len(tokens))


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
    if not len(marks):
        return np.zeros(len(bounds) - 1, np.int64)
    words = np.zeros(len(marks) + 1, np.int64)
    np.cumsum(np.where(marks & 1, 0, document.gather(is_word)), out=words[1:])
    stops = np.flatnonzero(marks & 1)
    stretch = np.searchsorted(bounds, stops, side="right") - 1
    previous = np.concatenate(([-1], stops[:-1]))
    opens = previous < bounds[np.maximum(stretch, 0)]
    begin = np.where(opens, bounds[np.maximum(stretch, 0)], previous + 1)
    carried = np.where(opens, 0, (marks[np.maximum(previous, 0)] & 4) // 4)
    run = words[stops] - words[begin] + carried + (marks[stops] & 2) // 2
    inside = (stretch >= 0) & (stretch < len(bounds) - 1)
    counted = np.bincount(stretch[inside & (run > 2)], minlength=len(bounds) - 1)
    return np.where(np.diff(bounds) > 0, np.maximum(counted + _tails(marks, words, bounds), 1), 0)


def _tails(marks: np.ndarray, words: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """1 where more than two words follow the last terminator of a stretch."""
    stops = np.flatnonzero(marks & 1)
    position = np.searchsorted(stops, bounds[1:]) - 1
    last = stops[position] if len(stops) else np.zeros(len(bounds) - 1, np.int64)
    has = (position >= 0) & (last >= bounds[:-1])
    begin = np.where(has, last + 1, bounds[:-1])
    carried = np.where(has, (marks[np.minimum(last, len(marks) - 1)] & 4) // 4, 0)
    return (words[bounds[1:]] - words[begin] + carried > 2).astype(np.int64)


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
