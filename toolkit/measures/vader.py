"""VADER for every sentence of a batch at once, equal to NLTK's SentimentIntensityAnalyzer.

VADER (Hutto and Gilbert 2014) sums the valence of words, each changed by the three words
before it (boosters, negations, "never so", idioms), by capitals and by "but". NLTK's version
is followed in every detail, its quirks included: a word's context is that of its *first*
occurrence in the sentence, and words of one character do not exist. All facts on a word are
looked up once per distinct token, so a rule is a few comparisons of neighbouring rows.

Sums run from left to right on every Python, where NLTK's own sum became compensated with
Python 3.12; the difference is below 1e-15 before rounding to four digits.
"""

import string
from functools import cache
from itertools import chain

import numpy as np

from toolkit.text import lexicon, segments
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

CAPITALS = 0.733
NEGATION = -0.74
_BOOST = 0.293
_PUNCTUATION = frozenset(string.punctuation)
_STRIPPED = frozenset([*".!?,;:-'\"", "!!", "!!!", "??", "???", "?!?", "!?!", "?!?!", "!?!?"])
_IDIOMS = {
    "the shit": 3.0,
    "the bomb": 3.0,
    "bad ass": 1.5,
    "yeah right": -2.0,
    "cut the mustard": 2.0,
    "kiss of death": -1.5,
    "hand to mouth": -2.0,
}
_DAMPENING_PHRASES = frozenset(["just enough", "kind of", "sort of"])
# An idiom is looked for only near its longest word.
_ANCHORS = frozenset(max(p.split(), key=len) for p in chain(_IDIOMS, _DAMPENING_PHRASES))

(VALENT, BOOSTER, UPPER, NEGATOR, ANCHOR, DROPPED) = (1 << k for k in range(6))
SAYING = 1 << 13  # holds a letter or digit, or is an emoticon
(NEVER, SO_THIS, LEAST, AT_VERY, KIND, OF, BUT) = (1 << k for k in range(6, 13))
_OUTSIDE = VALENT  # beyond the edge of a sentence: behaves like a valent word, which stops rules


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


@cache
def _boosters() -> dict[str, float]:
    signs = {"+": _BOOST, "-": -_BOOST}
    pairs = (line.split() for line in lexicon.lines("vader_boosters"))
    return {word: signs[sign] for sign, *words in pairs for word in words}


def _flags(tokens: list[str]) -> np.ndarray:
    boosters, valences, negators = (
        _boosters(),
        lexicon.valences(),
        lexicon.words("vader_negators"),
    )

    def flags(token: str) -> int:
        if len(token) < 2:
            return DROPPED
        word = core(token)
        lower = word.lower()
        saying = lower in valences or any(map(str.isalnum, token))
        return (
            (SAYING if saying else 0)
            | (VALENT if lower in valences else 0)
            | (BOOSTER if lower in boosters else 0)
            | (UPPER if word.isupper() else 0)
            | (NEGATOR if lower in negators or "n't" in lower else 0)
            | (ANCHOR if lower in _ANCHORS else 0)
            | (NEVER if word == "never" else 0)
            | (SO_THIS if word in ("so", "this") else 0)
            | (LEAST if lower == "least" else 0)
            | (AT_VERY if lower in ("at", "very") else 0)
            | (KIND if lower == "kind" else 0)
            | (OF if lower == "of" else 0)
            | (BUT if lower == "but" else 0)
        )

    return np.fromiter(map(flags, tokens), np.int32, len(tokens))


def _valences(tokens: list[str]) -> np.ndarray:
    valences = lexicon.valences()
    return np.fromiter((valences.get(core(t).lower(), 0.0) for t in tokens), float, len(tokens))


def _boosts(tokens: list[str]) -> np.ndarray:
    boosters = _boosters()
    return np.fromiter((boosters.get(core(t).lower(), 0.0) for t in tokens), float, len(tokens))


def _exclamations(tokens: list[str]) -> np.ndarray:
    return np.fromiter((token.count("!") for token in tokens), np.int64, len(tokens))


def _questions(tokens: list[str]) -> np.ndarray:
    return np.fromiter((token.count("?") for token in tokens), np.int64, len(tokens))


