"""The comparison of tellings: every article measured, every pair held against each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from toolkit.article import Article, Passage, with_different_ids
from toolkit.comparison.copying.passages import Overlap, SharedPassage, copied
from toolkit.comparison.links.alignment import Alignment, align
from toolkit.measures.catalogue import measure_all
from toolkit.measures.sentiment import sentence_tone
from toolkit.text.document import Document

if TYPE_CHECKING:
    from toolkit.comparison.claims.cues import Shift
    from toolkit.comparison.numbers.reconciler import NumberMatch
    from toolkit.comparison.quotes.rows import QuoteRow
    from toolkit.comparison.quotes.voices import Voice
    from toolkit.comparison.words.wording import Slot
    from toolkit.speech.attribution import Attribution

MOST_ADDED = 3  # words that one wording may have more than the other, as in "firmly ruled out"


@dataclass(frozen=True)
class Pair:
    """Two tellings held against each other; ``a`` and ``b`` are positions in the comparison."""

    a: int
    b: int
    alignment: Alignment
    passages: tuple[SharedPassage, ...]
    overlap: Overlap


@dataclass(frozen=True)
class Comparison:
    """Tellings of one story, measured and linked.

    - ``articles``: the tellings, with ids made different from each other.
    - ``measures``: one ``{name: value}`` per telling, NaN where undefined.
    - ``pairs``: each two tellings, in the order (0, 1), (0, 2), ..., (1, 2), ...
    """

    document: Document
    measures: tuple[dict[str, float], ...]
    pairs: tuple[Pair, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The tellings, in the order they were given."""
        return self.document.articles

    @cached_property
    def sentences(self) -> tuple[tuple[Passage, ...], ...]:
        """The sentences of every telling, in text order."""
        return tuple(tuple(self.document.sentence_passages(k)) for k in range(len(self.articles)))

    @cached_property
    def tone(self) -> tuple[np.ndarray, ...]:
        """VADER's compound of every sentence of every telling; NaN without words."""
        tone = sentence_tone(self.document)
        return tuple(np.split(tone, self.document.article_sentences[1:-1]))

    def words_of(self, passage: Passage) -> str:
        """The text of a passage of any of the tellings."""
        return self._by_id[passage.article].words_of(passage)

    # What is found only when it is asked for; each module below loads with its first use.

    @cached_property
    def attributions(self) -> tuple[tuple["Attribution", ...], ...]:
        """What every telling gives as somebody's words, in text order."""
        from toolkit.speech.attributions import attributions

        return attributions(self.document)

    @cached_property
    def quotes(self) -> dict[tuple[int, int], tuple["QuoteRow", ...]]:
        """The quote ledger of every two tellings."""
        from toolkit.comparison.quotes.ledger import quote_ledger

        return quote_ledger(self.document, self.attributions, self._alignments)

    @cached_property
    def voices(self) -> tuple["Voice", ...]:
        """Who is heard in the tellings, those with the most words first."""
        from toolkit.comparison.quotes.voices import voices

        return voices(self.document, self.attributions)

    @cached_property
    def numbers(self) -> dict[tuple[int, int], tuple["NumberMatch", ...]]:
        """The numbers of every two tellings held against each other."""
        from toolkit.comparison.numbers.reconciler import reconcile

        return {pair: reconcile(self.document, *pair, a) for pair, a in self._alignments.items()}

    @cached_property
    def shifts(self) -> dict[tuple[int, int], tuple["Shift", ...]]:
        """Where linked sentences of every two tellings differ in certainty or source."""
        from toolkit.comparison.claims.shifts import certainty_shifts

        return certainty_shifts(self.document, self._alignments, self.attributions)

    @cached_property
    def wording(self) -> dict[tuple[int, int], tuple["Slot", ...]]:
        """What every two tellings say at the same place in different words."""
        from toolkit.comparison.words.wording import wording

        return {
            pair: wording(self.document, *pair, alignment.links, added=MOST_ADDED)
            for pair, alignment in self._alignments.items()
        }

    @property
    def _alignments(self) -> dict[tuple[int, int], Alignment]:
        return {(pair.a, pair.b): pair.alignment for pair in self.pairs}

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    def pair(self, a: int, b: int) -> Pair:
        """The pair of tellings ``a`` < ``b``."""
        for pair in self.pairs:
            if (pair.a, pair.b) == (a, b):
                return pair
        raise KeyError(f"There is no pair {(a, b)} among {len(self.articles)} tellings.")


def compare(articles: Iterable[Article]) -> Comparison:
    """Measure tellings and hold every two of them against each other.

    >>> both = compare([Article("a", "The bridge is shut."), Article("b", "The bridge is shut.")])
    >>> both.pairs[0].alignment.links[0].relation
    'verbatim'
    """
    document = Document.of(with_different_ids(articles))
    pairs = tuple(
        Pair(a, b, align(document, a, b), *copied(document, a, b))
        for a, b in combinations(range(len(document.articles)), 2)
    )
    return Comparison(document, tuple(measure_all(document)), pairs)
