import tomllib
from itertools import combinations
from math import isnan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import load_story
from toolkit.article import Article
from toolkit.comparison.links.alignment import Alignment, Link, align
from toolkit.comparison.numbers.reconciler import RELATIONS, reconcile
from toolkit.comparison.numbers.relations import comparable, relation_of
from toolkit.quantities.find import quantities
from toolkit.text.document import Document

NO_LINKS = Alignment((), (), ())
ONE_LINK = Alignment((Link((0,), (0,), "reworded", 0.5),), (), ())


def rows(a: str, b: str, alignment: Alignment = ONE_LINK, published: str = "") -> list[tuple]:
    """Words of A's and B's numbers, and the relation."""
    document = Document.of(
        [Article("a", a, published=published), Article("b", b, published=published)]
    )
    found = reconcile(document, 0, 1, alignment)
    return [
        (m.a and a[m.a.passage.start : m.a.passage.end],
         m.b and b[m.b.passage.start : m.b.passage.end],
         m.relation)
        for m in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("It lasted three days.", "It lasted a few days.", "rounded"),
        ("It lasted three days.", "It lasted 3 days.", "same"),
        ("It lasted three days.", "It lasted four days.", "different"),
        ("It lasted 24 hours.", "It lasted a day or so, for one day.", "same"),
        ("It lasted 36 months.", "It lasted three years.", "same"),
        ("It took 477 lorries.", "It took almost 500 lorries.", "rounded"),
        ("It took 1,234 lorries.", "It took about 1,200 lorries.", "rounded"),
        ("It took 1,234 lorries.", "It took 1,200 lorries.", "rounded"),
        ("It took 1,234 lorries.", "It took about 1,300 lorries.", "different"),
        ("It took 15 lorries.", "It took 20 lorries.", "different"),
        ("It took 9 lorries.", "It took 10 lorries.", "different"),
        ("It took nine lorries.", "It took almost ten lorries.", "rounded"),
        ("It took nine lorries.", "It took more than ten lorries.", "different"),
        ("It took 2,316 lorries.", "It took more than 2,000 lorries.", "rounded"),
        ("It took 3,316 lorries.", "It took more than 2,000 lorries.", "different"),
        ("It took 35 lorries.", "It took dozens of lorries.", "rounded"),
        ("It took 350 lorries.", "It took dozens of lorries.", "different"),
        ("It took 12 lorries.", "It took a dozen lorries.", "same"),
        ("It took 12 lorries.", "It took between 10 and 20 lorries.", "rounded"),
        ("It took 3-5 lorries.", "It took three to five lorries.", "same"),
        ("It took some lorries: 20.", "It took at least 20 lorries.", "same"),
        ("It cost £14.2 million.", "It cost more than £14 million.", "rounded"),
        ("It cost $500 billion.", "It cost around $500 billion.", "rounded"),
        ("It cost $500 billion.", "It cost some £400bn.", "different"),
        ("It cost about £5.", "It cost roughly £5.", "same"),
        ("It cost no more than £5.", "It cost £5.", "same"),
        ("He wants 50% of it.", "He wants half of it.", "same"),
        ("He wants 48% of it.", "He wants nearly half of it.", "rounded"),
        ("He wants a third of it.", "He wants nearly half of it.", "different"),
        ("It is 100 miles away.", "It is 160 km away.", "rounded"),
        ("It is 5 km away.", "It is 5,000 metres away.", "same"),
        ("It reached 86F.", "It reached 30C.", "same"),
        ("About 120 residents came.", "About 180 people came.", "different"),
        ("It was the third anniversary.", "It was three years on.", "same"),
        ("Ann, aged 12, came.", "Ann, who is 12, came.", "same"),
        ("The bell rang at 5pm.", "The bell rang at 17:00.", "same"),
        ("The bell rang at 5pm.", "The bell rang at 6pm.", "different"),
        ("They won 3-2 there.", "They won 3-1 there.", "different"),
        ("It opens in spring 2028.", "It opens in 2028.", "rounded"),
        ("It opens in spring 2028.", "It opens in mid-2028.", "different"),
        ("It opened on 4 March.", "It opened on Tuesday 4 March 2025.", "same"),
        ("It opened in 1908.", "It opened in 1912.", "different"),
        ("It opened on 4 March 2025.", "It opened in March 2025.", "rounded"),
        ("It opens on Thursday.", "It opens on Thursday.", "same"),
        ("It opens on Thursday.", "It opens on Friday.", "different"),
    ],
)
def test_one_number_in_each_of_two_linked_sentences(a, b, relation):
    assert rows(a, b)[0][2] == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He wants 50% of it.", "He left in 2014."),
        ("He was here today.", "He was here in 1953."),
        ("The flood killed 12 people.", "The flood injured 30 people."),
        ("They found 12 lorries.", "They found 30 houses."),
        ("It cost £5.", "It took five days."),
        ("It grew by 3 per cent.", "It grew by 2 percentage points."),
        (
            "The trial of 16-year-old Jermaine Tims opened over the death of a girl.",
            "The trial over the death of 10-year-old Kathy Thomson opened.",
        ),
        (
            "A 36-year-old Australian climber fell to his death on the mountain.",
            "A 32-year-old British climber fell to his death on the mountain.",
        ),
        (
            "The singer has left the clinic, a prosecutor said Friday.",
            "The singer left the clinic on Thursday.",
        ),
        (
            "Three data lines to the Middle East were cut.",
            "Millions of users in the Middle East are cut off.",
        ),
    ],
)
def test_numbers_of_different_things_are_not_held_against_each_other(a, b):
    assert [row[2] for row in rows(a, b)] == ["only-a", "only-b"]


