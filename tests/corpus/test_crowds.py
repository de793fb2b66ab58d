"""Crowds of near-copies: the rule held against a plain twin, and what the files say of them."""

import json
from random import Random

import pytest

from tests.corpus.made import write_jsonl
from toolkit.corpus.reuse import Threshold, crowds, find_reuse, runs, search
from toolkit.corpus.reuse.sets import Sets
from toolkit.corpus.reuse.shingles import shingles
from toolkit.text.document import Document

CROWD = 6


@pytest.fixture(autouse=True)
def small_crowds(monkeypatch):
    monkeypatch.setattr(crowds, "CROWD", CROWD)
    monkeypatch.setattr(crowds, "COMMON", CROWD // 2)


def varied(dice: Random, text: str, most: int) -> str:
    words = text.split()
    for _ in range(dice.randrange(most + 1)):
        words[dice.randrange(len(words))] = f"v{dice.randrange(10**6)}"
    return " ".join(words)


def made(seed: int) -> list[str]:
    """Texts in families of all sizes, more or less near to each other, in any order."""
    dice = Random(seed)
    texts = []
    for size in (1, 1, 4, CROWD, CROWD + 1, CROWD + 2, 15, 30):
        own = " ".join(f"w{dice.randrange(10**4)}" for _ in range(100 + dice.randrange(100)))
        texts += [varied(dice, own, dice.choice((1, 2, 3))) for _ in range(size)]
    dice.shuffle(texts)
    return texts


def grams(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[k : k + 5]) for k in range(len(words) - 4)}


def jaccard(one: str, other: str) -> float:
    a, b = grams(one), grams(other)
    return len(a & b) / len(a | b)


def plain_twin(texts: list[str], near: float) -> list[int]:
    """For each text the first of its crowd, -1 if it is no variant."""
    first_of = [-1] * len(texts)
    words: dict[str, int] = {}
    copies = {k for k, text in enumerate(texts) if words.setdefault(text, k) != k}
    for first, text in enumerate(texts):
        if first_of[first] >= 0 or first in copies:
            continue
        later = [
            k
            for k in range(first + 1, len(texts))
            if first_of[k] < 0 and k not in copies and jaccard(text, texts[k]) >= near
        ]
        if len(later) > CROWD:
            for k in later:
                first_of[k] = first
    return first_of


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("value", [0.5, 0.95])
def test_variants_are_those_of_the_rule(tmp_path, monkeypatch, seed, value):
    texts = made(seed)
    if seed % 2:
        monkeypatch.setattr(runs, "_LEAST", 50)
        monkeypatch.setattr(search, "_BYTES_A_NUMBER", 10**9)
    source = write_jsonl(tmp_path / "in.jsonl", [{"text": text} for text in texts])
    found = find_reuse(source, tmp_path / "out.jsonl", threshold=Threshold("jaccard", value))
    lines = (tmp_path / "out.articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    expected = plain_twin(texts, max(value, 0.9))
    assert [(row["variant_of"] or 0) - 1 for row in articles] == expected
    assert found.crowds == len(set(expected) - {-1})
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = {(row["a_number"] - 1, row["b_number"] - 1) for row in map(json.loads, lines)}
    variants = {k: first for k, first in enumerate(expected) if first >= 0}
    assert {pair for pair in pairs if set(pair) & variants.keys()} == {
        (first, k) for k, first in variants.items()
    }


def test_there_are_crowds_in_what_is_made():
    assert sum(first >= 0 for seed in range(12) for first in plain_twin(made(seed), 0.9)) > 100


def test_all_pairs_if_wanted(tmp_path):
    text = " ".join(f"w{k}" for k in range(100))
    texts = [f"{text} {k}" for k in range(20)]
    source = write_jsonl(tmp_path / "in.jsonl", [{"text": text} for text in texts])
    few = find_reuse(source, tmp_path / "few.jsonl")
    every = find_reuse(source, tmp_path / "every.jsonl", all_pairs=True)
    assert few.crowds == 1
    assert few.pairs == 19
    assert every.crowds == 0
    assert every.pairs == 190


def test_what_each_article_of_a_crowd_must_have_in_common():
    """The share that the docstring derives, on families at the very edge of nearness."""
    dice = Random(2)
    text = " ".join(f"w{k}" for k in range(400))
    near = [one for _ in range(200) if jaccard(text, one := varied(dice, text, 5)) >= 0.9]
    assert len(near) > 20
    having = [grams(one) for one in [text, *near]]
    for own in having:
        common = [gram for gram in own if sum(gram in other for other in having) >= len(near) / 2]
        assert len(common) >= crowds.MOSTLY * len(own)


def test_a_crowd_among_sets(tmp_path):
    text = " ".join(f"w{k}" for k in range(100))
    found = shingles(Document.of_texts([f"{text} {k}" for k in range(9)]), 5)
    sets = Sets(tmp_path / "sets")
    sets.add(found.hashes, found.sizes)
    every = found.sizes.cumsum() // found.sizes - 1
    assert crowds.variants(sets, every) == [(k, 0) for k in range(1, 9)]
    assert crowds.variants(sets, every, near=1.0) == []
