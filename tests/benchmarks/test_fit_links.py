"""The weights of the link model: fitted the same everywhere, on sentences kept apart."""

import json

import numpy as np
import pytest

from benchmarks.validity import fit_links, gold
from benchmarks.validity.fit_links import (
    ALONE,
    FOLDS,
    STORY,
    Pairs,
    Sets,
    area,
    components,
    document_of,
    fit,
    likely,
    logistic,
    part,
    sets,
    toml,
)
from toolkit.comparison.links import model as link_model
from toolkit.comparison.links.features import FEATURES

NAMES = [feature.name for feature in FEATURES]


def pairs(seed: int, count: int = 400) -> Pairs:
    """Made-up pairs: the more of every feature, the more likely the same."""
    draw = np.random.default_rng(seed)
    values = draw.normal(1, 1, (count, len(FEATURES)))
    same = values.sum(1) - len(FEATURES) + draw.normal(0, 1, count) > 0
    return Pairs(values, same, np.arange(count) % FOLDS)


MADE = Sets(pairs(1), pairs(2), pairs(3))


def test_every_feature_counts_in_one_column():
    assert sorted(ALONE + STORY) == sorted(NAMES)


def test_the_regression_finds_the_weights_that_made_the_data():
    draw = np.random.default_rng(7)
    values = draw.normal(3, 2, (20_000, 2))
    odds = 0.5 + 1.0 * (values[:, 0] - 3) / 2 - 2.0 * (values[:, 1] - 3) / 2
    same = draw.random(20_000) < 1 / (1 + np.exp(-odds))
    base, weights, average, spread = logistic(values, same, np.ones(20_000), 3.0)
    assert base == pytest.approx(0.5, abs=0.1)
    assert weights == pytest.approx([1.0, -2.0], abs=0.1)
    assert average == pytest.approx([3, 3], abs=0.1)
    assert spread == pytest.approx([2, 2], abs=0.1)


def test_importance_counts_like_repetition():
    some = pairs(4, 60)
    twice = np.concatenate((some.values, some.values[:20]))
    same = np.concatenate((some.same, some.same[:20]))
    importance = np.where(np.arange(60) < 20, 2.0, 1.0)
    for one, other in zip(
        logistic(twice, same, np.ones(80), 3.0),
        logistic(some.values, some.same, importance, 3.0),
        strict=True,
    ):
        assert one == pytest.approx(other)


@pytest.mark.parametrize("same", [True, False])
def test_a_set_of_one_kind_only_is_no_disaster(same):
    found = logistic(np.zeros((5, 2)), np.full(5, same), np.ones(5), 3.0)
    assert all(np.isfinite(row).all() for row in found)


def test_a_fit_tells_the_same_from_others():
    some = pairs(9)
    for ground in (0.0, 1.0):
        assert area(likely(fit(MADE), some.values, ground), some.same) > 0.65


def test_what_is_held_back_does_not_move_the_fit():
    here = MADE.mrpc.fold == 3
    changed = Pairs(MADE.mrpc.values, MADE.mrpc.same ^ here, MADE.mrpc.fold)
    assert fit(Sets(changed, MADE.spliced, MADE.ecb), 3) == fit(MADE, 3)
    assert fit(Sets(changed, MADE.spliced, MADE.ecb)) != fit(MADE)


def test_the_area_is_that_of_counting():
    draw = np.random.default_rng(1)
    values, same = draw.integers(0, 5, 60) / 5, draw.random(60) < 0.4
    wins = [(one > other) + (one == other) / 2 for one in values[same] for other in values[~same]]
    assert area(values, same) == pytest.approx(np.mean(wins))


def test_sentences_chained_by_pairs_have_one_number():
    found = components([("a", "b"), ("c", "d"), ("e", "e"), ("b", "c")])
    assert len({found[s] for s in "abcd"}) == 1
    assert found["e"] != found["a"]


def test_given_sentences_are_neither_cut_nor_joined():
    document = document_of(["One. Two.", "Three"], ["Mr. Four\nsaid."])
    assert document.article_sentences.tolist() == [0, 2, 3]


