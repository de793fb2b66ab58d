"""Sentence links: which sentences of two tellings say the same thing.

A sentence may have one partner, several (split or merged) or none. Order is only a weak hint
that decides between near-equal candidates, because outlets move things about.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from math import fsum

import numpy as np

from toolkit.comparison.links.candidates import Candidates
from toolkit.comparison.links.model import LIKELY
from toolkit.text.document import Document

RELATIONS = ("verbatim", "near-verbatim", "reworded", "split", "merged")

BETWEEN = 0.1  # likely enough for a sentence whose neighbours both point to the same place
REPEATED = 0.5  # what a sentence that says something again has in common with the first time
GAIN = 0.08  # a second partner must explain this much more of the sentence's words
NEAR_VERBATIM = 0.80  # share of words kept in order
_LONG = 1_000_000  # sentences of a thousand words: there the order of the words is let go


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences ``a`` of one telling that say the same as sentences ``b`` of another.

    ``a`` and ``b`` are positions among the sentences of their articles. ``relation`` is one of
    :data:`RELATIONS`: ``split`` means one sentence of A became several in B, ``merged`` the
    reverse. ``similarity`` is 0 to 1: how likely the two say the same, by the model of
    :mod:`toolkit.comparison.links.model`, and 1 for equal words; for a split or merged sentence
    the mean over its partners, which may be below one half.
    :func:`~toolkit.comparison.links.evidence.evidence` tells what it is made of.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    relation: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence of the other telling that comes nearest, linked or not, and how near it is.

    ``similarity`` is that of :class:`Link`. ``sentence`` is -1 (and ``similarity`` 0) where the
    other telling has none that is alike.
    """

    sentence: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links between two tellings, and the sentences told by one of them only.

    ``nearest_a`` has an entry for each sentence of A, ``nearest_b`` one for each of B.
    """

    links: tuple[Link, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]
    nearest_a: tuple[Nearest, ...] = ()
    nearest_b: tuple[Nearest, ...] = ()


def align(document: Document, a: int, b: int) -> Alignment:
    """Link the sentences of articles ``a`` and ``b`` of a document.

    >>> document = Document.of_texts(
    ...     ["The bridge will close on Monday. Nobody was hurt.", "On Monday the bridge closes."]
    ... )
    >>> found = align(document, 0, 1)
    >>> found.links[0].a, found.links[0].b, found.links[0].relation, found.only_a
    ((0,), (0,), 'reworded', (1,))
    """
    found = Candidates.of(document, a, b)
    texts = [_sentence_forms(document, article) for article in (a, b)]
    groups = _partners(found, _Coverage(texts))
    links = tuple(
        sorted((_link(texts, found, *group) for group in groups), key=lambda x: (x.a, x.b))
    )
    linked_a = {i for link in links for i in link.a}
    linked_b = {j for link in links for j in link.b}
    return Alignment(
        links=links,
        only_a=tuple(i for i in range(len(texts[0])) if i not in linked_a),
        only_b=tuple(j for j in range(len(texts[1])) if j not in linked_b),
        nearest_a=_nearest(found, len(texts[0])),
        nearest_b=_nearest(found.turned, len(texts[1])),
    )


def _nearest(found: Candidates, count: int) -> tuple[Nearest, ...]:
    best = found.best
    near = (best.get(i, -1) for i in range(count))
    return tuple(
        Nearest(j, round(found.likely[i, j], 4)) if j >= 0 else Nearest(-1, 0.0)
        for i, j in enumerate(near)
    )


def _sentence_forms(document: Document, article: int) -> list[list[int]]:
    first, last = document.article_sentences[article : article + 2]
    edges = document.sentence_words[first : last + 1].tolist()
    forms = document.words.forms
    return [forms[x:y].tolist() for x, y in pairwise(edges)]


_Group = tuple[list[int], list[int]]


def _partners(found: Candidates, coverage: "_Coverage") -> list[_Group]:
    """Which sentences belong together, as pairs of index lists (one list is of length one)."""
    pairs = _mutual(found)
    # What lost its best partner to a copy of itself may be the best that is left for another.
    pairs += _mutual(found.without({i for i, _ in pairs}, {j for _, j in pairs}))
    return _extended({pair: ([pair[0]], [pair[1]]) for pair in pairs}, found, coverage)


def _mutual(found: Candidates) -> list[tuple[int, int]]:
    """Pairs of sentences each of which is the other's best, and likely enough."""
    best_a = found.turned.best
    return [
        (i, j)
        for i, j in sorted(found.best.items())
        if best_a[j] == i and found.likely[i, j] >= LIKELY
    ]


