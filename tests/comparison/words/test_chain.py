"""The heaviest chain, held against a plain table of all cells."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.comparison.words import chain as word_chain
from toolkit.comparison.words.chain import BREAK, Pair, heaviest_chain, pair_weight
from toolkit.comparison.words.likeness import WordFacts
from toolkit.comparison.words.parting import parting_words
from toolkit.comparison.words.sides import ArticleWords
from toolkit.text.document import Document


def facts(*texts: str) -> list[WordFacts]:
    """What is known of the words of each text."""
    document = Document.of_texts(texts)
    found = []
    for k, text in enumerate(texts):
        words = ArticleWords(document, k)
        numbers = tuple(range(len(document.sentence_passages(k))))
        found.append(
            words.sentences(numbers).facts if text.split() else WordFacts([], [], [], [], [])
        )
    return found


def worth(a: WordFacts, b: WordFacts, chain: list[Pair]) -> int:
    """What a chain is worth, counted anew."""
    edges = [(-1, -1), *chain, (len(a.forms), len(b.forms))]
    breaks = sum((x - i, y - j) != (1, 1) for (i, j), (x, y) in pairwise(edges))
    return sum(pair_weight(a, i, b, j) for i, j in chain) - BREAK * breaks


def plain_best(a: WordFacts, b: WordFacts) -> int:
    """The most that any chain is worth: a table of all cells, ending in a match or in a gap."""
    n, m = len(a.forms), len(b.forms)
    low = -(10**9)
    match = [[low] * (m + 2) for _ in range(n + 2)]
    gap = [[low] * (m + 2) for _ in range(n + 2)]
    match[0][0] = 0
    for i in range(n + 2):
        for j in range(m + 2):
            if i and j:
                before = max(match[i - 1][j - 1], gap[i - 1][j - 1])
                if i <= n and j <= m and a.families[i - 1] == b.families[j - 1]:
                    match[i][j] = before + pair_weight(a, i - 1, b, j - 1)
                if (i, j) == (n + 1, m + 1):
                    return before
            gap[i][j] = max(
                match[i][j] - BREAK,
                gap[i - 1][j] if i else low,
                gap[i][j - 1] if j else low,
            )
    raise AssertionError


WORDS = "the of to bridge bridges council councillor truce will would three 3 grey gray a".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@given(TEXTS, TEXTS)
def test_no_chain_is_worth_more(one, other):
    a, b = facts(one, other)
    chain = heaviest_chain(a, b)
    assert worth(a, b, chain) == plain_best(a, b)


@given(TEXTS, TEXTS, st.integers(0, 30))
def test_a_chain_by_anchors_is_a_chain(one, other, most):
    a, b = facts(one, other)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_chain, "_MOST_PAIRS", most)
        patch.setattr(word_chain, "_MOST_ANCHORS", most)
        chain = heaviest_chain(a, b)
    assert chain == sorted(chain)
    assert len({i for i, _ in chain}) == len({j for _, j in chain}) == len(chain)
    assert [j for _, j in chain] == sorted(j for _, j in chain)
    assert all(a.families[i] == b.families[j] for i, j in chain)


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_anchors_find_nearly_what_the_whole_table_finds(seed):
    draw = random.Random(seed)
    words = [f"{x}{y}" for x in "bdfglmnprst" for y in ("ado", "ibo", "olo", "une", "eck")]
    words += ["the", "of", "and", "to"] * 10
    base = draw.choices(words, k=300)
    edited = [word for word in base if draw.random() > 0.05]
    a, b = facts(" ".join(base), " ".join(edited))
    whole = plain_best(a, b)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_chain, "_MOST_PAIRS", 400)
        found = worth(a, b, heaviest_chain(a, b))
    assert 0.97 * whole <= found <= whole


def words_of(text: str, chain: list[Pair]) -> list[str]:
    return [text.split()[i] for i, _ in chain]


def test_content_words_decide_and_grammar_words_follow():
    one = "the envoy of the state said that the truce of the year is near"
    other = "of the truce the envoy said the end is near"
    a, b = facts(one, other)
    assert words_of(one, heaviest_chain(a, b)) == ["the", "envoy", "said", "is", "near"]


def test_a_lone_article_between_two_changes_is_let_go_and_may_part_them_later():
    one, other = "ministers rejected the notion outright", "envoys dismissed the idea today"
    a, b = facts(one, other)
    assert heaviest_chain(a, b) == []
    assert parting_words(a, b, 0, 5, 0, 5) == [(2, 2)]


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        (
            "is going to make sure nothing happens",
            "will ensure that nothing goes awry",
            ["nothing"],
        ),
        ("payment for previous", "repayment for past", ["for"]),
        ("the big old iron bridge fell down", "yesterday it fell into the sea", []),
        ("accept a", "be open to a lasting", ["a"]),
        (
            "with no cards and you get sick of it",
            "without leverage and was weary of that",
            ["and", "of"],
        ),
    ],
)
def test_words_that_part_a_change_leave_even_pieces(one, other, parted):
    a, b = facts(one, other)
    found = parting_words(a, b, 0, len(a.forms), 0, len(b.forms))
    assert words_of(one, found) == parted


@pytest.mark.timeout(60)
@pytest.mark.parametrize("kind", ["same", "edited", "shuffled", "one word"])
def test_a_hundred_thousand_words(kind):
    draw = random.Random(1)
    words = ["the", "of", "and"] * 50 + [f"w{k}" for k in range(3000)]
    base = draw.choices(words, k=100_000)
    other = {
        "same": base,
        "edited": [word for word in base if draw.random() > 0.02],
        "shuffled": draw.sample(base, len(base)),
        "one word": ["the"] * 100_000,
    }[kind]
    a, b = facts(" ".join(["the"] * 90_000 if kind == "one word" else base), " ".join(other))
    chain = heaviest_chain(a, b)
    if kind == "same":
        assert chain == [(k, k) for k in range(100_000)]
    elif kind == "edited":
        assert len(chain) > 0.99 * len(other)
    elif kind == "one word":
        assert len(chain) == 90_000
    assert all(x[0] < y[0] and x[1] < y[1] for x, y in pairwise(chain))
