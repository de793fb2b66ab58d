"""Articles with the same words in the same order, however these are punctuated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from toolkit.corpus.formats import problem_line
from toolkit.corpus.reuse.shelf import Place, take
from toolkit.corpus.reuse.shingles import words_of
from toolkit.corpus.reuse.vocabulary import known_words
from toolkit.corpus.workers import Batch
from toolkit.text.document import Document

_AT_A_TIME = 1 << 20  # bytes of articles


class Alike(NamedTuple):
    """Articles that may be copies of each other: their numbers, rising, and places on the shelf."""

    numbers: tuple[int, ...]
    places: tuple[Place, ...]


def in_batches(groups: Iterable[Alike]) -> Iterator[Batch]:
    """Groups, some articles at a time."""
    held: list[Alike] = []
    size = position = 0
    for group in groups:
        held.append(group)
        size += sum(place.size for place in group.places)
        position += 1
        if size >= _AT_A_TIME:
            yield Batch(tuple(held), position)
            held, size = [], 0
    if held:
        yield Batch(tuple(held), position)


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that are copies, each with the first of the same words."""

    found: tuple[tuple[int, int], ...] = ()
    problems: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """Work for workers: telling copies among articles that are alike, by their words."""

    shelf: Path

    def do(self, groups: Sequence[Alike]) -> Copies:
        """Look at some groups."""
        vocabulary = known_words()  # one for all, so that the same words have the same numbers
        found: list[tuple[int, int]] = []
        with self.shelf.open("rb") as file:
            for part in _parts(groups):
                articles = [take(file, place) for *_, place in part]
                words = words_of(Document.of(articles, vocabulary))
                for k, (first_of, number, _) in enumerate(part):
                    first = first_of.setdefault(words.of(k).tobytes(), number)
                    if first != number:
                        found.append((number, first))
        return Copies(tuple(found))

    def problem(self, group: Alike, reason: str) -> Copies:
        """A group that could not be looked at."""
        where = f"articles {', '.join(str(number + 1) for number in group.numbers)}"
        return Copies(problems=(problem_line(where, 0, reason),))

    def joined(self, parts: Iterable[Copies]) -> Copies:
        """Several as one, in their order."""
        every = list(parts)
        return Copies(
            tuple(x for part in every for x in part.found),
            tuple(x for part in every for x in part.problems),
        )


_Member = tuple[dict[bytes, int], int, Place]
"""An article: the first with each words in its group, its number, its place."""


def _parts(groups: Sequence[Alike]) -> Iterator[list[_Member]]:
    """The articles of all groups, some at a time."""
    held: list[_Member] = []
    size = 0
    for group in groups:
        first_of: dict[bytes, int] = {}
        for number, place in zip(group.numbers, group.places, strict=True):
            held.append((first_of, number, place))
            size += place.size
            if size >= _AT_A_TIME:
                yield held
                held, size = [], 0
    yield held


def alike(sums: np.ndarray, n_words: np.ndarray, sizes: np.ndarray) -> list[tuple[int, ...]]:
    """Groups of articles whose n-grams have one sum and that have as many words, in order."""
    able = np.flatnonzero(sizes)
    order = able[np.lexsort((able, n_words[able], sums[able]))]
    new = (np.diff(sums[order]) != 0) | (np.diff(n_words[order]) != 0)
    groups = np.split(order, np.flatnonzero(new) + 1)
    return sorted(tuple(group.tolist()) for group in groups if len(group) > 1)
