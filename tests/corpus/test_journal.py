"""Killed at any moment and started again, a run ends with the same bytes as one never killed."""

import io
import json
import os
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.corpus.made import files_in, mixed, write_jsonl
from toolkit.corpus import journal, measure_corpus, run
from toolkit.errors import UsageError


class Killed(BaseException):
    """What SIGKILL looks like from inside: nothing after it happens."""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(run, "_BATCH_ITEMS", 3)


def measure(source: Path, out: Path):
    return measure_corpus([source], out, measures=["word_count", "lix"], jobs=1)


@pytest.fixture
def source(tmp_path):
    return mixed(tmp_path)


@pytest.fixture
def whole(source, tmp_path):
    """What an uninterrupted run leaves, by the format."""

    def run_once(ending: str) -> dict[str, bytes]:
        folder = tmp_path / f"whole{ending}"
        folder.mkdir()
        summary = measure(source, folder / f"out{ending}")
        assert (summary.rows, summary.problems) == (20, 4)
        return files_in(folder)

    return run_once


# --- killed between any two steps


class Fuse:
    """Lets so many steps happen, and half of the one after it."""

    def __init__(self, monkeypatch, steps: int) -> None:
        self.left = steps
        for name in ("replace", "unlink"):
            monkeypatch.setattr(Path, name, self._guarded(getattr(Path, name)))
        cut, locked = journal._cut, journal._locked
        monkeypatch.setattr(journal, "_cut", lambda *given: Burning(cut(*given), self))
        monkeypatch.setattr(journal, "_locked", lambda *given: Burning(locked(*given), self))

    def _guarded(self, step):
        def guarded(*arguments, **options):
            self.burn()
            return step(*arguments, **options)

        return guarded

    def burn(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1


class Burning(io.RawIOBase):
    """A file that burns the fuse: it may be killed in the middle of a write."""

    def __init__(self, file, fuse: Fuse) -> None:
        self._file, self._fuse = file, fuse

    def write(self, data):
        try:
            self._fuse.burn()
        except Killed:
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise
        return self._file.write(data)

    def truncate(self, size=None):
        return self._file.truncate(size)

    def seek(self, *place):
        return self._file.seek(*place)

    def readline(self, *size):
        return self._file.readline(*size)

    def flush(self):
        if not self._file.closed:
            self._file.flush()

    def fileno(self):
        return self._file.fileno()

    def close(self):
        self._file.close()


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_killed_between_any_two_writes(source, whole, tmp_path, ending):
    if ending == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    expected = whole(ending)
    steps = 0
    while True:
        folder = tmp_path / f"killed-{steps}"
        folder.mkdir()
        with pytest.MonkeyPatch.context() as monkeypatch:
            Fuse(monkeypatch, steps)
            try:
                measure(source, folder / f"out{ending}")
                break
            except Killed:
                pass
        measure(source, folder / f"out{ending}")
        assert files_in(folder) == expected, steps
        steps += 1
    assert files_in(folder) == expected
    assert steps > 25


def test_killed_again_and_again(source, whole, tmp_path):
    expected = whole(".csv")
    folder = tmp_path / "killed"
    folder.mkdir()
    kills = 0
    while True:
        with pytest.MonkeyPatch.context() as monkeypatch:
            Fuse(monkeypatch, 5)  # enough for one batch
            try:
                measure(source, folder / "out.csv")
                break
            except Killed:
                kills += 1
    assert kills > 4
    assert files_in(folder) == expected


# --- whatever is left of the files


def unfinished(source: Path, folder: Path, steps: int = 20) -> Path:
    folder.mkdir()
    with pytest.MonkeyPatch.context() as monkeypatch:
        Fuse(monkeypatch, steps)
        with pytest.raises(Killed):
            measure(source, folder / "out.csv")
    return folder


def test_whatever_was_lost_or_torn_the_end_is_the_same(source, whole, tmp_path):
    """As after a power cut, when files are shorter or hold other bytes than were written."""
    expected = whole(".csv")
    dice = Random(7)
    for k in range(80):
        folder = unfinished(source, tmp_path / f"torn-{k}", dice.randrange(1, 28))
        for file in sorted(folder.iterdir()):
            data = bytearray(file.read_bytes())
            harm = dice.randrange(5)
            if harm == 1:
                del data[dice.randrange(len(data) + 1) :]
            elif harm == 2:
                data += b"half a line, or \0 or two\n{"
            elif harm == 3 and data and not file.name.endswith(".journal"):
                data[dice.randrange(len(data))] ^= 0xFF
            elif harm == 4:
                file.unlink()
                continue
            file.write_bytes(data)
        measure(source, folder / "out.csv")
        assert files_in(folder) == expected, k


def test_what_is_done_is_not_done_again(source, tmp_path, monkeypatch):
    folder = unfinished(source, tmp_path / "out", 20)
    last = json.loads((folder / "out.csv.journal").read_bytes().splitlines()[-1])
    assert 3 <= last["items"] < 24
    measured = []
    in_order = run.in_order

    def watched(batches, *given):
        for batch, found in in_order(batches, *given):
            measured.extend(item.row for item in batch.items)
            yield batch, found

    monkeypatch.setattr(run, "in_order", watched)
    measure(source, folder / "out.csv")
    assert measured == list(range(last["items"] + 1, 25))


# --- never two runs in one file


def test_a_changed_input_is_refused(source, tmp_path):
    folder = unfinished(source, tmp_path / "out")
    before = files_in(folder)
    with source.open("a", encoding="utf-8") as file:
        file.write('{"text": "One more."}\n')
    with pytest.raises(UsageError) as caught:
        measure(source, folder / "out.csv")
    assert str(caught.value) == (
        "The unfinished run for out.csv differs in: input. Undo that to go on with it, or delete "
        "out.csv.journal to begin anew."
    )
    assert files_in(folder) == before
    (folder / "out.csv.journal").unlink()
    assert measure(source, folder / "out.csv").rows == 21


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"measures": ["lix"]}, "measures"),
        ({"text_column": "text"}, "columns"),
        ({"text_column": "text", "measures": None}, "columns, measures"),
    ],
)
def test_another_command_is_refused(source, tmp_path, change, what):
    folder = unfinished(source, tmp_path / "out")
    before = files_in(folder)
    command = {"measures": ["word_count", "lix"], "jobs": 1} | change
    with pytest.raises(UsageError, match=f"differs in: {what}"):
        measure_corpus([source], folder / "out.csv", **command)
    assert files_in(folder) == before


