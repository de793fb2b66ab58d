"""How rows are written: CSV, JSON lines, and Parquet made of JSON lines at the end."""

import csv
import io
import json
import os
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal

from toolkit.article import Article
from toolkit.comparison.contract import number
from toolkit.corpus.tables import pyarrow
from toolkit.errors import UsageError
from toolkit.measures.catalogue import measure
from toolkit.text.document import Document

Format = Literal["csv", "jsonl", "parquet"]
Layout = Literal["csv", "jsonl"]
_FORMATS: dict[str, Format] = {".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet"}
_ROW_GROUP = 50_000


def format_of(out: Path) -> Format:
    """The format that a file's ending asks for. Raises :class:`UsageError` for another."""
    found = _FORMATS.get(out.suffix.lower())
    if found is None:
        raise UsageError(
            f"Rows cannot be written to {out.name!r}.", "End it in .csv, .jsonl or .parquet."
        )
    if found == "parquet":
        pyarrow()
    return found


def header(measures: Sequence[str], layout: Layout) -> bytes:
    """What stands before the first row."""
    return _bytes(_csv_line(["id", "outlet", *measures])) if layout == "csv" else b""


def encoded(
    articles: Sequence[Article], rows: Sequence[Mapping[str, float]], layout: Layout
) -> bytes:
    """A line for each article; an undefined value is empty in CSV and null in JSON."""
    if layout == "csv":
        lines = [
            _csv_line([article.id, article.outlet, *map(number, row.values())])
            for article, row in zip(articles, rows, strict=True)
        ]
    else:
        lines = [
            _json_line(
                {"id": article.id, "outlet": article.outlet}
                | {name: number(value) for name, value in row.items()}
            )
            for article, row in zip(articles, rows, strict=True)
        ]
    return _bytes("".join(lines))


def problem_line(source: str, row: int, reason: str) -> bytes:
    """A line of the problems file; ``row`` is null where a whole file is meant."""
    return _bytes(_json_line({"source": source, "row": row or None, "reason": reason}))


def write_parquet(lines: Path, out: Path, measures: Sequence[str]) -> None:
    """Turn JSON lines into a Parquet file, some rows at a time."""
    arrow = pyarrow()
    probe = Document.of_texts(["One."])
    kinds = {name: measure(name)(probe).dtype.kind for name in measures}
    schema = arrow.schema(
        [("id", arrow.string()), ("outlet", arrow.string())]
        + [
            (name, arrow.float64() if kind == "f" else arrow.int64())
            for name, kind in kinds.items()
        ]
    )
    unfinished = out.with_name(f"{out.name}.new")
    with (
        lines.open(encoding="utf-8", newline="\n") as file,
        arrow.parquet.ParquetWriter(unfinished, schema) as writer,
    ):
        while rows := [json.loads(line) for line in islice(file, _ROW_GROUP)]:
            writer.write_table(arrow.Table.from_pylist(rows, schema))
    with unfinished.open("r+b") as made:
        os.fsync(made.fileno())
    unfinished.replace(out)


def _csv_line(values: Sequence[object]) -> str:
    # Fields with a line end of any kind are quoted by every Python only if these two are the end.
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()[:-2] + "\n"


def _json_line(record: Mapping[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def _bytes(text: str) -> bytes:
    """UTF-8, in which halves of surrogate pairs are written as escapes."""
    return text.encode("utf-8", "backslashreplace")
