"""How alike the sentences of two tellings are."""

from xml.etree import ElementTree as ET

import numpy as np

from toolkit.charts.heatmap import heatmap_figure, heatmap_svg, heatmap_table, heatmap_words

SVG = "{http://www.w3.org/2000/svg}"
LABELS = ("Wire", "Gazette <b>")
GRID = [[0.95, 0.05, 0.0], [0.12, 0.5, 0.5]]
LINKS = [{"a": [0], "b": [0], "relation": "near-verbatim", "similarity": 0.95}]


def test_words_count_what_is_alike_and_linked():
    assert heatmap_words(LABELS, GRID, LINKS) == (
        "Likeness in letters of 2 sentences of Wire with 3 of Gazette <b>: 4 of 6 pairs reach 0.10;"
        " 1 are linked."
    )


def test_the_table_holds_the_nearest_and_the_partner_of_each_sentence():
    table = heatmap_table(LABELS, GRID, LINKS)
    assert '<tr><th scope="row">1</th><td>1</td><td>0.95</td><td>1</td></tr>' in table
    assert '<tr><th scope="row">2</th><td>2</td><td>0.50</td><td>none</td></tr>' in table
    assert "<b>" not in table
    assert "<td>none</td><td>0.00</td>" in heatmap_table(LABELS, [[0.0]], [])


def test_one_path_for_each_shade_and_a_ring_for_each_link():
    root = ET.fromstring(heatmap_svg(LABELS, GRID, LINKS, (["One.", "Two."], ["A"] * 3)))
    squares = [path.get("d").count("M") for path in root.iter(f"{SVG}path")]
    assert sorted(squares) == [1, 1, 2]
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert titles == ["near-verbatim 0.95. 1: One. \u2248 1: A"]


def test_long_tellings_are_drawn_with_several_sentences_to_a_cell():
    grid = np.zeros((500, 300))
    grid[499, 299] = 0.9
    grid[:, 0] = 0.2
    picture = heatmap_svg(LABELS, grid.tolist(), LINKS)
    root = ET.fromstring(picture)
    assert float(root.get("width")) < 700
    assert len(picture) < 40_000
    assert sum(path.get("d").count("M") for path in root.iter(f"{SVG}path")) == 101


def test_nothing_to_compare_is_still_a_picture():
    for grid in ([], [[]], [[], []]):
        ET.fromstring(heatmap_svg(LABELS, grid, []))
        heatmap_table(LABELS, grid, [])
        assert heatmap_figure(LABELS, grid, [])._repr_mimebundle_()[0]["image/png"]


def test_the_figure_rings_links():
    figure = heatmap_figure(LABELS, GRID, LINKS)
    (rings,) = figure.axes[0].collections
    assert rings.get_offsets().tolist() == [[1.0, 1.0]]
