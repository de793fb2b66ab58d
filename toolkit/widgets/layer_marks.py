"""The marks of a layer: passages of tellings, cut into places in their sentences."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison

Marked = tuple[int, Passage, str, str]
"""A telling, a passage of it, its kind, and what is to be said about it."""


def cut(comparison: Comparison, marked: Iterable[Marked]) -> list[list[dict[str, Any]]]:
    """The marked passages of each telling, cut at sentence ends, with offsets into sentences."""
    rows: list[list[dict[str, Any]]] = [[] for _ in comparison.articles]
    starts = [[sentence.start for sentence in sentences] for sentences in comparison.sentences]
    for k, passage, kind, note in marked:
        rows[k] += (
            {"sentence": n, "start": start, "end": end, "kind": kind, "note": note}
            for n, start, end in _pieces(comparison.sentences[k], starts[k], passage)
        )
    for row in rows:
        row.sort(key=lambda p: (p["sentence"], p["start"], -p["end"], p["kind"], p["note"]))
    return rows


def _pieces(
    sentences: Sequence[Passage], starts: Sequence[int], passage: Passage
) -> Iterator[tuple[int, int, int]]:
    for n in range(max(0, bisect_right(starts, passage.start) - 1), len(sentences)):
        sentence = sentences[n]
        if sentence.start >= passage.end:
            return
        start, end = max(passage.start, sentence.start), min(passage.end, sentence.end)
        if start < end:
            yield n, start - sentence.start, end - sentence.start
