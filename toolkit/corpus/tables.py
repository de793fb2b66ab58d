"""Corpora in one file, read row by row: JSON lines, CSV and Parquet.

Each is a :class:`~toolkit.corpus.sources.Source`. Whatever a row holds, the next one is read.
"""

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from toolkit.corpus.columns import choose_columns
from toolkit.corpus.items import Item, JsonLine, Record, Unreadable
from toolkit.errors import ReadingError, UsageError
from toolkit.reading.pasted import MOST_CHARACTERS

LONGEST_ROW = 2 * MOST_CHARACTERS  # bytes; beyond that a row is passed over unread
_SAMPLE_ROWS, _SAMPLE_BYTES = 100, 16_000_000  # of JSON lines, to see which columns there are
_BUFFER = 1 << 20
_PARQUET_ROWS = 64  # taken at a time, for their texts may be long
_DAMAGED = (OSError, EOFError, zlib.error)
_UTF8_MARK, _UTF16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


class Table:
    """One file with many articles. ``several``: it is not the only input.

    Raises :class:`ReadingError` where it cannot be opened, :class:`UsageError` where its columns
    are not what is asked for.
    """

    def __init__(
        self, path: Path, text_column: str | None, id_column: str | None, several: bool
    ) -> None:
        self.path, self.name = path, str(path)
        self._prefix = f"{path.name}:" if several else ""
        self._raw: io.FileIO | None = None
        try:
            self.columns = choose_columns(self.column_names(), path.name, text_column, id_column)
        except _DAMAGED as error:
            raise ReadingError(
                f"{path.name} cannot be read.", "Check that it is whole and that you may read it."
            ) from error

    def files(self) -> Iterator[Path]:
        """The file itself."""
        yield self.path

    def position(self) -> int:
        """How many bytes of the file have been read: all of them once it is closed."""
        if self._raw is None or self._raw.closed:
            return self.path.stat().st_size
        return self._raw.tell()

    def items(self) -> Iterator[Item]:
        """The rows, one after the other."""
        row = 0
        try:
            for item in self.rows():
                row = item.row
                yield item
        except _DAMAGED:
            yield Unreadable(self.name, row + 1, 0, "The file is damaged from here on.")

    def column_names(self) -> list[str]:
        """The columns there are."""
        raise NotImplementedError

    def rows(self) -> Iterator[Item]:
        """The rows, as long as the file can be read."""
        raise NotImplementedError

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        """The file's bytes, unpacked if they are packed, after a byte order mark."""
        with io.FileIO(self.path) as self._raw, io.BufferedReader(self._raw, _BUFFER) as whole:
            packed = self.path.suffix.lower() == ".gz"
            file: Any = gzip.GzipFile(fileobj=whole) if packed else whole
            start = file.peek(3)[:3]
            if start.startswith(_UTF16_MARKS):
                raise ReadingError(f"{self.path.name} is in UTF-16.", "Save it in UTF-8.")
            if start == _UTF8_MARK:
                file.read(3)
            yield file


class JsonLines(Table):
    """An object a line. Blank lines are counted, and are no articles."""

    def column_names(self) -> list[str]:
        """All names in the first hundred objects, in order of appearance."""
        names: dict[str, None] = {}
        found = size = 0
        with self._opened() as file, suppress(*_DAMAGED):
            for line in _lines(file):
                size += len(line or b"")
                with suppress(ValueError, RecursionError):
                    record = json.loads(line or b"null")
                    if isinstance(record, dict):
                        names.update(dict.fromkeys(record))
                        found += 1
                if found == _SAMPLE_ROWS or size > _SAMPLE_BYTES:
                    break
        # Without one object, every line will be told of as a problem.
        return list(names) if found else ["text"]

    def rows(self) -> Iterator[Item]:
        """The lines."""
        with self._opened() as file:
            for row, line in enumerate(_lines(file), start=1):
                if line is None:
                    yield Unreadable(self.name, row, 0, _TOO_LONG)
                elif not line.isspace():
                    yield JsonLine(self.name, row, len(line), line, self.columns, self._prefix)


