"""Word-level differences: every word in one run, and the runs a person would draw."""

import difflib
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import gold
from tests.texts import ODD
from toolkit.article import Article, Mark, Passage
from toolkit.comparison.links.alignment import Link
from toolkit.comparison.words.differences import (
    WordDifferences,
    all_differences,
    passage_differences,
    word_differences,
)
from toolkit.comparison.words.run import KINDS
from toolkit.text.document import Document
from toolkit.text.words import WORD, normal_form

Rows = list[tuple[str, str, str, str]]


def whole(*texts: str) -> tuple[Document, WordDifferences]:
    document = Document.of_texts(texts)
    a, b = (Passage(str(k), 0, len(text)) for k, text in enumerate(texts, 1))
    return document, passage_differences(document, a, b)


def rows(document: Document, found: WordDifferences) -> Rows:
    """Kind, difference and both wordings of every run."""
    texts = {article.id: article for article in document.articles}
    return [
        (
            run.kind,
            run.difference,
            *(texts[p.article].words_of(p) if p else "" for p in (run.a, run.b)),
        )
        for run in found.runs
    ]


def changes(one: str, other: str) -> Rows:
    return [row for row in rows(*whole(one, other)) if row[:2] != ("kept", "")]


WORDS = st.sampled_from(
    "the The of to bridge bridges Bridge council truce will would three 3 £3 3% grey gray US us"
    " can’t can't cannot post-war postwar a per cent percent".split()
)
MARKS = st.sampled_from([" ", " ", " ", ", ", ". ", " “", "” ", ' "', " — ", "\n\n", "… "])
TEXTS = st.one_of(
    st.lists(st.tuples(WORDS, MARKS), max_size=20).map(lambda x: "".join(map("".join, x))),
    st.text(max_size=40),
    st.sampled_from(ODD),
)


def forms(text: str) -> list[str]:
    return [normal_form(word) for word in WORD.findall(text)]


@given(TEXTS, TEXTS)
def test_every_word_is_in_one_run_of_its_side_and_in_order(one, other):
    _, found = whole(one, other)
    for k, (text, runs) in enumerate(((one, found.of_a), (other, found.of_b))):
        sides = [(run.a, run.b)[k] for run in runs]
        counts = [(run.n_a, run.n_b)[k] for run in runs]
        assert [side.start for side in sides] == sorted(side.start for side in sides)
        assert all(x.end <= y.start for x, y in pairwise(sides))
        words = [forms(text[side.start : side.end]) for side in sides]
        assert [len(row) for row in words] == counts
        assert [word for row in words for word in row] == forms(text)
    assert {run.kind for run in found.runs} <= set(KINDS)
    assert list(found.of_a) == [run for run in found.runs if run.a]


@given(TEXTS, TEXTS)
def test_what_is_kept_is_the_same_and_in_one_order(one, other):
    _, found = whole(one, other)
    kept = [run for run in found.runs if run.kind == "kept"]
    for run in kept:
        texts = one[run.a.start : run.a.end], other[run.b.start : run.b.end]
        assert forms(texts[0]) == forms(texts[1])
        assert run.n_a == run.n_b
        if not run.difference:
            assert texts[0].split() == texts[1].split()
    places = [run.b.start for run in found.runs if run.b and run.kind != "moved"]
    assert places == sorted(places)


SWAPPED = {"deleted": "inserted", "inserted": "deleted"}


@given(TEXTS, TEXTS)
def test_the_other_way_round_the_runs_are_the_same(one, other):
    there, back = whole(one, other)[1], whole(other, one)[1]
    turned = {
        (
            SWAPPED.get(run.kind, run.kind),
            run.difference,
            run.b and (run.b.start, run.b.end),
            run.a and (run.a.start, run.a.end),
        )
        for run in back.runs
    }
    assert turned == {
        (
            run.kind,
            run.difference,
            run.a and (run.a.start, run.a.end),
            run.b and (run.b.start, run.b.end),
        )
        for run in there.runs
    }


@given(TEXTS)
def test_a_text_and_itself_differ_in_nothing(text):
    _, found = whole(text, text)
    assert all((run.kind, run.difference) == ("kept", "") for run in found.runs)
    assert len(found.runs) <= 1
    assert found.kept == len(forms(text))


