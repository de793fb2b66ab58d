"""What is shared word for word, and where words come from."""

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.widgets.overlap import OverlapPanel

DAM = "The dam in the north broke on Monday."


def panel(*texts):
    shown = OverlapPanel()
    shown.update(compare([Article(f"t{k}", text) for k, text in enumerate(texts)]))
    assert shown.problem.error is None
    return shown


def test_origin_against_all_and_against_one():
    shown = panel(DAM, f"{DAM} Zulu echo.", "Tango mike!")
    assert "t0: verbatim 100%, near-verbatim 0%, reworded 0%, own 0%." in shown.words()
    assert "t1: verbatim 80%, near-verbatim 0%, reworded 0%, own 20%." in shown.words()
    shown.source.value = 2
    assert "t0: verbatim 0%, near-verbatim 0%, reworded 0%, own 100%." in shown.words()
    assert "t2: verbatim" not in shown.words(), "it is what the others are held against"
    assert "<svg" in shown.origin.value
    assert "<td>100%</td>" in shown.table()


def test_a_passage_over_two_paragraphs_is_one_line_of_words():
    text = "The dam broke.\n\nIt rained on Monday night."
    assert "  8 words: The dam broke. It rained on Monday night" in panel(text, text).words()


def test_one_telling_and_none():
    assert "own 100%" in panel(DAM).words()
    assert panel().origin.value == ""
