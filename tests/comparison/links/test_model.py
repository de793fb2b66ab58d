"""The weights: what is added up, and that more in common never counts against a link."""

import numpy as np
import pytest

from toolkit.comparison.links import model as link_model
from toolkit.comparison.links.features import FEATURES
from toolkit.comparison.links.model import contributions, model, probabilities

RNG = np.random.default_rng(5)
VALUES = RNG.random((50, len(FEATURES)))


def test_base_and_points_add_up_to_the_log_odds():
    for ground in (0.0, 0.14, 0.5):
        base, points = contributions(VALUES, ground)
        likely = probabilities(VALUES, ground)
        np.testing.assert_allclose(np.log(likely / (1 - likely)), base + points.sum(1), atol=1e-3)


def test_between_apart_and_together_both_columns_count_in_proportion():
    fitted = model()
    middle = (fitted.apart + fitted.together) / 2
    assert fitted.share_of_story(middle) == pytest.approx(0.5)
    assert fitted.share_of_story(0.0) == 0.0
    assert fitted.share_of_story(1.0) == 1.0
    ends = [contributions(VALUES, ground)[1] for ground in (0.0, 1.0)]
    np.testing.assert_allclose(contributions(VALUES, middle)[1], (ends[0] + ends[1]) / 2)


def test_in_a_story_whatever_two_sentences_have_in_common_speaks_for_them():
    assert all(weight.story >= 0 for weight in model().weights)
    assert sum(weight.story > 0 for weight in model().weights) == 5


def test_alone_what_one_has_more_speaks_against_them():
    weights = dict(zip([f.name for f in FEATURES], model().weights, strict=True))
    assert all(weights[name].alone < 0 for name in ("numbers", "negation", "gap", "ending"))
    assert all(weights[name].alone > 0 for name in ("order", "letters"))


def test_extreme_values_stay_probabilities():
    wild = np.full((2, len(FEATURES)), 1e6) * [[1], [-1]]
    assert ((probabilities(wild, 1.0) >= 0) & (probabilities(wild, 1.0) <= 1)).all()


def test_no_pairs_are_no_probabilities():
    assert probabilities(np.zeros((0, len(FEATURES))), 0.3).shape == (0,)


def test_a_probability_does_not_depend_on_its_batch():
    whole = probabilities(VALUES, 0.3)
    assert whole.tolist() == [probabilities(row[None], 0.3)[0] for row in VALUES]


def test_the_file_says_where_it_comes_from():
    text = link_model.FILE.read_text(encoding="utf-8")
    assert "fit_links" in text
    assert "MRPC" in text
