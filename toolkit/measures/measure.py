"""The record that stands beside every measure."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from toolkit.measures import validity
from toolkit.measures.validity import Validity
from toolkit.text.document import Document

Function = Callable[[Document, np.ndarray], np.ndarray]
"""A measure: a document and n + 1 token bounds in, n numbers out (NaN where undefined)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a measure is called, what its numbers mean, where it comes from, how far to trust it.

    ``range`` are the least and greatest possible values (infinite where open). ``direction``
    completes the sentence "higher means ...". ``formula`` says in plain words what is added
    and divided. ``fewest_words`` is the length under which the value is shaky and is said to
    be so. ``core`` measures are the few that an interface shows first.
    """

    name: str
    label: str
    unit: str
    range: tuple[float, float]
    direction: str
    formula: str
    source: str
    function: Function
    family: str
    digits: int = 1
    fewest_words: int = 0
    core: bool = True

    @property
    def validity(self) -> tuple[Validity, ...]:
        """How well it agreed with human readers; empty where nobody has labelled such a thing."""
        return validity.of(self.name)

    def __call__(self, document: Document, bounds: np.ndarray | None = None) -> np.ndarray:
        """The measure for every stretch of tokens; for every article if no bounds are given."""
        return self.function(document, document.tokens.bounds if bounds is None else bounds)
