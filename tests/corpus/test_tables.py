"""JSON lines, CSV and Parquet, row by row, whatever is in the rows."""

import gzip
import json
from pathlib import Path

import pytest

from tests.corpus.made import write_jsonl
from toolkit.corpus import tables
from toolkit.corpus.sources import open_sources
from toolkit.errors import ReadingError, SameStoryError, UsageError


def read(*paths: Path, text_column=None, id_column=None) -> list[tuple]:
    """(id, text) of each article, or (row, what is wrong)."""
    found = []
    for source in open_sources(paths, text_column, id_column):
        for item in source.items():
            try:
                article = item.article()
            except ReadingError as error:
                found.append((item.row, error.problem))
            else:
                found.append((article.id, article.text))
    return found


# --- JSON lines


def test_lines_with_ids(tmp_path):
    path = write_jsonl(tmp_path / "a.jsonl", [{"id": "é/你", "text": "One."}, {"text": "Two."}])
    assert read(path) == [("é/你", "One."), ("2", "Two.")]


@pytest.mark.parametrize("ending", [".jsonl", ".JSONL", ".ndjson", ".jsonl.gz"])
def test_endings(tmp_path, ending):
    assert read(write_jsonl(tmp_path / f"a{ending}", [{"text": "One."}])) == [("1", "One.")]


def test_ids_of_several_corpora_say_which(tmp_path):
    paths = [write_jsonl(tmp_path / name, [{"text": "One."}]) for name in ("a.jsonl", "b.jsonl")]
    assert [name for name, _ in read(*paths)] == ["a.jsonl:1", "b.jsonl:1"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("x", "x"),
        (17, "17"),
        (1.5, "1.5"),
        (True, "True"),
        (0, "0"),
        ("", "1"),
        (None, "1"),
        ([1], "1"),
        (float("nan"), "1"),
        (" a\n", "a"),
        ("a\nb", "a\nb"),
    ],
)
def test_ids_of_any_kind(tmp_path, value, expected):
    path = write_jsonl(tmp_path / "a.jsonl", [{"id": value, "text": "One."}])
    assert read(path) == [(expected, "One.")]


BAD_LINES = [
    ("{", "not valid JSON"),
    ("[1]", "not a JSON object"),
    ("null", "not a JSON object"),
    (b'{"text": "caf\xe9"}', "not UTF-8"),
    ("[" * 100_000, "not valid JSON"),
    ('{"text": ' + "9" * 5000 + "}", "not valid JSON"),
    ({"id": 1}, "no text in 'text'"),
    ({"text": None}, "no text in 'text'"),
    ({"text": ["One."]}, "no text in 'text'"),
    ({"text": " \n\u200b"}, "empty or holds only white space"),
]


@pytest.mark.parametrize(("line", "said"), BAD_LINES)
def test_a_bad_line_costs_only_itself(tmp_path, line, said):
    path = write_jsonl(tmp_path / "a.jsonl", [{"text": "One."}, line, "  ", {"text": "Two."}])
    first, bad, last = read(path)
    assert (first, last) == (("1", "One."), ("4", "Two."))
    assert bad[0] == 2
    assert said in bad[1]


def test_columns_are_looked_for_beyond_bad_lines_and_bare_objects(tmp_path):
    path = write_jsonl(tmp_path / "a.jsonl", ["{", {"id": 1}, {"Body": "One.", "outlet": "O"}])
    assert read(path)[2] == ("3", "One.")
    with pytest.raises(UsageError, match="'id', 'Body', 'outlet'"):
        read(path, text_column="text")


def test_a_file_without_one_object_is_all_problems(tmp_path):
    path = write_jsonl(tmp_path / "a.jsonl", ["{", "}"])
    assert [row for row, _ in read(path)] == [1, 2]
    assert read(write_jsonl(tmp_path / "b.jsonl", [])) == []


def test_a_line_too_long_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "LONGEST_ROW", 40)
    monkeypatch.setattr(tables, "_BUFFER", 64)
    path = write_jsonl(tmp_path / "a.jsonl", [{"text": "a " * 500}, {"text": "Two."}])
    (row, said), second = read(path, text_column="text")
    assert (row, second) == (1, ("2", "Two."))
    assert "longer than" in said


def test_the_last_line_may_end_without_a_line_end_and_the_first_begin_with_a_mark(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "One."}\r\n{"text": "Two."}')
    assert read(path) == [("1", "One."), ("2", "Two.")]


