"""Copied text, held against slow and plain twins."""

import difflib
import math
import random
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import gold
from tests.texts import ARTICLE, ODD, RETELLING
from toolkit.article import Article, Mark
from toolkit.comparison.copying import passages as reuse
from toolkit.comparison.copying.passages import Overlap, copied, ngrams, overlap, shared_passages
from toolkit.text.document import Document
from toolkit.text.words import WORD, normal_form


def forms(text: str) -> list[str]:
    return [normal_form(word) for word in WORD.findall(text)]


def plain_overlap(a: str, b: str, n: int) -> Overlap:
    def grams(text: str) -> set[tuple[str, ...]]:
        words = forms(text)
        return {tuple(words[k : k + n]) for k in range(len(words) - n + 1)}

    def share(part: set, whole: set) -> float:
        return len(part) / len(whole) if whole else math.nan

    first, second = grams(a), grams(b)
    both = first & second
    return Overlap(
        share(both, first | second),
        share(both, first),
        share(both, second),
        len(both),
        len(first - second),
        len(second - first),
    )


def plain_runs(a: list[str], b: list[str], least: int) -> set[tuple[int, int, int]]:
    """All maximal diagonal runs: begin in a, begin in b, number of words."""
    found = set()
    for i in range(len(a)):
        for j in range(len(b)):
            if i and j and a[i - 1] == b[j - 1]:
                continue
            n = 0
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            if n >= least:
                found.add((i, j, n))
    return found


def runs(document: Document, least: int) -> set[tuple[int, int, int]]:
    """Shared passages of the first two articles, as word numbers; their words are checked."""
    words, edges = document.words, document.article_words
    numbers = [
        {int(start): k for k, start in enumerate(words.starts[edges[i] : edges[i + 1]])}
        for i in (0, 1)
    ]
    found = set()
    for passage in shared_passages(document, 0, 1, least):
        texts = [
            article.words_of(side)
            for article, side in zip(document.articles, (passage.a, passage.b), strict=False)
        ]
        assert forms(texts[0]) == forms(texts[1])
        assert len(forms(texts[0])) == passage.n_words
        found.add((numbers[0][passage.a.start], numbers[1][passage.b.start], passage.n_words))
    return found


LETTERS = st.sampled_from(["a b", "a b c", "a b c d e f"]).flatmap(
    lambda alphabet: st.lists(st.sampled_from(alphabet.split()), max_size=40)
)
TEXTS = st.one_of(LETTERS.map(" ".join), st.text(max_size=60), st.sampled_from(ODD))


@given(TEXTS, TEXTS, st.integers(1, 6))
def test_overlap_is_that_of_sets(a, b, n):
    found = overlap(Document.of_texts([a, "x y z x y z", b]), 0, 2, n)
    np.testing.assert_equal(astuple(found), astuple(plain_overlap(a, b, n)))


@given(LETTERS, st.integers(1, 6))
def test_ngrams_are_numbered_by_what_they_are(letters, n):
    grams = [tuple(letters[k : k + n]) for k in range(len(letters) - n + 1)]
    found = ngrams(np.array([ord(letter) for letter in letters], np.int32), n).tolist()
    assert len(found) == len(grams)
    assert len(set(zip(grams, found, strict=True))) == len(set(grams)) == len(set(found))


@given(LETTERS, LETTERS, st.integers(1, 6))
def test_shared_passages_are_all_maximal_runs(a, b, least):
    document = Document.of_texts([" ".join(a), " ".join(b)])
    assert runs(document, least) == plain_runs(a, b, least)


@given(TEXTS, TEXTS)
def test_passages_and_overlap_found_together_are_those_found_apart(a, b):
    document = Document.of_texts([a, b])
    apart = shared_passages(document, 0, 1), overlap(document, 0, 1)
    assert repr(copied(document, 0, 1)) == repr(apart)  # NaN is NaN


@given(LETTERS, LETTERS)
def test_the_longest_passage_is_as_long_as_that_of_difflib(a, b):
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    longest = matcher.find_longest_match(0, len(a), 0, len(b)).size
    found = shared_passages(Document.of_texts([" ".join(a), " ".join(b)]), 0, 1, least=1)
    assert max((passage.n_words for passage in found), default=0) == longest


@given(LETTERS, LETTERS, st.integers(1, 4))
def test_the_other_way_round_the_passages_are_the_same(a, b, least):
    texts = [" ".join(a), " ".join(b)]
    there = runs(Document.of_texts(texts), least)
    back = runs(Document.of_texts(texts[::-1]), least)
    assert there == {(i, j, n) for j, i, n in back}


@given(LETTERS, LETTERS, st.integers(1, 4), st.integers(1, 12))
def test_of_too_many_passages_the_longest_are_kept(a, b, least, most):
    every = plain_runs(a, b, least)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reuse, "_MOST_PASSAGES", most)
        found = runs(Document.of_texts([" ".join(a), " ".join(b)]), least)
    assert found <= every
    if len(every) <= most:
        assert found == every
    else:
        assert 0 < len(found) <= most
        lengths = [n for *_, n in found]
        longest = max(n for *_, n in every)
        assert longest in lengths or 2 * min(lengths) > longest


