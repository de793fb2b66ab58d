"""Measures over a telling's own writing: the same document with copied words taken out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from toolkit.article import Passage
from toolkit.comparison.copying.origin import origin
from toolkit.text.document import Document
from toolkit.text.segments import sums
from toolkit.text.tokens import Tokens

COPIED = ("verbatim", "near-verbatim")
LEAST_OWN = 0.5
"""The share of a sentence's words that must be left for the sentence to count."""


def own_writing(
    document: Document,
    sources: Sequence[int] | None = None,
    copied: Sequence[str] = COPIED,
    least_own: float = LEAST_OWN,
) -> Document:
    """The document with every telling's copied words taken out; see :func:`without`.

    A telling is held against all others, or against articles ``sources``, which then stay
    whole. ``copied`` names the :data:`~toolkit.comparison.copying.origin.ORIGINS` that are not own.
    """
    tellings = [k for k in range(len(document.articles)) if k not in (sources or ())]
    passages = [
        passage
        for telling in tellings
        for passage in origin(document, telling, sources).of(*copied)
    ]
    return without(document, passages, least_own)


def without(
    document: Document, passages: Iterable[Passage], least_own: float = LEAST_OWN
) -> Document:
    """The document without the words of ``passages``; every measure runs on it as on any other.

    Articles and offsets stay as they are, and so do the ends of sentences. A sentence that has
    lost words counts with those it still has, if they are at least ``least_own`` of it: a *he
    said* left over from a copied quote would otherwise pass for a very easy sentence. With 0,
    every word counts that is not in ``passages``. A token of several words, such as *UK/US*,
    goes when all of them do; a token without words goes with the one before it.

    >>> document = Document.of_texts(["Ducks swim. The bridge was shut, he said."])
    >>> left = without(document, [Passage("1", 12, 31)], least_own=0)
    >>> [left.vocabulary.entries[token] for token in left.tokens.ids]
    ['Ducks', 'swim.', 'he', 'said.']
    >>> [left.articles[0].words_of(passage) for passage in left.sentence_passages(0)]
    ['Ducks swim.', 'he said.']
    """
    gone = _gone_tokens(document, passages)
    tokens, sentences = document.tokens, document.sentences
    words = _words_per_token(document)
    before, left = sums(words, sentences), sums(np.where(gone, 0, words), sentences)
    remnants = (left < before) & (left < least_own * before)
    gone |= np.repeat(remnants, np.diff(sentences))
    kept = np.flatnonzero(~gone)
    if len(kept) == len(gone):
        return document
    return replace(
        document,
        tokens=Tokens(
            tokens.ids[kept],
            tokens.starts[kept],
            tokens.ends[kept],
            _line_ends(tokens.line_ends, kept),
            np.searchsorted(kept, tokens.bounds),
        ),
        given_sentences=np.unique(np.searchsorted(kept, sentences)),
    )


def _words_per_token(document: Document) -> np.ndarray:
    return np.bincount(document.words.tokens, minlength=len(document.tokens.ids))


def _gone_tokens(document: Document, passages: Iterable[Passage]) -> np.ndarray:
    """True for tokens all of whose words lie in passages, and for bare marks after them."""
    words = document.words
    numbers = {article.id: k for k, article in enumerate(document.articles)}
    copied = np.zeros(len(words.forms), bool)
    for passage in passages:
        first, last = document.article_words[numbers[passage.article] :][:2].tolist()
        begin = first + np.searchsorted(words.starts[first:last], passage.start)
        end = first + np.searchsorted(words.ends[first:last], passage.end, "right")
        copied[begin:end] = True
    count = _words_per_token(document)
    gone = np.bincount(words.tokens[copied], minlength=len(count)) == count
    # A token without words follows the nearest one with words before it in its sentence.
    bare = np.flatnonzero(count == 0)
    gone[bare] = False
    firsts = np.zeros(len(count) + 1, bool)
    firsts[document.sentences] = True
    for token in bare.tolist():
        gone[token] = not firsts[token] and gone[token - 1]
    return gone


def _line_ends(line_ends: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """For each token that is left, the most lines that end at once since the one before it."""
    if not len(kept):
        return line_ends[:0]
    starts = np.concatenate(([0], kept[:-1] + 1))
    return np.maximum.reduceat(line_ends[: kept[-1] + 1], starts)
