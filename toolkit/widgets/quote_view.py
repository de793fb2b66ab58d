"""One quote in every telling as HTML: the sentences around it, the words that differ marked."""

from collections.abc import Mapping, Sequence
from html import escape

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.labels import labels
from toolkit.comparison.quotes.spoken import Quote
from toolkit.comparison.words.run import Run
from toolkit.widgets.passages import STYLE, Marked, in_place
from toolkit.widgets.quote_places import Place, about_lines, run_lines
from toolkit.widgets.word_changes import STYLE as CHANGES

_KEY = (
    ("said", "in quotation marks"),
    ("told", "in other words, without marks"),
    ("slot", "other words in the same place"),
    ("only", "not in the other"),
    ("moved", "in another place"),
    ("trivial", "only spelling, case or marks"),
)


def quote_html(
    comparison: Comparison,
    found: Sequence[Place],
    base: int,
    kinds: Mapping[Passage, str],
    trivial: bool,
) -> str:
    """A row for each telling, held against telling ``base``; trivial differences if asked for.

    In the row of ``base`` itself a word is marked if any of the others differs there.
    """
    rows: list[str] = []
    used: set[str] = set()
    for name, place in zip(labels(comparison), found, strict=True):
        marks = _marks(place, found, base, trivial)
        used.update(mark.kind for mark in marks)
        cell = '<span class="samestory-who">not found here</span>'
        if place.quotes:
            told = "".join(map(_who, about_lines(comparison, place, kinds)))
            cell = told + in_place(comparison, place.telling, marks)
            lines = run_lines(comparison, place, base, trivial)
            items = "".join(f"<li>{escape(line)}</li>" for line in lines)
            cell += f'<ul class="samestory-runs">{items}</ul>' if items else ""
        rows.append(f'<tr><th scope="row">{escape(name)}</th><td dir="auto">{cell}</td></tr>')
    key = "".join(
        f'<mark class="samestory-{kind}">{words}</mark> ' for kind, words in _KEY if kind in used
    )
    caption = "<caption>The quote in every telling</caption>"
    table = f'<table class="samestory-words">{caption}<tbody>{"".join(rows)}</tbody></table>'
    return f'{CHANGES}{STYLE}{table}<p class="samestory-words-key">{key}</p>'


def _who(line: str) -> str:
    return f'<div class="samestory-who">{escape(line)}</div>'


def _marks(place: Place, found: Sequence[Place], base: int, trivial: bool) -> list[Marked]:
    """The quotes of a telling, and inside them the words that differ."""
    if place.telling == base:
        runs = [(run.a, run) for other in found for run in other.runs]
    else:
        runs = [(run.b, run) for run in place.runs]
    differing = dict.fromkeys(
        Marked(passage, _kind(run))
        for passage, run in runs
        if passage is not None and (trivial or not run.trivial)
    )
    return [*_quoted(place.quotes), *differing]


def _quoted(quotes: Sequence[Quote]) -> list[Marked]:
    return [
        Marked(passage, "said" if quote.source in ("direct", "scare") else "told")
        for quote in quotes
        for passage in (quote.parts if quote.source == "direct" else (quote.passage,))
    ]


def _kind(run: Run) -> str:
    """How a difference is marked."""
    if run.trivial:
        return "trivial"
    if run.kind == "moved":
        return "moved"
    return "slot" if run.a is not None and run.b is not None else "only"
