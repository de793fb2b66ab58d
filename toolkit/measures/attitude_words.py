"""What our attitude lexicons say about a word: as a verb, a noun, a stance or a description."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from toolkit.text import lexicon
from toolkit.text.inflection import PARTICIPLE, adverb, plural, verb_forms


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a word or phrase, ``length`` words long.

    ``kind`` is ``verb``, ``noun``, ``stance``, ``people`` or ``adjective``. ``own`` is the
    attitude towards the doer, owner or described one, ``other`` the one towards whom or what it
    is done to or about; both from -2 (strongly against) to 2. ``forms`` are the verb forms it
    may be (:mod:`toolkit.text.inflection`).
    """

    kind: str
    own: float
    other: float
    length: int = 1
    forms: int = 0

    @property
    def value(self) -> float:
        """The attitude it spreads where nobody knows who does what to whom."""
        if self.kind in ("verb", "stance", "people", "feeling"):
            return self.other or self.own
        return self.own

    @property
    def participle(self) -> bool:
        """Whether it may be a past participle, as in "was praised"."""
        return bool(self.forms & PARTICIPLE)


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """By first word: the words that must follow, and the entry; longest phrases first."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}

    def add(words: Sequence[str], entry: Entry) -> None:
        found.setdefault(words[0], []).append((tuple(words[1:]), entry))

    for own, other, phrases in _rows("attitude_verbs", 2):
        for phrase in phrases:
            base, *rest = phrase.split("_")
            for form, kinds in verb_forms(base).items():
                add([form, *rest], Entry("verb", own, other, 1 + len(rest), kinds))
    kind = "stance"
    for line in lexicon.lines("attitude_stances"):
        if line in ("people", "feelings"):
            kind = line
            continue
        first, second, *nouns = line.split()
        for noun in nouns:
            if kind == "feelings":
                words = noun.split("_")
                add(words, Entry("feeling", float(first), float(second), len(words)))
                continue
            for form in {noun, plural(noun)}:
                add([form], Entry(kind, float(first), float(second)))
    for own, _, nouns in _rows("attitude_nouns", 1):
        for phrase in nouns:
            *rest, noun = phrase.split("_")
            for form in {noun, plural(noun)}:
                add([*rest, form], Entry("noun", own, 0.0, 1 + len(rest)))
    for own, _, adjectives in _rows("attitude_adjectives", 1):
        for phrase in adjectives:
            words = phrase.split("_")
            add(words, Entry("adjective", own, 0.0, len(words)))
            if len(words) == 1 and adverb(phrase) not in lexicon.words("degree_adverbs"):
                add([adverb(phrase)], Entry("adverb", own, 0.0))
    return {
        word: tuple(sorted(entries, key=lambda pair: -len(pair[0])))
        for word, entries in found.items()
    }


@cache
def _plain() -> dict[str, Entry]:
    """VADER's words, at half their strength, where our own lists say nothing."""
    known = lexicon.words("vader_not_in_news")
    return {
        word: Entry("plain", valence / 2, 0.0)
        for word, valence in lexicon.valences().items()
        if word.isalpha() and word not in known and len(word) > 2
    }


def _rows(name: str, numbers: int) -> list[tuple[float, float, list[str]]]:
    rows = []
    for line in lexicon.lines(name):
        first, *rest = line.split()
        second = float(rest.pop(0)) if numbers == 2 else 0.0
        rows.append((float(first), second, rest))
    return rows


def readings(forms: Sequence[str], at: int) -> list[Entry]:
    """What the word at ``at``, or the phrase that begins there, may be: longest readings only.

    >>> [entry.kind for entry in readings("they attack her".split(), 1)]
    ['verb', 'stance']
    >>> readings("to lash out at her".split(), 1)[0].length
    3
    """
    best: list[Entry] = []
    for rest, entry in _phrases().get(forms[at], ()):
        if best and entry.length < best[0].length:
            break
        if all(
            at + k < len(forms) and forms[at + k] == word for k, word in enumerate(rest, start=1)
        ):
            best.append(entry)
    plain = _plain().get(forms[at])
    return best or ([plain] if plain else [])
