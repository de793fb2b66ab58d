"""Sentence links: which sentences of two tellings say the same thing.

A sentence may have one partner, several (split or merged) or none. Order is only a weak hint
that decides between near-equal candidates, because outlets move things about.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np

from toolkit.comparison.similarity import similarities
from toolkit.text.document import Document

RELATIONS = ("verbatim", "near-verbatim", "reworded", "split", "merged")

MUTUAL = 0.20  # each the other's best partner: this much similarity is enough
SECOND_CHOICE = 0.30  # each the other's best among those that have no partner yet
ONE_SIDED = 0.30  # best for one of them only
ORDER = 0.03  # what standing at the same relative place may add
GAIN = 0.15  # a second partner must explain this much more of the sentence's words
NEAR_VERBATIM = 0.80  # share of words kept in order
_LONG = 1_000_000  # sentences of a thousand words: there the order of the words is let go


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences ``a`` of one telling that say the same as sentences ``b`` of another.

    ``a`` and ``b`` are positions among the sentences of their articles. ``relation`` is one of
    :data:`RELATIONS`: ``split`` means one sentence of A became several in B, ``merged`` the
    reverse. ``similarity`` is 0 to 1, the cosine of :mod:`toolkit.comparison.similarity`.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    relation: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links between two tellings, and the sentences told by one of them only."""

    links: tuple[Link, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]


def align(document: Document, a: int, b: int) -> Alignment:
    """Link the sentences of articles ``a`` and ``b`` of a document.

    >>> document = Document.of_texts(
    ...     ["The bridge will close on Monday. Nobody was hurt.", "On Monday the bridge closes."]
    ... )
    >>> found = align(document, 0, 1)
    >>> found.links[0].a, found.links[0].b, found.links[0].relation, found.only_a
    ((0,), (0,), 'reworded', (1,))
    """
    alike = similarities(document, a, b)
    texts = [_sentence_forms(document, article) for article in (a, b)]
    groups = _partners(alike, _Coverage(document, texts))
    links = tuple(
        sorted((_link(texts, alike, *group) for group in groups), key=lambda x: (x.a, x.b))
    )
    linked_a = {i for link in links for i in link.a}
    linked_b = {j for link in links for j in link.b}
    return Alignment(
        links=links,
        only_a=tuple(i for i in range(alike.shape[0]) if i not in linked_a),
        only_b=tuple(j for j in range(alike.shape[1]) if j not in linked_b),
    )


def _sentence_forms(document: Document, article: int) -> list[list[int]]:
    first, last = document.article_sentences[article : article + 2]
    edges = document.sentence_words[first : last + 1].tolist()
    forms = document.words.forms
    return [forms[x:y].tolist() for x, y in pairwise(edges)]


_Group = tuple[list[int], list[int]]


def _partners(alike: np.ndarray, coverage: "_Coverage") -> list[_Group]:
    """Which sentences belong together, as pairs of index lists (one list is of length one)."""
    if not alike.size:
        return []
    n, m = alike.shape
    place_a, place_b = (np.arange(k) / max(1, k - 1) for k in (n, m))
    nearness = ORDER * (1 - np.abs(place_a[:, None] - place_b))
    # Rounded, so that the last bit of a sum cannot decide between equals.
    score = np.round(np.where(alike > 0, alike + nearness, 0), 9)
    pairs = _mutual(score, alike, MUTUAL)
    # What lost its best partner to a copy of itself may be the best that is left for another.
    left = score.copy()
    for i, j in pairs:
        left[i, :] = left[:, j] = 0
    pairs += _mutual(left, alike, SECOND_CHOICE)
    return _extended({pair: ([pair[0]], [pair[1]]) for pair in pairs}, score, alike, coverage)


def _mutual(score: np.ndarray, alike: np.ndarray, least: float) -> list[tuple[int, int]]:
    """Pairs of sentences each of which is the other's best."""
    best_b, best_a = score.argmax(1).tolist(), score.argmax(0).tolist()
    return [
        (i, j)
        for i, j in enumerate(best_b)
        if best_a[j] == i and score[i, j] > 0 and alike[i, j] >= least
    ]


def _extended(
    groups: dict[tuple[int, int], _Group],
    score: np.ndarray,
    alike: np.ndarray,
    coverage: "_Coverage",
) -> list[_Group]:
    """Sentences still without a partner join the group of their best one, if they add to it.

    One that adds nothing new says the same again (a repeated standfirst): a link of its own.
    """
    by_a = {i: group for (i, _), group in groups.items()}
    by_b = {j: group for (_, j), group in groups.items()}
    best_b, best_a = score.argmax(1).tolist(), score.argmax(0).tolist()
    loose = [(alike[i, j], i, j, True) for i, j in enumerate(best_b) if i not in by_a]
    loose += [(alike[i, j], i, j, False) for j, i in enumerate(best_a) if j not in by_b]
    again: list[_Group] = []
    for value, i, j, from_a in sorted(loose, key=lambda row: (-row[0], *row[1:])):
        group = by_b.get(j) if from_a else by_a.get(i)
        if value < ONE_SIDED or group is None:
            continue
        many, one = group if from_a else group[::-1]
        new = i if from_a else j
        if len(one) == 1 and coverage.gain(from_a, one[0], many, new) >= GAIN:
            many.append(new)
            many.sort()
        else:
            again.append(([i], [j]))
    return [*groups.values(), *again]


class _Coverage:
    """How much of a sentence's weight its partners explain, and what one more would add."""

    def __init__(self, document: Document, texts: list[list[list[int]]]) -> None:
        self._texts = texts
        counts: dict[int, int] = {}
        for sentence in (s for text in texts for s in text):
            for form in set(sentence):
                counts[form] = counts.get(form, 0) + 1
        total = sum(map(len, texts))
        self._weight = {form: float(np.log((1 + total) / n)) for form, n in counts.items()}

    def gain(self, from_a: bool, one: int, many: list[int], new: int) -> float:
        """Share of sentence ``one``'s weight that ``new`` explains and ``many`` do not."""
        side, other = (1, 0) if from_a else (0, 1)
        sentence = set(self._texts[side][one])
        explained = set().union(*(self._texts[other][k] for k in many))
        added = (sentence & set(self._texts[other][new])) - explained
        whole = sum(self._weight[form] for form in sorted(sentence))
        return sum(self._weight[form] for form in sorted(added)) / whole if whole else 0.0


def _link(texts: list[list[list[int]]], alike: np.ndarray, a: list[int], b: list[int]) -> Link:
    if len(a) == len(b) == 1:
        relation = _relation(texts[0][a[0]], texts[1][b[0]])
    else:
        relation = "merged" if len(a) > 1 else "split"
    similarity = round(float(np.mean([alike[i, j] for i in a for j in b])), 4)
    return Link(tuple(a), tuple(b), relation, similarity)


def _relation(a: list[int], b: list[int]) -> str:
    if a == b:
        return "verbatim"
    # The lesser first, for difflib's ratio depends on which of the two that is.
    matcher = SequenceMatcher(None, min(a, b), max(a, b), autojunk=False)
    kept = matcher.quick_ratio()  # never below the ratio; for a monster sentence it must do
    if kept >= NEAR_VERBATIM and len(a) * len(b) <= _LONG:
        kept = matcher.ratio()
    return "near-verbatim" if kept >= NEAR_VERBATIM else "reworded"
