"""Shares of a whole."""

from math import nan
from xml.etree import ElementTree as ET

import pytest

from toolkit.charts.shares import shares_figure, shares_svg, shares_table, shares_words

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    ("Wire", {"verbatim": 0.5, "near-verbatim": 0.02, "reworded": 0.28, "own": 0.2}),
    ("Empty <b>", {"verbatim": nan, "near-verbatim": nan, "reworded": nan, "own": nan}),
]


def test_words_and_table_hold_every_share():
    assert shares_words("Origin", ROWS[:1]) == (
        "Origin. Wire: verbatim 50%, near-verbatim 2%, reworded 28%, own 20%."
    )
    table = shares_table("Origin", ROWS)
    assert '<th scope="row">Wire</th><td>50%</td><td>2%</td><td>28%</td><td>20%</td>' in table
    assert "<td>not defined</td>" in table
    assert "<b>" not in table


def test_parts_are_as_wide_as_their_shares_and_carry_their_sign():
    root = ET.fromstring(shares_svg("Origin", ROWS))
    groups = list(root.iter(f"{SVG}g"))
    widths = [float(g.find(f"{SVG}rect").get("width")) + 1.5 for g in groups]
    assert [width / sum(widths) for width in widths] == pytest.approx(
        [0.5, 0.02, 0.28, 0.2], abs=0.01
    )
    texts = [text.text for text in root.iter(f"{SVG}text")]
    for words in ("= 50%", "~ 28%", "\u00b7 20%", "not defined"):
        assert words in texts


def test_nothing_to_show_is_still_a_picture():
    ET.fromstring(shares_svg("Origin", []))
    assert shares_figure("Origin", [])._repr_mimebundle_()[0]["text/plain"] == "Origin."


def test_the_figure_has_a_bar_for_each_part_that_is_defined():
    figure = shares_figure("Origin", ROWS)
    assert len(figure.axes[0].patches) == 4
    assert "not defined" in [text.get_text() for text in figure.axes[0].texts]
