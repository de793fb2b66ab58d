"""The tellings in full, each sentence a place that the findings lead to."""

from toolkit.article import Mark, Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.tables import labels
from toolkit.report.elements import Html, element, joined, section

_HEADINGS = {"headline": "h4", "standfirst": "p", "subheading": "h5"}


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


def sentence_at(comparison: Comparison, telling: int, passage: Passage) -> list[int]:
    """The sentences of a telling that a passage touches."""
    return [
        k
        for k, sentence in enumerate(comparison.sentences[telling])
        if sentence.start < passage.end and passage.start < sentence.end
    ]


def texts(comparison: Comparison) -> Html:
    """Every telling with numbered sentences; page furniture in grey."""
    return section(
        "The texts",
        element(
            "p",
            "Sentences are numbered; what is set in grey is page furniture, which is in no number.",
        ),
        *(_telling(comparison, k, name) for k, name in enumerate(labels(comparison))),
        id_="texts",
    )


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
