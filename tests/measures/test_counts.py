"""Counts that take a short cut are held against the plain rule."""

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.measures import counts
from toolkit.text.document import Document

TOKENS = st.text(
    st.one_of(st.sampled_from("'’tsdvelr.,!?_-—…“”()aİ1é\u0307"), st.characters(codec=None)),
    max_size=12,
)


def plain_bare_word(token: str) -> str:
    return re.sub(r"[^\w\s']", "", re.sub(r"'(?![tsd]|ve|ll|re)", "", token))


@given(TOKENS)
def test_a_bare_word_is_what_two_substitutions_leave(token):
    assert counts.bare_word(token) == plain_bare_word(token)


@given(TOKENS)
def test_letters_are_counted_in_the_bare_word_as_in_the_token(token):
    bare = counts.bare_words([token])
    assert counts.letters(bare).tolist() == [len(re.sub(r"[^\w\s]", "", token))]


@pytest.mark.parametrize("number", ["7", "1998", "123456789", "²"])
def test_no_number_can_be_hyphenated(number):
    pyphen = pytest.importorskip("pyphen", reason="pyphen is not installed")
    assert counts.syllables_of(number) == 1
    assert pyphen.Pyphen(lang="en_US").positions(number) == []


def plain_stop(token: str) -> int:
    """Bits: holds a stop, a word before the first one, a word after the last one."""
    parts = re.split(r"[.!?]", token)
    before, after = re.search(r"\w", parts[0]), re.search(r"\w", parts[-1])
    return 1 + 2 * bool(before) + 4 * bool(after) if len(parts) > 1 else 0


@given(TOKENS)
def test_what_stands_around_stops_is_what_splitting_at_them_leaves(token):
    assert counts._stops([token]).tolist() == [plain_stop(token)]


def plain_sentences(text: str) -> int:
    """As textstat does it, on a text of which nothing is taken away first."""
    if not text.split():
        return 0
    runs = re.split(r"[.!?]", text)
    words = [sum(bool(re.search(r"\w", token)) for token in run.split()) for run in runs]
    return max(1, sum(count > 2 for count in words))


@given(st.lists(st.text("ab.!? ", max_size=40), min_size=1, max_size=4))
def test_formula_sentences_are_runs_of_more_than_two_words(texts):
    document = Document.of_texts(texts)
    found = counts.formula_sentences(document, document.tokens.bounds)
    assert found.tolist() == [plain_sentences(text) for text in texts]


@given(st.text("ab.! ", max_size=40), st.data())
def test_formula_sentences_of_stretches_are_those_of_their_texts(text, data):
    document = Document.of_texts([text])
    count = len(document.tokens.ids)
    cuts = sorted(data.draw(st.lists(st.integers(0, count), min_size=2, max_size=5)))
    found = counts.formula_sentences(document, np.array(cuts))
    pieces = [" ".join(text.split()[a:b]) for a, b in pairwise(cuts)]
    assert found.tolist() == [plain_sentences(piece) for piece in pieces]
