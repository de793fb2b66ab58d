"""Readability formulas that look words up in a list of familiar ones.

``spache_readability`` and ``dale_chall_readability_score_v2`` equal textstat 0.7.13 on every
text with a word (without, it says 0 and we say NaN), its choices included: both look for words
of two syllables or more that are not on the *Dale-Chall* list. They are offered so that numbers
can be compared; the published formulas of these names stand beside them.

Bormuth's formulas follow Bormuth (1969), where some R packages have a slipped decimal point, take
unfamiliar words for familiar ones, and letters for the criterion score.
"""

import numpy as np

from toolkit.measures import counts
from toolkit.measures.formula import EASIER, GRADE, HARDER, OPEN, POSITIVE, Counts, record
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.segments import ratio

_ENDINGS = ("'s", "s", "es", "d", "ed", "ing")
CRITERION = 0.35  # the share of left-out words a reader must guess to have understood the text


def listed_forms(word: str) -> set[str]:
    """The word and what is left without a regular ending: plural, possessive or verb form.

    >>> sorted(listed_forms("hopped")), sorted(listed_forms("baby's")), sorted(listed_forms("red"))
    (['hop', 'hopp', 'hoppe', 'hopped'], ['baby', "baby's"], ['re', 'red'])
    """
    forms = {word}
    for ending in _ENDINGS:
        stem = word.removesuffix(ending).removesuffix("'")
        if stem != word and len(stem) > 1:
            forms.add(stem)
            if ending in ("es", "ed") and stem.endswith("i"):
                forms.add(stem[:-1] + "y")
            if ending == "ing":
                forms.add(stem + "e")
            if ending in ("ed", "ing") and stem[-2:-1] == stem[-1:]:
                forms.add(stem[:-1])
    return forms


def not_on_spache_list(tokens: list[str]) -> np.ndarray:
    """1 where neither a word nor its stem is on Spache's list of 1974; numbers are familiar."""
    easy = lexicon.words("spache")

    def hard(token: str) -> bool:
        word = counts.bare_word(token.replace("’", "'")).lower()
        if not word or word.isdigit() or word in easy:
            return False
        return not word.endswith(_ENDINGS) or easy.isdisjoint(listed_forms(word))

    return np.fromiter(map(hard, tokens), np.int64, len(tokens))


def long_unfamiliar(document: Document) -> np.ndarray:
    """True where a word of two syllables or more is not on the Dale-Chall list."""
    spoken = document.gather(counts.syllables_of_bare)
    return (document.gather(counts.unfamiliar) == 1) & (spoken >= 2)


def _unfamiliar(c: Counts) -> np.ndarray:
    return c.percent(c.of(counts.unfamiliar))


def _spache_textstat(c: Counts) -> np.ndarray:
    percent = c.percent(c.where(long_unfamiliar))
    return (0.141 * c.words_per_sentence) + (0.086 * percent) + 0.839


def _dale_chall_textstat(c: Counts) -> np.ndarray:
    raw = 0.1579 * c.percent(c.where(long_unfamiliar)) + 0.0496 * c.words_per_sentence
    return np.where(raw > 0.05, raw + 3.6365, raw)


def _spache_1953(c: Counts) -> np.ndarray:
    return 0.141 * c.words_per_sentence + 0.086 * c.percent(c.of(not_on_spache_list)) + 0.839


def _spache_1974(c: Counts) -> np.ndarray:
    return 0.121 * c.words_per_sentence + 0.082 * c.percent(c.of(not_on_spache_list)) + 0.659


def _dale_chall_1995(c: Counts) -> np.ndarray:
    return 64 - 0.95 * _unfamiliar(c) - 0.69 * c.words_per_sentence


def _dale_chall_recalculated(c: Counts) -> np.ndarray:
    return 0.1155 * _unfamiliar(c) + 0.0596 * c.words_per_sentence + 3.2672


