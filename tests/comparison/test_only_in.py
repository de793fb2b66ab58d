"""What one telling has alone, and what may explain it."""

import pytest

from tests import gold
from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.comparison.only_in import only_in, only_in_findings

DAM = "The dam in the northern valley broke on Monday."
RAIN = "Heavy rain had fallen on the hills for nine days."
MAYOR = "Mayor Ines Okafor promised new homes before winter."
WIND = "Ferry sailings stopped because strong gales were forecast."


def pair(one, other, **dates):
    return compare(
        [
            Article("a", one, "Wire", published=dates.get("a", "")),
            Article("b", other, "Gazette", published=dates.get("b", "")),
        ]
    )


def kinds(row):
    return [reason.kind for reason in row.reasons]


def test_a_sentence_without_partner_with_the_nearest_and_its_passage():
    both = pair(f"{DAM} {MAYOR}", f"{DAM} {RAIN}")
    (row,) = only_in(both, 0)
    assert (row.telling, row.sentence, row.others) == (0, 1, (1,))
    assert both.words_of(row.passage) == MAYOR
    assert [both.words_of(r.passage) for r in only_in(both, 1)] == [RAIN]
    near = both.pairs[0].alignment.nearest_a[1]
    assert (row.nearest.sentence, row.nearest.similarity) == (near.sentence, near.similarity)
    assert row.nearest.linked == (near.sentence == 0)


def test_nothing_alike_is_no_candidate():
    (row,) = only_in(pair("Zulu.", "Echo."), 0)
    assert row.nearest is None
    assert kinds(row) == ["few-words"]
    assert "only 1 word," in row.reasons[0].words


def test_shorter_is_said_with_both_numbers():
    both = pair(f"{DAM} {RAIN} {MAYOR}", DAM)
    row = only_in(both, 0)[0]
    assert row.reasons[-1].kind == "shorter"
    assert row.reasons[-1].words == "Gazette is shorter (9 words to 27) and may have had no room."
    assert only_in(both, 1) == ()


@pytest.mark.parametrize(
    ("here", "there", "older"),
    [
        ("2025-03-02", "2025-03-01", True),
        ("2025-03-01", "2025-03-01", False),
        ("2025-03-01", "2025-03-02", False),
        ("2025-03-01T18:00", "2025-03-01T09:00", True),
        ("2025-03-01T18:00", "2025-03-01", False),
        ("2025-03-02", "2025-03-01T23:00+01:00", True),
        ("2025-03-02T01:00", "2025-03-01T23:00+01:00", True),
        ("", "2025-03-01", False),
        ("2025-03-02", "last Tuesday", False),
    ],
)
def test_older_is_said_only_where_both_dates_are_known(here, there, older):
    both = pair(f"{DAM} {MAYOR}", f"{DAM} {RAIN}", a=here, b=there)
    assert ("older" in kinds(only_in(both, 0)[0])) == older


def test_a_partner_by_way_of_a_third_telling_is_pointed_at():
    from tests.comparison.test_groups import same, story

    comparison = story([1, 1, 1], [same(0, 0, 1, 0), same(1, 0, 2, 0)])
    (row,) = only_in(comparison_with_words(comparison), 0, (2,))
    assert row.reasons[0].kind == "few-words" or row.reasons[0].kind == "through-another"
    through = next(r for r in row.reasons if r.kind == "through-another")
    assert "sentence 1 of 3: a link may have been missed" in through.words
    assert through.passages[0].article == "3"
    assert only_in(comparison_with_words(comparison), 0) == (), "the second has a partner for it"


def comparison_with_words(comparison):
    from dataclasses import replace

    return replace(comparison, measures=({"word_count": 2},) * 3)


def test_nearer_than_the_loosest_link_may_be_missed():
    comparison = compare(gold.articles("harbour-bridge"))
    for pair_ in comparison.pairs:
        loosest = min(link.similarity for link in pair_.alignment.links)
        for row in only_in(comparison, pair_.a, (pair_.b,)):
            near = next((r for r in row.reasons if r.kind == "near"), None)
            assert (near is not None) == (row.nearest.similarity >= loosest)
            assert near is None or near.passages == (row.nearest.passage,)


def test_findings_count_and_carry_every_passage_and_never_blame():
    comparison = compare(gold.articles("harbour-bridge"))
    found = only_in_findings(comparison)
    assert 6 <= len(found) <= 12
    for finding in found:
        assert finding.kind == "only-in"
        assert len(finding.passages) >= finding.values["sentences"]
        for word in ("omitted", "left out", "hid", "biased", "failed"):
            assert word not in finding.sentence
    first = comparison.pairs[0]
    assert found[0].values["sentences"] == len(first.alignment.only_a)


def test_nothing_to_say():
    assert only_in(compare([Article("a", DAM)]), 0) == ()
    assert only_in_findings(compare([Article("a", DAM), Article("b", DAM)])) == []
    assert only_in(pair("", DAM), 0) == ()
    row = only_in(pair("", DAM), 1)[0]
    assert row.nearest is None
