"""The map of two tellings and one link in detail."""

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.widgets.links import LinksPanel

ONE = "The council closed the old bridge on Monday. Heavy rain had fallen for nine days."
OTHER = "Heavy rain had fallen for nine days. The mayor closed the old bridge on Monday."


def panel(*texts):
    shown = LinksPanel()
    shown.update(compare([Article(f"t{k}", text) for k, text in enumerate(texts)]))
    assert shown.problem.error is None
    return shown


def test_the_map_says_what_is_linked_and_what_moved():
    shown = panel(ONE, OTHER)
    first = shown.words().splitlines()[0]
    assert first.startswith("t0 (2 sentences, 0 only here) and t1 (2 sentences, 0 only here)")
    assert first.endswith("1 in another order.")
    assert shown.map.value.count("<svg") == 1
    assert "How alike each two sentences are in their letters" in shown.heat.value


def test_a_link_with_something_to_show_is_shown_first_and_another_can_be_chosen():
    shown = panel(ONE, OTHER)
    assert shown.chosen_link.relation != "verbatim"
    assert '<mark class="samestory-slot">council<sub>1</sub></mark>' in shown.words_in_link.value
    assert "“council” | “mayor”" in shown.words()
    assert "“council” | “mayor”" in shown.table()
    shown.link.value = 1
    assert "council" not in shown.words_in_link.value


def test_trivial_differences_can_be_put_aside():
    shown = panel("The defence minister spoke on Monday.", "The defense minister spoke on Monday.")
    assert 'samestory-trivial">defence' in shown.words_in_link.value
    shown.trivial.value = False
    assert 'samestory-trivial">defence' not in shown.words_in_link.value


def test_another_pair_and_another_story():
    shown = panel(ONE, OTHER, "Something else entirely happened.")
    shown.pair.value = 1
    assert "There is no link." in shown.words_in_link.value
    assert "0 links" in shown.words()
    shown.update(compare([Article("x", ONE), Article("y", ONE)]))
    assert "x (2 sentences" in shown.words()
    assert shown.problem.error is None


def test_a_single_telling_has_no_map():
    shown = panel(ONE)
    assert "There is no other telling." in shown.map.value
    assert shown.table() == ""
