"""What holds for every measure and every text."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.texts import ARTICLE, ODD, RETELLING, WORKED
from toolkit.article import Article
from toolkit.errors import UsageError
from toolkit.measures import validity
from toolkit.measures.catalogue import MEASURES, family, measure, measure_all, measures_table
from toolkit.measures.diversity import MTLD_THRESHOLD
from toolkit.measures.sentiment import most_extreme, sentence_tone
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary
from toolkit.text.words import WORD, normal_form

WORDS = st.sampled_from(
    [
        *("The", "the", "bridge", "bridge.", "closed", "Negotiations", "GOOD", "bad!", "not"),
        *("good.", "***", "—", "U.S.", "3.5", "a", "“x”", "?", "’"),
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=80), st.sampled_from(ODD)
)
NEED_WORDS = [record for record in MEASURES if record.family != "counts"]


@pytest.mark.parametrize("record", MEASURES, ids=lambda record: record.name)
def test_every_record_is_complete(record):
    for part in (record.name, record.label, record.unit, record.direction, record.source):
        assert part
        assert part == part.strip()
    assert record.formula.endswith(".")
    assert record.name.isidentifier()
    assert record.name.islower()
    low, high = record.range
    assert low < high
    assert record.digits >= 0
    assert record.fewest_words >= 0
    assert family(record.family)
    assert measure(record.name) is record
    assert isinstance(record.validity, tuple)


def test_names_and_labels_are_different():
    assert len({record.name for record in MEASURES}) == len(MEASURES)
    assert len({record.label for record in MEASURES}) == len(MEASURES)


def test_validity_names_measures_that_exist():
    known = {record.name for record in MEASURES} | {"target_tone"}  # which needs a name to be one
    assert set(validity._all()) <= known
    for name in known:
        for found in validity.of(name):
            assert -1 <= found.value <= 1
            assert found.items > 0


def test_an_unknown_measure_is_a_wrong_use_that_names_the_known_ones():
    with pytest.raises(UsageError, match="Choose one of: word_count, sentence_count"):
        measure("bias")


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_values_are_in_range_or_undefined_and_never_infinite(texts):
    for row in measure_all(Document.of_texts(texts)):
        for record in MEASURES:
            value = row[record.name]
            low, high = record.range
            assert math.isnan(value) or (low <= value <= high and math.isfinite(value)), record.name


@settings(max_examples=40)  # of some forty measures each
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_an_article_has_the_same_values_whatever_stands_beside_it(texts):
    together = measure_all(Document.of_texts(texts, Vocabulary()))
    for text, row in zip(texts, together, strict=True):
        alone = measure_all(Document.of_texts([text], Vocabulary()))[0]
        np.testing.assert_array_equal(list(row.values()), list(alone.values()))


@settings(max_examples=40)  # of some forty measures each
@given(TEXTS)
def test_a_measure_of_sentences_is_the_measure_of_each_sentence(text):
    document = Document.of_texts([text])
    sentences = [text[p.start : p.end] for p in document.sentence_passages(0)]
    for record in MEASURES:
        if record.name == "sentence_count" or record.family in ("tone", "style", "loaded"):
            continue  # these ask where sentences and quotations end, which the whole text decides
        found = record(document, document.sentences)
        expected = [record(Document.of_texts([sentence]))[0] for sentence in sentences]
        np.testing.assert_array_equal(found, expected, err_msg=record.name)


@given(TEXTS)
def test_the_tone_of_a_sentence_is_its_vader_compound(text):
    document = Document.of_texts([text])
    found = measure("tone_mean")(document, document.sentences)
    np.testing.assert_array_equal(found, sentence_tone(document))


@given(TEXTS)
def test_without_words_there_is_no_readability_and_no_diversity(text):
    row = measure_all(Document.of_texts([text]))[0]
    for record in family("readability"):
        assert math.isnan(row[record.name]) == (row["word_count"] == 0), record.name
    assert math.isnan(row["type_token_ratio"]) == (WORD.search(text) is None)


@settings(max_examples=40)  # of some forty measures each
@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_any_bounds_will_do(texts, data):
    """Stretches that start late, stop early, are empty, or cut sentences and articles."""
    document = Document.of_texts(texts)
    count = len(document.tokens.ids)
    bounds = sorted(data.draw(st.lists(st.integers(0, count), min_size=1, max_size=5)))
    for record in MEASURES:
        values = record(document, np.array(bounds))
        assert len(values) == len(bounds) - 1
        for k, (first, last) in enumerate(pairwise(bounds)):
            if record.name != "sentence_count":
                alone = record(document, np.array([first, last]))
                np.testing.assert_array_equal(values[k], alone[0], err_msg=record.name)


def test_no_articles_have_no_values():
    assert measure_all(Document.of([])) == []


def plain_mtld(forms: list[str]) -> float:
    def factors(words: list[str]) -> float:
        found, kinds, length = 0.0, set(), 0
        for word in words:
            kinds.add(word)
            length += 1
            if len(kinds) / length <= MTLD_THRESHOLD:
                found, kinds, length = found + 1, set(), 0
        rest = (1 - len(kinds) / length) / (1 - MTLD_THRESHOLD) if length else 0.0
        return found + rest

    both = [factors(forms), factors(forms[::-1])]
    return sum(len(forms) / f for f in both) / 2 if all(both) else math.nan


@example([*"abcdefghijklmnopqr", *"rrrrrrr", *"stuvw"])  # after 25 words exactly 18 kinds: .72
@given(st.lists(st.sampled_from("a b c d e f g".split()), max_size=60))
def test_diversity_against_a_plain_twin(words):
    document = Document.of_texts([" ".join(words)])
    forms = [normal_form(word) for word in words]
    expected = len(set(forms)) / len(forms) if forms else math.nan
    np.testing.assert_equal(float(measure("type_token_ratio")(document)[0]), expected)
    assert float(measure("mtld")(document)[0]) == pytest.approx(plain_mtld(forms), nan_ok=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a a a a", 2),
        ("a b a b", 4),
        ("a b c a", 4 / (0.25 / 0.28)),
        ("a b c d", math.nan),
        ("a", math.nan),
        ("Bridge bridge BRIDGE bridge", 2),
    ],
)
def test_mtld_by_hand(words, expected):
    found = float(measure("mtld")(Document.of_texts([words]))[0])
    assert found == pytest.approx(expected, nan_ok=True)


def test_the_most_extreme_sentences_are_those_farthest_from_nought():
    text = "It was here. It was good. It was horrible! It was great. It was bad. ***"
    document = Document.of_texts([text])
    found = most_extreme(document, 0)
    assert [text[p.start : p.end] for p, _ in found] == [
        "It was great.",
        "It was horrible!",
        "It was bad. ***",
    ]
    assert [round(tone, 4) for _, tone in found] == [0.6249, -0.5848, -0.5423]
    assert most_extreme(Document.of_texts(["It was here."]), 0) == []
    assert most_extreme(Document.of_texts([""]), 0) == []
    assert len(most_extreme(document, 0, count=10)) == 4


def test_the_table_has_a_row_per_article_and_a_column_per_measure():
    articles = [Article("a", ARTICLE, outlet="The Beacon"), Article("b", RETELLING)]
    frame = measures_table(articles)
    assert list(frame.index) == ["The Beacon", "b"]
    assert list(frame.columns) == [record.name for record in MEASURES]
    assert frame.loc["b", "word_count"] == len(RETELLING.split())


def test_undefined_values_stay_undefined_in_the_table():
    frame = measures_table([Article("a", "***")])
    assert (
        frame[[record.name for record in NEED_WORDS if record.family != "tone"]].isna().all().all()
    )


def test_worked_texts_in_one_batch_have_the_words_counted_by_hand():
    document = Document.of_texts([worked.text for worked in WORKED.values()])
    assert measure("word_count")(document).tolist() == [w.words for w in WORKED.values()]
