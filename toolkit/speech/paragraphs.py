"""Where paragraphs begin: quotation marks pair up inside them and go on over them."""

import numpy as np

from toolkit.text import segments
from toolkit.text.document import Document


def paragraph_starts(document: Document) -> np.ndarray:
    """The first token of every paragraph of the batch, in order.

    A blank line parts paragraphs. So does the end of a line where a sentence ends too, unless the
    lines of the article are hard-wrapped: most of them stop in the middle of a sentence.

    >>> paragraph_starts(Document.of_texts(["One here.\\nTwo\\nlines.\\n\\nThree."])).tolist()
    [0, 2, 4]
    """
    tokens = document.tokens
    single = np.flatnonzero(tokens.line_ends == 1)
    starts = np.zeros(len(tokens.ids) + 1, bool)
    starts[document.sentences] = True
    bounds = np.searchsorted(single, tokens.bounds)
    inside = ~starts[single]
    share = segments.ratio(segments.sums(inside, bounds), np.diff(bounds))
    kept = starts[single] & ~(share > 0.5)[segments.owners(bounds)]
    first = tokens.bounds[:-1][np.diff(tokens.bounds) > 0]
    return segments.distinct(first, np.flatnonzero(tokens.line_ends >= 2), single[kept])
