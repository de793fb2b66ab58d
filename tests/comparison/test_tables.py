"""Comparisons as tables."""

import math

import pandas as pd

from tests import gold
from tests.texts import ARTICLE, RETELLING
from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.comparison.labels import labels
from toolkit.comparison.tables import (
    facts_frame,
    links_frame,
    measures_frame,
    only_in_frame,
    overlap_frame,
    tone_frame,
)
from toolkit.measures.catalogue import MEASURES, family

BOTH = compare([Article("a", ARTICLE, outlet="Beacon"), Article("b", RETELLING)])


def test_equal_names_are_told_apart_by_their_ids():
    same = compare([Article("a", "x", outlet="Beacon"), Article("b", "x", outlet="Beacon")])
    assert labels(same) == ["Beacon (a)", "Beacon (b)"]
    assert labels(BOTH) == ["Beacon", "b"]


def test_measures_have_a_row_each():
    frame = measures_frame(BOTH)
    assert list(frame.columns) == ["Beacon", "b"]
    assert list(frame.index) == [record.label for record in MEASURES if record.core]
    every = measures_frame(BOTH, every=True)
    assert list(every.index) == [record.label for record in MEASURES]
    assert list(measures_frame(BOTH, "tone").index) == [m.label for m in family("tone")]


def test_links_hold_both_wordings():
    frame = links_frame(BOTH, 0, 1)
    links = BOTH.pairs[0].alignment.links
    assert list(frame.columns) == ["Beacon", "relation", "similarity", "b"]
    assert list(frame["relation"]) == [link.relation for link in links]
    for row, link in zip(frame.to_dict("records"), links, strict=True):
        assert [BOTH.words_of(BOTH.sentences[0][i]) in row["Beacon"] for i in link.a]
        assert all(BOTH.words_of(BOTH.sentences[1][j]) in row["b"] for j in link.b)


def test_without_links_there_is_an_empty_table_with_its_columns():
    frame = links_frame(compare([Article("a", "x"), Article("b", "y")]), 0, 1)
    assert list(frame.columns) == ["a", "relation", "similarity", "b"]
    assert frame.empty


def test_overlap_has_a_row_per_pair():
    comparison = compare(gold.articles("harbour-bridge"))
    frame = overlap_frame(comparison)
    assert len(frame) == 6
    for row, pair in zip(frame.to_dict("records"), comparison.pairs, strict=True):
        assert row["links"] == len(pair.alignment.links)
        assert row["only in A"] == len(pair.alignment.only_a)
        assert row["Jaccard"] == pair.overlap.jaccard


def test_tone_has_a_row_per_sentence():
    frame = tone_frame(BOTH)
    assert len(frame) == sum(map(len, BOTH.sentences))
    assert list(frame["sentence"][:3]) == [1, 2, 3]
    undefined = tone_frame(compare([Article("a", "***")]))
    assert isinstance(undefined, pd.DataFrame)
    assert math.isnan(undefined["tone"][0])


def test_facts_have_a_row_each_and_a_column_per_telling():
    three = compare(
        [
            Article("a", "The dam broke on Monday. Rain fell for nine days.", outlet="Wire"),
            Article("b", "The mayor wept. The dam broke on Monday.", outlet="Gazette"),
            Article("c", "The dam broke on Monday.", outlet="Post"),
        ]
    )
    frame = facts_frame(three)
    assert list(frame.columns) == ["fact", "told by", "Wire", "Gazette", "Post"]
    assert frame.values.tolist() == [
        ["The mayor wept.", 1, "", "1", ""],
        ["The dam broke on Monday.", 3, "1", "2", "1"],
        ["Rain fell for nine days.", 1, "2", "", ""],
    ]
    places = facts_frame(three, positions=True)
    assert places["Gazette"].tolist()[:2] == [0.0, 1.0]
    assert math.isnan(places["Post"].tolist()[0])
    assert facts_frame(compare([])).empty


def test_only_in_has_a_row_per_sentence_and_says_what_may_explain_it():
    both = compare(
        [Article("a", "A dam broke. Zulu!", "Wire"), Article("b", "A dam broke.", "Post")]
    )
    frame = only_in_frame(both, 0)
    assert list(frame.columns) == [
        "sentence", "Wire", "nearest", "in", "similarity", "may be because",
    ]  # fmt: skip
    (row,) = frame.to_dict("records")
    assert (row["sentence"], row["Wire"], row["nearest"], row["in"]) == (2, "Zulu!", "", "")
    assert math.isnan(row["similarity"])
    assert "Post is shorter (3 words to 4)" in row["may be because"]
    assert only_in_frame(both, 1).empty