def test_a_damaged_archive_gives_what_is_whole(tmp_path):
    rows = [{"text": f"Number {k * k * 7919}."} for k in range(5000)]
    data = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data[: len(data) * 2 // 3])
    found = read(path)
    assert found[:2] == [("1", "Number 0."), ("2", "Number 7919.")]
    assert found[-1][1] == "The file is damaged from here on."
    assert 100 < len(found) < 5000


def test_what_is_no_archive_is_said_at_once(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"no archive")
    with pytest.raises(ReadingError, match=r"a\.jsonl\.gz cannot be read\."):
        open_sources([path])


# --- CSV


def csv_file(tmp_path: Path, content: str | bytes, name: str = "a.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


CSV = [
    ("id,text\na,One.\n", [("a", "One.")]),
    ('id,text\n"a","One, ""two""\nthree."\nb,Four.', [("a", 'One, "two"\nthree.'), ("b", "Four.")]),
    ("text\r\nOne.\r\n\r\nTwo.\r\n", [("1", "One."), ("2", "Two.")]),
    ("id\ttext\na\tOne, two.\n", [("a", "One, two.")]),
    ("id;text\na;One, two.\n", [("a", "One, two.")]),
    ("text\rOne.\rTwo.\r", [("1", "One."), ("2", "Two.")]),
    ("\ufefftext,id\nOne.,ü\n", [("ü", "One.")]),
    (
        "text,n\nOne.,1,,\nTwo.,2,3\n",
        [("1", "One."), (2, "The row has 3 fields, and the first row 2.")],
    ),
    ("n,text\n1\n2,Two.\n", [(1, "The row has 1 fields, and the first row 2."), ("2", "Two.")]),
    ("id,text\na,\nb,Two.\n", [(1, "The text is empty or holds only white space."), ("b", "Two.")]),
    ("text\n", []),
    ('text\n"One\x00two."\n', [("1", "One\x00two.")]),
]


@pytest.mark.parametrize(("content", "expected"), CSV)
def test_csv(tmp_path, content, expected):
    assert read(csv_file(tmp_path, content)) == expected


def test_csv_packed(tmp_path):
    assert read(csv_file(tmp_path, gzip.compress(b"text\nOne.\n"), "a.csv.gz")) == [("1", "One.")]


def test_csv_in_an_old_encoding_is_read_like_a_text_file(tmp_path):
    path = csv_file(
        tmp_path, "id,text\nn°1,“Café,” she said.\n".encode("cp1252").replace(b",\x94", b"\x94")
    )
    assert read(path) == [("n°1", "“Café” she said.")]


def test_utf16_is_said_at_once(tmp_path):
    with pytest.raises(ReadingError, match=r"a\.csv is in UTF-16"):
        open_sources([csv_file(tmp_path, "text\nOne.".encode("utf-16"))])


def test_an_empty_csv_has_no_columns(tmp_path):
    with pytest.raises(UsageError, match="the columns are: none"):
        open_sources([csv_file(tmp_path, b"")])


def test_a_field_of_many_letters(tmp_path):
    import csv

    before = csv.field_size_limit()
    long = "word " * 200_000
    ((_, text),) = read(csv_file(tmp_path, f'text\n"{long}"\n'))
    assert text == long
    assert csv.field_size_limit() == before


def test_a_quote_that_is_never_closed_costs_no_more_than_the_longest_row(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "LONGEST_ROW", 100)
    path = csv_file(tmp_path, 'text\nOne.\n"two\n' + "Row.\n" * 60)
    found = read(path)
    assert found[0] == ("1", "One.")
    assert "field larger than field limit (100)" in found[1][1]
    assert found[-1][1] == "Row."


# --- Parquet


@pytest.fixture
def arrow():
    pytest.importorskip("pyarrow", reason="pyarrow, which reads Parquet, is not installed")
    return tables.pyarrow()


def parquet(arrow, path: Path, columns: dict, **options) -> Path:
    arrow.parquet.write_table(arrow.table(columns), path, **options)
    return path


def test_parquet(tmp_path, arrow):
    columns = {
        "url": ["a", None, "ü", "d"],
        "body": ["One.", "Two.", None, " "],
        "title": ["x"] * 4,
        "vector": [[1.0], [], None, [2.0]],
    }
    assert read(parquet(arrow, tmp_path / "a.parquet", columns)) == [
        ("a", "One."),
        ("2", "Two."),
        (3, "There is no text in 'body'."),
        (4, "The text is empty or holds only white space."),
    ]


@pytest.mark.parametrize("kind", ["large_string", "binary", "string_view", "dictionary"])
def test_parquet_texts_of_every_kind(tmp_path, arrow, kind):
    texts = arrow.array(["One.", "Two."] * 100)
    kinds = {
        "large_string": arrow.large_string(),
        "binary": arrow.binary(),
        "string_view": arrow.string_view(),
        "dictionary": arrow.dictionary(arrow.int32(), arrow.string()),
    }
    path = parquet(
        arrow, tmp_path / "a.parquet", {"text": texts.cast(kinds[kind])}, row_group_size=30
    )
    assert [text for _, text in read(path)] == ["One.", "Two."] * 100
    (source,) = open_sources([path])
    list(source.items())
    assert source.position() == path.stat().st_size


def test_what_is_no_parquet_is_said_at_once(tmp_path, arrow):
    with pytest.raises(ReadingError, match=r"a\.parquet is not a Parquet file"):
        open_sources([csv_file(tmp_path, b"text\nOne.\n", "a.parquet")])
    whole = parquet(arrow, tmp_path / "b.parquet", {"text": ["One. " * 50] * 9000})
    data = bytearray(whole.read_bytes())
    data[4:60] = b"\xff" * 56
    whole.write_bytes(data)
    assert read(whole)[-1][1] == "The file is damaged from here on."


def test_without_pyarrow_it_is_named(tmp_path, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(tables, "import_module", missing)
    path = csv_file(tmp_path, b"PAR1", "a.parquet")
    with pytest.raises(SameStoryError, match=r"need the library pyarrow\. Install it with"):
        open_sources([path])
