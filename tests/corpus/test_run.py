"""The whole way from inputs to a file: exact, in order, in constant memory."""

import csv
import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.made import files_in, mixed, text_folder, texts, write_jsonl
from toolkit.corpus import measure_corpus, run
from toolkit.measures.catalogue import MEASURES, measure_all
from toolkit.reading import article_from_text, read_article
from toolkit.text.document import Document


def read(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_written(row: dict[str, float]) -> dict[str, str]:
    return {name: repr(value) if math.isfinite(value) else "" for name, value in row.items()}


def test_every_number_is_what_measure_all_says(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "_BATCH_ITEMS", 7)
    given = texts(40)
    source = write_jsonl(tmp_path / "a.jsonl", [{"text": text} for text in given])
    measure_corpus([source], tmp_path / "out.csv", jobs=1)
    expected = measure_all(Document.of(map(article_from_text, given)))
    found = read(tmp_path / "out.csv")
    assert [row.pop("id") for row in found] == [str(k) for k in range(1, 41)]
    assert {row.pop("outlet") for row in found} == {""}
    assert found == [as_written(row) for row in expected]
    assert list(found[0]) == [record.name for record in MEASURES]


def test_a_row_of_a_table_is_measured_like_a_file(tmp_path):
    folder = text_folder(tmp_path / "texts")
    article = read_article(folder / "beacon.txt")
    row = {"id": "beacon", "outlet": "Beacon", "headline": article.headline, "body": article.text}
    write_jsonl(tmp_path / "a.jsonl", [row])
    for source in (folder / "beacon.txt", tmp_path / "a.jsonl"):
        measure_corpus([source], tmp_path / f"{source.suffix[1:]}.csv")
    assert (tmp_path / "txt.csv").read_bytes() == (tmp_path / "jsonl.csv").read_bytes()
    (found,) = read(tmp_path / "txt.csv")
    (expected,) = measure_all(Document.of([article]))
    assert found == {"id": "beacon", "outlet": "Beacon"} | as_written(expected)


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_the_bytes_do_not_depend_on_the_number_of_processes(tmp_path, monkeypatch, ending):
    if ending == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    inputs = [mixed(tmp_path, 60), text_folder(tmp_path / "texts")]
    left = []
    for jobs, most in ((1, 1000), (1, 4), (2, 4), (3, 1)):
        monkeypatch.setattr(run, "_BATCH_ITEMS", most)
        folder = tmp_path / f"{jobs}-{most}"
        folder.mkdir()
        measure_corpus(inputs, folder / f"out{ending}", jobs=jobs)
        left.append(files_in(folder))
    assert list(left[0]) == [f"out{ending}", f"out{ending}.problems.jsonl"] or len(left[0]) == 2
    assert all(files == left[0] for files in left)


def test_the_formats_hold_the_same(tmp_path):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    source = write_jsonl(
        tmp_path / "a.jsonl", [{"id": f"é{k}", "text": text} for k, text in enumerate(texts(9))]
    )
    for ending in ("csv", "jsonl", "parquet"):
        measure_corpus([source], tmp_path / f"out.{ending}")
    frames = [
        pandas.read_csv(tmp_path / "out.csv", keep_default_na=True),
        pandas.read_json(tmp_path / "out.jsonl", lines=True, precise_float=True),
        pandas.read_parquet(tmp_path / "out.parquet"),
    ]
    names = [record.name for record in MEASURES]
    for frame in frames:
        assert list(frame.columns) == ["id", "outlet", *names]
        assert list(frame["id"]) == [f"é{k}" for k in range(9)]
        for name in names:
            assert frame[name].astype(float).tolist() == pytest.approx(
                frames[2][name].astype(float).tolist(), rel=1e-14, nan_ok=True
            )


def test_the_problems_say_where_and_why(tmp_path):
    inputs = [text_folder(tmp_path / "texts"), mixed(tmp_path, 24)]
    summary = measure_corpus(inputs, tmp_path / "out.jsonl")
    lines = summary.problems_file.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "source": str(tmp_path / "texts" / "empty.txt"),
            "row": None,
            "reason": "empty.txt is empty or holds only white space.",
        },
        *(
            {"source": str(tmp_path / "mixed.jsonl"), "row": row, "reason": reason}
            for row, reason in (
                (4, "The line is not valid JSON."),
                (10, "There is no text in 'text'."),
                (16, "There is no text in 'text'."),
                (22, "The line is not UTF-8."),
            )
        ),
    ]
    assert (summary.rows, summary.problems) == (25, 5)


