"""Forms of English words: what a lexicon of base forms must match in running text.

Regular spelling (Quirk et al. 1985, chapter 3) with a list of irregular verbs; British and
American -ise/-ize and -our/-or are taken for the same word.
"""

from functools import cache

from toolkit.text import lexicon

BASE, S, PAST, PARTICIPLE, ING = (1 << k for k in range(5))
_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in lexicon.lines("irregular_verbs"))
    return {base: tuple(forms) for base, *forms in rows}


def verb_forms(base: str) -> dict[str, int]:
    """Every form of a verb, with what it may be: ``BASE``, ``S``, ``PAST``, ...

    >>> sorted(verb_forms("slam"))
    ['slam', 'slammed', 'slamming', 'slams']
    >>> verb_forms("steal")["stolen"] == PARTICIPLE
    True
    >>> "criticized" in verb_forms("criticise")
    True
    """
    found: dict[str, int] = {}
    for spelling in _spellings(base):
        for form, kind in _forms(spelling):
            found[form] = found.get(form, 0) | kind
    return found


def _forms(base: str) -> list[tuple[str, int]]:
    stem = _stem(base)
    found = [(base, BASE), ("has" if base == "have" else plural(base), S)]
    irregular = _irregular().get(base)
    if irregular is None:
        past = base + "d" if base.endswith("e") else _y_to_i(stem) + "ed"
        return [*found, (past, PAST | PARTICIPLE), (stem + "ing", ING)]
    ings = [form for form in irregular if form.endswith("ing")]
    pasts = [form for form in irregular if not form.endswith("ing")]
    found += [(form, ING) for form in ings or [stem + "ing"]]
    if len(pasts) == 2 and not ings:
        return [*found, (pasts[0], PAST), (pasts[1], PARTICIPLE)]
    return found + [(form, PAST | PARTICIPLE) for form in pasts]


def _spellings(word: str) -> list[str]:
    if word.endswith("ise") and len(word) > 5:
        return [word, word[:-3] + "ize"]
    return [word, word[:-3] + "yze"] if word.endswith("yse") else [word]


def _stem(base: str) -> str:
    """What -ing follows: without a silent e, and with the last letter doubled where it is."""
    if base.endswith("ie"):
        return base[:-2] + "y"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1]
    vowels = sum(letter in _VOWELS for letter in base)
    if (
        vowels == 1
        and len(base) > 2
        and base[-1] not in _VOWELS | frozenset("wxy")
        and base[-2] in _VOWELS
    ):
        return base + base[-1]
    return base


def _y_to_i(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and word[-2:-1] not in _VOWELS else word


def plural(noun: str) -> str:
    """The word with -s, as a noun's plural or a verb's third person is spelt.

    >>> plural("ally"), plural("boss"), plural("critic"), plural("boy"), plural("strongman")
    ('allies', 'bosses', 'critics', 'boys', 'strongmen')
    """
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun.endswith(_SIBILANTS) or (noun.endswith("o") and noun[-2:-1] not in _VOWELS):
        return noun + "es"
    stem = _y_to_i(noun)
    return stem + "es" if stem != noun else noun + "s"


def adverb(adjective: str) -> str:
    """The adverb in -ly.

    >>> adverb("honest"), adverb("angry"), adverb("heroic"), adverb("horrible")
    ('honestly', 'angrily', 'heroically', 'horribly')
    """
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("le") and adjective[-3:-2] not in _VOWELS:
        return adjective[:-1] + "y"
    return _y_to_i(adjective) + "ly"
