"""The speed measurements: a corpus that never changes, and checks that catch what they must."""

import json
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from tqdm import tqdm

from benchmarks import checks, corpus, figure, fresh, peers, race, report, scale, speeds, starting

ROUNDS = 2
TONE, AUTHORS, FORMULAS = 1, 2, 3  # of speeds.RIVALS


@pytest.fixture(scope="module")
def others(textstat_oracle, nltk_vader):
    return peers.Peers(textstat_oracle, nltk_vader, peers.punkt(), peers.vader_sentiment())


@pytest.fixture(scope="module")
def texts():
    return list(corpus.articles(12))


@pytest.fixture(scope="module")
def sample(texts):
    return speeds.Sample.of(texts, 4)


@pytest.fixture(scope="module")
def ours(texts):
    return list(speeds.blocks(texts, speeds.Vocabulary()))


# ------------------------------------------------------------ the corpus


def test_the_corpus_is_the_same_every_time(texts):
    assert list(corpus.articles(12)) == texts


def test_a_longer_corpus_begins_like_a_shorter_one(texts):
    assert list(islice(corpus.articles(1000), 12)) == texts


def test_another_seed_gives_other_articles(texts):
    assert not set(corpus.articles(12, seed=1)) & set(texts)


def test_articles_look_like_news(texts):
    for text in texts:
        assert 3000 < len(text.encode()) < 6500
        assert text.count("\n\n") > 5
        assert "“" in text
        assert any(character.isdigit() for character in text)


def test_the_vocabulary_keeps_growing():
    def distinct(count):
        return len({token for text in corpus.articles(count) for token in text.split()})

    few, many = distinct(10), distinct(40)
    assert many > 2 * few


def test_words_with_a_tone_are_put_in(texts):
    tones = np.concatenate([b.tone for b in speeds.blocks(texts, speeds.Vocabulary())])[:, 3]
    assert (tones > 0.05).mean() > 0.1
    assert (tones < -0.05).mean() > 0.1


# ------------------------------------------------------------ the checks


def test_our_numbers_are_the_peers_numbers(ours, sample, others):
    found = speeds.checks(ours, sample, others)
    assert len(found) == len(speeds.RIVALS)
    for check in found:
        assert check.passed, str(check)
        assert check.compared > 0


def test_one_planted_difference_is_caught(ours, sample, others):
    class OffByABit(peers.Peers):
        def formulas(self, some):
            values = super().formulas(some)
            values[2][0, 5] = np.nextafter(values[2][0, 5], np.inf)
            return values

    other = OffByABit(others.textstat, others.vader, others.punkt, others.vader_sentiment)
    found = speeds.checks(ours, sample, other)
    assert found[FORMULAS].wrong == 1
    assert not found[FORMULAS].passed
    assert found[TONE].passed


def test_a_planted_difference_in_tone_is_caught(ours, sample, others):
    class Merrier:
        def polarity_scores(self, sentence):
            scores = others.vader.polarity_scores(sentence)
            return scores | {"compound": scores["compound"] + 0.0001}

    found = speeds.checks(ours, sample, replace(others, vader=Merrier()))
    assert found[TONE].wrong == found[TONE].compared / 4


def test_a_score_on_which_both_libraries_agree_is_ours(ours, sample, others):
    wrong = [replace(block, tone=block.tone + 0.001) for block in ours]
    found = speeds.checks(wrong, sample, others)[AUTHORS]
    assert found.wrong == found.compared > 0


def test_blocks_are_found_again_whatever_their_size(texts, sample, others, monkeypatch):
    monkeypatch.setattr("toolkit.text.document._BLOCK", 10_000)
    made = list(speeds.blocks(texts, speeds.Vocabulary()))
    assert len(made) > 3
    assert all(check.passed for check in speeds.checks(made, sample, others))


def test_a_new_process_pays_for_its_imports(texts, tmp_path):
    file = tmp_path / "texts.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    found = fresh.main(file)
    assert set(found) == {work for work, _ in speeds.RIVALS}
    assert found[speeds.EVERYTHING] > found[speeds.SENTENCES] > 0


