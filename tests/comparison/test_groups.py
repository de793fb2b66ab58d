"""Facts over all tellings of a story."""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests import gold
from toolkit.article import Article
from toolkit.comparison.compare import Comparison, Pair, compare
from toolkit.comparison.copying.passages import overlap
from toolkit.comparison.groups import AGREEMENT, THROUGH, facts, told_by_all, told_by_one
from toolkit.comparison.links.alignment import Alignment, Link, Nearest
from toolkit.text.document import Document

WORDS = "Alpha came. Bravo went. Charlie sat. Delta ran. Echo hid.".split(". ")


def story(counts, links):
    """Tellings of so many sentences each, and the links (a, i, b, j, similarity) between them."""
    texts = [" ".join(f"{w.rstrip('.')}." for w in WORDS[:n]) for n in counts]
    document = Document.of_texts(texts)
    nothing = overlap(document, 0, 0)
    pairs = []
    for a, b in combinations(range(len(counts)), 2):
        here = tuple(
            Link((i,) if isinstance(i, int) else i, (j,) if isinstance(j, int) else j, r, s)
            for x, i, y, j, r, s in links
            if (x, y) == (a, b)
        )
        alone = [
            tuple(k for k in range(n) if k not in {m for link in here for m in side(link)})
            for n, side in ((counts[a], lambda link: link.a), (counts[b], lambda link: link.b))
        ]
        near = [(Nearest(-1, 0.0),) * counts[k] for k in (a, b)]
        pairs.append(Pair(a, b, Alignment(here, *alone, *near), (), nothing))
    return Comparison(document, ({},) * len(counts), tuple(pairs))


def same(a, i, b, j, similarity=0.5, relation="reworded"):
    return a, i, b, j, relation, similarity


def sentences(comparison):
    return [fact.sentences for fact in facts(comparison)]


def test_a_link_missing_between_two_of_three_is_made_good():
    found = facts(story([1, 1, 1], [same(0, 0, 1, 0), same(1, 0, 2, 0, 0.9, "verbatim")]))
    assert [fact.sentences for fact in found] == [((0,), (0,), (0,))]
    assert found[0].relations == ("", "reworded", THROUGH)


def test_one_wrong_link_does_not_glue_two_facts():
    agreed = [same(a, k, b, k, 0.9) for k in (0, 1) for a, b in combinations(range(3), 2)]
    assert sentences(story([2, 2, 2], agreed)) == [((0,),) * 3, ((1,),) * 3]
    assert sentences(story([2, 2, 2], [*agreed, same(0, 0, 1, 1, 0.95)])) == [
        ((0,),) * 3,
        ((1,),) * 3,
    ]


def test_a_chain_of_links_is_not_followed_to_its_end():
    chain = [same(0, 0, 1, 0), same(1, 0, 2, 0), same(2, 0, 3, 0)]
    found = sentences(story([1, 1, 1, 1], chain))
    assert max(sum(map(len, fact)) for fact in found) < 4


def test_split_and_merged_sentences_stay_together():
    split = [same(0, 0, 1, (0, 1), relation="split"), same(0, (1, 2), 1, 2, relation="merged")]
    found = facts(story([3, 3], split))
    assert [fact.sentences for fact in found] == [((0,), (0, 1)), ((1, 2), (2,))]
    assert [fact.relations for fact in found] == [("", "split"), ("", "merged")]


def test_order_is_that_of_the_first_telling_and_the_rest_follows_what_it_follows():
    #   first: 0 1 2     second: lead of its own, then 1, own, 0, own
    found = story([3, 5], [same(0, 1, 1, 1), same(0, 0, 1, 3)])
    assert sentences(found) == [
        ((), (0,)),
        ((0,), (3,)),
        ((), (4,)),
        ((1,), (1,)),
        ((), (2,)),
        ((2,), ()),
    ]


def test_positions_passages_and_example():
    comparison = story([1, 5], [same(0, 0, 1, 1, 0.4), same(0, 0, 1, 3, 0.8)])
    fact = facts(comparison)[1]
    assert fact.sentences == ((0,), (1, 3))
    assert fact.positions == (0.0, 0.25)
    assert [len(passages) for passages in fact.passages] == [1, 2]
    assert comparison.words_of(fact.passages[1][1]) == "Delta ran."
    assert comparison.words_of(fact.example) == "Alpha came.", "linked with both others"
    assert math.isnan(facts(comparison)[0].positions[0])


