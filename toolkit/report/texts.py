"""The tellings in full, each sentence a place that the findings lead to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from toolkit.article import Mark, Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.tables import labels
from toolkit.report.elements import Html, element, joined
from toolkit.report.parts import Part

_HEADINGS = {"headline": "h4", "standfirst": "p", "subheading": "h4"}


def place(telling: int, sentence: int) -> str:
    """The name of a sentence within the report.

    >>> place(0, 3)
    't1s4'
    """
    return f"t{telling + 1}s{sentence + 1}"


def reference(telling: int, sentences: tuple[int, ...] | list[int]) -> Html:
    """The numbers of sentences, each a link to its words in the text.

    >>> reference(0, (3,))
    '<a href="#t1s4">4</a>'
    """
    return joined(
        (element("a", str(k + 1), href=f"#{place(telling, k)}") for k in sentences), " + "
    )


def sentences_at(comparison: Comparison, telling: int, passage: Passage) -> range:
    """The sentences of a telling that a passage touches."""
    sentences = comparison.sentences[telling]
    return range(
        bisect_right(sentences, passage.start, key=lambda sentence: sentence.end),
        bisect_left(sentences, passage.end, key=lambda sentence: sentence.start),
    )


def references(comparison: Comparison, telling: int, passages: Iterable[Passage]) -> Html:
    """The numbers of all sentences that passages touch, each a link to its words."""
    touched = {k for passage in passages for k in sentences_at(comparison, telling, passage)}
    return joined((reference(telling, [k]) for k in sorted(touched)), ", ")


def cited(comparison: Comparison, telling: int, passage: Passage, words: str = "") -> Html:
    """The words of a passage (or ``words`` in their place) after the numbers of its sentences."""
    numbers = references(comparison, telling, [passage])
    shown = words or comparison.words_of(passage)
    return joined((element("span", numbers, class_="at"), shown), " ")


def texts(comparison: Comparison) -> Part:
    """Every telling with numbered sentences; page furniture in grey."""
    note = element(
        "p", "Sentences are numbered; what is set in grey is page furniture, which is in no number."
    )
    told = [_telling(comparison, k, name) for k, name in enumerate(labels(comparison))]
    return Part("The texts", "texts", (note, *told))


def _telling(comparison: Comparison, k: int, name: str) -> Html:
    article = comparison.articles[k]
    parts: list[tuple[Passage | Mark, int]] = [
        (passage, n) for n, passage in enumerate(comparison.sentences[k])
    ]
    parts += [(mark, -1) for mark in article.marks]
    paragraphs: list[list[Html]] = [[]]
    done = 0
    for part, number in sorted(parts, key=lambda pair: pair[0].start):
        between = article.text[min(done, part.start) : part.start]
        if isinstance(part, Mark):
            shown = _mark(part, article.words_of(part))
            paragraphs += [[shown], []]
        else:
            if "\n" in between or "\r" in between:
                paragraphs.append([])
            paragraphs[-1].append(_sentence(k, number, article.words_of(part)))
        done = part.end
    body = [
        line[0] if len(line) == 1 and not line[0].startswith("<span") else
        element("p", joined(line, " "))
        for line in paragraphs
        if line
    ]  # fmt: skip
    about = ", ".join(filter(None, (article.author, article.published, article.url)))
    return element(
        "article", element("h3", name), element("p", about, class_="about"), *body, class_="telling"
    )


def _mark(mark: Mark, words: str) -> Html:
    if mark.kind in _HEADINGS:
        return element(_HEADINGS[mark.kind], words, class_=mark.kind)
    kind = element("span", mark.kind, class_="kind")
    return element("p", kind, " ", words, class_="furniture")


def _sentence(telling: int, number: int, words: str) -> Html:
    return element(
        "span",
        element("span", str(number + 1), class_="sentence-number"),
        " ",
        words,
        id=place(telling, number),
        class_="sentence",
    )
