"""What a word counts as when two wordings are held against each other.

*Colour* and *color*, *three* and *3* are one spelling; *stood* and *stands* have one stem. Both
are found once per distinct word form.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from toolkit.text import lexicon
from toolkit.text.stems import stem
from toolkit.text.tokens import Vocabulary
from toolkit.text.word_frequency import american


@cache
def _bases() -> dict[str, str]:
    rows = (line.split() for line in lexicon.lines("irregular_verbs"))
    return {form: base for base, *forms in rows for form in forms}


@cache
def _grammar() -> frozenset[str]:
    words = lexicon.words("grammar_words")
    return words | {f"{word}'s" for word in words}


# What is left of a word before these is a grammar word, or the word that carries the stem.
_CLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m")


def stem_of(form: str) -> str:
    """The stem of a word in its normal form, irregular verbs and British spellings included.

    >>> stem_of("stood") == stem_of("stands"), stem_of("colours") == stem_of("color")
    (True, True)
    """
    for clitic in _CLITICS:
        form = form.removesuffix(clitic)
    return stem(_FIGURES.get(form) or american(_bases().get(form, form).replace("-", "")))


_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    word: str(10 * number)
    for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)
}


_BESIDE_LETTERS = re.compile(r"-|(?<=[^\W\d])\.")


def spelling_of(form: str) -> str:
    """The one spelling of a word that may be written in several ways.

    >>> spelling_of("defence"), spelling_of("post-war"), spelling_of("u.s."), spelling_of("three")
    ('defense', 'postwar', 'us', '3')
    """
    return _FIGURES.get(form) or american(_BESIDE_LETTERS.sub("", form))


def is_content(form: str) -> bool:
    """Whether a word says what a text is about: no article, pronoun, auxiliary or the like.

    >>> is_content("bridge"), is_content("50"), is_content("hasn't")
    (True, True, False)
    """
    for clitic in _CLITICS:
        form = form.removesuffix(clitic)
    return form not in _grammar()


class WordKeys:
    """Spelling, stem and weight of every distinct word form of a batch.

    ``spellings`` and ``stems`` are numbers that are equal where the words count as equal;
    ``content`` is True for words that say what a text is about.
    """

    def __init__(self, forms: Vocabulary) -> None:
        self._forms = forms
        self._spelling, self._stem = Vocabulary(), Vocabulary()
        self._done = 0
        self._spelt: list[str] = []
        self.spellings = np.zeros(0, np.int32)
        self.stems = np.zeros(0, np.int32)
        self.content = np.zeros(0, bool)

    def spelt(self, spellings: Sequence[int]) -> str:
        """Words, given as spellings, written without blanks: "post war" is "postwar"."""
        return "".join(self._spelt[k] for k in spellings)

    def updated(self) -> "WordKeys":
        """The table with every form that has been met since."""
        fresh = self._forms.entries[self._done :]
        if fresh:
            spelt = self._spelling.encode([spelling_of(form) for form in fresh])
            stems = self._stem.encode([stem_of(form) for form in fresh])
            content = np.fromiter(map(is_content, fresh), bool, len(fresh))
            self.spellings = np.concatenate((self.spellings, spelt))
            self.stems = np.concatenate((self.stems, stems))
            self.content = np.concatenate((self.content, content))
            self._spelt = self._spelling.entries
            self._done += len(fresh)
        return self
