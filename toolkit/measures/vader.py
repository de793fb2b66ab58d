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
    KIND,
    LEAST,
    NEGATOR,
    NEVER,
    OF,
    SAYING,
    SO_THIS,
    UPPER,
    VALENT,
    Cores,
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
    cores = document.vocabulary.attached(Cores)
    ids = cores.of(tokens)
    flags = cores.vocabulary.column(words.flags)[ids]
    kept = np.flatnonzero((flags & DROPPED) == 0)
    edges = np.searchsorted(kept, bounds)
    sizes = np.diff(edges)
    rows = _Rows(cores, ids[kept], edges)
    valence = _in_context(rows)
    valence *= rows.but_factor()
    count = len(sizes)

    def add(where: np.ndarray, values: np.ndarray) -> np.ndarray:
        return np.bincount(rows.stretch[where], weights=values[where], minlength=count)

    positive, negative = valence > 0, valence < 0
    up = add(positive, valence + 1)
    down = add(negative, valence - 1)
    neutral = sizes - add(positive | negative, np.ones(len(valence)))
    emphasis = _emphasis(document.vocabulary, tokens, bounds)
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

    def __init__(self, all_cores: Cores, cores: np.ndarray, edges: np.ndarray) -> None:
        vocabulary = all_cores.vocabulary
        self._phrases = all_cores.phrases
        self._cores = cores
        self._flags = vocabulary.column(words.flags)[cores]
        self._boosts = vocabulary.column(words.boosts)
        self._edges = edges
        hits = np.flatnonzero((self._flags & (VALENT | BOOSTER)) == VALENT)
        self.at = hits
        self.stretch = np.searchsorted(edges, hits, side="right") - 1
        self.valence = vocabulary.column(words.valences)[cores[hits]]
        self._place = self._first_like(cores)
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
        return np.where(inside, self._boosts[self._cores[place]], 0.0)

    def cores(self, hits: np.ndarray, offset: int) -> np.ndarray:
        """Which core stands at ``offset`` from some of the hits; -1 beyond their stretch."""
        place, inside = self._there(offset)
        return np.where(inside[hits], self._cores[place[hits]], -1)

    def says(self, around: dict[int, np.ndarray], phrase: str, first: int) -> np.ndarray:
        """Whether the words of a phrase stand around each hit, from offset ``first`` on."""
        ids = enumerate(self._phrases[phrase])
        return np.logical_and.reduce([around[first + k] == number for k, number in ids])

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


def _emphasis(vocabulary: Vocabulary, tokens: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """What exclamation and question marks add to the strength of a stretch."""
    exclamations = segments.sums(vocabulary.column(words.exclamations)[tokens], bounds)
    questions = segments.sums(vocabulary.column(words.questions)[tokens], bounds)
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
