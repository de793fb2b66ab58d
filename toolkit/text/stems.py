"""One word in its forms: *bridge, bridges, bridged, bridging* have the same stem."""

_SHORTEST = 3  # letters that must be left
# Longest first; what is cut off, and what takes its place.
_ENDINGS = (("iest", "y"), ("ier", "y"), ("ies", "y"), ("ied", "y"), ("ily", "y"), ("est", ""))
_ENDINGS += (("ing", ""), ("es", ""), ("ed", ""), ("er", ""), ("ly", ""), ("s", ""))


def stem(word: str) -> str:
    """The word in its normal form, less the regular endings that Dale and Chall 1948 allow for.

    Possessive, plural, past, -ing, comparison and -ly go; so does a final *e* or doubled letter.
    Not a dictionary form, only the same for (nearly) all forms of one word, and no more than one
    ending is cut off.

    >>> [stem(word) for word in "bridge bridges bridged bridging".split()]
    ['bridg', 'bridg', 'bridg', 'bridg']
    >>> [stem(word) for word in "stop stopped city city's cities glass bus".split()]
    ['stop', 'stop', 'city', 'city', 'city', 'glas', 'bus']
    """
    if word.endswith("'s"):
        word = word[:-2]
    word = word.rstrip("'")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and word[-2:] != "ss":
            word = word[: -len(ending)] + instead
            break
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word
