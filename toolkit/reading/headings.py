"""Headlines, standfirsts and subheadings in plain text, told by where and how a line stands.

A heading is a line of its own that ends no sentence and has the article's sentences after it.
Poems, lists and texts whose lines were broken at 70 characters are full of lines that end no
sentence; there only a line with blank lines around it can be a heading.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from toolkit.article import Mark
from toolkit.reading.lines import Line, lines_of
from toolkit.reading.spans import clear_of

_MAX_WORDS = 25
_MAX_SUBHEADING = 15  # a longer line between paragraphs is a sentence that lost its full stop
_MAX_TOP = 5  # more lines than these above the first sentence are a list or a menu
_LONG_SENTENCE = 12  # words; a text without one such line is verse or a list
_NOT_AT_START = ("-", "–", "—", "•", "*", "·", "▪", "●", "◦", ">", "+")
_NOT_AT_END = (":", ",", ";", "-", "–", "—", "(", "&")
_QUOTES = ('"', "“", "”", "„", "«", "‘", "'", "‹", "「")


def find_headings(
    text: str,
    furniture: Sequence[Mark],
    *,
    headline: str = "",
    known: Sequence[Mark] = (),
    lines: Sequence[Line] | None = None,
) -> tuple[Mark, ...]:
    """Mark the headings of ``text``: kinds ``headline``, ``standfirst`` and ``subheading``.

    The first line at the top that ends no sentence is the headline, up to four such lines after
    it the standfirst, or a subheading where furniture such as a byline stands between; a
    question at the top is a headline if a blank line follows. Between two paragraphs, a single
    line of at most 15 words is a subheading. Lines that overlap
    ``furniture`` are passed over. ``headline`` is a headline known from elsewhere: the line that
    equals it is marked even where it ends in a full stop. ``known`` are headings that markup told;
    ``lines`` are those of the text, if these are known already. A text never consists of headings
    only: then, and in a text of one line, there are none.

    >>> text = "Bridge closes\\n\\nIt closed on Monday.\\nWhat next\\nRepairs will take a year."
    >>> [(text[m.start : m.end], m.kind) for m in find_headings(text, ())]
    [('Bridge closes', 'headline'), ('What next', 'subheading')]
    """
    lines = clear_of(lines_of(text) if lines is None else lines, [*furniture, *known])
    if not lines or (len(lines) == 1 and not known):
        return ()
    given = _line_equal_to(headline, lines)
    if given is not None:  # the headline somebody named goes before the one that markup told
        demoted = {"headline": "subheading"}
        known = [Mark(m.start, m.end, demoted.get(m.kind, m.kind)) for m in known]
    units = _units(lines, given)
    has_headline = any(mark.kind == "headline" for mark in known)
    told = _top(units, given, has_headline, furniture) + _between(units, given)
    marks = {Mark(unit.line.start, unit.line.end, kind) for unit, kind in told}
    if len(marks) == len(lines):
        return tuple(sorted(known))
    return tuple(sorted([*known, *marks]))


class _Unit(NamedTuple):
    """A line, or in verse and broken lines a whole paragraph, by its first line."""

    line: Line
    is_body: bool
    may_be_heading: bool
    followed_by_blank: bool
    last: Line


def _line_equal_to(headline: str, lines: Sequence[Line]) -> Line | None:
    wanted = " ".join(headline.split())
    if not wanted:
        return None
    return next((line for line in lines if " ".join(line.text.split()) == wanted), None)


def _is_body(line: Line) -> bool:
    return line.ends_sentence or line.n_words > _MAX_WORDS


def _lines_run_on(lines: Sequence[Line]) -> bool:
    """Whether sentences go over line ends, as in verse, lists and texts broken at a width."""
    inner = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
    broken = [(a, b) for a, b in inner if not a.ends_sentence]
    if len(broken) >= 2 and sum(b.text[0].islower() for _, b in broken) >= 0.3 * len(broken):
        return True
    first = next((i for i, line in enumerate(lines) if _is_body(line)), len(lines))
    if first >= 3 and lines[0].block == lines[min(first, len(lines) - 1)].block:
        bodies = (line for line in lines if _is_body(line))
        if all(line.n_words <= _LONG_SENTENCE for line in bodies):
            return True
    start = lines[first].start if first < len(lines) else 0
    later = [not a.ends_sentence for a, _ in inner if a.start >= start]
    return len(later) >= 3 and sum(later) > len(later) / 2


def _units(lines: Sequence[Line], given: Line | None) -> list[_Unit]:
    groups: list[list[Line]] = []
    by_block = _lines_run_on(lines)
    for line in lines:
        same_block = bool(groups) and groups[-1][-1].block == line.block
        goes_on = same_block and line.text[0].islower() and not groups[-1][-1].ends_sentence
        if (goes_on or (by_block and same_block)) and given not in (line, groups[-1][-1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    units: list[_Unit] = []
    for i, group in enumerate(groups):
        after = groups[i + 1][0].block if i + 1 < len(groups) else None
        blank = after is not None and after != group[-1].block
        body = group[0] is not given and (
            any(line.ends_sentence for line in group)
            or sum(line.n_words for line in group) > _MAX_WORDS
        )
        heading = len(group) == 1 and not body and _may_be_heading(group[0])
        units.append(_Unit(group[0], body, heading, blank, group[-1]))
    if given is None and units and _is_headline_with_full_stop(units[0]):
        units[0] = units[0]._replace(is_body=False, may_be_heading=True)
    return units


def _may_be_heading(line: Line) -> bool:
    return (
        not line.text.startswith(_NOT_AT_START)
        and not line.text.endswith(_NOT_AT_END)
        and any(character.isalpha() for character in line.text)
    )


def _is_headline_with_full_stop(unit: _Unit) -> bool:
    """A question at the top, or a headline that ends in ``U.S.``, above a blank line."""
    line = unit.line
    ends = line.text.rstrip("\"'”’").endswith("?") or line.ends_in_initials
    return ends and unit.followed_by_blank and unit.last is line and line.n_words <= _MAX_WORDS


def _top(
    units: Sequence[_Unit], given: Line | None, has_headline: bool, furniture: Sequence[Mark]
) -> list[tuple[_Unit, str]]:
    first_body = next((i for i, unit in enumerate(units) if unit.is_body), None)
    if first_body is None:
        return []
    top = [unit for unit in units[:first_body] if unit.may_be_heading]
    if first_body > _MAX_TOP:
        top = [unit for unit in top[:1] if unit.followed_by_blank or unit.line is given]
    named = given or (top[0].line if top and not has_headline else None)
    marks: list[tuple[_Unit, str]] = []
    for unit in top:
        parted = named is not None and any(
            named.end <= mark.start < unit.line.start for mark in furniture
        )
        if unit.line is not given:
            kind = "headline" if unit.line is named else "subheading" if parted else "standfirst"
            marks.append((unit, kind))
    return marks + [(unit, "headline") for unit in units if unit.line is given]


def _between(units: Sequence[_Unit], given: Line | None) -> list[tuple[_Unit, str]]:
    """Subheadings: single lines with paragraphs before and after."""
    marks: list[tuple[_Unit, str]] = []
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if (
            unit.line is not given
            and before.is_body
            and unit.may_be_heading
            and after.is_body
            and unit.line.n_words <= _MAX_SUBHEADING
            and not unit.line.text.startswith(_QUOTES)
            and not before.last.text.endswith(":")
        ):
            marks.append((unit, "subheading"))
    return marks