def test_each_number_finds_its_own_partner_in_a_long_sentence():
    a = "The flood killed 12 people, injured 30 and cost £5 million."
    b = "It cost £6 million, killed 15 people and injured 30."
    assert rows(a, b) == [
        ("12 people", "15 people", "different"),
        ("30", "30", "same"),
        ("£5 million", "£6 million", "different"),
    ]


def test_two_numbers_of_a_kind_need_more_than_the_link_to_differ():
    a = "The mayor spent £5 on tea and £9 on coats."
    b = "The mayor gave £70 to Ann."
    assert {row[2] for row in rows(a, b)} == {"only-a", "only-b"}


def test_equal_numbers_are_found_without_a_link_and_unequal_ones_are_not():
    a = "The crack is 38 centimetres long. Two lorries came."
    b = "Five lorries left. Its length was 38 centimetres."
    assert rows(a, b, NO_LINKS) == [
        ("38 centimetres", "38 centimetres", "same"),
        ("Two lorries", None, "only-a"),
        (None, "Five lorries", "only-b"),
    ]


def test_bare_small_numbers_need_a_link_to_be_the_same():
    assert [r[2] for r in rows("He saw two.", "She ate two.", NO_LINKS)] == ["only-a", "only-b"]


def test_the_only_numbers_in_one_role_are_held_against_each_other():
    a = "The old dam fell. Police said that 12 villagers had died in the flood."
    b = "A flood came. The death toll stands at 15 villagers. Some 40 villagers were injured."
    assert rows(a, b, NO_LINKS) == [
        ("12 villagers", "15 villagers", "different"),
        (None, "Some 40 villagers", "only-b"),
    ]


def test_what_is_told_twice_is_matched_twice():
    a = "It cost £5 million. The price of £5 million was high."
    assert rows(a, "It cost £5 million.") == [
        ("£5 million", "£5 million", "same"),
        ("£5 million", "£5 million", "same"),
    ]


def test_a_repeated_sentence_is_held_against_both_wordings():
    a = "Just three days ago he refused it. Just three days ago he refused."
    b = "Only a few days ago he refused it. He had refused three days before."
    links = tuple(Link((k,), (k,), "reworded", 0.5) for k in range(2))
    found = rows(a, b, Alignment(links, (), ()), "2025-02-25")
    assert [row[2] for row in found] == ["rounded", "same"]


def test_three_days_ago_is_the_day_it_was():
    a, b = "It was three days ago.", "It was on Saturday."
    assert rows(a, b, published="2025-02-25") == [("three days ago", "Saturday", "same")]
    assert rows("It was a few days ago.", b, published="2025-02-25")[0][2] == "rounded"


def test_a_weekday_alone_may_be_that_of_either_week():
    a, b = "He comes on Thursday.", "He will come on Thursday."
    assert rows(a, b, published="2025-02-25") == [("Thursday", "Thursday", "same")]


