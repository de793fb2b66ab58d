"""Word by word, how two wordings of one quote differ."""

from collections.abc import Sequence
from dataclasses import replace

from toolkit.article import Passage
from toolkit.comparison.quotes.rows import QuoteRow
from toolkit.comparison.quotes.spoken import Quote
from toolkit.comparison.words.differences import Run, passage_differences
from toolkit.text.document import Document


def quote_differences(document: Document, row: QuoteRow) -> tuple[Run, ...]:
    """What became of the words of ``row.a`` in ``row.b``; empty if one of them is missing.

    A difference of quotation marks, capitals or spelling is there too, as ``trivial``. What
    stands between two stretches of a quote ("he said") is no part of it.
    """
    if row.a is None or row.b is None:
        return ()
    found = passage_differences(document, _span(row.a), _span(row.b)).runs
    if len(row.a.parts) == len(row.b.parts) == 1:
        return found
    kept = []
    for run in found:
        a, b = _within(run.a, row.a.parts), _within(run.b, row.b.parts)
        if (a, b) == (run.a, run.b):
            kept.append(run)
        elif a is not None:
            kept.append(replace(run, kind="deleted", b=None, n_b=0))
        elif b is not None:
            kept.append(replace(run, kind="inserted", a=None, n_a=0))
    return tuple(kept)


def _span(quote: Quote) -> Passage:
    first, last = quote.parts[0], quote.parts[-1]
    return Passage(first.article, first.start, last.end)


def _within(passage: Passage | None, parts: Sequence[Passage]) -> Passage | None:
    """The passage, if any of it is in the parts."""
    if passage is None:
        return None
    inside = any(part.start < passage.end and passage.start < part.end for part in parts)
    return passage if inside else None
