"""One article of a corpus on its way: where it stands, and how it is read.

Items are cheap to make and to send to another process. What costs time (decoding, parsing,
finding furniture) happens in :meth:`Item.article`, which a worker calls.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from toolkit.article import Article
from toolkit.corpus.columns import Columns
from toolkit.errors import ReadingError
from toolkit.reading import article_from_text, decode, read_article

_UNDECODED = re.compile("[\udc80-\udcff]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Item:
    """A place in the input. ``row`` counts lines or rows from 1, and is 0 for a whole file.

    ``size`` is about the number of bytes it takes to hold.
    """

    source: str
    row: int
    size: int

    def article(self) -> Article:
        """Read it. Raises :class:`ReadingError` where that cannot be done."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class TextFile(Item):
    """A text, Markdown or HTML file."""

    path: str
    id: str

    def article(self) -> Article:
        """The file as :func:`toolkit.read_article` reads it, under its id in the corpus."""
        return replace(read_article(self.path), id=self.id)


@dataclass(frozen=True, slots=True)
class JsonLine(Item):
    """A line that should hold a JSON object. ``prefix`` goes before row numbers used as ids."""

    line: bytes
    columns: Columns
    prefix: str

    def article(self) -> Article:
        """The object as an article."""
        advice = "Write one JSON object a line, in UTF-8."
        try:
            record = json.loads(self.line.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise ReadingError("The line is not UTF-8.", advice) from error
        except (ValueError, RecursionError) as error:
            raise ReadingError("The line is not valid JSON.", advice) from error
        if not isinstance(record, dict):
            raise ReadingError("The line is not a JSON object.", advice)
        return _article(record, self.columns, f"{self.prefix}{self.row}")


@dataclass(frozen=True, slots=True)
class Record(Item):
    """A row of a table: the values of the columns an article is made of, by name."""

    values: Mapping[str, Any]
    columns: Columns
    prefix: str

    def article(self) -> Article:
        """The row as an article; its values are decoded like files where they are not UTF-8."""
        values = {name: _decoded(value) for name, value in self.values.items()}
        return _article(values, self.columns, f"{self.prefix}{self.row}")


@dataclass(frozen=True, slots=True)
class Unreadable(Item):
    """A place where there is no article to be had, and the reason."""

    reason: str

    def article(self) -> Article:
        """Raise the reason."""
        raise ReadingError(self.reason, "Correct the input.")


def _article(values: Mapping[str, Any], columns: Columns, position: str) -> Article:
    text = values.get(columns.text)
    if not isinstance(text, str):
        raise ReadingError(
            f"There is no text in {columns.text[:_SHOWN]!r}.", "Put the article's words there."
        )
    return article_from_text(
        text,
        id=_told(values, columns.id) or position,
        outlet=_told(values, columns.outlet),
        headline=_told(values, columns.headline),
        published=_told(values, columns.published),
    )


def _told(values: Mapping[str, Any], column: str | None) -> str:
    """A value as a short text; empty where it is not one, such as a list, or not there."""
    value = values.get(column) if column else None
    if isinstance(value, bool | int | float):
        return "" if value != value else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""


def _decoded(value: Any) -> Any:
    """A field whose bytes were not UTF-8, read as a file with these bytes would be."""
    if isinstance(value, str) and _UNDECODED.search(value):
        value = value.encode("utf-8", "surrogateescape")
    return decode(value, "The text") if isinstance(value, bytes) else value
