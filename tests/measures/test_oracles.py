"""Equal to textstat and to NLTK's VADER, on ordinary text and on any other."""

import math
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.texts import ARTICLE, ODD, RETELLING, WORKED
from toolkit.measures import counts, readability
from toolkit.measures.catalogue import MEASURES
from toolkit.measures.vader import polarity
from toolkit.measures.vader_words import core
from toolkit.text import lexicon
from toolkit.text.document import Document

THEIR_NAME = {
    "word_count": "lexicon_count",
    "formula_sentence_count": "sentence_count",
    "syllable_count": "syllable_count",
    "reading_time": "reading_time",
} | {record.name: record.name for record in readability.MEASURES}
RECORDS = [record for record in MEASURES if record.name in THEIR_NAME]

PACK_TEXTS = [article.text for pack in gold.PACKS for article in gold.articles(pack)]
PIECES = st.sampled_from(
    [
        *"abc'tsdvelr.!?…-—“”’İßΣςé1,;:/_ \n\t\u00a0\u3000\0",
        *("don't", "U.S. ", "the ", "president ", "'tis ", "they've", " ", ". ", "e\u0301"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=100).map("".join), st.text(max_size=60))


def agree_with_textstat(textstat, texts: list[str]) -> None:
    document = Document.of_texts(texts)
    words = counts.total(counts.is_word)(document, document.tokens.bounds)
    for record in RECORDS:
        theirs = getattr(textstat, THEIR_NAME[record.name])
        for text, count, ours in zip(texts, words, record(document).tolist(), strict=True):
            if count == 0 and (record.family == "readability" or not text.split()):
                # No words: a quotient is undefined and we say so. No tokens: no sentence either.
                assert math.isnan(ours) if record.family == "readability" else ours == 0
            elif record.name.startswith("flesch") and textstat.syllable_count(text) == 0:
                assert theirs(text) == 0 != ours
            else:
                assert ours == pytest.approx(theirs(text), abs=1e-9, rel=1e-12), record.name


def test_our_formulas_are_all_held_against_textstat():
    assert {record.name for record in counts.MEASURES + readability.MEASURES} - set(THEIR_NAME) == {
        "sentence_count"
    }


@pytest.mark.parametrize("texts", [[w.text for w in WORKED.values()], [ARTICLE, RETELLING], ODD])
def test_textstat_on_shared_texts(textstat_oracle, texts):
    agree_with_textstat(textstat_oracle, texts)


RUNS = [
    "One.Two three four.",
    "end.Next two",
    "3.5 million people",
    "a.b.c d e f. g",
    "x.y b c. d",
    "one two three.four five",
    "one!two?three four five.six seven eight",
    ". one two three",
    "one two. three four. five six.",
]


def test_textstat_on_marks_inside_tokens(textstat_oracle):
    agree_with_textstat(textstat_oracle, RUNS)


def test_textstat_on_the_packs(textstat_oracle):
    agree_with_textstat(textstat_oracle, PACK_TEXTS)


@settings(max_examples=300)
@given(text=TEXTS)
def test_textstat_on_any_text(textstat_oracle, text):
    agree_with_textstat(textstat_oracle, [text])


def agree_with_nltk(analyser, texts: list[str]) -> None:
    document = Document.of_texts(texts)
    ours = polarity(document, document.tokens.bounds)
    for text, (negative, neutral, positive, compound) in zip(texts, ours.tolist(), strict=True):
        theirs = analyser.polarity_scores(text)
        if math.isnan(compound):
            said = (t for t in text.split() if len(t) > 1 and any(map(str.isalnum, t)))
            assert not list(said)
            assert theirs["compound"] == 0
        else:
            assert {
                "neg": negative,
                "neu": neutral,
                "pos": positive,
                "compound": compound,
            } == theirs, text


def sentences_of(texts: list[str]) -> list[str]:
    document = Document.of_texts(texts)
    return [
        text[passage.start : passage.end]
        for index, text in enumerate(texts)
        for passage in document.sentence_passages(index)
    ]


def test_nltk_on_shared_texts_and_every_sentence_of_the_packs(nltk_vader):
    texts = [ARTICLE, RETELLING, *(w.text for w in WORKED.values()), *ODD[:-1], *PACK_TEXTS]
    agree_with_nltk(nltk_vader, texts)
    agree_with_nltk(nltk_vader, sentences_of(texts))


SALAD = """never so this least at very but BUT kind of sort just enough not isn't n't the shit bomb
bad ass yeah right cut mustard kiss death hand to mouth extremely EXTREMELY barely a I without doubt
GOOD good good, !!! great! (great) -great great. ? ?? ??? “good” good’s İ ß :) :-( é very, VERY
never, hmm x LEAST Kind no nor NEITHER .good. good! "good" 'good' good; VADER vader""".split()


def test_nltk_on_word_salad(nltk_vader):
    draw = random.Random(7)
    valent = list(lexicon.valences())
    texts = [
        " ".join(
            draw.choice(SALAD) if draw.random() < 0.75 else draw.choice(valent)
            for _ in range(draw.randint(1, 14))
        )
        for _ in range(8000)
    ]
    agree_with_nltk(nltk_vader, texts)


@settings(max_examples=300)
@given(words=st.lists(st.one_of(st.sampled_from(SALAD), st.text(max_size=6)), max_size=14))
def test_nltk_on_any_words(nltk_vader, words):
    agree_with_nltk(nltk_vader, [" ".join(words)])


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("great!!!", "great"),
        ("(great)", "(great)"),
        ("great,", "great"),
        ("-great", "great"),
        ("-great-", "-great-"),
        ("don't,", "don't,"),
        (":)", ":)"),
        ("a.", "a."),
        ("great....", "great...."),
    ],
)
def test_core(token, expected):
    assert core(token) == expected


def test_polarity_of_the_articles_is_that_of_each_alone():
    texts = [ARTICLE, "", RETELLING, "x"]
    document = Document.of_texts(texts)
    together = polarity(document, document.tokens.bounds)
    for text, scores in zip(texts, together, strict=True):
        alone = Document.of_texts([text])
        np.testing.assert_array_equal(polarity(alone, alone.tokens.bounds)[0], scores)


def test_blocks_of_stretches_change_nothing(monkeypatch):
    document = Document.of_texts(
        ["A great day. They failed! Did they?", "", "So what? Not bad."] * 4
    )
    whole = polarity(document, document.sentences)
    monkeypatch.setattr("toolkit.measures.vader._BLOCK", 3)
    assert np.array_equal(polarity(document, document.sentences), whole, equal_nan=True)
