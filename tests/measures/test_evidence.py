"""What was counted adds up to what was measured, and every piece is where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.measures.catalogue import MEASURES, family, measure
from toolkit.measures.evidence import inputs, per_sentence
from toolkit.text.document import Document

TEXT = "The international committee met. “It’s a considerable relief,” she said. Go home."


def shown(name: str, text: str = TEXT) -> dict[str, list[str]]:
    document = Document.of_texts([text])
    return {
        found.label: [text[c.passage.start : c.passage.end] for c in found.counted]
        for found in inputs(measure(name), document, 0)
    }


@pytest.mark.parametrize(
    ("name", "label", "words"),
    [
        (
            "smog_index",
            "words of three syllables or more",
            ["international", "committee", "considerable"],
        ),
        ("lix", "words of more than six letters", ["international", "committee", "considerable"]),
        ("lix", "places with . ! or ?", ["met.", "said.", "home."]),
        (
            "dale_chall_readability_score",
            "words not on the Dale-Chall list",
            ["international", "committee", "considerable", "relief,”"],
        ),
    ],
)
def test_the_counted_words_are_named(name, label, words):
    assert shown(name)[label] == words


def test_what_is_its_own_comes_first():
    for record in family("readability"):
        labels = list(shown(record.name))
        assert set(labels[-2:]) <= {"words", "places with . ! or ?"} or len(labels) < 3


@pytest.mark.parametrize("record", MEASURES, ids=lambda record: record.name)
def test_sums_are_those_of_the_tokens_and_other_articles_do_not_matter(record):
    alone = inputs(record, Document.of_texts([TEXT]), 0)
    among = inputs(record, Document.of_texts(["Words before.", TEXT, "And after!"]), 1)
    assert [i.total for i in alone] == [i.total for i in among]
    for found in alone:
        assert found.total == sum(c.value for c in found.counted)


@given(st.text(max_size=80))
def test_every_passage_is_a_token(text):
    tokens = text.split()
    for found in shown("flesch_reading_ease", text).values():
        assert all(word in tokens for word in found)


def test_per_sentence_is_the_measure_of_the_sentence_alone():
    document = Document.of_texts([TEXT, ""])
    grade = measure("flesch_kincaid_grade")
    sentences = [document.articles[0].words_of(p) for p in document.sentence_passages(0)]
    alone = [float(grade(Document.of_texts([sentence]))[0]) for sentence in sentences]
    assert per_sentence(grade, document, 0) == alone
    assert per_sentence(grade, document, 1) == []
