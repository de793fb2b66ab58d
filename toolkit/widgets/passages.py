"""Passages shown in their sentences: the words around, with what matters marked. All escaped."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison

STYLE = """<style>
.samestory-table mark,.samestory-words mark,.samestory-words-key mark{color:inherit}
.samestory-words td mark{padding:1px 0;border-radius:0}
mark.samestory-said{background:rgba(0,114,178,.16);box-shadow:inset 0 -1px #0072b2}
mark.samestory-told{background:none;border-bottom:2px dotted currentColor}
mark.samestory-cue{background:rgba(230,159,0,.32);border-bottom:2px solid #b26a00;font-weight:600}
.samestory-who{font-size:.92em;opacity:.86;line-height:1.5}
.samestory-runs{margin:2px 0 6px;padding-left:1.2em;font-size:.92em;line-height:1.5}
.samestory-beside td,.samestory-beside th{min-width:4em}
.samestory-wide{min-width:10em}
</style>"""


class Marked(NamedTuple):
    """A passage to mark, and how: ``kind`` is the end of the name of its class."""

    passage: Passage
    kind: str


def sentence_numbers_of(comparison: Comparison, telling: int, passages: Iterable[Passage]) -> range:
    """The sentences of a telling from the first that any of the passages touches to the last.

    Empty where they touch none: a headline is not a sentence.
    """
    sentences = comparison.sentences[telling]
    starts = [sentence.start for sentence in sentences]
    touched: list[int] = []
    for passage in passages:
        for k in range(max(0, bisect_right(starts, passage.start) - 1), len(sentences)):
            if sentences[k].start >= passage.end:
                break
            if sentences[k].end > passage.start:
                touched.append(k)
    return range(min(touched), max(touched) + 1) if touched else range(0)


def in_place(comparison: Comparison, telling: int, marks: Sequence[Marked]) -> str:
    """The sentences around some passages of a telling, these marked, as HTML.

    Where one mark lies inside another, the one that is given later is the inner one. A passage
    outside all sentences (in a headline) is shown alone.
    """
    numbers = sentence_numbers_of(comparison, telling, [mark.passage for mark in marks])
    shown = [comparison.sentences[telling][k] for k in numbers]
    text = comparison.articles[telling].text
    if not shown:
        shown = [mark.passage for mark in marks[:1]]
    return " ".join(marked_html(text, passage, marks) for passage in shown)


def marked_html(text: str, shown: Passage, marks: Sequence[Marked]) -> str:
    """One stretch of a text as HTML, with the marks that lie in it."""
    begins: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(marks):
        start = max(mark.passage.start, shown.start)
        end = min(mark.passage.end, shown.end)
        if start < end:
            begins[start].append(number)
            ends[end].append(number)
    edges = sorted({shown.start, shown.end, *begins, *ends})
    parts: list[str] = []
    here: set[int] = set()
    for k, edge in enumerate(edges[:-1]):
        here.difference_update(ends[edge])
        here.update(begins[edge])
        words = escape(text[edge : edges[k + 1]])
        for number in sorted(here, reverse=True):
            words = f'<mark class="samestory-{marks[number].kind}">{words}</mark>'
        parts.append(words)
    return "".join(parts)


def beside_html(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are HTML already; caption and column headings are escaped."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    lines = [
        '<table class="samestory-table samestory-beside">',
        f"<caption>{escape(caption)}</caption>",
        f"<thead><tr>{head}</tr></thead>",
        "<tbody>",
    ]
    for first, *rest in rows:
        cells = "".join(f'<td dir="auto">{cell}</td>' for cell in rest)
        lines.append(f'<tr><th scope="row">{first}</th>{cells}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>"])


def one_line(comparison: Comparison, passage: Passage) -> str:
    """The words of a passage on one line."""
    return " ".join(comparison.words_of(passage).split())


def sentence_line(comparison: Comparison, telling: int, passage: Passage) -> str:
    """The sentences that a passage touches, on one line; outside all of them, its own words."""
    numbers = sentence_numbers_of(comparison, telling, [passage])
    shown = [comparison.sentences[telling][k] for k in numbers] or [passage]
    return " ".join(one_line(comparison, sentence) for sentence in shown)
