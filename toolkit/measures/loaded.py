"""Loaded words: words that bring an evaluation or a heat that a plain word would not.

"The regime slammed the plan" and "the government criticised the plan" tell of one event. Our lists
hold three kinds of such words: judgements ("disgraceful", "heroic"), drama ("slammed", "utterly")
and labels ("regime", "so-called"). A word in quotation marks is its speaker's and is counted apart.

A list does not know the sentence: the right word for a disgrace may be "disgraceful". That a word
is loaded is said of the word, never of whoever wrote it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from toolkit.article import Passage
from toolkit.measures.counts import is_word
from toolkit.measures.measure import Measure
from toolkit.measures.phrases import Found, PhraseTable
from toolkit.measures.quoted import quoted
from toolkit.measures.sentence_lengths import share_with
from toolkit.measures.tally import once, tally_rows
from toolkit.text.document import Document
from toolkit.text.segments import ratio

DRAMA, JUDGEMENT, LABEL = KINDS = ("drama", "judgement", "label")


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A loaded word or phrase in its place: its kind, and whether it stands in a quotation."""

    passage: Passage
    kind: str
    quoted: bool


@cache
def _table() -> PhraseTable:
    return PhraseTable(("loaded_drama", "loaded_judgements", "loaded_labels"))


def loaded_words(document: Document, article: int) -> Iterator[LoadedWord]:
    """The loaded words of one article, in text order.

    >>> document = Document.of_texts(["The regime slammed it. “Utterly shameful,” he said."])
    >>> [(word.kind, word.quoted) for word in loaded_words(document, 0)]
    [('label', False), ('drama', False), ('drama', True), ('judgement', True)]
    """
    found, inside = once(document, document.tokens.bounds, _found)
    begin = int(np.searchsorted(found.firsts, document.article_words[article]))
    for k, (kind, passage) in enumerate(found.passages(document, article), begin):
        yield LoadedWord(passage, KINDS[kind], bool(inside[k]))


def _found(document: Document, _bounds: np.ndarray) -> tuple[Found, np.ndarray]:
    """All loaded words of a batch, and which of them stand in quotation marks."""
    found = _table().find(document)
    return found, quoted(document)[document.words.tokens[found.firsts]]


def _own_words(document: Document) -> np.ndarray:
    return (document.gather(is_word) > 0) & ~quoted(document)


def _quoted_words(document: Document) -> np.ndarray:
    return (document.gather(is_word) > 0) & quoted(document)


def _rate(document: Document, bounds: np.ndarray, *, in_quotes: bool) -> np.ndarray:
    found, inside = once(document, document.tokens.bounds, _found)
    places = found.firsts[inside == in_quotes]
    count = np.diff(np.searchsorted(places, document.words.bounds(bounds)))
    words = tally_rows(document, bounds, _quoted_words if in_quotes else _own_words)
    return ratio(1000 * count, words)


def _sentence_share(document: Document, bounds: np.ndarray) -> np.ndarray:
    found, inside = once(document, document.tokens.bounds, _found)
    return share_with(document, bounds, document.words.tokens[found.firsts[~inside]])


# The fields of a record in their order; what they all have in common is here.
_record = partial(Measure, family="loaded", digits=1, fewest_words=100, core=False)

_SOURCE = "Wiebe et al. 2004; Recasens et al. 2013; Spinde et al. 2021. The lists are ours"

MEASURES = (
    _record(
        "loaded_words",
        "Loaded words",
        "in 1,000 words",
        (0.0, float("inf")),
        "more words that judge or heat up, where plain ones would do",
        "The judgements (“disgraceful”), drama (“slammed”, “utterly”) and labels (“regime”) in a"
        " thousand words, by lists. Words in double quotation marks are left out of both: they are"
        " a speaker's.",
        _SOURCE,
        partial(_rate, in_quotes=False),
    ),
    _record(
        "loaded_words_quoted",
        "Loaded words in quotations",
        "in 1,000 words",
        (0.0, float("inf")),
        "more such words in what speakers are quoted as saying",
        "The same for the words inside double quotation marks only.",
        _SOURCE,
        partial(_rate, in_quotes=True),
    ),
    _record(
        "loaded_sentences",
        "Sentences with a loaded word",
        "share",
        (0.0, 1.0),
        "more sentences with a loaded word outside quotation marks",
        "The share of sentences that hold at least one loaded word that is not quoted.",
        _SOURCE,
        _sentence_share,
        digits=2,
    ),
)
