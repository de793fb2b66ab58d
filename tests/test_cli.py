"""The command line, used as people and programs use it: well, wrongly, and on odd files."""

import csv
import gc
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

from tests import gold
from tests.texts import ARTICLE, RETELLING
from toolkit.cli import main
from toolkit.comparison.contract import schema
from toolkit.measures.catalogue import MEASURES

VALIDATOR = jsonschema.Draft202012Validator(schema())
PACK = gold.DATA / "harbour-bridge"


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out = status, out
        assert "Traceback" not in err
        assert not err or err.endswith("\n")
        self.problems = err.splitlines()
        assert all(line.startswith("samestory: ") for line in self.problems), err

    def json(self) -> dict:
        record = json.loads(self.out)
        VALIDATOR.validate(record)
        return record


@pytest.fixture
def run(capsys):
    def run(*arguments: object) -> Ran:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = stopped.code
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


def run_apart(repo: Path, *arguments: object, **options) -> subprocess.CompletedProcess:
    """The command in a process of its own, as ``python -m toolkit``."""
    return subprocess.run(
        [sys.executable, "-m", "toolkit", *map(str, arguments)],
        cwd=repo,
        capture_output=True,
        check=False,
        timeout=120,
        **options,
    )


@pytest.fixture
def files(tmp_path):
    """Two readable articles, and a function that writes more."""

    def write(name: str, content: str | bytes) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        file.write_bytes(data)
        return file

    write("beacon.txt", ARTICLE)
    write("council.txt", RETELLING)
    write.folder = tmp_path
    write.both = [tmp_path / "beacon.txt", tmp_path / "council.txt"]
    return write


# --- what it prints


def test_compare_prints_what_a_person_reads(run, files):
    ran = run("compare", *files.both)
    assert ran.status == 0
    assert ran.problems == []
    for part in (
        "What each telling measures",
        "Flesch reading ease",
        "What they share",
        "Sentences that say the same",
        "reworded",
        "Only in Council",
        "The café is losing money.",
    ):
        assert part in ran.out


def test_more_than_two_tellings_are_summed_up_by_pairs(run):
    ran = run("compare", *sorted(PACK.glob("*.txt")))
    assert ran.status == 0
    assert "Compare two tellings alone to see every linked sentence." in ran.out
    assert "Sentences that say the same" not in ran.out


def test_compare_prints_the_contract(run, files):
    ran = run("compare", "--json", *files.both)
    assert ran.status == 0
    record = ran.json()
    assert [article["id"] for article in record["articles"]] == ["beacon", "council"]
    assert [article["n_sentences"] for article in record["articles"]] == [6, 4]
    assert record["articles"][0]["headings"] == [
        {"start": 0, "end": ARTICLE.index("\n"), "kind": "headline"}
    ]
    assert [(pair["a"], pair["b"]) for pair in record["pairs"]] == [("beacon", "council")]


def test_measure_prints_a_column_per_article(run, files):
    ran = run("measure", *files.both)
    assert ran.status == 0
    assert "Beacon" in ran.out
    assert "Council" in ran.out
    shown = [record for record in MEASURES if record.core]
    assert all(record.label.split()[0] in ran.out for record in shown)


def test_measure_prints_json(run, files):
    record = json.loads(run("measure", "--json", files.both[1]).out)
    (article,) = record["articles"]
    assert record["schema"] == "samestory/1"
    assert article["measures"]["word_count"] == len(RETELLING.split())
    VALIDATOR.validate({**record, "pairs": []})


def test_measure_prints_csv(run, files):
    quoted = files('a "b", c.txt', "***\nOne word.")
    ran = run("measure", "--csv", *files.both, quoted)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert ran.status == 0
    assert list(rows[0]) == ["id", "outlet", *(record.name for record in MEASURES)]
    assert [row["id"] for row in rows] == ["beacon", "council", 'a "b", c']
    assert rows[1]["word_count"] == str(len(RETELLING.split()))
    assert rows[2]["mtld"] == ""
    assert float(rows[0]["lix"]) > 0


def test_a_story_by_folder_by_name_and_through_compare(run):
    by_folder = run("story", "--json", PACK)
    assert by_folder.status == 0
    listed = tomllib.loads((PACK / "story.toml").read_text(encoding="utf-8"))["telling"]
    assert [article["outlet"] for article in by_folder.json()["articles"]] == [
        telling["outlet"] for telling in listed
    ]
    assert run("story", "--json", "harbour-bridge").out == by_folder.out
    assert run("compare", "--json", PACK).out == by_folder.out
    assert run("story", PACK).out.startswith("The Old Harbour Bridge")