def _bormuth_cloze(c: Counts) -> np.ndarray:
    letters, length = c.per_word(c.of(counts.letters)), c.words_per_sentence
    familiar = ratio(c.words - c.of(counts.unfamiliar), c.words)
    return (
        0.886593
        - 0.08364 * letters
        + 0.161911 * (familiar * familiar * familiar)
        - 0.021401 * length
        + 0.000577 * (length * length)
        - 0.000005 * (length * length * length)
    )


def _bormuth_grade(c: Counts) -> np.ndarray:
    m, s = _bormuth_cloze(c), CRITERION
    ms = m * s
    return (
        4.275
        + 12.881 * m
        - 34.934 * (m * m)
        + 20.388 * (m * m * m)
        + 26.194 * s
        - 2.046 * (s * s)
        - 11.767 * (s * s * s)
        - 44.285 * ms
        + 97.620 * (ms * ms)
        - 59.538 * (ms * ms * ms)
    )


MEASURES = (
    record(
        "spache_readability",
        "Spache, as in textstat",
        GRADE,
        POSITIVE,
        HARDER,
        "0.141 for each word in the average sentence and 0.086 for each percent of words of two"
        " syllables or more not on the Dale-Chall list, plus 0.839.",
        "textstat 0.7, after Spache 1953",
        _spache_textstat,
    ),
    record(
        "spache_old",
        "Spache 1953",
        GRADE,
        POSITIVE,
        HARDER,
        "0.141 for each word in the average sentence and 0.086 for each percent of words not on"
        " Spache's list of about 1,000 easy words (that of 1974), plus 0.839.",
        "Spache 1953",
        _spache_1953,
    ),
    record(
        "spache_new",
        "Spache 1974",
        GRADE,
        POSITIVE,
        HARDER,
        "0.121 for each word in the average sentence and 0.082 for each percent of words not on"
        " Spache's list of about 1,000 easy words, plus 0.659.",
        "Spache 1974",
        _spache_1974,
    ),
    record(
        "dale_chall_new",
        "Dale-Chall 1995",
        "points",
        (float("-inf"), 64.0),
        EASIER,
        "64, less 0.95 for each percent of words not on a list of about 3,000 familiar words,"
        " less 0.69 for each word in the average sentence.",
        "Chall and Dale 1995",
        _dale_chall_1995,
    ),
    record(
        "dale_chall_readability_score_v2",
        "Dale-Chall v2, as in textstat",
        "points",
        POSITIVE,
        HARDER,
        "0.158 for each percent of words of two syllables or more not on the Dale-Chall list and"
        " 0.05 for each word in the average sentence; 3.64 more if that is over 0.05, as it nearly"
        " always is.",
        "textstat 0.7, after Dale and Chall 1948",
        _dale_chall_textstat,
    ),
    record(
        "dale_chall_psk",
        "Dale-Chall, recalculated",
        GRADE,
        POSITIVE,
        HARDER,
        "3.27, plus 0.116 for each percent of words not on a list of about 3,000 familiar words"
        " and 0.06 for each word in the average sentence.",
        "Powers, Sumner and Kearl 1958",
        _dale_chall_recalculated,
    ),
    record(
        "bormuth_mean_cloze",
        "Bormuth, words guessed",
        "share",
        OPEN,
        EASIER,
        "An estimate of the share of left-out words that pupils can fill in, from the letters in"
        " the average word, the share of words on the Dale-Chall list (cubed) and the words in the"
        " average sentence.",
        "Bormuth 1969",
        _bormuth_cloze,
        digits=2,
    ),
    record(
        "bormuth_grade",
        "Bormuth, grade",
        GRADE,
        OPEN,
        HARDER,
        "The school grade that Bormuth found for a share of words guessed (Bormuth, words"
        " guessed), if 35% guessed means that a text is understood.",
        "Bormuth 1969",
        _bormuth_grade,
    ),
    record(
        "drp",
        "Degrees of Reading Power",
        "points",
        OPEN,
        HARDER,
        "A hundred times the share of left-out words that pupils can not fill in (Bormuth, words"
        " guessed).",
        "College Entrance Examination Board 1981, after Bormuth 1969",
        lambda c: (1 - _bormuth_cloze(c)) * 100,
    ),
)
