"""``samestory measure --out``: what it writes, says and survives."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.corpus.made import files_in, mixed, text_folder, texts, write_jsonl
from toolkit import corpus
from toolkit.cli import main
from toolkit.measures.catalogue import MEASURES


class Ran:
    """How a command ended and the one line it said."""

    def __init__(self, status: int, out: str, err: str) -> None:
        assert out == ""
        assert "Traceback" not in err
        self.status = status
        (line,) = err.splitlines()
        assert line.startswith("samestory: ")
        self.said = line.removeprefix("samestory: ")


@pytest.fixture
def run(capsys):
    def run(*arguments: object) -> Ran:
        try:
            status = main(["measure", *map(str, arguments)])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture
def source(tmp_path):
    return write_jsonl(tmp_path / "a.jsonl", [{"id": "é", "text": text} for text in texts(6)])


# --- what it writes


def test_a_row_per_article_in_csv(run, source, tmp_path):
    out = tmp_path / "out.csv"
    ran = run(source, "--out", out)
    assert (ran.status, ran.said) == (0, f"6 articles measured in {out}.")
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["id", "outlet", *(record.name for record in MEASURES)]
    assert [row[0] for row in rows[1:]] == ["é"] * 6
    assert sorted(files_in(tmp_path)) == ["a.jsonl", "out.csv"]


def test_chosen_measures_in_json_lines(run, source, tmp_path):
    out = tmp_path / "out.jsonl"
    assert run(source, "--out", out, "--measures", "lix, counts", "--jobs", "2").status == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert list(rows[0])[:4] == ["id", "outlet", "lix", "word_count"]
    assert len(rows) == 6


def test_parquet(run, source, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    out = tmp_path / "out.parquet"
    assert run(source, "--out", out, "--measures", "lix").status == 0
    assert parquet.read_table(out).column_names == ["id", "outlet", "lix"]


def test_files_folders_and_tables_together(run, source, tmp_path):
    folder = text_folder(tmp_path / "texts")
    out = tmp_path / "out.csv"
    ran = run(folder / "beacon.txt", source, folder, "--out", out, "--measures", "word_count")
    assert ran.status == 2
    names = [line.split(",")[0] for line in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert names == [
        "beacon",
        *["é"] * 6,
        *["beacon", "council", "page", "2024/beacon", "2024/05/gazette"],
    ]


def test_columns_by_name(run, tmp_path):
    table = tmp_path / "a.csv"
    table.write_text('Nr,Wort,text\n7,"One, two.",x\n', encoding="utf-8")
    out = tmp_path / "out.csv"
    options = ("--text-column", "Wort", "--id-column", "Nr", "--measures", "word_count")
    assert run(table, "--out", out, *options).status == 0
    assert out.read_bytes() == b"id,outlet,word_count\n7,,2\n"


# --- what it says, and its status


def test_what_cannot_be_read_is_counted_and_the_rest_measured(run, tmp_path):
    out = tmp_path / "out.csv"
    ran = run(mixed(tmp_path), "--out", out)
    assert ran.status == 2
    assert ran.said == (
        f"20 articles measured in {out}. 4 could not be read: see {out}.problems.jsonl."
    )
    assert len(out.read_bytes().splitlines()) == 21
    assert len(Path(f"{out}.problems.jsonl").read_bytes().splitlines()) == 4


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Choose texts with words."),
        ([{"text": "***"}], "Choose texts with words."),
        ([{"text": ""}, "{"], "2 could not be read: see"),
    ],
)
def test_without_one_word_the_status_is_1_and_there_is_no_file(run, tmp_path, rows, said):
    out = tmp_path / "out.csv"
    ran = run(write_jsonl(tmp_path / "a.jsonl", rows), "--out", out)
    assert ran.status == 1
    assert ran.said.startswith(f"There is not one word in any article. {said}")
    assert not out.exists()


WRONG_USE = [
    (["missing.jsonl", "--out", "out.csv"], "There is no file or folder 'missing.jsonl'."),
    (["a.jsonl", "--out", "out.txt"], "End it in .csv, .jsonl or .parquet."),
    (["a.jsonl", "--out", "no/out.csv"], "There is no folder for"),
    (["a.jsonl", "--out", "a.jsonl"], "a.jsonl is already there. Delete it, or choose"),
    (["a.jsonl", "--out", "out.csv", "--measures", "lix,nope"], "called 'nope'. Choose from: "),
    (["a.jsonl", "--out", "out.csv", "--measures", ""], "called ''."),
    (["a.jsonl", "--out", "out.csv", "--text-column", "Wort"], "Choose one of its columns: 'id', "),
    (["a.jsonl", "--out", "out.csv", "--id-column", "nr"], "a.jsonl has no column 'nr'."),
    (["a.jsonl", "--out", "out.csv", "--jobs", "0"], "'0' is not a number from 1"),
    (["a.jsonl", "--out", "out.csv", "--jobs", "two"], "'two' is not a number from 1"),
    (["a.jsonl", "--out", "out.csv", "--json"], "not allowed with argument"),
    (["a.jsonl", "--jobs", "2"], "--jobs needs a file to write. Add --out."),
    (["a.jsonl", "--text-column", "x", "--csv"], "--text-column needs a file to write."),
    (["a.jsonl", "--resume"], "--resume needs a file to write."),
    (["odd.csv", "--out", "out.csv"], "the columns are: 'Nr', 'Wort'."),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG_USE)
def test_wrong_use_is_one_line_and_status_2(run, source, monkeypatch, arguments, said):
    monkeypatch.chdir(source.parent)
    Path("odd.csv").write_text("Nr,Wort\n1,One.\n", encoding="utf-8")
    before = files_in(source.parent)
    ran = run(*arguments)
    assert ran.status == 2
    assert said in ran.said
    assert files_in(source.parent) == before


def test_without_pyarrow_it_is_named_before_anything_is_done(run, source, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    ran = run(source, "--out", source.with_name("out.parquet"))
    assert ran.status == 2
    assert ran.said.startswith("Parquet files need the library pyarrow. Install it with `pip ")
    assert list(files_in(source.parent)) == ["a.jsonl"]


def test_a_finished_file_is_refused_but_with_resume_enough(run, source, tmp_path):
    out = tmp_path / "out.csv"
    assert run(source, "--out", out, "--resume").status == 0
    before = files_in(tmp_path)
    assert run(source, "--out", out).status == 2
    ran = run(source, "--out", out, "--resume")
    assert ran.status == 0
    assert "is there already" in ran.said
    assert files_in(tmp_path) == before


def test_stopped_by_hand(run, source, tmp_path, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(corpus, "measure_corpus", stop)
    ran = run(source, "--out", tmp_path / "out.csv")
    assert (ran.status, ran.said) == (2, "Stopped. The same command goes on from here.")


# --- what it survives, in processes of its own

posix = pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")


LONG = 360  # articles, one of which cannot be read


@pytest.fixture
def long_source(tmp_path):
    """Enough for some seconds, with problems among it."""
    rows: list = [{"id": k, "text": " ".join(texts(90, seed=k))} for k in range(LONG)]
    rows[30] = "{"
    return write_jsonl(tmp_path / "long.jsonl", rows)


@pytest.fixture
def start(repo):
    """Start the command as a shell would; end what is left of it with the test."""
    started: list[subprocess.Popen] = []

    def start(*arguments: object) -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, "-m", "toolkit", "measure", *map(str, arguments)],
            cwd=repo,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate(timeout=60)


def batches_done(out: Path) -> int:
    """How many batches the journal tells of."""
    try:
        return max(0, Path(f"{out}.journal").read_bytes().count(b"\n") - 2)
    except FileNotFoundError:  # not begun yet, or done
        return 0


def until(condition, process: subprocess.Popen) -> None:
    """Wait for something, or for the end of the process."""
    while not condition() and process.poll() is None:
        time.sleep(0.005)


@posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_for_real_and_started_again(start, long_source, tmp_path, jobs):
    options = ("--measures", "lix,tone", "--jobs", jobs)
    whole = tmp_path / "whole"
    whole.mkdir()
    assert start(long_source, "--out", whole / "out.csv", *options).wait(timeout=120) == 2
    folder = tmp_path / "killed"
    folder.mkdir()
    out = folder / "out.csv"
    kills = 0
    while not out.exists():
        done = batches_done(out)
        process = start(long_source, "--out", out, *options)
        until(lambda done=done: batches_done(out) > done, process)
        kills += process.poll() is None
        process.kill()
        process.wait(timeout=60)
    start(long_source, "--out", out, "--resume", *options).wait(timeout=120)
    assert kills  # how many, the speed of the machine decides
    assert files_in(folder) == files_in(whole)


@posix
def test_a_full_disk_is_told_in_one_line_and_can_be_mended(start, repo, source, tmp_path):
    import resource

    out = tmp_path / "out.csv"
    ran = subprocess.run(
        [sys.executable, "-m", "toolkit", "measure", source, "--out", out],
        cwd=repo,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
    )
    assert ran.returncode == 2
    (line,) = ran.stderr.decode("utf-8").splitlines()
    assert line.startswith("samestory: The result cannot be written: ")
    assert start(source, "--out", out).wait(timeout=60) == 0
    assert len(out.read_bytes().splitlines()) == 7


@posix
def test_ctrl_c_stops_every_process_with_one_line(start, long_source, tmp_path):
    out = tmp_path / "out.csv"
    process = start(long_source, "--out", out, "--jobs", 2)
    until(lambda: batches_done(out), process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    said = process.stderr.read().decode("utf-8")
    assert (process.wait(timeout=60), said) == (
        2,
        "samestory: Stopped. The same command goes on from here.\n",
    )
    assert not out.exists()
    assert start(long_source, "--out", out, "--jobs", 1).wait(timeout=120) == 2
    assert len(out.read_bytes().splitlines()) == LONG


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc to see processes in")
def test_no_worker_outlives_a_killed_run(start, long_source, tmp_path):
    out = tmp_path / "out.csv"
    process = start(long_source, "--out", out, "--jobs", 2)
    until(lambda: batches_done(out), process)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    assert len(children) >= 2
    deadline = time.monotonic() + 60
    while any(map(alive, children)):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def alive(number: str) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_nothing_is_drawn_where_nobody_watches(start, long_source, tmp_path):
    process = start(long_source, "--out", tmp_path / "out.csv", "--measures", "lix")
    (line,) = process.stderr.read().decode("utf-8").splitlines()
    assert line.startswith(f"samestory: {LONG - 1} articles measured in ")


@posix
def test_somebody_who_watches_sees_rate_and_time_left(repo, long_source, tmp_path):
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    with subprocess.Popen(
        [sys.executable, "-m", "toolkit", "measure", long_source, "--out", tmp_path / "out.csv"],
        cwd=repo,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                data = os.read(ours, 10_000)
            except OSError:  # the end, as Linux tells it
                break
            if not data:
                break
            seen += data
        assert process.wait(timeout=60) == 2
    os.close(ours)
    assert b"measuring: 100%" in seen
    assert f"{LONG - 1} articles".encode() in seen
    assert b"B/s" in seen
