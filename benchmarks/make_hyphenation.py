"""Write ``toolkit/text/lexicons/hyphenation.txt`` from the patterns that come with pyphen.

They are those of hyph_en_US.dic, as pyphen understands it: the letters of a pattern, the place of
its first level above 0, and the levels from there to the last one above 0.
"""

from toolkit.text import lexicon

FILE = lexicon.FOLDER / "hyphenation.txt"
_HEAD = (
    "# Where American English words can be hyphenated: Liang's patterns (Liang 1983), from"
    " hyph_en_US.dic (see LICENCES.md).\n"
    "# One line for all patterns with the same levels: after how many letters the first level"
    " stands, the levels,\n"
    "# and the letters of each pattern, a dot for the edge of the word. Level 0: beginnings of"
    " patterns, none themselves.\n"
    "# Made by benchmarks/make_hyphenation.py.\n"
)


def hyphenation_text() -> str:
    """The text of the file: a line for each row of levels, its patterns sorted."""
    from pyphen import Pyphen

    found: dict[tuple[int, str], list[str]] = {}
    patterns = Pyphen(lang="en_US").hd.patterns
    for letters, (place, levels) in patterns.items():
        found.setdefault((place, "".join(map(str, levels))), []).append(letters)
    beginnings = {letters[:end] for letters in patterns for end in range(1, len(letters))}
    found[0, "0"] = list(beginnings - patterns.keys())
    lines = (
        f"{place} {levels} {' '.join(sorted(found[place, levels]))}\n"
        for place, levels in sorted(found)
    )
    return _HEAD + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(hyphenation_text(), encoding="utf-8", newline="\n")
