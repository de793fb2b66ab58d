import json
import re

import pytest

from tests.charts.test_palette import channels, contrast
from toolkit import compare, load_story
from toolkit.article import Article
from toolkit.widgets import layers
from toolkit.widgets.blocks import tellings_of
from toolkit.widgets.layer_data import checked_layers
from toolkit.widgets.layer_styles import INKS
from toolkit.widgets.layers import layers_of
from toolkit.widgets.reader_data import sentences_of
from toolkit.widgets.sentence_facts import facts_of
from toolkit.widgets.side_by_side import SideBySidePanel

TEXT = (
    "The bridge failed. “We may never know,” said Ann Lee, the mayor. It certainly cost £2 million"
    " on 3 May 2024. Nine won a great prize. It is wood."
)


@pytest.fixture(scope="module")
def found():
    comparison = compare([Article("a", TEXT, "Wire"), Article("b", "The bridge failed.", "Post")])
    return {layer["name"]: layer for layer in layers_of(comparison)}


def told(layer, telling=0):
    """Words, kind's label and note of every mark."""
    text = sentences_of(
        tellings_of(compare([Article("a", TEXT), Article("b", "The bridge failed.")]))[telling]
    )
    labels = {kind["kind"]: kind["label"] for kind in layer["legend"]}
    return [
        (text[m["sentence"]][m["start"] : m["end"]], labels[m["kind"]], m["note"])
        for m in layer["tellings"][telling]
    ]


def test_tone_marks_whole_sentences_in_three_kinds(found):
    rows = told(found["tone"])
    assert rows[0] == ("The bridge failed.", "negative", "-0.51")
    assert rows[-2][1:] == ("positive", "+0.90")
    assert rows[-1] == ("It is wood.", "neutral", "0.00")
    assert told(found["tone"], 1) == rows[:1]


def test_tone_says_how_far_to_trust_it(found):
    assert "precision" in found["tone"]["trust"]


def test_numbers_have_the_value_that_was_read(found):
    rows = told(found["numbers"])
    assert ("£2 million", "money", "2,000,000 GBP") in rows
    assert ("3 May 2024", "dates and times", "date: 2024-05-03") in rows


def test_speakers_are_kinds(found):
    assert ("“We may never know,”", "Ann Lee", "quoted") in told(found["speech"])


def test_hedges_and_boosters(found):
    rows = told(found["certainty"])
    assert ("may", "hedges", "") in rows
    assert ("certainly", "boosters", "") in rows


LOADED = "The regime slammed a shameful plan. “It is brutal,” critics said of the tax."


@pytest.fixture(scope="module")
def worded():
    made = layers_of(compare([Article("a", LOADED), Article("b", "The bridge is old.")]))
    return {layer["name"]: layer for layer in made}


def said(layer):
    """Words, kind and note of every mark in the first telling."""
    sentences = ("The regime slammed a shameful plan.", "“It is brutal,” critics said of the tax.")
    return [
        (sentences[m["sentence"]][m["start"] : m["end"]], m["kind"], m["note"])
        for m in layer["tellings"][0]
    ]


def test_loaded_words_are_marked_by_kind_and_a_speakers_apart(worded):
    layer = worded["loaded"]
    assert said(layer) == [
        ("regime", "label", ""),
        ("slammed", "drama", ""),
        ("shameful", "judgement", ""),
        ("brutal", "quoted", "judgement"),
    ]
    assert layer["tellings"][1] == []
    assert "bias" not in layer["about"]
    assert "AUC inside one outlet" in layer["trust"]


def test_frame_cues_are_marked_by_frame(worded):
    layer = worded["frames"]
    assert said(layer) == [
        ("slammed", "conflict", ""),
        ("shameful", "morality", ""),
        ("critics", "conflict", ""),
        ("tax", "economic", ""),
    ]
    assert layer["trust"].count("AUC") == len(layer["legend"]) == 5
    assert "not yet a frame" in layer["about"]


def test_the_examples_in_what_is_said_of_a_layer_are_marked_by_it(worded):
    for name in ("certainty", "loaded"):
        examples = re.findall("“(.*?)”", worded[name]["about"])
        assert len(examples) >= 4
        for word in examples:
            made = layers_of(compare([Article("a", f"It was {word} so."), Article("b", "")]))
            [layer] = [layer for layer in made if layer["name"] == name]
            assert layer["tellings"][0], word


