"""The JSON that other programs rely on."""

import json
import math
import os
import subprocess
import sys

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import gold
from tests.texts import ARTICLE, ODD, RETELLING
from toolkit.article import Article, Mark
from toolkit.comparison.compare import compare
from toolkit.comparison.contract import comparison_record, number, schema, to_json
from toolkit.measures.catalogue import MEASURES

VALIDATOR = jsonschema.Draft202012Validator(schema())
STRANGE = [
    [Article("a", ARTICLE), Article("a", RETELLING)],
    [Article("", "x"), Article("", "")],
    [Article("a", ""), Article("b", "***"), Article("c", "\0")],
    [Article("\ud800", "\udfff lone \ud800 halves"), Article("b", "\U0010ffff", outlet="\udc80")],
    [Article("<script>", "<script>alert('1')</script>", headline='"</script>'), Article("b", "b")],
    [Article("a", "Buy now", furniture=(Mark(0, 7, "advert"),)), Article("b", "One two.")],
    [Article(str(k), text) for k, text in enumerate(ODD[:-2])],
]


def record_of(articles) -> dict:
    """The object as another program reads it."""
    return json.loads(to_json(comparison_record(compare(articles))))


def check(record: dict, texts: list[str]) -> None:
    """What the schema cannot say."""
    VALIDATOR.validate(record)
    names = [article["id"] for article in record["articles"]]
    assert len(set(names)) == len(names)
    for article, text in zip(record["articles"], texts, strict=True):
        assert article["n_sentences"] == len(article["sentences"])
        assert article["n_words"] == article["measures"]["word_count"]
        assert list(article["measures"]) == [measure.name for measure in MEASURES]
        end = 0
        for span in article["sentences"]:
            assert end <= span["start"] < span["end"] <= len(text)
            sentence = text[span["start"] : span["end"]]
            assert sentence == sentence.strip()
            end = span["end"]
    count = dict(zip(names, (len(a["sentences"]) for a in record["articles"]), strict=True))
    length = dict(zip(names, map(len, texts), strict=True))
    pairs = [(pair["a"], pair["b"]) for pair in record["pairs"]]
    assert pairs == [(a, b) for k, a in enumerate(names) for b in names[k + 1 :]]
    for pair in record["pairs"]:
        for side in ("a", "b"):
            linked = {i for link in pair["links"] for i in link[side]}
            assert linked.isdisjoint(pair[f"only_{side}"])
            assert linked | set(pair[f"only_{side}"]) == set(range(count[pair[side]]))
            for passage in pair["shared_passages"]:
                assert 0 <= passage[side]["start"] < passage[side]["end"] <= length[pair[side]]


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("pack", gold.PACKS)
def test_packs(pack):
    articles = gold.articles(pack)
    check(record_of(articles), [article.text for article in articles])


@pytest.mark.parametrize("articles", STRANGE)
def test_strange_articles(articles):
    check(record_of(articles), [article.text for article in articles])


@given(st.lists(st.one_of(st.text(max_size=60), st.sampled_from(ODD)), min_size=2, max_size=3))
def test_any_texts(texts):
    check(record_of([Article("a", text) for text in texts]), texts)


def test_undefined_is_null():
    record = record_of([Article("a", "***"), Article("b", RETELLING)])
    assert record["articles"][0]["measures"]["lix"] is None
    assert record["articles"][0]["measures"]["word_count"] == 0
    overlap = record["pairs"][0]["overlap"]
    assert overlap == {"jaccard": 0, "containment_a_in_b": None, "containment_b_in_a": 0}
    assert "NaN" not in json.dumps(record)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(math.nan, None), (math.inf, None), (-math.inf, None), (3, 3), (0.5, 0.5), (0.0, 0.0)],
)
def test_number(value, expected):
    assert number(value) == expected


def test_a_wrong_object_is_refused():
    record = record_of([Article("a", ARTICLE), Article("b", RETELLING)])
    for spoiled in (
        record | {"schema": "samestory/2"},
        record | {"extra": 1},
        record | {"pairs": [{**record["pairs"][0], "links": [{"a": [0], "b": [0]}]}]},
        record | {"articles": [{**record["articles"][0], "sentences": [{"start": 0.5, "end": 1}]}]},
    ):
        assert not VALIDATOR.is_valid(spoiled)


def test_letters_are_kept_and_lone_surrogates_are_escaped():
    text = to_json({"a": "ä “ü” 你", "b": "\ud83d", "c": "\u2028"})
    assert "ä “ü” 你" in text
    assert json.loads(text) == {"a": "ä “ü” 你", "b": "\ud83d", "c": "\u2028"}
    text.encode("utf-8")


def test_the_same_bytes_whatever_the_hash_seed(repo, tmp_path):
    command = [sys.executable, "-m", "toolkit", "story", "--json", "harbour-bridge"]
    outputs = {
        subprocess.run(
            command,
            cwd=repo,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "99")
    }
    assert len(outputs) == 1
    VALIDATOR.validate(json.loads(outputs.pop()))
