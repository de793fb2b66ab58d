"""Style by hand, and what holds for every text."""

import math
import statistics
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ABBREVIATIONS, ARTICLE, CAT, LONG_WORDS, MARKS, ODD, PARAGRAPHS, RETELLING
from toolkit.measures import style_counts
from toolkit.measures.catalogue import family, measure
from toolkit.measures.connectives import connectives
from toolkit.measures.quoted import quoted, spans
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

NAN = math.nan
PIECES = st.sampled_from(
    [
        *("The", "bridge", "was", "closed,", "as", "a", "result;", '"It', "fell", "“Why?", "not”"),
        *("-", "—", "said.", "\n\n", "But", "US", "we", "3,5", "`", "''"),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=60), st.sampled_from(ODD)
)


def value(name: str, text: str) -> float:
    return float(measure(name)(Document.of_texts([text], Vocabulary()))[0])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        # ARTICLE has a headline of 7 words and sentences of 9, 8, 12, 4, 8 and 3.
        ("mean_sentence_length", ARTICLE, 51 / 7),
        ("median_sentence_length", ARTICLE, 8),
        ("longest_sentence", ARTICLE, 12),
        ("sentence_length_spread", ARTICLE, statistics.stdev([7, 9, 8, 12, 4, 8, 3])),
        ("passive_share", ARTICLE, 3 / 7),  # is found, was closed, was hurt
        ("question_share", ARTICLE, 0),
        ("quoted_share", ARTICLE, 8 / 51),  # "It was not safe", "We could not wait"
        ("exclamation_marks", ARTICLE, 100 / 51),
        ("commas", ARTICLE, 300 / 51),
        ("first_person", ARTICLE, 100 / 51),  # We
        ("second_person", ARTICLE, 0),
        ("numbers", ARTICLE, 100 / 51),  # nine
        ("connectives", ARTICLE, 0),
        ("nominalisations", ARTICLE, 0),
        ("mean_sentence_length", CAT.text, 6),
        ("median_sentence_length", ABBREVIATIONS.text, 6),  # nine and three words
        ("sentence_length_spread", CAT.text, NAN),
        ("sentence_length_spread", ABBREVIATIONS.text, math.sqrt(18)),
        ("quoted_share", PARAGRAPHS.text, 3 / 7),  # We won't go
        ("exclamation_marks", ABBREVIATIONS.text, 100 / 12),
        ("numbers", ABBREVIATIONS.text, 100 / 12),  # 3.5
        ("first_person", ABBREVIATIONS.text, 0),  # U.S. is no pronoun
        ("nominalisations", LONG_WORDS.text, 100 / 6),  # Negotiations
        ("connectives", "It fell. However, as a result, but for once: in addition.", 400 / 11),
        ("question_share", "Why? Because. “Who?” he asked. See a.org/?q=1 now.", 1 / 2),
        ("dashes", "One — two – three -- four - five 3–4 well-known", 400 / 7),
        ("semicolons", "One; two; three.", 200 / 3),
        ("second_person", "You said your plan helps you’re sure.", 300 / 7),
    ],
)
def test_by_hand(name, text, expected):
    assert value(name, text) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("record", family("style"), ids=lambda record: record.name)
def test_without_words_nothing_is_defined(record):
    assert math.isnan(record(Document.of_texts([MARKS.text]))[0])
    assert math.isnan(record(Document.of_texts([""]))[0])


@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
@pytest.mark.parametrize("record", family("style"), ids=lambda record: record.name)
def test_in_range_and_the_same_in_any_batch(record, texts):
    together = record(Document.of_texts(texts, Vocabulary()))
    alone = [record(Document.of_texts([text], Vocabulary()))[0] for text in texts]
    np.testing.assert_array_equal(together, alone)
    low, high = record.range
    assert all(low <= x <= high for x in together if not math.isnan(x))


@given(text=TEXTS)
def test_lengths_against_a_plain_twin(text):
    document = Document.of_texts([text])
    lengths = [
        count
        for a, b in pairwise(document.sentences.tolist())
        if (count := sum(any(c.isalnum() for c in t) for t in _tokens(document, a, b)))
    ]
    wanted = {
        "mean_sentence_length": statistics.mean(lengths) if lengths else NAN,
        "median_sentence_length": statistics.median(lengths) if lengths else NAN,
        "sentence_length_spread": statistics.stdev(lengths) if len(lengths) > 1 else NAN,
        "longest_sentence": max(lengths, default=NAN),
    }
    for name, expected in wanted.items():
        found = float(measure(name)(document)[0])
        assert found == pytest.approx(expected, rel=1e-12, nan_ok=True)


