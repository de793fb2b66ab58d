"""Word by word, what became of one stretch of text in another: kept, replaced, moved, added.

Content words are matched before grammar words, rare ones before common ones
(:mod:`~toolkit.comparison.words.chain`); marks are compared last, between words that match.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.article import Passage
from toolkit.comparison.links.alignment import Link
from toolkit.comparison.words.run import Run
from toolkit.comparison.words.runs import runs
from toolkit.comparison.words.sides import ArticleWords, Side, passage_side
from toolkit.text.document import Document


@dataclass(frozen=True, slots=True)
class WordDifferences:
    """Every word of two stretches of text in exactly one run.

    ``runs`` are in the order of A; what only B has follows what it follows there. A ``moved``
    run is listed once, at its place in A: :attr:`of_b` has the order of B.
    """

    runs: tuple[Run, ...]

    @property
    def of_a(self) -> tuple[Run, ...]:
        """The runs with a passage in A, in the order of A."""
        return tuple(run for run in self.runs if run.a is not None)

    @property
    def of_b(self) -> tuple[Run, ...]:
        """The runs with a passage in B, in the order of B."""
        found = [(run.b.start, k, run) for k, run in enumerate(self.runs) if run.b is not None]
        return tuple(run for *_, run in sorted(found, key=lambda row: row[:2]))

    @property
    def kept(self) -> int:
        """How many words of A stand at the same place in B, but for trivial differences."""
        return sum(
            run.n_a
            for run in self.runs
            if run.kind in ("kept", "replaced") and (run.trivial or not run.difference)
        )

    @property
    def share_kept(self) -> float:
        """The share of words kept, of the side that has more; NaN without words."""
        longer = max(sum(run.n_a for run in self.runs), sum(run.n_b for run in self.runs))
        return self.kept / longer if longer else float("nan")


def word_differences(document: Document, a: int, b: int, link: Link) -> WordDifferences:
    """What became of the words of sentences ``link.a`` of article ``a`` in ``link.b`` of ``b``.

    >>> document = Document.of_texts(
    ...     ["The king would accept a truce.", "The king may be open to a lasting truce."]
    ... )
    >>> found = word_differences(document, 0, 1, Link((0,), (0,), "reworded", 0.5))
    >>> [run.kind for run in found.runs]
    ['kept', 'replaced', 'kept', 'inserted', 'kept']
    >>> slot = found.runs[1]
    >>> document.articles[0].words_of(slot.a), document.articles[1].words_of(slot.b)
    ('would accept', 'may be open to')
    """
    return all_differences(document, a, b, (link,))[0]


def all_differences(
    document: Document, a: int, b: int, links: Iterable[Link]
) -> list[WordDifferences]:
    """:func:`word_differences` of each of many links between two articles, which is faster."""
    of_a, of_b = ArticleWords(document, a), ArticleWords(document, b)
    return [_differences(of_a.sentences(link.a), of_b.sentences(link.b)) for link in links]


def passage_differences(document: Document, a: Passage, b: Passage) -> WordDifferences:
    """What became of the words of passage ``a`` in passage ``b``, both of this document.

    Words that stand only partly inside a passage are left out. Raises ``KeyError`` where an
    article is not in the document.
    """
    numbers = {telling.id: k for k, telling in enumerate(document.articles)}
    return _differences(
        *(passage_side(document, numbers[passage.article], passage) for passage in (a, b))
    )


def _differences(a: Side, b: Side) -> WordDifferences:
    return WordDifferences(tuple(runs(a, b)))
