"""Tone: VADER per sentence, and an article's tone as the distribution over its sentences.

VADER's compound saturates on long text (beyond .95 for nearly half of all articles), so it is
never taken over a whole article.
"""

from collections.abc import Callable

import numpy as np

from toolkit.article import Passage
from toolkit.measures.measure import Function, Measure
from toolkit.measures.tally import once
from toolkit.measures.vader import polarity
from toolkit.text.document import Document
from toolkit.text.segments import distinct, means

POSITIVE, NEGATIVE = 0.05, -0.05  # the cuts its authors give (Hutto and Gilbert 2014)


def sentence_tone(document: Document) -> np.ndarray:
    """VADER's compound of every sentence of the batch, -1 to 1; NaN without words.

    >>> sentence_tone(Document.of_texts(["They failed. We won a great victory!"])).tolist()
    [-0.5106, 0.8439]
    """
    return polarity(document, document.sentences)[:, 3]


def most_extreme(document: Document, index: int, count: int = 3) -> list[tuple[Passage, float]]:
    """The sentences of article ``index`` whose tone is farthest from 0, strongest first.

    Sentences of tone 0 are not extreme; the list may be shorter than ``count``.
    """
    first, last = document.article_sentences[index : index + 2]
    tone = sentence_tone(document)[first:last]
    passages = document.sentence_passages(index)
    order = sorted(range(len(passages)), key=lambda k: (-abs(np.nan_to_num(tone[k])), k))
    return [(passages[k], float(tone[k])) for k in order[:count] if abs(tone[k]) > 0]


def _tones(document: Document, bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The tones of all sentences (cut at the bounds) that have one, and the bounds in them."""
    pieces = distinct(document.sentences, bounds)
    pieces = pieces[(pieces >= bounds[0]) & (pieces <= bounds[-1])]
    tone = polarity(document, pieces)[:, 3]
    defined = ~np.isnan(tone)
    before = np.concatenate(([0], np.cumsum(defined)))
    return tone[defined], before[np.searchsorted(pieces, bounds)]


def _over_sentences(of_tone: Callable[[np.ndarray], np.ndarray]) -> Function:
    def function(document: Document, bounds: np.ndarray) -> np.ndarray:
        tones, edges = once(document, bounds, _tones)
        return means(of_tone(tones), edges)

    return function


def _record(
    name: str,
    label: str,
    unit: str,
    span: tuple[float, float],
    direction: str,
    formula: str,
    of_tone: Callable[[np.ndarray], np.ndarray],
) -> Measure:
    return Measure(
        name=name,
        label=label,
        unit=unit,
        range=span,
        direction=direction,
        formula=formula,
        source="Hutto and Gilbert 2014 (VADER, as in NLTK)",
        function=_over_sentences(of_tone),
        family="tone",
        digits=2,
        fewest_words=100,
    )


MEASURES = (
    _record(
        "tone_mean",
        "Tone, mean of sentences",
        "compound",
        (-1.0, 1.0),
        "more positive words",
        "VADER's score of each sentence (from -1 to 1), averaged over the sentences.",
        lambda tone: tone,
    ),
    _record(
        "tone_positive_share",
        "Positive sentences",
        "share",
        (0.0, 1.0),
        "more sentences with a positive tone",
        "The share of sentences that VADER scores 0.05 or higher.",
        lambda tone: (tone >= POSITIVE).astype(float),
    ),
    _record(
        "tone_negative_share",
        "Negative sentences",
        "share",
        (0.0, 1.0),
        "more sentences with a negative tone",
        "The share of sentences that VADER scores -0.05 or lower.",
        lambda tone: (tone <= NEGATIVE).astype(float),
    ),
)
