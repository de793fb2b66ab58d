"""A corpus as it lies in temporary files while it is searched."""

from array import array
from collections.abc import Iterable
from typing import Final

import numpy as np

from toolkit.corpus.reuse import crowds
from toolkit.corpus.reuse.candidates import MOST_ARTICLES, Workplace
from toolkit.corpus.reuse.copies import Alike, alike
from toolkit.corpus.reuse.days import day
from toolkit.corpus.reuse.gathering import Gathered
from toolkit.corpus.reuse.sets import Sets
from toolkit.corpus.reuse.shelf import Shelf
from toolkit.corpus.reuse.sieve import Sieve
from toolkit.corpus.reuse.stories import no_words
from toolkit.corpus.reuse.threshold import Threshold
from toolkit.errors import UsageError

NONE: Final = -1


class Collection:
    """Articles with their n-grams, put in batch by batch.

    Once it is finished there is a row for each article in some arrays: ``n_words`` counts words,
    ``sizes`` n-grams and ``kept`` their hashes (int64); ``words`` are its story words (uint64;
    :mod:`toolkit.corpus.reuse.stories`); ``days`` says when it appeared (int64;
    :mod:`toolkit.corpus.reuse.days`); ``copy_of`` is the first article with the same words, and
    ``variant_of`` the first of a crowd (:mod:`toolkit.corpus.reuse.crowds`), or ``NONE`` (int64).
    Neither copies nor variants take part in the search: their ``sizes`` become 0.
    """

    n_words: np.ndarray
    sizes: np.ndarray
    kept: np.ndarray
    words: np.ndarray
    days: np.ndarray
    copy_of: np.ndarray
    variant_of: np.ndarray

    def __init__(self, place: Workplace) -> None:
        self.shelf = Shelf(place.folder / "articles")
        self.sets = Sets(place.folder / "sets")
        self._place = place
        self._days = array("q")
        none = np.zeros(0, np.int64)
        self._rows = [(none, none, none, none, no_words(0))]

    def __len__(self) -> int:
        return len(self.shelf)

    def add(self, gathered: Gathered) -> None:
        """Put the next articles there."""
        if len(self) + len(gathered.articles) > MOST_ARTICLES:
            raise UsageError(
                f"There are more than {MOST_ARTICLES:,} articles.", "Search in parts of the corpus."
            )
        self.shelf.add(gathered.articles)
        self._days.extend(map(day, gathered.dates))
        self.sets.add(gathered.hashes, gathered.kept)
        self._rows.append(
            (gathered.n_words, gathered.sizes, gathered.kept, gathered.sums, gathered.words)
        )

    def finish(self) -> None:
        """No more will come."""
        self.shelf.finish()
        columns = map(np.concatenate, zip(*self._rows, strict=True))
        self.n_words, self.sizes, self.kept, self._sums, self.words = columns
        self.days = np.array(self._days, np.int64)
        self.copy_of, self.variant_of = np.full((2, len(self)), NONE)
        del self._rows

    def alike(self) -> list[Alike]:
        """Groups of articles that may be copies of each other."""
        return [
            Alike(numbers, tuple(map(self.shelf.place, numbers)))
            for numbers in alike(self._sums, self.n_words, self.sizes)
        ]

    def leave_out(self, copies: Iterable[tuple[int, int]]) -> None:
        """Take copies out of the search; with each goes the first of the same words.

        Their hashes stay where they are, but count no more.
        """
        for copy, first in copies:
            self.copy_of[copy] = first
            self.sizes[copy] = 0

    def sieved(self, threshold: Threshold, all_pairs: bool = False) -> tuple[Sieve, np.ndarray]:
        """How common each hash is, and which articles may be in a pair (bool).

        Unless ``all_pairs`` are wanted, variants are first taken out of the search as copies are.
        """
        alone = self.sizes > 0
        sieve = Sieve(self.sets, alone, self._place.folder / "counts", self._place.table)
        others, common = sieve.at_least(2, crowds.COMMON)
        if not all_pairs:
            crowded = np.flatnonzero(alone & (common >= crowds.MOSTLY * self.kept))
            near = max(crowds.NEAR, threshold.value)
            for variant, first in crowds.variants(self.sets, crowded, near):
                self.variant_of[variant] = first
                self.sizes[variant] = 0
        clashing = self.sizes - self.kept  # n-grams whose hash another of the same article has
        enough = others + clashing >= threshold.least_in_others(self.sizes)
        return sieve, (self.sizes > 0) & enough
