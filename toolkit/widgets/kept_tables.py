"""Tables as files: what a panel shows as HTML, read back into rows, written as CSV or JSONL."""

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from toolkit.charts.numerals import NOT_DEFINED

Value = str | int | float | None

_NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,15})?")
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table: its caption, its columns, its rows of text as shown."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def values(self) -> list[list[Value]]:
        """The rows with numbers as numbers, in those columns that hold nothing else.

        "not defined" and an empty cell are ``None`` there.

        >>> KeptTable("T", ("a", "b"), (("x", "1.50"), ("7", "not defined"))).values()
        [['x', 1.5], ['7', None]]
        """
        columns = [_numbers(column) or list(column) for column in zip(*self.rows, strict=True)]
        return [list(row) for row in zip(*columns, strict=True)]

    def csv(self) -> str:
        """The table as CSV (RFC 4180), for spreadsheets: UTF-8 with a mark that says so.

        Words that a spreadsheet would run as a formula, because they begin with ``= + - @``, a
        tab or a line end, stand after an apostrophe. Numbers do not: a minus is a minus.
        """
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(map(harmless, self.columns))
        for row in self.values():
            writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
        return "\ufeff" + text.getvalue()

    def jsonl(self) -> str:
        """The table as JSON Lines: an object for each row, the words as they are."""
        names = _different(self.columns)
        return "".join(
            json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n"
            for row in self.values()
        )


def harmless(words: str) -> str:
    """Words that no spreadsheet takes for a formula.

    >>> harmless('=HYPERLINK("http://x")'), harmless("-12.5"), harmless("plain")
    ('\\'=HYPERLINK("http://x")', '-12.5', 'plain')
    """
    return f"'{words}" if words.startswith(_FORMULA) and not _NUMBER.fullmatch(words) else words


def tables_in(html: str) -> list[KeptTable]:
    """The tables in HTML of our own making, in order."""
    reader = _Tables()
    reader.feed(html)
    reader.close()
    return [table for table in reader.tables if table.rows]


def _numbers(column: Sequence[str]) -> list[Value] | None:
    """A column as numbers; ``None`` if anything else is in it, or nothing."""
    values: list[Value] = []
    for cell in column:
        if cell in (NOT_DEFINED, ""):
            values.append(None)
        elif _NUMBER.fullmatch(cell) and cell.isascii():
            values.append(float(cell) if "." in cell else int(cell))
        else:
            return None
    return values if any(value is not None for value in values) else None


def _different(names: Sequence[str]) -> list[str]:
    """Names for the keys of an object: an empty one numbered, a repeated one too."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        known = name or f"column {number}"
        found.append(f"{known} ({number})" if known in found else known)
    return found


class _Tables(HTMLParser):
    """Collects captions, headings and cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[KeptTable] = []
        self._caption: list[str] = []
        self._words: list[str] | None = None
        self._in_head = False
        self._head: list[str] = []
        self._row: list[str] = []
        self._rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "table":
            self._caption, self._head, self._rows = [], [], []
        elif tag == "thead":
            self._in_head = True
        elif tag == "tr":
            self._row = []
        elif tag in ("caption", "th", "td"):
            self._words = []

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        words = "".join(self._words or ())
        if tag == "caption":
            self._caption, self._words = [words], None
        elif tag in ("th", "td"):
            self._row.append(words)
            self._words = None
        elif tag == "tr":
            if self._in_head:
                self._head = self._row
            else:
                self._rows.append(self._row)
        elif tag == "thead":
            self._in_head = False
        elif tag == "table":
            self._done()

    def _done(self) -> None:
        wide = max([len(self._head), *map(len, self._rows)])
        head, *rows = ((*row, *[""] * (wide - len(row))) for row in (self._head, *self._rows))
        title = "".join(self._caption) or "Table"
        self.tables.append(KeptTable(title, tuple(head), tuple(rows)))
