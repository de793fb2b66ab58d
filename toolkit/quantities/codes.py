"""The letter that stands for each sort of word in the grammar of quantities."""

from functools import cache

from toolkit.quantities import units, values
from toolkit.text import lexicon

CODES = {
    "n": "a numeral: 1,234.5",
    "Y": "a numeral that may be a year: 2014",
    "I": "digits that are no amount: 020, or far too many",
    "z": "zero",
    "i": "one",
    "u": "two to nine",
    "e": "ten to nineteen",
    "y": "twenty, thirty ... ninety",
    "h": "hundred",
    "k": "thousand, million, bn ...",
    "Q": "m joined to a numeral: million or metres",
    "d": "dozen",
    "D": "dozens, hundreds, thousands ...",
    "v": "few, several, handful",
    "V": "couple",
    "f": "half",
    "q": "quarter",
    "T": "thirds, fifths, tenths ...",
    "F": "first",
    "S": "second",
    "o": "third, fourth ... twentieth",
    "O": "ordinals in digits: 47th",
    "%": "per cent, joined or as a sign",
    "p": "per",
    "c": "cent",
    "P": "percentage",
    "$": "sign or code of a currency",
    "C": "word for a currency",
    "U": "unit of time",
    "M": "other unit of measure",
    "m": "name of a month",
    "b": "name of a month that is often something else: May, March, Jan",
    "w": "weekday",
    "s": "season",
    "R": "today, yesterday, tomorrow, tonight",
    "K": "part of a day or week: morning, night, weekend",
    "L": "last, next, this",
    "E": "decade in digits: 1990s",
    "B": "date in digits: 2025-03-04",
    "H": "time in digits: 17:00",
    "j": "am, pm",
    "J": "o'clock",
    "N": "noon, midnight",
    "*": "past",
    "X": "times, fold",
    "2": "twice, thrice",
    "A": "aged, age",
    "l": "old",
    "G": "ago, earlier, later",
    "#": "word after which a number is a name: page, Highway",
    "a": "a, an",
    "&": "and",
    "r": "or",
    ">": "to",
    "<": "from",
    "^": "between",
    "+": "in",
    "/": "of",
    "=": "the",
    "_": "out",
    "-": "hyphen or minus",
    "~": "en dash",
    ",": "comma",
    ".": "full stop, colon and other ends",
    "(": "opening bracket",
    ")": "closing bracket",
    "!": "any other mark",
    "g": "other grammar word",
    "x": "other word",
    "W": "other word with a capital",
    "|": "where a sentence begins",
}
MONTHS = (
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec".split()


@cache
def by_word() -> dict[str, str]:
    """The code of every word that has its own, by the word in lower case."""
    codes = dict.fromkeys(lexicon.words("grammar_words"), "g")
    codes |= dict.fromkeys(lexicon.words("labels_before_numbers"), "#")
    codes |= {form: "M" for form in units.measures() if len(form) > 1}
    codes |= {form: "U" for form, u in units.measures().items() if u.kind == "duration"}
    for short in ("sec", "secs", "min", "hr", "ha", "second"):
        codes.pop(short, None)
    codes |= {word: "C" for word in units.currencies() if word.isalpha() and word.islower()}
    codes |= dict.fromkeys(values.UNITS[2:], "u") | dict.fromkeys(values.TEENS, "e")
    codes |= dict.fromkeys(values.TENS, "y") | {"zero": "z", "one": "i", "hundred": "h"}
    codes |= {word: "k" for word in values.POWERS if len(word) > 1}
    codes |= {word: "V" if low == "2" else "v" for low, word in _vague() if low in ("2", "3")}
    codes |= {word: "D" for low, word in _vague() if low not in ("2", "3")}
    ordinals = " ".join(lexicon.lines("ordinals")).split()
    codes |= dict.fromkeys(ordinals[2:], "o") | {"first": "F", "second": "S"}
    codes |= {word + "s": "T" for word in ordinals[2:]}
    codes |= dict.fromkeys(WEEKDAYS, "w") | dict.fromkeys(SEASONS, "s")
    codes |= dict.fromkeys(MONTHS, "m") | dict.fromkeys(("may", "march", *_SHORT), "b")
    for code, said in (
        ("d", "dozen"), ("f", "half"), ("q", "quarter quarters"), ("%", "percent pc pct"),
        ("p", "per"), ("c", "cent"), ("P", "percentage"), ("R", "today yesterday tomorrow tonight"),
        ("K", "morning afternoon evening night weekend"), ("L", "last next this"),
        ("j", "am pm a.m p.m a.m. p.m."), ("J", "o'clock"), ("N", "noon midday midnight"),
        ("*", "past"), ("X", "times fold"), ("2", "twice thrice"), ("A", "aged age ages"),
        ("l", "old"),
        ("G", "ago earlier later"), ("a", "a an"), ("&", "and"), ("r", "or"), (">", "to"),
        ("<", "from"), ("^", "between"), ("+", "in"), ("/", "of"), ("=", "the"), ("_", "out"),
    ):  # fmt: skip
        codes |= dict.fromkeys(said.split(), code)
    return codes


def _vague() -> list[tuple[str, str]]:
    rows = (line.split() for line in lexicon.lines("vague_numbers"))
    return [(low, word) for low, _, *words in rows for word in words]


@cache
def vague() -> dict[str, tuple[float, float]]:
    """The bounds a vague number word is taken to have.

    >>> vague()["dozens"]
    (20.0, 120.0)
    """
    rows = (line.split() for line in lexicon.lines("vague_numbers"))
    return {word: (float(low), float(high)) for low, high, *words in rows for word in words}
