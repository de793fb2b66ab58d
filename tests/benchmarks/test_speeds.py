"""The speed measurements: a corpus that never changes, and checks that catch what they must."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from tqdm import tqdm

from benchmarks import checks, corpus, figure, peers, race, report, speeds, starting

ROUNDS = 2


@pytest.fixture(scope="module")
def others(textstat_oracle, nltk_vader):
    return peers.Peers(textstat_oracle, nltk_vader, peers.punkt())


@pytest.fixture(scope="module")
def texts():
    return list(corpus.articles(12))


@pytest.fixture(scope="module")
def sample(texts):
    return speeds.Sample.of(texts, 4)


@pytest.fixture(scope="module")
def ours(texts):
    return speeds.Ours.of(texts, speeds.Vocabulary())


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
    tones = speeds.Ours.of(texts, speeds.Vocabulary()).tone[:, 3]
    assert (tones > 0.05).mean() > 0.1
    assert (tones < -0.05).mean() > 0.1


# ------------------------------------------------------------ the checks


def test_our_numbers_are_the_peers_numbers(ours, sample, others):
    found = speeds.checks(ours, sample, others)
    assert set(found) == set(speeds.RIVALS)
    for check in found.values():
        assert check.passed, str(check)
        assert check.compared > 0


def test_one_planted_difference_is_caught(ours, sample, others):
    class OffByABit(peers.Peers):
        def formulas(self, some):
            values = super().formulas(some)
            values[2][0, 5] = np.nextafter(values[2][0, 5], np.inf)
            return values

    other = OffByABit(others.textstat, others.vader, others.punkt)
    found = speeds.checks(ours, sample, other)
    assert found[speeds.FORMULAS_WORK].wrong == 1
    assert not found[speeds.FORMULAS_WORK].passed
    assert found[speeds.TONE].passed


def test_a_planted_difference_in_tone_is_caught(ours, sample, others):
    class Merrier:
        def polarity_scores(self, sentence):
            scores = others.vader.polarity_scores(sentence)
            return scores | {"compound": scores["compound"] + 0.0001}

    found = speeds.checks(ours, sample, peers.Peers(others.textstat, Merrier(), others.punkt))
    assert found[speeds.TONE].wrong == found[speeds.TONE].compared / 4


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
    assert [speed.work for speed in found] == list(speeds.RIVALS)
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
        memory=starting.Memory(12, 0.05, 3.0, 9.0),
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
