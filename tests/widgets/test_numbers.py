"""Numbers, dates and times of two tellings."""

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.widgets.numbers import NumbersPanel

ONE = "About 120 residents came to the <b>town</b> meeting. It took three days."
OTHER = "Some 180 residents came to the <b>town</b> meeting. It cost £5."


def panel(*texts):
    shown = NumbersPanel()
    shown.update(compare([Article(f"t{k}", text) for k, text in enumerate(texts)]))
    assert shown.problem.error is None
    return shown


def test_both_sentences_the_reading_and_the_difference():
    assert panel(ONE, OTHER).words().splitlines() == [
        "t0 and t1, numbers: different (1), only in t0 (1), only in t1 (1)",
        "  different, +60 (+50%): “About 120 residents” (about 120 (resident)) in: About 120"
        " residents came to the <b>town</b> meeting. | “Some 180 residents” (about 180 (resident))"
        " in: Some 180 residents came to the <b>town</b> meeting.",
        "  only in t0: “three days” (duration: 3 days) in: It took three days.",
        "  only in t1: “£5” (5 GBP) in: It cost £5.",
    ]


def test_numbers_are_marked_in_their_sentences_and_nothing_runs():
    shown = panel(ONE, OTHER)
    assert '<mark class="samestory-cue">About 120 residents</mark> came' in shown.view.value
    assert "&lt;b&gt;town" in shown.view.value
    assert "<b>" not in shown.view.value + shown.table()


def test_one_relation_can_be_chosen():
    shown = panel(ONE, OTHER)
    assert [name for name, _ in shown.kind.options] == [
        "everything (3)",
        "different (1)",
        "only in t0 (1)",
        "only in t1 (1)",
    ]
    shown.kind.value = "only-b"
    assert "£5" in shown.view.value
    assert "120" not in shown.view.value
    assert len(shown.rows) == 1


def test_another_pair_begins_with_everything_where_it_has_nothing_of_the_kind():
    shown = panel(ONE, OTHER, ONE)
    shown.kind.value = "different"
    shown.pair.value = 1
    assert shown.kind.value == ""
    assert "same" in shown.view.value


def test_many_rows_are_folded_and_in_the_table():
    text = " ".join(f"There were {k} ships in port {k}." for k in range(20, 40))
    shown = panel(text, text)
    assert f"{len(shown.rows) - 12} more</summary>" in shown.view.value
    assert shown.table().count("<tr>") == len(shown.rows) + 1


def test_a_number_in_no_sentence_is_shown_by_itself():
    comparison = compare([Article("a", "120"), Article("b", "It rained.")])
    shown = NumbersPanel()
    shown.update(comparison)
    assert shown.problem.error is None


def test_nothing_to_show():
    shown = panel("It rained.", "It snowed.")
    assert "Neither telling has a number" in shown.view.value
    assert shown.words() == "t0 and t1, numbers: none"
    assert shown.table() == ""
    alone = panel(ONE)
    assert "There is no other telling." in alone.view.value
    assert alone.words() == "no other telling"
