"""Quotes, voices and certainty as tables and as plain sentences."""

import pytest

from tests.comparison.attributed import Told, linked
from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.comparison.quotes.ledger import quote_groups
from toolkit.comparison.speech_findings import (
    group_findings,
    quote_findings,
    shift_findings,
    voice_findings,
)
from toolkit.comparison.speech_tables import (
    quote_groups_frame,
    quotes_frame,
    shifts_frame,
    voices_frame,
)

TOLD = Told(
    [
        "[Ann Lee: “The bridge\nwill close,”] Ann Lee [=said].",
        "[Lee: “The bridge will close,”] Lee [=said]. [Tom Wren: “So be it.”] [?: “Aye.”]",
        "[Lee: “The bridge may close,”] Lee [=said]. It may be late.",
    ]
)
LINKS = {(0, 1): linked((0, 0)), (0, 2): linked((0, 0)), (1, 2): linked((0, 0))}
STORY = TOLD.comparison(LINKS)
ALONE = compare([Article("a", "It rained."), Article("b", "It snowed.")])


def test_quotes():
    assert quotes_frame(STORY, 0, 1).to_dict("list") == {
        "0": ["“The bridge will close,”", "", ""],
        "speaker in 0": ["Ann Lee", "", ""],
        "relation": ["identical", "only-b", "only-b"],
        "1": ["“The bridge will close,”", "“So be it.”", "“Aye.”"],
        "speaker in 1": ["Lee", "Tom Wren", "(not resolved)"],
    }


def test_groups():
    assert quote_groups_frame(STORY).values.tolist() == [
        [
            "Ann Lee",
            3,
            "“The bridge will close,”",
            "“The bridge will close,”",
            "“The bridge may close,”",
        ],
        ["Tom Wren", 1, "", "“So be it.”", ""],
        ["(not resolved)", 1, "", "“Aye.”", ""],
    ]


def test_a_group_names_every_other_speaker():
    told = Told(
        [
            "[Ann Lee: “Repair would only buy time,”] Lee [=said].",
            "[Tom Wren: “Repair would only buy time,”] Wren [=said].",
        ]
    )
    frame = quote_groups_frame(told.comparison({(0, 1): linked((0, 0))}))
    assert frame["speaker"].tolist() == ["Ann Lee / Tom Wren"]


def test_voices():
    frame = voices_frame(STORY)
    assert frame["voice"].tolist() == ["Ann Lee"] * 3 + ["Tom Wren", "(not resolved)"]
    assert frame["only here"].tolist() == [False, False, False, True, True]
    assert frame["verbs"].tolist() == ["said (1)"] * 3 + ["", ""]
    assert frame["share"].tolist() == [1, 0.5, 1, 0.375, 0.125]


def test_shifts():
    assert shifts_frame(STORY, 0, 2).values.tolist() == [
        [
            "hedge",
            "",
            "may",
            "“The bridge will close,” Ann Lee said.",
            "“The bridge may close,” Lee said.",
        ]
    ]


def test_empty_tables_have_their_columns():
    assert quotes_frame(ALONE, 0, 1).columns.tolist()[2] == "relation"
    assert quote_groups_frame(ALONE).columns.tolist()[2:] == ["a", "b"]
    assert voices_frame(ALONE).columns.tolist()[0] == "voice"
    assert shifts_frame(ALONE, 0, 1).columns.tolist()[0] == "kind"


@pytest.mark.parametrize("frame", [quotes_frame, shifts_frame])
def test_a_pair_that_is_not_there(frame):
    with pytest.raises(KeyError, match="no pair"):
        frame(STORY, 1, 0)


def test_findings():
    groups = quote_groups(TOLD.document, STORY.quotes)
    names = ["A", "B", "C"]
    found = [
        *quote_findings(STORY.quotes[0, 1], "A", "B"),
        *group_findings(groups, names),
        *voice_findings(STORY.voices, names),
        *shift_findings(STORY.shifts[0, 2], "A", "C"),
    ]
    assert [finding.sentence for finding in found] == [
        "1 quote stands in the same words in A and B.",
        "2 quotes stand in B only, and not in A.",
        "All 3 tellings have one quote in common, whole or in part.",
        "In A, Ann Lee has the most words of all who are heard: 100 in 100.",
        "In B, Ann Lee has the most words of all who are heard: 50 in 100.",
        "Tom Wren is heard in B only.",
        "In C, Ann Lee has the most words of all who are heard: 100 in 100.",
        "1 linked sentence of C holds back where A does not.",
    ]
    assert all(finding.passages for finding in found)
    assert [TOLD.words(p) for p in found[0].passages] == [
        "“The bridge\nwill close,”",
        "“The bridge will close,”",
    ]
