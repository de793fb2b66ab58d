"""Quotation marks as they stand in tokens: what each may open or close, from its shape and place.

Everything asked here depends on the letters of one token, so it is found once per distinct token.
The custom of marks in many languages and houses: Unicode Standard, chapter 6.2; British use of
single marks: Ritter 2012, New Hart's Rules.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np

DOUBLE, GUILLEMET, SINGLE, ANGLE, BLOCK = range(5)
"""Families of marks. A mark of another family inside a quotation is nested in it."""
OPENS, CLOSES, EITHER = range(3)
_KEPT = 200  # letters: the marks of longer tokens are not remembered

_MARKS = "\"“”„‟«»＂'‘’‚‛‹›`"
_MARK = re.compile(
    rf"[{_MARKS}]{{5,}}|''|``|‘‘|’’|[{_MARKS}]"
)  # five and more are noise, not marks
_FAMILY = dict.fromkeys(["«", "»"], GUILLEMET) | dict.fromkeys("‹›", ANGLE)
_FAMILY |= dict.fromkeys("'‘’‚‛`", SINGLE)
_SHAPE = dict.fromkeys("“„«‘‚‹`‛‟", OPENS) | dict.fromkeys("”»’›", CLOSES)
_SHAPE |= {"``": OPENS, "''": CLOSES, "‘‘": OPENS, "’’": CLOSES}
_BEFORE = frozenset("([{<*_¿¡")  # what stands before an opening mark, beside a blank
_AFTER = frozenset(")]}>*_.,;:!?")  # what stands after a closing mark, beside a blank
_BETWEEN = frozenset("-–—―/…|")
# Words that lost their head: the mark before them is an apostrophe.
_HEADLESS = re.compile(
    r"(?:\d\ds?|n|tis|twas|twere|twill|til|till|em|cause|cos|cuz|bout|round|neath|nuff|fraid|ere|im"
    r"|ello|im|e|is|er|ave|tude|kay|phone|flu|scuse|nother|specially|gainst|mongst|way)\b",
    re.IGNORECASE,
)
_TAILLESS = re.compile(r"(?:s|z|x|in|an|o|ol|th|lil|fo|mo|wi|po)$", re.IGNORECASE)


class Mark(NamedTuple):
    """One mark of a token: where it stands in it, its family, and what it may do.

    ``shape`` is what the sign itself does (“ opens); ``place`` what a mark does that stands so
    between blanks and letters. ``digit``: a digit stands right before it, so that it may mean
    inches. ``stop``: punctuation does. ``apostrophe``: of single marks, 1 where the word may be a
    possessive or clipped ("boys'", "goin'"), 2 where the mark cannot be a quotation mark.
    """

    start: int
    end: int
    family: int
    shape: int
    place: int
    digit: bool
    stop: bool
    apostrophe: int


def has_mark(tokens: list[str]) -> np.ndarray:
    """True where a token holds a mark that may be a quotation mark."""
    return np.fromiter((bool(_found(token)) for token in tokens), bool, len(tokens))


def marks_of(token: str) -> tuple[Mark, ...]:
    """The marks of a token that may be quotation marks, from left to right.

    >>> [(m.family == SINGLE, m.place == OPENS) for m in marks_of("‘Don't")]
    [(True, True)]
    """
    return _marks(token) if len(token) < _KEPT else _found(token)


def _found(token: str) -> tuple[Mark, ...]:
    if token[0] != ">" and _MARK.search(token) is None:
        return ()
    found = [_read(token, m) for m in _MARK.finditer(token) if m.end() - m.start() < 5]
    if token[0] == ">" and (len(token) == 1 or token[1].isalpha()):
        found.insert(0, Mark(0, 1, BLOCK, OPENS, OPENS, False, False, 0))
    return tuple(mark for mark in found if mark.apostrophe < 2)


_marks = lru_cache(maxsize=50_000)(_found)


def _read(token: str, match: re.Match[str]) -> Mark:
    start, end, sign = match.start(), match.end(), match[0]
    left, right = start, end
    while left and token[left - 1] in _MARKS and start - left < 5:
        left -= 1
    while right < len(token) and token[right] in _MARKS and right - end < 5:
        right += 1
    before, after = token[left - 1 : left], token[right : right + 1]
    place = _place(before, token[right : right + 2])
    family = _FAMILY.get(sign, DOUBLE)
    digit = before.isdigit() and left == start
    stop = not before.isalnum() and before not in _BETWEEN
    apostrophe = 0
    if family == SINGLE:
        apostrophe = _apostrophe(token, start, end, sign, place, (before + after).isalnum())
    return Mark(start, end, family, _SHAPE.get(sign, EITHER), place, digit, stop, apostrophe)


def _place(before: str, rest: str) -> int:
    after = rest[:1]
    b = 0 if not before or before in _BEFORE else 1 if before in _BETWEEN else 2
    a = 0 if not after or after in _AFTER else 1 if after in _BETWEEN else 2
    if rest == "..":
        a = 1
    if not a and not b:
        return EITHER
    if not b or (b == 1 and a == 2):
        return OPENS
    return CLOSES if not a or (b == 2 and a == 1) else EITHER


def _apostrophe(token: str, start: int, end: int, sign: str, place: int, solid: bool) -> int:
    """How much speaks for an apostrophe."""
    if place == EITHER:  # between letters, or alone between blanks
        return 2 if solid or (len(token) > 1 and sign in "'’`") else 0
    if place == OPENS:
        return 2 if sign != "`" and _HEADLESS.match(token, end) else 0
    if sign == "'" and token[start - 1 : start].isdigit() and '"' in token:
        return 2  # feet and inches
    return 1 if end == len(token) and _TAILLESS.search(token, max(0, start - 3), start) else 0


class Place(NamedTuple):
    """A mark in the batch: its token, its code points, and whether it leads its paragraph."""

    mark: Mark
    token: int
    start: int
    end: int
    leads: bool


def is_single(mark: Mark) -> bool:
    """Whether a mark is a single one: ‘ or ‹."""
    return mark.family in (SINGLE, ANGLE)


def may_open(mark: Mark) -> bool:
    """Whether a mark opens a quotation where none is open."""
    if mark.shape == CLOSES or is_single(mark):
        return mark.place == OPENS or (mark.shape == OPENS and mark.place == EITHER)
    return mark.place != CLOSES and not (mark.digit and mark.shape == EITHER)


def may_close(mark: Mark) -> bool:
    """Whether a mark closes the quotation that is open."""
    return mark.place == CLOSES if mark.shape == OPENS else mark.place != OPENS


def _next_like(at: int, places: list[Place]) -> int | None:
    """The next mark of the same family."""
    family = places[at].mark.family
    for k in range(at + 1, min(at + 9, len(places))):
        if places[k].mark.family == family:
            return k
    return None


def closed_inside(at: int, places: list[Place]) -> int | None:
    """What closes a quotation nested in one of the same marks, if the next two marks close."""
    inner = _next_like(at, places)
    outer = None if inner is None else _next_like(inner, places)
    if inner is None or outer is None:
        return None
    both = places[inner].mark.place != OPENS and places[outer].mark.place != OPENS
    return inner if both and may_close(places[inner].mark) else None


def closed_next(at: int, places: list[Place]) -> bool:
    """Whether a double mark that seems to close is followed by another that does: it opens."""
    if is_single(places[at].mark):
        return False
    after = _next_like(at, places)
    return after is not None and places[after].mark.place == CLOSES and places[after].mark.stop


def means_inches(at: int, places: list[Place]) -> bool:
    """Whether a straight mark after a digit means inches: the next one is what closes."""
    mark = places[at].mark
    if not mark.digit or mark.shape != EITHER:
        return False
    after = _next_like(at, places)
    return after is not None and places[after].mark.place == CLOSES
