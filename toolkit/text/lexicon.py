"""Word lists: one file each in ``lexicons/``, with its published source in the first lines."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicons"


def lines(name: str) -> list[str]:
    """The lines of a lexicon that are not comments and not blank, in file order.

    A comment is ``#`` and a space at the start of a line (``#`` alone may be an entry).
    """
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("# ")]


@cache
def words(name: str) -> frozenset[str]:
    """The words of a lexicon that holds one or more words a line.

    >>> "ltd" in words("abbreviations"), "limited" in words("abbreviations")
    (True, False)
    """
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def valences() -> dict[str, float]:
    """VADER's valence per entry, -4 (very negative) to +4 (Hutto and Gilbert 2014).

    >>> valences()["good"]
    1.9
    """
    pairs = (line.split("\t") for line in lines("vader"))
    return {entry: float(valence) for entry, valence in pairs}


def numbers(name: str) -> dict[str, int]:
    """The number of every word of a lexicon whose lines are a number and its words.

    >>> numbers("word_frequencies")["the"]
    77
    """
    entries: list[str] = []
    values: list[int] = []
    for line in lines(name):
        number, *found = line.split()
        entries += found
        values += [int(number)] * len(found)
    return dict(zip(entries, values, strict=True))


@cache
def syllable_counts() -> dict[str, int]:
    """Syllables per lower-case word, from the CMU Pronouncing Dictionary.

    >>> syllable_counts()["president"]
    3
    """
    return numbers("syllables")
