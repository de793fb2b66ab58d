"""The words of sentences, as the comparison of two sentences looks at them.

Two words are partners when their *roots* are equal: the first six letters of the stem, so that
"deploy" and "deployment", "Ukraine" and "Ukrainian" match; a number must be the same. Of a
sentence the first 64 words are looked at.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.stems import stem
from toolkit.text.tokens import Vocabulary
from toolkit.text.word_frequency import american, frequency

WIDTH = 64  # words of a sentence: as many as an integer has bits
NUMBER, NEGATION, REPORTING, PREPOSITION, TELLING = (1 << k for k in range(5))
_LETTERS = 6
_KNOWN_TO_ALL, _LEAST = 75, 3  # tenths of the Zipf scale, at which a word weighs least
_COMMON = 58  # a rarer word tells what a sentence is about
_MOST = 200  # sentences that are looked at
_USUAL, _DOUBT = 0.2, 10  # two tellings of one story; as much evidence as this many pairs
_NEGATIONS = frozenset("not no never without cannot nor neither".split())


def root(form: str) -> str:
    """What two words must have in common to be partners.

    >>> root("deploys") == root("deployment"), root("15") == root("150")
    (True, False)
    """
    return form if _has_digit(form) else stem(american(form))[:_LETTERS]


def _has_digit(form: str) -> bool:
    return not form.isalpha() and any(map(str.isdigit, form))


class Roots:
    """Of every distinct word form: the number of its root, how rare it is, of what kind."""

    def __init__(self, forms: Vocabulary) -> None:
        self._forms = forms
        self._roots = Vocabulary()
        self._known = np.zeros((0, 3), np.int32)

    def table(self) -> np.ndarray:
        """A row for each form: root, weight (tenths of the Zipf scale), kinds (bits)."""
        if len(self._known) < len(self._forms):
            fresh = self._forms.entries[len(self._known) :]
            roots = [root(form) for form in fresh]
            common = [frequency(form) for form in fresh]
            weights = [max(0, _KNOWN_TO_ALL - tenths) + _LEAST for tenths in common]
            kinds = list(map(_kinds, fresh, roots, common))
            rows = np.column_stack((self._roots.encode(roots), weights, kinds))
            self._known = np.concatenate((self._known, rows.astype(np.int32)))
        return self._known


def _kinds(form: str, its_root: str, tenths: int) -> int:
    if _has_digit(form):
        return NUMBER | TELLING
    kinds = TELLING if tenths < _COMMON else 0
    if form in _NEGATIONS or form.endswith("n't"):
        kinds |= NEGATION
    if its_root in _reporting():
        kinds |= REPORTING
    if form in lexicon.words("prepositions"):
        kinds |= PREPOSITION
    return kinds


@cache
def _reporting() -> frozenset[str]:
    return frozenset(map(root, lexicon.words("reporting_verbs")))


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words of every sentence of one article.

    ``words`` are rows of :meth:`Roots.table` for the whole article; sentence k has ``lengths[k]``
    of them (64 at most) from ``first[k]`` on.
    """

    first: np.ndarray
    lengths: np.ndarray
    words: np.ndarray

    @classmethod
    def of(cls, document: Document, article: int) -> "Sentences":
        """The sentences of one article."""
        first, last = document.article_sentences[article : article + 2]
        edges = document.sentence_words[first : last + 1]
        table = document.word_forms.attached(Roots).table()
        words = table[document.words.forms[edges[0] : edges[-1]]]
        return cls(edges[:-1] - edges[0], np.minimum(np.diff(edges), WIDTH), words)

    def rows(
        self, which: np.ndarray, width: int, filler: int
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Roots (``filler`` beyond the end), weights and kinds of sentences, (n, width) each."""
        place = np.arange(width)
        inside = place < self.lengths[which, None]
        at = np.where(inside, self.first[which, None] + place, 0)
        found = self.words.take(at, axis=0) if len(self.words) else np.zeros((*at.shape, 3), int)
        return (
            np.where(inside, found[..., 0], filler),
            found[..., 1] * inside,
            found[..., 2] * inside,
        )


def common_ground(first: Sentences, second: Sentences) -> float:
    """How much of a story two tellings share, beside the sentences that are each other's best.

    The share of all other pairs of sentences that have a telling (not common) word in common:
    about .05 for articles on different things, .2 to .4 for tellings of one story. Of a long
    article 200 sentences, evenly spread, are looked at. Where there are few pairs to go by, the
    tellings are taken to be of one story; two bare sentences have no story around them: 0.
    """
    if len(first.lengths) <= 1 and len(second.lengths) <= 1:
        return 0.0
    n, rows_a, roots_a = _telling_roots(first)
    m, rows_b, roots_b = _telling_roots(second)
    kinds, number = np.unique(np.concatenate((roots_a, roots_b)), return_inverse=True)
    has_a, has_b = np.zeros((n, len(kinds))), np.zeros((m, len(kinds)))
    has_a[rows_a, number[: len(rows_a)]] = 1
    has_b[rows_b, number[len(rows_a) :]] = 1
    shared: np.ndarray = has_a @ has_b.T
    rest: np.ndarray = np.ones(shared.shape, bool)
    if shared.size:
        rest[np.arange(len(rest)), shared.argmax(1)] = False
        rest[shared.argmax(0), np.arange(rest.shape[1])] = False
    hits, pairs = int((shared[rest] > 0).sum()), int(rest.sum())
    return (hits + _DOUBT * _USUAL) / (pairs + _DOUBT)


def _telling_roots(sentences: Sentences) -> tuple[int, np.ndarray, np.ndarray]:
    """How many sentences are looked at; the sentence and the root of each telling word."""
    count = len(sentences.lengths)
    chosen = np.arange(count)
    if count > _MOST:
        chosen = np.unique(np.linspace(0, count - 1, _MOST).round().astype(int))
    roots, _, kinds = sentences.rows(chosen, int(sentences.lengths[chosen].max(initial=1)), -1)
    row, place = np.nonzero((kinds & TELLING) != 0)
    return len(chosen), row, roots[row, place]
