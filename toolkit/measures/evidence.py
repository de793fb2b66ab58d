"""What a number was counted from: the inputs of any measure, each with its passages.

A measure reads facts on tokens (`Document.gather`) and adds them up. Here it is run once more
on a document that remembers which facts were asked for, so that no measure has to say twice what
it counts, and what is shown is what was really used.
"""

from dataclasses import dataclass, fields

import numpy as np

from toolkit.article import Passage
from toolkit.measures import counts, difficulty_reading
from toolkit.measures.measure import Measure
from toolkit.text.document import Document
from toolkit.text.tokens import Column

# What a fact is called where its own name, "commas", would not do.
LABELS: dict[Column, str] = {
    counts.is_word: "words",
    counts.syllables: "syllables",
    counts.polysyllables: "words of three syllables or more",
    counts.unfamiliar: "words not on the Dale-Chall list",
    counts.complex_words: "unfamiliar words of three syllables or more",
    counts.letters: "letters and digits",
    counts.characters: "characters",
    counts.long_words: "words of more than six letters",
    counts.terminators: "places with . ! or ?",
    difficulty_reading.capitals: "words with a capital letter",
}


# Facts of several kinds in one number, the lowest bit of which is the one to count.
_BITS = (counts.terminators, difficulty_reading.capitals)


@dataclass(frozen=True, slots=True)
class Counted:
    """One token that a measure counted, where it stands, and what it counted for."""

    passage: Passage
    value: float


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a measure counts in an article: what it is, its sum, and every token counted."""

    label: str
    total: float
    counted: tuple[Counted, ...]


@dataclass(frozen=True)
class _Watched(Document):
    """A document that remembers which facts were asked for."""

    def gather(self, of: Column) -> np.ndarray:
        asked = self.__dict__.setdefault("asked", [])
        if of not in asked:
            asked.append(of)
        return super().gather(of)


def inputs(measure: Measure, document: Document, article: int) -> list[Input]:
    """Everything that ``measure`` counted in one article of the document.

    Facts that are no whole numbers (the valences behind tone) are left out, as are tokens that
    count for nothing.

    >>> from toolkit.measures.catalogue import measure
    >>> document = Document.of_texts(["The international bridge fell."])
    >>> [(i.label, i.total) for i in inputs(measure("smog_index"), document, 0)][0]
    ('words of three syllables or more', 1.0)
    """
    watched = _Watched(**{f.name: getattr(document, f.name) for f in fields(Document)})
    measure(watched)
    first, last = document.tokens.bounds[article : article + 2]
    found = []
    asked = [c for c in watched.__dict__.get("asked", []) if document.gather(c).dtype.kind in "iub"]
    # Words and sentence ends are in every formula; what is its own comes first.
    for column in sorted(asked, key=(counts.is_word, counts.terminators).__contains__):
        values = document.gather(column)[first:last]
        if column in _BITS:
            values = values & 1
        at = np.flatnonzero(values) + first
        found.append(
            Input(
                LABELS.get(column, column.__name__.strip("_").replace("_", " ")),
                float(values.sum()),
                tuple(
                    Counted(_token_passage(document, article, int(k)), float(values[k - first]))
                    for k in at
                ),
            )
        )
    return found


def _token_passage(document: Document, article: int, token: int) -> Passage:
    name = document.articles[article].id
    return Passage(name, int(document.tokens.starts[token]), int(document.tokens.ends[token]))


def per_sentence(measure: Measure, document: Document, article: int) -> list[float]:
    """The measure of each sentence of one article by itself; NaN where undefined.

    >>> from toolkit.measures.catalogue import measure
    >>> document = Document.of_texts(["Go on. International negotiations continue."])
    >>> [round(x, 1) for x in per_sentence(measure("flesch_kincaid_grade"), document, 0)]
    [-3.0, 36.7]
    """
    first, last = document.article_sentences[article : article + 2]
    return measure(document, document.sentences[first : last + 1]).tolist()
