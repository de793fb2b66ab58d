"""The search for copied text: exact against a plain twin, whatever the corpus, hash or memory."""

import csv
import json
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.made import files_in, mixed, text_folder, write_jsonl
from toolkit.comparison.copying.passages import overlap, shared_passages
from toolkit.corpus.reuse import Threshold, find_reuse, runs, search, shingles
from toolkit.errors import UsageError
from toolkit.reading import article_from_text
from toolkit.text.document import Document


def rows(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def searched(folder: Path, texts: list[str], **options) -> list[dict]:
    """The pairs among some texts, as written."""
    for name in ("out.jsonl", "out.articles.jsonl"):
        (folder / name).unlink(missing_ok=True)
    source = write_jsonl(folder / "in.jsonl", [{"text": text} for text in texts])
    find_reuse(source, folder / "out.jsonl", jobs=1, **options)
    return rows(folder / "out.jsonl")


def grams(text: str, n: int) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[k : k + n]) for k in range(len(words) - n + 1)}


def plain_twin(texts: list[str], threshold: Threshold, n: int) -> dict[tuple[int, int], int]:
    """Every pair that reaches the threshold, with the number of n-grams it shares."""
    first: dict[tuple[str, ...], int] = {}
    found = {}
    for k, text in enumerate(texts):
        if grams(text, n) and first.setdefault(tuple(text.split()), k) != k:
            found[first[tuple(text.split())], k] = len(grams(text, n))
    for a, b in combinations(first.values(), 2):
        one, other = grams(texts[a], n), grams(texts[b], n)
        shared = len(one & other)
        whole = len(one | other) if threshold.kind == "jaccard" else min(len(one), len(other))
        if whole and shared / whole >= threshold.value:
            found[a, b] = shared
    return found


def copied_from_each_other(dice: Random, count: int, words: int) -> list[str]:
    """Texts of which many hold a part of an earlier one; a few words only, so chance helps."""
    texts: list[str] = []
    for _ in range(count):
        own = [f"w{dice.randrange(words)}" for _ in range(dice.randrange(30))]
        if texts and dice.random() < 0.7:
            other = dice.choice(texts).split()
            begin, end = sorted(dice.randrange(len(other) + 1) for _ in range(2))
            if dice.random() < 0.5:
                begin, end = 0, len(other)
            own = other[begin:end] + own[: dice.randrange(8)]
        texts.append(" ".join(own or ["w0"]))
    return texts


thresholds = st.builds(
    Threshold,
    st.sampled_from(["jaccard", "containment"]),
    st.sampled_from([0.01, 0.1, 0.25, 0.3, 1 / 3, 0.5, 0.6, 2 / 3, 0.75, 0.8, 0.9, 1.0]),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    seed=st.integers(0, 10**9),
    count=st.integers(1, 30),
    words=st.sampled_from([2, 6, 40, 1000]),
    n=st.integers(1, 6),
    threshold=thresholds,
    bits=st.sampled_from([0, 2, 5, 64]),
    room=st.sampled_from([1, 50, 10**6]),
)
def test_exactly_the_pairs_that_brute_force_finds(
    tmp_path, seed, count, words, n, threshold, bits, room
):
    texts = copied_from_each_other(Random(seed), count, words)
    well_mixed = shingles._rolled
    with pytest.MonkeyPatch.context() as patch:
        # A hash that says little or nothing must cost time only, and so must lack of memory.
        patch.setattr(
            shingles, "_rolled", lambda given, n: well_mixed(given, n) & ((1 << bits) - 1)
        )
        patch.setattr(runs, "_LEAST", room)
        patch.setattr(search, "_BYTES_A_NUMBER", 10**9)
        patch.setattr(search, "_PAIRS", 1 + seed % 5)
        found = searched(tmp_path, texts, threshold=threshold, n=n)
    pairs = [(row["a_number"] - 1, row["b_number"] - 1) for row in found]
    expected = plain_twin(texts, threshold, n)
    assert pairs == sorted(expected)
    assert [row["shared_ngrams"] for row in found] == [expected[pair] for pair in pairs]


def test_numbers_and_passages_are_those_of_a_comparison(tmp_path):
    texts = copied_from_each_other(Random(3), 40, 30)
    texts = [f"{text.title()}, “so” — she said." for text in texts]
    found = searched(tmp_path, texts, threshold=Threshold("containment", 0.2))
    document = Document.of(map(article_from_text, texts))
    assert len(found) > 10
    for row in found:
        a, b = row["a_number"] - 1, row["b_number"] - 1
        expected = overlap(document, a, b)
        assert (row["jaccard"], row["shared_ngrams"]) == (expected.jaccard, expected.shared)
        assert row["containment_a_in_b"] == expected.containment_a_in_b
        assert row["containment_b_in_a"] == expected.containment_b_in_a
        passages = shared_passages(document, a, b)
        assert [(p["a"]["start"], p["b"]["end"], p["n_words"]) for p in row["passages"]] == [
            (p.a.start, p.b.end, p.n_words) for p in passages
        ]
        for passage in row["passages"]:
            there = texts[b][passage["b"]["start"] : passage["b"]["end"]]
            here = texts[a][passage["a"]["start"] : passage["a"]["end"]]
            assert passage["words"] == here
            assert here.lower().replace(",", "") == there.lower().replace(",", "")


WIRE = "The minister told reporters in Saltmere on Monday that the old bridge would stay closed."