def _tokens(document: Document, begin: int, end: int) -> list[str]:
    return [document.vocabulary.entries[k] for k in document.tokens.ids[begin:end]]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said: "No, not now." She left.', ["No not now"]),
        ("“Why?” he asked. “Go!”", ["Why", "Go"]),
        ("«Non», dit-il.", ["Non"]),
        ("``Go on,'' he said.", ["Go on"]),
        ('A 6" nail and an 8" one.', []),
        ("“It never ends, he said.\n\nShe left. “Go.”", ["Go"]),
        ("“It goes on.\n\n“It does not stop.” She left.", ["It goes on", "It does not stop"]),
        ("“A slip. He said: “Go.” She left.", ["Go"]),
        ("said: “Go” and ”left", ["Go"]),
        ("said:“Go,” he", ["said:“Go"]),  # a token is the least that is told apart
        ("the “post-war” plan", ["post-war"]),
        ('" Go " he said.', ["Go"]),
        ("the ‘single’ one, don’t", []),
        ("no more” he said", []),
        ("“”", []),
        ('"', []),
    ],
)
def test_what_is_quoted(text, inside):
    document = Document.of_texts([text, "More. “More.” “"], Vocabulary())
    found = [
        words
        for a, b in spans(document)
        if b <= document.tokens.bounds[1]
        if (words := " ".join(t.strip("\"“”«»`',.!?") for t in _tokens(document, a, b)).strip())
    ]
    assert found == inside


def test_a_quotation_does_not_run_into_the_next_article():
    document = Document.of_texts(["“It goes on.", "“Here,” she said."])
    assert quoted(document).tolist() == [False] * 3 + [True, False, False]


@given(text=st.text(alphabet=" a\n“”\"«»'`", max_size=60))
def test_quotations_lie_in_the_text_in_order(text):
    document = Document.of_texts([text])
    found = spans(document)
    assert found == sorted(found)
    assert all(0 <= a <= b <= len(document.tokens.ids) for a, b in found)
    # Two quotations share no more than the token that holds the end of one.
    assert all(b - 1 <= c for (_, b), (c, _) in pairwise(found))


@pytest.mark.parametrize(
    ("text", "first_tokens"),
    [
        ("However, it fell.", [0]),
        ("In addition, he left.", [0]),
        ("He left in. Addition is easy.", []),
        ("On the other hand he left, on the other side.", [0]),
        ("What is more, but", [0, 3]),
        ("In other words", [0]),
        ("if", [0]),
        ("", []),
    ],
)
def test_connectives(text, first_tokens):
    assert np.flatnonzero(connectives(Document.of_texts([text]))).tolist() == first_tokens


def test_connectives_do_not_join_two_articles():
    assert not connectives(Document.of_texts(["Left in", "addition"])).any()


@pytest.mark.parametrize(
    ("column", "token", "expected"),
    [
        ("asking", "why?", 1),
        ("asking", "why?!”", 1),
        ("asking", "a.org/?q=1", 0),
        ("exclamation_marks", "no!!", 2),
        ("commas", "1,200,", 1),
        ("commas", "one,two", 1),
        ("commas", "3,5", 0),
        ("semicolons", "a;b;", 2),
        ("dashes", "—", 1),
        ("dashes", "war—and", 1),
        ("dashes", "1914–18", 0),
        ("dashes", "–", 1),
        ("dashes", "---", 1),
        ("dashes", "-", 1),
        ("dashes", "well-known", 0),
    ],
)
def test_facts_on_tokens(column, token, expected):
    assert getattr(style_counts, column)([token]).tolist() == [expected]


@pytest.mark.parametrize(
    ("rows", "token", "expected"),
    [
        ("nominalisations", "investigations", 1),
        ("nominalisations", "Government’s", 0),
        ("nominalisations", "stations,", 0),
        ("nominalisations", "cities", 0),
        ("nominalisations", "happinesses", 1),
        ("nominalisations", "witnesses", 0),
        ("nominalisations", "businesses", 0),
        ("nominalisations", "inequities", 1),
        ("nominalisations", "agreement/payment", 1),
        ("first_person", "I", 1),
        ("first_person", "I’ve", 1),
        ("first_person", "us", 1),
        ("first_person", "US", 0),
        ("first_person", "“We", 1),
        ("first_person", "UK/US", 0),
        ("first_person", "iPhone", 0),
        ("second_person", "YOU", 1),
        ("second_person", "youth", 0),
        ("numbers", "£14.2m", 1),
        ("numbers", "A4", 1),
        ("numbers", "Twenty-one", 1),
        ("numbers", "one", 0),
        ("numbers", "often", 0),
    ],
)
def test_kinds_of_words(rows, token, expected):
    document = Document.of_texts([token], Vocabulary())
    assert getattr(style_counts, rows)(document).tolist() == [expected]


@pytest.mark.parametrize(
    "name", ["ends_in_nominal_suffix", "number_words", "first_person", "second_person"]
)
def test_no_word_is_listed_twice(name):
    words = [word for line in lexicon.lines(name) for word in line.split()]
    assert sorted(words) == sorted(set(words))


def test_retelling_has_what_its_words_say():
    assert value("passive_share", RETELLING) == pytest.approx(1 / 4)  # was hurt, was closed
