"""Entries of lexicons in running text: forms, phrases, names, sentences, and nothing twice."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ODD
from toolkit.article import Article, Mark
from toolkit.measures.frames import FRAMES
from toolkit.measures.phrases import COUNTS, PhraseTable, entries
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

LOADED = ("loaded_drama", "loaded_judgements", "loaded_labels")
LISTS = (*LOADED, *(f"frame_{frame}" for frame in FRAMES))
TABLE = PhraseTable(LOADED)
WORDS = st.sampled_from(
    [
        *("The", "regime", "regime's", "Regime", "tax", "slammed.", "lashed", "out", "Out", "at"),
        *("“shameful", "plan,”", "so-called", "con", "men", "great", "deal", "—", "of", "course"),
        *("of_course", "LASHED", "38-year-old", "\n\n", "bridge", "very."),
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=60), st.sampled_from(ODD)
)


def found(text: str, table: PhraseTable = TABLE) -> list[tuple[str, str]]:
    """The words of every entry found in a text, and its lexicon."""
    document = Document.of_texts([text], Vocabulary())
    return [
        (text[passage.start : passage.end], table.names[kind])
        for kind, passage in table.find(document).passages(document, 0)
    ]


def words(text: str) -> list[str]:
    return [passage for passage, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is made of wood.", []),
        ("They slammed it and are slamming it still.", ["slammed", "slamming"]),
        ("The thugs of the regime’s henchmen.", ["thugs", "regime’s", "henchmen"]),
        ("He acted shamefully.", ["shamefully"]),
        ("A con man. Two con men.", ["con man", "con men"]),
        ("He lashed out at her.", ["lashed out"]),
        ("He was lashed. Out he went.", []),  # not beyond a sentence
        ("It is of course so-called “news”.", ["of course", "so-called"]),
        ("A new tax regime is a great deal better.", []),  # what the list says is not to count
        ("A new regime is great.", ["regime", "great"]),
        ("Justice Savage and Brutal Films met.", []),  # names
        ("Brutal films. “Brutal films,” he said.", ["Brutal", "Brutal"]),  # not names
        ("A BRUTAL film", ["BRUTAL"]),
        ("It was Orwellian.", ["Orwellian"]),  # is written with a capital
        ("vile/evil", ["vile", "evil"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_by_hand(text, expected):
    assert words(text) == expected


def test_the_longest_entry_counts_and_no_word_twice():
    assert words("They drag a smear campaign out.") == ["smear campaign"]
    assert words("time and again once again") == ["time and again", "once again"]


def test_what_is_no_entry_by_itself_is_read_on_until_it_is_one():
    assert words("at long last") == ["at long last"]
    assert words("at long at long last") == ["at long last"]
    assert words("at long") == []


def test_where_two_lists_have_a_word_the_first_has_it():
    assert ("terribly",) in entries("loaded_judgements")
    assert found("terribly terrible") == [
        ("terribly", "loaded_drama"),
        ("terrible", "loaded_judgements"),
    ]


def test_ages_are_read_without_their_number():
    table = PhraseTable(("frame_human_interest",))
    assert found("A 38-year-old nurse", table) == [
        ("38-year-old", "frame_human_interest"),
        ("nurse", "frame_human_interest"),
    ]


def test_headings_and_furniture_hold_no_entries():
    text = "Shameful\n\nA shameful plan.\n\nBrutal offers!"
    end = len(text)
    article = Article(
        "a",
        text,
        furniture=(Mark(end - 14, end, "advert"),),
        headings=(Mark(0, 8, "headline"),),
    )
    document = Document.of([article], Vocabulary())
    [(_, passage)] = TABLE.find(document).passages(document, 0)
    assert article.words_of(passage) == "shameful"
    assert passage.start > 8


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_entries_are_as_if_each_sentence_were_read_from_left_to_right(texts):
    """A plain reading, word by word and longest first, finds the same."""
    known: dict[tuple[str, ...], int] = {}
    for name in reversed(LOADED):
        known |= entries(name)
    longest = max(map(len, known))
    document = Document.of_texts(texts, Vocabulary())
    numbers = document.words.forms.tolist()
    forms = [document.word_forms.entries[form].removesuffix("'s") for form in numbers]
    edges = document.sentence_words.tolist()
    expected = []
    for begin, end in pairwise(edges):
        at = begin
        while at < end:
            sizes = range(min(longest, end - at), 0, -1)
            size = next((n for n in sizes if _is_entry(document, known, forms, at, n, begin)), 0)
            if size and known[tuple(forms[at : at + size])] & COUNTS:
                expected.append((at, size))
            at += size or 1
    result = TABLE.find(document)
    assert list(zip(result.firsts.tolist(), result.sizes.tolist(), strict=True)) == expected


def _is_entry(document, known, forms, at, size, begin):
    flags = known.get(tuple(forms[at : at + size]))
    if flags is None:
        return False
    token = document.vocabulary.entries[document.tokens.ids[document.words.tokens[at]]]
    bare = token.lstrip("\"'“‘«([{„‚")
    upper = bare.isupper() and sum(map(str.isalpha, bare)) > 1
    name = bare[:1].isupper() and not upper and bare == token and at != begin
    return flags > COUNTS or not name


@given(TEXTS, TEXTS)
def test_an_article_has_the_same_entries_whatever_stands_beside_it(one, other):
    document = Document.of_texts([one, other], Vocabulary())
    result = TABLE.find(document)
    for k, text in enumerate((one, other)):
        together = [(kind, p.start, p.end) for kind, p in result.passages(document, k)]
        alone = Document.of_texts([text], Vocabulary())
        passages = TABLE.find(alone).passages(alone, 0)
        assert together == [(kind, p.start, p.end) for kind, p in passages]


def test_a_later_document_of_the_same_vocabulary_finds_new_words():
    vocabulary = Vocabulary()
    for text, size in (("Plain.", 0), ("Shameful thugs!", 2), ("Vile, shameful thugs.", 3)):
        document = Document.of_texts([text], vocabulary)
        assert len(TABLE.find(document).firsts) == size


def test_long_chains_of_overlapping_entries_take_linear_time():
    text = "time and again once again " * 20_000 + "great " * 50_000 + "of " * 50_000
    document = Document.of_texts([text], Vocabulary())
    sizes = TABLE.find(document).sizes
    assert np.bincount(sizes).tolist() == [0, 50_000, 20_000, 20_000]


# ------------------------------------------------------------ the lists themselves


@pytest.mark.parametrize("name", LISTS)
def test_every_line_of_a_list_says_what_it_lists(name):
    lines = [line.split() for line in lexicon.lines(name)]
    assert {line[0] for line in lines} <= {*("verbs nouns adjectives words capitals not".split())}
    listed = {entry for part, *row in lines if part != "capitals" for entry in row}
    for part, *row in lines:
        assert len(row) == len(set(row))
        if part == "capitals":
            assert set(row) <= listed
    head = (lexicon.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert " ours." in head.replace("\n# ", " ")


def test_no_word_is_a_cue_of_two_frames():
    of: dict[tuple[str, ...], str] = {}
    for frame in FRAMES:
        for form in entries(f"frame_{frame}"):
            assert of.setdefault(form, frame) == frame, form


def test_plain_words_of_the_news_are_not_loaded():
    plain = (
        "said told war attack killed police court government minister party vote election"
        " president law tax crime victim illegal protest crisis death soldier invasion law deal"
        " money people country state report case black white women immigrant refugee"
    )
    assert words(plain) == []
