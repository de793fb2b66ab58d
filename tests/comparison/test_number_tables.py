"""Numbers and wordings as tables."""

import math

import pytest

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.comparison.number_tables import numbers_frame, wording_frame

STORY = compare(
    [
        Article("a", "About 120 residents came to the meeting on Monday 3 March 2025."),
        Article("b", "It rained. Some 180 residents came to the\nmeeting for a few hours."),
    ]
)
ALONE = compare([Article("a", "It rained."), Article("b", "It snowed.")])


def test_numbers_have_words_value_and_unit_in_each_telling():
    frame = numbers_frame(STORY, 0, 1)
    first = frame.iloc[0].to_dict()
    assert first == {
        "a": "About 120 residents",
        "value in a": 120,
        "unit in a": "resident",
        "relation": "different",
        "b": "Some 180 residents",
        "value in b": 180,
        "unit in b": "resident",
        "difference": 60,
        "relative": 0.5,
    }


def test_what_is_not_there_or_vague_has_no_value():
    frame = numbers_frame(STORY, 0, 1).set_index("relation")
    assert frame.loc["only-a", "value in a"] == "2025-03-03"
    assert frame.loc["only-a", "value in b"] is None
    assert frame.loc["only-b", "value in b"] is None  # a few hours
    assert frame.loc["only-b", "unit in b"] == "hour"
    assert math.isnan(frame.loc["only-b", "difference"])


def test_none_stays_none_in_a_column_of_numbers():
    frame = numbers_frame(compare([Article("a", "In 12 days."), Article("b", "It rained.")]), 0, 1)
    assert frame["value in b"].tolist() == [None]


def test_wordings_with_the_sentences_they_stand_in():
    told = compare(
        [
            Article("a", "It rained hard. The old bridge will close in May."),
            Article("b", "The old bridge could close in May."),
        ]
    )
    frame = wording_frame(told, 0, 1)
    assert frame.values.tolist() == [["will", "wording", "could", 2, 1]]


def test_empty_tables_have_their_columns():
    assert numbers_frame(ALONE, 0, 1).columns.tolist()[:4] == [
        "a",
        "value in a",
        "unit in a",
        "relation",
    ]
    assert wording_frame(ALONE, 0, 1).columns.tolist()[1] == "difference"


@pytest.mark.parametrize("frame", [numbers_frame, wording_frame])
def test_a_pair_that_is_not_there(frame):
    with pytest.raises(KeyError, match="no pair"):
        frame(STORY, 0, 2)