def test_groups_over_others_copies_and_those_alone(tmp_path):
    middle = f"{WIRE} Nobody was hurt when it gave way, an engineer wrote to the council."
    end = "Nobody was hurt when it gave way, an engineer wrote to the council. He had warned them."
    texts = [
        "Nothing of this stands in any other text at all.",
        WIRE,
        "No.",
        middle,
        WIRE.upper(),
        end,
        "No.",
    ]
    found = searched(tmp_path, texts, threshold=Threshold("containment", 0.6))
    assert [(row["a_number"], row["b_number"]) for row in found] == [(2, 4), (2, 5), (4, 6)]
    articles = rows(tmp_path / "out.articles.jsonl")
    assert [row["near_duplicates"] for row in articles] == [None, 1, None, 1, 1, 1, None]
    assert [row["copy_of"] for row in articles] == [None, None, None, None, 2, None, None]
    assert [row["id"] for row in articles] == list("1234567")


def test_furniture_and_headings_are_not_copied_text(tmp_path):
    advert = "Sign up to our newsletter and never miss another story from us.\n\n"
    one, other = "A dog was found near the harbour.", "Rain will fall on all of the coast today."
    assert searched(tmp_path, [advert + one, advert + other], n=3) == []


def test_one_boilerplate_in_thousands_of_articles(tmp_path):
    """3,000 short articles share 40 words: their 4.5 million pairs must not be looked at."""
    dice = Random(5)
    boilerplate = " ".join(f"b{k}" for k in range(40))
    texts = [
        " ".join(f"v{dice.randrange(50_000)}" for _ in range(60)) + f" {boilerplate}"
        for _ in range(3000)
    ]
    texts[2999] = f"{texts[17]} and more"
    made: list[int] = []
    add = runs.Runs.add
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            runs.Runs,
            "add",
            lambda self, given: (made.append(len(given)), add(self, given)),
        )
        found = searched(tmp_path, texts)
    assert [(row["a_number"], row["b_number"]) for row in found] == [(18, 3000)]
    assert max(made) < 400_000


def test_five_thousand_copies_are_a_row_each(tmp_path):
    found = searched(tmp_path, [WIRE] * 2000 + [f"{WIRE} It is old."])
    assert [(row["a_number"], row["b_number"]) for row in found] == [(1, k) for k in range(2, 2002)]
    assert {row["near_duplicates"] for row in rows(tmp_path / "out.articles.jsonl")} == {1}
    assert {row["story"] for row in rows(tmp_path / "out.articles.jsonl")} == {1}


def test_a_long_article_and_one_that_says_one_word_a_million_times(tmp_path):
    dice = Random(7)
    long = " ".join(f"w{dice.randrange(10**6)}" for _ in range(100_000))
    part = " ".join(long.split()[500:600])
    texts = [long, "again " * 200_000, part, "again and again and again and again"]
    found = searched(tmp_path, texts, threshold=Threshold("containment", 0.9))
    assert [(row["a_number"], row["b_number"]) for row in found] == [(1, 3)]
    assert found[0]["longest_passage"] == 100


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_the_bytes_do_not_depend_on_processes_or_memory(tmp_path, monkeypatch, ending):
    if ending == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    texts = copied_from_each_other(Random(11), 60, 50)
    source = write_jsonl(tmp_path / "in.jsonl", [{"text": text} for text in texts])
    inputs = [source, mixed(tmp_path, 60), text_folder(tmp_path / "texts")]
    left = []
    monkeypatch.setattr(search, "_WORTH_PROCESSES", 1)
    for jobs, pairs, room in ((1, 64, 10**6), (2 if ending == ".csv" else 1, 3, 50), (1, 2, 1)):
        monkeypatch.setattr(search, "_PAIRS", pairs)
        monkeypatch.setattr(runs, "_LEAST", room)
        monkeypatch.setattr(search, "_BYTES_A_NUMBER", 10**9)
        folder = tmp_path / f"{jobs}-{room}"
        folder.mkdir()
        find_reuse(inputs, folder / f"out{ending}", jobs=jobs, threshold=Threshold("jaccard", 0.2))
        left.append(files_in(folder))
    assert sorted(left[0]) == sorted(
        [f"out{ending}", f"out.articles{ending}", f"out{ending}.problems.jsonl"]
    )
    assert left[1] == left[0]
    assert left[2] == left[0]


def test_the_formats_hold_the_same(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    texts = copied_from_each_other(Random(13), 30, 50)
    source = write_jsonl(tmp_path / "in.jsonl", [{"id": "é", "text": text} for text in texts])
    for ending in ("csv", "jsonl", "parquet"):
        find_reuse(source, tmp_path / f"out.{ending}")
    lines = rows(tmp_path / "out.jsonl")
    assert len(lines) > 5
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == lines
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert [json.loads(row["passages"]) for row in table] == [row["passages"] for row in lines]
    assert [float(row["jaccard"]) for row in table] == [row["jaccard"] for row in lines]
    articles = rows(tmp_path / "out.articles.jsonl")
    assert parquet.read_table(tmp_path / "out.articles.parquet").to_pylist() == articles


def test_nothing_is_left_of_a_search_that_is_stopped(tmp_path, monkeypatch):
    source = write_jsonl(tmp_path / "in.jsonl", [{"text": WIRE}, {"text": WIRE}])

    def stop(*_):
        raise KeyboardInterrupt

    for name in ("_gather", "promising_pairs", "_decide", "_stories"):
        with monkeypatch.context() as patch:
            patch.setattr(search, name, stop)
            with pytest.raises(KeyboardInterrupt):
                find_reuse(source, tmp_path / "out.jsonl")
        assert [file.name for file in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_file_that_is_there_is_not_touched(tmp_path):
    source = write_jsonl(tmp_path / "in.jsonl", [{"text": WIRE}, {"text": WIRE}])
    for name in ("out.jsonl", "out.articles.jsonl"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
        with pytest.raises(UsageError, match="is already there"):
            find_reuse(source, tmp_path / "out.jsonl")
        assert (tmp_path / name).read_text(encoding="utf-8") == "mine"
        (tmp_path / name).unlink()
