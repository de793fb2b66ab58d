"""The words that a process has met while it searches, so that each is looked at once."""

from toolkit.text.tokens import Vocabulary

_MOST_TYPES = 300_000  # distinct tokens that are remembered, to bound memory

_vocabulary = Vocabulary()


def known_words() -> Vocabulary:
    """The vocabulary of this process; a new one where the last has grown too large."""
    return forgotten() if len(_vocabulary) > _MOST_TYPES else _vocabulary


def forgotten() -> Vocabulary:
    """A new vocabulary, such as after an error, which may have left the last half changed."""
    global _vocabulary
    _vocabulary = Vocabulary()
    return _vocabulary
