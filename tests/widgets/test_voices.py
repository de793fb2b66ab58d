"""Who is heard."""

from tests.comparison.attributed import Told
from toolkit.widgets.voices import VoicesPanel

TOLD = Told(
    [
        "[Ann Lee: “The bridge will close,”] she [=said]. [two men> that <b>it</b> rains] [=said].",
        "[Lee: “It will close,”] she [=said]. [Tom Wren: “So be it.”]",
    ]
)


def panel(told=TOLD):
    shown = VoicesPanel()
    shown.update(told.comparison())
    assert shown.problem.error is None
    return shown


def test_who_how_much_where_and_with_which_verbs():
    lines = panel().words().splitlines()
    assert lines[1] == "By name heard in 1 only: Tom Wren."
    assert lines[2] == (
        "  Ann Lee in 0: 4 words (44%), quotes 1, first 0% down, 2 of 2; neutral: said"
    )
    assert lines[-1].endswith("first 71% down, only here; no verb")


def test_one_telling_can_be_chosen():
    shown = panel()
    shown.telling.value = 1
    assert "Ann Lee in 0" not in shown.words()
    assert "two men" not in shown.view.value
    assert "Tom Wren" in shown.view.value


def test_picture_and_table_go_together_and_nothing_runs():
    shown = panel()
    assert "<svg" in shown.chart.value
    assert "The numbers as a table" in shown.chart.value
    for html in (shown.chart.value, shown.view.value, shown.table()):
        assert "<b>" not in html
    assert "two men" in shown.table()


def test_an_unresolved_speaker_is_said_to_be_unresolved():
    shown = panel(Told(["[?: “Aye, it is so.”]", "It rained."]))
    assert "(not resolved) in 0: 4 words (100%)" in shown.words()
    assert "(not resolved)" in shown.chart.value


def test_nobody_is_heard():
    shown = panel(Told(["It rained.", "It snowed."]))
    assert "No telling gives anybody" in shown.chart.value
    assert "0: nobody. 1: nobody." in shown.words()
    assert shown.table() == ""