RARE = [f"{x}{y}" for x in "bdfglmnprst" for y in ("ado", "ibo", "olo", "une", "eck")]


@given(
    st.lists(st.sampled_from(RARE), unique=True, min_size=8, max_size=20),
    st.integers(2, 5),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_one_edit_among_words_that_stand_once_is_what_difflib_finds(words, at, out, new):
    fresh = [word for word in RARE if word not in words][:new]
    edited = [*words[:at], *fresh, *words[at + out :]]
    matcher = difflib.SequenceMatcher(None, words, edited, autojunk=False)
    names = {"equal": "kept", "replace": "replaced", "delete": "deleted", "insert": "inserted"}
    expected = [
        (names[tag], " ".join(words[i:x]), " ".join(edited[j:y]))
        for tag, i, x, j, y in matcher.get_opcodes()
    ]
    document, found = whole(" ".join(words), " ".join(edited))
    assert [(kind, a, b) for kind, _, a, b in rows(document, found)] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The king would accept a truce.",
            "The king may be open to a lasting truce.",
            [
                ("replaced", "wording", "would accept", "may be open to"),
                ("inserted", "wording", "", "lasting"),
            ],
        ),
        (
            "Our defence minister organised it.",
            "Our defense minister organized it.",
            [
                ("replaced", "spelling", "defence", "defense"),
                ("replaced", "spelling", "organised", "organized"),
            ],
        ),
        (
            "Three ships left on the 3rd.",
            "3 ships left on the third.",
            [
                ("replaced", "numeral", "Three", "3"),
                ("replaced", "numeral", "3rd", "third"),
            ],
        ),
        (
            "They can’t sell it",
            "They can't sell it",
            [("kept", "typography", "can’t", "can't")],
        ),
        (
            "He said “no” twice",
            'He said "no" twice',
            [("replaced", "typography", "“", '"'), ("replaced", "typography", "”", '"')],
        ),
        (
            "Ministers met, then left",
            "Ministers met then left",
            [("deleted", "punctuation", ",", "")],
        ),
        ("The bridge shut", "the bridge shut", [("kept", "case", "The", "the")]),
        (
            "They had not paid ten per cent",
            "They hadn’t paid ten percent",
            [
                ("replaced", "form", "had not", "hadn’t"),
                ("replaced", "spelling", "per cent", "percent"),
            ],
        ),
        (
            "It costs £500 million",
            "It costs $500 million",
            [("replaced", "wording", "£500", "$500")],
        ),
        (
            "It grew by 14.2 per cent",
            "It grew by 142%",
            [("replaced", "wording", "14.2 per cent", "142%")],
        ),
        (
            "It grew by 1,200 per cent and no one asked",
            "It grew by 1200% and no-one asked",
            [
                ("replaced", "spelling", "1,200 per cent", "1200%"),
                ("replaced", "spelling", "no one", "no-one"),
            ],
        ),
        (
            "Officials in the US met",
            "Officials told us they met",
            [("replaced", "wording", "in the US", "told us they")],
        ),
        (
            "The bridge will open in spring",
            "The bridge could open in spring",
            [("replaced", "wording", "will", "could")],
        ),
        (
            "The envoy had ruled out troops",
            "The envoy had firmly ruled out troops",
            [("inserted", "wording", "", "firmly")],
        ),
        (
            "The minister rejected a plan",
            "The minister dismissed the plan",
            [
                ("replaced", "wording", "rejected", "dismissed"),
                ("replaced", "small words", "a", "the"),
            ],
        ),
        (
            "On Thursday Mr Brown met the envoy in Paris",
            "In Paris Mr Brown met the envoy on Thursday",
            [
                ("moved", "case", "On Thursday", "on Thursday"),
                ("moved", "case", "in Paris", "In Paris"),
            ],
        ),
        (
            "In the end Mr Macron met her in Paris",
            "In the end for his part Macron met her in Paris",
            [
                ("deleted", "small words", "Mr", ""),
                ("inserted", "wording", "", "for his part"),
            ],
        ),
        (
            "It cost $500 billion",
            "It cost around $500 billion",
            [("inserted", "wording", "", "around")],
        ),
        ("", "Ducks swim", [("inserted", "wording", "", "Ducks swim")]),
        ("", "", []),
        ("…", "—", [("replaced", "punctuation", "…", "—")]),
    ],
)
def test_the_runs_a_person_would_draw(one, other, expected):
    found = changes(one, other)
    assert sorted(found) == sorted(expected)


