"""The voices ledger: who is heard, counted by hand."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.comparison.attributed import Told
from toolkit.article import Passage
from toolkit.comparison.quotes.voices import voices

A = (
    "Rain fell. [Ann Lee: “We will mend it,”] Ann Lee [=said]. She [+added]"
    " [Ann Lee> that money was there]. [two officials: “Perhaps,”] two officials [=said]."
)  # words: 2; 4 + 3; 2 + 4; 1 + 3
B = "[Mayor Lee: “No,”] Mayor Lee [=said]. [?: “Why not?”] [Tom Wren> It is late], Wren [=said]."


def test_voices_of_two_tellings():
    told = Told([A, B])
    found = voices(told.document, told.attributions)
    assert [(v.name, v.kind, v.heard_in) for v in found] == [
        ("Ann Lee", "named", (0, 1)),
        ("Tom Wren", "named", (1,)),
        ("", "unresolved", (1,)),
        ("two officials", "anonymous", (0,)),
    ]
    lee = found[0]
    assert lee.names == ("Ann Lee", "Mayor Lee")
    first, second = lee.tellings
    assert (first.quoted_words, first.paraphrased_words) == (4, 4)
    assert [told.words(p) for p in first.quotes] == ["“We will mend it,”"]
    assert [told.words(p) for p in first.paraphrases] == ["that money was there"]
    assert [(v.words, v.kind, len(v.passages)) for v in first.verbs] == [
        ("added", "neutral", 1),
        ("said", "neutral", 1),
    ]
    assert first.share == pytest.approx(8 / 9)
    assert first.first == pytest.approx(2 / 18)  # two of 19 words stand before
    assert second.first == 0
    assert second.share == pytest.approx(1 / 6)


def test_a_quote_inside_a_paraphrase_counts_once():
    told = Told(["Lee [+said] [Ann Lee> that Europe was ready to be a partner]."])
    [row] = told.attributions[0]
    inside = "ready to be"
    start = told.document.articles[0].text.index(inside)
    passage = Passage("0", start, start + len(inside))
    quote = replace(row, passage=passage, parts=(passage,), source="direct")
    [voice] = voices(told.document, [[row, quote]])
    assert (voice.tellings[0].quoted_words, voice.tellings[0].paraphrased_words) == (3, 5)
    assert voice.tellings[0].share == 1


def test_two_of_one_surname_stay_two():
    told = Told(
        [
            "[John Smith: “Yes,”] he said. [Jane Smith: “No, no,”] she said.",
            "[Smith: “Who knows,”] Smith said.",
        ]
    )
    found = voices(told.document, told.attributions)
    assert sorted(v.name for v in found) == ["Jane Smith", "John Smith", "Smith"]


def test_a_description_with_a_name_in_it_is_no_name():
    text = "envoy to the United Kingdom"
    told = Told([f"{text} spoke. [{text}: “No,”] he said."])
    [row] = told.attributions[0]
    speaker = replace(row.speaker, kind="role", mention=Passage("0", 0, len(text)))
    assert [v.kind for v in voices(told.document, [[replace(row, speaker=speaker)]])] == [
        "anonymous"
    ]


def test_scare_quotes_are_no_voice():
    told = Told(["The [~: “smart”] bridge closed."])
    assert voices(told.document, told.attributions) == ()


def test_nobody_is_heard():
    told = Told(["", "Rain fell."])
    assert voices(told.document, told.attributions) == ()


def test_a_voice_without_words_has_no_share():
    told = Told(["[Ann Lee: “…”] she said."])
    [voice] = voices(told.document, told.attributions)
    assert math.isnan(voice.tellings[0].share)


NAMES = ["Ann Lee", "Lee", "Tom Wren", "officials", "the mayor", "?"]
SAID = st.tuples(st.sampled_from(NAMES), st.sampled_from([":", ">"]), st.integers(1, 5))
TELLING = st.lists(SAID, max_size=6).map(
    lambda rows: " ".join(f"[{who}{kind} “{'so ' * n}”] he said." for who, kind, n in rows)
)


@settings(deadline=None, max_examples=50)
@given(st.lists(TELLING, min_size=1, max_size=3))
def test_every_word_is_somebodys(texts):
    told = Told(texts)
    found = voices(told.document, told.attributions)
    for k, rows in enumerate(told.attributions):
        heard = [v.tellings[k] for v in found if v.tellings[k] is not None]
        assert sum(len(h.passages) for h in heard) == len(rows)
        if rows:
            assert sum(h.share for h in heard) == pytest.approx(1)
        assert all(0 <= h.first <= 1 for h in heard)
    assert found == voices(told.document, told.attributions)
