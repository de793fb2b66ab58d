"""Passages that are almost the same: common runs of words joined over small edits.

A copied paragraph in which somebody changed a word here and there has no long run in common
with its source, but many short ones close to each other and in one order. They are found as
maximal runs (:mod:`~toolkit.comparison.copying.passages`) and chained where little stands between
them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.article import Passage
from toolkit.comparison.copying.passages import (
    SharedPassage,
    WordRun,
    line_breaks,
    passage_of_words,
    shared_runs,
)
from toolkit.text.document import Document

LEAST = 10  # words that both have
GAP = 3  # words between two runs, on either side
SHORTEST_RUN = 3
SHARE = 0.75  # of the words of the longer side


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands between two runs: ``replaced``, ``deleted`` (only in A) or ``inserted``."""

    kind: str
    a: Passage | None
    b: Passage | None


@dataclass(frozen=True, slots=True)
class NearPassage:
    """A passage of A and one of B that are the same but for small edits.

    ``n_words``: how many words both have, in the same order. ``share``: these among all words
    of the longer side, 0 to 1. ``runs``: the exact runs inside; ``edits``: what lies between.
    A passage with one run and no edit is a shared passage.
    """

    a: Passage
    b: Passage
    n_words: int
    share: float
    runs: tuple[SharedPassage, ...]
    edits: tuple[Edit, ...]


def near_passages(
    document: Document,
    a: int,
    b: int,
    least: int = LEAST,
    gap: int = GAP,
    share: float = SHARE,
) -> tuple[NearPassage, ...]:
    """Near-verbatim passages of articles ``a`` and ``b``, in order of ``a``.

    Runs of three words or more belong together where at most ``gap`` words lie between them on
    either side; together they must have ``least`` words, and ``share`` of the longer side. Case,
    punctuation and the style of quotes are ignored; furniture is left out, and neither it nor a
    heading is joined over.

    >>> document = Document.of_texts(
    ...     [
    ...         "The crack in the girder was found by two divers late on Monday.",
    ...         "The crack in the old girder was found by two of the divers late on Monday!",
    ...     ]
    ... )
    >>> (found,) = near_passages(document, 0, 1)
    >>> found.n_words, round(found.share, 2), [edit.kind for edit in found.edits]
    (13, 0.81, ['inserted', 'inserted'])
    """
    breaks = line_breaks(document, a), line_breaks(document, b)
    runs = shared_runs(document, a, b, SHORTEST_RUN)
    found = [
        chain
        for chain in _chains(runs, gap, breaks)
        if _size(chain) >= least and _size(chain) >= share * _longer(chain)
    ]
    return tuple(
        sorted(
            (_passage(document, a, b, chain) for chain in found),
            key=lambda passage: (passage.a.start, passage.b.start),
        )
    )


def _size(chain: list[WordRun]) -> int:
    return sum(n for *_, n in chain)


def _longer(chain: list[WordRun]) -> int:
    """Words from the first to the last of a chain, on the side that has more."""
    (i, j, _), (x, y, n) = chain[0], chain[-1]
    return max(x - i, y - j) + n


def _chains(
    runs: list[WordRun], gap: int, breaks: tuple[list[int], list[int]]
) -> Iterator[list[WordRun]]:
    """Runs in order, each within ``gap`` of the next on both sides; the largest chains first.

    Two runs that may be neighbours lie on diagonals no further apart than ``gap``, so only the
    last run on each of those is asked, and time is linear in the number of runs. A run that
    overlaps the one before it begins where that ends.
    """
    last: dict[int, int] = {}
    chained: list[WordRun] = []
    total: list[int] = []
    before: list[int] = []
    for k, run in enumerate(runs):
        best = (run[2], 0, 0, -1, run)
        diagonal = run[1] - run[0]
        for step in range(-gap, gap + 1):
            other = last.get(diagonal + step)
            if other is None:
                continue
            joined = _joined_to(chained[other], run, gap, breaks)
            if joined is not None:
                new = (total[other] + joined[2], -abs(step), -step, other, joined)
                best = max(best, new, key=lambda row: row[:4])
        chained.append(best[4])
        total.append(best[0])
        before.append(best[3])
        last[diagonal] = k
    used = [False] * len(runs)
    for k in sorted(range(len(runs)), key=lambda k: (-total[k], k)):
        chain = []
        while k >= 0 and not used[k]:
            used[k] = True
            chain.append(chained[k])
            k = before[k]
        if chain:
            yield chain[::-1]


def _joined_to(
    one: WordRun, run: WordRun, gap: int, breaks: tuple[list[int], list[int]]
) -> WordRun | None:
    """What of ``run`` follows ``one``, if no more than a small edit lies between them."""
    ends = one[0] + one[2], one[1] + one[2]
    over = max(0, ends[0] - run[0], ends[1] - run[1])
    if over >= run[2]:
        return None
    begins = run[0] + over, run[1] + over
    for end, begin, marks in zip(ends, begins, breaks, strict=True):
        if begin - end > gap or bisect_left(marks, end) < bisect_right(marks, begin):
            return None
    return *begins, run[2] - over


def _passage(document: Document, a: int, b: int, chain: list[WordRun]) -> NearPassage:
    runs: list[SharedPassage] = []
    edits: list[Edit] = []
    end_a, end_b = chain[0][:2]
    for i, j, n in chain:
        between = (
            passage_of_words(document, a, end_a, i - end_a) if i > end_a else None,
            passage_of_words(document, b, end_b, j - end_b) if j > end_b else None,
        )
        if between != (None, None):
            kind = "inserted" if between[0] is None else "replaced"
            edits.append(Edit("deleted" if between[1] is None else kind, *between))
        of_a, of_b = passage_of_words(document, a, i, n), passage_of_words(document, b, j, n)
        runs.append(SharedPassage(of_a, of_b, n))
        end_a, end_b = i + n, j + n
    first, last = runs[0], runs[-1]
    return NearPassage(
        Passage(first.a.article, first.a.start, last.a.end),
        Passage(first.b.article, first.b.start, last.b.end),
        _size(chain),
        _size(chain) / _longer(chain),
        tuple(runs),
        tuple(edits),
    )
