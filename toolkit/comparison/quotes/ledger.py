"""The quote ledger: every quote of every telling beside its counterparts in the others.

Wording "differs": which of two wordings was spoken cannot be told from them. A transcript can be
loaded as a telling, and the others held against it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.comparison.links.alignment import Alignment
from toolkit.comparison.quotes.rows import RELATIONS, QuoteRow, place, quote_rows
from toolkit.comparison.quotes.spoken import Quote, Spoken
from toolkit.comparison.quotes.transcript import transcript
from toolkit.errors import UsageError
from toolkit.speech.attribution import Attribution
from toolkit.text.document import Document

__all__ = ["RELATIONS", "Quote", "QuoteGroup", "QuoteRow", "quote_groups", "quote_ledger"]

Ledger = dict[tuple[int, int], tuple[QuoteRow, ...]]


def quote_ledger(
    document: Document,
    attributions: Sequence[Sequence[Attribution]],
    alignments: Mapping[tuple[int, int], Alignment],
    against: int | None = None,
) -> Ledger:
    """The rows of every two tellings: each direct quote of either is in one at least.

    ``attributions`` are those of each article (:func:`toolkit.speech.attributions`); the keys of
    ``alignments`` say which articles to hold against each other. Rows are in the order of A,
    then those that only B has.

    With ``against``, only that article is held against the others, always as A. If its
    paragraphs begin with speakers' names ("MR SMITH: ..."), it is read as a transcript: all that
    follows them is speech. Raises :class:`UsageError` if no pair has it.

    >>> from toolkit.article import Passage
    >>> from toolkit.comparison.links.alignment import align
    >>> document = Document.of_texts(["“We won’t go,” she said.", "“We will not go.”"])
    >>> told = [
    ...     Attribution(Passage("1", 0, 14), (Passage("1", 1, 13),), "direct"),
    ...     Attribution(Passage("2", 0, 17), (Passage("2", 1, 16),), "direct"),
    ... ]
    >>> links = {(0, 1): align(document, 0, 1)}
    >>> [row.relation for row in quote_ledger(document, [[t] for t in told], links)[0, 1]]
    ['reworded']
    """
    pairs = [pair for pair in alignments if against is None or against in pair]
    if against is not None and not pairs:
        raise UsageError(
            f"There is no telling {against} to hold the others against.",
            f"Give a number from 0 to {len(document.articles) - 1}.",
        )
    told = list(attributions)
    if against is not None:
        told[against] = transcript(document, against) or told[against]
    spoken = {k: Spoken(document, told[k], k) for k in sorted({k for pair in pairs for k in pair})}
    found: Ledger = {}
    for a, b in pairs:
        rows = quote_rows(spoken[a], spoken[b], alignments[a, b])
        if b == against:
            found[b, a] = tuple(sorted((row.turned() for row in rows), key=place))
        else:
            found[a, b] = rows
    return found


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """One thing somebody said, in all tellings that have it.

    ``tellings`` holds, for each article, what it has: direct quotes in their wording there, then
    paraphrases; empty where it has none. ``relations`` are all that hold between them.
    """

    tellings: tuple[tuple[Quote, ...], ...]
    relations: tuple[str, ...]

    @property
    def heard_in(self) -> tuple[int, ...]:
        """The tellings that have it, quoted or paraphrased."""
        return tuple(k for k, quotes in enumerate(self.tellings) if quotes)

    @property
    def quoted_in(self) -> tuple[int, ...]:
        """The tellings that print it, or part of it, in quotation marks."""
        return tuple(
            k
            for k, quotes in enumerate(self.tellings)
            if any(quote.source in ("direct", "scare") for quote in quotes)
        )


def quote_groups(
    document: Document, ledger: Mapping[tuple[int, int], Sequence[QuoteRow]]
) -> tuple[QuoteGroup, ...]:
    """The quotes of all tellings, put together where a row of the ledger does.

    What most tellings quote comes first, then the order of the first telling that has it.
    """
    number = {article.id: k for k, article in enumerate(document.articles)}
    rows = [row for pair in ledger.values() for row in pair]
    nodes = _Nodes([quote for row in rows for quote in (row.a, row.b) if quote is not None])
    for row in rows:
        if row.a is not None and row.b is not None and _printed(row.a) and _printed(row.b):
            nodes.join(nodes.of(row.a), nodes.of(row.b))
    members: dict[int, dict[Quote, None]] = {}
    relations: dict[int, set[str]] = {}
    for node, quote in enumerate(nodes.quotes):
        members.setdefault(nodes.root(node), {})[quote] = None
    for row in rows:
        sides = [quote for quote in (row.a, row.b) if quote is not None]
        root = nodes.root(nodes.of(next(quote for quote in sides if _printed(quote))))
        relations.setdefault(root, set()).add(row.relation)
        members[root].update((quote, None) for quote in sides if not _printed(quote))
    found = []
    for root, quotes in members.items():
        tellings = tuple(
            tuple(
                sorted(
                    (q for q in quotes if number[q.passage.article] == k),
                    key=lambda q: (not _printed(q), q.passage.start, q.passage.end),
                )
            )
            for k in range(len(document.articles))
        )
        found.append(QuoteGroup(tellings, tuple(sorted(relations[root], key=RELATIONS.index))))
    return tuple(sorted(found, key=_rank))


def _printed(quote: Quote) -> bool:
    return quote.source in ("direct", "scare")


def _rank(group: QuoteGroup) -> tuple[int, int, int, int]:
    first = group.heard_in[0]
    start = group.tellings[first][0].passage.start
    return -len(group.quoted_in), -len(group.heard_in), first, start


class _Nodes:
    """Direct quotes that overlap in one article are one; which of them belong together."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.quotes: list[Quote] = []
        self._of: dict[Quote, int] = {}
        ends: dict[str, int] = {}
        printed = dict.fromkeys(quote for quote in quotes if _printed(quote))
        for quote in sorted(printed, key=lambda q: (q.passage.article, q.passage.start)):
            name = quote.passage.article
            if quote.passage.start < ends.get(name, 0):
                before = self.quotes[-1]
                ends[name] = max(ends[name], quote.passage.end)
                self.quotes[-1] = max(before, quote, key=lambda q: q.n_words)
            else:
                ends[name] = quote.passage.end
                self.quotes.append(quote)
            self._of[quote] = len(self.quotes) - 1
        self._parent = list(range(len(self.quotes)))

    def of(self, quote: Quote) -> int:
        """The number of a quote."""
        return self._of[quote]

    def root(self, node: int) -> int:
        """The number of the group a quote is in."""
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def join(self, a: int, b: int) -> None:
        """Put two groups together; the first quote's number stays."""
        first, second = sorted((self.root(a), self.root(b)))
        self._parent[second] = first
