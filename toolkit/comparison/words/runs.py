"""From pairs of words to runs: what was kept, replaced, left out, added and moved."""

from collections.abc import Generator, Iterator
from typing import NamedTuple

from toolkit.comparison.words.chain import Pair, heaviest_chain
from toolkit.comparison.words.moved import LEADERS, TITLES, moved_stretches
from toolkit.comparison.words.parting import parting_words
from toolkit.comparison.words.run import Run
from toolkit.comparison.words.sides import Side
from toolkit.comparison.words.trivial import (
    marks_difference,
    phrase_difference,
    word_difference,
)


class _Piece(NamedTuple):
    """Words ``first`` to ``last`` of one side; ``move`` is the number of their move, or -1."""

    first: int
    last: int
    move: int


_Gap = tuple[list[_Piece], int | None, list[_Piece], int | None]
"""The pieces of A and of B, each with the number of the one in the other's place."""


def runs(a: Side, b: Side) -> list[Run]:
    """All runs between the words of two sides, in the order of A."""
    return list(_Assembly(a, b).runs())


class _Assembly:
    def __init__(self, a: Side, b: Side) -> None:
        self.a, self.b = a, b
        # Where two ways to match words are worth the same, the one that is taken must not
        # depend on which side is A: words are always matched from the same side.
        self._turned = a.raw > b.raw
        one, other = (b, a) if self._turned else (a, b)
        pairs = heaviest_chain(one.facts, other.facts)
        moves = moved_stretches(one, other, pairs)
        if self._turned:
            pairs = [(i, j) for j, i in pairs]
            moves = sorted((i0, i1, j0, j1) for j0, j1, i0, i1 in moves)
        self.moves = moves
        self._moved_a = {i: k for k, (i0, i1, *_) in enumerate(moves) for i in range(i0, i1)}
        self._moved_b = {j: k for k, (*_, j0, j1) in enumerate(moves) for j in range(j0, j1)}
        self._known: dict[Pair, _Gap] = {}  # gaps that were not parted
        self.pairs = self._parted(pairs)

    def _parted(self, pairs: list[Pair]) -> list[Pair]:
        """The pairs, and between them the grammar words that part a change."""
        found: list[Pair] = []
        i = j = 0
        for x, y in [*pairs, (len(self.a), len(self.b))]:
            if x > i and y > j and x - i + y - j > 2:
                of_a, main_a, of_b, main_b = self._known[i, j] = self._gap_pieces(i, x, j, y)
                if main_a is not None and main_b is not None:
                    new = self._parting(of_a[main_a], of_b[main_b])
                    if new:
                        found += new
                        del self._known[i, j]
            found.append((x, y))
            i, j = x + 1, y + 1
        return found[:-1]

    def _parting(self, of_a: _Piece, of_b: _Piece) -> list[Pair]:
        """The grammar words that part two pieces in each other's place."""
        edges_a, edges_b = of_a[:2], of_b[:2]
        if self._turned:
            found = parting_words(self.b.facts, self.a.facts, *edges_b, *edges_a)
            return [(i, j) for j, i in found]
        return parting_words(self.a.facts, self.b.facts, *edges_a, *edges_b)

    def runs(self) -> Iterator[Run]:
        """Walk along the pairs. ``in_step``: both sides have just ended something in common."""
        n, m = len(self.a), len(self.b)
        pairs, count = self.pairs, len(self.pairs)
        i = j = k = 0
        in_step = True
        while k < count or i < n or j < m:
            x, y = pairs[k] if k < count else (n, m)
            if x > i or y > j:
                in_step = yield from self._gap(i, x, j, y, in_step)
                i, j = x, y
                continue
            if in_step and (marks := self._marks(i, j)):
                yield marks
            stop = k + 1
            while stop < count and pairs[stop] == (i + stop - k, j + stop - k):
                stop += 1
            label, length = self._alike(i, j, stop - k)
            k, i, j = k + length, i + length, j + length
            in_step = True
            yield Run(
                "kept" if label in ("", "case", "typography") else "replaced",
                label,
                self.a.words(i - length, i),
                self.b.words(j - length, j),
                length,
                length,
            )
        if in_step and (marks := self._marks(n, m)):
            yield marks

    def _alike(self, i: int, j: int, most: int) -> tuple[str, int]:
        """How words ``i`` and ``j`` differ, and how many pairs on, up to ``most``, do the same."""
        a, b = self.a, self.b
        label, length = word_difference(self.a, self.b, i, j), 1
        whole = a.text[a.starts[i] : a.ends[i + most - 1]]
        if whole == b.text[b.starts[j] : b.ends[j + most - 1]] and not (a.breaks or b.breaks):
            return label, most
        while (
            length < most
            and word_difference(self.a, self.b, i + length, j + length) == label
            and i + length not in a.breaks
            and j + length not in b.breaks
            and not marks_difference(a.before(i + length), b.before(j + length))
        ):
            length += 1
        return label, length

    def _marks(self, i: int, j: int) -> Run | None:
        """The run of the marks before words ``i`` and ``j``, if they differ."""
        difference = marks_difference(self.a.before(i), self.b.before(j))
        if not difference or i in self.a.breaks or j in self.b.breaks:
            return None
        a, b = self.a.marks_before(i), self.b.marks_before(j)
        kind = "inserted" if a is None else "deleted" if b is None else "replaced"
        return Run(kind, difference, a, b, 0, 0)

    def _gap(self, i: int, x: int, j: int, y: int, in_step: bool) -> Generator[Run, None, bool]:
        """The runs of words i to x of A and j to y of B, which do not correspond in order.

        Returns whether the two sides end it in step.
        """
        gap = self._known.get((i, j)) or self._gap_pieces(i, x, j, y)
        of_a, main_a, of_b, main_b = gap
        if main_a is None or main_b is None:
            for piece in of_a:
                yield self._one_sided(piece, None)
            for piece in of_b:
                if piece.move < 0:
                    yield self._one_sided(None, piece)
            return False
        for piece in of_a[:main_a]:
            yield self._one_sided(piece, None)
        for piece in of_b[:main_b]:
            if piece.move < 0:
                yield self._one_sided(None, piece)
        if in_step and not main_a and not main_b and (marks := self._marks(i, j)):
            yield marks
        yield from self._slot(of_a[main_a], of_b[main_b])
        for piece in of_a[main_a + 1 :]:
            yield self._one_sided(piece, None)
        for piece in of_b[main_b + 1 :]:
            if piece.move < 0:
                yield self._one_sided(None, piece)
        return main_a == len(of_a) - 1 and main_b == len(of_b) - 1

    def _gap_pieces(self, i: int, x: int, j: int, y: int) -> _Gap:
        """The pieces of a gap, and which of A and which of B stand in each other's place.

        Those that follow the same kept word, or else those before the same kept word, if both
        or neither are only small words. Small words against others go with what they precede.
        Failing all, the heaviest.
        """
        of_a = _pieces(i, x, self._moved_a, self.a.breaks)
        of_b = _pieces(j, y, self._moved_b, self.b.breaks)
        if len(of_a) == len(of_b) == 1 and of_a[0].move < 0 and of_b[0].move < 0:
            return of_a, 0, of_b, 0
        still_a = [k for k, piece in enumerate(of_a) if piece.move < 0]
        still_b = [k for k, piece in enumerate(of_b) if piece.move < 0]
        if not (still_a and still_b):
            return of_a, None, of_b, None
        beside = [k for k in (0, -1) if of_a[k].move < 0 and of_b[k].move < 0]
        alike = [k for k in beside if _light(self.a, of_a[k]) == _light(self.b, of_b[k])]
        if beside:
            k = alike[0] if alike else beside[-1]
            return of_a, k % len(of_a), of_b, k % len(of_b)
        main_a = min(still_a, key=lambda k: (-_weight(self.a, of_a[k]), k))
        main_b = min(still_b, key=lambda k: (-_weight(self.b, of_b[k]), k))
        return of_a, main_a, of_b, main_b

    def _one_sided(self, of_a: _Piece | None, of_b: _Piece | None) -> Run:
        if of_a is not None and of_a.move >= 0:
            i0, i1, j0, j1 = self.moves[of_a.move]
            return Run(
                "moved",
                self._moved_label(i0, i1, j0, j1),
                self.a.words(i0, i1),
                self.b.words(j0, j1),
                i1 - i0,
                j1 - j0,
            )
        side, piece = (self.a, of_a) if of_a is not None else (self.b, of_b)
        assert piece is not None
        light = _light(side, piece)
        passage, count = side.words(piece.first, piece.last), piece.last - piece.first
        difference = "small words" if light else "wording"
        if of_a is not None:
            return Run("deleted", difference, passage, None, count, 0)
        return Run("inserted", difference, None, passage, 0, count)

    def _moved_label(self, i0: int, i1: int, j0: int, j1: int) -> str:
        if i1 - i0 != j1 - j0:
            return "form"
        labels = {
            word_difference(self.a, self.b, i, j)
            for i, j in zip(range(i0, i1), range(j0, j1), strict=True)
        }
        return max(labels, key=("", "case", "typography", "spelling", "numeral", "form").index)

    def _slot(self, of_a: _Piece, of_b: _Piece) -> Iterator[Run]:
        """Two pieces at one place, less the articles and titles that begin what follows."""
        if _title(self.a, of_a) != _title(self.b, of_b):
            yield self._one_sided(of_a, None)
            yield self._one_sided(None, of_b)
            return
        cut_a, cut_b = _leading_tail(self.a, of_a), _leading_tail(self.b, of_b)
        if cut_a == of_a.first or cut_b == of_b.first:
            cut_a, cut_b = of_a.last, of_b.last
        yield self._replaced(_Piece(of_a.first, cut_a, -1), _Piece(of_b.first, cut_b, -1))
        tail_a, tail_b = _Piece(cut_a, of_a.last, -1), _Piece(cut_b, of_b.last, -1)
        if cut_a < of_a.last and cut_b < of_b.last:
            yield self._replaced(tail_a, tail_b)
        elif cut_a < of_a.last:
            yield self._one_sided(tail_a, None)
        elif cut_b < of_b.last:
            yield self._one_sided(None, tail_b)

    def _replaced(self, of_a: _Piece, of_b: _Piece) -> Run:
        a, b = self.a.words(of_a.first, of_a.last), self.b.words(of_b.first, of_b.last)
        difference = phrase_difference(
            self.a.raw[of_a.first : of_a.last], self.b.raw[of_b.first : of_b.last]
        )
        if not difference:
            light = _light(self.a, of_a) and _light(self.b, of_b)
            difference = "small words" if light else "wording"
        return Run("replaced", difference, a, b, of_a.last - of_a.first, of_b.last - of_b.first)


def _pieces(first: int, last: int, moved: dict[int, int], breaks: frozenset[int]) -> list[_Piece]:
    """Words ``first`` to ``last``, cut where a move begins or ends and at breaks."""
    if not (moved or breaks):
        return [_Piece(first, last, -1)] if first < last else []
    found: list[_Piece] = []
    at, move = first, moved.get(first, -1)
    for k in range(first + 1, last):
        its = moved.get(k, -1)
        if its != move or k in breaks:
            found.append(_Piece(at, k, move))
            at, move = k, its
    if at < last:
        found.append(_Piece(at, last, move))
    return found


def _light(side: Side, piece: _Piece) -> bool:
    return all(side.facts.light[piece.first : piece.last])


def _title(side: Side, piece: _Piece) -> bool:
    return all(word.lower() in TITLES for word in side.raw[piece.first : piece.last])


def _weight(side: Side, piece: _Piece) -> int:
    return sum(side.facts.weights[piece.first : piece.last])


def _leading_tail(side: Side, piece: _Piece) -> int:
    """Where the articles and titles at the end of a piece begin."""
    cut = piece.last
    while cut > piece.first and side.raw[cut - 1].lower() in LEADERS:
        cut -= 1
    return cut
