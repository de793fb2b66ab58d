"""Which words stand inside double quotation marks.

Marks are followed from left to right in each paragraph of each article. A quotation that goes on
over several paragraphs opens each of them with a mark and closes only the last, as is the custom
in print. A mark that nothing closes before the next one opens or the paragraph ends, and that the
next paragraph does not take up, is taken for a slip and opens nothing. Single marks are left
alone: most of them are apostrophes.
"""

import re
from functools import lru_cache

import numpy as np

from toolkit.text.document import Document

_MARK = re.compile(r"[\"“”„‟«»＂]|''|``")
_WORD = re.compile(r"[^\W_]")
_OPENS, _CLOSES = frozenset("“„«") | {"``"}, frozenset("”»") | {"''"}
OPENS, CLOSES, EITHER = range(3)


def has_mark(tokens: list[str]) -> np.ndarray:
    """1 where a token holds a double quotation mark."""
    return np.fromiter((bool(_MARK.search(t)) for t in tokens), np.uint8, len(tokens))


@lru_cache(maxsize=10_000)
def _marks(token: str) -> tuple[tuple[int, bool, bool], ...]:
    """Each mark of a token: what it does, and whether a word stands before and after it."""
    found = []
    for mark in _MARK.finditer(token):
        before = bool(_WORD.search(token, 0, mark.start()))
        after = bool(_WORD.search(token, mark.end()))
        if mark[0] in _OPENS:
            does = OPENS
        elif mark[0] in _CLOSES:
            does = CLOSES
        elif before != after:
            does = CLOSES if before else OPENS
        else:
            does = EITHER
        found.append((does, before, after))
    return tuple(found)


def spans(document: Document) -> list[tuple[int, int]]:
    """The quotations of the batch, as tokens: first, and one past the last.

    >>> document = Document.of_texts(['He said: "No, not now." She left.', '“Why?” A 6" nail.'])
    >>> spans(document)
    [(2, 5), (7, 8)]
    """
    tokens, entries = document.tokens, document.vocabulary.entries
    marked = np.flatnonzero(document.gather(has_mark))
    paragraphs = np.union1d(tokens.bounds[:-1], np.flatnonzero(tokens.line_ends >= 2))
    found: list[tuple[int, int]] = []
    opened, seat = -1, -1  # the first token of the open quotation, the paragraph it is in
    rows = zip(
        marked.tolist(),
        tokens.ids[marked].tolist(),
        tokens.line_ends[marked].tolist(),
        np.searchsorted(paragraphs, marked, side="right").tolist(),
        np.isin(marked, tokens.bounds).tolist(),
        strict=True,
    )
    for at, number, line_ends, paragraph, opens_article in rows:
        for does, before, after in _marks(entries[number]):
            taken_up = does == OPENS and not before and line_ends > 0 and not opens_article
            if opened >= 0 and paragraph != seat:
                if taken_up and paragraph == seat + 1:
                    found.append((opened, at))
                opened = -1
            if does == OPENS or (does == EITHER and opened < 0):
                if opened < 0 or not taken_up:
                    opened, seat = at + (before and not after), paragraph
            elif opened >= 0:
                found.append((opened, at + (before or not after)))
                opened = -1
    return found


def quoted(document: Document) -> np.ndarray:
    """True for every token of the batch inside double quotation marks."""
    steps = np.zeros(len(document.tokens.ids) + 1, np.int64)
    found = np.array(spans(document), np.int64).reshape(-1, 2)
    np.add.at(steps, found[:, 0], 1)
    np.add.at(steps, found[:, 1], -1)
    return np.cumsum(steps)[:-1] > 0
