"""VADER for every sentence of a batch at once, equal to NLTK's SentimentIntensityAnalyzer.

VADER (Hutto and Gilbert 2014) sums the valence of words, each changed by the three words
before it (boosters, negations, "never so", idioms), by capitals and by "but". NLTK's version
is followed in every detail, its quirks included: a word's context is that of its *first*
occurrence in the sentence, and words of one character do not exist. All facts on a word are
looked up once per distinct token, so a rule is a few comparisons of neighbouring rows.

Sums run from left to right on every Python, where NLTK's own sum became compensated with
Python 3.12; the difference is below 1e-15 before rounding to four digits.
"""

import numpy as np

from toolkit.measures import vader_words as words
from toolkit.measures.vader_words import (
    ANCHOR,
    AT_VERY,
    BOOSTER,
    BUT,
    DROPPED,
    EMPHATIC,
    KIND,
    LEAST,
    NEGATOR,
    NEVER,
    OF,
    SAYING,
    SO_THIS,
    UPPER,
    VALENT,
)
from toolkit.text import segments
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

CAPITALS = 0.733
NEGATION = -0.74
_BLOCK = 1 << 13  # stretches worked through at a time
_OUTSIDE = VALENT  # beyond the edge of a sentence: behaves like a valent word, which stops rules


def polarity(document: Document, bounds: np.ndarray) -> np.ndarray:
    """VADER's four scores for every stretch of tokens: negative, neutral, positive, compound.

    Returns an array (n, 4). A stretch with nothing to score (no word of two letters or more and
    no emoticon) is NaN, where NLTK says 0, or neutral.

    >>> document = Document.of_texts(["The plan is not good.", "A kind, GREAT idea!"])
    >>> polarity(document, document.sentences)[:, 3].tolist()
    [-0.3412, 0.8599]
    """
    blocks = range(0, len(bounds) - 1, _BLOCK)
    scores = [_scores(document, bounds[k : k + _BLOCK + 1]) for k in blocks]
    return np.concatenate(scores) if scores else np.zeros((0, 4))


def _scores(document: Document, bounds: np.ndarray) -> np.ndarray:
    """The scores of some stretches, few enough for their arrays to stay in the cache."""
    tokens = document.tokens.ids[bounds[0] : bounds[-1]]
    bounds = bounds - bounds[0]
    flags = document.vocabulary.column(words.flags)[tokens]
    kept = np.flatnonzero((flags & DROPPED) == 0)
    edges = kept.searchsorted(bounds)
    sizes = edges[1:] - edges[:-1]
    rows = _Rows(document.vocabulary, tokens[kept], flags[kept], edges)
    valence = _in_context(rows)
    valence *= rows.but_factor()

    def add(values: np.ndarray, where: np.ndarray) -> np.ndarray:
        return np.bincount(rows.stretch[where], values[where], minlength=len(sizes))

    positive, negative = np.flatnonzero(valence > 0), np.flatnonzero(valence < 0)
    up, down = add(valence + 1, positive), add(valence - 1, negative)
    either = np.concatenate((positive, negative))
    neutral = sizes - np.bincount(rows.stretch[either], minlength=len(sizes))
    emphasis = _emphasis(document.vocabulary, tokens, flags, bounds)
    total = np.bincount(rows.stretch, valence, minlength=len(sizes))
    total = total + np.sign(total) * emphasis
    compound = total / np.sqrt((total * total) + 15)
    heavier, lighter = up > np.abs(down), up < np.abs(down)
    up, down = np.where(heavier, up + emphasis, up), np.where(lighter, down - emphasis, down)
    whole = up + np.abs(down) + neutral
    shares = [np.abs(segments.ratio(part, whole)) for part in (down, neutral, up)]
    scores = np.stack([*(rounded(share, 3) for share in shares), rounded(compound, 4)], axis=1)
    scores[rows.saying() == 0] = np.nan
    return scores


