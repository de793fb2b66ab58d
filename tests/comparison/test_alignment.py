"""Sentence links: small cases for each relation, and the answer keys of the packs."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.texts import ODD
from toolkit.article import Article
from toolkit.comparison.alignment import RELATIONS, Alignment, Link, _relation, align
from toolkit.comparison.similarity import letter_groups, similarities
from toolkit.errors import UsageError
from toolkit.text.document import Document

CLOSED = "The old bridge in Saltmere was closed on Monday."
CRACK = "Engineers found a crack in one of its iron girders."
COST = "A new bridge would cost the council 14 million pounds."
BOTH = (
    "The old bridge in Saltmere was closed on Monday because engineers found a crack in one of its"
    " iron girders."
)
HURT = "Nobody was hurt."
FERRY = "Ferry tickets will be free until the summer."


def aligned(a: list[str], b: list[str]) -> Alignment:
    document = Document.of_texts(["\n\n".join(a), "\n\n".join(b)])
    assert document.article_sentences.tolist() == [0, len(a), len(a) + len(b)]
    return align(document, 0, 1)


def shape(found: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    return [(link.a, link.b, link.relation) for link in found.links]


CASES = {
    "verbatim": ([CLOSED, HURT], [CLOSED, COST], [((0,), (0,), "verbatim")]),
    "verbatim but for marks and capitals": (
        ["“We can’t wait,” said Okoro."],
        ['"We can\'t wait", SAID OKORO!'],
        [((0,), (0,), "verbatim")],
    ),
    "near-verbatim": (
        [CRACK],
        ["Engineers found a large crack in one of its iron girders."],
        [((0,), (0,), "near-verbatim")],
    ),
    "reworded": (
        [CLOSED, HURT],
        [FERRY, "On Monday Saltmere closed its old bridge."],
        [((0,), (1,), "reworded")],
    ),
    "split": ([BOTH, COST], [CLOSED, CRACK, FERRY], [((0,), (0, 1), "split")]),
    "merged": ([CLOSED, CRACK, FERRY], [BOTH, COST], [((0, 1), (0,), "merged")]),
    "moved": (
        [CLOSED, CRACK, COST],
        [COST, CLOSED, CRACK],
        [((0,), (1,), "verbatim"), ((1,), (2,), "verbatim"), ((2,), (0,), "verbatim")],
    ),
    "nothing alike": ([HURT], [FERRY], []),
    "one sentence each": ([CLOSED], [CLOSED], [((0,), (0,), "verbatim")]),
    "an empty article": ([CLOSED], [], []),
    "two empty articles": ([], [], []),
    "a standfirst told again in the body": (
        [CRACK, HURT, CRACK],
        [FERRY, COST, CRACK],
        [((0,), (2,), "verbatim"), ((2,), (2,), "verbatim")],
    ),
}


@pytest.mark.parametrize(("a", "b", "links"), CASES.values(), ids=CASES)
def test_case(a, b, links):
    found = aligned(a, b)
    assert shape(found) == links
    linked_a = {i for link in found.links for i in link.a}
    linked_b = {j for link in found.links for j in link.b}
    assert found.only_a == tuple(i for i in range(len(a)) if i not in linked_a)
    assert found.only_b == tuple(j for j in range(len(b)) if j not in linked_b)


def test_of_two_equal_copies_each_links_to_the_nearer_place():
    found = aligned([CRACK, HURT, COST, CRACK], [CRACK, FERRY, COST, CRACK])
    assert shape(found) == [
        ((0,), (0,), "verbatim"),
        ((2,), (2,), "verbatim"),
        ((3,), (3,), "verbatim"),
    ]


def test_of_nearly_equal_candidates_the_one_at_the_same_place_is_linked():
    body = [FERRY, COST, HURT]
    last = "Later that evening Meera Okoro waited outside alone."
    elsewhere = ["Rain fell all week.", "Gulls cried over town.", "Shops were shut.", last]
    candidates = ["Meera Okoro told jokes at noon.", "Meera Okoro kept quiet all day."]
    for first, second in (candidates, candidates[::-1]):
        found = aligned([first, *body, second], elsewhere)
        assert shape(found) == [((4,), (3,), "reworded")]


def test_a_relation_does_not_depend_on_which_text_comes_first():
    # difflib finds five sixths of the first in the second, and two thirds the other way round.
    one, other = ([ord(letter) for letter in word] for word in ("cacaca", "caccba"))
    assert _relation(one, other) == _relation(other, one)


def test_an_article_and_itself_link_sentence_by_sentence():
    texts = [CLOSED, CRACK, HURT, COST, FERRY]
    found = aligned(texts, texts)
    assert shape(found) == [((k,), (k,), "verbatim") for k in range(5)]
    assert {link.similarity for link in found.links} == {1.0}
    assert found.only_a == found.only_b == ()


def test_another_language_links_only_by_names():
    found = aligned(
        [CLOSED, HURT],
        ["Die alte Brücke in Saltmere wurde gesperrt.", "Es kam niemand zu Schaden."],
    )
    assert shape(found) in ([], [((0,), (0,), "reworded")])
    assert 1 in found.only_a
    assert 1 in found.only_b


WORDS = "bridge bridges closed Monday crack found council said the a of and Okoro, £14 cost".split()
SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(lambda w: " ".join(w) + "."),
    max_size=7,
)


def links_of(document: Document, a: int, b: int) -> tuple[set, tuple, tuple]:
    found = align(document, a, b)
    return set(found.links), found.only_a, found.only_b


TURNED = {"split": "merged", "merged": "split"}


@settings(max_examples=300)
@given(SENTENCES, SENTENCES)
def test_the_other_way_round_the_links_are_mirrored(a, b):
    document = Document.of_texts(["\n\n".join(a), "\n\n".join(b)])
    links, only_a, only_b = links_of(document, 0, 1)
    back, back_only_b, back_only_a = links_of(document, 1, 0)
    mirrored = {Link(x.b, x.a, TURNED.get(x.relation, x.relation), x.similarity) for x in back}
    assert links == mirrored
    assert (only_a, only_b) == (back_only_a, back_only_b)


@given(
    st.one_of(SENTENCES.map("\n\n".join), st.sampled_from(ODD), st.text(max_size=60)),
    st.one_of(SENTENCES.map("\n\n".join), st.sampled_from(ODD), st.text(max_size=60)),
)
def test_every_sentence_is_linked_or_told_by_one_only(a, b):
    document = Document.of_texts([a, b])
    found = align(document, 0, 1)
    counts = [len(document.sentence_passages(k)) for k in (0, 1)]
    linked = [
        {i for link in found.links for i in side(link)} for side in (lambda x: x.a, lambda x: x.b)
    ]
    assert linked[0] | set(found.only_a) == set(range(counts[0]))
    assert linked[1] | set(found.only_b) == set(range(counts[1]))
    assert not linked[0] & set(found.only_a)
    assert not linked[1] & set(found.only_b)
    assert len({(link.a, link.b) for link in found.links}) == len(found.links)
    for link in found.links:
        assert link.relation in RELATIONS
        assert 0 < link.similarity <= 1
        assert min(len(link.a), len(link.b)) == 1
        assert (link.relation == "split") == (len(link.b) > 1)
        assert (link.relation == "merged") == (len(link.a) > 1)
        assert list(link.a) == sorted(set(link.a))
        assert list(link.b) == sorted(set(link.b))


@given(SENTENCES, SENTENCES)
def test_a_pair_is_linked_the_same_whatever_stands_beside_it(a, b):
    texts = ["\n\n".join(a), "\n\n".join(b)]
    alone = links_of(Document.of_texts(texts), 0, 1)
    beside = Document.of_texts(["Bridge. " * 9, texts[1], "x", texts[0]])
    assert links_of(beside, 3, 1) == alone


@given(SENTENCES, SENTENCES)
def test_similarity_is_that_of_a_plain_twin(a, b):
    """Cosine of sublinear tf-idf over letter groups, worked out with dictionaries."""
    import math
    from collections import Counter

    from toolkit.text.words import WORD, normal_form

    rows = [
        Counter(g for word in WORD.findall(text) for g in letter_groups(normal_form(word)))
        for text in a + b
    ]
    frequency = Counter(group for row in rows for group in row)
    vectors = []
    for row in rows:
        vector = {
            g: (1 + math.log(n)) * (math.log((1 + len(rows)) / (1 + frequency[g])) + 1)
            for g, n in row.items()
        }
        length = math.sqrt(sum(w * w for w in vector.values()))
        vectors.append({g: w / length for g, w in vector.items()})
    document = Document.of_texts(["\n\n".join(a), "\n\n".join(b)])
    found = similarities(document, 0, 1)
    assert found.shape == (len(a), len(b))
    for i, one in enumerate(vectors[: len(a)]):
        for j, other in enumerate(vectors[len(a) :]):
            expected = sum(w * other.get(g, 0) for g, w in one.items())
            assert found[i, j] == pytest.approx(expected, abs=1e-9)


def test_letter_groups_of_a_monster_word_stay_few():
    assert len(letter_groups("a" * 10_000_000)) < 4000


def predicted(document: Document, a: int, b: int) -> gold.Pairs:
    return {(i, j) for link in align(document, a, b).links for i in link.a for j in link.b}


def scores(shuffled: random.Random | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 over the sentence pairs of all packs."""
    right = given_ = wanted = 0
    for pack in gold.PACKS:
        document = Document.of(gold.articles(pack))
        articles, orders = [], []
        for k in range(len(document.articles)):
            sentences = gold.sentences(document, k)
            order = list(range(len(sentences)))
            if shuffled:
                shuffled.shuffle(order)
            articles.append(
                replace(Article(str(k), "\n\n".join(sentences[n] for n in order)))
                if shuffled
                else document.articles[k]
            )
            orders.append(order)
        batch = Document.of(articles)
        for (a, b), links in gold.gold_links(pack).items():
            found = {(orders[a][i], orders[b][j]) for i, j in predicted(batch, a, b)}
            right += len(found & links)
            given_ += len(found)
            wanted += len(links)
    return right / given_, right / wanted, 2 * right / (given_ + wanted)


