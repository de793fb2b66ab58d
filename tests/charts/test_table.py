import math
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from toolkit.charts.table import table_html


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)


def tags(html: str) -> set[str]:
    parser = Tags()
    parser.feed(html)
    parser.close()
    return set(parser.seen)


@given(st.text(), st.lists(st.text(), min_size=1, max_size=3), st.text())
def test_no_text_becomes_markup(caption, columns, cell):
    hostile = f"<script>alert(1)</script>{cell}"
    html = table_html(hostile, [hostile, *columns], [[hostile, cell], [cell]])
    assert tags(html) == {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_numbers_and_what_is_not_one():
    html = table_html("T", ["a", "b", "c", "d"], [["x", 3, 0.126, math.nan]])
    assert "<td>3</td><td>0.13</td><td>not defined</td>" in html


def test_headings_say_what_they_head_and_short_rows_are_filled():
    html = table_html("T", ["a", "b", "c"], [["x"]])
    assert html.count('<th scope="col">') == 3
    assert '<tr><th scope="row">x</th><td></td><td></td></tr>' in html