_TOO_LONG = f"The line is longer than {LONGEST_ROW // 1_000_000} MB."


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """The lines of a file; ``None`` for one too long to be held."""
    while line := file.readline(LONGEST_ROW):
        if len(line) < LONGEST_ROW or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_BUFFER)
        yield None


class Csv(Table):
    """Rows under a line of column names, between commas, semicolons or tabs."""

    def column_names(self) -> list[str]:
        """The fields of the first row."""
        self._delimiter = ","
        with self._opened() as file:
            first = _text(file).readline(_BUFFER)
        if "," not in first:  # as spreadsheets write it where the comma is in the numbers
            self._delimiter = max(";\t,", key=first.count)
        with self._opened() as file:
            return next(self._fields(file), [])

    def rows(self) -> Iterator[Item]:
        """The rows after the first; empty lines are not counted."""
        with self._opened() as file:
            fields = self._fields(file)
            header: list[str] = next(fields, [])
            at = {name: header.index(name) for name in self.columns.names}
            for row, values in enumerate(fields, start=1):
                if isinstance(values, str):
                    yield Unreadable(self.name, row, 0, values)
                elif len(values) < len(header) or any(values[len(header) :]):
                    reason = f"The row has {len(values)} fields, and the first row {len(header)}."
                    yield Unreadable(self.name, row, 0, reason)
                else:
                    chosen = {name: values[place] for name, place in at.items()}
                    size = sum(map(len, chosen.values()))
                    yield Record(self.name, row, size, chosen, self.columns, self._prefix)

    def _fields(self, file: IO[bytes]) -> Iterator[Any]:
        """The fields of each row, or what is wrong with it."""
        text = _text(file)
        reader = csv.reader(iter(lambda: text.readline(LONGEST_ROW), ""), delimiter=self._delimiter)
        while True:
            usual = csv.field_size_limit(LONGEST_ROW)
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield f"The row is not CSV: {error}."
            else:
                if values:
                    yield values
            finally:
                csv.field_size_limit(usual)


def _text(file: IO[bytes]) -> io.TextIOWrapper:
    """Bytes that are not UTF-8 are kept apart, for `Record` to decode."""
    return io.TextIOWrapper(file, "utf-8", "surrogateescape", newline="")


class Parquet(Table):
    """Rows of a Parquet file. Needs pyarrow."""

    _share = 0.0

    def column_names(self) -> list[str]:
        """The columns at the top level."""
        with self._parquet() as file:
            return file.schema_arrow.names

    def position(self) -> int:
        """The share of the rows that have been read, in bytes of the file."""
        return int(self._share * self.path.stat().st_size)

    def rows(self) -> Iterator[Item]:
        """The rows."""
        arrow, row = pyarrow(), 0
        names = list(self.columns.names)
        with self._parquet() as file:
            try:
                for batch in file.iter_batches(_PARQUET_ROWS, columns=names, use_threads=False):
                    for values in batch.to_pylist():
                        row += 1
                        self._share = row / file.metadata.num_rows
                        size = sum(len(v) for v in values.values() if isinstance(v, str | bytes))
                        yield Record(self.name, row, size, values, self.columns, self._prefix)
            except arrow.ArrowException as error:
                raise EOFError from error

    def _parquet(self) -> Any:
        arrow = pyarrow()
        try:
            return arrow.parquet.ParquetFile(self.path, pre_buffer=False)
        except arrow.ArrowException as error:
            raise ReadingError(
                f"{self.path.name} is not a Parquet file.", "Check how it was made."
            ) from error


def pyarrow() -> Any:
    """The library that reads and writes Parquet, which few need: :class:`UsageError` without."""
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise UsageError(
            "Parquet files need the library pyarrow.",
            "Install it with `pip install pyarrow`, or use .csv or .jsonl.",
        ) from error
