"""The comparison of a story, and the findings a reader would want first."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import gold
from tests.texts import ARTICLE, RETELLING
from toolkit.article import Article, Mark, Passage, with_different_ids
from toolkit.comparison.compare import compare
from toolkit.comparison.finding import Finding
from toolkit.comparison.findings import findings
from toolkit.text.words import WORD, normal_form

HEADLINE = Mark(0, ARTICLE.index("\n"), "headline")
BEACON = Article("beacon", ARTICLE, outlet="The Beacon", headings=(HEADLINE,))
COUNCIL = Article("council", RETELLING, outlet="The Council")


def test_every_two_tellings_are_a_pair_in_order():
    comparison = compare([BEACON, COUNCIL, Article("c", "It rained.")])
    assert [(pair.a, pair.b) for pair in comparison.pairs] == [(0, 1), (0, 2), (1, 2)]
    assert comparison.pair(1, 2) is comparison.pairs[2]
    with pytest.raises(KeyError, match="no pair"):
        comparison.pair(2, 1)


@pytest.mark.parametrize("articles", [[], [BEACON], [Article("a", ""), Article("b", "")]])
def test_few_or_empty_tellings_compare_to_nothing(articles):
    comparison = compare(articles)
    assert len(comparison.measures) == len(articles)
    assert {f.kind for f in findings(comparison)} <= {"voice-share"}
    assert [len(sentences) for sentences in comparison.sentences] == [
        6 if article.text else 0 for article in articles
    ]


def test_sentences_and_tone_stand_side_by_side():
    comparison = compare([BEACON, COUNCIL])
    assert [len(s) for s in comparison.sentences] == [6, 4]
    assert [len(t) for t in comparison.tone] == [6, 4]
    assert comparison.words_of(comparison.sentences[0][5]) == "Nobody was hurt!"
    assert comparison.articles == (BEACON, COUNCIL)


def test_the_findings_of_two_tellings():
    found = {f.kind: f for f in findings(compare([BEACON, COUNCIL]))}
    assert found["shared-passage"].sentence == (
        "The Beacon and The Council share 1 passage of five words or more; the longest has 5 words."
    )
    assert found["only-in"].values == {"sentences": 1, "of": 4, "perhaps missed": 0}
    for finding in found.values():
        assert finding.sentence.endswith(".")
        assert finding.passages


_IN_WORDS = ("quoted-by-all", "voice-only-in")  # what is counted is listed


@pytest.mark.parametrize("pack", gold.PACKS)
def test_findings_carry_the_passages_they_speak_of(pack):
    comparison = compare(gold.articles(pack))
    found = findings(comparison)
    assert {f.kind for f in found} >= {"only-in", "order"}
    known = {article.id for article in comparison.articles}
    for finding in found:
        for passage in finding.passages:
            assert passage.article in known
            assert WORD.search(comparison.words_of(passage))
        for value in finding.values.values():
            shown = f"{100 * value:.0f}" if isinstance(value, float) else str(value)
            assert value == 0 or shown in finding.sentence or finding.kind in _IN_WORDS
        if finding.kind == "only-in":
            assert len(finding.passages) >= finding.values["sentences"]
        if finding.kind == "shared-passage":
            one, other = (
                [normal_form(word) for word in WORD.findall(comparison.words_of(passage))]
                for passage in finding.passages
            )
            assert one == other
            assert len(one) == finding.values["longest"]


def test_no_finding_says_who_is_right():
    said = " ".join(
        finding.sentence
        for pack in gold.PACKS
        for finding in findings(compare(gold.articles(pack)))
    )
    for verdict in ("altered", "biased", "false", "wrong", "copied", "left out"):
        assert verdict not in said.lower()


def test_a_finding_without_evidence_does_not_exist():
    with pytest.raises(ValueError, match="at least one passage"):
        Finding("order", "It differs.", ())
    assert Finding("order", "It differs.", (Passage("a", 0, 1),)).values == {}


def test_comparing_changes_no_article():
    before = (BEACON, COUNCIL)
    compare(before)
    assert before == (
        Article("beacon", ARTICLE, outlet="The Beacon", headings=(HEADLINE,)),
        Article("council", RETELLING, outlet="The Council"),
    )


def test_the_numbers_of_a_telling_do_not_depend_on_the_others():
    alone = compare([BEACON]).measures[0]
    beside = compare([COUNCIL, Article("x", "***"), BEACON]).measures[2]
    np.testing.assert_equal(alone, beside)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a-2", "a-3"]),
        (["a", "a", "a-2"], ["a", "a-2", "a-2-2"]),
        (["", ""], ["text", "text-2"]),
        (["text", ""], ["text", "text-2"]),
    ],
)
def test_ids_are_made_different(ids, expected):
    assert [a.id for a in with_different_ids(Article(i, "") for i in ids)] == expected


@given(st.lists(st.sampled_from(["a", "b", "a-2", "", "a-2-2"]), max_size=8))
def test_made_ids_are_always_different_and_never_empty(ids):
    found = [article.id for article in with_different_ids(Article(i, "") for i in ids)]
    assert len(set(found)) == len(ids)
    assert all(found)


def test_undefined_stays_undefined():
    comparison = compare([Article("a", "***"), COUNCIL])
    assert math.isnan(comparison.measures[0]["lix"])
    assert math.isnan(comparison.pairs[0].overlap.containment_a_in_b)
    assert all(math.isnan(tone) for tone in comparison.tone[0])
