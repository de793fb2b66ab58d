"""A corpus to measure speed on: as many news-like articles as wanted, always the same ones.

The sentences of the story packs are the moulds. Names, numbers and many ordinary words are
replaced by words drawn from the toolkit's own word lists, rare words rarely (Zipf 1935), some of
them words with a tone, with strengtheners and negations before them. The result reads like
nonsense, but has what costs time in news: the sentence lengths, quotes, abbreviations and
numbers of news, and a vocabulary that keeps growing. Nothing is downloaded.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from benchmarks import ROOT
from toolkit.text import lexicon

SEED = 2025
SHORTEST, LONGEST = 3300, 4900  # code points an article has at least, drawn between these
OCTAVES = 13  # of ranks: 8 words, 16, 32 and so on, 65,528 in all
_FIRST = 8

_SLOT = re.compile(r"([^\w]*)([A-Za-z]+|\d[\d,.]*\d|\d)((?:’s|'s)?[^\w]*)$")
FIXED, WORD, NAME, NUMBER = range(4)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One token of a mould: what stands around a word, the word, and what may replace it."""

    before: str
    word: str
    after: str
    kind: int


class _Dice:
    """Draws that are the same on every version of Python: ``Random.random`` alone is used."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed).random

    def below(self, count: int) -> int:
        return int(self.random() * count)

    def one_of(self, items: list[str]) -> str:
        return items[int(self.random() * len(items))]

    def rarely_rare(self, items: list[str]) -> str:
        """An item; one twice as far down the list comes about half as often."""
        octave = _FIRST << int(self.random() * OCTAVES)
        return items[octave - _FIRST + int(self.random() * octave)]

    def shuffled(self, items: list[str]) -> list[str]:
        return [item for _, item in sorted((self.random(), item) for item in items)]


def moulds() -> list[list[_Slot]]:
    """The sentences of the packs in ``data/``, each token marked with what may replace it."""
    sentences = set()
    for key in sorted((ROOT / "data").glob("*/key.toml")):
        for fact in tomllib.loads(key.read_text(encoding="utf-8"))["fact"]:
            sentences.update(s for told in fact["in"].values() for s in told)
    return [_mould(sentence) for sentence in sorted(sentences)]


def _mould(sentence: str) -> list[_Slot]:
    slots = []
    for place, token in enumerate(sentence.split()):
        found = _SLOT.match(token)
        before, word, after = found.groups() if found else ("", token, "")
        kind = FIXED
        if found and word[0].isdigit():
            kind = NUMBER
        elif found and word[0].isupper() and word[1:].islower() and place:
            kind = NAME
        elif found and word.islower() and len(word) > 3:
            kind = WORD
        slots.append(_Slot(before, word, after, kind))
    return slots


class _Words:
    """What to draw from, from the toolkit's word lists."""

    def __init__(self, dice: _Dice) -> None:
        known = [word for word in lexicon.syllable_counts() if word.isascii() and word.isalpha()]
        familiar = sorted(lexicon.words("dale_chall").intersection(known))
        others = sorted(set(known).difference(familiar))
        count = _FIRST * ((1 << OCTAVES) - 1)
        self.ordinary = (dice.shuffled(familiar) + dice.shuffled(others))[:count]
        self.names = [word.capitalize() for word in dice.shuffled(others)][:count]
        self.titles = sorted(f"{title.capitalize()}." for title in lexicon.words("titles"))
        self.tone = sorted(word for word in lexicon.valences() if word.isalpha() and len(word) > 3)
        signs = (line.split() for line in lexicon.lines("vader_boosters"))
        self.before_tone = sorted(
            {word for _, *words in signs for word in words} | lexicon.words("vader_negators")
        )


def _number(dice: _Dice) -> str:
    kind = dice.below(4)
    if kind == 0:
        return str(2 + dice.below(98))
    if kind == 1:
        return f"{1 + dice.below(99)},{100 + dice.below(900)}"
    if kind == 2:
        return f"{1 + dice.below(99)}.{dice.below(10)}"
    return str(1950 + dice.below(76))


def _told(mould: list[_Slot], dice: _Dice, words: _Words) -> Iterator[str]:
    for slot in mould:
        word = slot.word
        chance = dice.random() if slot.kind else 1.0
        if slot.kind == NUMBER:
            word = _number(dice)
        elif slot.kind == NAME and chance < 0.6:
            word = dice.rarely_rare(words.names)
            if chance < 0.05:
                word = f"{dice.one_of(words.titles)} {word}"
        elif slot.kind == WORD and chance < 0.08:
            word = dice.one_of(words.tone)
            if chance < 0.03:
                word = f"{dice.one_of(words.before_tone)} {word}"
            if chance < 0.001:
                word = word.upper()
        elif slot.kind == WORD and chance < 0.6:
            word = dice.rarely_rare(words.ordinary)
        after = slot.after
        if after == "." and dice.random() < 0.02:
            after = "!"
        yield f"{slot.before}{word}{after}"


def articles(count: int, seed: int = SEED) -> Iterator[str]:
    """``count`` texts of about 4 KB; the first of them are the same whatever ``count`` is.

    >>> list(articles(2)) == list(articles(3))[:2]
    True
    """
    dice = _Dice(seed)
    words, patterns = _Words(dice), moulds()
    for _ in range(count):
        wanted = SHORTEST + dice.below(LONGEST - SHORTEST)
        paragraphs: list[str] = []
        size = 0
        while size < wanted:
            sentences = [
                " ".join(_told(patterns[dice.below(len(patterns))], dice, words))
                for _ in range(1 + dice.below(3))
            ]
            paragraphs.append(" ".join(sentences))
            size += len(paragraphs[-1]) + 2
        yield "\n\n".join(paragraphs)
