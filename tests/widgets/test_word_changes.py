"""Marks inside linked sentences."""

from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.comparison.links.alignment import Link
from toolkit.widgets.word_changes import changes, changes_html, changes_words

NAMES = ("One", "Other <b>")


def link_of(one, other, a=(0,), b=(0,)):
    comparison = compare([Article("a", one), Article("b", other)])
    return comparison, comparison.pairs[0], Link(a, b, "reworded", 0.5)


def marked(comparison, pair, link):
    """The marked words of either side, with their kinds and numbers."""
    told = []
    for k, found in zip((pair.a, pair.b), changes(comparison, pair, link), strict=True):
        for c in found:
            text = comparison.words_of(comparison.sentences[k][c.sentence])
            told.append((k, text[c.start : c.end], "trivial" if c.trivial else c.kind, c.number))
    return told


def test_a_slot_has_one_number_on_both_sides():
    found = marked(*link_of("The council closed the bridge.", "The mayor closed the bridge."))
    assert found == [(0, "council", "slot", 1), (1, "mayor", "slot", 1)]


def test_words_that_one_side_has_and_spelling_that_is_trivial():
    found = marked(*link_of("The defence minister spoke.", "The defense minister spoke yesterday."))
    assert (0, "defence", "trivial", 0) in found
    assert (1, "defense", "trivial", 0) in found
    assert [row for row in found if row[2] == "only"] == [(1, "yesterday", "only", 0)]


def test_the_same_words_have_no_marks():
    same = link_of("The bridge is shut.", "The bridge is shut.")
    assert changes(*same) == ([], [])
    assert changes_words(*same) == []


def test_offsets_are_inside_their_own_sentence_where_several_are_linked():
    comparison, pair, link = link_of(
        "The dam broke and the town flooded.", "The dam broke. The town flooded.", b=(0, 1)
    )
    for k, found in zip((0, 1), changes(comparison, pair, link), strict=True):
        for change in found:
            passage = comparison.sentences[k][change.sentence]
            assert 0 <= change.start < change.end <= passage.end - passage.start


def test_html_marks_both_sides_and_leaves_trivial_ones_out_if_asked():
    told = link_of("The defence <b>minister</b> spoke.", "The defense <b>mayor</b> spoke.")
    html = changes_html(told[0], NAMES, *told[1:], trivial=True)
    assert '<mark class="samestory-slot">minister<sub>1</sub></mark>' in html
    assert '<mark class="samestory-slot">mayor<sub>1</sub></mark>' in html
    assert '<mark class="samestory-trivial">defence</mark>' in html
    assert "<b>" not in html
    plain = changes_html(told[0], NAMES, *told[1:], trivial=False)
    assert 'samestory-trivial">' not in plain
    assert "minister<sub>" in plain


def test_the_words_say_both_sides_and_how_they_differ():
    told = link_of("The defence minister spoke.", "The defense mayor spoke.")
    lines = changes_words(*told)
    assert lines[0] == "replaced 1 (wording): “minister” | “mayor”"
    assert lines[-1].endswith("(spelling): “defence” | “defense”")
