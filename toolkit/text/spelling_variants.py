"""One spelling for words that British and American English spell differently."""

from functools import cache

from toolkit.text import lexicon
from toolkit.text.word_frequency import american

# Spelt with s or z whether or not anybody has listed the word.
_S_TO_Z = {
    f"{y}s{ending}": f"{y}z{ending}"
    for y in ("i", "y")
    for ending in ("e", "es", "ed", "ing", "er", "ers")
} | {"isation": "ization", "isations": "izations"}
_SHORTEST = 3  # letters before such an ending


@cache
def _pairs() -> dict[str, str]:
    rows = (line.split() for line in lexicon.lines("spelling_pairs"))
    return {british: instead for british, instead in rows}  # noqa: C416


def one_spelling(word: str) -> str:
    """A word in its normal form, American and without hyphens: equal for all its spellings.

    Meant to be compared, not shown: *promise* becomes *promize*, which does no harm, as no
    other word is spelt so.

    >>> [one_spelling(word) for word in "defence grey travelled weaponise post-war".split()]
    ['defense', 'gray', 'traveled', 'weaponize', 'postwar']
    >>> one_spelling("through"), one_spelling("four")
    ('through', 'four')
    """
    word = word.replace("-", "")
    word = _pairs().get(word) or american(word)
    for length in range(min(8, len(word) - _SHORTEST), 2, -1):
        ending = _S_TO_Z.get(word[-length:])
        if ending is not None:
            return word[:-length] + ending
    return word
