"""Tokens of one plain word: what is found in their bytes is what the regular expression finds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.test_words import TOKENS
from tests.texts import ODD
from toolkit.text.numbering import UTF8
from toolkit.text.plain_words import plain_words
from toolkit.text.words import WORD

PLAIN = ["word", "(word.", "post-war", "don't!”", "“AT&T,", "1,200,", "10:30", "2024-25", "…x…"]
NOT_PLAIN = ["U.S.", "UK/US", "don’t", "é", "***", "_", "—", "a--b", "x_y", "你好。", "50%"]


def found(tokens: list[str]) -> list[str | None]:
    """The plain words of tokens as they stand there."""
    octets = [token.encode(*UTF8) for token in tokens]
    edges = np.cumsum([0, *map(len, octets)])
    together = b"".join(octets)
    begins, ends = plain_words(np.frombuffer(together, np.uint8), edges)
    return [
        together[a:b].decode(*UTF8) if a >= 0 else None
        for a, b in zip(begins.tolist(), ends.tolist(), strict=True)
    ]


def agree(tokens: list[str]) -> None:
    for token, word in zip(tokens, found(tokens), strict=True):
        if word is not None:
            (only,) = WORD.finditer(token)
            assert only[0] == word


@pytest.mark.parametrize("token", PLAIN)
def test_one_plain_word(token):
    assert found([token]) == WORD.findall(token)


@pytest.mark.parametrize("token", NOT_PLAIN)
def test_what_is_left_to_the_regular_expression(token):
    assert found([token]) == [None]


def test_what_stands_beside_a_token_is_no_part_of_it():
    assert found(["a", "-b", "1.", "2", "c-", "d"]) == ["a", "b", "1", "2", "c", "d"]
    assert found([]) == []


def test_a_word_is_the_one_that_the_regular_expression_finds():
    agree([token for token, _ in TOKENS])
    agree([token for text in ODD for token in text.split()])


@given(st.lists(st.text(st.sampled_from("aZ09.,:;-'&’“—…_é/\u0301\ud800"), min_size=1)))
def test_no_odd_token_is_taken_for_a_plain_one(tokens):
    agree(tokens)
