"""What VADER knows of a single word: its valence and which of VADER's rules look for it.

VADER reads a token without the punctuation on one side of it (its *core*); cores get numbers of
their own, and everything here is known once per distinct core (Hutto and Gilbert 2014, in NLTK's
version).
"""

import string
from functools import cache
from itertools import chain

import numpy as np

from toolkit.text import lexicon
from toolkit.text.tokens import derived, known_by

BOOST = 0.293
IDIOMS = {
    "the shit": 3.0,
    "the bomb": 3.0,
    "bad ass": 1.5,
    "yeah right": -2.0,
    "cut the mustard": 2.0,
    "kiss of death": -1.5,
    "hand to mouth": -2.0,
}
DAMPENING_PHRASES = ("just enough", "kind of", "sort of")

(VALENT, BOOSTER, UPPER, NEGATOR, ANCHOR, DROPPED, SAYING) = (1 << k for k in range(7))
(NEVER, SO_THIS, LEAST, AT_VERY, KIND, OF, BUT, EMPHATIC) = (1 << k for k in range(7, 15))

_PUNCTUATION = frozenset(string.punctuation)
_STRIPPED = frozenset([*".!?,;:-'\"", "!!", "!!!", "??", "???", "?!?", "!?!", "?!?!", "!?!?"])


def core(token: str) -> str:
    """The token as VADER reads it: without punctuation on one side, if words are all it holds.

    >>> core("great!!!"), core("(great)"), core("don't,")
    ('great', '(great)', "don't,")
    """
    if token.isalnum():
        return token
    bare = token.strip(string.punctuation)
    if len(bare) < 2 or not _PUNCTUATION.isdisjoint(bare):
        return token
    before, _, after = token.partition(bare)
    return bare if before + after in _STRIPPED and not (before and after) else token


def cores(tokens: list[str]) -> list[str]:
    """The :func:`core` of each token."""
    return list(map(core, tokens))


@cache
def phrases() -> dict[str, list[str]]:
    """The words of each idiom and dampening phrase."""
    return {phrase: phrase.split() for phrase in chain(IDIOMS, DAMPENING_PHRASES)}


@cache
def _boosters() -> dict[str, float]:
    signs = {"+": BOOST, "-": -BOOST}
    pairs = (line.split() for line in lexicon.lines("vader_boosters"))
    return {word: signs[sign] for sign, *words in pairs for word in words}


@cache
def _known() -> dict[str, int]:
    """Flags of all lower-case words that any rule looks for."""
    groups = [
        (BOOSTER, _boosters()),
        (NEGATOR, lexicon.words("vader_negators")),
        # An idiom is looked for only near its longest word.
        (ANCHOR, [max(p.split(), key=len) for p in chain(IDIOMS, DAMPENING_PHRASES)]),
        (NEVER, ["never"]),
        (SO_THIS, ["so", "this"]),
        (LEAST, ["least"]),
        (AT_VERY, ["at", "very"]),
        (KIND, ["kind"]),
        (OF, ["of"]),
        (BUT, ["but"]),
    ]
    known = dict.fromkeys(lexicon.valences(), VALENT | SAYING)
    for flag, words in groups:
        for word in words:
            known[word] = known.get(word, 0) | flag
    return known


@known_by(cores)
def core_flags(cores: list[str]) -> np.ndarray:
    """Which rules look for each core, as bits (uint16).

    ``DROPPED`` is a single character, which VADER leaves out; ``SAYING`` holds a letter or
    digit or is an emoticon; ``NEVER`` and ``SO_THIS`` are as NLTK has them, in small letters.
    """
    known = _known()

    def of(word: str) -> int:
        if len(word) < 2:
            return DROPPED
        lower = word.lower()
        bits = known.get(lower, 0)
        if bits & (NEVER | SO_THIS) and word != lower:
            bits &= ~(NEVER | SO_THIS)
        if word.isupper():
            bits |= UPPER
        if "n't" in lower:
            bits |= NEGATOR
        if word.isalnum() or any(map(str.isalnum, word)):
            bits |= SAYING
        return bits

    return np.fromiter(map(of, cores), np.uint16, len(cores))


@known_by(cores)
def valences(cores: list[str]) -> np.ndarray:
    """The valence of each core, -4 to 4; 0 where it has none."""
    known = lexicon.valences()
    return np.fromiter((known.get(word.lower(), 0.0) for word in cores), float, len(cores))


@known_by(cores)
def boosts(cores: list[str]) -> np.ndarray:
    """What each core adds to the strength of a positive word after it."""
    known = _boosters()
    return np.fromiter((known.get(word.lower(), 0.0) for word in cores), float, len(cores))


def exclamations(tokens: list[str]) -> np.ndarray:
    """Exclamation marks in each token."""
    return np.fromiter((token.count("!") for token in tokens), np.int32, len(tokens))


def questions(tokens: list[str]) -> np.ndarray:
    """Question marks in each token."""
    return np.fromiter((token.count("?") for token in tokens), np.int32, len(tokens))


@derived(core_flags, exclamations, questions)
def flags(of_core: np.ndarray, exclaimed: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """:func:`core_flags` of each token; ``EMPHATIC`` has an exclamation or question mark."""
    emphatic = (exclaimed + asked > 0) * np.uint16(EMPHATIC)
    return of_core | emphatic
