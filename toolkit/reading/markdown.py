"""Markdown: the text stays as it is written, and its signs are marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.article import Mark
from toolkit.reading.lines import Line, lines_of
from toolkit.reading.spans import clear_of, merged

# Every repetition is bounded or stops at the next bracket, so that no text takes long.
_INLINE = re.compile(
    r"""(?P<whole>
      !\[[^\[\]\n]{0,1000}\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,2000})?
        (?:[ \t]{1,20}"[^"\n]{0,500}")?\)                             # image
      | <https?://[^<>\s]{1,2000}>                                     # bare address
      | </?[A-Za-z][^<>\n]{0,1000}>                                    # HTML tag
    )
    | (?P<open>\[)[^\[\]\n]{1,1000}(?P<target>\]
        (?: \([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,2000})?
            (?:[ \t]{1,20}"[^"\n]{0,500}")?\)
          | \[[^\[\]\n]{0,200}\] ))                                    # link
    """,
    re.VERBOSE,
)
_HIDDEN = (  # parts whose content is not text at all
    (re.compile(r"<script\b", re.I), re.compile(r"</script\s{0,20}>", re.I)),
    (re.compile(r"<style\b", re.I), re.compile(r"</style\s{0,20}>", re.I)),
    (re.compile(r"<!--"), re.compile(r"-->")),
)
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=[^\s#])")
_DEFINITION = re.compile(r"\[[^\[\]\n]{1,200}\]:[ \t]{0,20}\S")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_KEY = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]{0,20}:(.*)")


@dataclass(frozen=True, slots=True)
class Markdown:
    """What the signs of a Markdown text say.

    ``blocks`` are whole lines that are not text (front matter, code, link definitions),
    ``inline`` signs within lines, ``headings`` the words of heading lines, and ``details`` the
    entries of the front matter, keys in lower case.
    """

    blocks: tuple[Mark, ...]
    inline: tuple[Mark, ...]
    headings: tuple[Mark, ...]
    details: dict[str, str] = field(default_factory=dict)


def read_markdown(text: str) -> Markdown:
    """Find front matter, code, headings, links and images; all marks are of kind ``markup``.

    The first heading of level one is the headline, every other heading a subheading.

    >>> text = "# Bridge closes\\n\\nIt [closed](https://example.org) on Monday."
    >>> [text[m.start : m.end] for m in read_markdown(text).inline]
    ['# ', '[', '](https://example.org)']
    """
    lines = lines_of(text)
    details, n_front = _front_matter(lines)
    hidden = _hidden(text, lines[n_front - 1].end if n_front else 0)
    if n_front:
        hidden.insert(0, Mark(lines[0].start, lines[n_front - 1].end, "markup"))
    lines = clear_of(lines, hidden)
    blocks: list[Mark] = []
    inline: list[Mark] = []
    headings: list[Mark] = []
    headed = False
    for index, line in _outside_code(lines, blocks):
        sign = _HEADING.match(line.text)
        if sign:
            end = line.start + len(line.text.rstrip("# \t"))
            inline.append(Mark(line.start, line.start + sign.end(), "markup"))
            if end < line.end:
                inline.append(Mark(end, line.end, "markup"))
            kind = "headline" if len(sign[1]) == 1 and not headed else "subheading"
            headed = headed or kind == "headline"
            headings.append(Mark(line.start + sign.end(), end, kind))
        elif _DEFINITION.match(line.text) or _is_rule(line.text):
            above = lines[index - 1] if index else None
            is_text = above is not None and (not blocks or blocks[-1].end <= above.start)
            blocks.append(Mark(line.start, line.end, "markup"))
            if above is not None and is_text and _underlines(line, above, headings):
                while inline and inline[-1].start >= above.start:
                    inline.pop()
                kind = "headline" if line.text[0] == "=" and not headed else "subheading"
                headed = headed or kind == "headline"
                headings.append(Mark(above.start, above.end, kind))
        else:
            signs = list(_inline(line))
            alone = len(signs) == 1 and (signs[0].start, signs[0].end) == (line.start, line.end)
            (blocks if alone else inline).extend(signs)  # a picture of its own is no text
    every = merged(blocks, hidden)  # a comment in a code block is part of the code
    return Markdown(every, tuple(sorted(inline)), tuple(sorted(headings)), details)


def _front_matter(lines: list[Line]) -> tuple[dict[str, str], int]:
    """The entries between two lines of three dashes at the very top, and how many lines it has."""
    if not lines or lines[0].text != "---":
        return {}, 0
    details: dict[str, str] = {}
    for index, line in enumerate(lines[1:200], start=1):
        if line.text in ("---", "..."):
            return details, index + 1 if details else 0
        entry = _KEY.fullmatch(line.text)
        if entry:
            details.setdefault(entry[1].lower(), entry[2].strip().strip("\"'"))
    return {}, 0


def _hidden(text: str, start: int) -> list[Mark]:
    """Scripts, styles and comments from ``start`` on, sorted; one inside another counts once."""
    every: list[Mark] = []
    for begin, finish in _HIDDEN:
        at = start
        while (first := begin.search(text, at)) and (last := finish.search(text, first.end())):
            every.append(Mark(first.start(), last.end(), "markup"))
            at = last.end()
    kept: list[Mark] = []
    for mark in sorted(every):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _outside_code(lines: list[Line], blocks: list[Mark]) -> Iterator[tuple[int, Line]]:
    """Lines outside fenced code; the code goes to ``blocks``. A fence never closed is one line."""
    closing = _longest_fences_after(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        fence = _FENCE.match(line.text)
        if not fence:
            yield index, line
            index += 1
            continue
        end = index
        if closing[index].get(line.text[0], 0) >= len(fence[1]):
            end = next(
                (
                    i
                    for i in range(index + 1, len(lines))
                    if lines[i].text.startswith(fence[1]) and not lines[i].text.strip(fence[1][0])
                ),
                index,
            )
        blocks.append(Mark(line.start, lines[end].end, "markup"))
        index = end + 1


def _longest_fences_after(lines: list[Line]) -> list[dict[str, int]]:
    """For each line, how long the longest closing fence of either sign is that comes after it.

    With this, a search for the end of a code block always ends at one, so all searches together
    pass over each line once.
    """
    after: list[dict[str, int]] = []
    longest: dict[str, int] = {}
    for line in reversed(lines):
        after.append(longest)
        sign, length = line.text[0], len(line.text)
        if sign in "`~" and not line.text.strip(sign) and length > longest.get(sign, 2):
            longest = {**longest, sign: length}
    after.reverse()
    return after


def _is_rule(words: str) -> bool:
    return len(words) >= 3 and words[0] in "=-*_" and not words.strip(words[0])


def _underlines(rule: Line, above: Line, headings: list[Mark]) -> bool:
    """Whether ``rule`` makes the line above it a heading."""
    if rule.text[0] not in "=-" or above.block != rule.block or above.n_words > 25:
        return False
    plain = not _is_rule(above.text) and not _HEADING.match(above.text)
    return plain and (not headings or headings[-1].end <= above.start)


def _inline(line: Line) -> Iterator[Mark]:
    for sign in _INLINE.finditer(line.text):
        for group in ("whole", "open", "target"):
            if sign[group]:
                start, end = sign.span(group)
                yield Mark(line.start + start, line.start + end, "markup")
