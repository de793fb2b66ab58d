"""Words inside tokens, and the form under which two of them are the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ODD, WORKED
from toolkit.text.tokens import Vocabulary, tokenise
from toolkit.text.words import WORD, Words, WordTable, normal_form

TOKENS = [
    ("word", ["word"]),
    ("word.", ["word"]),
    ("“post-war", ["post-war"]),
    ("UK/US,", ["UK", "US"]),
    ("don’t", ["don’t"]),
    ("don't!”", ["don't"]),
    ("'tis", ["tis"]),
    ("students’", ["students"]),
    ("O’Neill’s", ["O’Neill’s"]),
    ("U.S.", ["U.S."]),
    ("“U.K.,”", ["U.K."]),
    ("Ph.D.", ["Ph", "D"]),
    ("a.m.", ["a.m."]),
    ("end.Next", ["end", "Next"]),
    ("3.5", ["3.5"]),
    ("£14.2m", ["14.2m"]),
    ("1,200,", ["1,200"]),
    ("10:30", ["10:30"]),
    ("2024-25", ["2024-25"]),
    ("50%", ["50"]),
    ("AT&T", ["AT&T"]),
    ("well—known", ["well", "known"]),
    ("x_y", ["x", "y"]),
    ("***", []),
    ("—", []),
    ("_", []),
    ("…", []),
    ("é", ["é"]),
    ("e\u0301te\u0301,", ["e\u0301te\u0301"]),
    ("你好。", ["你好"]),
    ("שלום,", ["שלום"]),
    ("@home", ["home"]),
    ("-ism", ["ism"]),
    ("a--b", ["a", "b"]),
]


@pytest.mark.parametrize(("token", "words"), TOKENS)
def test_the_words_of_a_token(token, words):
    assert WORD.findall(token) == words


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Word", "word"),
        ("Don’t", "don't"),
        ("donʼt", "don't"),
        ("post‑war", "post-war"),
        ("Straße", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
        ("İ", "i\u0307"),
        ("U.S.", "u.s."),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
    ],
)
def test_normal_form(word, form):
    assert normal_form(word) == form


@given(st.text())
def test_a_normal_form_is_its_own_normal_form_and_knows_no_capitals(word):
    form = normal_form(word)
    assert normal_form(form) == form


def words_of(texts: list[str], vocabulary: Vocabulary) -> tuple[Words, WordTable, np.ndarray]:
    found = tokenise(texts, vocabulary)
    table = vocabulary.attached(WordTable)
    words = table.words(found.ids, found.starts)
    return words, table, words.bounds(found.bounds)


@given(st.lists(st.one_of(st.text(), st.sampled_from(ODD)), max_size=4))
def test_places_and_forms_are_those_found_in_each_text(texts):
    words, table, bounds = words_of(texts, Vocabulary())
    for index, text in enumerate(texts):
        part = slice(bounds[index], bounds[index + 1])
        # A word never holds a blank, so looking in the whole text finds the same ones.
        expected = [(m.start(), m.end(), normal_form(m[0])) for m in WORD.finditer(text)]
        found = zip(words.starts[part], words.ends[part], words.forms[part], strict=True)
        assert [(s, e, table.forms.entries[f]) for s, e, f in found] == expected
    assert bounds[-1] == len(words.forms)


def test_the_table_grows_over_batches_with_and_without_words():
    vocabulary = Vocabulary()
    for text, expected in [
        ("— …", []),
        ("one two", ["one", "two"]),
        ("*** two three", ["two", "three"]),
    ]:
        words, table, _ = words_of([text], vocabulary)
        assert [table.forms.entries[form] for form in words.forms] == expected
        assert words.starts.dtype == words.ends.dtype == np.int64


def test_each_word_knows_its_token():
    words, _, _ = words_of(["the UK/US pact — ok"], Vocabulary())
    assert words.tokens.tolist() == [0, 1, 1, 2, 4]
    assert words.bounds(np.array([0, 2, 4, 5])).tolist() == [0, 3, 4, 5]


def test_worked_texts_have_the_different_words_counted_by_hand():
    for worked in WORKED.values():
        words, _, _ = words_of([worked.text], Vocabulary())
        assert len(set(words.forms.tolist())) == worked.different
