"""Places of tokens are those of ``str.split``, found late or early."""

import numpy as np
import pytest
from hypothesis import given

from tests.text.test_tokens import TEXTS, plain
from toolkit.text import pieces as module
from toolkit.text.numbering import PADDING, UTF8
from toolkit.text.pieces import cut
from toolkit.text.tokens import Tokens, Vocabulary, tokenise


@given(TEXTS, TEXTS)
def test_bytes_hold_the_tokens_and_places_are_those_in_each_text(one, other):
    buffer, piece = cut([one, other])
    assert buffer == f"{one} {other} ".encode(*UTF8) + bytes(PADDING)
    tokens = [buffer[a:b].decode(*UTF8) for a, b in zip(piece.starts, piece.ends, strict=True)]
    assert tokens == one.split() + other.split()
    assert piece.bounds.tolist() == [0, len(one.split()), len(tokens)]
    found = [(a + b) for a, b in zip(plain(one)[1:], plain(other)[1:], strict=True)]
    assert [column.tolist() for column in piece.places()] == found


@pytest.mark.parametrize("texts", [["“Äh” – so\n\nja.", ""], ["plain", "𝔘𝔫 ï"]])
def test_places_are_worked_out_when_first_asked_for_and_once(texts, monkeypatch):
    asked = []
    found = module.Piece.places
    monkeypatch.setattr(module.Piece, "places", lambda piece: asked.append(piece) or found(piece))
    tokens = tokenise(texts, Vocabulary())
    assert len(tokens.ids) == sum(len(text.split()) for text in texts)
    assert not asked
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.line_ends) == len(tokens.ids)
    assert len(asked) == 1


def test_places_may_be_given():
    given = [np.arange(k, k + 3) for k in range(5)]
    tokens = Tokens(*given)
    kept = [tokens.ids, tokens.starts, tokens.ends, tokens.line_ends, tokens.bounds]
    assert all(one is other for one, other in zip(kept, given, strict=True))