def test_the_file_is_what_was_fitted(tmp_path, monkeypatch):
    monkeypatch.setattr(link_model, "FILE", tmp_path / "model.toml")
    link_model.FILE.write_text(toml(fit(MADE)), encoding="utf-8")
    assert link_model.model.__wrapped__() == fit(MADE)
    assert toml(fit(MADE)) == toml(fit(Sets(pairs(1), pairs(2), pairs(3))))


ALIKE = "The harbour bridge will close on Monday for repairs."
AGAIN = "On Monday the harbour bridge will be closed for repairs."
OTHER = "A petition with two thousand names was handed in to the mayor."
LONGER = "A petition with 2,316 names, the third since May, reached the mayor and the press."


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    """All three sets, tiny, in the form of the real ones."""
    monkeypatch.setenv(gold.VARIABLE, str(tmp_path))

    def put(name: str, text: str) -> None:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    head = "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n"
    rows = [
        f"{quality}\t{k}\t{k}\t{k} {one}\t{k} {other}\n"
        for k in range(30)
        for quality, one, other in ((1, ALIKE, AGAIN), (0, OTHER, LONGER))
    ]
    put("mrpc/msr-para-train.tsv", head + "".join(rows))
    put("mrpc/msr-para-val.tsv", head + "".join(rows[:6]))
    lines = [
        {
            "a": [f"{k} {ALIKE}", f"{k} {OTHER}"],
            "b": [f"{k} {AGAIN}", f"{k} {LONGER}"][::turn],
            "links": [[0, 0 if turn == 1 else 1]],
            "order": order,
        }
        for order, turn in (("kept", 1), ("shuffled", -1))
        for k in range(20)
    ]
    put("spliced_mrpc_open/spliced_mrpc_open.jsonl", "".join(json.dumps(x) + "\n" for x in lines))
    topics = [
        {"topic": str(k), "a": [ALIKE, OTHER], "b": [AGAIN], "links": [[0, 0]]} for k in range(20)
    ]
    put("ecbplus_open/ecbplus_open.jsonl", "".join(json.dumps(row) + "\n" for row in topics))
    return tmp_path


def test_a_pair_has_the_fold_of_the_made_up_article_it_stands_in(tiny):
    known = sets()
    assert len(known.mrpc.same) == 60
    # Rows 2k and 2k + 1 stand in article k; articles in order and shuffled share a fold.
    assert known.mrpc.fold[:40].tolist() == [k % FOLDS for k in range(20) for _ in range(2)]
    assert len(known.spliced.same) == known.spliced.same.sum() + (~known.spliced.same).sum()
    assert known.ecb.same.tolist() == [True, False] * 20


def test_tiny_sets_go_all_the_way(tiny, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(link_model, "FILE", tmp_path / "model.toml")
    try:
        assert fit_links.main() == 0
    finally:
        link_model.model.cache_clear()
    printed = capsys.readouterr().out
    assert "Written to toolkit/comparison/links/model.toml." in printed
    assert link_model.FILE.read_text(encoding="utf-8") == toml(fit(sets()))


def test_the_part_of_the_page_has_all_rows(tiny):
    rows = {row.who: row.score.value for row in part().rows}
    assert rows["pairs judged alone (MRPC, training part): accuracy"] == 1.0
    assert rows["sentences that share an event (ECB+): area under the curve"] == 1.0
    # Two tellings this short are taken to be of one story: the look-alikes are linked as well.
    assert rows["links in made-up articles, shuffled: F1"] == pytest.approx(2 / 3)


def test_missing_sets_are_one_clear_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(gold.VARIABLE, str(tmp_path / "nothing"))
    before = link_model.FILE.read_bytes()
    assert fit_links.main() == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert link_model.FILE.read_bytes() == before


def test_the_shipped_weights_are_those_of_the_real_sets(shared):
    if not (shared / "gold" / "ecbplus_open").is_dir():
        pytest.skip("the labelled sets are not here")
    fitted, shipped = fit(sets()), link_model.model()
    for one, other in zip(fitted.weights, shipped.weights, strict=True):
        assert one.alone == pytest.approx(other.alone, rel=1e-3, abs=1e-4)
        assert one.story == pytest.approx(other.story, rel=1e-3, abs=1e-4)
    assert (fitted.alone, fitted.story) == pytest.approx((shipped.alone, shipped.story), rel=1e-3)
