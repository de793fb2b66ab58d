"""Loaded words by hand: how many, where, of which kind, and whose words they are."""

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ARTICLE, MARKS, ODD
from toolkit import load_story
from toolkit.measures.catalogue import family, measure
from toolkit.measures.counts import is_word
from toolkit.measures.loaded import DRAMA, JUDGEMENT, LABEL, loaded_words
from toolkit.measures.quoted import quoted
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

NAN = math.nan
TEXT = (
    "The regime slammed the vote. “An utterly shameful, brutal plan,” said Ann Lee."
    " It was a very bad day."
)  # words: 5, then 5 in quotation marks and 3 that are not, then 6
PIECES = st.sampled_from(
    ["The", "regime", "slammed", '"It', "shameful", "“Vile", "very.", "not”", 'is."', "\n\n", "—"]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=60), st.sampled_from(ODD)
)


def value(name: str, text: str) -> float:
    return float(measure(name)(Document.of_texts([text], Vocabulary()))[0])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("loaded_words", TEXT, 3000 / 14),
        ("loaded_words_quoted", TEXT, 3000 / 5),
        ("loaded_sentences", TEXT, 2 / 3),
        ("loaded_words", ARTICLE, 0),
        ("loaded_words_quoted", ARTICLE, 0),
        ("loaded_sentences", ARTICLE, 0),
        ("loaded_words_quoted", "Nobody was quoted.", NAN),
        ("loaded_words", "“Shameful!”", NAN),
        ("loaded_sentences", "“Shameful!”", 0),
        ("loaded_words", "He lashed out.", 1000 / 3),  # a phrase counts once
        ("loaded_words", MARKS.text, NAN),
        ("loaded_words", "", NAN),
        ("loaded_words_quoted", "", NAN),
        ("loaded_sentences", "", NAN),
    ],
)
def test_by_hand(name, text, expected):
    assert value(name, text) == pytest.approx(expected, nan_ok=True)


def test_every_loaded_word_has_its_place_its_kind_and_its_speaker():
    document = Document.of_texts(["Before.", TEXT], Vocabulary())
    assert list(loaded_words(document, 0)) == []
    rows = [
        (TEXT[word.passage.start : word.passage.end], word.kind, word.quoted)
        for word in loaded_words(document, 1)
    ]
    assert rows == [
        ("regime", LABEL, False),
        ("slammed", DRAMA, False),
        ("utterly", DRAMA, True),
        ("shameful", JUDGEMENT, True),
        ("brutal", JUDGEMENT, True),
        ("very", DRAMA, False),
    ]
    assert {word.passage.article for word in loaded_words(document, 1)} == {"2"}


def test_the_planted_words_of_the_packs_are_found():
    found = {}
    for pack in ("harbour-bridge", "peacekeepers"):
        articles = load_story(pack).articles
        document = Document.of(articles)
        for k, article in enumerate(articles):
            words = loaded_words(document, k)
            found[article.outlet] = {article.words_of(w.passage) for w in words if not w.quoted}
    assert found["Friends of the Old Bridge"] >= {"bulldoze", "beloved", "soulless", "slammed"}
    assert found["Newsfizzer"] >= {"bombshell", "eye-watering"}
    for plain in ("Saltmere Town Council", "The Saltmere Beacon", "Tern Coast TV", "Meridian Wire"):
        assert found[plain] == set(), plain


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_what_is_counted_is_what_is_shown(texts):
    """Rates and shares follow from the passages, and those lie in the text, in order."""
    document = Document.of_texts(texts, Vocabulary())
    columns = {record.name: record(document) for record in family("loaded")}
    for k, text in enumerate(texts):
        words = list(loaded_words(document, k))
        for word in words:
            assert 0 <= word.passage.start < word.passage.end <= len(text)
        for before, after in pairwise(words):
            assert before.passage.end <= after.passage.start
        own = [word for word in words if not word.quoted]
        tokens = slice(*document.tokens.bounds[k : k + 2])
        inside = quoted(document)[tokens]
        counted = document.gather(is_word)[tokens] > 0
        for name, size, count in (
            ("loaded_words", int((counted & ~inside).sum()), len(own)),
            ("loaded_words_quoted", int((counted & inside).sum()), len(words) - len(own)),
        ):
            expected = 1000 * count / size if size else NAN
            assert columns[name][k] == pytest.approx(expected, nan_ok=True)
        assert (columns["loaded_sentences"][k] > 0) == bool(own)


@given(TEXTS)
def test_sentences_add_up_to_their_article(text):
    document = Document.of_texts([text], Vocabulary())
    record = measure("loaded_sentences")
    of_sentences = record(document, document.sentences)
    whole = record(document)[0]
    if math.isnan(whole):
        assert np.isnan(of_sentences).all()
    else:
        assert whole == pytest.approx(np.nanmean(of_sentences))


def test_the_words_that_the_record_names_are_on_the_lists():
    named = re.findall("“(.*?)”", measure("loaded_words").formula)
    assert len(named) == 4
    for word in named:
        assert value("loaded_words", word) == 1000, word


def test_records_say_that_words_are_counted_and_how_far_to_trust_them():
    for record in family("loaded"):
        assert not record.core
        assert "bias" not in (record.label + record.direction + record.formula).lower()
    statistics = {found.statistic for found in measure("loaded_words").validity}
    assert statistics == {"AUC inside one outlet"}
    assert {found.statistic for found in measure("loaded_sentences").validity} == {
        "precision",
        "recall",
    }
