"""Facts: links between every two tellings put together into groups over all of them.

Where A's sentence is linked to B's and B's to C's, all three tell one fact. One wrong link must
not glue two facts together, so groups are not simply followed from link to link: two of them are
joined only where at least half of the sentence pairs that would meet are linked (average linkage,
Sokal and Michener 1958, an unlinked pair counting 0). Links that others bear out come first: one
weighs as much as it is similar, once more for each third sentence linked with both its ends. A
link that is missing between two of three tellings is thereby made good, and a single link between
two facts that three tellings agree on is left aside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import nan

import numpy as np

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.links.alignment import Link

AGREEMENT = 0.5  # of the sentence pairs in which two groups meet, the share that must be linked
THROUGH = "through another"  # told by both, and linked only by way of a third telling
_UNITS = 10_000  # weights are whole numbers, so that the order of adding does not matter


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more tellings report: a sentence, or several that say the same thing.

    - ``sentences``: for every telling the numbers of its sentences, empty if it has none.
    - ``passages``: the same as passages.
    - ``positions``: for every telling the place of its first sentence, 0 (first) to 1 (last);
      NaN if it has none.
    - ``relations``: for every telling the relation of its sentences to those of the first telling
      that has the fact; ``through another`` where the two are not linked themselves, and "" for
      that first telling and those without.
    - ``example``: the sentence most like the others, to stand for all.
    """

    sentences: tuple[tuple[int, ...], ...]
    passages: tuple[tuple[Passage, ...], ...]
    positions: tuple[float, ...]
    relations: tuple[str, ...]
    example: Passage

    @property
    def tellings(self) -> tuple[int, ...]:
        """The tellings that report it."""
        return tuple(k for k, numbers in enumerate(self.sentences) if numbers)


def facts(comparison: Comparison) -> tuple[Fact, ...]:
    """Every sentence of every telling in exactly one fact, in the order of the first telling.

    What the first telling does not have follows what stands before it in the next telling.

    >>> from toolkit import Article, compare
    >>> texts = ["A dam broke. It rained.", "A dam broke. Nobody was hurt.", "A dam broke."]
    >>> comparison = compare(Article(str(k), text) for k, text in enumerate(texts))
    >>> [fact.sentences for fact in facts(comparison)]
    [((0,), (0,), (0,)), ((), (1,), ()), ((1,), (), ())]
    """
    counts = [len(passages) for passages in comparison.sentences]
    edges = np.cumsum([0, *counts]).tolist()
    weights = _weights(comparison, edges)
    owner = np.repeat(np.arange(len(counts)), counts).tolist()
    groups = _Groups(owner, weights).joined()
    of_group = {member: group for group in groups for member in group}
    ordered = _ordered([[of_group[m] for m in range(*span)] for span in pairwise(edges)])
    likeness = [0] * len(owner)  # of a sentence with all that it is linked to
    for (one, other), value in weights.items():
        likeness[one] += value
        likeness[other] += value
    relations = _Relations(comparison.pairs)
    found = []
    for group in ordered:
        sentences: list[tuple[int, ...]] = [()] * len(counts)
        for member in group:
            sentences[owner[member]] += (member - edges[owner[member]],)
        example = max(group, key=lambda m: (likeness[m], -m))
        k = owner[example]
        found.append(
            Fact(
                sentences=tuple(sentences),
                passages=tuple(
                    tuple(passages[i] for i in numbers)
                    for passages, numbers in zip(comparison.sentences, sentences, strict=True)
                ),
                positions=tuple(
                    numbers[0] / max(1, count - 1) if numbers else nan
                    for count, numbers in zip(counts, sentences, strict=True)
                ),
                relations=relations.to_first(sentences),
                example=comparison.sentences[k][example - edges[k]],
            )
        )
    return tuple(found)


