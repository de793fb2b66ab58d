"""What is named on the command line: files, folders and corpora, each a source of items."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from toolkit.corpus.items import Item, TextFile, Unreadable
from toolkit.corpus.tables import Csv, JsonLines, Parquet, Table
from toolkit.errors import ReadingError
from toolkit.reading.folders import text_files

_TABLES: dict[str, Callable[[Path, str | None, str | None, bool], Table]] = {
    ".jsonl": JsonLines,
    ".ndjson": JsonLines,
    ".csv": Csv,
    ".tsv": Csv,
    ".parquet": Parquet,
}
_UNSUITABLE = (".json", ".xlsx", ".zip", ".tar")


class Source(Protocol):
    """Something that gives items, the same ones in the same order each time."""

    def files(self) -> Iterator[Path]:
        """All files that it reads."""
        ...

    def items(self) -> Iterator[Item]:
        """The articles to be."""
        ...

    def position(self) -> int:
        """How many bytes of its files lie behind the item given last."""
        ...


class OneFile:
    """A single text, named by itself."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(self) -> Iterator[Path]:
        """The file."""
        yield self._path

    def items(self) -> Iterator[Item]:
        """One item."""
        yield TextFile(str(self._path), 0, _size(self._path), str(self._path), self._path.stem)

    def position(self) -> int:
        """All of it."""
        return _size(self._path)


class Folder:
    """The texts in a folder and the folders in it, by name; hidden ones and READMEs are not.

    A text's id is its path in the folder without its ending.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0

    def files(self) -> Iterator[Path]:
        """The texts, those of a folder before those of the folders in it."""
        return (found for found in self._walk() if isinstance(found, Path))

    def items(self) -> Iterator[Item]:
        """The texts, and a problem for each folder that cannot be opened."""
        self._read = 0
        for found in self._walk():
            if isinstance(found, OSError):
                name = str(found.filename or self._path)
                yield Unreadable(name, 0, 0, "The folder cannot be opened.")
                continue
            size = _size(found)
            self._read += size
            own = found.relative_to(self._path).with_suffix("").as_posix()
            yield TextFile(str(found), 0, size, str(found), own)

    def position(self) -> int:
        """The sizes of the files so far."""
        return self._read

    def _walk(self) -> Iterator[Path | OSError]:
        errors: list[OSError] = []
        for place, folders, _ in os.walk(self._path, onerror=errors.append):
            yield from errors
            errors.clear()
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            try:
                yield from text_files(Path(place))
            except OSError as error:
                yield error
        yield from errors


def open_sources(
    inputs: Sequence[str | Path], text_column: str | None = None, id_column: str | None = None
) -> list[Source]:
    """A source for each input.

    Raises :class:`ReadingError` or :class:`UsageError` where one does not exist, is of a kind
    that holds no articles or has not the columns: better now than after an hour.
    """
    several = len(inputs) > 1
    sources: list[Source] = []
    for path in map(Path, inputs):
        ending = Path(path.stem) if path.suffix.lower() == ".gz" else path
        if path.is_dir():
            sources.append(Folder(path))
        elif not path.exists():
            raise ReadingError(
                f"There is no file or folder {str(path)!r}.", "Check how its name is spelled."
            )
        elif kind := _TABLES.get(ending.suffix.lower()):
            sources.append(kind(path, text_column, id_column, several))
        elif ending.suffix.lower() in _UNSUITABLE:
            raise ReadingError(
                f"A corpus cannot be read from {path.name}.",
                "Make it JSON lines (.jsonl), CSV or Parquet, or a folder of texts.",
            )
        else:
            sources.append(OneFile(path))
    return sources


@dataclass(frozen=True, slots=True)
class Survey:
    """What all sources hold: how many bytes in how many files, and a mark of their state."""

    size: int
    files: int
    state: str


def survey(sources: Iterable[Source]) -> Survey:
    """Look at every file's name, size and time of change, and read none."""
    size = files = 0
    state = hashlib.sha256()
    for source in sources:
        for path in source.files():
            try:
                status = path.stat()
                seen = (status.st_size, status.st_mtime_ns)
            except OSError:
                seen = (0, 0)
            size += seen[0]
            files += 1
            state.update(f"{path}\0{seen}\0".encode("utf-8", "surrogatepass"))
        state.update(b"\n")
    return Survey(size, files, state.hexdigest())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