class _Rows:
    """The valent words of all stretches, and what stands around each."""

    def __init__(
        self, vocabulary: Vocabulary, tokens: np.ndarray, flags: np.ndarray, edges: np.ndarray
    ) -> None:
        self._vocabulary, self._tokens, self._flags, self._edges = vocabulary, tokens, flags, edges
        self.at = np.flatnonzero((flags & (VALENT | BOOSTER)) == VALENT)
        self.stretch = edges.searchsorted(self.at, "right") - 1
        self._begin, self._end = edges[self.stretch], edges[self.stretch + 1]
        self.valence = vocabulary.column(words.valences)[tokens[self.at]]
        self._place = self._first_like(self._cores(self.at))
        self.some_capitals = self._some_capitals()[self.stretch]
        self.flags = flags[self._place]

    def _cores(self, places: np.ndarray) -> np.ndarray:
        return self._vocabulary.forms(words.cores).ids[self._tokens[places]]

    def _first_like(self, cores: np.ndarray) -> np.ndarray:
        """For each hit, where the same word first stands in its stretch."""
        key = (self.stretch << 32) | cores
        _, first, back = np.unique(key, return_index=True, return_inverse=True)
        return self.at[first][back.reshape(-1)] if len(key) else self.at

    def _some_capitals(self) -> np.ndarray:
        upper = segments.sums((self._flags & UPPER) != 0, self._edges)
        return (upper > 0) & (upper < np.diff(self._edges))

    def saying(self) -> np.ndarray:
        """How many words and emoticons each stretch has."""
        return segments.sums((self._flags & SAYING) != 0, self._edges)

    def near(self, offset: int) -> np.ndarray:
        """Flags of the word at ``offset`` from each hit, within its stretch."""
        place = self._place + offset
        inside = (place >= self._begin) & (place < self._end)
        return np.where(inside, self._flags.take(place, mode="clip"), _OUTSIDE)

    def boost(self, hits: np.ndarray, offset: int) -> np.ndarray:
        """What the word at ``offset``, there for all these hits, adds to a positive one."""
        tokens = self._tokens[self._place[hits] + offset]
        return self._vocabulary.column(words.boosts)[tokens]

    def cores(self, hits: np.ndarray, offset: int) -> np.ndarray:
        """Which core stands at ``offset`` from some of the hits; -1 beyond their stretch."""
        place = self._place[hits] + offset
        inside = (place >= self._begin[hits]) & (place < self._end[hits])
        return np.where(inside, self._cores(np.where(inside, place, 0)), -1)

    def says(self, around: dict[int, np.ndarray], phrase: str, first: int) -> np.ndarray:
        """Whether the words of a phrase stand around each hit, from offset ``first`` on."""
        ids = self._vocabulary.forms(words.cores).vocabulary.encode(words.phrases()[phrase])
        return np.logical_and.reduce([around[first + k] == n for k, n in enumerate(ids.tolist())])

    def but_factor(self) -> np.ndarray:
        """0.5 before the first "but" of a stretch, 1.5 after it."""
        buts = np.flatnonzero(self._flags & BUT)
        following = buts.searchsorted(self._edges[:-1])
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
        amount = rows.boost(where, offset) * np.where(value[where] < 0, -1, 1)
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
    near = np.flatnonzero(open_ & has(around, ANCHOR))
    if len(near):
        value[near] = _idioms(rows, near, value[near])
    least = ~has(one, VALENT) & has(one, LEAST) & ~has(two, AT_VERY)
    value[least] *= NEGATION
    value[has(rows.flags, KIND) & has(rows.near(1), OF)] = 0.0
    return value


def _idioms(rows: _Rows, hits: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Values of some hits after the idioms around them, where the first that fits counts."""
    around = {offset: rows.cores(hits, offset) for offset in range(-3, 3)}
    # The other way round, so that what NLTK looks for first is written last; then what follows.
    for first, last in ((-3, -2), (-3, -1), (-2, -1), (-2, 0), (-1, 0), (0, 1), (0, 2)):
        for phrase, valence in words.IDIOMS.items():
            if phrase.count(" ") == last - first:
                value = np.where(rows.says(around, phrase, first), valence, value)
    damped = [rows.says(around, p, first) for p in words.DAMPENING_PHRASES for first in (-3, -2)]
    return np.where(np.logical_or.reduce(damped), value - words.BOOST, value)


def _emphasis(
    vocabulary: Vocabulary, tokens: np.ndarray, flags: np.ndarray, bounds: np.ndarray
) -> np.ndarray:
    """What exclamation and question marks add to the strength of a stretch."""
    marked = np.flatnonzero(flags & EMPHATIC)
    edges = marked.searchsorted(bounds)
    exclamations, questions = (
        segments.sums(vocabulary.column(of)[tokens[marked]], edges)
        for of in (words.exclamations, words.questions)
    )
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
