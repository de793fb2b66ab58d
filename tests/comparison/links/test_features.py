"""What is counted of two sentences: against plain twins, and by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.comparison.links.features import (
    FEATURES,
    MANY,
    WORDING,
    common_order,
    longest_run,
    partners,
    surroundings,
    wording,
)
from toolkit.comparison.links.words import WIDTH, Sentences
from toolkit.text.document import Document

NAMES = [feature.name for feature in FEATURES]
WORDS = st.lists(st.integers(0, 4), min_size=1, max_size=WIDTH)


def values(one: str, other: str) -> dict[str, float]:
    """The features of wording of two texts, each of one sentence."""
    document = Document.of_texts([one, other])
    assert document.article_sentences.tolist() == [0, 1, 2]
    first, second = (Sentences.of(document, k) for k in (0, 1))
    here = np.zeros(1, int)
    return dict(zip(NAMES, wording(first, second, here, here)[0].tolist(), strict=False))


def plain_order(one: list[int], other: list[int]) -> int:
    row = [0] * (len(other) + 1)
    for x in one:
        new = [0]
        for k, y in enumerate(other):
            new.append(row[k] + 1 if x == y else max(row[k + 1], new[-1]))
        row = new
    return row[-1]


def plain_run(one: list[int], other: list[int]) -> int:
    ends = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, x in enumerate(one):
        for j, y in enumerate(other):
            ends[i + 1][j + 1] = ends[i][j] + 1 if x == y else 0
    return max(map(max, ends))


@given(WORDS, WORDS)
def test_order_and_run_are_those_of_plain_twins(one, other):
    bits = partners(np.array([one]), np.array([other]))
    assert common_order(bits, np.array([len(one)])).tolist() == [plain_order(one, other)]
    assert longest_run(bits).tolist() == [plain_run(one, other)]


@pytest.mark.parametrize("length", [1, WIDTH - 1, WIDTH])
def test_equal_sentences_keep_all_their_words_in_order(length):
    words = np.arange(length)[None]
    assert common_order(partners(words, words), np.array([length])).tolist() == [length]
    assert longest_run(partners(words, words)).tolist() == [length]


BASE = "The council closed the old bridge on Monday."


@pytest.mark.parametrize(
    ("feature", "other", "expected"),
    [
        ("words", BASE, 1.0),
        ("words", "The council closed the old bridge.", 6 / 8),
        ("order", "On Monday the council closed the old bridge.", 2 * 6 / 16),
        ("inside", "The council closed the old bridge.", 1.0),
        ("run", "Yesterday the old bridge was shut.", np.log1p(3)),
        ("numbers", "The council closed the old bridge on Monday for 12 weeks.", np.log1p(1)),
        ("numbers", BASE, 0.0),
        ("negation", "The council never closed the old bridge on Monday.", 1.0),
        ("reporting", "The council said it closed the old bridge on Monday.", np.log1p(1)),
        (
            "prepositions",
            "The council closed the old bridge on Monday without warning.",
            np.log1p(1),
        ),
        ("gap", "The council closed the old iron harbour bridge on Monday.", np.log1p(2)),
        ("ending", "The council closed the old bridge on Monday, as it rained.", np.log1p(3)),
        ("shared", "Nobody knows.", 0.0),
    ],
)
def test_by_hand(feature, other, expected):
    assert values(BASE, other)[feature] == pytest.approx(expected)


TEXTS = st.lists(
    st.sampled_from("bridge bridges closed 14 not said in the of Okoro council £2".split()),
    min_size=1,
    max_size=80,
).map(" ".join)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=4))
def test_the_features_are_the_same_the_other_way_round(a, b):
    document = Document.of_texts(["\n\n".join(a), "\n\n".join(b)])
    first, second = (Sentences.of(document, k) for k in (0, 1))
    n, m = len(first.lengths), len(second.lengths)
    rows, cols = np.divmod(np.arange(n * m), m)
    found = wording(first, second, rows, cols)
    assert found.shape == (n * m, WORDING)
    np.testing.assert_array_equal(found, wording(second, first, cols, rows))
    assert np.isfinite(found).all()
    alone = [wording(first, second, rows[[k]], cols[[k]])[0] for k in range(n * m)]
    np.testing.assert_array_equal(found, np.array(alone))
    alike = np.round(np.random.default_rng(n).random((n, m)), 1)
    np.testing.assert_array_equal(
        surroundings(alike, rows, cols), surroundings(alike.T, cols, rows)
    )


def test_leads_and_neighbours_by_hand():
    alike = np.array([[0.9, 0.2, 0.0], [0.5, 0.6, 0.1], [0.0, 0.3, 0.4]])
    rows, cols = np.array([0, 1, 1]), np.array([0, 1, 0])
    by_hand = np.array(
        [
            [0.9, 0.4, 0.7, 0.6],  # ahead by .4 of (1, 0) and by .7 of (0, 1); (1, 1) beside it
            [0.6, 0.1, 0.3, 0.9],
            [0.5, -0.4, -0.1, 0.3],
        ]
    )
    among_many = np.zeros((MANY + 1, MANY + 1))
    among_many[:3, :3] = alike
    np.testing.assert_allclose(surroundings(among_many, rows, cols), by_hand)
    by_hand[:, 1:3] *= 2 / MANY  # ahead of two others only
    np.testing.assert_allclose(surroundings(alike, rows, cols), by_hand)


def test_one_sentence_is_ahead_of_nothing():
    nothing = np.array([0])
    assert surroundings(np.array([[0.8]]), nothing, nothing).tolist() == [[0.8, 0, 0, 0]]
    assert surroundings(np.array([[0.8, 0.3]]), nothing, nothing)[0, 1] == 0


def test_a_sentence_without_words_has_nothing_in_common():
    found = values("***", BASE)
    assert found["words"] == found["order"] == found["inside"] == found["shared"] == 0


def test_a_monster_sentence_is_looked_at_from_its_beginning():
    found = values("bridge " * 100_000, "bridge " * 100_000 + "road")
    assert found["words"] == 1.0
    assert found["run"] == pytest.approx(np.log1p(WIDTH))
