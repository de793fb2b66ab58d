"""The two files of a search: pairs that share text, and all articles with their groups.

The names of columns and their types are here once, for CSV, JSON lines and Parquet.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from toolkit.article import Article
from toolkit.comparison.contract import number
from toolkit.comparison.copying.passages import Overlap, SharedPassage
from toolkit.corpus.formats import Layout
from toolkit.corpus.tables import pyarrow

_ROW_GROUP = 50_000

PAIRS = {
    "a": "string",
    "b": "string",
    "a_number": "int64",
    "b_number": "int64",
    "a_outlet": "string",
    "b_outlet": "string",
    "jaccard": "double",
    "containment_a_in_b": "double",
    "containment_b_in_a": "double",
    "shared_ngrams": "int64",
    "longest_passage": "int64",
    "passages": "passages",
}
"""``a`` and ``b`` are ids, the numbers those of the articles in the input, from 1;
``longest_passage`` is in words; ``passages`` have offsets in code points into both texts."""

ARTICLES = {
    "number": "int64",
    "id": "string",
    "outlet": "string",
    "headline": "string",
    "published": "string",
    "n_words": "int64",
    "copy_of": "int64",
    "variant_of": "int64",
    "near_duplicates": "int64",
    "story": "int64",
}
"""``copy_of`` is the number of the first article with the same words, ``variant_of`` that of the
first in a crowd of near-copies; the last two number groups of articles. All four are null where
there is no other."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two articles, their numbers (from 0), and what they share."""

    a: int
    article_a: Article
    b: int
    article_b: Article
    overlap: Overlap
    passages: Sequence[SharedPassage]


def pair_line(row: PairRow, layout: Layout) -> bytes:
    """A pair as a line of its file."""
    text = row.article_a.text
    passages = [
        {
            "a": {"start": found.a.start, "end": found.a.end},
            "b": {"start": found.b.start, "end": found.b.end},
            "n_words": found.n_words,
            "words": text[found.a.start : found.a.end],
        }
        for found in row.passages
    ]
    shared = row.overlap
    return line(
        {
            "a": row.article_a.id,
            "b": row.article_b.id,
            "a_number": row.a + 1,
            "b_number": row.b + 1,
            "a_outlet": row.article_a.outlet,
            "b_outlet": row.article_b.outlet,
            "jaccard": number(shared.jaccard),
            "containment_a_in_b": number(shared.containment_a_in_b),
            "containment_b_in_a": number(shared.containment_b_in_a),
            "shared_ngrams": shared.shared,
            "longest_passage": max((found.n_words for found in row.passages), default=0),
            "passages": passages,
        },
        layout,
    )


def article_line(
    place: int, article: Article, n_words: int, groups: Sequence[int], layout: Layout
) -> bytes:
    """An article as a line of its file; ``groups`` are the last four columns, 0 for none."""
    copy_of, variant_of, near_duplicates, story = (found or None for found in groups)
    return line(
        {
            "number": place + 1,
            "id": article.id,
            "outlet": article.outlet,
            "headline": article.headline,
            "published": article.published,
            "n_words": n_words,
            "copy_of": copy_of,
            "variant_of": variant_of,
            "near_duplicates": near_duplicates,
            "story": story,
        },
        layout,
    )


def heading(columns: Mapping[str, str], layout: Layout) -> bytes:
    """What stands before the first line."""
    return (",".join(columns) + "\n").encode() if layout == "csv" else b""


def line(record: Mapping[str, object], layout: Layout) -> bytes:
    """A record as JSON, or as CSV in which what has parts is JSON."""
    if layout == "jsonl":
        return _bytes(_json(record))
    fields = [_json(value) if isinstance(value, list) else value for value in record.values()]
    made = io.StringIO()
    # Fields with a line end of any kind are quoted by every Python only if these two are the end.
    csv.writer(made, lineterminator="\r\n").writerow(fields)
    return _bytes(made.getvalue()[:-2])


def write_parquet(lines: Path, out: Path, columns: Mapping[str, str]) -> None:
    """Turn JSON lines into a Parquet file, some rows at a time."""
    arrow: Any = pyarrow()
    place = arrow.struct([("start", arrow.int64()), ("end", arrow.int64())])
    passage = arrow.struct(
        [("a", place), ("b", place), ("n_words", arrow.int64()), ("words", arrow.string())]
    )
    types = {
        "string": arrow.string(),
        "int64": arrow.int64(),
        "double": arrow.float64(),
        "passages": arrow.list_(passage),
    }
    schema = arrow.schema([(name, types[kind]) for name, kind in columns.items()])
    with (
        lines.open(encoding="utf-8", newline="\n") as file,
        arrow.parquet.ParquetWriter(out, schema) as writer,
    ):
        while rows := [json.loads(record) for record in islice(file, _ROW_GROUP)]:
            writer.write_table(arrow.Table.from_pylist(rows, schema))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _bytes(record: str) -> bytes:
    """UTF-8, in which halves of surrogate pairs are written as escapes."""
    return record.encode("utf-8", "backslashreplace") + b"\n"
