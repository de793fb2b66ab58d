"""Difficulty: nine things that can be counted, weighed by what teachers find hard, added up.

The weights stand in ``difficulty.toml``, which ``python -m benchmarks.validity.fit_difficulty``
writes from the judgements of teachers on school texts (CLEAR, Crossley et al. 2022). A score is
nothing but the base and the points that each feature adds or takes, so it can always be told why
one text scores higher than another.

The scale: the average school text of that set has 50 points, and two in three of them lie between
40 and 60. Higher means harder.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from toolkit.measures import difficulty_features
from toolkit.measures.difficulty_features import FEATURES, Feature
from toolkit.measures.measure import Measure
from toolkit.text.document import Document

if TYPE_CHECKING:
    import pandas as pd

FILE = Path(__file__).with_name("difficulty.toml")


@dataclass(frozen=True, slots=True)
class Weight:
    """What one feature counts for.

    ``average`` and ``spread`` (standard deviation) are those of the school texts; ``points`` is
    what a text gets that has one spread more than the average.
    """

    average: float
    spread: float
    points: float

    def of(self, value: np.ndarray) -> np.ndarray:
        """Points for values of the feature; an undefined value counts as average."""
        return np.nan_to_num(self.points * (value - self.average) / self.spread)


@dataclass(frozen=True, slots=True)
class Model:
    """The base and a weight for each feature, in the order of ``FEATURES``."""

    base: float
    weights: tuple[Weight, ...]


@cache
def model() -> Model:
    """The weights in ``difficulty.toml``."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    weights = (table["feature"][feature.name] for feature in FEATURES)
    return Model(table["base"], tuple(Weight(**weight) for weight in weights))


def contributions(
    document: Document, bounds: np.ndarray | None = None
) -> tuple[list[str], np.ndarray]:
    """The labels of the features, and the points that each adds to the score of each stretch.

    An array (n, number of features), for every article if no bounds are given. The score is the
    base (:func:`model`) plus the points. NaN for a stretch without words; a feature that is not
    defined for a stretch with words (the spread of a single sentence) adds 0.

    >>> labels, points = contributions(Document.of_texts(["The cat sat on the mat.", ""]))
    >>> len(labels), points.shape, bool(np.isnan(points[1]).all())
    (9, (2, 9), True)
    """
    bounds = document.tokens.bounds if bounds is None else bounds
    values = difficulty_features.values(document, bounds)
    points = [weight.of(values[:, k]) for k, weight in enumerate(model().weights)]
    wordless = np.diff(document.words.bounds(bounds)) == 0
    return [feature.label for feature in FEATURES], np.where(
        wordless[:, None], np.nan, np.stack(points, axis=1)
    )


def score(document: Document, bounds: np.ndarray) -> np.ndarray:
    """The base plus all points; NaN for a stretch without words."""
    total = np.full(len(bounds) - 1, model().base)
    for points in contributions(document, bounds)[1].T:
        total += points  # one after the other, so that no batch rounds differently
    return total


@dataclass(frozen=True, slots=True)
class Driver:
    """One feature of one article: its value, that of the average school text, the points it adds.

    ``value`` and ``average`` are as a person would say them (words, letters, percent); ``value``
    is NaN where the feature is not defined.
    """

    feature: Feature
    value: float
    average: float
    points: float


def drivers(document: Document, index: int) -> list[Driver]:
    """What drove the score of article ``index``, the most points (up or down) first.

    Empty for an article without words, which has no score.

    >>> document = Document.of_texts(["Parliamentary negotiations deteriorated."])
    >>> drivers(document, 0)[0].feature.label
    'Rare words'
    """
    bounds = document.tokens.bounds[index : index + 2]
    values = difficulty_features.values(document, bounds)[0].tolist()
    points = contributions(document, bounds)[1][0].tolist()
    found = [
        Driver(feature, feature.shown(value), feature.shown(weight.average), added)
        for feature, weight, value, added in zip(
            FEATURES, model().weights, values, points, strict=True
        )
        if not isnan(added)
    ]
    return sorted(found, key=lambda driver: -abs(driver.points))


def in_words(feature: Feature, value: float) -> str:
    """A value of a feature as it is shown in a table.

    >>> in_words(FEATURES[0], 4.4689), in_words(FEATURES[1], 30.12), in_words(FEATURES[1], 0.876)
    ('4.5', '30%', '0.9%')
    """
    if isnan(value):
        return "not defined"
    if feature.percent:
        return f"{value:.0f}%" if value >= 10 else f"{value:.1f}%"
    return f"{value:.1f}"


def drivers_table(document: Document, index: int) -> "pd.DataFrame":
    """:func:`drivers` as a pandas data frame in plain words, the base first and the score last."""
    import pandas as pd

    found = drivers(document, index)
    rows = [("The average school text", "", "", model().base)]
    rows += [
        (
            driver.feature.label,
            in_words(driver.feature, driver.value),
            in_words(driver.feature, driver.average),
            driver.points,
        )
        for driver in found
    ]
    total = model().base + sum(driver.points for driver in found) if found else float("nan")
    rows.append(("This article", "", "", total))
    return pd.DataFrame(rows, columns=["what", "here", "average school text", "points"])


MEASURES = (
    Measure(
        name="difficulty",
        label="Difficulty (composite)",
        unit="points",
        range=(float("-inf"), float("inf")),
        direction="harder to read",
        formula="50 for the average school text, and for each of nine features points added or"
        " taken away as the text has more or less of it than that average: how common its words"
        " are, rare and unfamiliar words, the mix of word lengths, prepositions, linking words,"
        " the length and the mix of sentences, and words that come again. Two in three school"
        " texts lie between 40 and 60.",
        source="our own; weights fitted on CLEAR (Crossley et al. 2022), checked across authors",
        function=score,
        family="readability",
        fewest_words=100,
    ),
)
