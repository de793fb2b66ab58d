"""The composite score: it adds up, it can be told why, and harder texts have more points."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ARTICLE, ODD, RETELLING, WORKED
from toolkit.measures import difficulty
from toolkit.measures.catalogue import measure
from toolkit.measures.difficulty import contributions, drivers, drivers_table, in_words, model
from toolkit.measures.difficulty_features import FEATURES, values
from toolkit.measures.difficulty_reading import capitals
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

# One story told three times by hand, each harder than the one before.
EASY = """\
The old bridge was shut on Monday. It had a crack. A man who works for the town saw the crack when
he looked at the bridge. He told the town to shut the bridge. Cars must now go a long way around.
The bridge is very old. The town wants to fix the bridge soon. Many people use the bridge to go to
work. They are not happy. One woman said she now has to drive for an hour to get to work.
"""
MIDDLE = """\
The old harbour bridge was closed on Monday after a worker discovered a long crack. Engineers who
inspected it advised the council to stop all traffic at once, and drivers have to follow a detour of
nine miles. Many residents cross the bridge every day and complained about the delay. One commuter
said that her journey to the hospital, where she is a nurse, now takes nearly an hour. The council
hopes to begin repairs in spring, although the cost is not known yet.
"""
HARD = """\
Following the discovery of a substantial fracture in a principal girder, the municipal authorities
ordered the immediate closure of the harbour crossing on Monday, notwithstanding vehement objections
from representatives of the regional haulage association, whose members anticipate considerable
financial disruption. Preliminary structural assessments, which were commissioned by the council
despite persistent budgetary constraints, attributed the deterioration to prolonged corrosion. The
administration nevertheless declined to speculate on the duration of the remediation programme.
"""
NAMES = [feature.name for feature in FEATURES]


def score(texts: list[str]) -> np.ndarray:
    return measure("difficulty")(Document.of_texts(texts))


def feature(name: str, text: str) -> float:
    return float(values(Document.of_texts([text]))[0, NAMES.index(name)])


# ------------------------------------------------------------ the score


def test_a_harder_paraphrase_has_more_points():
    easy, middle, hard = score([EASY, MIDDLE, HARD]).tolist()
    assert easy + 10 < middle
    assert middle + 10 < hard


def test_every_feature_pushes_the_way_research_expects():
    for known, weight in zip(FEATURES, model().weights, strict=True):
        assert known.harder in (-1, 1)
        assert weight.points * known.harder > 0, known.name
        assert weight.spread > 0
    assert [w.points * f.harder > 0 for f, w in zip(FEATURES, model().weights, strict=True)]


def test_base_and_points_add_up_to_the_score():
    texts = [EASY, MIDDLE, HARD, ARTICLE, RETELLING, *(w.text for w in WORKED.values()), *ODD]
    document = Document.of_texts(texts)
    for bounds in (document.tokens.bounds, document.sentences):
        found = measure("difficulty")(document, bounds)
        labels, points = contributions(document, bounds)
        assert labels == [known.label for known in FEATURES]
        assert points.shape == (len(bounds) - 1, len(FEATURES))
        np.testing.assert_allclose(model().base + points.sum(axis=1), found, atol=1e-9, rtol=0)


@given(st.lists(st.one_of(st.sampled_from([EASY, HARD, *ODD]), st.text(max_size=60)), max_size=4))
def test_points_are_finite_or_the_score_is_undefined(texts):
    document = Document.of_texts(texts, Vocabulary())
    points = contributions(document)[1]
    wordless = np.diff(document.article_words) == 0
    assert np.isnan(points[wordless]).all()
    assert np.isfinite(points[~wordless]).all()
    np.testing.assert_array_equal(np.isnan(measure("difficulty")(document)), wordless)


def test_an_article_has_the_same_points_in_any_batch():
    texts = [HARD, "", EASY, "***", MIDDLE, ARTICLE]
    together = contributions(Document.of_texts(texts, Vocabulary()))[1]
    for text, points in zip(texts, together, strict=True):
        alone = contributions(Document.of_texts([text], Vocabulary()))[1][0]
        np.testing.assert_array_equal(points, alone)


def test_a_stretch_has_the_points_of_its_text_alone():
    document = Document.of_texts([EASY + "\n\n" + HARD])
    cut = len(EASY.split())
    bounds = np.array([cut, len(document.tokens.ids)])
    np.testing.assert_array_equal(
        contributions(document, bounds)[1], contributions(Document.of_texts([HARD]))[1]
    )


@pytest.mark.parametrize("text", ["", " \n", "*** — …", "?!"])
def test_without_words_there_is_no_score_and_nothing_drives_it(text):
    document = Document.of_texts([text])
    assert math.isnan(score([text])[0])
    assert np.isnan(contributions(document)[1]).all()
    assert drivers(document, 0) == []
    assert math.isnan(drivers_table(document, 0)["points"].iloc[-1])


def test_no_articles_no_scores():
    document = Document.of_texts([])
    assert measure("difficulty")(document).shape == (0,)
    assert contributions(document)[1].shape == (0, len(FEATURES))


def test_the_record_is_honest():
    record = measure("difficulty")
    assert record.direction == "harder to read"
    assert "CLEAR" in record.source
    assert "across authors" in record.source
    assert record.fewest_words == 100
    assert {found.statistic for found in record.validity} == {
        "Pearson r, cross-validated by author",
        "share of triples in order",
    }


# ------------------------------------------------------------ the file of weights


@pytest.fixture
def own_weights(tmp_path, monkeypatch):
    """A copy of the file of weights; call it with what to replace by what."""
    text = difficulty.FILE.read_text(encoding="utf-8")
    monkeypatch.setattr(difficulty, "FILE", tmp_path / "difficulty.toml")
    difficulty.FILE.write_text(text, encoding="utf-8")

    def write(old: str, new: str) -> None:
        assert old in text
        difficulty.FILE.write_text(text.replace(old, new, 1), encoding="utf-8")
        model.cache_clear()

    yield write
    model.cache_clear()


def test_the_base_of_the_file_is_used(own_weights):
    before = score([EASY])
    own_weights("base = 50.0", "base = 60.0")
    np.testing.assert_allclose(score([EASY]), before + 10)


def test_the_points_of_the_file_are_used(own_weights):
    document = Document.of_texts([HARD])
    before, column = contributions(document)[1], NAMES.index("rare_words")
    points = model().weights[column].points
    own_weights(f"points = {points}", f"points = {2 * points}")
    after = contributions(document)[1]
    assert after[0, column] == pytest.approx(2 * before[0, column])
    np.testing.assert_array_equal(np.delete(after, column, 1), np.delete(before, column, 1))


def test_no_article_can_change_what_is_kept_of_the_file():
    weights = model()
    with pytest.raises(AttributeError):
        weights.base = 0.0  # type: ignore[misc]


# ------------------------------------------------------------ why


def test_drivers_are_sorted_and_add_up():
    document = Document.of_texts([EASY, HARD])
    for index in (0, 1):
        found = drivers(document, index)
        assert len(found) == len(FEATURES)
        assert [abs(d.points) for d in found] == sorted(
            (abs(d.points) for d in found), reverse=True
        )
        total = model().base + sum(driver.points for driver in found)
        assert total == pytest.approx(measure("difficulty")(document)[index])


def test_the_table_says_it_in_plain_words():
    document = Document.of_texts([HARD])
    table = drivers_table(document, 0)
    assert table.columns.tolist() == ["what", "here", "average school text", "points"]
    assert table["what"].iloc[0] == "The average school text"
    assert table["what"].iloc[-1] == "This article"
    assert table["points"].iloc[:-1].sum() == pytest.approx(table["points"].iloc[-1])
    row = table[table["what"] == "Unfamiliar words"].iloc[0]
    assert row["here"].endswith("%")
    assert row["points"] > 0
    sentences = table[table["what"] == "Length of sentences"].iloc[0]
    assert 10 < float(sentences["average school text"]) < 40


def test_an_undefined_feature_counts_as_average_and_says_so():
    document = Document.of_texts(["One sentence stands alone here."])
    driver = next(d for d in drivers(document, 0) if d.feature.name == "sentence_lengths")
    assert math.isnan(driver.value)
    assert driver.points == 0
    assert in_words(driver.feature, driver.value) == "not defined"


@pytest.mark.parametrize("known", FEATURES, ids=lambda known: known.name)
def test_every_feature_is_explained(known):
    assert known.name.isidentifier()
    assert known.label[0].isupper()
    assert known.explanation.endswith(".")
    assert known.source


# ------------------------------------------------------------ the features, by hand

TEN = "Nine cats saw the bridge. The bridge fell."  # content: cats, saw, bridge; bridge, fell


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("repetition", TEN, 1 / 6),  # "nine" is content too
        ("repetition", "Bridges fell. A bridge fell.", 2 / 4),
        ("repetition", "The the the.", math.nan),
        ("word_frequency", "The bridge.", 4.4),
        ("word_frequency", "The bridge and the bridges.", 4.4),
        ("word_frequency", "The xylographer.", 2.4),
        ("rare_words", "A xylographer saw a bridge.", 1 / 3),
        ("unfamiliar_words", "A parliament saw a bridge.", 1 / 3),
        ("prepositions", "He ran through the house of cards.", 2 / 7),
        ("linking_words", "It fell, although nobody came.", 1 / 5),
        ("word_lengths", "Go home 1998.", 1),  # 2 and 4 letters; numbers are left out
        ("sentence_length", "One two three. One two three.", math.log(3)),
        ("sentence_length", "One. One two three.", math.log(10 / 4)),
        ("sentence_length", "so " * 200 + ".", math.log(60)),
        ("sentence_lengths", "One. One two three.", 1),
        ("sentence_lengths", "One two three.", math.nan),
    ],
)
def test_features_by_hand(name, text, expected):
    assert feature(name, text) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "rare"),
    [
        ("We met Xylander there.", 0),  # a name in mid-sentence
        ("Xylander met the boy.", 0),  # at the start, and on no list
        ("Adjutant met the boy.", 1 / 3),  # listed, so the capital is that of the sentence
        ("She said: “Adjutant met the boy.”", 1 / 4),
        ("She said: Adjutant met the boy.", 0),
        ("We met xylographers there.", 1 / 2),
        ("NATO met the boy.", 0),
        ("THE BOY MET THE GIRL.", 0),
    ],
)
def test_names_are_not_rare_words(text, rare):
    assert feature("rare_words", text) == pytest.approx(rare)


def test_a_text_all_in_capitals_is_read_as_words():
    assert feature("word_frequency", "THE BRIDGE FELL.") == feature(
        "word_frequency", "The bridge fell."
    )


def test_repetition_ends_after_150_words():
    near = "bridge " + "so " * 149 + "bridge"
    far = "bridge " + "so " * 150 + "bridge"
    assert feature("repetition", near) == 1 / 2
    assert feature("repetition", far) == 0


def test_what_capitals_say():
    assert capitals(["Paris", "(We", "U.K.", "UK", "I", "a", "", "“", "3"]).tolist() == [
        *(1, 5, 2, 2, 1, 0, 0, 0, 0)
    ]


# ------------------------------------------------------------ against people


def test_british_spelling_is_not_harder():
    american = "The center of the city was full of color. They organized the defense of the harbor."
    british = (
        "The centre of the city was full of colour. They organised the defence of the harbour."
    )
    one, other = (feature("word_frequency", text) for text in (american, british))
    assert other == pytest.approx(one, abs=0.1)


def test_lost_apostrophes_change_little():
    whole = "She didn't know someone's name. They're sure it isn't the world's oldest bridge."
    lost = whole.replace("'", "")
    one, other = (feature("word_frequency", text) for text in (whole, lost))
    assert other == pytest.approx(one, abs=0.15)