@pytest.mark.parametrize("name", ["certainty", "loaded", "frames"])
def test_kinds_of_words_differ_in_sign_and_ink(worded, name):
    legend = worded[name]["legend"]
    for key in ("kind", "label", "mark", "ink_light", "ink_dark"):
        assert len({kind[key] for kind in legend}) == len(legend), key


def test_difficulty_ranks_the_sentences_of_all_tellings_together():
    comparison = compare(load_story("peacekeepers"))
    layer = layers.difficulty(comparison)
    marks = [m for row in layer["tellings"] for m in row]
    n = sum(map(len, comparison.sentences))
    hardest = [float(m["note"]) for m in marks if m["kind"] == "hardest"]
    hard = [float(m["note"]) for m in marks if m["kind"] == "hard"]
    assert len(hardest) == pytest.approx(n / 10, abs=1)
    assert len(marks) == pytest.approx(n * 0.3, abs=1)
    assert min(hardest) >= max(hard)


@pytest.mark.parametrize("pack", ["peacekeepers", "harbour-bridge"])
def test_every_layer_of_a_pack_fits_its_tellings(pack):
    comparison = compare(load_story(pack))
    made = layers_of(comparison)
    assert [layer["name"] for layer in made] == [make.__name__ for _, make in layers.LAYERS]
    clean = checked_layers(made, tellings_of(comparison))
    sent = json.dumps([clean, facts_of(comparison)], allow_nan=False)
    assert len(sent.encode()) < 100_000
    assert made == layers_of(compare(load_story(pack))), "the same again"


@pytest.mark.parametrize("texts", [[""], ["", "…"], ["🙂 \ud800 <b>", "No."]])
def test_odd_texts_have_layers_too(texts):
    comparison = compare([Article(str(k), text) for k, text in enumerate(texts)])
    problems = []
    made = layers_of(comparison, problems.append)
    assert problems == []
    checked_layers(made, tellings_of(comparison))
    facts_of(comparison)


def test_a_quote_over_several_sentences_is_cut_at_their_ends():
    text = "“It fell. Nobody was hurt,” said Ann Lee."
    comparison = compare([Article("a", text)])
    [speech] = [layer for layer in layers_of(comparison) if layer["name"] == "speech"]
    places = [(m["sentence"], m["start"], m["end"]) for m in speech["tellings"][0]]
    spoken = "".join(
        comparison.words_of(comparison.sentences[0][n])[start:end] for n, start, end in places
    )
    assert spoken.replace(" ", "") == "“Itfell.Nobodywashurt,”"


def test_a_layer_that_fails_is_left_out_and_named(monkeypatch):
    def broken(_comparison):
        raise ZeroDivisionError

    monkeypatch.setattr(layers, "LAYERS", (("luck", broken), *layers.LAYERS[:1]))
    panel = SideBySidePanel()
    panel.update(compare([Article("a", TEXT), Article("b", TEXT)]))
    assert [layer["name"] for layer in panel.reader.layers] == ["tone"]
    assert "went wrong: luck" in panel.problem.value
    assert "Reader: a" in panel.words()


def test_inks_can_be_read_on_their_pages():
    for light, dark in INKS.values():
        assert contrast(channels(light), channels("#ffffff")) >= 4.5
        assert contrast(channels(dark), channels("#111111")) >= 4.5


def test_facts_have_a_row_for_every_sentence_and_say_where_they_come_from():
    comparison = compare([Article("a", TEXT), Article("b", "…")])
    facts = facts_of(comparison)
    assert [len(rows) for rows in facts["tellings"]] == [len(s) for s in comparison.sentences]
    columns = [column["label"] for column in facts["columns"]]
    first = dict(zip(columns, facts["tellings"][0][0], strict=True))
    assert first["Words"] == 3
    assert first["Tone"] == -0.51
    tone = facts["columns"][columns.index("Tone")]
    assert "Agreement with people" in tone["trust"]
    assert "Hutto and Gilbert 2014" in tone["about"]
