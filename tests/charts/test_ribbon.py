import io

from toolkit.charts.ribbon import ribbon_figure, ribbon_table, ribbon_words

LABELS = ("Meridian Wire", "Harbour <Gazette>")
LENGTHS = ([9, 4, 12], [5, 8])
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
    assert '<th scope="row">2 + 3</th><td>1</td><td>merged</td><td>not defined</td>' in table
    assert "<Gazette" not in table


def test_there_is_a_box_for_each_sentence_and_a_ribbon_for_each_pair():
    figure = ribbon_figure(LABELS, LENGTHS, LINKS)
    assert len(patches(figure, "Rectangle")) == 5
    assert len(patches(figure, "PathPatch")) == 3


def test_only_a_sentence_without_a_link_is_dashed():
    boxes = patches(ribbon_figure(LABELS, LENGTHS, LINKS[:1]), "Rectangle")
    assert [box.get_linestyle() != "solid" for box in boxes] == [False, True, True, True, False]


def test_boxes_are_as_high_as_their_sentences_are_long():
    boxes = patches(ribbon_figure(LABELS, ([10, 20], [5]), []), "Rectangle")
    assert 1.8 < boxes[1].get_height() / boxes[0].get_height() < 2.2


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
            ribbon_figure(("A $x$", "B"), LENGTHS, LINKS).savefig(file, format=kind)
            files.append(file.getvalue())
        assert files[0] == files[1]
        assert b"matplotlib.org/" not in files[0].replace(b'"http://matplotlib.org/"', b"")
