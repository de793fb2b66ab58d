"""Write ``toolkit/text/lexicons/word_frequencies.txt`` from the ``pyspellchecker`` package.

The package's English list counts the words of film and television subtitles. How common a word is
in subtitles says better than any count of written words how quickly it is read (Brysbaert and New
2009). Counts are turned into the Zipf scale of van Heuven et al. 2014, the logarithm (base 10) of
how often a word is said in a billion words; words rarer than the last line are left out.
"""

from math import log10

from toolkit.text import lexicon

FILE = lexicon.FOLDER / "word_frequencies.txt"
RAREST = 25  # tenths on the Zipf scale: once in three million words
_HEAD = (
    "# How often words are said in film and television: tenths of the Zipf scale (van Heuven et al."
    " 2014), the\n"
    "# logarithm of the number of times in a billion words: 40 is once in 100,000 words, 30 once in"
    " a million.\n"
    "# One line per tenth: the number, then its words. Counted in OpenSubtitles (Lison and"
    " Tiedemann 2016), as listed by\n"
    "# pyspellchecker (MIT; see LICENCES.md). Made by benchmarks/make_word_frequencies.py.\n"
)


def frequencies_text() -> str:
    """The text of the file: a line for each tenth of the scale, its words sorted."""
    from spellchecker import SpellChecker

    listed = SpellChecker(language="en").word_frequency
    words: dict[int, list[str]] = {}
    for word, count in listed.items():
        tenth = round(10 * (9 + log10(count / listed.total_words)))
        if tenth >= RAREST:
            words.setdefault(tenth, []).append(word)
    lines = (" ".join([str(k), *sorted(words[k])]) + "\n" for k in sorted(words, reverse=True))
    return _HEAD + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(frequencies_text(), encoding="utf-8", newline="\n")
