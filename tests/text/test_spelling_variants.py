"""One spelling for British and American words."""

from difflib import SequenceMatcher

import pytest

from toolkit.text import lexicon
from toolkit.text.spelling_variants import one_spelling

SAME = """
defence defense|organise organize|travelled traveled|grey gray|colour color|centre center
labour labor|analyse analyze|licence license|programme program|sceptical skeptical
councillor councilor|judgement judgment|theatre theater|ageing aging|tyre tire|offence offense
organisation organization|realising realizing|plough plow|towards toward|learnt learned
post-war postwar|peace-keepers peacekeepers|weaponised weaponized|paralyse paralyze
catalogue catalog|counsellor counselor|fulfil fulfill|manoeuvre maneuver|paediatric pediatric
"""
OTHERS = """
four for|through throw|tour tor|wise size|story stories|defence defend|cough cow|rough row
filled filed|polled poled|stalled staled|sense cents|prize price|affect effect|desert dessert
"""


def rows(table: str) -> list[list[str]]:
    return [pair.split() for line in table.strip().splitlines() for pair in line.split("|")]


@pytest.mark.parametrize(("british", "american"), rows(SAME))
def test_both_spellings_become_one(british, american):
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(("one", "other"), rows(OTHERS))
def test_different_words_stay_different(one, other):
    assert one_spelling(one) != one_spelling(other)


def test_the_list_of_pairs_names_each_british_spelling_once_and_never_as_american():
    pairs = [line.split() for line in lexicon.lines("spelling_pairs")]
    british = [pair[0] for pair in pairs]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(set(british)) == len(british)
    assert not set(british) & {pair[1] for pair in pairs}


def test_of_27_000_common_words_few_meet_and_only_in_pairs():
    listed = [word for line in lexicon.lines("word_frequencies") for word in line.split()[1:]]
    meeting: dict[str, list[str]] = {}
    for word in listed:
        meeting.setdefault(one_spelling(word), []).append(word)
    together = [words for words in meeting.values() if len(words) > 1]
    assert 50 < len(together) < 100
    for one, other in together:
        assert SequenceMatcher(None, one, other).ratio() >= 0.6, (one, other)
