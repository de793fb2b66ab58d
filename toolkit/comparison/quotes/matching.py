"""Which pieces of the quotes of two tellings are the same words, whole, in part or reworded.

Pieces are brought together by the content words they share, never all with all. What decides is
the share of their weight that they have in common (rare words weigh more, grammar words little),
who speaks, and whether their sentences are linked.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log

from toolkit.comparison.links.alignment import Alignment
from toolkit.comparison.quotes.speakers import same_speaker
from toolkit.comparison.quotes.spoken import Piece, Spoken

_GRAMMAR = 0.25  # what a grammar word weighs against a content word that is as frequent
_COMMON = 200  # a word that more pieces have brings no two of them together
_MOST = 20  # pieces of B that one of A is held against, those with most in common
SAME = 0.5  # share of the weight of both together (Dice 1945): the same words, reworded
INSIDE = 0.75  # share of the weight of the lesser one: part of the other, reworded
_OTHERS = 0.7  # in place of SAME where the speakers differ
LIKELY = 0.25  # enough where the speaker is the same and the sentences are linked
_FEW = 0.15  # enough for quotes that are most of two linked sentences, or stand beside such
LONG = 300  # words of a sentence; a longer one is not looked through for a place
_BESIDE = 3  # words at most from a quote back to a word that both sentences have
_REST = 0.3  # share of a further piece's weight that a matched one must explain too


@dataclass(frozen=True, slots=True)
class Edge:
    """Two pieces that match; ``level`` 0 where one holds the other's words in one run."""

    level: int
    dice: float
    a: int
    b: int


class Weights:
    """How much each stem of two tellings counts."""

    def __init__(self, a: Spoken, b: Spoken) -> None:
        counts = Counter(a.stems)
        counts.update(b.stems)
        total = len(a.stems) + len(b.stems)
        content = dict(zip(a.stems, a.content, strict=True))
        content.update(zip(b.stems, b.content, strict=True))
        self._of = {
            stem: log((1 + total) / count) * (1 if content[stem] else _GRAMMAR)
            for stem, count in counts.items()
        }

    def of(self, stem: int) -> float:
        """The weight of one stem."""
        return self._of[stem]

    def total(self, stems: Counter[int]) -> float:
        """The weight of a bag of stems; added up in one order, so that no last bit differs."""
        return sum(self._of[stem] * stems[stem] for stem in sorted(stems))

    def common(self, a: Counter[int], b: Counter[int]) -> float:
        """The weight of what two bags share."""
        lesser, other = (a, b) if len(a) <= len(b) else (b, a)
        return sum(self._of[s] * min(lesser[s], other[s]) for s in sorted(lesser) if s in other)


class Linked:
    """Whether sentences of two articles are linked, or stand beside such as are."""

    def __init__(self, pairs: set[tuple[int, int]]) -> None:
        self.pairs = pairs
        self.of_a: dict[int, list[int]] = {}
        for i, j in sorted(self.pairs):
            self.of_a.setdefault(i, []).append(j)

    @classmethod
    def by(cls, alignment: Alignment) -> "Linked":
        """The links of an alignment."""
        return cls({(i, j) for link in alignment.links for i in link.a for j in link.b})

    def turned(self) -> "Linked":
        """The same with A and B exchanged."""
        return Linked({(j, i) for i, j in self.pairs})

    def linked(self, i: int, j: int) -> bool:
        """Whether there is a link between sentence ``i`` of A and ``j`` of B."""
        return (i, j) in self.pairs

    def near(self, i: int, j: int) -> bool:
        """Whether there is one between them or between the sentences right beside them."""
        return any((i + x, j + y) in self.pairs for x, y in _NEAR)

    def beside(self, i: int, j: int) -> bool:
        """Whether the sentences right before both, or right after both, are linked."""
        return (i - 1, j - 1) in self.pairs or (i + 1, j + 1) in self.pairs


_NEAR = ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1))


