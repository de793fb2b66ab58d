"""What only one telling says."""

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.widgets.alone import OnlyInPanel

DAM = "The dam in the north broke on Monday."
RAIN = "Heavy rain had fallen for nine days."
MAYOR = "Mayor Ines Okafor promised new homes."


def panel(*texts, dates=("", "", "")):
    shown = OnlyInPanel()
    articles = [
        Article(f"t{k}", text, published=date)
        for k, (text, date) in enumerate(zip(texts, dates, strict=False))
    ]
    shown.update(compare(articles))
    assert shown.problem.error is None
    return shown


def test_against_all_and_against_one():
    shown = panel(f"{DAM} {RAIN} {MAYOR}", f"{DAM} {RAIN}", f"{DAM} {MAYOR}")
    assert shown.words().startswith("0 of 3 sentences of t0 without a partner in any of the others")
    shown.other.value = 1
    assert [row.sentence for row in shown.rows] == [2]
    assert f"3. {MAYOR}" in shown.view.value
    shown.telling.value = 1
    assert [label for label, _ in shown.other.options] == ["all the others", "t0", "t2"]
    assert f"  2. {RAIN}" not in shown.words()
    shown.other.value = 2
    assert f"  2. {RAIN}" in shown.words()


def test_what_is_true_of_the_telling_is_said_once():
    shown = panel(f"{DAM} {RAIN} {MAYOR}", DAM, dates=("2025-03-02", "2025-03-01"))
    assert shown.words().count("may have had no room") == 1
    assert shown.words().count("may not have known") == 1
    assert len(shown.rows) == 2


def test_a_single_telling_has_nothing_to_stand_beside():
    shown = panel(DAM)
    assert "There is no other telling." in shown.view.value
    assert shown.words() == "no other telling"
    assert shown.table() == ""