def test_another_version_is_refused(source, tmp_path, monkeypatch):
    folder = unfinished(source, tmp_path / "out")
    monkeypatch.setattr(run, "__version__", "99")
    with pytest.raises(UsageError, match="differs in: version"):
        measure(source, folder / "out.csv")


def test_a_file_that_is_there_is_left_alone(source, tmp_path):
    folder = unfinished(source, tmp_path / "out")
    (folder / "out.csv").write_text("mine", encoding="utf-8")
    before = files_in(folder)
    with pytest.raises(UsageError, match=r"out\.csv is already there"):
        measure(source, folder / "out.csv")
    assert files_in(folder) == before
    (folder / "out.csv.journal").unlink()
    with pytest.raises(UsageError, match=r"out\.csv is already there"):
        measure(source, folder / "out.csv")


def test_an_unfinished_run_may_go_on_with_other_processes(source, whole, tmp_path):
    folder = unfinished(source, tmp_path / "out")
    measure_corpus([source], folder / "out.csv", measures=["word_count", "lix"], jobs=2)
    assert files_in(folder) == whole(".csv")


def test_a_run_that_is_still_going_is_not_disturbed(source, tmp_path, repo):
    import subprocess
    import sys

    out = tmp_path / "out.csv"
    code = (
        "import sys; from pathlib import Path; from toolkit.corpus.journal import Result\n"
        "result = Result(Path(sys.argv[1]), {'input': 1}, b'')\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(out)],
        cwd=repo,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        assert other.stdout.readline().strip() == b"open"
        with pytest.raises(UsageError, match=r"Another run is writing out\.csv"):
            journal.Result(out, {"input": 1}, b"")
        other.kill()
    with closing(journal.Result(out, {"input": 1}, b"")) as result:
        assert not result.resumed


def test_a_disk_without_locks_will_do(source, tmp_path, monkeypatch):
    def refuse(file):
        raise OSError(95, "not supported")

    monkeypatch.setattr(journal, "_lock", refuse)
    assert measure(source, tmp_path / "out.csv").rows == 20


# --- what is left in the end


def test_nothing_is_left_but_the_file(tmp_path):
    source = write_jsonl(tmp_path / "a.jsonl", [{"text": "One."}])
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out.csv.problems.jsonl").write_text("of an earlier run", encoding="utf-8")
    measure(source, folder / "out.csv")
    assert list(files_in(folder)) == ["out.csv"]


def test_without_one_word_there_is_no_file(tmp_path):
    source = write_jsonl(tmp_path / "a.jsonl", [{"text": "***"}, "{"])
    folder = tmp_path / "out"
    folder.mkdir()
    summary = measure(source, folder / "out.csv")
    assert (summary.rows, summary.with_words, summary.problems) == (1, 0, 1)
    assert list(files_in(folder)) == ["out.csv.problems.jsonl"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing there")
def test_a_folder_that_is_missing_is_said_at_once(source, tmp_path):
    with pytest.raises(UsageError, match="There is no folder for"):
        measure(source, tmp_path / "none" / "out.csv")
