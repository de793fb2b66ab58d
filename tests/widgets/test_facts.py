"""Who reports what."""

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.widgets.facts import FactsPanel

DAM = "The dam in the north broke on Monday."
RAIN = "Heavy rain had fallen for nine days."


def panel(*texts):
    shown = FactsPanel()
    shown.update(compare([Article(f"t{k}", text) for k, text in enumerate(texts)]))
    assert shown.problem.error is None
    return shown


def test_facts_are_counted_and_listed():
    shown = panel(f"{DAM} {RAIN}", f"Zulu echo! {DAM}", DAM)
    assert shown.words().splitlines() == [
        "3 facts: 1 in two or more tellings, 1 of them in all; 2 in one only (t0 1, t1 1, t2 0).",
        "What two or more tellings report: 1 in 3 outlets; 1 in all of them. t0 1, t1 1, t2 1.",
        f"  t0 1 | t1 2 verbatim | t2 1 verbatim: {DAM}",
    ]
    assert "<svg" in shown.view.value
    assert "sentence 2 (100% down), verbatim" in shown.table()


def test_nothing_shared_is_a_sentence_and_no_picture():
    shown = panel(DAM)
    assert "1 fact: 0 in two or more tellings" in shown.view.value
    assert "<svg" not in shown.view.value


def test_more_facts_than_a_picture_holds_are_folded_away():
    text = " ".join(f"Case {k} concerns item {k * k}x{k}." for k in range(70))
    shown = panel(text, text)
    assert shown.view.value.count("<svg") == 2
    assert "10 more</summary>" in shown.view.value
