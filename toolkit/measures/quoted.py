"""Which words stand inside double quotation marks.

The quotations are those of :mod:`toolkit.speech.quotations`. For the share of quoted words, single
marks are left alone, because most of them are apostrophes, and a mark that nothing closes is taken
for a slip and opens nothing.
"""

import numpy as np

from toolkit.measures.tally import once
from toolkit.speech.marks import DOUBLE, GUILLEMET
from toolkit.speech.quotations import UNCLOSED, UNOPENED, quotations
from toolkit.text.document import Document


def spans(document: Document) -> list[tuple[int, int]]:
    """The quotations of the batch, as tokens: first, and one past the last.

    >>> document = Document.of_texts(['He said: "No, not now." She left.', '“Why?” A 6" nail.'])
    >>> spans(document)
    [(2, 5), (7, 8)]
    """
    return [
        seat
        for found in quotations(document)
        for quotation in found
        if quotation.family in (DOUBLE, GUILLEMET)
        and UNCLOSED not in quotation.flags
        and UNOPENED not in quotation.flags
        for seat in quotation.seats
    ]


def quoted(document: Document) -> np.ndarray:
    """True for every token of the batch inside double quotation marks."""
    return once(document, document.tokens.bounds, quoted_tokens)


def quoted_tokens(document: Document, _bounds: np.ndarray) -> np.ndarray:
    """The same, worked out anew."""
    steps = np.zeros(len(document.tokens.ids) + 1, np.int64)
    found = np.array(spans(document), np.int64).reshape(-1, 2)
    np.add.at(steps, found[:, 0], 1)
    np.add.at(steps, found[:, 1], -1)
    return np.cumsum(steps)[:-1] > 0
