"""Pairing the numbers of two tellings, the surest first.

Numbers of linked sentences come first; then equal ones anywhere; then those that are told in
like words, or in the same role, without a link; last what only repeats a number that has a partner.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from toolkit.comparison.numbers import slots as slots
from toolkit.comparison.numbers.relations import comparable, near_enough, relation_of, telling
from toolkit.quantities.find import quantities_between
from toolkit.quantities.quantity import Quantity
from toolkit.text.document import Document

_MOST_PAIRS = 10_000  # of the numbers of two linked sentences; longer lists are no prose
_MOST_IN_SENTENCE = 100
_MAY_BE = 0.5  # comparable: below, two numbers count things of two sorts ("homes", "residents")


class Side:
    """The numbers of one telling, each with the sentence it stands in."""

    def __init__(self, document: Document, article: int) -> None:
        self.text = document.articles[article].text
        self.quantities = quantities_between(document, article, article + 1)[0]
        passages = document.sentence_passages(article)
        starts = [p.start for p in passages]
        self.sentence = [bisect(starts, q.passage.start) - 1 for q in self.quantities]
        self.in_sentence: dict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentence):
            self.in_sentence[sentence].append(number)
        around = slots.Surroundings(document, article)
        self.slots = [
            around.slot(passages[s].start, passages[s].end, q, starts[max(0, s - 1)])
            for s, q in zip(self.sentence, self.quantities, strict=True)
        ]

    def of(self, sentences: Iterable[int]) -> Iterator[int]:
        """The numbers in some sentences."""
        return (number for s in sentences for number in self.in_sentence.get(s, ()))


_Pairs = Iterable[tuple[Sequence[int], Sequence[int]]]


class Matching:
    """Pairs found so far; each number is in one, until repetitions are looked for."""

    def __init__(self, a: Side, b: Side) -> None:
        self.a, self.b = a, b
        self.pairs: list[tuple[int, int, str]] = []
        self.free_a = set(range(len(a.quantities)))
        self.free_b = set(range(len(b.quantities)))

    def _take(self, i: int, j: int, relation: str) -> None:
        self.pairs.append((i, j, relation))
        self.free_a.discard(i)
        self.free_b.discard(j)

    def _relation(self, i: int, j: int) -> str:
        a, b = self.a, self.b
        return relation_of(a.quantities[i], b.quantities[j], a.text, b.text)

    def linked(self, links: _Pairs) -> None:
        """Numbers of linked sentences, the surest pairs first."""
        scored: list[tuple[float, int, int, str]] = []
        for sentences_a, sentences_b in links:
            of_a, of_b = list(self.a.of(sentences_a)), list(self.b.of(sentences_b))
            if len(of_a) * len(of_b) > _MOST_PAIRS:
                continue  # equal ones will be found all the same
            for i in of_a:
                for j in of_b:
                    candidate = self._candidate(i, j, of_a, of_b)
                    if candidate:
                        scored.append((candidate[0], i, j, candidate[1]))
        for _, i, j, relation in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
            if i in self.free_a and j in self.free_b:
                self._take(i, j, relation)

    def _candidate(
        self, i: int, j: int, of_a: list[int], of_b: list[int]
    ) -> tuple[float, str] | None:
        """How sure two numbers of linked sentences are to belong together, and their relation."""
        p, q = self.a.quantities[i], self.b.quantities[j]
        same_thing = comparable(p, q)
        relation = self._relation(i, j) if same_thing else ""
        conflict = slots.conflict(self.a.slots[i], self.b.slots[j])
        if not relation or (conflict and relation != "same"):
            return None
        near = slots.alike(self.a.slots[i], self.b.slots[j])
        if relation == "different" and not self._differs(i, j, of_a, of_b, same_thing, near):
            return None
        order = abs(of_a.index(i) / len(of_a) - of_b.index(j) / len(of_b))
        worth = {"same": 4.0, "rounded": 3.0, "different": 0.0}[relation] - 2 * conflict
        return worth + same_thing + near - 0.1 * order, relation

    def _differs(
        self, i: int, j: int, of_a: list[int], of_b: list[int], same_thing: float, near: float
    ) -> bool:
        """Whether there is evidence enough that two different numbers are about the same thing."""
        p, q = self.a.quantities[i], self.b.quantities[j]
        if (same_thing < 1 and near < slots.NEAR) or (p.kind == "date" and not near):
            return False
        alone = all(
            sum(comparable(one, other) > 0 for other in (side.quantities[k] for k in numbers)) == 1
            for one, side, numbers in ((p, self.b, of_b), (q, self.a, of_a))
        )
        one, other = self.a.slots[i], self.b.slots[j]
        if same_thing < _MAY_BE:
            return bool(one.roles & other.roles)
        return alone or bool(one.close & other.close or one.roles & other.roles)

    def equal(self) -> None:
        """Equal numbers of one kind, unit and thing counted, wherever they stand."""
        waiting: dict[tuple, list[int]] = defaultdict(list)
        for j in sorted(self.free_b):
            waiting[_key(self.b.quantities[j])].append(j)
        for i in sorted(self.free_a):
            candidates = waiting.get(_key(self.a.quantities[i]), [])
            if candidates and not slots.weak(self.a.quantities[i]):
                j = candidates.pop(0)
                self._take(i, j, self._relation(i, j))

    def told_alike(self) -> None:
        """Numbers without a link that are told in like words about the same thing."""
        sizes = len(self.free_a) * len(self.free_b), len(self.a.slots) * len(self.b.slots)
        if sizes[0] > _MOST_PAIRS or sizes[1] > 100 * _MOST_PAIRS:
            return
        scored: list[tuple[float, int, int, str]] = []
        for i in sorted(self.free_a):
            for j in sorted(self.free_b):
                worth, relation = self._told_alike(i, j)
                if worth:
                    scored.append((worth, i, j, relation))
        for _, i, j, relation in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
            if i in self.free_a and j in self.free_b:
                self._take(i, j, relation)

    def _told_alike(self, i: int, j: int) -> tuple[float, str]:
        """How much speaks for it that two numbers without a link are about the same thing."""
        p, q = self.a.quantities[i], self.b.quantities[j]
        one, other = self.a.slots[i], self.b.slots[j]
        same_thing = comparable(p, q)
        if not same_thing or slots.conflict(one, other):
            return 0.0, ""
        near, role = slots.alike(one, other), bool(one.roles & other.roles)
        relation = self._relation(i, j)
        if relation == "rounded" and "date" not in (p.kind, q.kind):
            alike = near >= slots.NEAR and same_thing >= 1 and slots.shared(one, other)
            told = alike or (role and (slots.shared(one, other) or self._only_ones(i, j)))
            found = told or (same_thing > 1 and telling(p, q))
            return (2 + near if found else 0.0), relation
        named = p.kind == "count" and p.unit == q.unit != ""
        if relation == "different" and role and same_thing >= 1:
            about = named or slots.shared(one, other)
            return (1 + near if about and self._only_ones(i, j) else 0.0), relation
        return 0.0, ""

    def _only_ones(self, i: int, j: int) -> bool:
        """Whether two numbers are the only ones of their tellings for the role they share."""
        p, q = self.a.quantities[i], self.b.quantities[j]
        role = self.a.slots[i].roles & self.b.slots[j].roles
        if p.kind == "duration" and p.unit != q.unit:
            return False
        return near_enough(p, q) and not any(
            other is not mine
            and slot.roles & role
            and (other.unit == mine.unit if mine.kind == "duration" else comparable(other, mine))
            and near_enough(other, counterpart)
            for side, mine, counterpart in ((self.a, p, q), (self.b, q, p))
            for other, slot in zip(side.quantities, side.slots, strict=True)
        )

    def repeated(self, links: _Pairs) -> None:
        """What is left but repeats what has a partner: equal, or rounded in a linked sentence."""
        of_a: dict[int, set[int]] = defaultdict(set)
        of_b: dict[int, set[int]] = defaultdict(set)
        for sentences_a, sentences_b in links:
            for s in sentences_a:
                of_a[s].update(sentences_b)
            for s in sentences_b:
                of_b[s].update(sentences_a)
        for of, free, side, other, flip in (
            (of_a, self.free_a, self.a, self.b, False),
            (of_b, self.free_b, self.b, self.a, True),
        ):
            known = {_said(q): k for k, q in reversed(list(enumerate(other.quantities)))}
            for number in sorted(free):
                quantity = side.quantities[number]
                again = None if slots.weak(quantity) else known.get(_said(quantity))
                if again is None:
                    near = other.of(sorted(of.get(side.sentence[number], ())))
                    again = self._again(number, list(islice(near, _MOST_IN_SENTENCE)), flip)
                if again is None:
                    continue
                i, j = (again, number) if flip else (number, again)
                self.pairs.append((i, j, self._relation(i, j)))
                free.discard(number)

    def _again(self, number: int, others: list[int], flip: bool) -> int | None:
        """The number of a linked sentence that a left-over one rounds or repeats."""
        for other in others:
            i, j = (other, number) if flip else (number, other)
            p, q = self.a.quantities[i], self.b.quantities[j]
            if comparable(p, q) < 1 or slots.conflict(self.a.slots[i], self.b.slots[j]):
                continue
            relation = self._relation(i, j)
            if relation == "same" or (relation == "rounded" and p.kind != "date"):
                return other
        return None

    def continued(self) -> None:
        """A sum left over that goes on from one that has a partner: "the true bill is ..."."""
        partner_a = {i: j for i, j, _ in self.pairs}
        partner_b = {j: i for i, j, _ in self.pairs}
        for side, free, partner, flip in (
            (self.a, self.free_a, partner_a, False),
            (self.b, self.free_b, partner_b, True),
        ):
            for number in sorted(free):
                before_it = side.of([side.sentence[number] - 1])
                for before in islice(before_it, _MOST_IN_SENTENCE):
                    other = partner.get(before)
                    if other is None:
                        continue
                    i, j = (other, number) if flip else (number, other)
                    if self._goes_on(i, j):
                        self.pairs.append((i, j, "different"))
                        free.discard(number)
                        break

    def _goes_on(self, i: int, j: int) -> bool:
        p, q = self.a.quantities[i], self.b.quantities[j]
        one, other = self.a.slots[i], self.b.slots[j]
        return (
            p.kind == q.kind == "money"
            and p.unit == q.unit
            and bool(one.roles & other.roles)
            and slots.shared(one, other)
            and self._relation(i, j) == "different"
        )


def _key(q: Quantity) -> tuple:
    """What makes two numbers equal without a link."""
    part = q.approximation if q.kind == "date" else ""
    value = q.value if q.value is not None else (q.low, q.high)
    unit = slots.thing(q.unit) if q.kind in ("count", "ordinal") else q.unit
    return q.kind, value, unit, part


def _said(q: Quantity) -> tuple:
    """What makes a number a repetition: its value, and whether it is said to be exact."""
    return *_key(q), q.approximation.replace("exactly", "").replace("nearly", "about")
