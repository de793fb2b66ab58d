"""Quotes, voices and certainty as tables and as plain sentences."""

import math

from tests.comparison.attributed import Told, linked
from toolkit.comparison.certainty import certainty_shifts
from toolkit.comparison.quotes import quote_groups, quote_ledger
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
    voice_shares_frame,
    voices_frame,
)
from toolkit.comparison.voices import voices

TOLD = Told(
    [
        "[Ann Lee: “The bridge\nwill close,”] Ann Lee [=said].",
        "[Lee: “The bridge will close,”] Lee [=said]. [Tom Wren: “So be it.”]",
        "[Lee: “The bridge may close,”] Lee [=said]. It may be late.",
    ]
)
LINKS = {(0, 1): linked((0, 0)), (0, 2): linked((0, 0)), (1, 2): linked((0, 0))}
NAMES = ["A", "B", "C"]
LEDGER = quote_ledger(TOLD.document, TOLD.attributions, LINKS)
VOICES = voices(TOLD.document, TOLD.attributions)
SHIFTS = certainty_shifts(TOLD.document, LINKS, TOLD.attributions)


def test_quotes():
    frame = quotes_frame(TOLD.document, LEDGER[0, 1], ("A", "B"))
    assert frame.to_dict("list") == {
        "A": ["“The bridge will close,”", ""],
        "speaker in A": ["Ann Lee", ""],
        "relation": ["identical", "only-b"],
        "B": ["“The bridge will close,”", "“So be it.”"],
        "speaker in B": ["Lee", "Tom Wren"],
    }


def test_groups():
    groups = quote_groups(TOLD.document, LEDGER)
    frame = quote_groups_frame(TOLD.document, groups, NAMES)
    assert frame.values.tolist() == [
        [
            "Ann Lee",
            3,
            "“The bridge will close,”",
            "“The bridge will close,”",
            "“The bridge may close,”",
        ],
        ["Tom Wren", 1, "", "“So be it.”", ""],
    ]


def test_a_group_names_every_other_speaker():
    told = Told(
        [
            "[Ann Lee: “Repair would only buy time,”] Lee [=said].",
            "[Tom Wren: “Repair would only buy time,”] Wren [=said].",
        ]
    )
    ledger = quote_ledger(told.document, told.attributions, {(0, 1): linked((0, 0))})
    frame = quote_groups_frame(told.document, quote_groups(told.document, ledger), ["A", "B"])
    assert frame["speaker"].tolist() == ["Ann Lee / Tom Wren"]


def test_voices():
    frame = voices_frame(VOICES, NAMES)
    assert frame["voice"].tolist() == ["Ann Lee", "Ann Lee", "Ann Lee", "Tom Wren"]
    assert frame["only here"].tolist() == [False, False, False, True]
    assert frame["verbs"].tolist() == ["said (1)"] * 3 + [""]
    shares = voice_shares_frame(VOICES, NAMES)
    assert shares.loc["Ann Lee"].round(3).tolist() == [1, 0.571, 1]
    assert math.isnan(shares.loc["Tom Wren", "A"])


def test_shifts():
    frame = shifts_frame(TOLD.document, SHIFTS[0, 2], ("A", "C"))
    assert frame.values.tolist() == [
        [
            "hedge",
            "",
            "may",
            "“The bridge will close,” Ann Lee said.",
            "“The bridge may close,” Lee said.",
        ]
    ]


def test_empty_tables_have_their_columns():
    assert quotes_frame(TOLD.document, [], ("A", "B")).columns.tolist()[2] == "relation"
    assert quote_groups_frame(TOLD.document, [], NAMES).columns.tolist()[2:] == NAMES
    assert voices_frame([], NAMES).columns.tolist()[0] == "voice"
    assert voice_shares_frame([], NAMES).columns.tolist() == NAMES
    assert shifts_frame(TOLD.document, [], ("A", "B")).columns.tolist()[0] == "kind"


def test_findings():
    groups = quote_groups(TOLD.document, LEDGER)
    found = [
        *quote_findings(LEDGER[0, 1], "A", "B"),
        *group_findings(groups, NAMES),
        *voice_findings(VOICES, NAMES),
        *shift_findings(SHIFTS[0, 2], "A", "C"),
    ]
    assert [finding.sentence for finding in found] == [
        "1 quote stands in the same words in A and B.",
        "1 quote stands in B only, and not in A.",
        "All 3 tellings quote the same thing once, whole or in part.",
        "In A, Ann Lee has the most words of all who are heard: 100 in 100.",
        "In B, Ann Lee has the most words of all who are heard: 57 in 100.",
        "Tom Wren is heard in B only.",
        "In C, Ann Lee has the most words of all who are heard: 100 in 100.",
        "1 linked sentence of C holds back where A does not.",
    ]
    assert all(finding.passages for finding in found)
    assert [TOLD.words(p) for p in found[0].passages] == [
        "“The bridge\nwill close,”",
        "“The bridge will close,”",
    ]
