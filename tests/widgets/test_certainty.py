"""How sure two tellings are of one claim."""

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.widgets.certainty import CertaintyPanel

WILL = "The old bridge will close on <b>Monday</b> morning. It rained."
MAY = "The old bridge may close on <b>Monday</b> morning. It snowed."


def panel(*texts):
    shown = CertaintyPanel()
    shown.update(compare([Article(f"t{k}", text) for k, text in enumerate(texts)]))
    assert shown.problem.error is None
    return shown


def test_both_sentences_with_the_cue_words():
    assert panel(WILL, MAY).words().splitlines() == [
        "t0 and t1, linked sentences that differ in certainty or source:"
        " one holds back, the other does not (1)",
        "  t1 holds back, t0 does not: The old bridge will close on <b>Monday</b> morning. |"
        " [“may”] The old bridge may close on <b>Monday</b> morning.",
    ]


def test_the_side_with_the_cue_is_named_whichever_it_is():
    assert "t0 holds back, t1 does not" in panel(MAY, WILL).words()
    assert "t0 holds back, t1 does not" in panel(MAY, WILL).view.value


def test_only_the_cue_is_marked_and_nothing_runs():
    html = panel(WILL, MAY).view.value
    assert html.count("<mark") == 1
    assert 'bridge <mark class="samestory-cue">may</mark> close' in html
    assert "<b>" not in html


def test_nothing_found_is_a_sentence():
    shown = panel(WILL, WILL)
    assert "No linked sentence was found" in shown.view.value
    assert shown.table() == ""
