"""The comparison of tellings: every article measured, every pair held against each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

import numpy as np

from toolkit.article import Article, Passage
from toolkit.comparison.alignment import Alignment, align
from toolkit.comparison.finding import Finding
from toolkit.comparison.reuse import Overlap, SharedPassage, overlap, shared_passages
from toolkit.measures.catalogue import measure_all
from toolkit.measures.sentiment import sentence_tone
from toolkit.text.document import Document


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
        Pair(a, b, align(document, a, b), shared_passages(document, a, b), overlap(document, a, b))
        for a, b in combinations(range(len(document.articles)), 2)
    )
    return Comparison(document, tuple(measure_all(document)), pairs)


def with_different_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles, any repeated id followed by ``-2``, ``-3`` ...; an empty id is ``text``.

    >>> [article.id for article in with_different_ids([Article("a", ""), Article("a", "")])]
    ['a', 'a-2']
    """
    taken: set[str] = set()
    result = []
    for article in articles:
        given = article.id or "text"
        name, number = given, 1
        while name in taken:
            number += 1
            name = f"{given}-{number}"
        taken.add(name)
        result.append(article if name == article.id else replace(article, id=name))
    return tuple(result)


def findings(comparison: Comparison) -> list[Finding]:
    """The plain sentences a reader would want first, each with its passages.

    For every pair: the longest shared passage, the sentences only one telling has, and the
    linked sentences that stand in another order.
    """
    return [finding for pair in comparison.pairs for finding in _pair_findings(comparison, pair)]


def _pair_findings(comparison: Comparison, pair: Pair) -> Iterable[Finding]:
    names = [comparison.articles[k].label for k in (pair.a, pair.b)]
    sentences = [comparison.sentences[k] for k in (pair.a, pair.b)]
    if pair.passages:
        longest = max(pair.passages, key=lambda passage: passage.n_words)
        yield Finding(
            "shared-passage",
            f"{names[0]} and {names[1]} share {_many(len(pair.passages), 'passage', 'passages')}"
            f" of five words or more; the longest has {longest.n_words} words.",
            (longest.a, longest.b),
            {"passages": len(pair.passages), "longest": longest.n_words},
        )
    for side, only in enumerate((pair.alignment.only_a, pair.alignment.only_b)):
        if only:
            yield Finding(
                "only-in",
                f"{len(only)} of the {len(sentences[side])} sentences of {names[side]}"
                f" {'has' if len(only) == 1 else 'have'} no partner in {names[1 - side]}.",
                tuple(sentences[side][k] for k in only),
                {"sentences": len(only), "of": len(sentences[side])},
            )
    moved = _moved(pair.alignment)
    if moved:
        yield Finding(
            "order",
            f"{_many(len(moved), 'linked sentence stands', 'linked sentences stand')} in another"
            f" order in {names[1]} than in {names[0]}.",
            tuple(sentences[0][i] for i, _ in moved) + tuple(sentences[1][j] for _, j in moved),
            {"links": len(moved)},
        )


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _moved(alignment: Alignment) -> list[tuple[int, int]]:
    """Links outside the longest run of links that keep one order (fewest to move)."""
    order = sorted((link.a[0], link.b[0]) for link in alignment.links)
    tails: list[tuple[int, int]] = []
    before: list[int] = []
    ends: list[int] = []
    for k, (_, b) in enumerate(order):
        place = int(np.searchsorted([tail[0] for tail in tails], b, "right"))
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [(b, k)]
        ends[place : place + 1] = [k]
    kept, k = set(), ends[-1] if ends else -1
    while k >= 0:
        kept.add(k)
        k = before[k]
    return [pair for k, pair in enumerate(order) if k not in kept]
