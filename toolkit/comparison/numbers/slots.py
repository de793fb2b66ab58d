"""What a number is told about: the words around it, and the role they give it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from toolkit.quantities.context import people
from toolkit.quantities.quantity import Quantity
from toolkit.speech.reporting import verb_kind
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.stems import stem
from toolkit.text.words import normal_form

NEAR = 0.25  # share of the words around two numbers that must be the same
_REACH = 160  # code points on either side that are looked at
_PRONOUN = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Tt]his|[Tt]hat|[Hh]e|[Ss]he)\b")
_CLOSE = 30  # code points after a number that are close to it
_JUST_BEFORE = 10  # and before it, where the verb is
_NAME_BEFORE = re.compile(r"((?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+), ?(?:aged )?$")
_NAME_AFTER = re.compile(r"(?:[ ,]+[a-z]+){0,2}[ ,]+((?:[A-Z][\w’'-]+ ?)+)")
_CLAUSE = re.compile(r"[;:()—–]|, (?:and|but|while|with)\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """The stems of the content words around a number, those close to it, and its roles.

    ``names`` are the words with a capital beside an age; ``said`` is true of a day on which
    something was said ("told reporters on Friday") and not done.
    """

    stems: frozenset[str]
    close: frozenset[str]
    roles: frozenset[str]
    names: frozenset[str] = frozenset()
    said: bool = False


@cache
def _roles() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in lexicon.lines("quantity_roles"):
        head, _, words = line.partition(":")
        role, kind = head.split()
        found.update({stem(word): (role, kind) for word in words.split()})
    return found


class Surroundings:
    """The words of one article, for the slots of its numbers."""

    def __init__(self, document: Document, article: int) -> None:
        first, last = document.article_words[article : article + 2]
        self.text = text = document.articles[article].text
        self.starts = document.words.starts[first:last].tolist()
        ends = document.words.ends[first:last].tolist()
        self.stems = [_stem(text[x:y]) for x, y in zip(self.starts, ends, strict=True)]

    def between(self, start: int, end: int) -> set[str]:
        """The stems of the content words that begin from ``start`` to ``end``."""
        return {*self.stems[bisect_left(self.starts, start) : bisect_left(self.starts, end)]} - {""}

    def slot(self, start: int, end: int, quantity: Quantity, before: int) -> Slot:
        """The slot of a number in the sentence from ``start`` to ``end``.

        The role comes from the clause the number is in, the other words from its sentence. Where
        the sentence speaks of "it" or "they", it means the sentence that begins at ``before``.
        """
        at, until = quantity.passage.start, quantity.passage.end
        start, end = max(start, at - _REACH), min(end, until + _REACH)
        around = self.between(start, at) | self.between(until, end)
        if before < start and _PRONOUN.search(self.text, start, at):
            around |= self.between(max(before, start - _REACH), start)
        close = self.between(at - _JUST_BEFORE, at) | self.between(until, min(end, until + _CLOSE))
        opens = max((m.end() for m in _CLAUSE.finditer(self.text, start, at)), default=start)
        closes = _CLAUSE.search(self.text, until, end)
        clause = self.between(opens, closes.start() if closes else end)
        known = _roles()
        roles = (known[stem] for stem in clause if stem in known)
        return Slot(
            frozenset(around),
            frozenset(close),
            frozenset(role for role, kind in roles if kind == quantity.kind),
            self._names(at, until) if quantity.kind == "age" else frozenset(),
            quantity.kind == "date" and self._said(start, at),
        )

    def _names(self, at: int, until: int) -> frozenset[str]:
        """The words with a capital right before and after an age: whose it is."""
        beside = self.text[max(0, at - _CLOSE) : at], self.text[until : until + _CLOSE]
        found = _NAME_BEFORE.search(beside[0]), _NAME_AFTER.match(beside[1])
        return frozenset(word.lower() for m in found if m for word in m[1].split())

    def _said(self, start: int, at: int) -> bool:
        """Whether what stands before a day is a verb of saying: "a prosecutor said Friday"."""
        before = self.text[max(start, at - _CLOSE) : at].split()
        while before and before[-1].lower() in ("on", "late", "early", "reporters"):
            before.pop()
        return bool(before and verb_kind(normal_form(before[-1])))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    form = normal_form(word)
    if form in lexicon.words("grammar_words") or len(form) < 2 or form[0].isdigit():
        return ""
    return stem(form)


def alike(a: Slot, b: Slot) -> float:
    """How many of the words around two numbers are the same, 0 to 1 (overlap coefficient)."""
    smaller = min(len(a.stems), len(b.stems))
    return len(a.stems & b.stems) / smaller if smaller else 0.0


def conflict(a: Slot, b: Slot) -> bool:
    """Whether two numbers are about different things: the dead and the injured, two people's ages,
    the day when something happened and that when it was told."""
    other_role = a.roles and b.roles and not a.roles & b.roles
    other_person = a.names and b.names and not a.names & b.names
    return bool(other_role or other_person or a.said != b.said)


def shared(a: Slot, b: Slot) -> bool:
    """Whether words around two numbers are the same beside those that name roles."""
    return any(word not in _roles() for word in a.stems & b.stems)


def thing(unit: str) -> str:
    """What is counted, under one name for all people."""
    return "person" if unit in people() else stem(unit)


def weak(quantity: Quantity) -> bool:
    """Whether a number is so common that two equal ones need not be about the same thing."""
    if quantity.kind == "count" and isinstance(quantity.value, float):
        return not quantity.unit and quantity.value < 100
    return quantity.kind in ("multiple", "ordinal") and not quantity.unit
