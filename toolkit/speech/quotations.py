"""Quotation marks paired: which stretches of an article stand in marks, in any house style.

Marks are followed from left to right in each paragraph. A quotation that goes on over several
paragraphs opens each of them with a mark and closes only the last. Marks of another kind inside
a quotation are nested in it. A single mark counts only where a later one closes it, because most
single marks are apostrophes. What is never closed ends with its paragraph, or with its sentence
where another quotation opens in the paragraph, and is flagged; nothing is ever an error.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from toolkit.speech.marks import (
    ANGLE,
    BLOCK,
    CLOSES,
    DOUBLE,
    EITHER,
    OPENS,
    SINGLE,
    Place,
    closed_inside,
    closed_next,
    has_mark,
    is_single,
    marks_of,
    may_close,
    may_open,
    means_inches,
)
from toolkit.speech.paragraphs import paragraph_starts
from toolkit.speech.single_marks import SingleClosers
from toolkit.text.document import Document

UNCLOSED, UNOPENED, REPEATED, NESTED = "unclosed", "unopened", "repeated-opener", "nested"
DISPLACED = "displaced-opener"  # at the word before, as in: he said." No,"
IN_BLOCK = "block"


@dataclass(slots=True)
class Quotation:
    """A stretch in quotation marks.

    ``start`` and ``end`` are the code points of the stretch with its marks, ``parts`` those of the
    words inside, one for each paragraph, and ``seats`` the tokens (of the batch) that hold each
    part: the first, and one past the last. ``family`` is the kind of mark that opened it.
    """

    article: int
    start: int
    end: int
    parts: list[tuple[int, int]]
    seats: list[tuple[int, int]]
    family: int
    flags: tuple[str, ...] = ()


def quotations(document: Document) -> list[list[Quotation]]:
    """The quotations of every article, in text order; one list per article.

    >>> document = Document.of_texts(["“Why?” he asked. ‘Don’t,’ she said, ‘go.’"])
    >>> [document.articles[0].text[q.start : q.end] for q in quotations(document)[0]]
    ['“Why?”', '‘Don’t,’', '‘go.’']
    """
    found: list[list[Quotation]] = [[] for _ in document.articles]
    pairing = None
    for article, paragraph, begin, end, places in _paragraphs(document):
        if pairing is None or article != pairing.article:
            if pairing is not None:
                pairing.finish()
            pairing = _Pairing(document, article, found[article])
        pairing.paragraph(paragraph, begin, end, places)
    if pairing is not None:
        pairing.finish()
    return found


def _paragraphs(document: Document) -> Iterator[tuple[int, int, int, int, list[Place]]]:
    """Every paragraph that holds marks: article, number, its first token, one past its last."""
    tokens, entries = document.tokens, document.vocabulary.entries
    marked = np.flatnonzero(document.gather(has_mark))
    if not len(marked):
        return
    edges = np.append(paragraph_starts(document), len(tokens.ids))
    numbers = np.searchsorted(edges, marked, side="right") - 1
    articles = np.searchsorted(tokens.bounds, marked, side="right") - 1
    cuts = np.flatnonzero(np.diff(numbers, prepend=-1))
    ids, bases, at = tokens.ids[marked].tolist(), tokens.starts[marked].tolist(), marked.tolist()
    columns = (edges[numbers[cuts]], edges[numbers[cuts] + 1], articles[cuts], numbers[cuts], cuts)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    highs = [*cuts[1:].tolist(), len(at)]
    for (begin, end, article, number, low), high in zip(rows, highs, strict=True):
        places = [
            Place(
                mark,
                at[k],
                bases[k] + mark.start,
                bases[k] + mark.end,
                at[k] == begin and not mark.start,
            )
            for k in range(low, high)
            for mark in marks_of(entries[ids[k]])
        ]
        yield article, number, begin, end, places


class _Pairing:
    """One article: the quotations found so far, and the one that the last paragraph left open."""

    def __init__(self, document: Document, article: int, found: list[Quotation]) -> None:
        self.document, self.article, self.found = document, article, found
        self.text = document.articles[article].text
        self.open: Quotation | None = None
        self.seat = -1  # the paragraph it was left open in
        self.doubtful = False  # it was opened by what may be an apostrophe

    def paragraph(self, number: int, begin: int, end: int, places: list[Place]) -> None:
        """Pair the marks of one paragraph, whose tokens are ``begin`` to ``end``."""
        current, at = self._taken_up(number, places), 0
        singles = SingleClosers(places)
        if current is not None:
            shut = singles.closer(0) if current.family in (SINGLE, ANGLE) else None
            at = 1
            if current.family in (SINGLE, ANGLE):
                at = len(places) if shut is None else shut + 1
                if shut is not None:
                    self._close(current, places[shut])
                    current = None
        if places[0].mark.family == BLOCK and places[0].leads:
            self._block(number, begin, end, places[0])
            return
        while at < len(places):
            place = places[at]
            at += 1
            if place.mark.family == BLOCK:
                continue
            if current is None:
                current, at = self._outside(at - 1, places, singles, begin)
            elif place.mark.family != current.family:
                if place.mark.place == OPENS:
                    _flag(current, NESTED)
            elif may_close(place.mark) and not means_inches(at - 1, places):
                self._close(current, place)
                current = None
            elif (inner := closed_inside(at - 1, places)) is not None:
                _flag(current, NESTED)
                at = inner + 1
            elif place.mark.place == OPENS or place.mark.shape == OPENS:
                self._cut_short(current, place)
                current = _begun(self.article, place)
        if current is not None:
            self._to_the_end(current, number, end)

    def _outside(
        self, at: int, places: list[Place], singles: "SingleClosers", begin: int
    ) -> tuple[Quotation | None, int]:
        """What a mark does where no quotation is open; and which mark to look at next."""
        place = places[at]
        mark = place.mark
        if not may_open(mark):
            ended = self.text[place.start - 1 : place.start] in ".?!"
            if mark.stop and ended and mark.shape == EITHER and closed_next(at, places):
                quotation = _begun(self.article, place)
                _flag(quotation, DISPLACED)
                return quotation, at + 1
            if not is_single(mark) and mark.place == CLOSES and mark.stop and mark.shape != OPENS:
                self._unopened(begin, place)
            return None, at + 1
        if not is_single(mark):
            return _begun(self.article, place), at + 1
        shut = singles.closer(at)
        if shut is not None:
            quotation = _begun(self.article, place)
            if any(not is_single(places[k].mark) for k in range(at + 1, shut)):
                _flag(quotation, NESTED)
            self._close(quotation, places[shut])
            return None, shut + 1
        if (place.leads or mark.shape == OPENS) and singles.alone(at):
            self.doubtful = mark.shape != OPENS
            return _begun(self.article, place), len(places)
        return None, at + 1

    def _taken_up(self, number: int, places: list[Place]) -> Quotation | None:
        """The quotation of the paragraph before, where a mark at the head of this one goes on."""
        current, self.open = self.open, None
        if current is None:
            return None
        head = places[0]
        same = head.mark.family == current.family and head.mark.place != CLOSES
        if not (number == self.seat + 1 and head.leads and same) or current.family == BLOCK:
            self.open = current
            if not (head.mark.family == current.family == BLOCK):
                self.finish()
            return None
        _flag(current, REPEATED)
        self.doubtful = False
        _go_on(current, head)
        return current

    def _close(self, quotation: Quotation, place: Place) -> None:
        quotation.end = place.end
        self._end_part(quotation, place.start, place.token + 1)
        self._keep(quotation)

    def _to_the_end(self, quotation: Quotation, number: int, end: int) -> None:
        """The paragraph ends: so does this part of the quotation."""
        quotation.end = int(self.document.tokens.ends[end - 1])
        self._end_part(quotation, quotation.end, end)
        self.open, self.seat = quotation, number

    def _cut_short(self, quotation: Quotation, place: Place) -> None:
        """Another quotation opens: this one ends with the sentence it began in, or there."""
        sentences, tokens = self.document.sentences, self.document.tokens
        after = int(np.searchsorted(sentences, quotation.seats[-1][0], side="right"))
        last = min(int(sentences[after]) - 1, place.token)
        self._end_part(quotation, min(int(tokens.ends[last]), place.start), last + 1)
        quotation.end = quotation.parts[-1][1]
        _flag(quotation, UNCLOSED)
        self._keep(quotation)

    def _unopened(self, begin: int, place: Place) -> None:
        """A mark closes what nothing opened: the paragraph so far, if nothing else is quoted."""
        if self.found and self.found[-1].seats[-1][1] > begin:
            return
        start, seat = int(self.document.tokens.starts[begin]), [(begin, begin)]
        self._close(
            Quotation(self.article, start, start, [(start, start)], seat, DOUBLE, (UNOPENED,)),
            place,
        )

    def _block(self, number: int, begin: int, end: int, place: Place) -> None:
        """A paragraph set off by ">", which goes on what stood in one right before it."""
        if self.open is None:
            self.open = _begun(self.article, place)
            self.open.flags = (IN_BLOCK,)
        elif self.seat == number - 1:
            _go_on(self.open, place)
        else:
            self.finish()
            self.open = _begun(self.article, place)
            self.open.flags = (IN_BLOCK,)
        self._to_the_end(self.open, number, end)

    def finish(self) -> None:
        """End what no mark ended."""
        quotation, self.open = self.open, None
        if quotation is None or (_is_single(quotation) and self.doubtful):
            return
        if quotation.family != BLOCK:
            _flag(quotation, UNCLOSED)
        self._keep(quotation)

    def _end_part(self, quotation: Quotation, end: int, seat: int) -> None:
        quotation.seats[-1] = (quotation.seats[-1][0], seat)
        start = quotation.parts[-1][0]
        inside = self.text[start:end]
        left = len(inside) - len(inside.lstrip())
        quotation.parts[-1] = (min(start + left, end), start + max(left, len(inside.rstrip())))

    def _keep(self, quotation: Quotation) -> None:
        if any(any(map(str.isalnum, self.text[a:b])) for a, b in quotation.parts):
            self.found.append(quotation)


def _is_single(quotation: Quotation) -> bool:
    return quotation.family in (SINGLE, ANGLE)


def _begun(article: int, place: Place) -> Quotation:
    part = (place.end, place.end)
    seat = (place.token, place.token + 1)
    return Quotation(article, place.start, place.end, [part], [seat], place.mark.family)


def _go_on(quotation: Quotation, place: Place) -> None:
    quotation.parts.append((place.end, place.end))
    quotation.seats.append((place.token, place.token + 1))


def _flag(quotation: Quotation, flag: str) -> None:
    if flag not in quotation.flags:
        quotation.flags = (*quotation.flags, flag)
