"""The articles of a corpus in a temporary file, to be read again one by one."""

import pickle
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import accumulate
from operator import attrgetter
from pathlib import Path
from typing import IO, NamedTuple

from toolkit.article import Article

_parts = attrgetter(*(field.name for field in fields(Article)))


class Place(NamedTuple):
    """Where an article lies in the file."""

    start: int
    size: int


def packed(article: Article) -> bytes:
    """An article as :class:`Shelf` keeps it."""
    return pickle.dumps(_parts(article), pickle.HIGHEST_PROTOCOL)


class Shelf:
    """Articles by their number in the corpus, which counts from 0."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] = path.open("wb")
        self._starts = array("q", [0])

    def __len__(self) -> int:
        return len(self._starts) - 1

    def add(self, articles: Sequence[bytes]) -> None:
        """Put the next ones there, each :func:`packed`."""
        self._file.write(b"".join(articles))
        ends = accumulate(map(len, articles), initial=self._starts.pop())
        self._starts.extend(ends)

    def place(self, number: int) -> Place:
        """Where an article is, for :func:`take`."""
        start = self._starts[number]
        return Place(start, self._starts[number + 1] - start)

    def finish(self) -> None:
        """Nothing more will be put there."""
        self._file.close()

    def __iter__(self) -> Iterator[Article]:
        with self.path.open("rb") as file:
            for number in range(len(self)):
                yield Article(*pickle.loads(file.read(self.place(number).size)))


def take(file: IO[bytes], place: Place) -> Article:
    """An article from the opened file of a shelf. Only what this program put there is read."""
    file.seek(place.start)
    return Article(*pickle.loads(file.read(place.size)))
