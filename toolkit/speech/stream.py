"""Articles as rows of words and marks, each quotation one item: what the rules for speakers read.

A token such as ``it,”`` holds a word, a comma and a quotation mark. What its pieces are depends
on its letters alone, so they are found once per distinct token and gathered for the whole batch.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from toolkit.speech import classes as c
from toolkit.speech.paragraphs import paragraph_starts
from toolkit.speech.quotations import Quotation
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary
from toolkit.text.words import WORD, normal_form

_PIECE = re.compile(rf"(?P<word>[A-Z]-(?:[A-Z][a-z]*\.)+|{WORD.pattern})|[\W_]{{6,}}|\.+|-+|[\W_]")
_MARKS = {",": c.COMMA, ":": c.COLON, ";": c.SEMICOLON, ".": c.STOP, "!": c.STOP, "?": c.STOP}
_MARKS |= dict.fromkeys("–—-", c.DASH) | dict.fromkeys("([", c.OPEN) | dict.fromkeys(")]", c.CLOSE)


_LONGEST = 200  # items to either side that the rules look at


class PieceTable:
    """The pieces of every distinct token of one vocabulary: place, classes, normal form."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.first = np.zeros(1, np.int64)
        self.starts = np.zeros(0, np.int64)
        self.ends = np.zeros(0, np.int64)
        self.bits = np.zeros(0, np.int64)
        self.forms = np.zeros(0, object)

    def extend(self) -> None:
        """Take in the tokens that are new since the last time."""
        fresh = self.vocabulary.entries[len(self.first) - 1 :]
        if not fresh:
            return
        found = [_pieces(token) for token in fresh]
        flat = [piece for pieces in found for piece in pieces]
        counts = np.cumsum([len(pieces) for pieces in found]) + self.first[-1]
        columns = np.array([piece[:3] for piece in flat], np.int64).reshape(-1, 3)
        self.first = np.concatenate((self.first, counts))
        self.starts = np.concatenate((self.starts, columns[:, 0]))
        self.ends = np.concatenate((self.ends, columns[:, 1]))
        self.bits = np.concatenate((self.bits, columns[:, 2]))
        forms = np.empty(len(flat), object)
        forms[:] = [piece[3] for piece in flat]
        self.forms = np.concatenate((self.forms, forms))


def _pieces(token: str) -> list[tuple[int, int, int, str]]:
    found: list[tuple[int, int, int, str]] = []
    for match in _PIECE.finditer(token):
        start, end, surface = match.start(), match.end(), match[0]
        if match["word"] is None:
            if found and start == found[-1][1] and _belongs(surface, token[end:], found[-1]):
                before = found[-1]
                extra = c.POSSESSIVE if surface != "." else 0
                found[-1] = (before[0], end, before[2] | extra, before[3])
                continue
            found.append((start, end, _MARKS.get(surface[0], c.OTHER), surface))
        else:
            form = normal_form(surface)
            bits = c.word_bits(surface, form)
            found.append((start, end, bits, form))
    return found


def _belongs(mark: str, rest: str, before: tuple[int, int, int, str]) -> bool:
    """Whether a mark is part of the word before it: "Mr.", "J.", "the boys'"."""
    bits, form = before[2], before[3]
    if not bits & c.WORD:
        return False
    if mark == ".":
        if not bits & c.CAPITAL:
            return False
        tail = form.rsplit("-", 1)[-1]
        initial = len(form) == 1 and form.isalpha() and form != "i"
        return initial or tail in lexicon.words("titles") or tail in c.grammar("state")
    return mark in "'’" and form.endswith("s") and not rest


