"""The bytes that rows become."""

import csv
import io
import json
from pathlib import Path

import pytest

from toolkit.article import Article
from toolkit.corpus.formats import encoded, format_of, header, problem_line, write_parquet
from toolkit.errors import UsageError

ODD_IDS = [
    "a",
    "é 你 🙂",
    'with "quotes", commas',
    "two\nlines",
    "old\rline",
    " x ",
    "=1+1",
    "",
    "\0",
]
NAN, INFINITE = float("nan"), float("inf")


def test_csv_can_be_read_back():
    articles = [Article(name, "x", outlet=name) for name in ODD_IDS]
    rows = [{"lix": k / 3, "words": k} for k in range(len(ODD_IDS))]
    data = header(["lix", "words"], "csv") + encoded(articles, rows, "csv")
    assert data.startswith(b"id,outlet,lix,words\na,a,0.0,0\n")
    found = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))[1:]
    assert found == [[name, name, repr(k / 3), str(k)] for k, name in enumerate(ODD_IDS)]


def test_a_return_in_a_field_is_quoted_on_every_python():
    assert encoded([Article("a\rb", "x")], [{"n": 1}], "csv") == b'"a\rb",,1\n'


def test_json_lines_can_be_read_back():
    articles = [Article(name, "x") for name in ODD_IDS]
    data = encoded(articles, [{"n": k} for k in range(len(ODD_IDS))], "jsonl")
    found = [json.loads(line) for line in data.decode("utf-8").split("\n")[:-1]]
    assert found == [{"id": name, "outlet": "", "n": k} for k, name in enumerate(ODD_IDS)]


def test_undefined_is_empty_or_null_and_never_a_number():
    row = {"a": NAN, "b": INFINITE, "c": 0.0, "d": 0}
    assert encoded([Article("x", "x")], [row], "csv") == b"x,,,,0.0,0\n"
    assert json.loads(encoded([Article("x", "x")], [row], "jsonl")) == {
        "id": "x",
        "outlet": "",
        "a": None,
        "b": None,
        "c": 0.0,
        "d": 0,
    }


def test_half_a_surrogate_pair_is_written_as_an_escape():
    lone = Article("a\ud800", "x")
    assert encoded([lone], [{}], "csv") == b"a\\ud800,\n"
    assert json.loads(encoded([lone], [{}], "jsonl"))["id"] == "a\ud800"
    assert json.loads(problem_line("a\udcff", 3, "It is odd.")) == {
        "source": "a\udcff",
        "row": 3,
        "reason": "It is odd.",
    }


def test_a_problem_of_a_whole_file_has_no_row():
    assert json.loads(problem_line("é", 0, "x")) == {"source": "é", "row": None, "reason": "x"}


@pytest.mark.parametrize("name", ["a.txt", "a", "a.csv.gz", ".csv"])
def test_other_endings_are_refused(name):
    with pytest.raises(UsageError, match=r"End it in \.csv, \.jsonl or \.parquet"):
        format_of(Path(name))


def test_parquet_holds_the_lines_with_the_kinds_of_the_measures(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    lines, out = tmp_path / "a.part", tmp_path / "a.parquet"
    row = {"id": "é\u2028", "outlet": "", "word_count": 3, "lix": None}
    lines.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    write_parquet(lines, out, ["word_count", "lix"])
    table = parquet.read_table(out)
    assert table.to_pylist() == [row]
    assert [str(kind) for kind in table.schema.types] == ["string", "string", "int64", "double"]
    assert [file.name for file in tmp_path.iterdir() if "new" in file.name] == []
