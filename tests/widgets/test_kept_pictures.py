"""Pictures as files: whole, well-formed, and called what they show."""

import lxml.etree

from tests.payloads import PAYLOADS
from toolkit.charts.bars import bars_svg
from toolkit.charts.shares import shares_svg
from toolkit.widgets.kept_pictures import pictures_in


def test_pictures_are_found_in_order_and_named() -> None:
    one, other = bars_svg("Words", [("A", 3)]), shares_svg("Where from", [("A", {"own": 1.0})])
    found = pictures_in(f"<p>&lt;svg</p><div>{one}</div>{other}")
    assert [(picture.title, picture.svg) for picture in found] == [
        ("Words", one),
        ("Where from", other),
    ]


def test_words_of_articles_are_never_taken_for_a_picture() -> None:
    for text in PAYLOADS:
        found = pictures_in(bars_svg(text, [(text, 3.0)]))
        assert len(found) == 1
        tree = lxml.etree.fromstring(found[0].svg.encode("utf-8"))
        assert {str(e.tag).rpartition("}")[2] for e in tree.iter()} <= {
            *("svg", "g", "title", "text", "rect", "line", "polygon", "circle", "path"),
        }


def test_a_picture_that_does_not_end_is_none() -> None:
    assert pictures_in('<svg xmlns="http://www.w3.org/2000/svg" aria-label="x">') == []
