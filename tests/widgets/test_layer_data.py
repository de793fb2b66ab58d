import copy
import json
import math

import pytest

from tests.widgets.telling_samples import FACTS, LAYERS, LINKS, TELLINGS, mark
from toolkit.errors import UsageError
from toolkit.widgets.layer_data import checked_facts, checked_layers
from toolkit.widgets.reader import Reader


def reader(**changes):
    return Reader(TELLINGS, LINKS, layers=LAYERS, facts=FACTS, **changes)


def test_the_summary_names_the_layer_that_is_shown_and_counts_sentences():
    shown = reader()
    assert "showing" not in shown.summary(), "links are counted above"
    shown.layer = "figures"
    lines = shown.summary().splitlines()
    at = lines.index("showing: figures (sentences marked)")
    assert lines[at + 1 : at + 3] == [
        "  Meridian Wire: 2 many, 1 unit, 0 never",
        "  Harbour Gazette: 2 many, 0 unit, 0 never",
    ]
    shown.pair = [1, 0]
    assert lines[at + 2] == shown.summary().splitlines()[at + 1]


def test_the_table_holds_the_marked_words_and_their_notes():
    html = reader(layer="figures").table_html()
    row = '<th scope="row">a3</th><td>900</td><td>many</td><td>900 people</td>'
    assert row in html
    assert "Marked in Meridian Wire and Harbour Gazette: figures" in html
    assert "900 people" not in reader().table_html()


def test_a_layer_that_is_not_there_is_refused():
    with pytest.raises(UsageError, match="no layer 'colour'"):
        reader().layer = "colour"


def test_the_layer_stays_while_other_tellings_come_if_they_have_it():
    shown = reader(layer="mood")
    shown.show(TELLINGS, [], LAYERS)
    assert shown.layer == "mood"
    shown.show(TELLINGS, [], LAYERS[:1])
    assert shown.layer == "links"
    assert shown.facts["columns"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        mark(99, 0, 1, "many"),
        mark(0, 0, 99, "many"),
        mark(0, 3, 2, "many"),
        mark(0, -1, 2, "many"),
        mark(0, 0, 1, "unheard-of"),
    ],
)
def test_marks_that_contradict_the_tellings_are_refused(wrong):
    layer = {**LAYERS[0], "tellings": [[wrong], []]}
    with pytest.raises(UsageError):
        checked_layers([layer], TELLINGS)


@pytest.mark.parametrize(
    "layers",
    [
        [LAYERS[0], LAYERS[0]],
        [{**LAYERS[0], "name": "links"}],
        [{**LAYERS[0], "tellings": [[]]}],
    ],
    ids=["twice", "links", "one telling"],
)
def test_layers_that_contradict_each_other_are_refused(layers):
    with pytest.raises(UsageError):
        checked_layers(layers, TELLINGS)


def test_facts_are_json_without_nan():
    facts = copy.deepcopy(FACTS)
    facts["tellings"][0][0][1] = math.nan
    clean = checked_facts(facts, TELLINGS)
    json.dumps(clean, allow_nan=False)
    assert clean["tellings"][0][0] == [3.0, None, 1.25]


@pytest.mark.parametrize("rows", [[[]], [[[1.0]], []]])
def test_facts_of_other_tellings_are_refused(rows):
    with pytest.raises(UsageError):
        checked_facts({**FACTS, "tellings": rows}, TELLINGS)


def test_the_given_data_are_not_changed():
    before = json.dumps([LAYERS, FACTS])
    shown = reader(layer="mood")
    shown.layers[0]["tellings"][0][0]["note"] = "changed"
    assert json.dumps([LAYERS, FACTS]) == before