def test_links_agree_with_the_answer_keys():
    precision, recall, _ = scores()
    assert precision >= 0.88
    assert recall >= 0.80


def test_the_order_of_sentences_hardly_matters():
    in_order = scores()[2]
    draws = [scores(random.Random(seed))[2] for seed in range(5)]
    assert sum(draws) / len(draws) > in_order - 0.02


def test_the_relations_of_the_keys_are_found():
    """Where the key says how two sentences relate, the links that were found say so too."""
    agreed = found = 0
    for pack in gold.PACKS:
        document = Document.of(gold.articles(pack))
        texts = [gold.sentences(document, k) for k in range(len(document.articles))]
        names = [article.id for article in document.articles]
        for a, b in gold.gold_links(pack):
            told = {
                (one, other): fact["relation"]
                for fact in gold.key(pack)["fact"]
                if "relation" in fact
                for one in fact["in"].get(names[a], [])
                for other in fact["in"].get(names[b], [])
            }
            for link in align(document, a, b).links:
                for i in link.a:
                    for j in link.b:
                        relation = told.get((texts[a][i], texts[b][j]))
                        if relation in ("verbatim", "near-verbatim", "reworded"):
                            found += 1
                            agreed += relation == link.relation
    assert found >= 15
    assert agreed / found >= 0.8


def test_texts_too_long_to_be_held_against_each_other_are_refused():
    document = Document.of(
        [Article(name, "It closed. " * 6000, outlet=name.upper()) for name in ("a", "b")]
    )
    with pytest.raises(UsageError, match="A and B are too long to be compared"):
        align(document, 0, 1)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("word", "times"), [("the", 20_000), ("a" * 300, 3000)])
def test_two_sentences_without_end(word, times):
    document = Document.of_texts([f"{word} " * times + "x", f"{word} " * times + "y"])
    (link,) = align(document, 0, 1).links
    assert link.relation == "near-verbatim"
