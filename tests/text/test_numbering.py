"""The table of byte strings against a plain dictionary, also where every key clashes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text import numbering as module
from toolkit.text.numbering import PADDING, UTF8, Numbering

BYTES = st.one_of(
    st.text(st.characters(codec=None), min_size=1, max_size=12).map(
        lambda text: text.encode(*UTF8)
    ),
    # Strings that differ late, in length only, or in a zero byte.
    st.sampled_from([b"a", b"a\0", b"a\0\0", b"abcdefgh", b"abcdefgh\0", b"abcdefghi", b"x" * 40]),
)
BATCHES = st.lists(st.lists(BYTES, max_size=20), max_size=5)


class Plain:
    """The same, as one would write it without a thought for speed."""

    def __init__(self):
        self.numbers = {}

    def encode(self, strings):
        return [self.numbers.setdefault(string, len(self.numbers)) for string in strings]


def decoded(string: bytes) -> str:
    return string.decode(*UTF8)


def encode(numbers: Numbering, strings: list[bytes]) -> list[int]:
    lengths = np.array([len(string) for string in strings], np.int64)
    buffer = b"".join(strings) + bytes(PADDING)
    return numbers.encode(buffer, np.cumsum(lengths) - lengths, lengths).tolist()


@given(BATCHES)
def test_numbers_are_those_of_a_dictionary(batches):
    ours, plain = Numbering(), Plain()
    for strings in batches:
        assert encode(ours, strings) == plain.encode(strings)
    assert ours.entries() == [decoded(string) for string in plain.numbers]
    assert len(ours) == len(plain.numbers)


WEAK = [
    lambda words, starts, lengths, first8: np.full(len(starts), module._NOT_SHORT),
    lambda words, starts, lengths, first8: lengths.astype(np.uint64) | module._NOT_SHORT,
    lambda words, starts, lengths, first8: (first8 & np.uint64(3)) | module._NOT_SHORT,
]


@pytest.mark.parametrize("weak", WEAK, ids=["one key for all", "length", "two bits"])
@given(batches=BATCHES)
def test_strings_that_share_a_key_are_still_told_apart(weak, batches):
    """Equal strings have equal numbers and different ones different, whatever the keys do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_keys", weak)
        ours = Numbering()
        for strings in batches:
            for string, number in zip(strings, encode(ours, strings), strict=True):
                assert ours.entries()[number] == decoded(string)
        assert len(set(ours.entries())) == len(ours.entries())


def test_growing_keeps_every_number():
    strings = [f"word{k}".encode() * (1 + k % 4) for k in range(20_000)]
    ours = Numbering()
    for first in range(0, len(strings), 999):
        encode(ours, strings[first : first + 999])
    assert encode(ours, strings) == list(range(20_000))


def test_long_strings_are_compared_to_their_end():
    middles = [b"%d" % k for k in range(10, 60)]
    strings = [b"x" * 200 + middle + b"y" * 200 for middle in middles]
    ours = Numbering()
    numbers = encode(ours, strings)
    assert sorted(numbers) == list(range(50))
    assert [ours.entries()[number] for number in numbers] == [decoded(s) for s in strings]
    assert encode(ours, strings[::-1]) == numbers[::-1]


def test_nothing_to_number():
    assert encode(Numbering(), []) == []
