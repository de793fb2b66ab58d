"""How common a word is: how often people say it in film and television.

Frequencies are tenths of the Zipf scale (van Heuven et al. 2014): 40 means that a word is said
about once in 100,000 words, 30 once in a million. They are whole numbers, so that sums over a
corpus are exact. The list is American; British spellings are found by rule.
"""

from functools import cache

import numpy as np

from toolkit.text import lexicon
from toolkit.text.stems import stem

UNLISTED = 24
"""What a word counts as that is not on the list, whose rarest words have 25."""


@cache
def _listed() -> dict[str, int]:
    return lexicon.numbers("word_frequencies")


@cache
def _british() -> dict[str, str]:
    rows = (line.split() for line in lexicon.lines("british_spellings"))
    return {british: instead for british, instead in rows}  # noqa: C416


@cache
def _familiar() -> frozenset[str]:
    return frozenset(map(stem, lexicon.words("dale_chall")))


@cache
def _grammar() -> frozenset[str]:
    words = lexicon.words("grammar_words")
    possessive = {f"{word}'s" for word in words}
    # A text that has lost its curly apostrophes says "dont" and "someones".
    bare = {word.replace("'", "") for word in words | possessive if "'" in word}
    return words | possessive | (bare - _listed().keys())


def american(word: str) -> str:
    """The word in American spelling where only that is on the list, else the word itself.

    >>> american("organised"), american("colours"), american("pour")
    ('organized', 'colors', 'pour')
    """
    if word not in _listed():
        for length in range(min(9, len(word) - 1), 1, -1):
            ending = _british().get(word[-length:])
            if ending is not None and word[:-length] + ending in _listed():
                return word[:-length] + ending
    return word


def frequency(word: str) -> int:
    """Tenths on the Zipf scale of one word in its normal form; :data:`UNLISTED` if not listed.

    A possessive is looked up without its ending, with or without apostrophe (texts lose them); a
    compound that is not listed itself counts as the mean of its parts.

    >>> frequency("the"), frequency("bridge's"), frequency("colour") == frequency("color")
    (77, 44, True)
    """
    listed = _listed()
    if word in listed:
        return listed[word]
    if "-" in word:
        parts = [frequency(part) for part in word.split("-") if part]
        return round(sum(parts) / len(parts)) if parts else UNLISTED
    for bare in (word.removesuffix("'s").rstrip("'"), american(word), word.removesuffix("s")):
        if bare in listed:
            return listed[bare]
    return UNLISTED


def frequencies(forms: list[str]) -> np.ndarray:
    """:func:`frequency` of each word (int64)."""
    return np.fromiter(map(frequency, forms), np.int64, len(forms))


def content(forms: list[str]) -> np.ndarray:
    """True where a word says what a text is about: no grammar word, and no number.

    >>> content(["the", "bridge", "dont", "1998"]).tolist()
    [False, True, False, False]
    """
    grammar = _grammar()
    says = (form not in grammar and not any(map(str.isdigit, form)) for form in forms)
    return np.fromiter(says, bool, len(forms))


def unfamiliar(forms: list[str]) -> np.ndarray:
    """True where no form of a word is on the Dale-Chall list of familiar words.

    >>> unfamiliar(["walked", "colours", "parliament"]).tolist()
    [False, False, True]
    """
    familiar = _familiar()
    known = (stem(form) in familiar or stem(american(form)) in familiar for form in forms)
    return ~np.fromiter(known, bool, len(forms))
