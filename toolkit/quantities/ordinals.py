"""Ordinal words and their values."""

from functools import cache

from toolkit.text import lexicon


@cache
def values_of_ordinals() -> dict[str, int]:
    """Values of ordinal words and of their plurals, which name fractions.

    >>> values_of_ordinals()["third"], values_of_ordinals()["fifths"]
    (3, 5)
    """
    words = " ".join(lexicon.lines("ordinals")).split()
    single = {word: k for k, word in enumerate(words, 1)}
    return single | {word + "s": k for word, k in single.items()}