def told_by_all(found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that every telling reports."""
    return tuple(fact for fact in found if all(fact.sentences))


def told_by_one(found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that one telling alone reports."""
    return tuple(fact for fact in found if len(fact.tellings) == 1)


_Group = tuple[int, ...]
_Weights = dict[tuple[int, int], int]


def _weights(comparison: Comparison, edges: list[int]) -> _Weights:
    """What the link of each two sentences weighs, sentences numbered through all tellings."""
    similarity: _Weights = {}
    near: dict[int, set[int]] = {}
    for pair in comparison.pairs:
        for link in pair.alignment.links:
            value = max(1, round(link.similarity * _UNITS))
            for i in link.a:
                for j in link.b:
                    cell = (edges[pair.a] + i, edges[pair.b] + j)
                    similarity[cell] = max(value, similarity.get(cell, 0))
                    near.setdefault(cell[0], set()).add(cell[1])
                    near.setdefault(cell[1], set()).add(cell[0])
    return {
        (one, other): value * (1 + len(near[one] & near[other]))
        for (one, other), value in similarity.items()
    }


class _Groups:
    """Groups of sentences that grow by joining the two that agree best, until none agree."""

    def __init__(self, owner: list[int], weights: _Weights) -> None:
        self._members: dict[int, _Group] = {m: (m,) for m in range(len(owner))}
        self._told: dict[int, dict[int, int]] = {m: {k: 1} for m, k in enumerate(owner)}
        # For each group those that it is linked with: the sum of weights, and of how many.
        self._near: dict[int, dict[int, tuple[int, int]]] = {m: {} for m in range(len(owner))}
        for (one, other), value in weights.items():
            self._near[one][other] = self._near[other][one] = (value, 1)

    def joined(self) -> list[_Group]:
        """The groups in the end; each begins with its first sentence."""
        waiting = [row for one in self._near for row in self._rows(one) if row[1] == one]
        heapify(waiting)
        while waiting:
            _, one, other, sizes = heappop(waiting)
            if sizes != (len(self._members.get(one, ())), len(self._members.get(other, ()))):
                continue  # one of the two has grown or gone since
            for row in self._join(one, other):
                heappush(waiting, row)
        return list(self._members.values())

    def _rows(self, one: int) -> Iterator[tuple[float, int, int, tuple[int, int]]]:
        """What to try for a group: best first, of equals the earlier sentences."""
        told, size = self._told[one], len(self._members[one])
        for other, (total, links) in self._near[one].items():
            there = self._told[other]
            meeting = size * len(self._members[other])
            meeting -= sum(count * there.get(k, 0) for k, count in told.items())
            if links >= AGREEMENT * meeting:
                first, second = sorted((one, other))
                sizes = (len(self._members[first]), len(self._members[second]))
                yield -total / meeting, first, second, sizes

    def _join(self, one: int, other: int) -> Iterator[tuple[float, int, int, tuple[int, int]]]:
        self._members[one] = tuple(sorted(self._members[one] + self._members.pop(other)))
        for k, count in self._told.pop(other).items():
            self._told[one][k] = self._told[one].get(k, 0) + count
        del self._near[one][other]
        for third, (total, links) in self._near.pop(other).items():
            if third == one:
                continue
            before = self._near[one].get(third, (0, 0))
            self._near[one][third] = (before[0] + total, before[1] + links)
            del self._near[third][other]
            self._near[third][one] = self._near[one][third]
        return self._rows(one)


def _ordered(tellings: list[list[_Group]]) -> list[_Group]:
    """All groups: those of the first telling as they stand, each other after what it follows."""
    after: dict[_Group | None, list[_Group]] = {}
    seen: set[_Group] = set()
    for groups in tellings:
        before: _Group | None = None
        for group in groups:
            if group not in seen:
                seen.add(group)
                # The later a telling, the nearer to what it follows.
                after.setdefault(before, []).append(group)
            before = group
    ordered: list[_Group] = []
    waiting = after.get(None, [])[:]
    while waiting:
        group = waiting.pop()
        ordered.append(group)
        waiting += after.get(group, [])
    return ordered


class _Relations:
    """The relation of the sentences of two tellings, looked up by sentence."""

    def __init__(self, pairs: tuple[Pair, ...]) -> None:
        self._links: dict[tuple[int, int], dict[int, list[Link]]] = {}
        for pair in pairs:
            by_a = self._links[pair.a, pair.b] = {}
            for link in pair.alignment.links:
                for i in link.a:
                    by_a.setdefault(i, []).append(link)

    def to_first(self, sentences: list[tuple[int, ...]]) -> tuple[str, ...]:
        """For every telling how its sentences relate to those of the first that has some."""
        first = next(k for k, numbers in enumerate(sentences) if numbers)
        return tuple(
            self._between(first, k, sentences) if numbers and k != first else ""
            for k, numbers in enumerate(sentences)
        )

    def _between(self, a: int, b: int, sentences: list[tuple[int, ...]]) -> str:
        """The relation of the most similar link; of equals, the first."""
        of_b = set(sentences[b])
        by_a = self._links[a, b]
        here = [
            link for i in sentences[a] for link in by_a.get(i, ()) if not of_b.isdisjoint(link.b)
        ]
        return max(here, key=lambda link: link.similarity).relation if here else THROUGH
