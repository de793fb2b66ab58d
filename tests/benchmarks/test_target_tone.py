"""The comparison of tone towards a name with people, on sets small enough to check by eye."""

import json

import numpy as np
import pytest

from benchmarks.validity import fit_target_tone, gold, target_tone
from benchmarks.validity.fit_target_tone import LABELS, Examples, Fit
from toolkit.measures.target_clue import RULES
from toolkit.measures.target_tone import weights

SENTENCES = [("Critics blasted Moreau.", 2), ("Moreau visited Lyon.", 4), ("We admire Moreau.", 6)]


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    """Three sentences in the form of NewsMTSC, as both of its parts."""
    monkeypatch.setenv(gold.VARIABLE, str(tmp_path))
    (tmp_path / "newsmtsc").mkdir()
    lines = []
    for text, polarity in SENTENCES:
        start = text.index("Moreau")
        target = {"from": start, "to": start + 6, "mention": "Moreau", "polarity": polarity}
        lines.append(json.dumps({"sentence_normalized": text, "targets": [target]}))
    for name in (target_tone.TEST, target_tone.TRAIN):
        (tmp_path / "newsmtsc" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_labels_and_clues(tiny):
    assert target_tone.labels(target_tone.TEST) == (list(LABELS), list(LABELS))
    assert target_tone.vader_labels(target_tone.TEST)[1:] == ["neutral", "positive"]
    sums = fit_target_tone.examples(target_tone.TEST).sums
    assert sums[:, list(RULES).index("suffers")].tolist() == [-2, 0, 2]


def test_the_part_holds_the_record_and_every_rule(tiny):
    part = target_tone.towards_a_name()
    assert part.rows[0].score.value == 1.0
    assert part.rows[0].measure == "target_tone"
    assert {row.who for row in part.rows if "without" in row.who} == {
        f"- without the rule *{rule}*" for rule in RULES
    }
    assert "of 1 negative ones it called 1 negative, 0 neutral, 0 positive" in part.means


def test_confusion_and_interval():
    found = ["negative", "neutral", "neutral", "positive"]
    wanted = ["negative", "negative", "neutral", "positive"]
    assert target_tone.confusion(found, wanted) == [[1, 1, 0], [0, 1, 0], [0, 0, 1]]
    score = target_tone.with_interval(found * 50, wanted * 50)
    assert score.low < score.value < score.high
    assert score.value == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_a_rule_that_tells_gets_weight_and_noise_gets_none():
    random = np.random.default_rng(0)
    labels = random.integers(0, 3, 600)
    sums = np.column_stack((labels - 1 + random.normal(0, 0.4, 600), random.normal(0, 1, 600)))
    known = Examples(sums, labels, np.arange(600))
    fitted = fit_target_tone.fit(known)
    assert fitted.weights[0] > 10 * abs(fitted.weights[1])
    assert (fitted.labels(sums) == labels).mean() > 0.75
    assert (fit_target_tone.cross_validated(known) == labels).mean() > 0.75
    known_shares = np.bincount(labels, weights=known.importance) / known.importance.sum()
    assert known_shares == pytest.approx(fit_target_tone.SHARES)


def test_the_shipped_numbers_are_in_the_form_that_is_written():
    numbers = weights()
    shipped = Fit(np.array(list(numbers["rules"].values())), numbers["labels"]["cut"])
    text = fit_target_tone.toml(shipped)
    assert text == fit_target_tone.target_tone.FILE.read_text(encoding="utf-8")


def test_without_the_set_there_is_one_clear_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(gold.VARIABLE, str(tmp_path))
    assert fit_target_tone.main() == 2
    assert "newsmtsc/train.jsonl is not in the folder" in capsys.readouterr().err
