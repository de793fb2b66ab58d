"""Measures with copied words taken out."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.texts import ARTICLE, ODD, RETELLING
from toolkit.article import Passage
from toolkit.comparison.copying.origin import origin
from toolkit.comparison.copying.own_writing import own_writing, without
from toolkit.measures.catalogue import measure_all
from toolkit.text.document import Document
from toolkit.text.words import WORD


def passage(text: str, words: str, article: str = "1") -> Passage:
    start = text.index(words)
    return Passage(article, start, start + len(words))


def sentences(document: Document, index: int = 0) -> list[str]:
    article = document.articles[index]
    return [article.words_of(p) for p in document.sentence_passages(index)]


def tokens(document: Document) -> list[str]:
    entries = document.vocabulary.entries
    return [entries[k] for k in document.tokens.ids]


def test_a_telling_without_copied_text_is_the_same_document():
    document = Document.of_texts([ARTICLE, RETELLING])
    assert without(document, []) is document
    alone = Document.of_texts([ARTICLE, "Ducks swim."])
    np.testing.assert_equal(measure_all(own_writing(alone)), measure_all(alone))


def test_what_is_left_measures_as_if_it_stood_alone():
    text = "Ducks swim well. The old bridge was shut on Monday. Nobody knows when it opens again."
    document = Document.of_texts([text])
    left = without(document, [passage(text, "The old bridge was shut on Monday")])
    alone = Document.of_texts(["Ducks swim well. Nobody knows when it opens again."])
    np.testing.assert_equal(measure_all(left), measure_all(alone))
    assert sentences(left) == ["Ducks swim well.", "Nobody knows when it opens again."]


def test_of_half_a_sentence_the_rest_counts_if_it_is_half_of_it():
    text = "“We could not wait for it,” said the mayor. Ducks swim."
    document = Document.of_texts([text])
    quote = passage(text, "We could not wait for it")
    assert tokens(without(document, [quote])) == ["Ducks", "swim."]
    assert tokens(without(document, [quote], least_own=0)) == "said the mayor. Ducks swim.".split()
    assert sentences(without(document, [quote], least_own=0)) == ["said the mayor.", "Ducks swim."]
    short = passage(text, "We could not")
    assert sentences(without(document, [short])) == ["wait for it,” said the mayor.", "Ducks swim."]


def test_two_ends_of_one_sentence_stay_one_sentence_and_of_two_stay_two():
    text = "The mayor said on Monday that ducks swim well. Nobody else was asked about it."
    document = Document.of_texts([text])
    middle = without(document, [passage(text, "said on Monday")])
    assert len(sentences(middle)) == 2
    across = without(document, [passage(text, "swim well. Nobody else")])
    assert tokens(across) == "The mayor said on Monday that ducks was asked about it.".split()
    assert len(sentences(across)) == 2


def test_paragraphs_stay_paragraphs():
    text = "One here. Two there.\n\nThree more."
    document = Document.of_texts([text])
    left = without(document, [passage(text, "Two there")])
    assert left.tokens.line_ends.tolist() == [0, 0, 2, 0]


def test_marks_and_tokens_of_two_words():
    text = "A UK/US pact — long overdue — is here for all of us to see."
    document = Document.of_texts([text])
    assert "UK/US" in tokens(without(document, [passage(text, "UK")]))
    gone = tokens(without(document, [passage(text, "UK/US pact — long overdue")], least_own=0))
    assert gone == "A is here for all of us to see.".split()


def test_all_copied_leaves_nothing_and_undefined_measures():
    document = Document.of_texts([ARTICLE, ARTICLE])
    left = own_writing(document)
    assert len(left.tokens.ids) == 0
    assert left.article_sentences.tolist() == [0, 0, 0]
    for values in measure_all(left):
        assert values["word_count"] == 0
        assert math.isnan(values["flesch_reading_ease"])


def test_sources_stay_whole():
    document = Document.of_texts([ARTICLE, ARTICLE, "Ducks swim."])
    left = own_writing(document, sources=[1])
    counts = [values["word_count"] for values in measure_all(left)]
    assert counts == [0, len(WORD.findall(ARTICLE)), 2]


TELLINGS = st.lists(
    st.sampled_from([*ARTICLE.split(". "), *RETELLING.split(". "), *ODD]), max_size=6
)


@settings(max_examples=25)
@given(st.lists(TELLINGS.map(". ".join), min_size=1, max_size=3), st.floats(0, 1))
def test_offsets_hold_and_only_own_words_are_left(tellings, least_own):
    document = Document.of_texts(tellings)
    left = own_writing(document, least_own=least_own)
    assert left.articles == document.articles
    for k, text in enumerate(tellings):
        first, last = left.tokens.bounds[k : k + 2]
        starts, ends = left.tokens.starts[first:last], left.tokens.ends[first:last]
        assert [text[x:y] for x, y in zip(starts, ends, strict=True)] == tokens(left)[first:last]
        copied = origin(document, k).of("verbatim", "near-verbatim")
        words = left.words
        edges = left.article_words[k : k + 2]
        for start in words.starts[edges[0] : edges[1]].tolist():
            inside = any(p.start <= start < p.end for p in copied)
            assert not inside or _shares_its_token(text, start)
    assert (np.diff(left.sentences) > 0).all()
    assert len(measure_all(left)) == len(tellings)


def _shares_its_token(text: str, start: int) -> bool:
    begin, end = start, start
    while begin and not text[begin - 1].isspace():
        begin -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return len(WORD.findall(text[begin:end])) > 1


@settings(max_examples=25)
@given(st.lists(TELLINGS.map(". ".join), min_size=2, max_size=3))
def test_with_every_own_word_counted_words_add_up(tellings):
    document = Document.of_texts([text.replace("/", " ") for text in tellings])
    left = own_writing(document, least_own=0)
    for k in range(len(tellings)):
        found = origin(document, k).words
        count = int(np.diff(left.article_words[k : k + 2])[0])
        assert count >= found["own"] + found["reworded"]


@pytest.mark.parametrize("pack", gold.PACKS)
def test_packs_measure_without_copied_text(pack):
    document = Document.of(gold.articles(pack))
    left = own_writing(document)
    for before, after in zip(measure_all(document), measure_all(left), strict=True):
        assert 0 < after["word_count"] < before["word_count"]
        assert 0 < after["sentence_count"] <= before["sentence_count"]