def test_of_two_sentences_against_one_all_words_are_compared():
    document = Document.of_texts(
        [
            "The bridge was shut on Monday. Ducks swim. Its girders had a crack.",
            "Since its girders had a crack, the bridge was shut on Monday.",
        ]
    )
    found = word_differences(document, 0, 1, Link((0, 2), (0,), "merged", 0.5))
    texts = rows(document, found)
    assert ("moved", "case", "Its girders had a crack", "its girders had a crack") in texts
    assert ("kept", "", "bridge was shut on Monday", "bridge was shut on Monday") in texts
    assert sum(run.n_a for run in found.runs) == 11
    assert "Ducks" not in " ".join(row[2] for row in texts)


def test_no_passage_runs_over_what_is_not_compared():
    text = "The bridge was\n\nSubscribe now\n\nshut on Monday."
    start = text.index("Subscribe")
    marked = Article("a", text, furniture=(Mark(start, start + 13, "newsletter"),))
    document = Document.of([marked, Article("b", "The bridge was shut on Monday.")])
    a, b = (Passage(x.id, 0, len(x.text)) for x in document.articles)
    found = passage_differences(document, a, b)
    assert [row[2] for row in rows(document, found)] == ["The bridge was", "shut on Monday"]


def test_a_passage_may_begin_between_a_sign_and_its_figure():
    text = "It costs £500 now"
    document = Document.of_texts([text, "500"])
    start = text.index("500")
    found = passage_differences(document, Passage("1", start, start + 3), Passage("2", 0, 3))
    assert sum(run.n_a for run in found.runs) == 1


@given(TEXTS, st.integers(0, 30), st.integers(0, 30), TEXTS)
def test_a_passage_has_the_words_that_lie_wholly_inside_it(text, start, length, other):
    document = Document.of_texts(["Before it.", text, other])
    passage = Passage("2", start, start + length)
    found = passage_differences(document, passage, Passage("3", 0, len(other)))
    inside = [m for m in WORD.finditer(text) if start <= m.start() and m.end() <= start + length]
    words = [m[0] for run in found.of_a for m in WORD.finditer(text[run.a.start : run.a.end])]
    assert words == [m[0] for m in inside]
    assert sum(run.n_b for run in found.runs) == len(forms(other))


def test_a_text_in_capitals_has_small_words_too():
    assert changes("IT IS US WHO PAY", "it is us who pay") == [
        ("kept", "case", "IT IS US WHO PAY", "it is us who pay")
    ]


def test_words_partly_inside_a_passage_are_left_out():
    document = Document.of_texts(["Ducks swim well", "swim"])
    found = passage_differences(document, Passage("1", 2, 12), Passage("2", 0, 4))
    assert rows(document, found) == [("kept", "", "swim", "swim")]


def test_a_passage_of_an_unknown_article_is_a_key_error():
    document = Document.of_texts(["Ducks swim"])
    with pytest.raises(KeyError):
        passage_differences(document, Passage("1", 0, 5), Passage("9", 0, 5))


@pytest.mark.parametrize("pack", gold.PACKS)
def test_links_of_the_packs_lose_no_word(pack):
    document = Document.of(gold.articles(pack))
    for a, b in combinations(range(len(document.articles)), 2):
        links = [Link((i,), (j,), "reworded", 0.5) for i, j in sorted(gold.gold_links(pack)[a, b])]
        for link, found in zip(links, all_differences(document, a, b, links), strict=True):
            assert found == word_differences(document, a, b, link)
            for side, numbers in ((0, link.a), (1, link.b)):
                text = gold.sentences(document, (a, b)[side])[numbers[0]]
                count = sum((run.n_a, run.n_b)[side] for run in found.runs)
                assert count == len(forms(text))
