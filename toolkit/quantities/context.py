"""What stands around a number: how exact it is said to be, and what is counted."""

from functools import cache

from toolkit.quantities.atoms import Atoms
from toolkit.text import lexicon

_MOST_WORDS = 4  # of an approximating phrase
_WINDOW = 6  # atoms after a number in which the thing counted is looked for

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "halves": "half", "shelves": "shelf", "wolves": "wolf", "thieves": "thief",
    "loaves": "loaf", "movies": "movie", "zombies": "zombie", "cookies": "cookie",
    "crises": "crisis", "analyses": "analysis", "phenomena": "phenomenon", "criteria": "criterion",
    "lorries": "lorry", "ties": "tie", "pies": "pie", "shoes": "shoe", "buses": "bus",
    "viruses": "virus", "geese": "goose", "bases": "base", "horses": "horse", "aches": "ache",
    "axes": "axe", "personnel": "personnel", "media": "media", "data": "data", "persons": "person",
}  # fmt: skip
# Plurals without an ending. "Dead" and the like are counted too: "20 dead".
_UNCHANGED = frozenset(
    "police staff cattle sheep aircraft fish deer series species crew offspring dead injured"
    " wounded missing homeless troops headquarters crossroads barracks spacecraft".split()
)
_NO_PLURALS = frozenset(
    "news politics economics mathematics physics athletics gymnastics always perhaps besides"
    " towards afterwards sometimes business as is was has does goes says its this us thus yes plus"
    " versus across less unless whereas overseas upstairs nowadays indoors outdoors".split()
)


@cache
def _phrases(name: str) -> dict[str, str]:
    found = {}
    for line in lexicon.lines(name):
        kind, _, phrases = line.partition(":")
        found.update({phrase.strip(): kind for phrase in phrases.split(",")})
    return found


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in _phrases("approximators"))


def approximation_before(atoms: Atoms, at: int) -> tuple[str, int]:
    """The approximation that ends just before atom ``at``, and where it begins."""
    if at == 0 or atoms.codes[at - 1] in "|,.()!-~nYmbw":
        return "", at
    word = atoms.word(at - 1)
    if word not in _last_words():
        return "", at
    phrases, best, phrase = _phrases("approximators"), ("", at), word
    if phrase in phrases:
        best = phrases[phrase], at - 1
    for back in range(at - 2, max(-1, at - 1 - _MOST_WORDS), -1):
        if atoms.codes[back] in "|,.()!":
            break
        phrase = f"{atoms.word(back)} {phrase}"
        if phrase in phrases:
            best = phrases[phrase], back
    return best


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _phrases("approximators_after"))


def approximation_after(atoms: Atoms, at: int) -> tuple[str, int]:
    """The approximation that begins at atom ``at``, and where it ends."""
    codes = atoms.codes
    if codes[at] not in "r&gx-!_":
        return "", at
    phrases = _phrases("approximators_after")
    if codes[at] == "-":
        kind = phrases.get("-" + atoms.word(at + 1), "")
        return (kind, at + 2) if kind else ("", at)
    phrase = atoms.word(at)
    if phrase not in _first_words():
        return "", at
    for size in (3, 2, 1):
        if "|" not in codes[at : at + size]:
            kind = phrases.get(" ".join([atoms.word(k) for k in range(at, at + size)]), "")
            if kind:
                return kind, at + size
    return "", at


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in IRREGULAR or word in _UNCHANGED:
        return True
    return (
        len(word) > 2
        and word[-1] == "s"
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NO_PLURALS
    )


def singular(word: str) -> str:
    """A noun in the singular, by spelling and a list of exceptions.

    >>> [singular(w) for w in "homes people cities boxes buses troops glass".split()]
    ['home', 'person', 'city', 'box', 'bus', 'troop', 'glass']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not plural(word) or (word in _UNCHANGED and word != "troops"):
        return word
    if word.endswith("ies") and len(word) > 4 and word != "series":
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


@cache
def people() -> frozenset[str]:
    """Nouns for people, in the singular."""
    return lexicon.words("person_nouns")


@cache
def _verbs() -> frozenset[str]:
    rows = [word for line in lexicon.lines("irregular_verbs") for word in line.split()]
    return frozenset(rows) | lexicon.words("reporting_verbs") | lexicon.words("participles")


def is_verb(word: str) -> bool:
    """Whether a word is more likely a verb or adverb than a noun that can be counted."""
    return word.endswith(("ed", "ly")) or word in _verbs()


_NOT_AFTER_HYPHEN = frozenset("strong plus odd fold way part something ish time based".split())
_MODIFIERS = frozenset("more other such own most very few many less".split())


def counted(atoms: Atoms, at: int, many: bool) -> tuple[str, int]:
    """The noun counted by a number that ends before atom ``at``, and where the noun ends.

    Of the words up to the next mark or grammar word, it is the first that looks like a plural
    ("200 small homes"), or the plural after it ("10 sales managers"); for one thing, the last
    before a verb. ``many`` says whether a plural is expected. ("", ``at``) if there is none.
    """
    codes = atoms.codes
    place, stop = at, min(len(codes), at + _WINDOW)
    if codes[at : at + 1] == "/":  # three of the 12 councillors
        place += 1
        while place < stop and codes[place] in "=gnuey":
            place += 1
        if place == stop or codes[place] in "/-":
            return "", at
        return counted(atoms, place, True)[0], at
    if codes[at : at + 1] == "-" and codes[at + 1 : at + 2] in ("x", "W"):
        word = atoms.word(at + 1)  # a 12-point lead
        if word in _NOT_AFTER_HYPHEN:
            return "", at
        found, end = counted(atoms, at + 2, False) if word.endswith("est") else ("", at)
        return (found, end) if found else (singular(word), at + 2)
    if codes[at : at + 5] in ("n-U-l", "u-U-l", "e-U-l"):
        place, stop = at + 5, stop + 5  # two 3-year-old children
    last = ""
    end = at
    while place < stop:
        code = codes[place]
        if code == "-" and place > at:
            place += 1
            continue
        word = atoms.word(place)
        if code not in "xWlosKMUCAFSTP#" and word not in _MODIFIERS:
            break
        if many and code != "W" and plural(word):
            after = atoms.word(place + 1) if codes[place + 1 : place + 2] == "x" else ""
            if after and plural(after) and not is_verb(after):
                return singular(after), place + 2
            return singular(word), place + 1
        if many and code == "W" and plural(word) and _ends(atoms, place + 1):
            return singular(word), place + 1
        joined = codes[place - 1] == "-"
        if code in "x#" and is_verb(word) and not joined and (last or not word.endswith("ed")):
            break
        if code in "x#UMK" and word not in _MODIFIERS:
            last, end = word, place + 1
        elif code == "W" and last and not many:
            break
        place += 1
    return ("", at) if many else (last, end)


def _ends(atoms: Atoms, at: int) -> bool:
    """Whether no further noun follows."""
    code = atoms.codes[at]
    return code not in "xW" or (code == "x" and is_verb(atoms.word(at)))
