import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.telling_samples import CHANGES, LINKS, SHARED, TELLINGS, A, B, telling
from toolkit.errors import UsageError
from toolkit.widgets.reader import Reader

SUMMARY = """\
Reader: Meridian Wire (6 sentences) beside Harbour Gazette (6 sentences)
links: 4 (1 verbatim, 1 reworded, 1 split, 1 merged)
only in Meridian Wire: 1 (a6)
only in Harbour Gazette: 1 (b1)
selected: nothing
a1 ~ b6 reworded 0.62
a2 = b5 verbatim 1.00
a3 < b3+b4 split 0.70
a4+a5 > b2 merged not defined"""


def test_the_summary_holds_everything():
    reader = Reader(TELLINGS, LINKS, SHARED)
    assert reader.summary() == SUMMARY
    assert reader._repr_mimebundle_()[0]["text/plain"] == SUMMARY


def test_the_other_way_round_split_is_merged():
    lines = Reader(TELLINGS, comparisons=[{"pair": [0, 1], "links": LINKS, "shared": SHARED}],
                   pair=[1, 0]).summary().splitlines()  # fmt: skip
    assert lines[0].startswith("Reader: Harbour Gazette")
    assert lines[2] == "only in Harbour Gazette: 1 (a1)"
    assert lines[-2:] == ["a3+a4 > b3 merged 0.70", "a2 < b4+b5 split not defined"]


def test_the_table_holds_both_sentences_and_what_is_only_in_one():
    html = Reader(TELLINGS, LINKS).table_html()
    assert (
        '<tr><th scope="row">a4 + a5 / b2</th><td>The wind was the strongest since 1987. '
        "Gusts reached 131 km/h.</td><td>Gusts reached 131 km/h, the strongest wind since 1987."
        "</td><td>merged</td><td>not defined</td></tr>" in html
    )
    assert "<td></td><td>Residents accused their council.</td><td>only here</td>" in html
    assert "Hanna Rowe" not in html, "furniture is not a sentence"


def test_a_selection_from_python_is_told():
    reader = Reader(TELLINGS, LINKS)
    reader.selected = {"side": "b", "sentence": 4}
    assert "selected: b5" in reader.summary()
    assert "selected: b5" in Reader(TELLINGS, LINKS, selected=reader.selected).summary()


@pytest.mark.parametrize(
    "chosen", [{"side": "c", "sentence": 0}, {"side": "a", "sentence": 99}, {"side": "a"}]
)
def test_a_selection_that_is_not_there_is_refused(chosen):
    with pytest.raises(UsageError, match="does not name a sentence"):
        Reader(TELLINGS, LINKS).selected = chosen


def test_another_pair_shows_its_own_links_and_forgets_the_selection():
    third = telling("Third", A)
    reader = Reader(
        [*TELLINGS, third],
        comparisons=[
            {"pair": [0, 1], "links": LINKS, "shared": SHARED},
            {"pair": [0, 2], "links": LINKS[1:2] and [{**LINKS[1], "b": [1]}], "shared": []},
        ],
    )
    reader.selected = {"side": "b", "sentence": 5}
    assert len(reader.links) == 4
    reader.pair = [0, 2]
    told = {"a": [1], "b": [1], "relation": "verbatim", "similarity": 1.0, "moved": False}
    assert reader.links == [told]
    assert reader.selected == {}
    reader.pair = [1, 2]
    assert "links: 0\nonly in Harbour Gazette: 6" in reader.summary()


@pytest.mark.parametrize("pair", [[0, 0], [0, 2], [-1, 0], [0, 1, 1]])
def test_a_pair_that_is_not_there_is_refused(pair):
    with pytest.raises(UsageError, match="does not name two"):
        Reader(TELLINGS, LINKS).pair = pair


def test_less_than_two_tellings():
    assert Reader().summary() == "Reader: no telling to show"
    assert Reader().table_html() == ""
    alone = Reader(TELLINGS[:1])
    assert alone.summary() == "Reader: Meridian Wire (6 sentences)\nselected: nothing"
    assert "<td>Nobody was hurt.</td>" in alone.table_html()


def block(**changes):
    return {"kind": "sentence", "text": "Two met.", "sentence": 0, **changes}


