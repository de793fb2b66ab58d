"""Where words come back: what every measure of lexical diversity is made of.

Two facts are enough: where the same word stood last (:func:`previous`), and how often each
different word occurs in a stretch (:func:`spectrum`). Both come from sorting the words once.
"""

from dataclasses import dataclass

import numpy as np

from toolkit.text.document import Document

_SORTED = "_recurrence_sorted"


def _sorted(document: Document) -> tuple[np.ndarray, np.ndarray]:
    """Positions of all words by word and then place, and whether the word is that before it."""
    space = vars(document)  # as functools.cached_property does
    if _SORTED not in space:
        forms = document.words.forms
        order = _by_form(forms)
        same = np.zeros(len(forms), bool)
        np.equal(forms[order[1:]], forms[order[:-1]], out=same[1:])
        space[_SORTED] = order.astype(np.int32), same
    return space[_SORTED]


def _by_form(forms: np.ndarray) -> np.ndarray:
    """A stable argsort in halves of 16 bits, which numpy sorts by counting and so much faster."""
    order = np.argsort(forms.astype(np.uint16), kind="stable")
    high = (forms >> 16).astype(np.uint16)
    return order[np.argsort(high[order], kind="stable")] if high.any() else order


def previous(document: Document) -> np.ndarray:
    """Where the same word stood last before each word of the batch (-1 at its first).

    >>> previous(Document.of_texts(["a rose is a rose"])).tolist()
    [-1, -1, -1, 0, 1]
    """
    order, same = _sorted(document)
    found = np.full(len(order), -1, np.int64)
    again = np.flatnonzero(same)
    found[order[again]] = order[again - 1]
    return found


def following(document: Document) -> np.ndarray:
    """Where the same word stands next after each word (one past the last word at its last)."""
    order, same = _sorted(document)
    found = np.full(len(order), len(order), np.int64)
    again = np.flatnonzero(same)
    found[order[again - 1]] = order[again]
    return found


@dataclass(frozen=True, slots=True)
class Spectrum:
    """How often each different word occurs in each stretch.

    ``stretches`` and ``times`` have a row for each different word of each stretch;
    ``words`` counts the words of each stretch, ``different`` the different ones.
    """

    stretches: np.ndarray
    times: np.ndarray
    words: np.ndarray
    different: np.ndarray

    def total(self, values: np.ndarray) -> np.ndarray:
        """A value per different word added up over its stretch, in a fixed order."""
        return np.bincount(self.stretches, weights=values, minlength=len(self.words))


def spectrum(document: Document, bounds: np.ndarray) -> Spectrum:
    """The spectrum of every stretch of tokens.

    >>> found = spectrum(Document.of_texts(["a rose is a rose"]), np.array([0, 5]))
    >>> sorted(found.times.tolist()), found.words.tolist(), found.different.tolist()
    ([1, 2, 2], [5], [3])
    """
    edges = document.words.bounds(bounds)
    order, same = _sorted(document)
    count = len(edges) - 1
    owner = np.full(len(order), count, np.int32)
    owner[edges[0] : edges[-1]] = np.repeat(np.arange(count), np.diff(edges))
    stretch = owner[order]
    inside = stretch < count
    if not inside.all():
        word = np.cumsum(~same)[inside]
        stretch = stretch[inside]
        same = np.zeros(len(word), bool)
        np.equal(word[1:], word[:-1], out=same[1:])
    opens = ~same
    opens[1:] |= stretch[1:] != stretch[:-1]
    first = np.flatnonzero(opens)
    stretches = stretch[first]
    return Spectrum(
        stretches=stretches,
        times=np.diff(np.append(first, len(stretch))),
        words=np.diff(edges),
        different=np.bincount(stretches, minlength=count),
    )
