"""A sentence as the rules for tone towards a target read it: words, clauses and quotations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate

from toolkit.measures.attitude_words import Entry, readings
from toolkit.text import lexicon
from toolkit.text.inflection import BASE, verb_forms

_COMMA = frozenset(",;:—–()[]…|")
_HARD = frozenset(";:—–()|\n")
_QUOTES = frozenset('"“”«»„‟')
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")
_HEADLINE = 0.65  # of all words with a capital: then capitals mark no names
_REACH_OF_NOT = 3  # words, as in VADER


@cache
def function_words(kind: str) -> frozenset[str]:
    """The small words of one class of the lexicon ``function_words``.

    >>> "against" in function_words("preposition")
    True
    """
    rows = (line.split() for line in lexicon.lines("function_words"))
    return frozenset(word for name, *words in rows if name == kind for word in words)


@cache
def speech_verbs() -> frozenset[str]:
    """Every form of every verb of saying and thinking."""
    return frozenset(form for base in lexicon.words("speech_verbs") for form in verb_forms(base))


@cache
def naming_verbs() -> frozenset[str]:
    """Every form of the verbs that give somebody a name: "called her a liar"."""
    return frozenset(form for base in function_words("naming") for form in verb_forms(base))


@dataclass(frozen=True)
class Stretch:
    """The words of a sentence (or of a window of it) with what lies between them.

    ``forms`` are normal forms; ``gaps[k]`` are the characters before word ``k``, and the last
    gap those after all words. ``capital`` says which words begin with a capital letter.
    """

    forms: tuple[str, ...]
    gaps: tuple[str, ...]
    capital: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def clause(self) -> tuple[int, ...]:
        """How many clause boundaries (punctuation, opening words) lie before each word."""
        openers = lexicon.words("clause_openers")
        steps = (
            self.breaks(at) or not _QUOTES.isdisjoint(self.gaps[at]) or form in openers
            for at, form in enumerate(self.forms)
        )
        return tuple(accumulate(map(int, steps)))

    @cached_property
    def quote(self) -> tuple[int, ...]:
        """The number of the quotation each word stands in, 0 outside."""
        return _quotations(self.gaps)

    def breaks(self, at: int) -> bool:
        """Whether punctuation cuts before word ``at``."""
        return not _COMMA.isdisjoint(self.gaps[at])

    def breaks_hard(self, at: int) -> bool:
        """Whether more than a comma cuts before word ``at``."""
        return not _HARD.isdisjoint(self.gaps[at])

    def opens(self, at: int) -> bool:
        """Whether word ``at`` opens a clause that what stands before does not reach into."""
        form = self.forms[at]
        return form in lexicon.words("clause_openers") and form not in function_words("joining")

    def is_a(self, kind: str, at: int) -> bool:
        """Whether there is a word at ``at`` and it belongs to a class of small words."""
        return 0 <= at < len(self.forms) and self.forms[at] in function_words(kind)

    def negates(self, at: int) -> bool:
        """Whether the word is a negation ("not", but not in "not only")."""
        if at + 1 < len(self) and self.forms[at + 1] in ("only", "just", "merely"):
            return False
        return self.forms[at] in lexicon.words("negations") or self.forms[at].endswith("n't")

    def negated(self, at: int) -> bool:
        """Whether one of the three words before ``at`` negates it, with no break between."""
        found = False
        for k in range(at - 1, max(-1, at - 1 - _REACH_OF_NOT), -1):
            if self.breaks(k + 1):
                break
            found ^= self.negates(k)
        return found

    @cached_property
    def entries(self) -> Mapping[int, Entry]:
        """The lexicons' reading of every word that has one; a phrase counts once."""
        found: dict[int, Entry] = {}
        free = 0
        for at in range(len(self)):
            entry = self._reading(at) if at >= free and not self.in_a_name(at) else None
            if entry is not None:
                found[at] = entry
                free = at + entry.length
        return found

    def in_a_name(self, at: int) -> bool:
        """Whether a capital marks the word as part of a name: "Department of Justice"."""
        return self.capital[at] and not self.headline and bool(at) and self.gaps[at].isspace()

    @cached_property
    def headline(self) -> bool:
        """Whether most words begin with a capital, which then marks no names."""
        return sum(self.capital) > _HEADLINE * len(self)

    def _reading(self, at: int) -> Entry | None:
        found = readings(self.forms, at)
        for entry in found:
            if entry.kind == "feeling" and self.is_a("about", at + entry.length):
                return entry
        verbs = [entry for entry in found if entry.kind == "verb"]
        others = [entry for entry in found if entry.kind != "verb"]
        if verbs and self._verbal(at, verbs[0], bool(others)):
            return verbs[0]
        order = ["stance", "people", "noun", "adjective", "adverb", "plain", "feeling"]
        return min(others, key=lambda entry: order.index(entry.kind), default=None)

    def _verbal(self, at: int, entry: Entry, doubtful: bool) -> bool:
        """Whether a word that may be a verb stands where verbs stand."""
        if at == 0:
            return not (doubtful and self.is_a("preposition", 1))
        before = self.forms[at - 1]
        owned = before.endswith(("'s", "s'"))
        if entry.forms & BASE and entry.length == 1:
            if self.breaks(at) or self.negates(at - 1) or before in ("and", "or", "let", "that"):
                return True
            if self.is_a("auxiliary", at - 1) or self.is_a("subject", at - 1):
                return True
            many = before.endswith(("ly", "s")) and not before.endswith("ss") and not owned
            noun = self.is_a("determiner", at - 1) or (
                doubtful and self.is_a("preposition", at + 1)
            )
            return many and not noun
        if not doubtful:
            return True
        described = any(entry.kind == "adjective" for entry in readings(self.forms, at - 1))
        small = self.is_a("determiner", at - 1) or self.is_a("preposition", at - 1)
        return not (small or owned or described)


def _quotations(gaps: Sequence[str]) -> tuple[int, ...]:
    """The number of the quotation before each gap's word; unopened and unclosed ones count."""
    inside, number = 0, 0
    found: list[int] = []
    for at, gap in enumerate(gaps):
        for place, mark in enumerate(gap):
            closes = mark in _CLOSING or (
                mark == '"' and (inside or _like_a_closer(gaps, at, place))
            )
            if closes:
                if not number and at:  # it was opened in an earlier sentence
                    number = 1
                    found = [1] * len(found)
                inside = 0
            elif mark in _OPENING or mark == '"':
                number += 1
                inside = number
        found.append(inside)
    return tuple(found[:-1])


def _like_a_closer(gaps: Sequence[str], at: int, place: int) -> bool:
    """Whether a straight quotation mark that nothing opened stands like a closing one."""
    gap = gaps[at]
    if at == 0:
        return False
    if at == len(gaps) - 1:
        return True
    return not (place and gap[place - 1] in " (\n—–") and gap[place + 1 : place + 2].isspace()
