import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.reading.lines import lines_of

LINE_ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_every_line_end_ends_a_line_and_two_make_a_paragraph(end: str) -> None:
    text = end.join([" One. ", "Two", "", "Three"])
    found = [(line.text, line.block) for line in lines_of(text)]
    assert found == [("One.", 0), ("Two", 0), ("Three", 1)]


def test_a_line_of_spaces_is_blank() -> None:
    assert [line.block for line in lines_of("a\n \t\nb\n\xa0\nc")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It fell.", True),
        ("“It fell.”", True),
        ("He asked (why?)", True),
        ("It fell…", True),
        ("它掉下来了。", True),
        ("It fell", False),
        ("He said:", False),
        ("a “quoted” word”", False),
    ],
)
def test_ends_sentence(words: str, expected: bool) -> None:
    assert lines_of(words)[0].ends_sentence is expected


@given(st.text(st.sampled_from("ab .\t\n\r\x85\u2028"), max_size=40))
def test_lines_hold_all_that_is_not_white_space(text: str) -> None:
    lines = lines_of(text)
    assert all(text[line.start : line.end] == line.text != "" for line in lines)
    assert [line.start for line in lines] == sorted(line.start for line in lines)
    plain = [s for part in re.split("\r\n|[\n\r\x85\u2028]", text) if (s := part.strip())]
    assert [line.text for line in lines] == plain