def test_all_and_one():
    found = facts(story([2, 2, 1], [same(0, 0, 1, 0), same(0, 0, 2, 0), same(1, 0, 2, 0)]))
    assert [fact.sentences for fact in told_by_all(found)] == [((0,), (0,), (0,))]
    assert [fact.tellings for fact in told_by_one(found)] == [(1,), (0,)]


def test_little_to_group():
    assert facts(compare([])) == ()
    assert [fact.sentences for fact in facts(compare([Article("a", "One. Two!")]))] == [
        ((0,),),
        ((1,),),
    ]
    assert sentences(compare([Article("a", ""), Article("b", "One.")])) == [((), (0,))]


def test_texts_that_repeat_one_sentence_end_in_time():
    text = "The same thing again. " * 400
    found = facts(compare([Article("a", text), Article("b", text)]))
    assert sum(len(numbers) for fact in found for numbers in fact.sentences) == 800


@st.composite
def stories(draw):
    counts = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    cells = [
        (a, i, b, j)
        for a, b in combinations(range(len(counts)), 2)
        for i in range(counts[a])
        for j in range(counts[b])
    ]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, max_size=12))
    values = draw(st.lists(st.integers(1, 10), min_size=len(chosen), max_size=len(chosen)))
    return counts, [same(*cell, value / 10) for cell, value in zip(chosen, values, strict=True)]


@given(stories())
def test_every_sentence_is_in_one_fact_and_groups_are_those_of_plain_average_linkage(made):
    counts, links = made
    found = sentences(story(counts, links))
    members = sorted((k, i) for fact in found for k, numbers in enumerate(fact) for i in numbers)
    assert members == [(k, i) for k, n in enumerate(counts) for i in range(n)]
    groups = {
        frozenset((k, i) for k, numbers in enumerate(fact) for i in numbers) for fact in found
    }
    assert groups == plain_average_linkage(counts, links)


def plain_average_linkage(counts, links):
    """The same written out: look at every two groups again and again."""
    value = {}
    for a, i, b, j, _, similarity in links:
        value[(a, i), (b, j)] = value[(b, j), (a, i)] = round(similarity * 10_000)
    everything = [(k, i) for k, n in enumerate(counts) for i in range(n)]
    borne_out = {
        (x, y): sum((x, z) in value and (y, z) in value for z in everything) for x, y in value
    }
    value = {pair: plain * (1 + borne_out[pair]) for pair, plain in value.items()}
    groups = [((k, i),) for k, n in enumerate(counts) for i in range(n)]
    while True:
        best = None
        for one, other in combinations(groups, 2):
            meeting = [(x, y) for x in one for y in other if x[0] != y[0]]
            linked = [value[pair] for pair in meeting if pair in value]
            if linked and len(linked) >= AGREEMENT * len(meeting):
                first, second = sorted((min(one), min(other)))
                row = (-sum(linked) / len(meeting), first, second, one, other)
                best = min(best, row) if best else row
        if best is None:
            return set(map(frozenset, groups))
        groups = [g for g in groups if g not in best[3:]] + [tuple(sorted(best[3] + best[4]))]


def test_groups_agree_with_the_keys_at_least_as_well_as_links_do():
    wanted, linked, grouped = set(), set(), set()
    for pack in gold.PACKS:
        comparison = compare(gold.articles(pack))
        wanted |= {
            (pack, a, b, *cell) for (a, b), cells in gold.gold_links(pack).items() for cell in cells
        }
        linked |= {
            (pack, pair.a, pair.b, i, j)
            for pair in comparison.pairs
            for link in pair.alignment.links
            for i in link.a
            for j in link.b
        }
        grouped |= {
            (pack, a, b, i, j)
            for fact in facts(comparison)
            for a, b in combinations(fact.tellings, 2)
            for i in fact.sentences[a]
            for j in fact.sentences[b]
        }
    f1 = [2 * len(s & wanted) / (len(s) + len(wanted)) for s in (linked, grouped)]
    assert f1[1] >= f1[0]
