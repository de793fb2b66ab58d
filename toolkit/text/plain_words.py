"""Tokens that hold one plain word, told from their bytes, all at once.

Nearly every token is one word of ASCII letters and digits, with marks around it or none. For such
a token this finds what :data:`toolkit.text.words.WORD` would find, without asking it.
"""

import numpy as np


def _table(characters: str) -> np.ndarray:
    """True for the bytes of these ASCII characters."""
    found = np.zeros(256, bool)
    found[list(characters.encode("ascii"))] = True
    return found


_DIGITS = "0123456789"
_DIGIT = _table(_DIGITS)
_ALPHANUMERIC = _table(_DIGITS + "".join(chr(c) + chr(c).upper() for c in range(97, 123)))
_JOINING = _table("-'&")  # inside a word where a letter or digit stands on either side
_POINT = _table(".,:")  # the same with digits
_INSIDE = _JOINING | _POINT
_AROUND = _table("\"'.,:;!?()[]-")  # stands around words, and is in none by itself
_QUOTES = np.zeros(256, bool)  # the last byte of the dashes and quotation marks that do too
_QUOTES[[mark.encode()[2] for mark in "–—…“”‘’"]] = True
_LEAD, _SECOND = "“".encode()[:2]  # their first bytes


def plain_words(octets: np.ndarray, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the word of each token begins and ends; -1 for a token that is not one plain word.

    ``octets`` are the UTF-8 bytes (uint8) of tokens without anything between them, ``edges``
    (int64) the tokens' bounds in them.

    >>> octets = np.frombuffer(b"(war).U.S.co-op", np.uint8)
    >>> plain_words(octets, np.array([0, 6, 10, 15]))
    (array([ 1, -1, 10]), array([ 4, -1, 15]))
    """
    first, last = np.zeros((2, len(octets) + 1), bool)
    first[edges] = True
    last[edges - 1] = True
    inside = _ALPHANUMERIC[octets]
    at = np.flatnonzero(_INSIDE[octets] & ~first[:-1] & ~last[:-1])
    joined = np.where(
        _POINT[octets[at]],
        _DIGIT[octets[at - 1]] & _DIGIT[octets[at + 1]],
        inside[at - 1] & inside[at + 1],
    )
    inside[at[joined]] = True
    known = inside | _AROUND[octets]
    at = np.flatnonzero(octets == _LEAD)
    at = at[(octets[at + 1] == _SECOND) & _QUOTES[octets[at + 2]]]
    known[at] = known[at + 1] = known[at + 2] = True
    begins, ends = inside.copy(), inside.copy()
    begins[1:] &= ~inside[:-1] | first[1:-1]
    ends[:-1] &= ~inside[1:] | last[:-2]
    begins, ends = np.flatnonzero(begins), np.flatnonzero(ends) + 1
    before = np.searchsorted(begins, edges)
    strange = np.searchsorted(np.flatnonzero(~known), edges)
    plain = (np.diff(before) == 1) & (np.diff(strange) == 0)
    found = np.full((2, len(plain)), -1)
    chosen = before[:-1][plain]
    found[0, plain], found[1, plain] = begins[chosen], ends[chosen]
    return found[0], found[1]
