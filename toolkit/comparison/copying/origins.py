"""The origin of the words of every telling of a comparison, from the links it has already."""

from collections.abc import Sequence

from toolkit.comparison.compare import Comparison
from toolkit.comparison.copying.origin import Origin, origin
from toolkit.comparison.links.alignment import Alignment, Link

_MIRRORED = {"split": "merged", "merged": "split"}


def origins(comparison: Comparison, sources: Sequence[int] | None = None) -> tuple[Origin, ...]:
    """Where the words of each telling come from, held against the others, or some of them.

    A telling that is itself the only one of ``sources`` has nothing to share with: all its words
    are its own.

    >>> from toolkit import Article, compare
    >>> text = "The old bridge was shut on Monday."
    >>> both = compare([Article("a", text), Article("b", text + " Ducks do not mind.")])
    >>> [found.words["own"] for found in origins(both)]
    [0, 4]
    """
    count = len(comparison.articles)
    given = range(count) if sources is None else sources
    return tuple(
        origin(
            comparison.document,
            k,
            [other for other in given if other != k],
            alignments={other: _seen(comparison, k, other) for other in given if other != k},
        )
        for k in range(count)
    )


def _seen(comparison: Comparison, here: int, there: int) -> Alignment:
    """The alignment of two tellings, the first being ``here``."""
    if here < there:
        return comparison.pair(here, there).alignment
    turned = comparison.pair(there, here).alignment
    return Alignment(
        links=tuple(
            Link(link.b, link.a, _MIRRORED.get(link.relation, link.relation), link.similarity)
            for link in turned.links
        ),
        only_a=turned.only_b,
        only_b=turned.only_a,
        nearest_a=turned.nearest_b,
        nearest_b=turned.nearest_a,
    )
