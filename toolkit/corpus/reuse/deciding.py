"""Pairs in, rows of those that truly share enough out: counted on the words themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from toolkit.comparison.reuse import overlap, shared_passages
from toolkit.corpus.formats import Layout, problem_line
from toolkit.corpus.reuse.output import PairRow, pair_line
from toolkit.corpus.reuse.shelf import Place, take
from toolkit.corpus.reuse.threshold import Threshold
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

_MOST_TYPES = 300_000

_vocabulary = Vocabulary()


class Pair(NamedTuple):
    """Two articles by number, and where they lie on the shelf."""

    a: int
    b: int
    place_a: Place
    place_b: Place


@dataclass(frozen=True, slots=True)
class Decided:
    """The pairs that reach the threshold, and a line for each."""

    pairs: tuple[tuple[int, int], ...] = ()
    lines: tuple[bytes, ...] = ()
    problems: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Deciding:
    """Work for workers: counting what pairs share, and finding the passages."""

    shelf: Path
    threshold: Threshold
    n: int
    layout: Layout

    def do(self, pairs: Sequence[Pair]) -> Decided:
        """Decide some pairs, which best have articles in common."""
        global _vocabulary
        if len(_vocabulary) > _MOST_TYPES:
            _vocabulary = Vocabulary()
        places = dict.fromkeys(
            (number, place)
            for pair in pairs
            for number, place in ((pair.a, pair.place_a), (pair.b, pair.place_b))
        )
        with self.shelf.open("rb") as file:
            articles = [take(file, place) for _, place in places]
        document = Document.of(articles, _vocabulary)
        row_of = {number: row for row, (number, _) in enumerate(places)}
        found: list[tuple[int, int]] = []
        lines: list[bytes] = []
        for pair in pairs:
            a, b = row_of[pair.a], row_of[pair.b]
            shared = overlap(document, a, b, self.n)
            if self.threshold.reached(shared):
                passages = shared_passages(document, a, b, self.n)
                row = PairRow(pair.a, articles[a], pair.b, articles[b], shared, passages)
                found.append((pair.a, pair.b))
                lines.append(pair_line(row, self.layout))
        return Decided(tuple(found), tuple(lines))

    def problem(self, pair: Pair, reason: str) -> Decided:
        """A pair that could not be decided."""
        where = f"articles {pair.a + 1} and {pair.b + 1}"
        return Decided(problems=(problem_line(where, 0, reason),))

    def joined(self, parts: Iterable[Decided]) -> Decided:
        """Several as one, in their order."""
        every = list(parts)
        return Decided(
            pairs=tuple(x for part in every for x in part.pairs),
            lines=tuple(x for part in every for x in part.lines),
            problems=tuple(x for part in every for x in part.problems),
        )