@pytest.mark.parametrize(
    "blocks",
    [[block(kind="poem")], [block(sentence=-1)], [block(), block()], [block(kind="headline")]],
)
def test_blocks_that_contradict_themselves_are_refused(blocks):
    with pytest.raises(UsageError):
        Reader([{"id": "a", "label": "A", "blocks": blocks}])


@pytest.mark.parametrize(
    "change", [{"a": [99]}, {"b": []}, {"b": [-1]}, {"relation": "copied"}], ids=str
)
def test_links_that_contradict_the_tellings_are_refused(change):
    with pytest.raises(UsageError):
        Reader(TELLINGS, [{**LINKS[0], **change}])


def test_a_shared_passage_outside_its_sentence_is_refused():
    wrong = {**SHARED[0], "a": {"sentence": 1, "start": 0, "end": 99}}
    with pytest.raises(UsageError, match="outside its sentence"):
        Reader(TELLINGS, LINKS, [wrong])


def test_what_the_browser_gets_is_json_without_nan():
    reader = Reader(TELLINGS, [{**LINKS[0], "similarity": math.nan}])
    json.dumps(reader.comparisons, allow_nan=False)
    assert reader.links[0]["similarity"] is None


def test_the_given_data_are_not_changed():
    before = json.dumps([TELLINGS, LINKS, SHARED])
    reader = Reader(TELLINGS, LINKS, SHARED)
    reader.tellings[0]["blocks"][0]["text"] = "changed"
    assert json.dumps([TELLINGS, LINKS, SHARED]) == before


@given(st.text(), st.text())
def test_no_text_becomes_markup_and_no_label_breaks_a_line(label, words):
    one = telling(f"<script>{label}", [("sentence", f"<img src=x>{words}")])
    link = {"a": [0], "b": [0], "relation": "verbatim", "similarity": 1.0}
    reader = Reader([one, telling("B", B)], [link])
    html = reader.table_html()
    assert "<script" not in html
    assert "<img" not in html
    assert len(reader.summary().splitlines()) == 6


def test_the_same_data_give_the_same_bytes():
    first, second = (Reader(TELLINGS, LINKS, SHARED) for _ in range(2))
    assert first.summary() == second.summary()
    assert first.table_html() == second.table_html()


def test_the_script_never_writes_markup():
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert forbidden not in Reader._esm


def test_other_tellings_can_be_shown_in_the_same_place():
    reader = Reader(TELLINGS, LINKS, SHARED, selected={"side": "a", "sentence": 2})
    one, two = ("sentence", "One here."), ("sentence", "Two.")
    others = [telling("Third", [one]), telling("Fourth", [one, two])]
    link = {"a": [0], "b": [0], "relation": "verbatim", "similarity": 1.0}
    reader.show(others, [{"pair": [0, 1], "links": [link], "shared": []}])
    assert reader.summary().startswith("Reader: Third (1 sentence) beside Fourth (2 sentences)")
    assert reader.selected == {}
    reader.show(others[:1], [])
    assert reader.summary().startswith("Reader: Third (1 sentence)")


def test_tellings_that_contradict_themselves_leave_the_reader_as_it_was():
    reader = Reader(TELLINGS, LINKS, SHARED)
    with pytest.raises(UsageError):
        reader.show(TELLINGS, [{"pair": [0, 9], "links": [], "shared": []}])
    assert reader.summary() == SUMMARY


def changed(**change):
    return {"pair": [0, 1], "links": LINKS, "changes": {**CHANGES, **change}}


def test_changes_are_kept_and_turned_with_the_pair():
    reader = Reader(TELLINGS, comparisons=[changed()])
    assert reader.comparisons[0]["changes"] == CHANGES
    reader.pair = [1, 0]
    assert reader._shown()["changes"] == {"a": CHANGES["b"], "b": CHANGES["a"]}


@pytest.mark.parametrize(
    "place",
    [
        {"sentence": 0, "start": 0, "end": 99, "kind": "slot"},
        {"sentence": 50, "start": 0, "end": 1, "kind": "slot"},
        {"sentence": 0, "start": 0, "end": 1, "kind": "altered"},
    ],
)
def test_changes_that_contradict_the_tellings_are_refused(place):
    with pytest.raises(UsageError):
        Reader(TELLINGS, comparisons=[changed(a=[place])])