def test_differences_are_plain_values_in_the_unit_of_a():
    document = Document.of_texts(["It is 100 miles away.", "It is 50 km away."])
    (match,) = reconcile(document, 0, 1, ONE_LINK)
    assert match.relation == "different"
    assert match.difference == pytest.approx(50 / 1.609344 - 100)
    assert match.relative == pytest.approx(match.difference / 100)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It cost $500 billion.", "It cost £400bn."),
        ("It opened in 1908.", "It opened in 1912."),
        ("It took three days.", "It took a few days."),
        ("It took zero lorries.", "It took 5 lorries."),
    ],
)
def test_a_relative_difference_that_makes_no_sense_is_not_given(a, b):
    found = reconcile(Document.of_texts([a, b]), 0, 1, ONE_LINK)
    assert all(isnan(match.relative) for match in found)


def test_no_numbers():
    assert rows("Nobody came.", "", NO_LINKS) == []


_SENTENCES = st.lists(
    st.sampled_from(
        [
            "About 120 residents came to the hall.", "It cost £14.2 million.",
            "Some £14 million was spent.", "A few days ago it rained.", "It opened in 1908.",
            "Half of them left on Monday.", "12 people died and 30 were injured.", "Nobody spoke.",
            "He is 47 and the third to leave.", "It took 3-5 days.", "At 5pm they won 3-2.",
        ]
    ),
    max_size=6,
)  # fmt: skip


@given(_SENTENCES, _SENTENCES)
def test_every_number_is_in_a_row_and_rows_turn_round_with_the_tellings(a, b):
    document = Document.of_texts([" ".join(a), " ".join(b)])
    first, second = quantities(document)
    there = reconcile(document, 0, 1, align(document, 0, 1))
    assert {m.a for m in there if m.a} == set(first)
    assert {m.b for m in there if m.b} == set(second)
    assert {m.relation for m in there} <= set(RELATIONS)
    assert there == reconcile(document, 0, 1, align(document, 0, 1))
    for match in there:
        assert (match.a is None) == (match.relation == "only-b")
        assert (match.b is None) == (match.relation == "only-a")


@given(_SENTENCES, _SENTENCES)
def test_relations_do_not_depend_on_which_telling_is_first(a, b):
    document = Document.of_texts([" ".join(a), " ".join(b)])
    first, second = quantities(document)
    for p in first:
        for q in second:
            assert comparable(p, q) == comparable(q, p)
            if comparable(p, q):
                assert relation_of(p, q) == relation_of(q, p)


@given(_SENTENCES)
def test_a_telling_agrees_with_itself(sentences):
    document = Document.of_texts([" ".join(dict.fromkeys(sentences))] * 2)
    found = reconcile(document, 0, 1, align(document, 0, 1))
    assert all(m.relation == "same" and m.a.value == m.b.value for m in found)


DATA = Path(__file__).parents[3] / "data"
PLANTED = {"number-changed": "different", "number-vague": "rounded"}


def _planted() -> list[tuple]:
    keys = {story: DATA / story / "key.toml" for story in ("harbour-bridge", "peacekeepers")}
    return [
        (story, item["id"], item["passage"], PLANTED[item["kind"]])
        for story, key in keys.items()
        for item in tomllib.loads(key.read_text(encoding="utf-8"))["difference"]
        if item["kind"] in PLANTED
    ]


@pytest.mark.parametrize(("story", "name", "passages", "relation"), _planted())
def test_every_planted_number_is_found(story, name, passages, relation):
    articles = load_story(story).articles
    document = Document.of(articles)
    place = {article.id: k for k, article in enumerate(articles)}
    found = False
    for one, other in combinations(passages, 2):
        a, b = (place[passage["telling"]] for passage in (one, other))
        if a == b:
            continue
        spans = [
            (start := articles[k].text.index(p["text"]), start + len(p["text"]))
            for k, p in ((a, one), (b, other))
        ]
        for match in reconcile(document, a, b, align(document, a, b)):
            if match.relation != relation or match.a is None or match.b is None:
                continue
            found |= all(
                q.passage.start < end and start < q.passage.end
                for q, (start, end) in zip((match.a, match.b), spans, strict=True)
            )
    assert found, name
