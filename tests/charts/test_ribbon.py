import io
from xml.etree import ElementTree as ET

from toolkit.charts.ribbon import ribbon_svg, ribbon_table, ribbon_words
from toolkit.charts.ribbon_figure import ribbon_figure

SVG = "{http://www.w3.org/2000/svg}"
LABELS = ("Meridian Wire", "Harbour <Gazette>")
TEXTS = (["Nine here", "Four", "Twelve <here>"], ["Five.", "Eight it"])
LENGTHS = ([9, 4, 13], [5, 8])
LINKS = [
    {"a": [0], "b": [1], "relation": "reworded", "similarity": 0.5},
    {"a": [1, 2], "b": [0], "relation": "merged", "similarity": None},
]


def patches(figure, name):
    return [p for p in figure.axes[0].patches if type(p).__name__ == name]


def test_words_and_table_hold_the_numbers():
    assert ribbon_words(LABELS, LENGTHS, LINKS) == (
        "Meridian Wire (3 sentences, 0 only here) and Harbour <Gazette> (2 sentences, 0 only "
        "here): 2 links (1 reworded, 1 merged)."
    )
    table = ribbon_table(LABELS, LINKS)
    assert (
        '<th scope="row">2 + 3</th><td>1</td><td>merged</td><td>not defined</td><td></td>' in table
    )
    assert "<Gazette" not in table


def test_there_is_a_box_for_each_sentence_and_a_ribbon_for_each_pair():
    figure = ribbon_figure(LABELS, TEXTS, LINKS)
    assert len(patches(figure, "Rectangle")) == 5
    assert len(patches(figure, "PathPatch")) == 3


def test_only_a_sentence_without_a_link_is_dashed():
    boxes = patches(ribbon_figure(LABELS, TEXTS, LINKS[:1]), "Rectangle")
    assert [box.get_linestyle() != "solid" for box in boxes] == [False, True, True, True, False]


def test_boxes_are_as_high_as_their_sentences_are_long_and_never_thinner_than_a_line():
    texts = (["x" * 200, "x" * 150, "x"], ["x" * 100])
    boxes = patches(ribbon_figure(LABELS, texts, []), "Rectangle")
    heights = [box.get_height() for box in boxes]
    assert heights[0] > heights[1] > heights[3]
    assert heights[2] == heights[3] > 13


def ribbons(picture):
    return list(ET.fromstring(picture).iter(f"{SVG}path"))


def test_the_picture_has_a_ribbon_for_each_pair_and_a_title_for_each_link():
    root = ET.fromstring(ribbon_svg(LABELS, TEXTS, LINKS))
    assert len(list(root.iter(f"{SVG}path"))) == 3
    assert root.get("aria-label") == ribbon_words(LABELS, LENGTHS, LINKS)
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert titles[0] == "reworded 0.50. 1: Nine here ~ 2: Eight it"
    assert titles[1] == "merged not defined. 2 + 3: Four Twelve <here> > 1: Five."


def test_what_moved_lies_on_top_with_a_dashed_edge_and_is_said():
    links = [{**LINKS[0], "moved": True}, LINKS[1]]
    drawn = ribbons(ribbon_svg(LABELS, TEXTS, links))
    assert [path.get("stroke-dasharray") is not None for path in drawn] == [False, False, True]
    assert ribbon_words(LABELS, LENGTHS, links).endswith(" 1 in another order.")
    assert ribbon_table(LABELS, links).count("stands in another order") == 1
    figure = patches(ribbon_figure(LABELS, TEXTS, links), "PathPatch")
    assert [patch.get_linewidth() > 0 for patch in figure] == [False, False, True]


def test_a_hundred_sentences_stay_within_a_few_screens():
    texts = ([f"Sentence number {k} of a long article." for k in range(100)], ["One."] * 90)
    root = ET.fromstring(ribbon_svg(LABELS, texts, []))
    assert float(root.get("height")) < 4300
    shown = [text.text for text in root.iter(f"{SVG}text")]
    assert "5" in shown
    assert "100" in shown


def test_hostile_text_is_escaped():
    picture = ribbon_svg(("<img src=x>", "B\x00"), (["<script>1</script>"], ["\ud800 <b>"]), [])
    ET.fromstring(picture.encode())
    assert "<script" not in picture
    assert "<img" not in picture


def test_nothing_to_show_is_still_a_figure():
    bundle = ribbon_figure(("A", "B"), ([], []), [])._repr_mimebundle_()[0]
    assert bundle["text/plain"] == (
        "A (0 sentences, 0 only here) and B (0 sentences, 0 only here): 0 links (none)."
    )


def test_the_same_links_give_the_same_bytes_in_every_format():
    for kind in ("svg", "png", "pdf"):
        files = []
        for _ in range(2):
            file = io.BytesIO()
            ribbon_figure(("A $x$", "B"), TEXTS, LINKS).savefig(file, format=kind)
            files.append(file.getvalue())
        assert files[0] == files[1]
        assert b"matplotlib.org/" not in files[0].replace(b'"http://matplotlib.org/"', b"")
