"""Quotation marks paired, in any house style and in none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.speech.quotations import quotations
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary


def found(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(Document.of_texts([text], Vocabulary()))[0]]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“Why?” he asked.", ["“Why?”"]),
        ('He said: "No, not now." She left.', ['"No, not now."']),
        ("«Non», dit-il.", ["«Non»"]),
        ("« Non », dit-il.", ["« Non »"]),
        ("»Nein«, sagte er.", ["»Nein«"]),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("”Ja”, sa hon.", ["”Ja”"]),
        ("``Go on,'' he said.", ["``Go on,''"]),
        ("said ‘‘go home’’ to him", ["‘‘go home’’"]),
        ("the ‘single’ one, don’t", ["‘single’"]),
        ("'They're here,' he said.", ["'They're here,'"]),
        ("'The boys' coats are here,' he said.", ["'The boys' coats are here,'"]),
        ("the ‘big boys’ club", ["‘big boys’"]),
        ("rock 'n' roll in the '90s, ’tis fine and goin' home", []),
        ('A 6" nail and an 8" one.', []),
        ("He is 5'10\" and she 5'4\".", []),
        ('"It is 6" long," he said. "Yes."', ['"It is 6" long,"', '"Yes."']),
        ("“He said “no” to me,” she said.", ["“He said “no” to me,”"]),
        ('said:“Go,” he said."No."', ["“Go,”", '"No."']),
        ('" Go " he said.', ['" Go "']),
        ("“” and \"\" and ''", []),
        ('"', []),
    ],
)
def test_what_stands_in_marks(text, quotes):
    assert found(text) == quotes


@pytest.mark.parametrize(
    ("text", "quote", "flag"),
    [
        ("“It goes on.\n\n“It stops.” She left.", "“It goes on.\n\n“It stops.”", "repeated-opener"),
        ("‘One.\n\n‘Two.’ he said", "‘One.\n\n‘Two.’", "repeated-opener"),
        ("“I won’t, she said.\n\nShe left.", "“I won’t, she said.", "unclosed"),
        ("“A slip. He said: “Go.” She left.", "“A slip.", "unclosed"),
        ("I won't go,\" she said.", "I won't go,\"", "unopened"),
        ("“She said, ‘Go,’ and I did,” he said.", "“She said, ‘Go,’ and I did,”", "nested"),
        ("> I quit.\n> At once.\n\nSo he said.", "> I quit.\n> At once.", "block"),
    ],
)
def test_what_is_odd_is_flagged(text, quote, flag):
    first = quotations(Document.of_texts([text], Vocabulary()))[0][0]
    assert text[first.start : first.end] == quote
    assert flag in first.flags


def test_a_long_quotation_has_a_part_for_each_paragraph():
    text = "“One.\n\n“Two.\n\n“Three,” she said."
    (whole,) = quotations(Document.of_texts([text]))[0]
    assert [text[a:b] for a, b in whole.parts] == ["One.", "Two.", "Three,"]


def test_nothing_goes_on_into_the_next_article():
    first, second = quotations(Document.of_texts(["“It goes on.", "“Here,” she said."]))
    assert [q.flags for q in first] == [("unclosed",)]
    assert [(q.start, q.end) for q in second] == [(0, 7)]


@given(text=st.text(alphabet=" a.,\n“”\"‘’'«»„`>6", max_size=80))
def test_quotations_lie_in_the_text_in_order(text):
    rows = quotations(Document.of_texts([text]))[0]
    assert all(0 <= q.start < q.end <= len(text) for q in rows)
    assert all(before.end <= after.start for before, after in pairwise(rows))
    for q in rows:
        assert all(q.start <= a <= b <= q.end for a, b in q.parts)
        assert len(q.seats) == len(q.parts)
