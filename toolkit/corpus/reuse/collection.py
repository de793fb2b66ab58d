"""A corpus as it lies in temporary files while it is searched."""

from array import array
from typing import Final

import numpy as np

from toolkit.corpus.reuse.candidates import MOST_ARTICLES, Workplace, pack
from toolkit.corpus.reuse.counting import Sets
from toolkit.corpus.reuse.days import day
from toolkit.corpus.reuse.gathering import Gathered
from toolkit.corpus.reuse.shelf import Shelf
from toolkit.corpus.reuse.stories import WORDS
from toolkit.errors import UsageError

NO_COPY: Final = -1


class Collection:
    """Articles with their n-grams, put in batch by batch.

    An article with the same words as an earlier one is its *copy*. It is kept, but takes no part
    in the search: all that is true of the first is true of it.
    """

    def __init__(self, place: Workplace) -> None:
        self.shelf = Shelf(place.folder / "articles")
        self.sets = Sets(place.folder / "sets")
        self.postings = place.runs("postings")
        self._first: dict[bytes, int] = {}
        self._copy_of, self._days = array("q"), array("q")
        self._n_words: list[np.ndarray] = []
        self._sizes: list[np.ndarray] = []
        self._kept: list[np.ndarray] = []
        self._words: list[np.ndarray] = []

    def __len__(self) -> int:
        return len(self.shelf)

    def add(self, gathered: Gathered) -> None:
        """Put the next articles there."""
        begin = len(self)
        numbers = np.arange(begin, begin + len(gathered.articles))
        if len(numbers) and numbers[-1] >= MOST_ARTICLES:
            raise UsageError(
                f"There are more than {MOST_ARTICLES:,} articles.", "Search in parts of the corpus."
            )
        for article in gathered.articles:
            self.shelf.add(article)
        alone = np.ones(len(numbers), bool)
        for k, (digest, size) in enumerate(
            zip(gathered.digests, gathered.sizes.tolist(), strict=True)
        ):
            number = begin + k
            first = self._first.setdefault(digest, number) if size else number
            alone[k] = first == number
            self._copy_of.append(NO_COPY if first == number else first)
        self._days.extend(map(day, gathered.dates))
        self._n_words.append(gathered.n_words)
        self._words.append(gathered.words)
        self._sizes.append(np.where(alone, gathered.sizes, 0))
        self._kept.append(np.where(alone, gathered.kept, 0))
        hashes = gathered.hashes[np.repeat(alone, gathered.kept)]
        self.sets.add(hashes)
        self.postings.add(pack(hashes, np.repeat(numbers, self._kept[-1])))

    def finish(self) -> None:
        """No more will come."""
        self.shelf.finish()

    @property
    def n_words(self) -> np.ndarray:
        """How many words each article has (int64)."""
        return _joined(self._n_words)

    @property
    def sizes(self) -> np.ndarray:
        """How many n-grams each article has; 0 for a copy (int64)."""
        return _joined(self._sizes)

    @property
    def kept(self) -> np.ndarray:
        """How many different hashes these have (int64)."""
        return _joined(self._kept)

    @property
    def copy_of(self) -> np.ndarray:
        """The first article with the same words, or ``NO_COPY`` (int64)."""
        return np.array(self._copy_of, np.int64)

    @property
    def days(self) -> np.ndarray:
        """The day each article appeared (int64; :mod:`toolkit.corpus.reuse.days`)."""
        return np.array(self._days, np.int64)

    @property
    def words(self) -> np.ndarray:
        """The story words of each article (uint64; :mod:`toolkit.corpus.reuse.stories`)."""
        return np.concatenate([np.zeros((0, WORDS), np.uint64), *self._words])


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([np.zeros(0, np.int64), *parts])
