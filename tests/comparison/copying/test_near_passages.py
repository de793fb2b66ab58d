"""Near-verbatim passages: runs in common joined over small edits."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article import Article, Mark, Passage
from toolkit.comparison.copying.near_passages import NearPassage, near_passages
from toolkit.comparison.copying.passages import shared_passages
from toolkit.text.document import Document
from toolkit.text.words import WORD, normal_form

SOURCE = (
    "The old bridge in Saltmere was closed on Monday after divers found a crack in one of its"
    " girders, and nobody knows when it will open again."
)


def near(one: str, other: str, **how) -> tuple[Document, tuple[NearPassage, ...]]:
    document = Document.of_texts([one, other])
    return document, near_passages(document, 0, 1, **how)


def edits(document: Document, passage: NearPassage) -> list[tuple[str, str, str]]:
    a, b = document.articles
    return [
        (edit.kind, a.words_of(edit.a) if edit.a else "", b.words_of(edit.b) if edit.b else "")
        for edit in passage.edits
    ]


def forms(text: str) -> list[str]:
    return [normal_form(word) for word in WORD.findall(text)]


def test_small_edits_are_joined_and_listed():
    other = (
        "THE OLD BRIDGE in Saltmere was shut on Monday after two divers found a crack – in one of"
        " its girders; nobody knows when it will open again!"
    )
    document, (found,) = near(SOURCE, other)
    assert edits(document, found) == [
        ("replaced", "closed", "shut"),
        ("inserted", "", "two"),
        ("deleted", "and", ""),
    ]
    assert document.articles[0].words_of(found.a) == SOURCE[:-1]
    assert document.articles[1].words_of(found.b) == other[:-1]
    assert [run.n_words for run in found.runs] == [6, 3, 9, 7]
    assert (found.n_words, found.share) == (25, 25 / 27)


def test_an_exact_copy_is_one_run_without_edits():
    _, (found,) = near(SOURCE, f"They say: {SOURCE}")
    assert (found.n_words, found.share, found.edits) == (27, 1.0, ())


def test_how_much_may_differ_is_adjustable():
    words = SOURCE.split()
    other = " ".join([*words[:8], "which", "is", "a", "weekday", *words[8:]])
    assert [p.n_words for p in near(SOURCE, other)[1]] == [19]
    assert [p.n_words for p in near(SOURCE, other, gap=4)[1]] == [27]
    assert [p.n_words for p in near(SOURCE, other, least=5)[1]] == [8, 19]
    assert near(SOURCE, other, least=28, gap=4)[1] == ()
    assert near(SOURCE, other, gap=4, share=0.9)[1] == ()


def test_a_word_said_twice_is_an_edit():
    other = SOURCE.replace("was closed on Monday", "was closed was closed on Monday")
    document, (found,) = near(SOURCE, other)
    assert found.n_words == 27
    assert [kind for kind, *_ in edits(document, found)] == ["inserted"]


def test_neither_furniture_nor_a_heading_is_joined_over():
    cut = SOURCE.index(" after")
    text = f"{SOURCE[:cut]}\n\nRead more\n\n{SOURCE[cut + 1 :]}"
    start = text.index("Read more")
    mark = Mark(start, start + 9, "link")
    for marks in ({"furniture": (mark,)}, {"headings": (mark,)}):
        document = Document.of([Article("1", SOURCE), Article("2", text, **marks)])
        found = near_passages(document, 0, 1, least=5)
        assert [passage.n_words for passage in found] == [9, 18]
        assert all("Read more" not in text[p.b.start : p.b.end] for p in found)


def test_what_stands_in_another_order_is_not_joined():
    words = SOURCE.split()
    found = near(SOURCE, " ".join([*words[14:], *words[:14]]), least=5)[1]
    assert [passage.n_words for passage in found] == [14, 13]


LETTERS = st.lists(st.sampled_from("a b c d e f g h".split()), max_size=60).map(" ".join)


@given(LETTERS, LETTERS, st.integers(3, 12), st.integers(0, 4))
def test_a_passage_is_made_of_its_runs_and_its_edits(one, other, least, gap):
    document, found = near(one, other, least=least, gap=gap, share=0.5)
    for passage in found:
        assert passage.n_words == sum(run.n_words for run in passage.runs) >= least
        for run in passage.runs:
            texts = [x.words_of(p) for x, p in zip(document.articles, (run.a, run.b), strict=True)]
            assert forms(texts[0]) == forms(texts[1])
            assert len(forms(texts[0])) == run.n_words
        for side, text in enumerate((one, other)):
            parts = [(run.a, run.b)[side] for run in passage.runs]
            between = [(edit.a, edit.b)[side] for edit in passage.edits]
            pieces = sorted((p for p in [*parts, *between] if p), key=lambda p: p.start)
            whole: Passage = (passage.a, passage.b)[side]
            words = [w for p in pieces for w in forms(text[p.start : p.end])]
            assert words == forms(text[whole.start : whole.end])
            assert all(y.start - x.end <= gap * 2 + 1 for x, y in pairwise(parts))
            assert passage.share * len(words) <= passage.n_words + 1e-9


@given(LETTERS, LETTERS)
def test_a_long_shared_passage_is_in_some_near_passage_or_overlapped_by_a_longer_one(one, other):
    document, found = near(one, other, least=5, share=0)
    for exact in shared_passages(document, 0, 1, least=5):
        assert any(p.a.start <= exact.a.end and exact.a.start <= p.a.end for p in found)


@pytest.mark.parametrize("texts", [["", ""], ["", SOURCE], ["…", "—"]])
def test_without_words_there_is_nothing(texts):
    assert near(*texts)[1] == ()


@pytest.mark.timeout(60)
def test_long_texts_with_edits_take_linear_time():
    draw = random.Random(2)
    words = [f"w{draw.randrange(5000)}" for _ in range(60_000)]
    edited = [word for word in words if draw.random() > 0.02]
    _, found = near(" ".join(words), " ".join(edited))
    assert sum(passage.n_words for passage in found) > 0.97 * len(edited)


@pytest.mark.timeout(60)
def test_endless_repetition_takes_no_endless_time():
    _, found = near("the " * 5000, "the " * 4000)
    assert max(passage.n_words for passage in found) == 4000
