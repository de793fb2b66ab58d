"""Who is heard."""

from math import nan
from xml.etree import ElementTree as ET

import pytest

from tests.comparison.attributed import Told
from toolkit.charts.story import voice_rows, voices_figure
from toolkit.charts.voices import Cell, Row, Stretch, voices_svg, voices_table, voices_words
from toolkit.charts.voices import voices_figure as heard_figure

SVG = "{http://www.w3.org/2000/svg}"
TELLINGS = ("Wire", "Post <b>")
ROWS = [
    Row("Ann Lee", (Cell(0.75, (Stretch(0.1, 0.3, True), Stretch(0.5, 0.6, False))), None)),
    Row("2 others", (Cell(0.25, (Stretch(0.8, 1.0, False),)), Cell(1.0, (Stretch(0, 0, True),)))),
]


def rects(root, tall):
    return [e for e in root.iter(f"{SVG}rect") if e.get("height") == tall]


def test_words_say_who_is_heard_in_each_telling():
    assert voices_words("Voices", TELLINGS, ROWS) == (
        "Voices. Wire: Ann Lee 75%, 2 others 25%. Post <b>: 2 others 100%."
    )
    assert voices_words("Voices", ["Wire"], []) == "Voices. Wire: nobody."


def test_the_table_holds_share_count_and_first_place():
    table = voices_table("Voices", TELLINGS, ROWS)
    assert "<td>75% of words heard, 1 quote, 1 paraphrase, first 10% down</td><td>no</td>" in table
    assert "<b>" not in table


def test_quotes_and_paraphrases_differ_in_height_and_not_in_colour_alone():
    root = ET.fromstring(voices_svg("Voices", TELLINGS, ROWS))
    quoted, paraphrased = rects(root, "20"), rects(root, "9")
    assert (len(quoted), len(paraphrased)) == (2, 2)
    first, second = (float(e.get("width")) for e in paraphrased)
    assert first * 2 == pytest.approx(second, abs=0.02)


def test_a_stretch_without_length_is_seen_and_stays_on_its_line():
    stretches = (Stretch(0.0, 1.0, True), Stretch(1.0, 1.0, True), Stretch(-1, 7, True))
    root = ET.fromstring(voices_svg("Voices", ["Wire"], [Row("Ann", (Cell(nan, stretches),))]))
    whole, last, beyond = (
        (float(e.get("x")), float(e.get("x")) + float(e.get("width"))) for e in rects(root, "20")
    )
    assert last == (whole[1] - 2, whole[1])
    assert beyond == whole
    assert "not defined" in [text.text for text in root.iter(f"{SVG}text")]


def test_hostile_names_and_nothing_at_all():
    rows = [Row("<script>1</script>\x00\ud800", (Cell(1, ()), None))]
    picture = voices_svg("T", ["<img src=x>", "\x1b[31m"], rows)
    ET.fromstring(picture.encode())
    assert "<script" not in picture
    assert "<img" not in picture
    ET.fromstring(voices_svg("T", [], []))
    assert heard_figure("T", [], [])._repr_mimebundle_()[0]["text/plain"] == "T."


TOLD = Told(
    [
        "[Ann Lee: “The bridge will close at noon,”] she [=said]. Rain fell. [Tom Wren: “No.”]",
        "It rained. [Lee> that the bridge closes] [=said]. [?: “Aye.”]",
    ]
)


def test_rows_of_a_story_have_places_in_words_and_the_unresolved_last():
    rows = voice_rows(TOLD.comparison())
    assert [row.voice for row in rows] == ["Ann Lee", "Tom Wren", "(not resolved)"]
    assert rows[0].cells[0].stretches == (Stretch(0, 0.6, True),)
    assert rows[0].cells[1].stretches == (Stretch(2 / 7, 6 / 7, False),)
    assert rows[1].cells[1] is None
    assert rows[2].cells[1].share == 0.2


def test_voices_beyond_the_most_are_one_line():
    names = ["Ann", "Bea", "Cid", "Dov", "Eli"]
    told = Told([" ".join(f"[{name}: “I am {name}.”]" for name in names), "It rained."])
    rows = voice_rows(told.comparison(), most=2)
    assert [row.voice for row in rows][2:] == ["3 others"]
    assert rows[2].cells[0].share == pytest.approx(0.6)
    assert len(rows[2].cells[0].stretches) == 3
    assert len(voice_rows(told.comparison(), most=4)) == 5, "one other needs no less room"


def test_the_figure_says_what_it_shows():
    bundle = voices_figure(TOLD.comparison())._repr_mimebundle_()[0]
    assert bundle["text/plain"].startswith("Who is heard. 0: Ann Lee 86%, Tom Wren 14%.")
