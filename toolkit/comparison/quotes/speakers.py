"""Whether two tellings mean the same speaker: "Trump", "Donald Trump" and "President Trump".

Titles and roles before a name are let go, as are accents and the many ways in which one
Cyrillic name is spelt in Latin letters. Where either side names nobody, nothing is known.
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from toolkit.speech.attribution import Speaker
from toolkit.text import lexicon

_BESIDE = frozenset("the a an of and for former late then ex acting".split())
_LETTERS = re.compile(r"[^\W\d_]+")
# Spellings of one sound in names from other scripts (after BGN/PCGN and ISO 9, made coarse).
_SOUNDS = (("w", "v"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("tz", "ts"), ("y", "i"), ("j", "i"))


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a proper name without titles and roles; empty if it is no proper name.

    >>> name_parts("President Volodymyr Zelenskyy") == name_parts("Volodimir Zelensky")
    True
    >>> name_parts("two senior officials"), name_parts("the French leader")
    ((), ())
    """
    words = _words(name)
    titles = lexicon.words("titles") | lexicon.words("roles_before_names")
    kept = [
        word for word in words if word.casefold() not in _BESIDE and word.casefold() not in titles
    ]
    if not kept or not kept[-1][0].isupper():
        return ()
    return tuple(_sound(word) for word in kept if word[0].isupper())


def _words(name: str) -> list[str]:
    bare = re.sub(r"['’]s?\b", "", name[:200])
    return _LETTERS.findall(bare)


def _sound(word: str) -> str:
    letters = [c for c in normalize("NFKD", word.casefold()) if not combining(c)]
    sound = "".join(letters)
    for spelt, meant in _SOUNDS:
        sound = sound.replace(spelt, meant)
    return "".join(c for k, c in enumerate(sound) if k == 0 or c != sound[k - 1])


@lru_cache(maxsize=50_000)
def same_name(a: str, b: str) -> bool | None:
    """Whether two names are of one person or body; ``None`` if that cannot be told.

    >>> same_name("Trump", "Donald Trump"), same_name("Mr Trump", "Emmanuel Macron")
    (True, False)
    >>> same_name("the president", "Donald Trump") is None, same_name("the council", "Town Council")
    (True, True)
    """
    if not a or not b:
        return None
    if a.casefold() == b.casefold():
        return True
    first, second = name_parts(a), name_parts(b)
    if not first or not second:
        # "The council" is the Saltmere Town Council.
        short, full = (a, b) if not first else (b, a)
        last = full.split()[-1]
        same = _words(short)[-1:] == [last.lower()] and last[0].isupper()
        return True if same else None
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    if first[-1] == second[-1]:
        short, long = sorted((first[0], second[0]), key=len)
        shared = not set(first[:-1]).isdisjoint(second[:-1])
        # "Tim" is Timothy; "Bill" may be William.
        return True if shared or long.startswith(short) else None
    # A ministry may be quoted by name here and through its spokesman there.
    return None if _is_body(a) or _is_body(b) else False


def _is_body(name: str) -> bool:
    words = _words(name)
    if not lexicon.words("speaker_bodies").isdisjoint(word.casefold() for word in words):
        return True
    small = not {"of", "and"}.isdisjoint(words)
    capitals = any(word.isupper() for word in words if len(word) > 1)
    return small or capitals or words[0].casefold() == "the"


def same_speaker(a: Speaker, b: Speaker) -> bool | None:
    """:func:`same_name` of two speakers; who is not resolved is not another."""
    return same_name(a.name, b.name)
