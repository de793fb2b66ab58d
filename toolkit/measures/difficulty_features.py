"""What makes a text hard to read, as far as counting can see it: the parts of one score.

Each feature is a number that a reader could count by hand. All are sums of whole numbers over
stretches of words and sentences, so a stretch has the same value in any batch.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from toolkit.measures.difficulty_reading import Reading
from toolkit.text import lexicon, word_frequency
from toolkit.text.document import Document
from toolkit.text.segments import ratio, sums

RARE = 40  # tenths on the Zipf scale: said once in 100,000 words


def _letters(forms: list[str]) -> np.ndarray:
    return np.fromiter((sum(map(str.isalnum, form)) for form in forms), np.int64, len(forms))


def _prepositions(forms: list[str]) -> np.ndarray:
    listed = lexicon.words("prepositions")
    return np.fromiter((form in listed for form in forms), bool, len(forms))


def _linking(forms: list[str]) -> np.ndarray:
    listed = lexicon.words("linking_words")
    return np.fromiter((form in listed for form in forms), bool, len(forms))


def _numeral(forms: list[str]) -> np.ndarray:
    return np.fromiter((any(map(str.isdigit, form)) for form in forms), bool, len(forms))


def _word_frequency(r: Reading) -> np.ndarray:
    tenths = np.where(r.distinct, r.fact(word_frequency.frequencies), 0)
    return ratio(sums(tenths, r.edges), 10 * sums(r.distinct, r.edges))


def _rare_words(r: Reading) -> np.ndarray:
    return r.share(r.fact(word_frequency.frequencies) < RARE, r.distinct)


def _unfamiliar_words(r: Reading) -> np.ndarray:
    return r.share(r.fact(word_frequency.unfamiliar), r.distinct)


def _word_lengths(r: Reading) -> np.ndarray:
    plain = ~r.names & ~r.fact(_numeral)
    return _spread(np.where(plain, r.fact(_letters), 0), plain, r.edges)


def _sentence_length(r: Reading) -> np.ndarray:
    sizes, bounds = r.sentences
    mean = ratio(sums(sizes * sizes, bounds), sums(sizes, bounds))
    return np.log(mean)


def _sentence_lengths(r: Reading) -> np.ndarray:
    sizes, bounds = r.sentences
    spread = _spread(sizes, np.ones(len(sizes), bool), bounds)
    return np.where(np.diff(bounds) > 1, spread, np.nan)


def _spread(values: np.ndarray, counted: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """Standard deviation of whole numbers (0 where not counted); NaN of none."""
    count, total = sums(counted, bounds), sums(values, bounds)
    squares = sums(values * values, bounds)
    return np.sqrt(ratio(count * squares - total * total, count * count))


def _repetition(r: Reading) -> np.ndarray:
    return r.share(r.repeated, r.content)


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that makes a text harder or easier, and how it is counted.

    ``harder`` is 1 where more of it makes a text harder and -1 where it makes it easier: the
    direction that reading research expects, and the only one that the score may use.
    ``logarithm``: counts by its logarithm, as ten words more are much to a sentence of ten and
    little to one of fifty; tables show the number itself. ``percent``: a share.
    """

    name: str
    label: str
    explanation: str
    source: str
    harder: int
    function: Callable[[Reading], np.ndarray]
    logarithm: bool = False
    percent: bool = False

    def shown(self, value: float) -> float:
        """The value as a person would say it: words, letters, percent."""
        if self.logarithm:
            return float(np.exp(value))
        return 100 * value if self.percent else value


FEATURES = (
    Feature(
        "word_frequency",
        "How common the words are",
        "How often people say the words that tell what the text is about, each word once: 4 is"
        " once in 100,000 words, 5 ten times as often. Grammar words, names and numbers are left"
        " out here and below.",
        "Brysbaert and New 2009; van Heuven et al. 2014",
        -1,
        _word_frequency,
    ),
    Feature(
        "rare_words",
        "Rare words",
        "The percentage of the different words that people say less than once in 100,000 words.",
        "Brysbaert and New 2009",
        1,
        _rare_words,
        percent=True,
    ),
    Feature(
        "unfamiliar_words",
        "Unfamiliar words",
        "The percentage of the different words that are, in no form, on a list of 3,000 words known"
        " to most ten-year-olds.",
        "Dale and Chall 1948",
        1,
        _unfamiliar_words,
        percent=True,
    ),
    Feature(
        "word_lengths",
        "Long words among short ones",
        "How far the words spread around their mean length, in letters (standard deviation).",
        "after Crossley et al. 2019, spread in place of mean",
        1,
        _word_lengths,
    ),
    Feature(
        "prepositions",
        "Prepositions",
        "The percentage of words such as of, in and through, which pack facts into phrases.",
        "Biber 1988",
        1,
        lambda r: r.share(r.fact(_prepositions), r.every),
        percent=True,
    ),
    Feature(
        "linking_words",
        "Linking words of written style",
        "The percentage of words such as which, although and however.",
        "Halliday and Hasan 1976; Biber 1988",
        1,
        lambda r: r.share(r.fact(_linking), r.every),
        percent=True,
    ),
    Feature(
        "sentence_length",
        "Length of sentences",
        "The words of the sentence that the average word stands in (counted up to 60).",
        "Flesch 1948, per word in place of per sentence",
        1,
        _sentence_length,
        logarithm=True,
    ),
    Feature(
        "sentence_lengths",
        "Long sentences among short ones",
        "How far the sentences spread around their mean length, in words (standard deviation).",
        "after Crossley et al. 2019, spread in place of mean",
        1,
        _sentence_lengths,
    ),
    Feature(
        "repetition",
        "Words that come again",
        "The percentage of words that stood, in any form, among the 150 words before.",
        "Kintsch and van Dijk 1978 (overlap of arguments); Crossley et al. 2008",
        -1,
        _repetition,
        percent=True,
    ),
)


def values(document: Document, bounds: np.ndarray | None = None) -> np.ndarray:
    """Every feature of every stretch of tokens (of every article if no bounds are given).

    An array (n, number of features), in the order of :data:`FEATURES`; NaN where a feature is
    undefined: no content words, or fewer than two sentences to spread.

    >>> document = Document.of_texts(["The cat saw a dog. The dog ran."])
    >>> names = [feature.name for feature in FEATURES]
    >>> round(float(values(document)[0, names.index("repetition")]), 3)  # one of five
    0.2
    """
    reading = Reading(document, document.tokens.bounds if bounds is None else bounds)
    return np.stack([feature.function(reading) for feature in FEATURES], axis=1)
