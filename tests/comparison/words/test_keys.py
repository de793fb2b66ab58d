"""What counts as one spelling, and as one stem."""

import pytest

from toolkit.comparison.words.keys import WordKeys, is_content, spelling_of, stem_of
from toolkit.text.tokens import Vocabulary


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("defence", "defense", True),
        ("organised", "organized", True),
        ("post-war", "postwar", True),
        ("u.s.", "us", True),
        ("seven", "7", True),
        ("forty", "40", True),
        ("3.5", "35", False),
        ("can't", "cannot", False),
        ("bridge", "bridges", False),
        ("four", "for", False),
    ],
)
def test_spelling(a, b, same):
    assert (spelling_of(a) == spelling_of(b)) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("bridge", "bridges", True),
        ("stood", "stands", True),
        ("council's", "council", True),
        ("strong", "stronger", True),
        ("we'll", "we", True),
        ("u.s.", "us", False),
        ("safe", "unsafe", False),
    ],
)
def test_stem(a, b, same):
    assert (stem_of(a) == stem_of(b)) is same


def test_content():
    words = "the bridge hasn't closed they'll 50 nobody".split()
    assert [word for word in words if is_content(word)] == ["bridge", "closed", "50"]


def test_the_table_grows_with_its_vocabulary():
    forms = Vocabulary()
    forms.encode(["colour", "bridges"])
    keys = WordKeys(forms)
    assert len(keys.updated().stems) == 2
    forms.encode(["color", "bridge", "the"])
    keys.updated()
    assert keys.spellings[0] == keys.spellings[2]
    assert keys.stems[1] == keys.stems[3]
    assert keys.content.tolist() == [True, True, True, True, False]
    assert keys.spelt(keys.spellings[:2].tolist()) == "colorbridges"
