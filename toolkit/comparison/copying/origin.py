"""Where the words of a telling come from: copied, copied with edits, reworded, or its own.

Held against another telling, against all others, or against a text they may all rest on, such
as a wire report or a press release loaded beside them. Origin says what is shared with these
texts, not who wrote it first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from toolkit.article import Passage
from toolkit.comparison.copying.near_passages import near_passages
from toolkit.comparison.copying.passages import (
    NGRAM,
    line_breaks,
    passage_of_words,
    shared_passages,
)
from toolkit.comparison.links.alignment import Alignment, align
from toolkit.text.document import Document
from toolkit.text.segments import ratio

ORIGINS = ("verbatim", "near-verbatim", "reworded", "own")
"""In order of precedence: a word has the first of these that it can have."""

_BY_RELATION = {"verbatim": 0, "near-verbatim": 1}
_REWORDED, _OWN = 2, 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words of one origin, and the passage they are shared with (none if own)."""

    origin: str
    passage: Passage
    n_words: int
    source: Passage | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Every word of one telling in exactly one stretch, in text order."""

    stretches: tuple[Stretch, ...]

    @property
    def words(self) -> dict[str, int]:
        """How many words have each of the :data:`ORIGINS`."""
        return {
            origin: sum(x.n_words for x in self.stretches if x.origin == origin)
            for origin in ORIGINS
        }

    @property
    def shares(self) -> dict[str, float]:
        """The same as shares of all words, 0 to 1; NaN for a telling without words."""
        counts = np.array(list(self.words.values()))
        found = ratio(counts, np.full(len(counts), counts.sum())).tolist()
        return dict(zip(ORIGINS, found, strict=True))

    def of(self, *origins: str) -> tuple[Passage, ...]:
        """The passages of these origins."""
        return tuple(x.passage for x in self.stretches if x.origin in origins)


def origin(
    document: Document,
    telling: int,
    sources: Sequence[int] | None = None,
    *,
    least: int = NGRAM,
    alignments: Mapping[int, Alignment] | None = None,
) -> Origin:
    """Where the words of article ``telling`` come from, held against articles ``sources``.

    - ``verbatim``: in a run of ``least`` words or more that a source has too, or in a sentence
      linked word for word;
    - ``near-verbatim``: in a near-verbatim passage, or in a sentence linked as near-verbatim;
    - ``reworded``: in any other linked sentence;
    - ``own``: in none of these.

    ``sources`` are all other articles unless given. ``alignments`` holds, by source, links from
    ``telling`` to it that are known already. Of several sources the longest passage is named,
    then the earliest source.

    >>> document = Document.of_texts(
    ...     ["The old bridge was shut on Monday. Ducks do not mind.",
    ...      "The council said the old bridge was shut on Monday."]
    ... )
    >>> origin(document, 0).words
    {'verbatim': 7, 'near-verbatim': 0, 'reworded': 0, 'own': 4}
    """
    if sources is None:
        sources = [k for k in range(len(document.articles)) if k != telling]
    shared = [
        row
        for source in sources
        for row in _shared(document, telling, source, least, (alignments or {}).get(source))
    ]
    first, last = document.article_words[telling : telling + 2].tolist()
    starts = document.words.starts[first:last]
    kinds = np.full(last - first, _OWN)
    which = np.full(last - first, -1)
    # The weakest first, so that what comes later takes precedence.
    ranked = sorted(range(len(shared)), key=lambda k: (-shared[k].kind, shared[k].n_words, -k))
    for k in ranked:
        here = slice(*np.searchsorted(starts, (shared[k].passage.start, shared[k].passage.end)))
        kinds[here], which[here] = shared[k].kind, k
    cuts = np.flatnonzero((np.diff(kinds) != 0) | (np.diff(which) != 0)) + 1
    inside = [k for k in line_breaks(document, telling) if 0 < k < last - first]
    edges = np.unique([*cuts.tolist(), *inside, 0, last - first]).tolist()
    return Origin(
        tuple(
            Stretch(
                ORIGINS[kinds[begin]],
                passage_of_words(document, telling, begin, end - begin),
                end - begin,
                shared[which[begin]].source if which[begin] >= 0 else None,
            )
            for begin, end in pairwise(edges)
        )
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    kind: int
    n_words: int
    passage: Passage
    source: Passage


def _shared(
    document: Document, telling: int, source: int, least: int, alignment: Alignment | None
) -> Iterator[_Shared]:
    """Everything that a telling shares with one source."""
    for run in shared_passages(document, telling, source, least):
        yield _Shared(0, run.n_words, run.a, run.b)
    for near in near_passages(document, telling, source):
        yield _Shared(1, near.n_words, near.a, near.b)
    sentences = [document.sentence_passages(k) for k in (telling, source)]
    for link in (alignment or align(document, telling, source)).links:
        there = [sentences[1][k] for k in link.b]
        whole = Passage(there[0].article, there[0].start, there[-1].end)
        for k in link.a:
            yield _Shared(_BY_RELATION.get(link.relation, _REWORDED), 0, sentences[0][k], whole)
