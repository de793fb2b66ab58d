"""One word in its forms: *bridge, bridges, bridged, bridging* have the same stem."""

_SHORTEST = 3  # letters that must be left
# Longest first; what is cut off, and what takes its place.
_ENDINGS = {"iest": "y", "ier": "y", "ied": "y", "ily": "y"}
_ENDINGS |= {"est": "", "ing": "", "ed": "", "er": "", "ly": ""}
_ANY_ENDING = tuple(_ENDINGS)
_PLURALS = {"ies": "y", "s": ""}


def stem(word: str) -> str:
    """The word in its normal form, less the regular endings that Dale and Chall 1948 allow for.

    Possessive and plural go, then one of past, -ing, comparison and -ly, then a final *e* or
    doubled letter. Not a dictionary form, only the same for (nearly) all forms of one word.

    >>> [stem(word) for word in "bridge bridges bridged bridging".split()]
    ['bridg', 'bridg', 'bridg', 'bridg']
    >>> [stem(word) for word in "stop stopped city city's cities glass bus".split()]
    ['stop', 'stop', 'city', 'city', 'city', 'glas', 'bus']
    """
    word = word.removesuffix("'s").rstrip("'")
    if word.endswith("s") and not word.endswith("ss"):
        word = _without(word, _PLURALS)
    if word.endswith(_ANY_ENDING):  # as most words do not
        word = _without(word, _ENDINGS)
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word


def _without(word: str, endings: dict[str, str]) -> str:
    for ending, instead in endings.items():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)] + instead
    return word