@dataclass(slots=True)
class Page:
    """One article as the rules read it: parallel lists with one item per word, mark or quotation.

    ``bits`` are classes (:mod:`toolkit.speech.classes`), ``forms`` normal forms of words (a mark
    is itself), ``starts`` and ``ends`` code points. ``frames`` are the bounds of sentences, none
    of which ends inside a quotation; ``opening`` says which frames open a paragraph. ``seats`` is
    where each quotation stands, ``cues`` where words do that may be reporting verbs or nouns,
    ``names`` where words do that may be names.
    """

    text: str
    bits: list[int]
    forms: list[str]
    starts: list[int]
    ends: list[int]
    frames: list[int]
    opening: list[bool]
    quotations: Sequence[Quotation]
    seats: list[int]
    cues: list[int]
    names: list[int]

    def words(self, first: int, last: int) -> str:
        """The text from one item to before another, letter for letter."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def window(self, frame: int, at: int) -> tuple[int, int]:
        """The bounds of a sentence; of one that is endless, of the stretch around an item."""
        return max(self.frames[frame], at - _LONGEST), min(self.frames[frame + 1], at + _LONGEST)

    def frame_of(self, at: int) -> int:
        """The frame an item stands in."""
        return bisect_right(self.frames, at) - 1


def pages(document: Document, found: Sequence[Sequence[Quotation]]) -> Iterator[Page]:
    """Every article as a page, its quotations each one item."""
    table = document.vocabulary.attached(PieceTable)
    table.extend()
    tokens = document.tokens
    first = table.first[tokens.ids]
    counts = table.first[tokens.ids + 1] - first
    before = np.zeros(len(counts) + 1, np.int64)  # items before each token
    np.cumsum(counts, out=before[1:])
    rows = np.repeat(first - before[:-1], counts) + np.arange(before[-1])
    base = np.repeat(tokens.starts, counts)
    starts, ends, bits = base + table.starts[rows], base + table.ends[rows], table.bits[rows]

    articles = before[tokens.bounds]
    keep = np.ones(len(rows) + 1, bool)
    heads = _fold(found, document, articles, starts, ends, bits, keep)
    place = np.zeros(len(rows) + 1, np.int64)
    np.cumsum(keep[:-1], out=place[1:])
    edges = before[document.sentences]
    frames = np.unique(place[edges[keep[edges]]])
    leads = before[paragraph_starts(document)]
    opening = np.isin(frames, place[leads[keep[leads]]])
    chosen = np.flatnonzero(keep[:-1])
    rows, starts, ends, bits = rows[chosen], starts[chosen], ends[chosen], bits[chosen]
    bounds = place[articles]
    cues, names = np.flatnonzero(bits & (c.CUE | c.NOUN_CUE)), np.flatnonzero(bits & c.NAME)
    cue_bounds, name_bounds = np.searchsorted(cues, bounds), np.searchsorted(names, bounds)
    frame_bounds = np.searchsorted(frames, bounds)
    forms = table.forms[rows]
    for k, quotes in enumerate(found):
        a, b = int(bounds[k]), int(bounds[k + 1])
        inside = slice(int(frame_bounds[k]), int(frame_bounds[k + 1]))
        yield Page(
            document.articles[k].text,
            bits[a:b].tolist(),
            forms[a:b].tolist(),
            starts[a:b].tolist(),
            ends[a:b].tolist(),
            [*(frames[inside] - a).tolist(), b - a],
            opening[inside].tolist(),
            quotes,
            (place[heads[k]] - a).tolist(),
            (cues[cue_bounds[k] : cue_bounds[k + 1]] - a).tolist(),
            (names[name_bounds[k] : name_bounds[k + 1]] - a).tolist(),
        )


def _fold(
    found: Sequence[Sequence[Quotation]],
    document: Document,
    articles: np.ndarray,
    starts: np.ndarray,
    ends: np.ndarray,
    bits: np.ndarray,
    keep: np.ndarray,
) -> list[np.ndarray]:
    """Make each quotation one item: the first of those inside it. Returns where these are."""
    flat = [quote for quotes in found for quote in quotes]
    if flat:
        offsets = np.cumsum([0, *(len(article.text) + 1 for article in document.articles)])
        shift = np.repeat(offsets[:-1], np.diff(articles))
        own = offsets[[quote.article for quote in flat]]
        begin = np.array([quote.start for quote in flat], np.int64)
        end = np.array([quote.end for quote in flat], np.int64)
        lows = np.searchsorted(starts + shift, begin + own)
        highs = np.searchsorted(starts + shift, end + own)
        depth = np.zeros(len(starts) + 1, np.int64)
        np.add.at(depth, np.minimum(lows + 1, highs), 1)
        np.add.at(depth, highs, -1)
        keep[:-1] = np.cumsum(depth)[:-1] == 0
        keep[lows] = True
        bits[lows] = c.QUOTE
        starts[lows], ends[lows] = begin, end
    else:
        lows = np.zeros(0, np.int64)
    cuts = np.cumsum([len(quotes) for quotes in found])[:-1]
    return np.split(lows, cuts) if len(found) else []
