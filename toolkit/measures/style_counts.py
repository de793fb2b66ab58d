"""The marks and kinds of words that style is measured by: facts on single tokens."""

import re
from collections.abc import Callable

import numpy as np

from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.words import WORD, normal_form

_ASKS = re.compile(r"\?[?!]*[\"'”’“»)\]}*_]*$")
_COMMA = re.compile(r",(?!\d)|(?<!\d),")
_DASH = re.compile(r"—|(?<!\d)–|–(?!\d)|--+|^-$")
NOMINAL, FIRST, SECOND, NUMBER = (1 << k for k in range(4))
_DIGIT = re.compile(r"\d")
_NOMINAL = tuple("tion sion ment ness ity tions sions ments nesses ities".split())
_COUNTRY = frozenset({"US", "U.S.", "US's", "US’s"})  # not the pronoun


def _each(tokens: list[str], count: Callable[[str], int]) -> np.ndarray:
    return np.fromiter(map(count, tokens), np.int64, len(tokens))


def asking(tokens: list[str]) -> np.ndarray:
    """1 where a token ends in a question mark; more marks may follow, and closing quotes."""
    return _each(tokens, lambda token: "?" in token and bool(_ASKS.search(token)))


def exclamation_marks(tokens: list[str]) -> np.ndarray:
    """Exclamation marks in each token."""
    return _each(tokens, lambda token: token.count("!"))


def commas(tokens: list[str]) -> np.ndarray:
    """Commas in each token, but for those between two digits."""
    return _each(tokens, lambda token: len(_COMMA.findall(token)) if "," in token else 0)


def semicolons(tokens: list[str]) -> np.ndarray:
    """Semicolons in each token."""
    return _each(tokens, lambda token: token.count(";"))


def dashes(tokens: list[str]) -> np.ndarray:
    """Dashes in each token: —, – if not between two digits, -- and a hyphen that stands alone."""
    return _each(tokens, lambda token: 0 if token.isalnum() else len(_DASH.findall(token)))


def nominal(form: str) -> bool:
    """Whether a word (in normal form) is a noun made from a verb or an adjective, by its ending.

    >>> nominal("investigations"), nominal("stations"), nominal("happiness"), nominal("city")
    (True, False, True, False)
    """
    if not form.endswith(_NOMINAL) or len(form) < 6:
        return False
    single = re.sub(r"ies$", "y", form)
    single = re.sub(r"(?<=ness)es$|(?<!nes)s$", "", single)
    return single not in lexicon.words("ends_in_nominal_suffix")


def word_kinds(tokens: list[str]) -> np.ndarray:
    """What the words in each token are (bits, uint8): NOMINAL, FIRST, SECOND, NUMBER.

    A noun in -tion, -sion, -ment, -ness or -ity, made as such; I, we, our ...; you, your ...; a
    number in digits or words ("one" is none).
    """
    first, second = lexicon.words("first_person"), lexicon.words("second_person")
    known = lexicon.words("number_words")

    def kinds(form: str) -> int:
        return (
            (NOMINAL if nominal(form) else 0)
            | (FIRST if form in first else 0)
            | (SECOND if form in second else 0)
            | (NUMBER if form in known else 0)
        )

    def kinds_of(token: str) -> int:
        if token.isascii() and token.isalpha():  # one plain word, as most are
            return 0 if token in _COUNTRY else kinds(token.lower())
        found = NUMBER if _DIGIT.search(token) else 0
        for word in WORD.findall(token):
            if word not in _COUNTRY:
                form = normal_form(word)
                found |= kinds(form)
                if "-" in form and not known.isdisjoint(form.split("-")):
                    found |= NUMBER
        return found

    return np.fromiter(map(kinds_of, tokens), np.uint8, len(tokens))


def nominalisations(document: Document) -> np.ndarray:
    """True where a token holds a noun made from a verb or an adjective."""
    return (document.gather(word_kinds) & NOMINAL) != 0


def first_person(document: Document) -> np.ndarray:
    """True where a token holds I, we, our ..."""
    return (document.gather(word_kinds) & FIRST) != 0


def second_person(document: Document) -> np.ndarray:
    """True where a token holds you, your ..."""
    return (document.gather(word_kinds) & SECOND) != 0


def numbers(document: Document) -> np.ndarray:
    """True where a token holds a number."""
    return (document.gather(word_kinds) & NUMBER) != 0
