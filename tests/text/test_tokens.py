"""Tokens are what ``str.split`` gives, with their places."""

import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ARTICLE, ODD, WORKED
from toolkit.text import tokens as module
from toolkit.text.tokens import (
    Tokens,
    Vocabulary,
    derived,
    known_by,
    token_lengths,
    tokenise,
)

# Blanks and line ends of every kind are rare among all of Unicode, so they are added.
BLANKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
LINE_ENDS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]
CHARACTERS = st.one_of(
    st.sampled_from(
        [*BLANKS, "\r\n", "\n\n", "\0", "\ud800", "\udfff", "\U0010ffff", "a", "b", "."]
    ),
    st.characters(codec=None),
)
TEXTS = st.lists(CHARACTERS, max_size=40).map("".join)


def plain(text: str) -> tuple[list[str], list[int], list[int], list[int]]:
    """Tokens, starts, ends and line ends before each, found without any array."""
    words, starts, ends, line_ends = [], [], [], []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        blank = text[at:start]
        words.append(word)
        starts.append(start)
        ends.append(start + len(word))
        line_ends.append(min(2, len((blank + "x").splitlines()) - 1))
        at = start + len(word)
    return words, starts, ends, line_ends


def of_text(found: Tokens, vocabulary: Vocabulary, index: int) -> tuple[list, list, list, list]:
    part = slice(found.bounds[index], found.bounds[index + 1])
    return (
        [vocabulary.entries[k] for k in found.ids[part]],
        found.starts[part].tolist(),
        found.ends[part].tolist(),
        found.line_ends[part].tolist(),
    )


@given(TEXTS)
def test_any_text_is_split_as_python_splits_it(text):
    vocabulary = Vocabulary()
    found = tokenise([text], vocabulary)
    assert of_text(found, vocabulary, 0) == plain(text)
    for start, end, number in zip(found.starts, found.ends, found.ids, strict=True):
        assert text[start:end] == vocabulary.entries[number]


@given(st.lists(TEXTS, max_size=6), st.sampled_from([1, 2, 7, 30, 1 << 18]))
def test_a_batch_is_its_texts_one_by_one_whatever_the_chunk(texts, chunk):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_CHUNK", chunk)
        vocabulary = Vocabulary()
        found = tokenise(texts, vocabulary)
    assert found.bounds[0] == 0
    assert found.bounds[-1] == len(found.ids)
    assert len(found.bounds) == len(texts) + 1
    for index, text in enumerate(texts):
        assert of_text(found, vocabulary, index) == plain(text)


@pytest.mark.parametrize("texts", [[], [""], ["", ""], [" \n "], ODD, [ARTICLE]])
def test_arrays_have_one_length_and_their_types(texts):
    found = tokenise(texts, Vocabulary())
    assert {len(found.ids), len(found.starts), len(found.ends), len(found.line_ends)} == {
        sum(len(text.split()) for text in texts)
    }
    assert (found.ids.dtype, found.line_ends.dtype) == (np.int64, np.uint8)
    assert (found.starts.dtype, found.ends.dtype) == (np.int32, np.int32)


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_line_ends_are_counted_up_to_a_blank_line(line_end):
    text = f"a{line_end}b{line_end}{line_end}c {line_end} {line_end} {line_end}d e"
    assert tokenise([text], Vocabulary()).line_ends.tolist() == [0, 1, 2, 2, 0]


def test_a_line_end_before_the_first_token_belongs_to_its_own_text():
    found = tokenise(["a\n\n", "b", "\nc", "d\r", "\ne"], Vocabulary())
    assert found.line_ends.tolist() == [0, 0, 1, 0, 1]


def test_every_blank_of_python_parts_tokens_and_nothing_else_does():
    characters = list(map(chr, range(0x3100)))
    found = tokenise([f"a{c}b" for c in characters], Vocabulary())
    for c, count in zip(characters, np.diff(found.bounds).tolist(), strict=True):
        assert count == (2 if c.isspace() else 1), hex(ord(c))
    assert not any(chr(c).isspace() for c in range(0x3001, 0x110000))


def test_equal_tokens_have_equal_ids_over_batches():
    vocabulary = Vocabulary()
    first = tokenise(["to be or not to be"], vocabulary).ids
    second = tokenise(["not to", "be it"], vocabulary).ids
    assert first.tolist() == [0, 1, 2, 3, 0, 1]
    assert second.tolist() == [3, 0, 1, 4]
    assert vocabulary.entries == ["to", "be", "or", "not", "it"]


def test_a_column_is_computed_once_per_token_and_grows():
    seen: Counter[str] = Counter()

    def column(tokens: list[str]) -> np.ndarray:
        seen.update(tokens)
        return token_lengths(tokens)

    vocabulary = Vocabulary()
    assert vocabulary.column(column).tolist() == []
    vocabulary.encode("one three one".split())
    assert vocabulary.column(column).tolist() == [3, 5]
    assert vocabulary.column(column).tolist() == [3, 5]
    vocabulary.encode("three eleven".split())
    assert vocabulary.column(column).tolist() == [3, 5, 6]
    assert seen == {"one": 1, "three": 1, "eleven": 1}


def test_a_column_known_by_a_form_is_asked_about_each_form_once():
    asked: Counter[str] = Counter()

    def small(tokens: list[str]) -> list[str]:
        return [token.strip(".").lower() for token in tokens]

    @known_by(small)
    def length(words: list[str]) -> np.ndarray:
        asked.update(words)
        return token_lengths(words)

    @derived(length, token_lengths)
    def dropped(left: np.ndarray, whole: np.ndarray) -> np.ndarray:
        return whole - left

    vocabulary = Vocabulary()
    assert vocabulary.column(length).tolist() == []
    for tokens, left, marks in (
        (["War.", "war", "..."], [3, 3, 0], [1, 0, 3]),
        (["WAR", "peace..", "war"], [3, 3, 0, 3, 5], [1, 0, 3, 0, 2]),
    ):
        vocabulary.encode(tokens)
        assert vocabulary.column(length).tolist() == left
        assert vocabulary.column(dropped).tolist() == marks
    assert asked == {"war": 1, "": 1, "peace": 1}
    assert vocabulary.forms(small).vocabulary.entries == ["war", "", "peace"]


def test_columns_of_one_vocabulary_do_not_mix():
    vocabulary = Vocabulary()
    vocabulary.encode(["a", "bcd"])
    doubled = lambda tokens: 2 * token_lengths(tokens)  # noqa: E731
    assert vocabulary.column(token_lengths).tolist() == [1, 3]
    assert vocabulary.column(doubled).tolist() == [2, 6]


def test_a_table_is_attached_once():
    vocabulary = Vocabulary()
    made = []

    def kind(of: Vocabulary) -> object:
        made.append(of)
        return object()

    assert vocabulary.attached(kind) is vocabulary.attached(kind)
    assert made == [vocabulary]


def test_worked_texts_have_the_tokens_and_characters_counted_by_hand():
    for worked in WORKED.values():
        vocabulary = Vocabulary()
        found = tokenise([worked.text], vocabulary)
        assert len(found.ids) == worked.tokens
        assert vocabulary.column(token_lengths)[found.ids].sum() == worked.characters
        assert worked.characters == len(re.sub(r"\s", "", worked.text))