def _extended(
    groups: dict[tuple[int, int], _Group], found: Candidates, coverage: "_Coverage"
) -> list[_Group]:
    """Sentences still without a partner join the group of their best one, if they add to it.

    One that adds nothing and says what the group has (a repeated standfirst) gets a link of its
    own. One between two sentences that are linked to its best one, or to that and the one beside
    it, may be less alike: a quotation's middle that was turned into reported speech.
    """
    told_a = dict(groups.keys())
    told_b = {j: i for i, j in groups}
    by_a = {i: group for (i, _), group in groups.items()}
    by_b = {j: group for (_, j), group in groups.items()}
    loose = [(found.likely[i, j], i, j, True) for i, j in found.best.items() if i not in by_a]
    loose += [
        (found.likely[i, j], i, j, False) for j, i in found.turned.best.items() if j not in by_b
    ]
    again: list[_Group] = []
    for value, i, j, from_a in sorted(loose, key=lambda row: (-row[0], *row[1:])):
        group = by_b.get(j) if from_a else by_a.get(i)
        between = _between(told_a, i, j) if from_a else _between(told_b, j, i)
        if group is None or value < (BETWEEN if between else LIKELY):
            continue
        many, one = group if from_a else group[::-1]
        new = i if from_a else j
        if len(one) == 1 and coverage.gain(from_a, one[0], many, new) >= GAIN:
            many.append(new)
            many.sort()
        elif value >= LIKELY and coverage.repeated(from_a, many, new) >= REPEATED:
            again.append(([i], [j]))
    return [*groups.values(), *again]


def _between(told: dict[int, int], sentence: int, best: int) -> bool:
    """Whether the sentences before and after are told in ``best``, or one of them right beside."""
    around = [told.get(sentence + step, -2) for step in (-1, 1)]
    return best in around and all(abs(other - best) <= 1 for other in around)


class _Coverage:
    """How much of a sentence's weight its partners explain, and what one more would add."""

    def __init__(self, texts: list[list[list[int]]]) -> None:
        self._texts = texts
        counts: dict[int, int] = {}
        for sentence in (s for text in texts for s in text):
            for form in set(sentence):
                counts[form] = counts.get(form, 0) + 1
        total = sum(map(len, texts))
        weights = {n: float(np.log((1 + total) / n)) for n in set(counts.values())}
        self._weight = {form: weights[n] for form, n in counts.items()}

    def gain(self, from_a: bool, one: int, many: list[int], new: int) -> float:
        """Share of sentence ``one``'s weight that ``new`` explains and ``many`` do not."""
        side, other = (1, 0) if from_a else (0, 1)
        sentence = set(self._texts[side][one])
        explained = set().union(*(self._texts[other][k] for k in many))
        return self._share((sentence & set(self._texts[other][new])) - explained, sentence)

    def repeated(self, from_a: bool, many: list[int], new: int) -> float:
        """Share of sentence ``new``'s weight that ``many`` sentences of its own telling have."""
        texts = self._texts[0 if from_a else 1]
        sentence = set(texts[new])
        return self._share(sentence & set().union(*(texts[k] for k in many)), sentence)

    def _share(self, part: set[int], whole: set[int]) -> float:
        total = fsum(self._weight[form] for form in whole)
        return fsum(self._weight[form] for form in part) / total if total else 0.0


def _link(texts: list[list[list[int]]], found: Candidates, a: list[int], b: list[int]) -> Link:
    if len(a) == len(b) == 1:
        relation = _relation(texts[0][a[0]], texts[1][b[0]])
    else:
        relation = "merged" if len(a) > 1 else "split"
    values = [found.likely.get((i, j), 0.0) for i in a for j in b]
    similarity = round(fsum(values) / len(values), 4)
    return Link(tuple(a), tuple(b), relation, similarity)


def _relation(a: list[int], b: list[int]) -> str:
    if a == b:
        return "verbatim"
    # Every form that only one of them has is a word not kept: mostly that settles it.
    kinds_a, kinds_b = set(a), set(b)
    most = min(len(a) - len(kinds_a - kinds_b), len(b) - len(kinds_b - kinds_a))
    if 2 * most < NEAR_VERBATIM * (len(a) + len(b)):
        return "reworded"
    # The lesser first, for difflib's ratio depends on which of the two that is.
    matcher = SequenceMatcher(None, min(a, b), max(a, b), autojunk=False)
    kept = matcher.quick_ratio()  # never below the ratio; for a monster sentence it must do
    if kept >= NEAR_VERBATIM and len(a) * len(b) <= _LONG:
        kept = matcher.ratio()
    return "near-verbatim" if kept >= NEAR_VERBATIM else "reworded"
