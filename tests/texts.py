"""A small set of texts we wrote ourselves, with everything that is counted worked out by hand.

Syllables follow the pronunciations of the CMU dictionary; familiar words are those on the
Dale-Chall list, where "asked" and "points" are missing.
"""

from typing import NamedTuple


class Worked(NamedTuple):
    """A text and its counts; ``characters`` are all but blanks, ``letters`` without marks."""

    text: str
    tokens: int
    words: int
    sentences: int
    formula_sentences: int
    syllables: int
    characters: int
    letters: int
    polysyllables: int
    unfamiliar: int
    complex: int
    long: int
    different: int  # words that are not the same but for case


CAT = Worked(
    "The cat sat on the mat.",
    tokens=6,
    words=6,
    sentences=1,
    formula_sentences=1,
    syllables=6,
    characters=18,  # 3 + 3 + 3 + 2 + 3 + 4
    letters=17,
    polysyllables=0,
    unfamiliar=0,
    complex=0,
    long=0,
    different=5,  # "The" and "the" are one
)
ABBREVIATIONS = Worked(
    "Dr. Wren said the U.S. team won 3.5 points. Nobody asked why!",
    tokens=12,
    words=12,
    sentences=2,
    formula_sentences=3,  # "Wren said the U", "team won 3", "Nobody asked why"; the rest is short
    syllables=14,  # one each, three in "Nobody"
    characters=50,  # 3 + 4 + 4 + 3 + 4 + 4 + 3 + 3 + 7 + 6 + 5 + 4
    letters=44,  # less . . . . . !
    polysyllables=1,  # Nobody
    unfamiliar=4,  # dr, 35, points, asked
    complex=0,
    long=0,
    different=12,
)
LONG_WORDS = Worked(
    "Negotiations concerning international peacekeeping continued yesterday.",
    tokens=6,
    words=6,
    sentences=1,
    formula_sentences=1,
    syllables=22,  # 5 + 3 + 5 + 3 + 3 + 3
    characters=66,  # 12 + 10 + 13 + 12 + 9 + 10
    letters=65,
    polysyllables=6,
    unfamiliar=5,  # all but "yesterday"
    complex=5,
    long=6,
    different=6,
)
PARAGRAPHS = Worked(
    "“We won’t go,” she said.\n\nHe agreed.",
    tokens=7,
    words=7,
    sentences=2,
    formula_sentences=1,  # "He agreed" has two words only
    syllables=8,
    characters=29,  # 3 + 5 + 4 + 3 + 5 + 2 + 7
    letters=23,  # less “ ’ , ” . .
    polysyllables=0,
    unfamiliar=2,  # wont, agreed
    complex=0,
    long=0,
    different=7,
)
TWO_IN_ONE = Worked(
    "The UK/US pact — long overdue — is well-known.",
    tokens=9,
    words=7,  # the dashes hold no word
    sentences=1,
    formula_sentences=1,
    syllables=10,  # "ukus" cannot be hyphenated: 1; "overdue" 3; "wellknown" 2
    characters=38,  # 3 + 5 + 4 + 1 + 4 + 7 + 1 + 2 + 11
    letters=33,  # less / — — - .
    polysyllables=1,
    unfamiliar=4,  # ukus, pact, overdue, wellknown
    complex=1,  # overdue
    long=2,  # overdue, wellknown
    different=8,  # the, uk, us, pact, long, overdue, is, well-known
)
MARKS = Worked(
    "*** — …",
    tokens=3,
    words=0,
    sentences=0,
    formula_sentences=1,  # textstat's least
    syllables=0,
    characters=5,
    letters=0,
    polysyllables=0,
    unfamiliar=0,
    complex=0,
    long=0,
    different=0,
)
EMPTY = Worked("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

WORKED = {
    "cat": CAT,
    "abbreviations": ABBREVIATIONS,
    "long-words": LONG_WORDS,
    "paragraphs": PARAGRAPHS,
    "two-in-one": TWO_IN_ONE,
    "marks": MARKS,
    "empty": EMPTY,
}

ARTICLE = """\
Old bridge shut after crack is found

The old bridge in Saltmere was closed on Monday. Its girders had a crack, the council said.

“It was not safe,” said Dr. Tomas Wren, who leads the team. “We could not wait.”

Traffic must take a detour of nine miles. Nobody was hurt!
"""
ARTICLE_SENTENCES = [
    "The old bridge in Saltmere was closed on Monday.",
    "Its girders had a crack, the council said.",
    "“It was not safe,” said Dr. Tomas Wren, who leads the team.",
    "“We could not wait.”",
    "Traffic must take a detour of nine miles.",
    "Nobody was hurt!",
]
RETELLING = """\
Nobody was hurt when the old bridge was closed. Its girders had a crack, Monday's report said.

Dr Tomas Wren said that it was not safe. The café is losing money.
"""
ODD = [
    "",
    "x",
    "\x00",
    " \t\n\x85\u2028\u3000",
    "İstanbul ẞß Σίσυφος ǅ",
    "don't 'tis o'clock rock'n'roll 'quoted'",
    "a\u0301 e\u0301te\u0301 \u200b zero\u200bwidth so\u00adft",
    "...... !!! ??? . ! ?",
    "3.5 1,200 10:30 £14.2m 50% #1 A4 x_y __init__",
    "你好。世界！ שלום עולם. مرحبا؟",
    "<script>alert(1)</script> <b>bold</b> &amp;",
    "\x1b[31mred\x1b[0m \x07 bell \u202eover\u202c",
    "GOOD good!!! not good, never so good but BAD :) :-( no way",
    "word " * 300,
    "a" * 3000,
]
