"""The same-slot wording table."""

from itertools import combinations

import pytest

from tests import gold
from toolkit.comparison.links.alignment import Link
from toolkit.comparison.words.wording import Slot, wording
from toolkit.text.document import Document

ONE = Link((0,), (0,), "reworded", 0.5)


def table(one: str, other: str, **how) -> list[tuple[str, str, str]]:
    document = Document.of_texts([one, other])
    return [
        (slot.difference, *words(document, 0, 1, slot))
        for slot in wording(document, 0, 1, [ONE], **how)
    ]


def words(document: Document, a: int, b: int, slot: Slot) -> tuple[str, str]:
    articles = document.articles
    return articles[a].words_of(slot.a), articles[b].words_of(slot.b)


ORGANISED = (
    "The minister organised a ceasefire, which three envoys signed.",
    "The minister may have organized the lasting truce that 3 envoys signed.",
)


def test_only_slots_that_differ_in_wording_unless_every_one_is_asked_for():
    assert table(*ORGANISED) == [("wording", "a ceasefire, which", "the lasting truce that")]
    assert table(*ORGANISED, every=True) == [
        ("spelling", "organised", "organized"),
        ("wording", "a ceasefire, which", "the lasting truce that"),
        ("numeral", "three", "3"),
    ]


def test_additions_show_the_kept_word_beside_them():
    assert table(*ORGANISED, added=3) == [
        ("added", "organised", "may have organized"),
        ("wording", "a ceasefire, which", "the lasting truce that"),
    ]
    assert table("Ducks swim", "Ducks swim fast", added=1) == [("added", "swim", "swim fast")]
    assert table("Ducks swim", "Ducks swim very very fast", added=2) == []


def test_trivial_slots_say_so():
    document = Document.of_texts(ORGANISED)
    slots = wording(document, 0, 1, [ONE], every=True)
    assert [slot.trivial for slot in slots] == [True, False, True]


def test_of_sentences_with_next_to_nothing_in_common_there_are_no_slots():
    one = "Suspicion of the White House runs deep among its allies and its friends"
    other = "The mood in many European capitals has been tense since the last week"
    assert table(one, other, every=True, added=3) == []


def test_a_whole_clause_is_no_slot():
    long = " ".join(f"w{k}" for k in range(13))
    ends = "The mayor of Saltmere said {} about the bridge and the harbour and the council there"
    assert table(ends.format(long), ends.format("nothing")) == []
    assert table(ends.format(long[3:]), ends.format("nothing")) == [
        ("wording", long[3:], "nothing")
    ]


def fact_links(pack: str, document: Document, a: int, b: int) -> list[Link]:
    """One link for every fact of the key that both tellings have."""
    names = [article.id for article in document.articles]
    numbers = {
        (names[k], sentence): number
        for k in (a, b)
        for number, sentence in enumerate(gold.sentences(document, k))
    }
    return [
        Link(*(tuple(sorted(numbers[n, s] for s in fact["in"][n])) for n in both), "reworded", 0.5)
        for both in [(names[a], names[b])]
        for fact in gold.key(pack)["fact"]
        if all(name in fact["in"] for name in both)
    ]


# What the keys of the packs plant, and what a teacher would point at.
PLANTED = [
    ("peacekeepers", "meridian-wire", "newsfizzer", "ruled", "firmly ruled"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "not", "apparently not"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "American", "eye-watering American"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "strong", "powerful"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "great", "huge"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "resistance", "strength"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "Yeah", "Yes"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "do", "make"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "diplomats said", "They"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "Three", "Just a few"),
    ("peacekeepers", "meridian-wire", "newsfizzer", "is going to make sure", "will take care that"),
    (
        "peacekeepers",
        "meridian-wire",
        "newsfizzer",
        "Mr Trump was speaking",
        "The US leader dropped the bombshell",
    ),
    (
        "peacekeepers",
        "meridian-wire",
        "newsfizzer",
        "wants 50 per cent",
        "is after a whopping 50%",
    ),
    ("harbour-bridge", "saltmere-council", "saltmere-beacon", "will", "could"),
    ("harbour-bridge", "saltmere-council", "bridge-friends", "one of its main", "a single"),
    ("harbour-bridge", "saltmere-council", "bridge-friends", "asked", "forced"),
    ("harbour-bridge", "saltmere-council", "tern-coast-tv", "£14.2", "more than £14"),
    ("harbour-bridge", "saltmere-beacon", "bridge-friends", "new one", "soulless slab of concrete"),
    ("harbour-bridge", "saltmere-beacon", "bridge-friends", "was closed", "shut"),
]


@pytest.mark.parametrize(("pack", "one", "other", "wording_a", "wording_b"), PLANTED)
def test_what_the_packs_plant_is_found(pack, one, other, wording_a, wording_b):
    document = Document.of(gold.articles(pack))
    names = [article.id for article in document.articles]
    a, b = names.index(one), names.index(other)
    slots = wording(document, a, b, fact_links(pack, document, a, b), added=3)
    assert (wording_a, wording_b) in [words(document, a, b, slot) for slot in slots]


@pytest.mark.parametrize("pack", gold.PACKS)
def test_no_slot_of_a_pack_holds_only_small_words(pack):
    document = Document.of(gold.articles(pack))
    small = set("the a an of to in on and by for with is was".split())
    for a, b in combinations(range(len(document.articles)), 2):
        for slot in wording(document, a, b, fact_links(pack, document, a, b)):
            pair = words(document, a, b, slot)
            assert set(" ".join(pair).lower().split()) - small, pair
            assert pair[0] != pair[1]
