"""Marks set by a person: any line of an article can be made furniture, a heading or text."""

from dataclasses import dataclass, replace

from toolkit.article import Article, Mark
from toolkit.errors import UsageError
from toolkit.reading.furniture import HEADING_KINDS, OWN
from toolkit.reading.lines import lines_of
from toolkit.reading.spans import clear_of

KINDS = (
    OWN,
    *HEADING_KINDS,
    "advert",
    "byline",
    "credit",
    "navigation",
    "newsletter",
    "related",
    "share",
    "source-link",
    "timestamp",
    "other",
)
"""What a line may be made by hand; the first is a line of the article itself."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of an article: its words, and ``article`` or the kind of its mark."""

    text: str
    kind: str


def marked_lines(article: Article, most_words: int = 25) -> list[MarkedLine]:
    """The lines of at most ``most_words`` words, and all that are marked, in text order.

    >>> [(line.text, line.kind) for line in marked_lines(Article("a", "Share\\nIt rained."))]
    [('Share', 'article'), ('It rained.', 'article')]
    """
    kinds = {(mark.start, mark.end): mark.kind for mark in article.marks}
    return [
        MarkedLine(line.text, kinds.get((line.start, line.end), OWN))
        for line in lines_of(article.text)
        if line.n_words <= most_words or (line.start, line.end) in kinds
    ]


def mark_line(article: Article, text: str, kind: str) -> Article:
    """The article with every line that reads ``text`` made one of :data:`KINDS`.

    Raises :class:`UsageError` for another kind, and for words that are no line of it.

    >>> marked = mark_line(Article("a", "Share\\nIt rained."), "Share", "share")
    >>> marked.furniture
    (Mark(start=0, end=5, kind='share'),)
    >>> mark_line(marked, "Share", "article").furniture
    ()
    """
    if kind not in KINDS:
        raise UsageError(f"{kind!r} is no kind of line.", f"Choose one of: {', '.join(KINDS)}.")
    lines = [line for line in lines_of(article.text) if line.text == text]
    if not lines:
        raise UsageError(f"There is no line {text[:60]!r}.", "Copy the whole line.")
    marks = [Mark(line.start, line.end, kind) for line in lines if kind != OWN]
    furniture, headings = (clear_of(old, lines) for old in (article.furniture, article.headings))
    (headings if kind in HEADING_KINDS else furniture).extend(marks)
    return replace(article, furniture=tuple(sorted(furniture)), headings=tuple(sorted(headings)))
