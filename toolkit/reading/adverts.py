"""Adverts that no list of phrases knows, told by where they stand and what they do not share.

An advert stands at the edge of a text, outside its sentences, and speaks of something else.
A headline stands there too, but speaks of what the article speaks of.
"""

import re
from collections.abc import Iterable, Sequence

from toolkit.reading.lines import Line

_MAX_WORDS = 15
_EDGE = 8  # lines looked at above the first and below the last sentence
_LEAST_BODY = 40  # words; under that, sharing no word with the body says little
_WORD = re.compile(r"\w{3,}")
_STEM = 5  # letters in which forms of one word agree: "peacekeepers", "peacekeeping"


def find_adverts(
    lines: Sequence[Line],
    known: Sequence[bool],
    commerce: re.Pattern[str],
    function_words: frozenset[str],
) -> list[int]:
    """Indices of the lines that are adverts; ``known`` tells which are furniture already.

    A line that ends no sentence, at the top or bottom edge, is an advert if it shares no content
    word with the body and either holds a word of ``commerce`` or a name that comes back at the
    other edge. A line anywhere else that holds such a name and shares nothing is one too.
    ``function_words`` do not count as shared.
    """
    body = [i for i, line in enumerate(lines) if not known[i] and _is_body(line)]
    if not body or sum(lines[i].n_words for i in body) < _LEAST_BODY:
        return []

    def candidates(indices: Iterable[int]) -> list[int]:
        return [i for i in indices if not known[i] and lines[i].n_words <= _MAX_WORDS]

    top = candidates(range(body[0]))[:_EDGE]
    bottom = candidates(range(body[-1] + 1, len(lines)))[-_EDGE:]
    if not top and not bottom:
        return []
    body_stems = {w[:_STEM] for i in body for w in _words(lines[i].text)}

    def foreign(index: int) -> bool:
        """Whether it shares no content word with the body; words of commerce do not count."""
        text = commerce.sub(" ", lines[index].text.lower())
        content = [w for w in _words(text) if w not in function_words]
        return not any(w[:_STEM] in body_stems for w in content)

    def names(index: int) -> set[str]:
        found = _WORD.findall(lines[index].text)
        return {
            w.lower()
            for w in found
            if w != w.lower()
            and w.lower() not in function_words
            and w[:_STEM].lower() not in body_stems
        }

    top_names = set().union(*(names(i) for i in top))
    bottom_names = set().union(*(names(i) for i in bottom))
    brands = top_names & bottom_names
    found: list[int] = []
    for index in (*top, *bottom):
        sells = commerce.search(lines[index].text.lower()) is not None
        if foreign(index) and (sells or names(index) & brands):
            found.append(index)
    if brands:
        between = candidates(range(body[0], body[-1]))
        lone = [i for i in between if not _is_body(lines[i]) and foreign(i) and names(i) & brands]
        found.extend(lone)
    return sorted(set(found))


def _is_body(line: Line) -> bool:
    ends = line.ends_sentence and not line.text.endswith("!")
    return ends or line.n_words > _MAX_WORDS + 10


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
