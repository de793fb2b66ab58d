"""Lexical diversity against slow plain twins, and by hand."""

import math
from collections import Counter
from itertools import pairwise
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.measures import mtld as mtld_module
from toolkit.measures.catalogue import measure
from toolkit.measures.diversity import MTLD_THRESHOLD, WINDOW
from toolkit.measures.recurrence import following, previous, spectrum
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

NAN = math.nan
FEW = st.lists(st.sampled_from("a b c d e f g".split()), max_size=130)
MANY = st.lists(st.integers(0, 400).map("w{}".format), max_size=400)


def document_of(*texts: list[str]) -> Document:
    return Document.of_texts([" ".join(words) for words in texts], Vocabulary())


def plain_factors(words: list[str]) -> float:
    found, kinds, length = 0.0, set(), 0
    for word in words:
        kinds.add(word)
        length += 1
        if len(kinds) <= MTLD_THRESHOLD * length:
            found, kinds, length = found + 1, set(), 0
    rest = 1 - len(kinds) / length if length else 0.0
    return found + rest / (1 - MTLD_THRESHOLD)


def plain_mtld(words: list[str]) -> float:
    there, back = plain_factors(words), plain_factors(words[::-1])
    return (len(words) / there + len(words) / back) / 2 if there and back else NAN


def plain_hdd(words: list[str]) -> float:
    n = len(words)
    if n < 42:
        return NAN
    return math.fsum(1 - comb(n - f, 42) / comb(n, 42) for f in Counter(words).values()) / 42


def plain_mattr(words: list[str]) -> float:
    windows = [words[k : k + WINDOW] for k in range(len(words) - WINDOW + 1)]
    kinds = sum(len(set(window)) for window in windows)
    return kinds / (WINDOW * len(windows)) if windows else NAN


def plain_yule(words: list[str]) -> float:
    n, squares = len(words), sum(f * f for f in Counter(words).values())
    return 10_000 * (squares - n) / n**2 if n else NAN


def plain_simpson(words: list[str]) -> float:
    n = len(words)
    same = sum(f * (f - 1) for f in Counter(words).values())
    return same / (n * (n - 1)) if n > 1 else NAN


def plain_once(words: list[str]) -> float:
    times = Counter(words).values()
    return sum(f == 1 for f in times) / len(times) if times else NAN


def plain_ratio(words: list[str]) -> float:
    return len(set(words)) / len(words) if words else NAN


def plain_herdan(words: list[str]) -> float:
    return math.log(len(set(words))) / math.log(len(words)) if len(words) > 1 else NAN


def plain_maas(words: list[str]) -> float:
    if len(words) < 2:
        return NAN
    n = math.log(len(words))
    return (n - math.log(len(set(words)))) / n**2


TWINS = {
    "type_token_ratio": plain_ratio,
    "mtld": plain_mtld,
    "hdd": plain_hdd,
    "mattr": plain_mattr,
    "yules_k": plain_yule,
    "simpsons_d": plain_simpson,
    "hapax_share": plain_once,
    "herdans_c": plain_herdan,
    "maas": plain_maas,
}
EXACT = {"type_token_ratio", "mtld", "mattr", "hapax_share"}


@settings(max_examples=60)
@given(texts=st.lists(st.one_of(FEW, MANY), min_size=1, max_size=4))
@pytest.mark.parametrize("name", TWINS)
def test_against_a_plain_twin(name, texts):
    found = measure(name)(document_of(*texts))
    expected = [TWINS[name](words) for words in texts]
    if name in EXACT:
        np.testing.assert_array_equal(found, expected)
    else:
        np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


@settings(max_examples=40)
@given(words=st.one_of(FEW, MANY), data=st.data())
@pytest.mark.parametrize("name", TWINS)
def test_any_stretch_of_words_is_as_if_it_stood_alone(name, words, data):
    cuts = data.draw(st.lists(st.integers(0, len(words)), min_size=2, max_size=6).map(sorted))
    found = measure(name)(document_of(words), np.array(cuts))
    alone = [measure(name)(document_of(words[a:b]))[0] for a, b in pairwise(cuts)]
    np.testing.assert_array_equal(found, alone)


def test_a_long_text_has_factors_longer_than_one_look_ahead():
    words = [f"w{k}" for k in range(1000)] + ["w0"] * 1000
    assert float(measure("mtld")(document_of(words))[0]) == plain_mtld(words)


def test_more_stretches_than_rows_in_a_turn(monkeypatch):
    monkeypatch.setattr(mtld_module, "_ROWS", 3)
    texts = [["a"] * k + ["b"] for k in range(10)]
    np.testing.assert_array_equal(
        measure("mtld")(document_of(*texts)), [plain_mtld(words) for words in texts]
    )


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("hdd", "a " * 42, 1 / 42),
        ("hdd", " ".join(f"w{k}" for k in range(42)), 1),
        ("hdd", "a " * 41, NAN),
        # Of 43 words one is left out: b is drawn unless it is that one.
        ("hdd", "a " * 42 + "b", (1 + 42 / 43) / 42),
        ("mattr", "a " * 50, 0.02),
        ("mattr", "a " * 49, NAN),
        ("mattr", "a " * 50 + "b", (1 + 2) / 2 / 50),
        ("yules_k", "a b c", 0),
        ("yules_k", "a a b b", 10_000 * (4 + 4 - 4) / 16),
        ("yules_k", "a a a a", 10_000 * (16 - 4) / 16),
        ("simpsons_d", "a a a", 1),
        ("simpsons_d", "a a b b", (2 + 2) / 12),
        ("simpsons_d", "a", NAN),
        ("hapax_share", "a a b c", 2 / 3),
        ("hapax_share", "a a", 0),
        ("herdans_c", "a a b b", 0.5),
        ("herdans_c", "a", NAN),
        ("maas", "a a b b", 0.5 / math.log(4)),
        ("maas", "a b c", 0),
    ],
)
def test_by_hand(name, words, expected):
    found = float(measure(name)(document_of(words.split()))[0])
    assert found == pytest.approx(expected, nan_ok=True, abs=1e-12)


@given(words=FEW)
def test_where_words_come_back(words):
    document = document_of(words)
    last, back, ahead = {}, [], [len(words)] * len(words)
    for place, word in enumerate(words):
        back.append(last.get(word, -1))
        if word in last:
            ahead[last[word]] = place
        last[word] = place
    assert previous(document).tolist() == back
    assert following(document).tolist() == ahead
    found = spectrum(document, document.tokens.bounds)
    assert sorted(found.times.tolist()) == sorted(Counter(words).values())


def test_more_words_than_fit_into_sixteen_bits():
    words = [f"w{k}" for k in range(70_000)] + ["w69999", "w0"]
    document = document_of(words)
    assert previous(document)[-2:].tolist() == [69_999, 0]
    assert measure("type_token_ratio")(document)[0] == 70_000 / 70_002
