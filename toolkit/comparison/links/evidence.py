"""Why two sentences were linked: the words, numbers and names they share, what is left over, and
how much each thing that was counted adds to the similarity.
"""

from dataclasses import dataclass

import numpy as np

from toolkit.article import Passage
from toolkit.comparison.links.alignment import Link
from toolkit.comparison.links.candidates import Measured
from toolkit.comparison.links.features import FEATURES, Feature
from toolkit.comparison.links.model import contributions, probabilities
from toolkit.comparison.links.words import Roots
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.word_frequency import content

WORDS, NUMBERS, NAMES = "words", "numbers", "names"


@dataclass(frozen=True, slots=True)
class Matched:
    """Words of one kind in the linked sentences, first those of A, then those of B.

    ``both`` have a partner in the other telling's sentences, ``left`` have none.
    """

    both: tuple[Passage, ...]
    left: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What one feature adds to (or takes from) the log odds that two sentences say the same."""

    feature: Feature
    value: float
    points: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """How sentence ``a`` and sentence ``b`` were weighed: most points, up or down, first.

    ``base`` and all points add up to 0 where ``similarity`` is one half.
    """

    a: int
    b: int
    base: float
    points: tuple[Point, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """What speaks for a link and what against it.

    ``words`` are words that say what a sentence is about, no grammar words; names and numbers
    stand by themselves. A link of one sentence and several has a weighing for each of them.
    """

    words: Matched
    numbers: Matched
    names: Matched
    weighings: tuple[Weighing, ...]


def evidence(document: Document, a: int, b: int, link: Link) -> LinkEvidence:
    """The evidence for a link between articles ``a`` and ``b`` of a document.

    Words count as partners when their roots are equal (:mod:`~toolkit.comparison.links.words`).

    >>> from toolkit.comparison.links.alignment import align
    >>> document = Document.of_texts(
    ...     ["Nobody was hurt. All bridges in Saltmere closed.", "The bridge in Saltmere closes."]
    ... )
    >>> found = evidence(document, 0, 1, align(document, 0, 1).links[0])
    >>> [document.articles[int(p.article) - 1].words_of(p) for p in found.words.both]
    ['bridges', 'closed', 'bridge', 'closes']
    >>> [document.articles[int(p.article) - 1].words_of(p) for p in found.names.both]
    ['Saltmere', 'Saltmere']
    """
    sides = [_Side(document, a, link.a), _Side(document, b, link.b)]
    names = {form for article in (a, b) for form in _name_forms(document, article)}
    kinds = [side.kinds(names) for side in sides]
    shared = set(sides[0].roots) & set(sides[1].roots)

    def matched(kind: str) -> Matched:
        found: dict[bool, list[Passage]] = {True: [], False: []}
        for side, of in zip(sides, kinds, strict=True):
            for passage, root, own in zip(side.passages, side.roots, of, strict=True):
                if own == kind:
                    found[root in shared].append(passage)
        return Matched(tuple(found[True]), tuple(found[False]))

    return LinkEvidence(
        matched(WORDS), matched(NUMBERS), matched(NAMES), _weighings(document, a, b, link)
    )


def _weighings(document: Document, a: int, b: int, link: Link) -> tuple[Weighing, ...]:
    rows, cols = (x.ravel() for x in np.meshgrid(link.a, link.b, indexing="ij"))
    measured = Measured.of(document, a, b, (rows, cols))
    base, points = contributions(measured.values, measured.ground)
    likely = probabilities(measured.values, measured.ground)
    return tuple(
        Weighing(
            int(rows[k]),
            int(cols[k]),
            base,
            tuple(
                sorted(
                    map(Point, FEATURES, measured.values[k].tolist(), points[k].tolist()),
                    key=lambda point: -abs(point.points),
                )
            ),
            float(likely[k]),
        )
        for k in range(len(rows))
    )


class _Side:
    """The words of the linked sentences of one telling: passages, forms, roots."""

    def __init__(self, document: Document, article: int, sentences: tuple[int, ...]) -> None:
        first = int(document.article_sentences[article])
        edges = document.sentence_words
        at = np.concatenate([np.arange(edges[first + k], edges[first + k + 1]) for k in sentences])
        words = document.words
        forms = words.forms[at]
        self.text = document.articles[article].text
        self.passages = [
            Passage(document.articles[article].id, start, end)
            for start, end in zip(words.starts[at].tolist(), words.ends[at].tolist(), strict=True)
        ]
        self.forms = [document.word_forms.entries[form] for form in forms.tolist()]
        self.roots = document.word_forms.attached(Roots).table()[forms, 0].tolist()

    def kinds(self, names: set[str]) -> list[str]:
        """Of each word: a number, a name, a word that says something, or nothing of these."""
        numbers = lexicon.words("number_words")
        says = content(self.forms).tolist()
        found = []
        for passage, form, tells in zip(self.passages, self.forms, says, strict=True):
            if form in numbers or any(map(str.isdigit, form)):
                found.append(NUMBERS)
            elif form in names and self.text[passage.start].isupper():
                found.append(NAMES)
            else:
                found.append(WORDS if tells else "")
        return found


def _name_forms(document: Document, article: int) -> list[str]:
    """Word forms that have a capital inside a sentence of the article, grammar words left out."""
    first, last = document.article_words[article : article + 2].tolist()
    starts = document.words.starts[first:last].tolist()
    opening = set(document.sentence_words.tolist())
    text = document.articles[article].text
    inside = [
        k for k in range(first, last) if k not in opening and text[starts[k - first]].isupper()
    ]
    entries = document.word_forms.entries
    forms = sorted({entries[form] for form in document.words.forms[inside].tolist()})
    return [form for form, tells in zip(forms, content(forms).tolist(), strict=True) if tells]
