"""Counts that many measures share, taken once for a document and its bounds.

Forty formulas sit on a dozen counts. Each count is one gather and one reduction; here it is kept
with the document it was taken from, until that document is asked about other bounds.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from toolkit.text.document import Document
from toolkit.text.segments import sums
from toolkit.text.tokens import Column

T = TypeVar("T")
Rows = Callable[[Document], np.ndarray]
"""A document in, a whole number or truth value for each of its tokens out."""

_WHOLE, _BOUNDS, _KEPT = "_tally_whole", "_tally_bounds", "_tally_kept"


def _kept(document: Document, bounds: np.ndarray) -> dict[Callable, Any]:
    """What was taken so far of this document for these bounds; lives as long as the document."""
    space = vars(document)  # as functools.cached_property does: a frozen record has room for notes
    if bounds is document.tokens.bounds:
        return space.setdefault(_WHOLE, {})
    if _KEPT not in space or not np.array_equal(space[_BOUNDS], bounds):
        space[_BOUNDS], space[_KEPT] = bounds.copy(), {}
    return space[_KEPT]


def once(document: Document, bounds: np.ndarray, of: Callable[[Document, np.ndarray], T]) -> T:
    """``of(document, bounds)``, worked out when first asked for.

    What comes back is shared, so an array cannot be written to.
    """
    kept = _kept(document, bounds)
    if of not in kept:
        value = of(document, bounds)
        kept[of] = _read_only(value) if isinstance(value, np.ndarray) else value
    return kept[of]


def hand_on(document: Document, of: Callable[[Document, np.ndarray], T], value: T) -> None:
    """Keep for all of a document what was taken elsewhere, since it cannot be taken from it."""
    _kept(document, document.tokens.bounds)[of] = value


def tally(document: Document, bounds: np.ndarray, of: Column) -> np.ndarray:
    """A fact on tokens added up over each stretch (int64), worked out when first asked for.

    >>> from toolkit.text.tokens import token_lengths
    >>> document = Document.of_texts(["To be", "or not"])
    >>> tally(document, document.tokens.bounds, token_lengths).tolist()
    [4, 5]
    """
    kept = _kept(document, bounds)
    if of not in kept:
        kept[of] = _read_only(sums(document.gather(of), bounds))
    return kept[of]


def tally_rows(document: Document, bounds: np.ndarray, of: Rows) -> np.ndarray:
    """The same for a number per token of the batch (a fact that follows from other facts)."""
    kept = _kept(document, bounds)
    if of not in kept:
        kept[of] = _read_only(sums(of(document), bounds))
    return kept[of]


def _read_only(values: np.ndarray) -> np.ndarray:
    values.flags.writeable = False
    return values
