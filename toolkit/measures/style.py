"""Style: how long the sentences are, and how much of a telling is passive, quoted, asked, counted.

Counts of words and marks are given for a hundred words, words being the tokens of
``word_count``. Sentences are those of ``sentence_count``. NaN without words.
"""

from functools import partial

import numpy as np

from toolkit.measures import sentence_lengths, style_counts
from toolkit.measures.connectives import connectives
from toolkit.measures.counts import is_word
from toolkit.measures.measure import Function, Measure
from toolkit.measures.passive import passives
from toolkit.measures.quoted import quoted
from toolkit.measures.sentence_lengths import share_with
from toolkit.measures.tally import Rows, tally, tally_rows
from toolkit.text.document import Document
from toolkit.text.segments import ratio, sums
from toolkit.text.tokens import Column


def _per_hundred(of: Column) -> Function:
    def values(document: Document, bounds: np.ndarray) -> np.ndarray:
        return ratio(100 * tally(document, bounds, of), _word_count(document, bounds))

    return values


def _words_per_hundred(of: Rows) -> Function:
    def values(document: Document, bounds: np.ndarray) -> np.ndarray:
        return ratio(100 * tally_rows(document, bounds, of), _word_count(document, bounds))

    return values


def _word_count(document: Document, bounds: np.ndarray) -> np.ndarray:
    return tally(document, bounds, is_word)


def _connectives(document: Document, bounds: np.ndarray) -> np.ndarray:
    return ratio(100 * sums(connectives(document), bounds), _word_count(document, bounds))


def _quoted_share(document: Document, bounds: np.ndarray) -> np.ndarray:
    inside = quoted(document) & (document.gather(is_word) > 0)
    return ratio(sums(inside, bounds), _word_count(document, bounds))


def _passive_share(document: Document, bounds: np.ndarray) -> np.ndarray:
    return share_with(document, bounds, passives(document))


def _question_share(document: Document, bounds: np.ndarray) -> np.ndarray:
    return share_with(document, bounds, np.flatnonzero(document.gather(style_counts.asking)))


_POSITIVE, _SHARE, _HUNDRED = (0.0, float("inf")), (0.0, 1.0), (0.0, 100.0)


# The fields of a record in their order; what they all have in common is here.
_record = partial(Measure, family="style", digits=1, fewest_words=100, core=False)

_LONGER, _RATE = "longer sentences", "in 100 words"

MEASURES = (
    _record(
        "mean_sentence_length",
        "Words in a sentence, mean",
        "words",
        _POSITIVE,
        _LONGER,
        "The words divided by the sentences that hold a word, as a reader would part them.",
        "Flesch 1948; sentences as in toolkit.text.sentences",
        sentence_lengths.mean_length,
    ),
    _record(
        "median_sentence_length",
        "Words in a sentence, median",
        "words",
        _POSITIVE,
        _LONGER,
        "The words in the middle sentence, if all are put in order of length.",
        "sentences as in toolkit.text.sentences",
        sentence_lengths.median_length,
    ),
    _record(
        "sentence_length_spread",
        "Words in a sentence, spread",
        "words",
        _POSITIVE,
        "more change between long and short sentences",
        "The standard deviation of the words in a sentence.",
        "Yule 1939; sentences as in toolkit.text.sentences",
        sentence_lengths.spread_of_lengths,
    ),
    _record(
        "longest_sentence",
        "Longest sentence",
        "words",
        _POSITIVE,
        "a longer longest sentence",
        "The words in the longest sentence.",
        "sentences as in toolkit.text.sentences",
        sentence_lengths.longest,
        digits=0,
    ),
    _record(
        "passive_share",
        "Sentences in the passive",
        "share",
        _SHARE,
        "more things done without saying first who did them",
        "The share of sentences with a form of “be” or “get” and a past participle after it,"
        " with only words such as “not”, “been” and “quickly” between them. On 65 sentences written"
        " to test it, 31 of the 34 it called passive were so, and it found 31 of 33.",
        "rule after Quirk et al. 1985, sections 3.63-3.78",
        _passive_share,
        digits=2,
    ),
    _record(
        "question_share",
        "Sentences with a question",
        "share",
        _SHARE,
        "more questions",
        "The share of sentences in which a word ends in a question mark.",
        "Biber 1988",
        _question_share,
        digits=2,
    ),
    _record(
        "quoted_share",
        "Words in quotation marks",
        "share",
        _SHARE,
        "more words given as somebody else's",
        "The share of words inside double quotation marks; single ones are left alone, and a mark"
        " that is never closed opens nothing.",
        "rule in toolkit.measures.quoted",
        _quoted_share,
        digits=2,
    ),
    _record(
        "exclamation_marks",
        "Exclamation marks",
        _RATE,
        _POSITIVE,
        "more exclamation marks",
        "The exclamation marks in a hundred words.",
        "plain count",
        _per_hundred(style_counts.exclamation_marks),
    ),
    _record(
        "commas",
        "Commas",
        _RATE,
        _POSITIVE,
        "more commas",
        "The commas in a hundred words; those inside numbers do not count.",
        "plain count",
        _per_hundred(style_counts.commas),
    ),
    _record(
        "semicolons",
        "Semicolons",
        _RATE,
        _POSITIVE,
        "more semicolons",
        "The semicolons in a hundred words.",
        "plain count",
        _per_hundred(style_counts.semicolons),
    ),
    _record(
        "dashes",
        "Dashes",
        _RATE,
        _POSITIVE,
        "more dashes",
        "The dashes in a hundred words; hyphens and dashes between numbers do not count.",
        "plain count",
        _per_hundred(style_counts.dashes),
    ),
    _record(
        "nominalisations",
        "Nouns made from verbs and adjectives",
        _RATE,
        _HUNDRED,
        "a more abstract wording",
        "The words in -tion, -sion, -ment, -ness and -ity in a hundred words, without about 140"
        " such as “station” and “city” that nobody hears as made from another word.",
        "Biber 1988",
        _words_per_hundred(style_counts.nominalisations),
    ),
    _record(
        "connectives",
        "Connectives",
        _RATE,
        _HUNDRED,
        "more said about how statements hang together",
        "The words and phrases in a hundred words that join statements, such as “but”, “because”"
        " and “as a result”, from a list of about 60.",
        "Halliday and Hasan 1976; Prasad et al. 2008",
        _connectives,
    ),
    _record(
        "first_person",
        "I and we",
        _RATE,
        _HUNDRED,
        "more speaking of oneself, quotations included",
        "“I”, “me”, “my”, “we”, “us”, “our” and their like in a hundred words.",
        "Biber 1988",
        _words_per_hundred(style_counts.first_person),
    ),
    _record(
        "second_person",
        "You",
        _RATE,
        _HUNDRED,
        "more speaking to somebody, quotations included",
        "“You”, “your” and their like in a hundred words.",
        "Biber 1988",
        _words_per_hundred(style_counts.second_person),
    ),
    _record(
        "numbers",
        "Numbers",
        _RATE,
        _HUNDRED,
        "more numbers",
        "The words in a hundred that hold a digit or a number written as a word; “one” is none.",
        "plain count",
        _words_per_hundred(style_counts.numbers),
    ),
)
