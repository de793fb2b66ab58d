import math
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.charts.strip import strip_figure, strip_svg, strip_words

LANES = [
    ("Meridian Wire", [(0.0, -0.5, "Sentence 1"), (0.5, math.nan, "Sentence 2"), (1.0, 1.0, "")]),
    ("Harbour Gazette", [(0.25, 0.125, "Sentence 1")]),
]
NS = "{http://www.w3.org/2000/svg}"


def test_every_point_has_a_tooltip():
    titles = [t.text for t in ET.fromstring(strip_svg("Tone", LANES)).iter(f"{NS}title")]
    assert titles == [
        "Sentence 1 (-0.50)",
        "Sentence 2 (not defined)",
        "1.00",
        "Sentence 1 (0.12)",
    ]


def test_words_give_range_and_what_is_not_defined():
    assert strip_words("Tone", LANES) == (
        "Tone. Meridian Wire: 3 points, from -0.50 to 1.00, 1 not defined. "
        "Harbour Gazette: 1 point, from 0.12 to 0.12."
    )


def test_points_stand_where_their_values_are():
    root = ET.fromstring(strip_svg("Tone", [("A", [(0, -1, ""), (0.5, 0, ""), (1, 1, "")])]))
    places = [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter(f"{NS}circle")]
    (x0, low), (x1, middle), (x2, high) = places
    assert x1 - x0 == pytest.approx(x2 - x1, abs=0.02)
    assert low - middle == pytest.approx(middle - high, abs=0.02)
    assert low > high, "up is positive"


def test_outlets_differ_in_shape_and_not_only_in_colour():
    root = ET.fromstring(strip_svg("Tone", LANES))
    assert len(list(root.iter(f"{NS}circle"))) == 2
    assert len(list(root.iter(f"{NS}polygon"))) == 1


@pytest.mark.parametrize(
    "lanes", [[], [("A", [])], [("A", [(0.5, None, "")])], [("A", [(7, 9, "")])]]
)
def test_odd_lanes_still_make_a_picture(lanes):
    assert ET.fromstring(strip_svg("Tone", lanes)).tag == f"{NS}svg"
    assert strip_figure("Tone", lanes)._repr_mimebundle_()[0]["image/png"]


@given(st.text(), st.text())
def test_any_text_is_shown_and_never_markup(label, words):
    lanes = [(f"<img src=x>{label}", [(0.1, 0.1, f"<script>{words}")])]
    svg = strip_svg(words, lanes, x_label=label)
    tags = {element.tag.removeprefix(NS) for element in ET.fromstring(svg).iter()}
    assert tags <= {"svg", "g", "title", "text", "line", "circle", "polygon"}


def test_the_same_lanes_give_the_same_bytes():
    assert strip_svg("Tone", LANES) == strip_svg("Tone", LANES)
    first, second = (strip_figure("Tone", LANES)._repr_mimebundle_()[0] for _ in range(2))
    assert first["image/png"] == second["image/png"]
