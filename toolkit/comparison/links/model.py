"""How likely two sentences say the same: what is counted, weighed and added up.

Two columns of weights stand in ``model.toml``, which ``python -m
benchmarks.validity.fit_links`` writes. *Alone*: two sentences about which nothing else is known
say the same if they are paraphrases, and what one of them has more counts against it. *Story*:
sentences of two tellings of one story may say the same in few common words, if no other sentence
comes as near and the sentences around them are alike too. How much of a story two tellings share
(:func:`~toolkit.comparison.links.words.common_ground`) says how much each column counts.

A logistic regression, hence nothing but a sum: see :func:`contributions`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from toolkit.comparison.links.features import FEATURES

FILE = Path(__file__).with_name("model.toml")
LIKELY = 0.5  # from this probability on two sentences may be linked


@dataclass(frozen=True, slots=True)
class Weight:
    """What one feature counts for: points (log odds) per spread above the average."""

    average: float
    spread: float
    alone: float = 0.0
    story: float = 0.0


@dataclass(frozen=True)
class Model:
    """Both columns of weights, in the order of ``FEATURES``, and their bases.

    Up to a common ground of ``apart`` only the first column counts, from ``together`` on only
    the second; between them, both in proportion.
    """

    alone: float
    story: float
    apart: float
    together: float
    weights: tuple[Weight, ...]

    @cached_property
    def columns(self) -> np.ndarray:
        """The weights as an array: averages, spreads, and both columns."""
        return np.array([(w.average, w.spread, w.alone, w.story) for w in self.weights]).T

    def share_of_story(self, ground: float) -> float:
        """How much the second column counts, 0 to 1, at this common ground."""
        return min(1.0, max(0.0, (ground - self.apart) / (self.together - self.apart)))


@cache
def model() -> Model:
    """The weights in ``model.toml``."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    weights = (Weight(**table["feature"][feature.name]) for feature in FEATURES)
    return Model(**table["base"], **table["ground"], weights=tuple(weights))


def contributions(values: np.ndarray, ground: float) -> tuple[float, np.ndarray]:
    """The base, and the points (log odds) that each feature of each pair adds to it.

    ``values``: features of pairs (pairs, number of features); the points have the same shape.
    The sum of base and points is 0 where the probability is one half.
    """
    fitted = model()
    story = fitted.share_of_story(ground)
    average, spread, of_alone, of_story = fitted.columns
    worth = (1 - story) * of_alone + story * of_story
    points = worth * (values - average) / spread
    return (1 - story) * fitted.alone + story * fitted.story, points


def probabilities(values: np.ndarray, ground: float) -> np.ndarray:
    """How likely the sentences of each pair say the same, 0 to 1, rounded to nine digits."""
    base, points = contributions(values, ground)
    total = np.full(len(values), base)
    for column in points.T:
        total += column  # one after the other, so that no batch rounds differently
    return np.round(1 / (1 + np.exp(-np.round(np.clip(total, -30, 30), 9))), 9)
