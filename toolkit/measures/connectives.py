"""Connectives: words and phrases that join one statement to another."""

from functools import cache

import numpy as np

from toolkit.text import lexicon
from toolkit.text.document import Document


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    """All connectives as words, longer ones first, so that a longer one is found as one."""
    found = [tuple(line.split()) for line in lexicon.lines("connectives")]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _numbers() -> dict[str, int]:
    """A number for every word that is in a connective."""
    return {word: k for k, word in enumerate(sorted({w for p in _phrases() for w in p}), 1)}


@cache
def _numbered() -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(_numbers()[word] for word in phrase) for phrase in _phrases())


def _parts(forms: list[str]) -> np.ndarray:
    """Which word of a connective each word is, 0 for none."""
    numbers = _numbers()
    return np.fromiter((numbers.get(form, 0) for form in forms), np.int16, len(forms))


def connectives(document: Document) -> np.ndarray:
    """True for the first token of every connective; phrases do not go beyond a sentence.

    >>> document = Document.of_texts(["However, it fell. In addition, he left. In time, but late."])
    >>> np.flatnonzero(connectives(document)).tolist()
    [0, 3, 9]
    """
    words = document.words
    parts = document.word_forms.column(_parts)[words.forms]
    hits = np.flatnonzero(parts)
    code = parts[hits]
    sentence = np.searchsorted(document.sentences, words.tokens[hits], side="right")
    taken = np.zeros(len(hits), bool)
    found = np.zeros(len(document.tokens.ids), bool)
    there = set(code.tolist())
    for numbers in _numbered():
        if not there.issuperset(numbers):
            continue
        size = len(numbers)
        first = np.flatnonzero(code[: max(len(code) - size + 1, 0)] == numbers[0])
        for k in range(1, size):
            first = first[code[first + k] == numbers[k]]
        # All words side by side, in one sentence, and none of them part of a longer connective.
        first = first[
            (hits[first + size - 1] - hits[first] == size - 1)
            & (sentence[first + size - 1] == sentence[first])
        ]
        free = np.ones(len(first), bool)
        for k in range(size):
            free &= ~taken[first + k]
        first = first[free]
        for k in range(size):
            taken[first + k] = True
        found[words.tokens[hits[first]]] = True
    return found
