"""The files of a search, which are nowhere to be seen before they are whole."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from toolkit.corpus.formats import Format, Layout, format_of
from toolkit.corpus.reuse.output import ARTICLES, PAIRS, heading, write_parquet
from toolkit.errors import UsageError


class Lines:
    """One file: lines that are written to a hidden one, and put in place at the end."""

    def __init__(self, out: Path, columns: Mapping[str, str], kind: Format) -> None:
        self.out, self.lines = out, 0
        self._columns, self._kind = columns, kind
        self._hidden: Path
        self._file: IO[bytes]

    @contextmanager
    def opened(self, folder: Path) -> Iterator[None]:
        """Write to a file in this folder, which must be on the same disk."""
        self._hidden = folder / self.out.name
        with self._hidden.open("wb") as self._file:
            self._file.write(heading(self._columns, layout_of(self._kind)))
            yield

    def add(self, line: bytes) -> None:
        """Write one more."""
        self._file.write(line)
        self.lines += 1

    def put_in_place(self) -> None:
        """Let the file be seen; it must be closed."""
        if self._kind == "parquet":
            made = self._hidden.with_name(f"{self.out.name}.made")
            write_parquet(self._hidden, made, self._columns)
            self._hidden = made
        with self._hidden.open("r+b") as file:
            os.fsync(file.fileno())
        self._hidden.replace(self.out)


class Files:
    """Pairs in ``out``, articles in ``NAME.articles.ENDING``, problems in ``OUT.problems.jsonl``.

    Raises :class:`UsageError` where one of the first two is there or none can be.
    """

    def __init__(self, out: Path) -> None:
        kind = format_of(out)
        if not out.absolute().parent.is_dir():
            raise UsageError(f"There is no folder for {str(out)!r}.", "Make it first.")
        self.layout = layout_of(kind)
        self.pairs = Lines(out, PAIRS, kind)
        self.articles = Lines(out.with_name(f"{out.stem}.articles{out.suffix}"), ARTICLES, kind)
        self.problems = Lines(out.with_name(f"{out.name}.problems.jsonl"), {}, "jsonl")
        for file in (self.pairs.out, self.articles.out):
            if file.exists():
                raise UsageError(
                    f"{file.name} is already there.", "Delete it, or choose another --out."
                )

    @contextmanager
    def opened(self, folder: Path) -> Iterator[None]:
        """Write to files in this folder."""
        with ExitStack() as stack:
            for file in (self.pairs, self.articles, self.problems):
                stack.enter_context(file.opened(folder))
            yield

    def put_in_place(self, with_rows: bool) -> None:
        """Let the files be seen, the one that was asked for last; or only what went wrong."""
        if self.problems.lines:
            self.problems.put_in_place()
        else:  # of an earlier run
            self.problems.out.unlink(missing_ok=True)
        if with_rows:
            self.articles.put_in_place()
            self.pairs.put_in_place()


def layout_of(kind: Format) -> Layout:
    """How lines are written on the way to a file of this kind."""
    return "csv" if kind == "csv" else "jsonl"
