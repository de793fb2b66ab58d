"""Columns told by their names."""

import pytest

from toolkit.corpus.columns import Columns, choose_columns
from toolkit.errors import UsageError

GUESSES = [
    (["text"], Columns("text")),
    (["id", "text"], Columns("text", "id")),
    (["body", "text"], Columns("text")),
    (["CONTENT", "Url"], Columns("CONTENT", "Url")),
    (["url", "id", "article"], Columns("article", "id")),
    (
        ["publication", "title", "Headline", "body"],
        Columns("body", None, "publication", "Headline"),
    ),
    ([" text ", "x"], Columns(" text ")),
]


@pytest.mark.parametrize(("names", "expected"), GUESSES)
def test_usual_names_are_known(names, expected):
    assert choose_columns(names, "a.csv") == expected


def test_names_asked_for_go_before_usual_ones():
    columns = choose_columns(["text", "id", "Wort", "Nr"], "a.csv", "Wort", "Nr")
    assert (columns.text, columns.id) == ("Wort", "Nr")


@pytest.mark.parametrize(
    ("names", "text", "id_column", "said"),
    [
        (["Wort", "Nr"], None, None, "--text-column; the columns are: 'Wort', 'Nr'."),
        (["Wort", "Nr"], "text", None, "a.csv has no column 'text'. Choose one of its columns: 'W"),
        (["text", "Nr"], None, "id", "a.csv has no column 'id'."),
        ([], None, None, "the columns are: none."),
        ([f"c{k}" for k in range(50)], None, None, "'c29' and 20 more."),
        (["x" * 1000], None, None, "'" + "x" * 40 + "'."),
    ],
)
def test_otherwise_the_columns_are_listed(names, text, id_column, said):
    with pytest.raises(UsageError) as caught:
        choose_columns(names, "a.csv", text, id_column)
    assert said in str(caught.value)


def test_every_column_is_named_once():
    assert Columns("url", "url", None, "title").names == ("url", "title")
