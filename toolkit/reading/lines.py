"""Lines as a reader sees them: without the white space around them, grouped in paragraphs."""

import re
from typing import NamedTuple

_LINE = re.compile("[^\n]+")
_OTHER_ENDS = "\r\x85\u2028\u2029"  # of lines in some file, never in the middle of a word
_SENTENCE_END = re.compile(
    r"[.!?…։؟۔।॥。！？｡][\"'”’»›)\]}）」』*_]*$"  # full stops of many scripts
)
_INITIALS_END = re.compile(r"\b(?:\w\.){2,}$")
_LONGEST = 400  # characters; furniture and headings are shorter


class Line(NamedTuple):
    """A line that is not blank: ``text[start:end]``, stripped, in paragraph number ``block``.

    ``n_words`` counts words between white space; for a line too long to matter it is large.
    """

    start: int
    end: int
    text: str
    block: int
    n_words: int

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in a full stop or its like, before any closing quotes."""
        if self.text[-1].isalnum():  # the most common case, and the cheapest
            return False
        return _SENTENCE_END.search(self.text[-12:]) is not None

    @property
    def ends_in_initials(self) -> bool:
        """Whether the full stop at its end may be that of ``U.S.``"""
        return _INITIALS_END.search(self.text[-12:]) is not None


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank; a blank line begins a new block.

    Lines end at ``\\n``, ``\\r\\n``, ``\\r``, NEL and the Unicode line and paragraph separators.

    >>> [(line.text, line.block) for line in lines_of("One.\\r\\nTwo.\\n\\n  Three.  ")]
    [('One.', 0), ('Two.', 0), ('Three.', 1)]
    """
    lines: list[Line] = []
    block, last_end, blank = 0, 0, False
    flat = text
    for end in _OTHER_ENDS:  # far quicker than looking for all ends at once
        flat = flat.replace(end, "\n")
    for match in _LINE.finditer(flat):
        gap = match.start() - last_end
        blank = blank or gap > 2 or (gap == 2 and text[last_end : match.start()] != "\r\n")
        last_end = match.end()
        words = match[0].strip()
        if not words:
            blank = True
            continue
        if blank and lines:
            block += 1
        blank = False
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        n_words = len(words.split()) if len(words) <= _LONGEST else _LONGEST
        lines.append(Line(start, start + len(words), words, block, n_words))
    return lines
