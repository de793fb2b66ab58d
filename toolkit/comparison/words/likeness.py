"""What the comparison of single words rests on, found once per distinct word.

Words can be alike to three degrees: the same *form* (all but case and the style of marks), the
same *key* (also another spelling, or figures for a number word), the same *family* (also another
form of the word, or one made from it). What they weigh when texts are aligned is whole numbers,
so that sums are exact.
"""

from dataclasses import dataclass

import numpy as np

from toolkit.text import lexicon
from toolkit.text.numerals import in_figures
from toolkit.text.spelling_variants import one_spelling
from toolkit.text.tokens import Vocabulary
from toolkit.text.word_families import family
from toolkit.text.word_frequency import content, frequencies

SMALL = 25  # what a grammar word weighs: less than a break in the alignment costs
_LEAST, _COMMONEST, _PER_TENTH = 150, 70, 8  # a content word: more, the rarer it is
NUMBER = 400  # any figure
NAME = 149  # a word of three letters or less that only its capitals make a name


@dataclass(frozen=True, slots=True)
class WordFacts:
    """Arrays of one length, a row per word: what :mod:`word_likeness` says of each."""

    forms: list[int]
    keys: list[int]
    families: list[int]
    weights: list[int]
    light: list[bool]


class Likeness:
    """The facts of every distinct word form of a vocabulary."""

    def __init__(self, forms: Vocabulary) -> None:
        self._forms = forms
        self._names = Vocabulary()
        self._keys = np.zeros(0, np.int32)
        self._families = np.zeros(0, np.int32)

    def of(self, forms: np.ndarray) -> WordFacts:
        """The facts of words given by their forms."""
        self._extend()
        return WordFacts(
            forms.tolist(),
            self._keys[forms].tolist(),
            self._families[forms].tolist(),
            self._forms.column(word_weights)[forms].tolist(),
            self._forms.column(light_words)[forms].tolist(),
        )

    def _extend(self) -> None:
        if len(self._keys) == len(self._forms):
            return
        fresh = self._forms.entries[len(self._keys) :]
        keys = [word_key(form) for form in fresh]
        families = [key if key[:1].isdigit() else family(key) for key in keys]
        self._keys = np.concatenate((self._keys, self._names.encode(keys)))
        self._families = np.concatenate((self._families, self._names.encode(families)))


def word_key(form: str) -> str:
    """A word in one spelling, numbers in figures.

    >>> word_key("defence"), word_key("three"), word_key("post-war")
    ('defense', '3', 'postwar')
    """
    return in_figures(form) or one_spelling(form)


def word_weights(forms: list[str]) -> np.ndarray:
    """What a match of each word is worth (int64): rare words much, grammar words little.

    >>> word_weights(["the", "said", "bridge", "girder", "1998"]).tolist()
    [25, 222, 358, 518, 400]
    """
    weights = np.maximum(_LEAST + _PER_TENTH * (_COMMONEST - frequencies(forms)), _LEAST)
    numbers = np.fromiter((any(map(str.isdigit, form)) for form in forms), bool, len(forms))
    return np.where(content(forms), weights, np.where(numbers, NUMBER, SMALL))


def light_words(forms: list[str]) -> np.ndarray:
    """True where a change of this word alone says little: *the*, *of*, *was*.

    >>> light_words(["the", "will", "not", "of"]).tolist()
    [True, False, False, True]
    """
    light = lexicon.words("light_words")
    return np.fromiter((form in light for form in forms), bool, len(forms))
