"""Items in, articles and what is compared of them out: what a worker does first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from toolkit.corpus.formats import problem_line
from toolkit.corpus.items import Item
from toolkit.corpus.reuse.shelf import packed
from toolkit.corpus.reuse.shingles import shingles
from toolkit.corpus.reuse.stories import no_words, story_words
from toolkit.corpus.reuse.vocabulary import forgotten, known_words
from toolkit.errors import ReadingError
from toolkit.text.document import Document


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of some items; a row of each array for each article that could be read.

    ``articles`` are packed; ``n_words`` counts words; ``sizes`` counts distinct n-grams, ``kept``
    their distinct hashes, which are in ``hashes``; ``sums`` are equal where all words are.
    """

    items: int = 0
    articles: tuple[bytes, ...] = ()
    n_words: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    sizes: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    kept: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    sums: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    hashes: np.ndarray = field(default_factory=lambda: np.zeros(0, np.uint64))
    words: np.ndarray = field(default_factory=lambda: no_words(0))
    dates: tuple[str, ...] = ()
    problems: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathering:
    """Work for workers: reading articles, and finding their ``n``-grams and story words.

    The latter are left out, and zero, if not ``with_stories``.
    """

    n: int
    with_stories: bool = True

    def do(self, items: Sequence[Item]) -> Gathered:
        """Read some items. One for which that fails, for whatever reason, is a problem."""
        try:
            return self._gather(items)
        except Exception as error:  # one odd article of a million must not cost the others
            forgotten()
            if len(items) > 1:
                return self.joined(self.do([item]) for item in items)
            reason = (
                "Reading it needs more memory than there is."
                if isinstance(error, MemoryError)
                else f"It cannot be read ({type(error).__name__}: {error})."
            )
            return self.problem(items[0], reason)

    def problem(self, item: Item, reason: str) -> Gathered:
        """An item that there is no article of."""
        return Gathered(items=1, problems=(problem_line(item.source, item.row, reason),))

    def joined(self, parts: Iterable[Gathered]) -> Gathered:
        """Several as one, in their order."""
        every = list(parts)
        return Gathered(
            items=sum(part.items for part in every),
            articles=tuple(x for part in every for x in part.articles),
            n_words=np.concatenate([part.n_words for part in every]),
            sizes=np.concatenate([part.sizes for part in every]),
            kept=np.concatenate([part.kept for part in every]),
            sums=np.concatenate([part.sums for part in every]),
            hashes=np.concatenate([part.hashes for part in every]),
            words=np.concatenate([part.words for part in every]),
            dates=tuple(x for part in every for x in part.dates),
            problems=tuple(x for part in every for x in part.problems),
        )

    def _gather(self, items: Sequence[Item]) -> Gathered:
        articles = []
        problems: list[bytes] = []
        for item in items:
            try:
                articles.append(item.article())
            except ReadingError as error:
                problems.append(problem_line(item.source, item.row, error.problem))
        document = Document.of(articles, known_words())
        found = shingles(document, self.n)
        return Gathered(
            items=len(items),
            articles=tuple(map(packed, articles)),
            n_words=found.n_words,
            sizes=found.sizes,
            kept=np.diff(found.bounds),
            sums=found.sums,
            hashes=found.hashes,
            words=story_words(document) if self.with_stories else no_words(len(articles)),
            dates=tuple(article.published for article in articles),
            problems=tuple(problems),
        )
