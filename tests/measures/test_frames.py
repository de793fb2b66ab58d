"""Frame cues by hand: how many of each frame, and where."""

import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import MARKS, ODD
from toolkit.measures.catalogue import family, measure, measure_all
from toolkit.measures.frames import FRAMES, frame_cues
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

TEXT = (
    "Critics accused the government of ignoring the cost. “It is immoral,” said a mother."
    " “My children deserve a solution.” The bridge is old."
)  # 8 + 6 + 5 + 4 words
PIECES = st.sampled_from(
    ["Critics", "blame", "the", "Mother", "cost.", "call", "for", "“unfair", "jobs,”", "\n\n", "—"]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=60), st.sampled_from(ODD)
)


def cues(text: str) -> list[tuple[str, str]]:
    document = Document.of_texts([text], Vocabulary())
    return [(text[c.passage.start : c.passage.end], c.frame) for c in frame_cues(document, 0)]


def test_cues_by_hand_each_with_its_frame():
    assert cues(TEXT) == [
        ("Critics", "conflict"),
        ("accused", "conflict"),
        ("government", "responsibility"),
        ("ignoring", "responsibility"),
        ("cost", "economic"),
        ("immoral", "morality"),
        ("mother", "human_interest"),
        ("My children", "human_interest"),
        ("deserve", "morality"),
        ("solution", "responsibility"),
    ]


@pytest.mark.parametrize(
    ("frame", "count"),
    [
        ("responsibility", 3),
        ("human_interest", 2),
        ("conflict", 2),
        ("morality", 2),
        ("economic", 1),
    ],
)
def test_rates_by_hand(frame, count):
    record = measure(f"{frame}_cues")
    values = record(Document.of_texts([TEXT, "The bridge is old.", MARKS.text, ""], Vocabulary()))
    assert values[:2].tolist() == pytest.approx([1000 * count / 23, 0])
    assert np.isnan(values[2:]).all()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died of a heart attack.", [("died", "human_interest")]),
        ("The Justice Department", []),
        ("They will work together.", [("work together", "responsibility")]),
        ("Just a moment.", []),
        ("He is at home.", [("at home", "human_interest")]),
        (
            "He lashed out at shareholders.",
            [("lashed out", "conflict"), ("shareholders", "economic")],
        ),
    ],
)
def test_cues_in_their_context(text, expected):
    assert cues(text) == expected


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_what_is_counted_is_what_is_shown(texts):
    document = Document.of_texts(texts, Vocabulary())
    rows = measure_all(document, [*family("frames"), measure("word_count")])
    for k, row in enumerate(rows):
        shown = [cue.frame for cue in frame_cues(document, k)]
        for frame in FRAMES:
            rate = row[f"{frame}_cues"]
            if not row["word_count"]:
                assert math.isnan(rate)
            else:
                assert rate == 1000 * shown.count(frame) / row["word_count"]


@given(TEXTS)
def test_the_cues_of_the_sentences_are_those_of_the_article(text):
    document = Document.of_texts([text], Vocabulary())
    words = measure("word_count")(document, document.sentences)
    for record in family("frames"):
        counts = np.nan_to_num(record(document, document.sentences)) * words
        whole = np.nan_to_num(record(document)) * measure("word_count")(document)
        assert counts.sum() == pytest.approx(whole.sum())


@pytest.mark.parametrize("record", family("frames"), ids=lambda record: record.name)
def test_the_words_that_a_record_names_are_on_its_list(record):
    named = re.findall("“(.*?)”", record.formula)
    assert len(named) == 5
    for word in named:
        assert cues(word) == [(word, record.name.removesuffix("_cues"))]


def test_records_speak_of_cues_and_have_been_held_against_people():
    assert [record.name for record in family("frames")] == [f"{frame}_cues" for frame in FRAMES]
    for record in family("frames"):
        assert record.label.startswith("Cues of ")
        assert not record.core
        [found] = record.validity
        assert found.statistic == "AUC"
        assert found.value > 0.5
