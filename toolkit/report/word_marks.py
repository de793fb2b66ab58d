"""What differs inside two stretches of text, marked in their words.

Each kind of mark has a line of its own below the words (and a sign or number), so that it can be
told from the others in black and white. Neither side is drawn as struck out: one telling is not
an edit of the other.
"""

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.words.run import Run
from toolkit.report.elements import Html, element, joined

_MEANINGS = (
    ("slot", "other words in the same place", "1"),
    ("only", "only here", "+"),
    ("moved", "in another place", "2"),
    ("trivial", "only spelling, capitals or marks", ""),
)


class WordMark(NamedTuple):
    """A stretch of an article: ``kind`` is ``slot``, ``only``, ``moved`` or ``trivial``.

    ``sign`` is the number that both sides of a slot or move have, or a plus.
    """

    start: int
    end: int
    kind: str
    sign: str


def word_marks(runs: Iterable[Run]) -> tuple[list[WordMark], list[WordMark]]:
    """The marks of either side, in the order of the text; what is kept as it is has none."""
    sides: tuple[list[WordMark], list[WordMark]] = ([], [])
    number = 0
    for run in runs:
        if run.kind == "kept" and not run.trivial:
            continue
        both = run.a is not None and run.b is not None
        if run.trivial:
            kind, sign = "trivial", ""
        elif both:
            number += 1
            kind, sign = "moved" if run.kind == "moved" else "slot", str(number)
        else:
            kind, sign = "only", "+"
        for side, passage in zip(sides, (run.a, run.b), strict=True):
            if passage is not None:
                side.append(WordMark(passage.start, passage.end, kind, sign))
    return sorted(sides[0]), sorted(sides[1])


def marked(comparison: Comparison, passage: Passage, marks: Iterable[WordMark]) -> Html:
    """The words of a passage with those marks that lie in it; where two overlap, the first."""
    parts: list[str] = []
    done = passage.start
    for mark in marks:
        start, end = max(mark.start, done), min(mark.end, passage.end)
        if start >= end:
            continue
        parts.append(comparison.words_of(Passage(passage.article, done, start)))
        words = comparison.words_of(Passage(passage.article, start, end))
        parts.append(_mark(words, mark.kind, mark.sign))
        done = end
    parts.append(comparison.words_of(Passage(passage.article, done, passage.end)))
    return joined(parts)


def _mark(words: str, kind: str, sign: str) -> Html:
    # The sign is put after the words by the style sheet, so that they can be copied without it.
    return element("mark", words, class_=kind, **({"data_sign": sign} if sign else {}))


def key() -> Html:
    """What the marks mean."""
    told = [_mark(words, kind, sign) for kind, words, sign in _MEANINGS]
    return element("p", "Marks: ", joined(told, ", "), ".", class_="key")
