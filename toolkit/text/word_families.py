"""Words made from one word: *deploy, deployed, deployment*; *Russia, Russian*; *say, said*."""

from functools import cache

from toolkit.text import lexicon
from toolkit.text.spelling_variants import one_spelling
from toolkit.text.stems import stem

_SHORTEST = 4  # letters that must be left
# Longest first. What is cut off so that words of one family meet.
_ENDINGS = sorted(
    "ments ment ations ation itions ition ions ion ators ator ive ively ity ities ness ances ance"
    " ences ence ant ent able ible ally al ially ial ical ful fully less ate ated ating ates at"
    " ian ians an ans ia a ish ist ists ism ship hood dom ous ously age y"
    " iv abl ibl anc enc iz".split(),  # their e is gone by then
    key=lambda ending: (-len(ending), ending),
)
_CLASSES = (
    "be is am are was were been being",
    "have has had having",
    "do does did done doing",
    "isn't aren't wasn't weren't ain't",
    "haven't hasn't hadn't",
    "don't doesn't didn't",
    "can't cannot",
    "a an",
    "say says said saying",
    "go goes going",
)


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lexicon.lines("irregular_verbs"):
        base, *forms = line.split()
        found |= dict.fromkeys(forms, base)
    for row in _CLASSES:
        first, *others = row.split()
        found |= dict.fromkeys(others, first)
    return found


def family(word: str) -> str:
    """What words of one family have in common; not a word itself, only to be compared.

    >>> family("deployed") == family("deployment"), family("europe") == family("european")
    (True, True)
    >>> family("said") == family("says"), family("defence") == family("defensive")
    (True, True)
    >>> family("can't") == family("cannot"), family("can't") == family("can")
    (True, False)
    """
    word = _irregular().get(word, word)
    if word.endswith(("n't", "'re", "'ve", "'ll", "'d", "'m")):
        return word
    word = stem(one_spelling(word))
    while shorter := _without_ending(word):
        word = shorter
    word = word.rstrip("e") if len(word) >= _SHORTEST else word
    if len(word) > _SHORTEST:
        word = word[:-1] if word[-1] == word[-2] else word
        word = word[:-1] if word[-1] in "ds" else word  # decide, decision
    return word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return ""
