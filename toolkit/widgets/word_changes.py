"""What differs inside a link, word by word: as marks in its sentences, and in words."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.links.alignment import Link
from toolkit.comparison.words.differences import (
    Run,
    WordDifferences,
    all_differences,
    word_differences,
)

CHANGES = ("slot", "only", "moved")
STYLE = """<style>
.samestory-words{border-collapse:collapse;line-height:1.75;max-width:88ch;margin:6px 0;
 font-size:15px}
.samestory-words th{text-align:left;font-weight:600;padding:4px 14px 4px 0;vertical-align:top;
 min-width:8em;line-height:1.75}
.samestory-words td{padding:4px 0;vertical-align:top;white-space:normal;overflow-wrap:anywhere}
.samestory-words mark,.samestory-words-key mark{color:inherit;padding:1px 2px;
 border-radius:3px 3px 0 0}
mark.samestory-slot{background:rgba(230,159,0,.3);border-bottom:2px solid #b26a00}
mark.samestory-only{background:rgba(204,121,167,.3);border-bottom:2px dashed #b0508a}
mark.samestory-moved{background:rgba(86,180,233,.3);border-bottom:3px double #2b86b8}
mark.samestory-trivial{background:rgba(128,128,128,.2);border-bottom:2px dotted #808080;opacity:.7}
.samestory-words sub{font-size:.68em;opacity:.85;padding-left:1px}
.samestory-words-key{margin:2px 0 8px;line-height:1.9}
.samestory-words-key mark{margin-right:14px;display:inline-block;line-height:1.4}
</style>"""
_KEY = (
    ("slot", "other words in the same place (equal numbers belong together)"),
    ("only", "only here"),
    ("moved", "in another place"),
    ("trivial", "only spelling, case or marks"),
)


class Change(NamedTuple):
    """A stretch of one sentence that the other side of the link does not have just so.

    ``kind`` is one of :data:`CHANGES`: a slot (the other side has other words in its place), words
    that only this side has, or words that stand in another place. ``number`` is the same on both
    sides of a slot or move. Offsets are code points into the sentence.
    """

    sentence: int
    start: int
    end: int
    kind: str
    trivial: bool
    number: int


Sides = tuple[list[Change], list[Change]]


def changes(comparison: Comparison, pair: Pair, link: Link) -> Sides:
    """The changes on either side of a link, in the order of the text."""
    return all_changes(comparison, pair, (link,))[0]


def all_changes(comparison: Comparison, pair: Pair, links: Sequence[Link]) -> list[Sides]:
    """:func:`changes` of each of many links, which is faster."""
    found = all_differences(comparison.document, pair.a, pair.b, links)
    return [
        _changes(comparison, pair, link, differences)
        for link, differences in zip(links, found, strict=True)
    ]


def _changes(comparison: Comparison, pair: Pair, link: Link, differences: WordDifferences) -> Sides:
    found: Sides = ([], [])
    for number, run in numbered(differences):
        kind = run.kind if run.kind == "moved" else "slot" if run.a and run.b else "only"
        for side, passage in enumerate((run.a, run.b)):
            if passage is None:
                continue
            passages = comparison.sentences[(pair.a, pair.b)[side]]
            found[side].extend(
                Change(at, start, end, kind, run.trivial, number)
                for at, start, end in _inside(passages, (link.a, link.b)[side], passage)
            )
    return sorted(found[0]), sorted(found[1])


def numbered(differences: WordDifferences) -> list[tuple[int, Run]]:
    """The runs that differ at all; those with two sides numbered from 1, others 0."""
    told, number = [], 0
    for run in differences.runs:
        if run.kind == "kept" and not run.trivial:
            continue
        two_sided = run.a is not None and run.b is not None and not run.trivial
        number += two_sided
        told.append((number if two_sided else 0, run))
    return told


def changes_html(
    comparison: Comparison, names: Sequence[str], pair: Pair, link: Link, trivial: bool
) -> str:
    """Both sides of a link, one above the other, with their changes marked. Escaped.

    Trivial ones (spelling, case, quotation marks) are marked in grey, or not at all.
    """
    rows = []
    for k, sentences, marks in zip(
        (pair.a, pair.b), (link.a, link.b), changes(comparison, pair, link), strict=True
    ):
        text = " ".join(
            _marked(
                comparison.words_of(comparison.sentences[k][i]),
                [m for m in marks if m.sentence == i and (trivial or not m.trivial)],
            )
            for i in sentences
        )
        rows.append(f'<tr><th scope="row">{escape(names[k])}</th><td dir="auto">{text}</td></tr>')
    key = "".join(
        f'<mark class="samestory-{kind}">{words}</mark> '
        for kind, words in _KEY
        if trivial or kind != "trivial"
    )
    caption = "<caption>The linked sentences, word by word</caption>"
    table = f'<table class="samestory-words">{caption}<tbody>{"".join(rows)}</tbody></table>'
    return f'{STYLE}{table}<p class="samestory-words-key">{key}</p>'


def changes_words(comparison: Comparison, pair: Pair, link: Link) -> list[str]:
    """The changes of a link, a line each, trivial ones last."""
    lines: list[tuple[bool, str]] = []
    for number, run in numbered(word_differences(comparison.document, pair.a, pair.b, link)):
        one, other = (
            f"“{comparison.words_of(passage)}”" if passage else "" for passage in (run.a, run.b)
        )
        kind = f"{run.kind} {number}" if number else run.kind
        kind += f" ({run.difference})" if run.difference else ""
        lines.append((run.trivial, f"{kind}: {' | '.join(filter(None, (one, other)))}"))
    return [line for _, line in sorted(lines, key=lambda row: row[0])]


def _inside(
    passages: Sequence[Passage], sentences: Iterable[int], passage: Passage
) -> list[tuple[int, int, int]]:
    """A passage cut at sentence ends, with offsets into the sentences."""
    return [
        (
            i,
            max(passage.start, passages[i].start) - passages[i].start,
            min(passage.end, passages[i].end) - passages[i].start,
        )
        for i in sentences
        if passages[i].start < passage.end and passage.start < passages[i].end
    ]


def _marked(text: str, marks: Sequence[Change]) -> str:
    parts, done = [], 0
    for mark in marks:
        if mark.start < done:
            continue
        kind = "trivial" if mark.trivial else mark.kind
        number = f"<sub>{mark.number}</sub>" if mark.number else ""
        parts.append(escape(text[done : mark.start]))
        words = escape(text[mark.start : mark.end])
        parts.append(f'<mark class="samestory-{kind}">{words}{number}</mark>')
        done = mark.end
    return "".join([*parts, escape(text[done:])])