def matches(a: Spoken, b: Spoken, links: Linked, weights: Weights) -> list[Edge]:
    """The edges between pieces of ``a`` and ``b``, the surest first."""
    bags = [[Counter(s.stems[w] for w in p.words) for p in s.pieces] for s in (a, b)]
    totals = [[weights.total(bag) for bag in side] for side in bags]
    found = []
    alone = _linked(a, b, links)
    for i, j in sorted(_candidates(a, b, weights, totals) | alone):
        common = weights.common(bags[0][i], bags[1][j])
        lesser, both = min(totals[0][i], totals[1][j]), totals[0][i] + totals[1][j]
        dice, inside = round(2 * common / both, 9), round(common / lesser, 9)
        level = _level(a, b, links, (i, j), dice, inside, (i, j) in alone)
        if level is not None:
            found.append(Edge(level, dice, i, j))
    kept = _chosen(sorted(found, key=lambda e: (e.level, -e.dice, e.a, e.b)))
    return _with_rest(a, b, kept, bags, totals, weights)


def _linked(a: Spoken, b: Spoken, links: Linked) -> set[tuple[int, int]]:
    """Pairs of pieces, each the only one of its sentence, whose sentences are linked."""
    alone = [_alone(spoken) for spoken in (a, b)]
    return {(alone[0][i], alone[1][j]) for i, j in links.pairs if i in alone[0] and j in alone[1]}


def _alone(spoken: Spoken) -> dict[int, int]:
    """The pieces that are the only one of their sentence, by sentence."""
    counts = Counter(piece.sentence for piece in spoken.pieces)
    return {p.sentence: k for k, p in enumerate(spoken.pieces) if counts[p.sentence] == 1}


def _candidates(
    a: Spoken, b: Spoken, weights: Weights, totals: list[list[float]]
) -> set[tuple[int, int]]:
    """Pairs of pieces that share every word, or content words enough to match at all."""
    by_stem: dict[int, list[int]] = {}
    by_words: dict[tuple[int, ...], list[int]] = {}
    for j, piece in enumerate(b.pieces):
        for stem in {b.stems[w] for w in piece.words if b.content[w]}:
            by_stem.setdefault(stem, []).append(j)
        by_words.setdefault(tuple(b.spellings[w] for w in piece.words), []).append(j)
    found: set[tuple[int, int]] = set()
    for i, piece in enumerate(a.pieces):
        shared: dict[int, float] = {}
        content = Counter(a.stems[w] for w in piece.words if a.content[w])
        rest = totals[0][i]  # what has not been looked at, and may be in both
        for stem in sorted(content):
            others = by_stem.get(stem, ())
            weight = weights.of(stem) * content[stem]
            if len(others) <= _COMMON:
                rest -= weight
                for j in others:
                    shared[j] = shared.get(j, 0.0) + weight
        best = sorted(shared, key=lambda j: (-shared[j], j))[:_MOST]
        for j in best:
            most = shared[j] + rest
            lesser, both = min(totals[0][i], totals[1][j]), totals[0][i] + totals[1][j]
            if most >= SAME * lesser or 2 * most >= _FEW * both:
                found.add((i, j))
        equal = by_words.get(tuple(a.spellings[w] for w in piece.words), ())
        found.update((i, j) for j in equal[:_MOST])
    return found


def _level(
    a: Spoken,
    b: Spoken,
    links: Linked,
    at: tuple[int, int],
    dice: float,
    inside: float,
    alone: bool,
) -> int | None:
    """How sure it is that two pieces match: 0 surest, ``None`` not at all."""
    one, other = a.pieces[at[0]], b.pieces[at[1]]
    linked = links.linked(one.sentence, other.sentence)
    same = same_speaker(a.speakers[one.utterance], b.speakers[other.utterance])
    n = min(len(one.words), len(other.words))
    content = min(sum(s.content[w] for w in p.words) for s, p in ((a, one), (b, other)))
    # "The war" in both is no quote of the same words, unless more speaks for it.
    equal = len(one.words) == len(other.words) and same is not False
    enough = n >= 4 or (n == 3 and content) or linked or (same and n > 1) or equal
    if enough and inside >= INSIDE and _run_of(a, one.words, b, other.words):
        return 0
    if same is False and dice < (SAME if linked else _OTHERS):
        return None
    if (dice >= SAME or (inside >= INSIDE and content >= 2)) and n > 2:
        return 1
    fill = _fills(a, one) and _fills(b, other)
    likely = content and (dice >= LIKELY or inside >= SAME)
    if likely and linked:
        return 2
    if likely and same and n > 2 and links.near(one.sentence, other.sentence):
        return 3
    if same is not False and alone and n > 1 and not fill and _faces(a, b, one, other):
        return 3
    here = linked or (same and n > 2 and links.beside(one.sentence, other.sentence))
    if same is not False and fill and here and dice >= _FEW:
        return 3
    return None


