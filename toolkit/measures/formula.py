"""What all readability formulas have in common: the counts they sit on, and their record."""

from collections.abc import Callable

import numpy as np

from toolkit.measures import counts
from toolkit.measures.measure import Function, Measure
from toolkit.measures.tally import Rows, once, tally, tally_rows
from toolkit.text.document import Document
from toolkit.text.tokens import Column

OPEN = (float("-inf"), float("inf"))
POSITIVE = (0.0, float("inf"))
GRADE = "US school grade"
HARDER, EASIER = "harder to read", "easier to read"


def _words_or_nan(document: Document, bounds: np.ndarray) -> np.ndarray:
    words = tally(document, bounds, counts.is_word)
    return np.where(words, words, np.nan)


def _sentences_or_nan(document: Document, bounds: np.ndarray) -> np.ndarray:
    words = tally(document, bounds, counts.is_word)
    return np.where(words, once(document, bounds, counts.formula_sentences), np.nan)


def _words_per_sentence(document: Document, bounds: np.ndarray) -> np.ndarray:
    words = tally(document, bounds, counts.is_word)
    return words / once(document, bounds, _sentences_or_nan)


class Counts:
    """The counts of every stretch, each taken when first asked for and kept for other formulas.

    Quotients are NaN for a stretch without words.
    """

    def __init__(self, document: Document, bounds: np.ndarray) -> None:
        self.document, self.bounds = document, bounds

    def of(self, column: Column) -> np.ndarray:
        """A fact on tokens, added up."""
        return tally(self.document, self.bounds, column)

    def where(self, rows: Rows) -> np.ndarray:
        """A number per token, added up."""
        return tally_rows(self.document, self.bounds, rows)

    @property
    def tokens(self) -> np.ndarray:
        """Everything between blanks, words or not."""
        return np.diff(self.bounds)

    @property
    def words(self) -> np.ndarray:
        """Tokens that hold a letter or a digit."""
        return self.of(counts.is_word)

    @property
    def sentences(self) -> np.ndarray:
        """Sentences as the formulas count them."""
        return once(self.document, self.bounds, counts.formula_sentences)

    @property
    def words_per_sentence(self) -> np.ndarray:
        """Words in the average sentence."""
        return once(self.document, self.bounds, _words_per_sentence)

    def per_word(self, count: np.ndarray) -> np.ndarray:
        """Of what is counted, how much the average word has."""
        return count / once(self.document, self.bounds, _words_or_nan)

    def per_sentence(self, count: np.ndarray) -> np.ndarray:
        """Of what is counted, how much the average sentence has."""
        return count / once(self.document, self.bounds, _sentences_or_nan)

    def percent(self, count: np.ndarray) -> np.ndarray:
        """Of what is counted, how much there is in a hundred words."""
        return self.per_word(100 * count)


Formula = Callable[[Counts], np.ndarray]


def function(of: Formula) -> Function:
    """A formula on counts as a measure's function."""

    def values(document: Document, bounds: np.ndarray) -> np.ndarray:
        return of(Counts(document, bounds))

    return values


def record(
    name: str,
    label: str,
    unit: str,
    span: tuple[float, float],
    direction: str,
    formula: str,
    source: str,
    of: Formula,
    *,
    core: bool = False,
    digits: int = 1,
    fewest_words: int = 100,
) -> Measure:
    """The record of a readability formula."""
    return Measure(
        name=name,
        label=label,
        unit=unit,
        range=span,
        direction=direction,
        formula=formula,
        source=source,
        function=function(of),
        family="readability",
        digits=digits,
        fewest_words=fewest_words,
        core=core,
    )
