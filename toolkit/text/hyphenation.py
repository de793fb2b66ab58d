"""Where an English word can be hyphenated, by the patterns of TeX (Liang 1983).

A pattern is a few letters with a level at some of the places between them; a dot stands for the
edge of a word. At each place of a word the highest level of all patterns that fit counts, and where
it is odd, a hyphen may stand. The patterns in ``lexicons/hyphenation.txt`` are those of pyphen,
whose answers these are, in a form that is read in a twentieth of the time.
"""

from functools import cache

from toolkit.text import lexicon

_FEWEST = 2  # letters before the first hyphen and after the last


@cache
def _patterns() -> dict[str, tuple[()] | tuple[int, bytes]]:
    """For the letters of each pattern: the place of its first level, and its levels from there.

    For the beginning of a pattern, nothing.
    """
    patterns: dict[str, tuple[()] | tuple[int, bytes]] = {}
    for line in lexicon.lines("hyphenation"):
        place, levels, *letters = line.split()
        found = () if levels == "0" else (int(place), bytes(map(int, levels)))
        patterns.update(dict.fromkeys(letters, found))
    return patterns


def hyphens(word: str) -> list[int]:
    """How many letters of a lower-case word stand before each place where a hyphen may be.

    >>> hyphens("hyphenation"), hyphens("tree")
    ([2, 6], [])
    """
    known = _patterns().get
    dotted = f".{word}."
    highest = [0] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        for end in range(start + 1, len(dotted) + 1):
            pattern = known(dotted[start:end])
            if pattern is None:  # nor does any begin so
                break
            if pattern:
                place, levels = pattern
                for at, level in enumerate(levels, start + place):
                    if level > highest[at]:
                        highest[at] = level
    # Less the dot before the word.
    places = range(_FEWEST, len(word) - _FEWEST + 1)
    return [place for place in places if highest[place + 1] % 2]