def test_a_corpus_is_measured_up_to_each_size():
    pytest.importorskip("resource", reason="there is no such count of memory on this system")
    small, large = scale.measured([3, 7])
    assert (small.articles, large.articles) == (3, 7)
    assert large.megabytes > small.megabytes > 0
    assert large.seconds > small.seconds > 0
    assert large.memory >= small.memory > 1
    assert large.allowed == pytest.approx(200 + 1.5 * large.megabytes)


def test_numbers_of_another_shape_are_all_wrong():
    check = checks.equal_numbers([np.zeros((2, 4))], [np.zeros((3, 4))], "differ")
    assert (check.wrong, check.compared) == (12, 12)


def test_nothing_compared_is_not_a_pass():
    assert not checks.equal_numbers([], [], "differ").passed


@pytest.mark.parametrize(
    ("spans", "wrong"),
    [
        ([(0, 4), (5, 9)], 0),
        ([(0, 4), (6, 9)], 1),  # a letter lost
        ([(0, 6), (5, 9)], 1),  # a letter twice
        ([], 8),
    ],
)
def test_lost_and_doubled_letters_are_counted(spans, wrong):
    check = checks.nothing_lost(["One. Two."], [spans], [[(0, 4), (5, 9)]])
    assert (check.wrong, check.compared) == (wrong, 8)


def test_textstat_forgets_texts_but_not_its_dictionary(others):
    from textstat.backend.counts import _count_syllables
    from textstat.backend.utils import _get_cmudict

    others.formulas(["A text to remember, and then to forget."])
    assert _count_syllables.count_syllables.cache_info().currsize > 0
    others.forget()
    assert _count_syllables.count_syllables.cache_info().currsize == 0
    assert _get_cmudict.get_cmudict.cache_info().currsize > 0


# ------------------------------------------------------------ timing and report


def test_all_run_in_turn_and_every_other_round_backwards():
    order: list[str] = []
    runners = {
        name: (race.timed("work", lambda name=name: order.append(name)), 1.0) for name in "abc"
    }
    times = race.race(runners, 3)
    assert "".join(order) == "abccbaabc"
    assert set(times) == {("a", "work"), ("b", "work"), ("c", "work")}
    assert {len(found.seconds) for found in times.values()} == {3}


def test_a_ratio_compares_throughput_not_time():
    ratio = race.faster(race.Times((2.0, 2.0, 4.0), 100.0), race.Times((1.0, 2.0, 2.0), 1.0))
    assert (ratio.middle, ratio.least, ratio.most) == (50.0, 50.0, 100.0)


@pytest.fixture(scope="module")
def results(texts, sample, others):
    with tqdm(disable=True) as progress:
        found, curves = speeds.measure_speeds(texts, sample, others, ROUNDS, progress)
    assert [speed.work for speed in found] == [work for work, _ in speeds.RIVALS]
    time = race.Times((0.5, 0.5), 1.0)
    return report.Results(
        articles=len(texts),
        sampled=4,
        megabytes=speeds.megabytes(texts),
        distinct=100,
        rounds=ROUNDS,
        speeds=found,
        curves=curves,
        starts=[starting.Start("`import toolkit`", 0.1, race.faster(time, time))],
        comparison=time,
        scales=[scale.Scale(12, 0.05, 0.012, 90.0)],
    )


def test_the_page_holds_every_work_with_its_check(results):
    page = report.page(results)
    assert results.passed
    for speed in results.speeds:
        assert f"| {speed.work} | {speed.peer} |" in page
        assert str(speed.check) in page
    assert "FAILED" not in page
    assert [list(curve.ratios) for curve in results.curves] == [[1, 10, 12]] * 2


def test_a_failed_check_cannot_be_overlooked(results):
    speed = results.speeds[0]
    failed = replace(speed, check=replace(speed.check, wrong=3))
    spoilt = replace(results, speeds=[failed, *results.speeds[1:]])
    assert not spoilt.passed
    assert "**FAILED**: 3 of" in report.page(spoilt)


def test_the_same_ratios_give_the_same_figure(results, tmp_path):
    files = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for file in files:
        figure.draw(results.curves, file)
    assert files[0].read_bytes() == files[1].read_bytes()
