"""Sentence links: small cases for each relation, and the answer keys of the packs."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.texts import ODD
from toolkit.article import Article
from toolkit.comparison.links.alignment import RELATIONS, Alignment, Link, Nearest, _relation, align
from toolkit.comparison.links.similarity import letter_groups, similarities
from toolkit.errors import UsageError
from toolkit.reading import read_article
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
    last = "Later that evening Meera Okoro waited alone outside the harbour office."
    elsewhere = ["Rain fell all week.", "Gulls cried over town.", "Shops were shut.", last]
    candidates = [
        "Meera Okoro was waiting by the harbour at noon.",
        "Meera Okoro was waiting by the harbour at dusk.",
    ]
    for first, second in (candidates, candidates[::-1]):
        found = aligned([first, *body, second], elsewhere)
        assert found.nearest_b[3].sentence == 4
        assert ((4,), (3,), "reworded") in shape(found)


def test_a_relation_does_not_depend_on_which_text_comes_first():
    # difflib finds five sixths of the first in the second, and two thirds the other way round.
    one, other = ([ord(letter) for letter in word] for word in ("cacaca", "caccba"))
    assert _relation(one, other) == _relation(other, one)


QUOTED = [
    "“They will mend it in the spring,” Okoro said.",
    "“I put that question to them.",
    "Look, nobody wants a ferry for ever.”",
]


def test_the_middle_of_a_quotation_joins_the_sentence_that_reports_it():
    told = [
        "“They will mend it in the spring,” Okoro told the meeting, adding that she had put the"
        " question to the council herself.",
        "“Nobody wants a ferry for ever.”",
    ]
    found = aligned([CLOSED, *QUOTED, COST], [CLOSED, *told, COST])
    assert ((1, 2), (1,), "merged") in shape(found)
    assert found.only_a == found.only_b == ()
    # Elsewhere in the article it says too little to be linked.
    elsewhere = aligned([CLOSED, QUOTED[0], QUOTED[2], COST, QUOTED[1]], [CLOSED, *told, COST])
    assert elsewhere.only_a == (4,)
    assert elsewhere.nearest_a[4].sentence == 1


def test_a_sentence_that_shares_its_subject_with_a_linked_one_is_told_by_one_only():
    found = aligned(
        [CLOSED, COST, "The council has also asked for a new bridge at Marsh Road since 1998."],
        [CLOSED, "The council said that a new bridge would cost it 14 million pounds."],
    )
    assert found.only_a == (2,)
    assert found.nearest_a[2].sentence == 1
    assert found.nearest_a[2].similarity < 0.5


def test_every_sentence_has_its_nearest():
    found = aligned([CLOSED, "Hm.", FERRY], [FERRY, CLOSED])
    assert [near.sentence for near in found.nearest_a] == [1, -1, 0]
    assert [near.similarity for near in found.nearest_a] == [1.0, 0.0, 1.0]
    assert found.nearest_b == (Nearest(2, 1.0), Nearest(0, 1.0))
    assert aligned([CLOSED], []).nearest_a == (Nearest(-1, 0.0),)


def test_two_bare_sentences_are_linked_if_they_are_paraphrases():
    more = CLOSED[:-1] + ", and 40 shops, 3 schools and a museum lost most of their visitors."
    assert aligned([CLOSED], [CLOSED.replace("closed", "shut")]).links
    assert not aligned([CLOSED], [more]).links
    # Where the articles around them share a story, the longer one reports the same and more.
    assert aligned([CLOSED, COST, FERRY], [more, COST, HURT]).links[0].b == (0,)


def test_a_text_and_itself_reversed():
    texts = [CLOSED, CRACK, HURT, COST, FERRY]
    found = aligned(texts, texts[::-1])
    assert shape(found) == [((k,), (4 - k,), "verbatim") for k in range(5)]


def test_a_sentence_repeated_without_end_is_linked_place_by_place():
    found = aligned([CLOSED] * 60, [CLOSED] * 60)
    assert shape(found) == [((k,), (k,), "verbatim") for k in range(60)]


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
    assert precision >= 0.92
    assert recall >= 0.85


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
    assert found >= 13
    assert agreed / found >= 0.8


def test_the_real_pair(shared):
    """Two articles as they were published: what is told twice is linked, and nothing else."""
    files = [shared / "stories/peacekeepers" / f"{k}-telling.txt" for k in ("first", "second")]
    if not all(file.is_file() for file in files):
        pytest.skip("the real articles are not here")
    found = align(Document.of([read_article(file) for file in files]), 0, 1)
    assert found.only_a == tuple(range(9, 24))
    assert found.only_b == (18,)
    links = {(link.a, link.b): link.relation for link in found.links}
    assert links[(4, 5), (4,)] == "merged"  # a quotation, its middle turned into reported speech
    assert links[(24,), (8, 9)] == "split"
    assert links[(38, 39), (24,)] == "merged"
    for standfirst, body in ((0, 7), (1, 8)):  # told at the top and again in the body
        assert ((standfirst,), (standfirst,)) in links
        assert ((body,), (body - 1,)) in links
    assert len(links) == 23


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