def _run_of(a: Spoken, one: Sequence[int], b: Spoken, other: Sequence[int]) -> bool:
    """Whether the words of one are an unbroken run of the other's."""
    first, second = [a.spellings[w] for w in one], [b.spellings[w] for w in other]
    return is_run(first, second) if len(first) <= len(second) else is_run(second, first)


def is_run(short: Sequence[int], long: Sequence[int]) -> bool:
    """Whether ``short`` stands in ``long`` without a break.

    >>> is_run([2, 3], [1, 2, 3]), is_run([1, 3], [1, 2, 3])
    (True, False)
    """
    # As one string, for its search is linear in the worst case too.
    small, large = (f" {' '.join(map(str, words))} " for words in (short, long))
    return small in large


def _fills(spoken: Spoken, piece: Piece) -> bool:
    """Whether a piece is most of its sentence."""
    return 2 * len(piece.words) > len(spoken.sentence_range(piece.sentence))


def _faces(a: Spoken, b: Spoken, one: Piece, other: Piece) -> bool:
    """Whether a piece stands where the other does in a linked sentence."""
    mine, theirs = a.sentence_range(one.sentence), b.sentence_range(other.sentence)
    if max(len(mine), len(theirs)) > LONG:
        return False
    place = facing(
        a.stems[mine.start : mine.stop],
        one.words[0] - mine.start,
        one.words[-1] + 1 - mine.start,
        a.content[mine.start : mine.stop],
        b.stems[theirs.start : theirs.stop],
    )
    return place is not None and any(word - theirs.start in place for word in other.words)


def facing(
    mine: list[int], first: int, last: int, content: list[bool], theirs: list[int]
) -> range | None:
    """Where in ``theirs`` stands what faces ``mine[first:last]``; ``None`` if that is unclear.

    Unclear if neither of the three words before is in both, or a content word of it is.

    >>> facing([1, 2, 3, 4], 2, 3, [True] * 4, [1, 2, 7, 8, 4])
    range(2, 4)
    """
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    left, right = (-1, -1), (len(mine), len(theirs))
    for block in blocks[:-1]:
        for k in range(block.size):
            i, j = block.a + k, block.b + k
            if i < first:
                left = (i, j)
            elif i >= last:
                right = min(right, (i, j))
            elif content[i]:
                return None  # a word of the quote is there: other rules decide
    return range(left[1] + 1, right[1]) if left[0] >= max(0, first - _BESIDE) else None


def _chosen(edges: list[Edge]) -> list[Edge]:
    """All runs of the same words, then reworded pairs whose pieces have no better partner."""
    kept: list[Edge] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for edge in edges:
        if edge.level == 0 or (edge.a not in taken_a and edge.b not in taken_b):
            kept.append(edge)
            taken_a.add(edge.a)
            taken_b.add(edge.b)
    return kept


def _with_rest(
    a: Spoken,
    b: Spoken,
    edges: list[Edge],
    bags: list[list[Counter[int]]],
    totals: list[list[float]],
    weights: Weights,
) -> list[Edge]:
    """One piece may have become two: what is left beside a matched piece may belong to it."""
    more = []
    for k, (one, _other) in enumerate(((a, b), (b, a))):
        partner: dict[int, int] = {}
        for edge in edges:
            partner.setdefault(*((edge.a, edge.b) if k == 0 else (edge.b, edge.a)))
        for i, piece in enumerate(one.pieces):
            beside = [n for n in (i - 1, i + 1) if i not in partner and n in partner]
            for n in beside:
                left = bags[1 - k][partner[n]] - bags[k][n]
                share = round(weights.common(bags[k][i], left) / totals[k][i], 9)
                if one.pieces[n].utterance == piece.utterance and share >= _REST:
                    ends = (i, partner[n]) if k == 0 else (partner[n], i)
                    more.append(Edge(4, share, *ends))
                    break
    return edges + more