def test_case_punctuation_and_style_of_quotes_are_ignored():
    document = Document.of_texts(
        ["He said: “I can’t sell our post-war bridge!” today.", "I CAN'T SELL our post‑war bridge."]
    )
    (found,) = shared_passages(document, 0, 1)
    assert document.articles[0].words_of(found.a) == "I can’t sell our post-war bridge"
    assert document.articles[1].words_of(found.b) == "I CAN'T SELL our post‑war bridge"
    assert found.n_words == 6


def test_a_passage_that_stands_twice_is_found_twice():
    line = "the old bridge was closed on monday"
    document = Document.of_texts([f"{line}. but {line}.", f"so {line}"])
    assert [p.n_words for p in shared_passages(document, 0, 1)] == [7, 7]


def test_furniture_is_no_shared_text():
    line = "sign up for our free newsletter today"
    articles = [
        Article(name, line, furniture=(Mark(0, len(line), "newsletter"),)) for name in ("a", "b")
    ]
    document = Document.of(articles)
    assert shared_passages(document, 0, 1) == ()
    assert math.isnan(overlap(document, 0, 1).jaccard)


def with_heading(text: str, heading: str) -> Article:
    start = text.index(heading)
    return Article("h", text, headings=(Mark(start, start + len(heading), "subheading"),))


def test_a_heading_ends_a_run_and_a_mark_inside_a_line_does_not():
    words = "the old bridge was closed on monday after a crack was found there"
    plain = Article("a", words)
    lined = with_heading(words.replace(" after", "\n\nWhat next\n\nafter"), "What next")
    inside = with_heading(words.replace(" after", " [Advert] after"), "[Advert]")
    found = shared_passages(Document.of([plain, lined]), 0, 1)
    assert [plain.words_of(p.a) for p in found] == [words[:35], words[36:]]
    assert [lined.words_of(p.b) for p in found] == [words[:35], words[36:]]
    found = shared_passages(Document.of([plain, inside]), 0, 1)
    assert [p.n_words for p in found] == [13]
    assert shared_passages(Document.of([plain, lined]), 0, 1, least=8) == ()


def test_no_passage_runs_from_one_article_into_the_next():
    document = Document.of_texts(["a b c", "d e f", "a b c d e f"])
    assert {p.n_words for p in shared_passages(document, 0, 2, least=3)} == {3}
    assert shared_passages(document, 0, 1, least=1) == ()


@pytest.mark.parametrize("texts", [["", ""], ["", "one two three four five"], ["***", "— …"]])
def test_without_words_overlap_is_undefined(texts):
    document = Document.of_texts(texts)
    found = overlap(document, 0, 1)
    assert math.isnan(found.containment_a_in_b)
    assert shared_passages(document, 0, 1) == ()


def test_an_article_and_itself():
    document = Document.of_texts([ARTICLE, ARTICLE])
    found = overlap(document, 0, 1)
    assert (found.jaccard, found.containment_a_in_b, found.containment_b_in_a) == (1, 1, 1)
    longest = max(shared_passages(document, 0, 1), key=lambda p: p.n_words)
    assert longest.n_words == len(forms(ARTICLE))
    assert ARTICLE.startswith(document.articles[0].words_of(longest.a))


@pytest.mark.timeout(60)
def test_endless_repetition_takes_no_endless_time():
    document = Document.of_texts(["the " * 5000, "the " * 4000])
    found = shared_passages(document, 0, 1)
    assert len(found) == 4996 + 3996 - 1
    assert max(p.n_words for p in found) == 4000
    assert overlap(document, 0, 1) == Overlap(1, 1, 1, 1, 0, 0)


@pytest.mark.timeout(60)
def test_a_few_words_in_any_order_take_no_endless_memory():
    draw = random.Random(5)
    texts = [" ".join(draw.choices(["the", "of"], k=30_000)) for _ in range(2)]
    a, b = (forms(text) for text in texts)
    found = shared_passages(Document.of_texts(texts), 0, 1)
    assert 0 < len(found) <= 100_000
    longest = difflib.SequenceMatcher(None, a[:200], b[:200], autojunk=False)
    assert max(p.n_words for p in found) >= longest.find_longest_match().size


@pytest.mark.parametrize("pack", gold.PACKS)
def test_what_the_tellings_of_a_pack_share(pack):
    document = Document.of(gold.articles(pack))
    for a, b in gold.gold_links(pack):
        pair = Document.of([document.articles[a], document.articles[b]])
        words, edges = pair.words, pair.article_words
        names = pair.word_forms.entries
        both = [[names[f] for f in words.forms[edges[k] : edges[k + 1]]] for k in (0, 1)]
        every = plain_runs(*both, 5)
        # Only a heading between two paragraphs can make pieces of a run.
        for i, j, n in runs(pair, 5):
            assert any(i - x == j - y and x <= i and i + n <= x + m for x, y, m in every)
        found = shared_passages(document, a, b)
        assert [p.n_words for p in found] == [p.n_words for p in shared_passages(pair, 0, 1)]
        assert len(found) >= len(every)


def test_what_the_retelling_shares():
    document = Document.of_texts([ARTICLE, RETELLING])
    found = shared_passages(document, 0, 1, least=4)
    assert [(ARTICLE[p.a.start : p.a.end], RETELLING[p.b.start : p.b.end]) for p in found] == [
        ("Its girders had a crack", "Its girders had a crack"),
        ("It was not safe", "it was not safe"),
        ("said Dr. Tomas Wren", "said.\n\nDr Tomas Wren"),
    ]
