"""``samestory reuse``: what it writes, says and survives."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import gold
from tests.corpus.made import files_in, mixed, write_jsonl
from toolkit.cli import main
from toolkit.corpus.reuse import crowds

TEXTS = [
    "The old bridge in Saltmere was closed on Monday, an engineer told the council there.",
    "On Tuesday the old bridge in Saltmere was closed on Monday, an engineer told the council.",
    "A dog was found near the harbour and taken home by its owner.",
]


@pytest.fixture
def run(capsys):
    """Run the command; its status and the one line it said."""

    def run(*arguments: object) -> tuple[int, str]:
        try:
            status = main(["reuse", *map(str, arguments)])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        assert captured.out == ""
        (line,) = captured.err.splitlines()
        return status, line.removeprefix("samestory: ")

    return run


@pytest.fixture
def source(tmp_path):
    rows = [{"id": f"t{k}", "outlet": "É", "text": text} for k, text in enumerate(TEXTS)]
    return write_jsonl(tmp_path / "in.jsonl", rows)


def rows(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_pairs_and_articles(run, source, tmp_path):
    out = tmp_path / "out.jsonl"
    assert run(source, "--out", out) == (
        0,
        f"3 articles. Pairs that share text: 1, in {out}. Groups of near-duplicates: 1, and "
        f"stories told more than once: 1, in {tmp_path / 'out.articles.jsonl'}.",
    )
    (pair,) = rows(out)
    assert {name: pair[name] for name in list(pair)[:-1]} == {
        "a": "t0",
        "b": "t1",
        "a_number": 1,
        "b_number": 2,
        "a_outlet": "É",
        "b_outlet": "É",
        "jaccard": 10 / 13,
        "containment_a_in_b": 10 / 11,
        "containment_b_in_a": 10 / 12,
        "shared_ngrams": 10,
        "longest_passage": 14,
    }
    (passage,) = pair["passages"]
    assert passage == {
        "a": {"start": 0, "end": 77},
        "b": {"start": 11, "end": 88},
        "n_words": 14,
        "words": TEXTS[0][:77],
    }
    articles = rows(tmp_path / "out.articles.jsonl")
    assert [(row["id"], row["near_duplicates"], row["story"]) for row in articles] == [
        ("t0", 1, 1),
        ("t1", 1, 1),
        ("t2", None, None),
    ]
    assert sorted(files_in(tmp_path)) == ["in.jsonl", "out.articles.jsonl", "out.jsonl"]


@pytest.mark.parametrize(
    ("options", "pairs"),
    [
        (["--jaccard", "0.76"], 1),
        (["--jaccard", "0.77"], 0),
        (["--containment", "0.9"], 1),
        (["--containment", "0.92"], 0),
        (["--words", "14"], 0),
        (["--words", "13", "--jaccard", "0.4"], 1),
    ],
)
def test_thresholds(run, source, tmp_path, options, pairs):
    assert run(source, "--out", tmp_path / "out.jsonl", *options)[0] == 0
    assert len(rows(tmp_path / "out.jsonl")) == pairs


def test_the_tellings_of_the_packs_are_their_stories(run, tmp_path):
    folders = [gold.DATA / "harbour-bridge", gold.DATA / "peacekeepers"]
    assert run(*folders, "--out", tmp_path / "out.csv")[0] == 0
    lines = (tmp_path / "out.articles.csv").read_text(encoding="utf-8").splitlines()
    assert [line.rsplit(",", 1)[1] for line in lines] == ["story", *"1111222"]


def test_a_crowd_of_variants_is_named(run, tmp_path, monkeypatch):
    monkeypatch.setattr(crowds, "CROWD", 5)
    monkeypatch.setattr(crowds, "COMMON", 2)
    words = " ".join(f"w{k}" for k in range(100))
    source = write_jsonl(tmp_path / "in.jsonl", [{"text": f"{words} {k}"} for k in range(10)])
    status, said = run(source, "--out", tmp_path / "few.csv")
    assert status == 0
    assert "Pairs that share text: 9," in said
    assert said.endswith(
        " Texts with more than 200 variants: 1, of which only pairs with the first are written; "
        "--all-pairs writes all."
    )
    status, said = run(source, "--out", tmp_path / "all.csv", "--all-pairs")
    assert "Pairs that share text: 45," in said
    assert said.endswith("all.articles.csv.")


@pytest.mark.parametrize(("second", "story"), [("2025-03-09", 1), ("2025-03-13", None)])
def test_a_story_is_told_within_some_days(run, tmp_path, second, story):
    source = write_jsonl(
        tmp_path / "in.jsonl",
        [{"text": t, "date": d} for t, d in zip(TEXTS, ["2025-03-01", second], strict=False)],
    )
    assert run(source, "--out", tmp_path / "out.jsonl", "--days", 10)[0] == 0
    articles = rows(tmp_path / "out.articles.jsonl")
    assert [row["story"] for row in articles] == [story, story]
    assert [row["published"] for row in articles] == ["2025-03-01", second]


def test_what_cannot_be_read_is_counted(run, tmp_path):
    out = tmp_path / "out.jsonl"
    status, said = run(mixed(tmp_path), "--out", out)
    assert status == 2
    assert said.startswith("20 articles. ")
    assert said.endswith(f" 4 could not be read: see {out}.problems.jsonl.")
    assert [row["row"] for row in rows(Path(f"{out}.problems.jsonl"))] == [4, 10, 16, 22]
    assert len(rows(tmp_path / "out.articles.jsonl")) == 20


@pytest.mark.parametrize(
    ("given", "said"),
    [([], "Choose texts"), ([{"text": "***"}], "Choose texts"), (["{"], "1 could not be read")],
)
def test_without_one_word_the_status_is_1_and_there_is_no_file(run, tmp_path, given, said):
    source = write_jsonl(tmp_path / "in.jsonl", given)
    status, line = run(source, "--out", tmp_path / "out.jsonl")
    assert (status, line.startswith("There is not one word in any article. " + said)) == (1, True)
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.jsonl", "--out", "out.csv"], "There is no file or folder 'missing.jsonl'."),
        (["in.jsonl"], "the following arguments are required: --out"),
        (["in.jsonl", "--out", "out.txt"], "End it in .csv, .jsonl or .parquet."),
        (["in.jsonl", "--out", "no/out.csv"], "There is no folder for"),
        (["in.jsonl", "--out", "in.jsonl"], "in.jsonl is already there. Delete it, or choose"),
        (["in.jsonl", "--out", "o.csv", "--jaccard", "0"], "'0' is not a number above 0, up to 1"),
        (["in.jsonl", "--out", "o.csv", "--jaccard", "nan"], "'nan' is not a number above 0"),
        (["in.jsonl", "--out", "o.csv", "--containment", "50"], "'50' is not a number above 0"),
        (["in.jsonl", "--out", "o.csv", "--jaccard", ".5", "--containment", ".5"], "not allowed"),
        (["in.jsonl", "--out", "o.csv", "--words", "0"], "'0' is not a number from 1"),
        (["in.jsonl", "--out", "o.csv", "--text-column", "x"], "in.jsonl has no column 'x'."),
    ],
)
def test_wrong_use_is_one_line_and_status_2(run, source, monkeypatch, arguments, said):
    monkeypatch.chdir(source.parent)
    before = files_in(source.parent)
    status, line = run(*arguments)
    assert status == 2
    assert said in line
    assert files_in(source.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
def test_ctrl_c_leaves_nothing_but_one_line(repo, tmp_path):
    dice = [f"w{k * k % 9973}" for k in range(3_000_000)]
    source = write_jsonl(
        tmp_path / "in.jsonl",
        [{"text": " ".join(dice[k : k + 1000])} for k in range(0, len(dice), 1000)],
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "toolkit", "reuse", source, "--out", tmp_path / "out.jsonl"],
        cwd=repo,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        while not any(file.name.startswith(".out") for file in tmp_path.iterdir()):
            assert process.poll() is None
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        said = process.stderr.read().decode("utf-8")
        assert (process.wait(timeout=60), said) == (2, "samestory: Stopped.\n")
    finally:
        process.kill()
    assert [file.name for file in tmp_path.iterdir()] == ["in.jsonl"]
