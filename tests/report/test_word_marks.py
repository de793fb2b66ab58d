"""What differs inside two stretches of text: marked, and every word still there."""

import lxml.html
import pytest

from toolkit.article import Article
from toolkit.comparison.compare import Comparison, compare
from toolkit.comparison.words.differences import passage_differences
from toolkit.report.word_marks import key, marked, word_marks

KINDS = {"slot", "only", "moved", "trivial"}


def both(one: str, other: str) -> tuple[Comparison, list[lxml.html.HtmlElement]]:
    comparison = compare([Article("a", one), Article("b", other)])
    passages = [rows[0] for rows in comparison.sentences]
    marks = word_marks(passage_differences(comparison.document, *passages).runs)
    return comparison, [
        lxml.html.fragment_fromstring(marked(comparison, passage, side), create_parent="p")
        for passage, side in zip(passages, marks, strict=True)
    ]


def told(tree: lxml.html.HtmlElement) -> list[tuple[str, str, str]]:
    return [(e.text, e.get("class"), e.get("data-sign", "")) for e in tree.iter("mark")]


def test_slots_additions_and_trivial_differences() -> None:
    _, (one, other) = both(
        "The king would accept a truce in May.",
        "The King may be open to a lasting truce in May.",
    )
    assert told(one) == [("king", "trivial", ""), ("would accept", "slot", "1")]
    assert told(other) == [
        ("King", "trivial", ""),
        ("may be open to", "slot", "1"),
        ("lasting", "only", "+"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge is shut.", "The bridge is shut."),
        ("<b>A dam</b> broke & nobody was hurt.", "A <i>dam</i> broke; two were hurt & one fled."),
        ("Trump made the comments to reporters.", "To reporters, Trump made his remarks known."),
    ],
)
def test_every_word_is_kept_in_its_place(one: str, other: str) -> None:
    comparison, trees = both(one, other)
    for tree, rows in zip(trees, comparison.sentences, strict=True):
        assert tree.text_content() == comparison.words_of(rows[0])
        assert {kind for _, kind, _ in told(tree)} <= KINDS


def test_both_sides_of_a_slot_have_one_number() -> None:
    _, (one, other) = both(
        "It cost two pounds and took a week.", "It ate nine euros and took a day."
    )
    numbers = [{n for _, kind, n in told(tree) if kind == "slot"} for tree in (one, other)]
    assert numbers[0] == numbers[1] != set()


def test_the_key_names_every_kind() -> None:
    assert {e.get("class") for e in lxml.html.fromstring(key()).iter("mark")} == KINDS