class _Cores:
    """Which distinct tokens have the same core, letter for letter."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._cores = Vocabulary()
        self._ids = np.zeros(0, np.int32)

    def of(self, ids: np.ndarray) -> np.ndarray:
        fresh = self._vocabulary.entries[len(self._ids) :]
        self._ids = np.concatenate((self._ids, self._cores.encode(list(map(core, fresh)))))
        return self._ids[ids]


def polarity(document: Document, bounds: np.ndarray) -> np.ndarray:
    """VADER's four scores for every stretch of tokens: negative, neutral, positive, compound.

    Returns an array (n, 4). A stretch with nothing to score (no word of two letters or more and
    no emoticon) is NaN, where NLTK says 0, or neutral.

    >>> document = Document.of_texts(["The plan is not good.", "A kind, GREAT idea!"])
    >>> polarity(document, document.sentences)[:, 3].tolist()
    [-0.3412, 0.8599]
    """
    flags = document.gather(_flags)
    kept = np.flatnonzero((flags & DROPPED) == 0)
    kept = kept[(kept >= bounds[0]) & (kept < bounds[-1])]
    edges = np.searchsorted(kept, bounds)
    sizes = np.diff(edges)
    rows = _Rows(document, kept, edges)
    valence = _in_context(rows)
    valence *= rows.but_factor()
    count = len(sizes)

    def add(where: np.ndarray, values: np.ndarray) -> np.ndarray:
        return np.bincount(rows.stretch[where], weights=values[where], minlength=count)

    positive, negative = valence > 0, valence < 0
    up = add(positive, valence + 1)
    down = add(negative, valence - 1)
    neutral = sizes - add(positive | negative, np.ones(len(valence)))
    emphasis = _emphasis(document, bounds)
    total = add(np.ones(len(valence), bool), valence)
    total = total + np.sign(total) * emphasis
    compound = total / np.sqrt((total * total) + 15)
    heavier, lighter = up > np.abs(down), up < np.abs(down)
    up, down = np.where(heavier, up + emphasis, up), np.where(lighter, down - emphasis, down)
    whole = up + np.abs(down) + neutral
    shares = [np.abs(segments.ratio(part, whole)) for part in (down, neutral, up)]
    scores = np.stack([*(rounded(share, 3) for share in shares), rounded(compound, 4)], axis=1)
    scores[segments.sums((flags[kept] & SAYING) != 0, edges) == 0] = np.nan
    return scores


class _Rows:
    """The valent words of all stretches, and what stands around each."""

    def __init__(self, document: Document, kept: np.ndarray, edges: np.ndarray) -> None:
        ids = document.tokens.ids[kept]
        self._words = document.vocabulary
        self._ids = ids
        self._flags = document.vocabulary.column(_flags)[ids]
        self._boosts = document.vocabulary.column(_boosts)
        self._edges = edges
        hits = np.flatnonzero((self._flags & (VALENT | BOOSTER)) == VALENT)
        self.at = hits
        self.stretch = np.searchsorted(edges, hits, side="right") - 1
        self.valence = document.vocabulary.column(_valences)[ids[hits]]
        self._place = self._first_like(document.vocabulary.attached(_Cores).of(ids))
        self.some_capitals = self._some_capitals()[self.stretch]
        self.flags = self._flags[self._place]

    def _first_like(self, cores: np.ndarray) -> np.ndarray:
        """For each hit, where the same word first stands in its stretch."""
        key = (self.stretch.astype(np.int64) << 32) | cores[self.at]
        _, first, back = np.unique(key, return_index=True, return_inverse=True)
        return self.at[first][back.reshape(-1)] if len(key) else self.at

    def _some_capitals(self) -> np.ndarray:
        upper = segments.sums((self._flags & UPPER) != 0, self._edges)
        return (upper > 0) & (upper < np.diff(self._edges))

    def _there(self, offset: int) -> tuple[np.ndarray, np.ndarray]:
        place = self._place + offset
        inside = (place >= self._edges[self.stretch]) & (place < self._edges[self.stretch + 1])
        return np.where(inside, place, 0), inside

    def near(self, offset: int) -> np.ndarray:
        """Flags of the word at ``offset`` from each hit, within its stretch."""
        place, inside = self._there(offset)
        return np.where(inside, self._flags[place], _OUTSIDE)

    def boost(self, offset: int) -> np.ndarray:
        """What the word at ``offset`` adds to the strength of a positive hit."""
        place, inside = self._there(offset)
        return np.where(inside, self._boosts[self._ids[place]], 0.0)

    def phrase(self, row: int, first: int, last: int) -> str:
        """The words from ``first`` to ``last`` around one hit (empty if it leaves the stretch)."""
        place, stretch = self._place[row], self.stretch[row]
        begin, end = place + first, place + last
        if begin < self._edges[stretch] or end >= self._edges[stretch + 1]:
            return ""
        return " ".join(core(self._words.entries[i]) for i in self._ids[begin : end + 1])

    def but_factor(self) -> np.ndarray:
        """0.5 before the first "but" of a stretch, 1.5 after it."""
        buts = np.flatnonzero(self._flags & BUT)
        following = np.searchsorted(buts, self._edges[:-1])
        none = len(self._flags) + 1
        first = np.append(buts, none)[following]
        first = np.where(first < self._edges[1:], first, none)[self.stretch]
        return np.where(first == none, 1.0, np.where(self.at < first, 0.5, 1.5))


def _in_context(rows: _Rows) -> np.ndarray:
    """Valence of each hit after capitals, boosters, negations, idioms and "least"."""

    def has(flags: np.ndarray, bit: int) -> np.ndarray:
        return (flags & bit) != 0

    one, two, three = (rows.near(-k) for k in (1, 2, 3))
    value = rows.valence.copy()
    shout = has(rows.flags, UPPER) & rows.some_capitals
    value[shout] += np.where(value[shout] > 0, CAPITALS, -CAPITALS)

    def boost(flags: np.ndarray, offset: int, weight: float) -> np.ndarray:
        open_ = ~has(flags, VALENT)
        where = np.flatnonzero(open_ & has(flags, BOOSTER))
        amount = rows.boost(offset)[where] * np.where(value[where] < 0, -1, 1)
        loud = has(flags[where], UPPER) & rows.some_capitals[where]
        amount = np.where(loud, amount + np.where(value[where] > 0, CAPITALS, -CAPITALS), amount)
        value[where] += amount * weight
        return open_

    open_ = boost(one, -1, 1.0)
    value[open_ & has(one, NEGATOR)] *= NEGATION
    open_ = boost(two, -2, 0.95)
    never_so = open_ & has(two, NEVER) & has(one, SO_THIS)
    value[never_so] *= 1.5
    value[open_ & has(two, NEGATOR) & ~never_so] *= NEGATION
    open_ = boost(three, -3, 0.9)
    never_so = open_ & ((has(three, NEVER) & has(two, SO_THIS)) | has(one, SO_THIS))
    value[never_so] *= 1.25
    value[open_ & has(three, NEGATOR) & ~never_so] *= NEGATION
    around = one | two | three | rows.flags | rows.near(1) | rows.near(2)
    for row in np.flatnonzero(open_ & has(around, ANCHOR)).tolist():
        value[row] = _idiom(rows, row, float(value[row]))
    least = ~has(one, VALENT) & has(one, LEAST) & ~has(two, AT_VERY)
    value[least] *= NEGATION
    value[has(rows.flags, KIND) & has(rows.near(1), OF)] = 0.0
    return value


def _idiom(rows: _Rows, row: int, value: float) -> float:
    for first, last in ((-1, 0), (-2, 0), (-2, -1), (-3, -1), (-3, -2)):
        phrase = rows.phrase(row, first, last)
        if phrase in _IDIOMS:
            value = _IDIOMS[phrase]
            break
    for last in (1, 2):
        value = _IDIOMS.get(rows.phrase(row, 0, last), value)
    if {rows.phrase(row, -3, -2), rows.phrase(row, -2, -1)} & _DAMPENING_PHRASES:
        value -= _BOOST
    return value


def _emphasis(document: Document, bounds: np.ndarray) -> np.ndarray:
    """What exclamation and question marks add to the strength of a stretch."""
    exclamations = segments.sums(document.gather(_exclamations), bounds)
    questions = segments.sums(document.gather(_questions), bounds)
    asked = np.where(questions > 1, np.where(questions <= 3, questions * 0.18, 0.96), 0.0)
    return np.minimum(exclamations, 4) * 0.292 + asked


def rounded(values: np.ndarray, digits: int) -> np.ndarray:
    """Python's ``round`` on an array: correct to the last digit, where numpy's is not.

    >>> rounded(np.array([0.0625, 2.675]), 3).tolist(), round(0.0625, 3)
    ([0.062, 2.675], 0.062)
    """
    scaled = values * 10.0**digits
    result = np.rint(scaled) / 10.0**digits
    close = np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < 1e-6)
    result[close] = [round(value, digits) for value in values[close].tolist()]
    return result
