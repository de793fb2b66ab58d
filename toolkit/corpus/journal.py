"""A result that grows batch by batch and survives being killed at any moment.

Rows go to ``FILE.part`` and problems to ``FILE.problems.jsonl``. After each batch a line in
``FILE.journal`` says how many items are done, how long both files are and what their checksums
(CRC-32) are. Going on means: believe the longest beginning of both files that the journal vouches
for, cut off the rest, and pass over the items that are done. Neither a half-written line nor a
lost buffer can get into the result. At the end the part becomes the file, in one step.
"""

import io
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from toolkit.corpus.measuring import Measured
from toolkit.errors import UsageError

_CHUNK = 1 << 20
_FINISHED = {"finished": True}
_LOCKED_BYTE = 1 << 40  # far behind the end: on Windows nobody can read a locked byte


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a run has come; one line of the journal."""

    items: int = 0
    rows: int = 0
    with_words: int = 0
    problems: int = 0
    row_bytes: int = 0
    row_crc: int = 0
    problem_bytes: int = 0
    problem_crc: int = 0

    def plus(self, measured: Measured) -> "Tally":
        """With one more batch."""
        return Tally(
            self.items + measured.items,
            self.rows + measured.rows,
            self.with_words + measured.with_words,
            self.problems + measured.problems,
            self.row_bytes + len(measured.row_bytes),
            zlib.crc32(measured.row_bytes, self.row_crc),
            self.problem_bytes + len(measured.problem_bytes),
            zlib.crc32(measured.problem_bytes, self.problem_crc),
        )


class Result:
    """The file to be, with what lies beside it until it is there.

    ``run`` is all that the rows depend on (input, measures, version ...) by name: rows of another
    run are never mixed in. ``resumed`` tells whether something was done already, ``finished``
    whether everything was, and only clearing up is left.

    Raises :class:`UsageError` where the file exists, where an unfinished run was another one,
    and where that run is still going.
    """

    def __init__(self, out: Path, run: Mapping[str, object], header: bytes) -> None:
        self.out, self.tally = out, Tally()
        self.problems_file = _beside(out, "problems.jsonl")
        self._part, self._journal_file = _beside(out, "part"), _beside(out, "journal")
        if out.exists() and not self._journal_file.exists():
            raise _exists(out)
        with ExitStack() as opened:
            self._journal = opened.enter_context(_locked(self._journal_file, out))
            self.finished = self._go_on(json.loads(json.dumps(run)))
            self.resumed = self.tally.items > 0
            if not self.finished:
                self._rows = opened.enter_context(_cut(self._part, self.tally.row_bytes))
                self._problems = opened.enter_context(
                    _cut(self.problems_file, self.tally.problem_bytes)
                )
                if not self.tally.row_bytes:
                    self.add(Measured(row_bytes=header))
            self._opened = opened.pop_all()

    def add(self, measured: Measured) -> None:
        """Write what came of the next batch, and then that it is there."""
        for file, data in (
            (self._rows, measured.row_bytes),
            (self._problems, measured.problem_bytes),
        ):
            file.write(data)
            file.flush()
        self.tally = self.tally.plus(measured)
        self._note(asdict(self.tally))

    def finish(self, make: Callable[[Path, Path], object] | None = None) -> None:
        """Let the part become the file, by ``make(part, out)`` where it is not to be the same.

        Nothing stays beside it but the problems, if there are any. Where not one row has words,
        there is no file.
        """
        if not self.finished:
            os.fsync(self._rows.fileno())
            self._rows.close()
            self._problems.close()
            if self.tally.with_words:
                self._note(_FINISHED)
                if make is None:
                    self._part.replace(self.out)
                else:
                    make(self._part, self.out)
        self._part.unlink(missing_ok=True)
        if not self.tally.problems:
            self.problems_file.unlink(missing_ok=True)
        self.close()
        self._journal_file.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave everything as it is, for another time."""
        self._opened.close()

    def _note(self, record: object) -> None:
        self._journal.write(json.dumps(record).encode("ascii") + b"\n")
        self._journal.flush()

    def _go_on(self, run: Mapping[str, object]) -> bool:
        """Find out how far the run has come; whether to its end."""
        notes = _notes(self._journal)
        end, before = next(notes, (0, {}))
        differing = [name for name, value in run.items() if before.get(name) != value]
        if self.out.exists():
            finished = False
            for _, note in notes:
                if note == _FINISHED:
                    finished = True
                else:
                    self.tally = Tally(**note)
            if not finished or differing:
                raise _exists(self.out)
            return True
        if before and differing:
            raise UsageError(
                f"The unfinished run for {self.out.name} differs in: {', '.join(differing)}.",
                f"Undo that to go on with it, or delete {self._journal_file.name} to begin anew.",
            )
        with _Checked(self._part) as rows, _Checked(self.problems_file) as problems:
            for at, note in notes:
                if note == _FINISHED:
                    break
                tally = Tally(**note)
                if not rows.begins(tally.row_bytes, tally.row_crc):
                    break
                if not problems.begins(tally.problem_bytes, tally.problem_crc):
                    break
                end, self.tally = at, tally
        self._journal.truncate(end)
        if not before:
            self._note(run)
        return False


class _Checked:
    """A file that may be there, read once from its beginning while its checksum is taken."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("rb") if path.exists() else io.BytesIO()
        self._length = self._crc = 0

    def __enter__(self) -> "_Checked":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def begins(self, length: int, crc: int) -> bool:
        """Whether its first ``length`` bytes are there and have this checksum."""
        while self._length < length:
            data = self._file.read(min(length - self._length, _CHUNK))
            if not data:
                return False
            self._length += len(data)
            self._crc = zlib.crc32(data, self._crc)
        return self._crc == crc


def _notes(journal: IO[bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The whole lines of a journal, each with the place where it ends."""
    journal.seek(0)
    end = 0
    for line in journal:
        end += len(line)
        try:
            note = json.loads(line)
        except ValueError:
            return
        if not line.endswith(b"\n") or not isinstance(note, dict):
            return
        yield end, note


def _cut(path: Path, length: int) -> IO[bytes]:
    """A file to write at the end of, after its first ``length`` bytes."""
    file = path.open("ab")
    file.truncate(length)
    return file


def _locked(path: Path, out: Path) -> IO[bytes]:
    """A journal to read and write that no other process has; the system lets go of it by itself."""
    file = path.open("a+b")
    try:
        _lock(file)
    except (BlockingIOError, PermissionError) as error:
        file.close()
        raise UsageError(
            f"Another run is writing {out.name}.", "Wait for it, or choose another --out."
        ) from error
    except OSError:
        pass  # a disk that knows no locks
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _beside(out: Path, ending: str) -> Path:
    return out.with_name(f"{out.name}.{ending}")


def _exists(out: Path) -> UsageError:
    return UsageError(f"{out.name} is already there.", "Delete it, or choose another --out.")