def test_ids_that_come_twice_are_kept(tmp_path):
    source = write_jsonl(tmp_path / "a.jsonl", [{"id": "a", "text": t} for t in texts(5)])
    measure_corpus([source, source], tmp_path / "out.csv", measures=["lix"])
    assert [row["id"] for row in read(tmp_path / "out.csv")] == ["a"] * 10


def test_measures_stand_in_the_order_asked_for(tmp_path):
    source = write_jsonl(tmp_path / "a.jsonl", [{"text": "One."}])
    measure_corpus(source, tmp_path / "out.csv", measures=["lix", "word_count"])
    assert (tmp_path / "out.csv").read_bytes().startswith(b"id,outlet,lix,word_count\n")


def test_an_article_of_ten_megabytes_on_one_line(tmp_path):
    long = "The old bridge in Saltmere was closed on Monday after a crack was found. " * 140_000
    source = write_jsonl(tmp_path / "a.jsonl", [{"text": t} for t in ("One.", long, "Two.")])
    measure_corpus([source], tmp_path / "out.jsonl", measures=["word_count", "lix"])
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["word_count"] for row in rows] == [1, 14 * 140_000, 1]


def test_batches_are_bounded_by_size_and_number(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "_BATCH_BYTES", 400)
    monkeypatch.setattr(run, "_BATCH_ITEMS", 5)
    rows = [{"text": "a" * 10}] * 12 + [{"text": "b" * 1000}] + [{"text": "c" * 150}] * 4
    sources = run.open_sources([write_jsonl(tmp_path / "a.jsonl", rows)])
    batches = list(run.batches_of(run.items_of(sources)))
    assert [len(batch.items) for batch in batches] == [5, 5, 2, 1, 2, 2]
    assert batches[-1].position == (tmp_path / "a.jsonl").stat().st_size


def test_small_inputs_start_no_processes(tmp_path, monkeypatch):
    used = []
    in_order = run.in_order

    def watched(batches, task, jobs):
        used.append(jobs)
        return in_order(batches, task, 1)

    monkeypatch.setattr(run, "in_order", watched)
    monkeypatch.setattr(run, "default_jobs", lambda: 8)
    source = write_jsonl(tmp_path / "a.jsonl", [{"text": "One."}])
    measure_corpus([source], tmp_path / "a.csv", measures=["lix"])
    measure_corpus([source], tmp_path / "b.csv", measures=["lix"], jobs=3)
    monkeypatch.setattr(run, "_WORTH_A_PROCESS", 5)
    measure_corpus([source], tmp_path / "c.csv", measures=["lix"])
    assert used == [1, 3, 8]


MANY = """
import re, sys
from pathlib import Path
from toolkit.corpus import measure_corpus, measuring
measuring._MOST_TYPES = 100_000  # or the corpus would have to be larger
summary = measure_corpus([sys.argv[1]], sys.argv[2], measures=["word_count"], jobs=1)
# Not getrusage, which after a fork remembers how large the parent was.
print(summary.rows, re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc to read the peak from")
def test_memory_does_not_grow_with_the_corpus(tmp_path, repo):
    """Two hundred thousand rows, each with a word of its own: 78 MB, mostly Python and numpy.

    The rows held before they are measured, or after, or all words remembered: 140 MB and more.
    """
    source = tmp_path / "many.jsonl"
    rest = "It was little, he said, and no more. " * 8
    with source.open("w", encoding="utf-8") as file:
        for k in range(200_000):
            file.write(json.dumps({"id": k, "text": f"Row {k} said w{k} is not so. {rest}"}) + "\n")
    ran = subprocess.run(
        [sys.executable, "-c", MANY, str(source), str(tmp_path / "out.csv")],
        cwd=repo,
        capture_output=True,
        text=True,
        check=True,
    )
    rows, kilobytes = map(int, ran.stdout.split())
    assert rows == 200_000
    assert kilobytes < 120_000
