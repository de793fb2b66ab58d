import pytest

from toolkit.report.elements import Html, element, joined, shown, table


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a & b", "a &amp; b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\x1b[31mred\x7f", "␛[31mred␡"),
        ("one\ntwo\tthree", "one\ntwo\tthree"),
        ("\x85\ud800", "\ufffd\ufffd"),
    ],
)
def test_text_is_shown_and_nothing_in_it_obeyed(text: str, html: str) -> None:
    assert shown(text) == html


def test_attributes_cannot_be_left() -> None:
    assert element("a", "x", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">x</a>'


def test_html_stays_html_and_text_does_not_become_it() -> None:
    assert joined([Html("<b>x</b>"), "<b>"], " & ") == "<b>x</b> &amp; &lt;b&gt;"


def test_a_table_says_undefined_in_words() -> None:
    html = table("T", ["a", "b"], [["<x>", float("nan")], [Html("<i>y</i>"), 3]])
    assert (
        '<th scope="row">&lt;x&gt;</th><td data-column="b" class="number">not defined</td>' in html
    )
    assert '<th scope="row"><i>y</i></th><td data-column="b" class="number">3</td>' in html
