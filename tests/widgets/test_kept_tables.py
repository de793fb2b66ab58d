"""Tables as files: what a panel shows comes out cell by cell, and no cell is a formula."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.payloads import PAYLOADS
from toolkit.charts.table import table_html
from toolkit.widgets.kept_tables import KeptTable, harmless, tables_in

WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\0"), max_size=12)


def read(table: KeptTable) -> list[list[str]]:
    text = table.csv()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_tables_come_back_from_their_html() -> None:
    html = table_html("A & B", ["outlet", "words"], [["Wire <1>", 3], ["Gazette", None]])
    html = (
        f"<p>x</p>{html}<div>{table_html('Empty', ['a'], [])}</div>{table_html('C', [], [['x']])}"
    )
    first, last = tables_in(html)
    assert (first.title, first.columns) == ("A & B", ("outlet", "words"))
    assert first.rows == (("Wire <1>", "3"), ("Gazette", "not defined"))
    assert (last.title, last.columns, last.rows) == ("C", ("",), (("x",),))


def test_numbers_stay_numbers_and_undefined_is_null() -> None:
    table = KeptTable(
        "T",
        ("outlet", "tone", "words", "year", "name"),
        (("-5", "-0.04", "386", "2025", "12"), ("=x", "not defined", "", "2026", "twelve")),
    )
    assert read(table)[1:] == [
        ["-5", "-0.04", "386", "2025", "12"],
        ["'=x", "", "", "2026", "twelve"],
    ]
    lines = [json.loads(line) for line in table.jsonl().splitlines()]
    assert lines == [
        {"outlet": "-5", "tone": -0.04, "words": 386, "year": 2025, "name": "12"},
        {"outlet": "=x", "tone": None, "words": None, "year": 2026, "name": "twelve"},
    ]


def test_columns_of_one_name_keep_all_their_values() -> None:
    table = KeptTable("T", ("a", "a", ""), (("x", "y", "z"),))
    assert json.loads(table.jsonl()) == {"a": "x", "a (2)": "y", "column 3": "z"}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+44 20", "'+44 20"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("-0.25", "-0.25"),
        ("+3", "+3"),
        ("1-2", "1-2"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(words: str, kept: str) -> None:
    assert harmless(words) == kept


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_payloads_are_kept_as_words(form: str) -> None:
    table = tables_in(table_html("T", ["a", "b"], [(text, text) for text in PAYLOADS]))[0]
    if form == "jsonl":
        rows = [json.loads(line)["b"] for line in table.jsonl().split("\n")[:-1]]
        assert rows == PAYLOADS
    else:
        rows = [row[1].removeprefix("'") for row in read(table)[1:]]
        assert rows == [text.removeprefix("'") for text in PAYLOADS]


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5), WORDS)
def test_every_cell_comes_back(rows: list[tuple[str, str]], title: str) -> None:
    (table,) = tables_in(table_html(title or "T", ["a", "b"], rows))
    assert table.rows == tuple(rows)
    for row in csv.reader(io.StringIO(table.csv()[1:], newline="")):
        for cell in row:
            assert harmless(cell) == cell
