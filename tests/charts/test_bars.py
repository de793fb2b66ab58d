import math
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.charts.bars import bars_figure, bars_svg, bars_table, bars_words

ROWS = [("Meridian Wire", 21.5), ("Harbour Gazette", math.nan), ("Third & Co", -4.0)]
NS = "{http://www.w3.org/2000/svg}"


def bar_widths(svg: str) -> list[float]:
    return [float(r.attrib["width"]) for r in ET.fromstring(svg).iter(f"{NS}rect")]


def test_every_number_is_in_the_picture_its_words_and_its_table():
    svg, table = bars_svg("Words", ROWS, "words"), bars_table("Words", ROWS, "words")
    for told in ("21.50", "not defined", "-4.00"):
        assert told in svg
        assert told in table
        assert told in bars_words("Words", ROWS, "words")
    assert bars_words("Words", ROWS, "words") in ET.fromstring(svg).attrib["aria-label"]


def test_an_undefined_value_has_no_bar():
    assert len(bar_widths(bars_svg("Words", ROWS))) == 2
    assert bar_widths(bars_svg("Words", [("A", None), ("B", math.inf)])) == []


def test_bars_are_as_long_as_their_values():
    short, long = bar_widths(bars_svg("Words", [("A", 10.0), ("B", 30.0)]))
    assert long == pytest.approx(3 * short, abs=0.02)


def test_the_axis_can_be_fixed_and_a_bar_stays_on_it():
    half, over = bar_widths(bars_svg("Words", [("A", 5), ("B", 99)], low_high=(0, 10)))
    assert over == pytest.approx(2 * half, abs=0.02)


def test_an_interval_is_told_and_drawn():
    svg = bars_svg("Words", ROWS[:1], intervals=[(18.0, 25.0)])
    assert "(from 18.00 to 25.00)" in svg
    assert svg.count("<line") == 1 + 3
    assert "25.00" in bars_table("Words", ROWS[:1], intervals=[(18.0, 25.0)])
    assert bars_svg("Words", ROWS[:1], intervals=[None]).count("<line") == 1


@pytest.mark.parametrize("rows", [[], [("A", None)], [("A", 0.0)], [("", 1e9)], [("A", -1.0)]])
def test_odd_rows_still_make_a_picture(rows):
    assert ET.fromstring(bars_svg("Words", rows)).tag == f"{NS}svg"
    assert bars_figure("Words", rows).axes


@given(st.text(), st.text(), st.text())
def test_any_text_is_shown_and_never_markup(title, label, unit):
    rows = [(f"<script>{label}", 1.0)]
    svg = bars_svg(f"<b>{title}", rows, f"<i>{unit}", ends=(label, title))
    tags = {element.tag.removeprefix(NS) for element in ET.fromstring(svg).iter()}
    assert tags <= {"svg", "g", "title", "text", "rect", "line"}
    assert "<script" not in bars_table(title, rows, unit)


def test_the_same_rows_give_the_same_bytes():
    assert bars_svg("Words", ROWS) == bars_svg("Words", list(ROWS))
    pictures = [bars_figure("Words", ROWS)._repr_mimebundle_()[0] for _ in range(2)]
    assert pictures[0]["image/png"] == pictures[1]["image/png"]
    assert pictures[0]["text/plain"] == bars_words("Words", ROWS)