def test_version_and_help_end_well(run):
    assert run("--version").status == 0
    assert "compare" in run("--help").out
    assert run("compare", "--help").status == 0


@pytest.mark.parametrize(
    ("set_before", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")]
)
def test_a_process_for_one_command_starts_no_threads_unless_told_to(
    monkeypatch, set_before, threads
):
    done = []
    monkeypatch.setattr(os, "environ", dict(set_before))
    monkeypatch.setattr(gc, "set_threshold", lambda *_: done.append("seldom"))
    monkeypatch.setattr(gc, "freeze", lambda: done.append("never"))
    monkeypatch.setattr(sys, "argv", ["samestory", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert os.environ["OPENBLAS_NUM_THREADS"] == threads
    assert done == ["seldom", "never"]


def test_a_command_inside_a_program_leaves_the_program_as_it_is(monkeypatch):
    monkeypatch.setattr(os, "environ", {})
    before = gc.get_threshold(), gc.get_freeze_count()
    with pytest.raises(SystemExit):
        main(["--version"])
    assert "OPENBLAS_NUM_THREADS" not in os.environ
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_numpy_is_not_there_before_the_process_is_made_ready(repo):
    code = "import sys, toolkit.cli; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=repo, check=False).returncode == 0


def test_it_runs_as_a_module(repo, files):
    ran = run_apart(repo, "compare", "--json", *files.both)
    assert ran.returncode == 0
    assert ran.stderr == b""
    VALIDATOR.validate(json.loads(ran.stdout))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_letters_survive_any_terminal(repo, files, encoding):
    odd = files("odd.txt", "Κόσμε “ñ” 你好 🙂. It closed.")
    ran = run_apart(
        repo, "compare", odd, files.both[0], env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    assert ran.returncode == 0
    assert "Κόσμε “ñ” 你好 🙂." in ran.stdout.decode("utf-8")


# --- what goes wrong: one line each, and the status


WRONG_USE = [
    ([], "required"),
    (["compare"], "required"),
    (["tell", "a.txt"], "invalid choice"),
    (["compare", "a.txt"], "One article cannot be compared."),
    (["compare", "a.txt", "b.txt", "--xml"], "unrecognized arguments: --xml"),
    (["measure", "a.txt", "--json", "--csv"], "not allowed with"),
    (["story", "no-such-story"], "There is no story or folder"),
    (["story"], "required"),
    (["compare", "--j\x1b[31mson\nx", "a"], "\\x1b[31m"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG_USE)
def test_wrong_use_is_one_line_and_status_2(run, arguments, message):
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    (line,) = ran.problems
    assert message in line


UNREADABLE = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\r\n ", "empty"),
    "binary": (bytes(range(256)) * 20, "not a text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "PNG image"),
    "document": (b"%PDF-1.7 ...", "it is damaged"),
}


@pytest.mark.parametrize(("content", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_of_an_unreadable_file_one_line_is_said_and_the_others_are_compared(
    run, files, content, message
):
    bad = files("bad.txt", content)
    ran = run("compare", "--json", *files.both, bad)
    assert ran.status == 2
    assert [article["id"] for article in ran.json()["articles"]] == ["beacon", "council"]
    (line,) = ran.problems
    assert message in line
    assert "bad.txt" in line
    alone = run("measure", bad)
    assert (alone.status, alone.out, len(alone.problems)) == (2, "", 1)


def test_missing_files_and_folders(run, files):
    missing = files.folder / "missing.txt"
    ran = run("compare", missing, files.folder, *files.both)
    assert ran.status == 2
    assert "Sentences that say the same" in ran.out
    assert len(ran.problems) == 2
    assert "There is no file" in ran.problems[0]
    assert "is a folder" in ran.problems[1]


def test_problems_are_told_in_the_order_of_the_files(run, files):
    names = [files.folder / f"missing-{k}.txt" for k in range(3)]
    ran = run("compare", *names)
    assert ran.status == 2
    assert ran.out == ""
    assert [re.search(r"missing-\d", line)[0] for line in ran.problems] == [
        "missing-0",
        "missing-1",
        "missing-2",
    ]


def test_one_readable_article_is_not_a_comparison(run, files):
    ran = run("compare", files.both[0], files.folder / "missing.txt")
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.problems
    assert "missing.txt" in line


def test_a_story_of_one_telling_is_not_a_comparison(run, files):
    files("alone/a.txt", "Words enough to read here.")
    ran = run("story", files.folder / "alone")
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.problems
    assert "one cannot be compared" in line


@pytest.mark.parametrize("command", ["compare", "measure"])
def test_without_one_word_nothing_can_be_analysed(run, files, command):
    ran = run(command, files("a.txt", "*** — !!!"), files("b.txt", "…\n\n---"))
    assert (ran.status, ran.out) == (1, "")
    (line,) = ran.problems
    assert "There is not one word" in line


def test_tellings_that_are_all_furniture_have_no_words(run, files):
    toml = ""
    for name in ("a", "b"):
        files(f"story/{name}.txt", "Buy Parcelmint now")
        toml += f'[[telling]]\nfile = "{name}.txt"\n[[telling.furniture]]\n'
        toml += 'text = "Buy Parcelmint now"\nkind = "advert"\n'
    files("story/story.toml", toml)
    ran = run("story", files.folder / "story")
    assert (ran.status, ran.out, len(ran.problems)) == (1, "", 1)


def test_an_article_without_words_beside_one_with_words(run, files):
    ran = run("compare", "--json", files("a.txt", "*** — !!!"), files.both[0])
    assert ran.status == 0
    assert ran.json()["articles"][0]["measures"]["lix"] is None
    assert run("compare", files("a.txt", "***"), files.both[0]).status == 0
    assert "not defined" in run("measure", files("a.txt", "***"), files.both[0]).out


STORIES = {
    "not TOML": ("title = unquoted\n", "not valid TOML"),
    "a missing file": ('[[telling]]\nfile = "gone.txt"\n', "gone.txt"),
    "a file outside": ('[[telling]]\nfile = "../secret.txt"\n', "does not lie in the"),
    "no list": ('telling = "a.txt"\n', "not a list"),
}


@pytest.mark.parametrize(("toml", "message"), STORIES.values(), ids=STORIES)
def test_a_story_that_says_something_wrong(run, files, toml, message):
    files("story/story.toml", toml)
    ran = run("story", files.folder / "story")
    assert (ran.status, ran.out) == (2, "")
    assert ran.problems
    assert any(message in line for line in ran.problems)


def test_a_folder_without_texts(run, files):
    (files.folder / "nothing").mkdir()
    for command in ("story", "compare"):
        ran = run(command, files.folder / "nothing")
        assert (ran.status, ran.out, len(ran.problems)) == (2, "", 1)


def test_one_bad_telling_costs_only_itself(run, files):
    for name, text in (("a", ARTICLE), ("b", RETELLING), ("c", "")):
        files(f"story/{name}.txt", text)
    ran = run("story", "--json", files.folder / "story")
    assert ran.status == 2
    assert [article["id"] for article in ran.json()["articles"]] == ["a", "b"]
    assert len(ran.problems) == 1


# --- odd but right


def test_the_same_name_in_two_folders(run, files):
    ran = run("compare", "--json", files("x/story.txt", ARTICLE), files("y/story.txt", RETELLING))
    assert ran.status == 0
    assert [article["id"] for article in ran.json()["articles"]] == ["story", "story-2"]
    rows = json.loads(run("measure", "--json", *files.folder.glob("?/story.txt")).out)["articles"]
    assert [row["id"] for row in rows] == ["story", "story-2"]
    assert "Story (story-2)" in run("compare", *sorted(files.folder.glob("?/story.txt"))).out


ODD = {
    "one word": "Closed",
    "one sentence": "The old bridge was closed.",
    "right to left": "הגשר הישן נסגר ביום שני. אף אחד לא נפגע.\n\nأُغلق الجسر القديم.",
    "markup": "<script>alert(1)</script> <b onclick=x>It closed</b> &amp; so on.",
    "one word many times": "closed " * 500,
    "no blank": "a" * 5000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_compared_and_measured(run, files, text):
    odd = files("odd.txt", text)
    ran = run("compare", "--json", odd, files.both[0])
    assert (ran.status, ran.problems) == (0, [])
    record = ran.json()["articles"][0]
    assert record["n_words"] == len(re.findall(r"\S*\w\S*", text))
    assert [text[s["start"] : s["end"]] for s in record["sentences"]]
    assert run("compare", odd, files.both[0]).status == 0
    assert run("measure", odd).status == 0
    assert run("measure", "--csv", odd).status == 0


def test_markup_in_a_text_file_is_printed_as_it_stands(run, files):
    line = "<script>alert('x')</script> [bold]The bridge[/bold] closed :smile: on Monday."
    ran = run("compare", files("a.txt", line), files("b.txt", RETELLING))
    for part in ("<script>alert('x')</script>", "[bold]The", "bridge[/bold]", ":smile:"):
        assert part in ran.out


CONTROL = (
    "\x1b[31mRed\x1b[0m \x07bell \x08\x08 \x9b31m \u202eover\u202c it closed. \x00 Nobody came."
)


def test_the_terminal_obeys_no_article(run, files):
    bad = files("a\x1b[2Jb.txt", CONTROL + " The old bridge in Saltmere was closed.")
    for ran in (run("compare", bad, files.both[0]), run("measure", bad, files.both[0])):
        assert ran.status == 0
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.out)
    assert "\\x1b[31mRed" in run("compare", bad, files.both[0]).out
    missing = run("measure", files.folder / "\x1b[2Jgone\n.txt")
    assert len(missing.problems) == 1
    assert "\x1b" not in missing.problems[0]


def test_offsets_count_control_characters_like_any_other(run, files):
    article = run("compare", "--json", files("a.txt", CONTROL), files.both[0]).json()["articles"][0]
    sentences = [CONTROL[s["start"] : s["end"]] for s in article["sentences"]]
    assert " ".join(sentences).split() == CONTROL.split()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("The café was closed. “Why?” they asked.".encode("cp1252"), "cp1252"),
        ("The café was closed. “Why?” they asked.".encode("utf-16"), "utf-16"),
        ("\ufeffThe café was closed. “Why?” they asked.".encode(), "utf-8-sig"),
        (b"The caf\xe9 was \x81 closed. Nobody knew why.", "latin-1"),
    ],
)
def test_unknown_encodings_are_read_by_what_they_hold(run, files, data, encoding):
    text = data.decode(encoding)
    ran = run("compare", "--json", files("a.txt", data), files.both[0])
    article = ran.json()["articles"][0]
    assert (ran.status, ran.problems) == (0, [])
    first = article["sentences"][0]
    assert text[first["start"] : first["end"]].startswith("The caf")
    assert article["n_sentences"] == 2


LONG = "The old bridge was closed on Monday after a crack was found in one of its main girders. "


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("command", "text"),
    [("measure", LONG * 112_000), ("compare", LONG * 11_200), ("compare", "closed " * 1_450_000)],
)
def test_megabytes_on_one_line(run, files, command, text):
    ran = run(command, "--json", files("long.txt", text), files.both[0])
    assert (ran.status, ran.problems) == (0, [])
    assert json.loads(ran.out)["articles"][0]["n_words"] == len(text.split())


def test_two_texts_too_long_for_each_other(run, files):
    paths = [files(f"{name}.txt", "It closed. " * 6000) for name in ("a", "b")]
    ran = run("compare", *paths)
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.problems
    assert "A and B are too long to be compared" in line


def test_a_reader_that_has_seen_enough(repo):
    with subprocess.Popen(
        [sys.executable, "-m", "toolkit", "story", "--json", str(PACK)],
        cwd=repo,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        problems = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert problems == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_told_in_one_line(repo):
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "toolkit", "measure", str(PACK / "bridge-friends.txt")],
            cwd=repo,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert ran.returncode == 2
    (line,) = ran.stderr.decode("utf-8").splitlines()
    assert line.startswith("samestory: The result cannot be written")


# --- two real articles, which are not ours to keep here


def test_the_two_real_tellings(run, shared):
    folder = shared / "stories" / "peacekeepers"
    paths = sorted(folder.glob("*.txt"))
    if len(paths) != 2:
        pytest.skip("there are no two real articles in ../shared/stories/peacekeepers")
    ran = run("compare", "--json", *paths)
    assert (ran.status, ran.problems) == (0, [])
    record = ran.json()
    assert [article["id"] for article in record["articles"]] == [path.stem for path in paths]
    assert (record["pairs"][0]["a"], record["pairs"][0]["b"]) == ("first-telling", "second-telling")
    for article, path in zip(record["articles"], paths, strict=True):
        text = path.read_text(encoding="utf-8")
        sentences = [text[s["start"] : s["end"]] for s in article["sentences"]]
        assert len(sentences) > 20
        for sentence in sentences:
            assert sentence == sentence.strip()
            assert "\n" not in sentence
            assert sentence[-1] in '.!?”"’'
            assert "AliDropship" not in sentence
        left_out = [text[m["start"] : m["end"]] for m in article["furniture"]]
        assert sum("AliDropship" in line for line in left_out) == text.count("AliDropship")
    links = record["pairs"][0]["links"]
    assert len(links) > 15
    assert {link["relation"] for link in links} <= {
        "verbatim",
        "near-verbatim",
        "reworded",
        "split",
        "merged",
    }
    assert run("compare", *paths).status == 0
