"""Pairs in, rows of those that truly share enough out: counted on the words themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from toolkit.comparison.copying.passages import Overlap, shared_passages
from toolkit.corpus.formats import Layout, problem_line
from toolkit.corpus.reuse.output import PairRow, pair_line
from toolkit.corpus.reuse.overlaps import overlaps
from toolkit.corpus.reuse.shelf import Place, take
from toolkit.corpus.reuse.threshold import Threshold
from toolkit.corpus.reuse.vocabulary import known_words
from toolkit.text.document import Document


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
        found: list[tuple[int, int]] = []
        lines: list[bytes] = []
        for pair, row_a, row_b, document, shared in self.reached(pairs):
            passages = shared_passages(document, row_a, row_b, self.n)
            one, other = document.articles[row_a], document.articles[row_b]
            row = PairRow(pair.a, one, pair.b, other, shared, passages)
            found.append((pair.a, pair.b))
            lines.append(pair_line(row, self.layout))
        return Decided(tuple(found), tuple(lines))

    def reached(self, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, int, int, Document, Overlap]]:
        """The pairs that reach the threshold, with their places in a document."""
        places = dict.fromkeys(
            (number, place)
            for pair in pairs
            for number, place in ((pair.a, pair.place_a), (pair.b, pair.place_b))
        )
        with self.shelf.open("rb") as file:
            articles = [take(file, place) for _, place in places]
        document = Document.of(articles, known_words())
        row_of = {number: row for row, (number, _) in enumerate(places)}
        rows = [(row_of[pair.a], row_of[pair.b]) for pair in pairs]
        for pair, (a, b), shared in zip(pairs, rows, overlaps(document, rows, self.n), strict=True):
            if self.threshold.reached(shared):
                yield pair, a, b, document, shared

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
