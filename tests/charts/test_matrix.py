"""Facts by outlets."""

from xml.etree import ElementTree as ET

from toolkit.charts.matrix import (
    Cell,
    Row,
    matrix_figure,
    matrix_svg,
    matrix_table,
    matrix_words,
)

SVG = "{http://www.w3.org/2000/svg}"
OUTLETS = ("Meridian Wire", "Friends of the Old <Bridge>", "Post")
ROWS = [
    Row("A dam broke & fell.", (Cell(0.0, "1", ""), Cell(1.0, "7 + 8", "split"), None)),
    Row("It rained.", (None, Cell(0.5, "4", ""), Cell(0.25, "2", "through another"))),
    Row(
        "Nobody was hurt.", (Cell(1.0, "9", ""), Cell(0.0, "1", "verbatim"), Cell(0, "1", "split"))
    ),
]


def test_words_say_who_reports_how_many():
    assert matrix_words("Facts", OUTLETS, ROWS) == (
        "Facts: 3 in 3 outlets; 1 in all of them. Meridian Wire 2, Friends of the Old <Bridge> 3,"
        " Post 2."
    )


def test_the_table_holds_sentence_place_and_relation():
    table = matrix_table("Facts", OUTLETS, ROWS)
    assert "<td>sentence 1 (0% down)</td>" in table
    assert "<td>sentences 7 + 8 (100% down), split</td><td>no</td>" in table
    assert "<td>sentence 2 (25% down), through another</td>" in table
    assert "<Bridge>" not in table


def test_the_picture_shows_place_by_shade_and_by_a_mark():
    root = ET.fromstring(matrix_svg("Facts", OUTLETS, ROWS))
    first, second = (
        [e for e in group.iter(f"{SVG}rect") if e.get("height") == "18"]
        for group in list(root.iter(f"{SVG}g"))[:2]
    )
    assert len(first) == len(second) == 2
    assert float(first[1].get("x")) - float(first[0].get("x")) > 120
    shades = [
        float(e.get("fill-opacity"))
        for e in next(root.iter(f"{SVG}g")).iter(f"{SVG}rect")
        if e.get("height") == "12"
    ]
    assert shades == [0.85, 0.2]
    signs = [text.text for text in root.iter(f"{SVG}text")]
    for sign in ("\u2022", "<", "+", "=", "7+8"):
        assert sign in signs
    assert "Friends of the" in signs, "a long name goes on two lines"


def test_six_outlets_and_hostile_names():
    outlets = ["<script>1</script>", "\ud800\x00", "", "x" * 80, "a b c d e f g", "F"]
    rows = [Row("<img src=x>" * 40, (Cell(2.0, "1", "verbatim"),) * 6)]
    picture = matrix_svg("T", outlets, rows)
    ET.fromstring(picture.encode())
    assert "<script" not in picture
    assert "<img" not in picture


def test_nothing_to_show_is_still_a_picture():
    ET.fromstring(matrix_svg("Facts", [], []))
    assert matrix_figure("Facts", [], [])._repr_mimebundle_()[0]["text/plain"] == (
        "Facts: 0 in 0 outlets; 0 in all of them."
    )


def test_the_figure_says_what_it_shows():
    bundle = matrix_figure("Facts", OUTLETS, ROWS)._repr_mimebundle_()[0]
    assert bundle["text/plain"] == matrix_words("Facts", OUTLETS, ROWS)
