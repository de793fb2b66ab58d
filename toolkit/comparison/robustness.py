"""Does a number survive a few sentences more or less? Resampling of sentences (Efron 1979).

An article is one sample of the sentences its outlet might have printed. Drawing its sentences
again and again, with repetition, and measuring each draw shows how far a value would move by
chance. A gap between two tellings that is smaller than this says little.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from toolkit.measures.measure import Measure
from toolkit.measures.quoted import quoted, quoted_tokens
from toolkit.measures.tally import hand_on
from toolkit.text.document import Document
from toolkit.text.tokens import Tokens

DRAWS = 400
FEWEST_DRAWS = 20
FEWEST_SENTENCES = 5
_MOST_TOKENS = 8_000_000  # drawn in all; longer texts get fewer draws, which suffices for them
MIDDLE = 0.9  # of the draws lie between low and high


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the middle 90% of the draws lie.

    NaN for fewer than five sentences, and for texts too long to be drawn twenty times.
    """

    low: float
    high: float


def intervals(document: Document, measure: Measure, draws: int = DRAWS) -> list[Interval]:
    """For every article, the interval of a measure over redrawn sentences.

    The draws are pseudo-random and the same in every run. Meant for measures that do not
    depend on the order of sentences (readability, tone), not for MTLD.

    >>> from toolkit.measures.catalogue import measure
    >>> document = Document.of_texts(["A dog ran. " * 3 + "A considerable calamity happened. " * 3])
    >>> found = intervals(document, measure("flesch_kincaid_grade"))[0]
    >>> found.low < measure("flesch_kincaid_grade")(document).item() < found.high
    True
    """
    result = []
    for k in range(len(document.articles)):
        first, last = document.article_sentences[k : k + 2].tolist()
        length = int(np.diff(document.tokens.bounds[k : k + 2])[0])
        times = min(draws, _MOST_TOKENS // max(1, length))
        if last - first < FEWEST_SENTENCES or times < FEWEST_DRAWS:
            result.append(Interval(float("nan"), float("nan")))
            continue
        values = measure(_redrawn(document, first, last, times))
        values = np.sort(values[~np.isnan(values)])
        margin = int(len(values) * (1 - MIDDLE) / 2)
        low, high = (values[margin], values[-1 - margin]) if len(values) else (np.nan, np.nan)
        result.append(Interval(float(low), float(high)))
    return result


def overlaps(one: Interval, other: Interval) -> bool:
    """Whether two intervals have a value in common; undefined ones are taken to."""
    return not (one.low > other.high or other.low > one.high)


def _redrawn(document: Document, first: int, last: int, draws: int) -> Document:
    """A document whose articles are draws of the sentences ``first`` to ``last`` of another.

    It has no texts: its offsets lead nowhere, and only its numbers are of use.
    """
    count = last - first
    random = Random(count)
    picks = np.array([first + int(random.random() * count) for _ in range(count * draws)])
    lengths = np.diff(document.sentences)[picks]
    sentences = np.concatenate(([0], np.cumsum(lengths)))
    within = np.arange(sentences[-1]) - np.repeat(sentences[:-1], lengths)
    rows = np.repeat(document.sentences[picks], lengths) + within
    redrawn = Document(
        articles=(),
        vocabulary=document.vocabulary,
        tokens=_gathered(document.tokens, rows, sentences[::count]),
        given_sentences=sentences,
    )
    hand_on(redrawn, quoted_tokens, quoted(document)[rows])  # marks that open far away
    return redrawn


def _gathered(tokens: Tokens, rows: np.ndarray, bounds: np.ndarray) -> Tokens:
    return Tokens(
        tokens.ids[rows], tokens.starts[rows], tokens.ends[rows], tokens.line_ends[rows], bounds
    )


def gap_words(label: str, names: Sequence[str], found: Sequence[Interval]) -> str:
    """One plain sentence on which gaps between tellings survive redrawing; "" for one telling.

    >>> gap_words("LIX", ["A", "B"], [Interval(30, 40), Interval(38, 45)])
    'The gap is small: with other sentences of the same kind, the order by LIX could change.'
    """
    pairs = [(i, j) for i in range(len(names)) for j in range(i + 1, len(names))]
    firm = [f"{names[i]} and {names[j]}" for i, j in pairs if not overlaps(found[i], found[j])]
    if not pairs:
        return ""
    if len(firm) == len(pairs):
        return f"The order by {label} stays the same when the sentences are redrawn by chance."
    if firm:
        return (
            f"Redrawn by chance, only these keep their order by {label}: {'; '.join(firm)}."
            " The other gaps are too small to tell."
        )
    gaps = "gap is" if len(pairs) == 1 else "gaps are"
    return (
        f"The {gaps} small: with other sentences of the same kind, the order by {label}"
        " could change."
    )
