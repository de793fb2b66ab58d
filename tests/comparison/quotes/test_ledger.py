"""The quote ledger: one small case for each relation and trap, then the answer keys."""

import random
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.comparison.attributed import Told, linked
from tests.texts import ODD
from toolkit.comparison.links.alignment import Alignment, align
from toolkit.comparison.quotes.differences import quote_differences
from toolkit.comparison.quotes.ledger import RELATIONS, quote_groups, quote_ledger
from toolkit.errors import UsageError
from toolkit.reading.folders import read_story
from toolkit.speech.attributions import attributions
from toolkit.text.document import Document

NONE = Alignment((), (), ())


def ledger(a: str, b: str, links: Alignment = NONE) -> list[tuple[str, str, str]]:
    """The rows of two tellings as relation, words of A, words of B."""
    told = Told([a, b])
    rows = quote_ledger(told.document, told.attributions, {(0, 1): links})[0, 1]
    return [
        (r.relation, told.words(r.a and r.a.passage), told.words(r.b and r.b.passage)) for r in rows
    ]


LONG = "“We will mend the bridge, and we will do it before the winter comes,”"
CASES = {
    "identical": (
        f"[Ann Lee: {LONG}] she said.",
        f"[Ann Lee: {LONG}] said Lee.",
        [("identical", LONG, LONG)],
    ),
    "identical but for marks, case, comma and spelling": (
        "[Ann Lee: “The colour, frankly, is not our favourite.”]",
        "She said [Ann Lee: 'the color frankly is not our favorite'].",
        [
            (
                "identical",
                "“The colour, frankly, is not our favourite.”",
                "'the color frankly is not our favorite'",
            )
        ],
    ),
    "identical but for hyphens and points": (
        "[Ann Lee: “The U.S. post office will keep the do-not-call list open for servicemen.”]",
        "[Ann Lee: “The US post office will keep the do not call list open for service men.”]",
        [
            (
                "identical",
                "“The U.S. post office will keep the do-not-call list open for servicemen.”",
                "“The US post office will keep the do not call list open for service men.”",
            )
        ],
    ),
    "identical but for a figure": (
        "[Ann Lee: “It took three post-war years.”]",
        "[Ann Lee: “It took 3 postwar years.”]",
        [("identical", "“It took three post-war years.”", "“It took 3 postwar years.”")],
    ),
    "a part at the beginning": (
        f"[Ann Lee: {LONG}] she said.",
        "[Ann Lee: “We will mend the bridge,”] she said.",
        [("truncated", LONG, "“We will mend the bridge,”")],
    ),
    "a fragment": (
        f"[Ann Lee: {LONG}] she said.",
        "It would happen [Ann Lee: “before the winter comes”], she said.",
        [("truncated", LONG, "“before the winter comes”")],
    ),
    "a longer one in B": (
        "[Ann Lee: “We will mend the bridge.”]",
        f"[Ann Lee: {LONG}] she said.",
        [("truncated", "“We will mend the bridge.”", LONG)],
    ),
    "the first of two sentences": (
        "[Ann Lee: “We will mend the bridge. The money is there.”]",
        "[Ann Lee: “We will mend the bridge,”] she said.",
        [
            (
                "truncated",
                "“We will mend the bridge. The money is there.”",
                "“We will mend the bridge,”",
            )
        ],
    ),
    "an ellipsis shows what is left out": (
        "[Ann Lee: “We will mend the bridge, whatever the council says, before the winter.”]",
        "[Ann Lee: “We will mend the bridge … before the winter.”]",
        [
            (
                "truncated",
                "“We will mend the bridge, whatever the council says, before the winter.”",
                "“We will mend the bridge … before the winter.”",
            )
        ],
    ),
    "stitched over words left out": (
        "[Ann Lee: “We will mend the bridge, whatever the council says, before the winter.”]",
        "[Ann Lee: “We will mend the bridge before the winter.”]",
        [
            (
                "spliced",
                "“We will mend the bridge, whatever the council says, before the winter.”",
                "“We will mend the bridge before the winter.”",
            )
        ],
    ),
    "a word left out is a rewording": (
        "[Ann Lee: “We will certainly mend the bridge before the winter.”]",
        "[Ann Lee: “We will mend the bridge before the winter.”]",
        [
            (
                "reworded",
                "“We will certainly mend the bridge before the winter.”",
                "“We will mend the bridge before the winter.”",
            )
        ],
    ),
    "one quote made of two": (
        "[Ann Lee: “The money is in the bank,”] she said.\n\nIt rained in Saltmere.\n\n"
        "[Ann Lee: “Nobody in this town will pay a penny more,”] she said.",
        "[Ann Lee: “The money is in the bank. Nobody in this town will pay a penny more.”]",
        [
            (
                "spliced",
                "“The money is in the bank,”",
                "“The money is in the bank. Nobody in this town will pay a penny more.”",
            ),
            (
                "spliced",
                "“Nobody in this town will pay a penny more,”",
                "“The money is in the bank. Nobody in this town will pay a penny more.”",
            ),
        ],
    ),
    "he said in the middle of a sentence": (
        "[Ann Lee: “We will mend the bridge,”] she [=said], [Ann Lee: “before the winter comes.”]",
        "[Ann Lee: “We will mend the bridge before the winter comes.”]",
        [
            (
                "identical",
                "“We will mend the bridge,” she said, “before the winter comes.”",
                "“We will mend the bridge before the winter comes.”",
            )
        ],
    ),
    "he said between two sentences": (
        "[Ann Lee: “We will mend the bridge,”] she [=said]. [Ann Lee: “The money is there.”]",
        "[Ann Lee: “We will mend the bridge. The money is there.”]",
        [
            (
                "identical",
                "“We will mend the bridge,” she said. “The money is there.”",
                "“We will mend the bridge. The money is there.”",
            )
        ],
    ),
    "each sentence has its own counterpart": (
        "[Ann Lee: “Yeah, we will mend it,”] she said. [Ann Lee: “Ask the bank about the money.”]",
        "[Ann Lee: “Yes, we will mend it,”] she said. [Ann Lee: “Ask the bank about the money.”]",
        [
            ("reworded", "“Yeah, we will mend it,”", "“Yes, we will mend it,”"),
            (
                "identical",
                "“Ask the bank about the money.”",
                "“Ask the bank about the money.”",
            ),
        ],
    ),
    "reworded": (
        "[Ann Lee: “Safety has to come first, and we could not wait for the crack to grow,”]",
        "[Lee: “Safety must come first, and we could not sit and wait for that crack,”]",
        [
            (
                "reworded",
                "“Safety has to come first, and we could not wait for the crack to grow,”",
                "“Safety must come first, and we could not sit and wait for that crack,”",
            )
        ],
    ),
    "another speaker": (
        f"[Ann Lee: {LONG}] Lee [=said].",
        f"[Tom Wren: {LONG}] Wren [=said].",
        [("other-speaker", LONG, LONG)],
    ),
    "part of it by another speaker": (
        f"[Dr Ann Lee: {LONG}] Dr Ann Lee [=said].",
        "It would be mended [Councillor Holt: “before the winter comes”], Holt [=said].",
        [("other-speaker", LONG, "“before the winter comes”")],
    ),
    "who is not named beside the words may be the same": (
        f"[Ann Lee: {LONG}] Lee [=said].",
        f"[Tom Wren: {LONG}]",
        [("identical", LONG, LONG)],
    ),
    "who is not resolved is not another": (
        f"[Ann Lee: {LONG}] she said.",
        f"[?: {LONG}] it was said.",
        [("identical", LONG, LONG)],
    ),
    "a role without a name is not another": (
        f"[Ann Lee: {LONG}] she said.",
        f"[the mayor: {LONG}] the mayor said.",
        [("identical", LONG, LONG)],
    ),
    "indirect speech of the same words": (
        "[Tom Wren: “The ironwork is tired, and a repair would only buy time,”] he said.",
        "Wren said [Tom Wren> that the ironwork was tired and a repair only bought time].",
        [
            (
                "to-paraphrase",
                "“The ironwork is tired, and a repair would only buy time,”",
                "that the ironwork was tired and a repair only bought time",
            )
        ],
    ),
    "the reverse": (
        "Wren said [Tom Wren> that the ironwork was tired and a repair only bought time].",
        "[Tom Wren: “The ironwork is tired, and a repair would only buy time,”] he said.",
        [
            (
                "from-paraphrase",
                "that the ironwork was tired and a repair only bought time",
                "“The ironwork is tired, and a repair would only buy time,”",
            )
        ],
    ),
    "the same said by somebody else is no paraphrase": (
        "[Tom Wren: “The ironwork is tired, and a repair would only buy time,”] he said.",
        "Holt said [Ann Holt> that the ironwork was tired and a repair bought time].",
        [("only-a", "“The ironwork is tired, and a repair would only buy time,”", "")],
    ),
    "the same topic is not the same quote": (
        "[Ann Lee: “The bridge was built by my grandfather.”]",
        "[Ann Lee: “The bridge is a danger to every child in town.”]",
        [
            ("only-a", "“The bridge was built by my grandfather.”", ""),
            ("only-b", "", "“The bridge is a danger to every child in town.”"),
        ],
    ),
    "two small words in both are not the same quote": (
        "It was [Ann Lee: “the war”] that did it.\n\nRain fell.",
        "Sun shone.\n\n[Tom Wren: “Nobody wanted the war that came upon us,”] he said.",
        [
            ("only-a", "“the war”", ""),
            ("only-b", "", "“Nobody wanted the war that came upon us,”"),
        ],
    ),
    "words in marks that nobody spoke": (
        "The [~: “smart”] bridge closed.",
        "The [~: “smart”] bridge closed.",
        [],
    ),
    "nothing quoted": ("The bridge closed.", "It rained.", []),
    "a quote without words": ("[Ann Lee: “…”] she said.", "It rained.", []),
}


@pytest.mark.parametrize(("a", "b", "rows"), CASES.values(), ids=CASES)
def test_case(a, b, rows):
    assert ledger(a, b) == rows


LINKED = {
    "a fragment becomes other words in its place": (
        "Smith said the town was bargaining [Jo Smith: “with no cards and no clue.”]",
        "Smith implied that the town had been bargaining from weakness and in the dark.",
        ["to-paraphrase"],
    ),
    "a fragment becomes a related word": (
        "Lee said the town would be [Ann Lee: “a strong partner”] to the port.",
        "Lee stressed that the town would take on a stronger role beside the port.",
        ["to-paraphrase"],
    ),
    "the sentence is there and the fragment is not": (
        "Smith thanked Lee for agreeing that the [Jo Smith: “cost and burden”] was hers.",
        "Smith thanked Lee on Monday.",
        ["only-a"],
    ),
    "one word of two differs in the same place": (
        "Lee said the town would be [Ann Lee: “a strong partner”] to the port.",
        "Lee said the town would be [Ann Lee: “a powerful ally”] to the port.",
        ["reworded"],
    ),
    "two quotes of one speaker that say different things": (
        "[Jim Santo: “It is going to happen,”] said Jim Santo, head of the dockers.",
        "[Jim Santo: “That really hurts the companies,”] Jim Santo of the dockers said.",
        ["only-a", "only-b"],
    ),
    "two whole sentences that say different things": (
        "[Ann Lee: “It is going to rain all day,”] Lee said.",
        "[Ann Lee: “We have no money for that,”] Lee said.",
        ["only-a", "only-b"],
    ),
    "a whole sentence in other words": (
        "[Ann Lee: “Saltmere is going to make sure nothing happens,”] she said.",
        "[Ann Lee: “Saltmere will ensure that nothing goes awry,”] she said.",
        ["reworded"],
    ),
}


@pytest.mark.parametrize(("a", "b", "relations"), LINKED.values(), ids=LINKED)
def test_a_link_between_the_sentences_helps(a, b, relations):
    assert [row[0] for row in ledger(a, b, linked((0, 0)))] == relations


def test_a_sentence_left_in_words_of_its_own_is_found_beside_a_link():
    a = (
        "[Jo Smith: “Yeah, he will accept it,”] Smith said. [Jo Smith: “I have asked him that"
        " question. Look, he is not seeking a fight.”]"
    )
    b = (
        "[Jo Smith: “Yes, he will accept it,”] Smith said, noting [Jo Smith> that he had put the"
        " question to him]. [Jo Smith: “Look, he is not after a fight.”]"
    )
    assert ledger(a, b, linked((0, 0), (2, 1))) == [
        ("reworded", "“Yeah, he will accept it,”", "“Yes, he will accept it,”"),
        (
            "to-paraphrase",
            "“I have asked him that question.",
            "that he had put the question to him",
        ),
        ("reworded", "Look, he is not seeking a fight.”", "“Look, he is not after a fight.”"),
    ]


def test_trivial_differences_can_be_asked_for():
    told = Told(["[Ann Lee: “The colour, I think.”]", '[Ann Lee: "the color I think"]'])
    [row] = quote_ledger(told.document, told.attributions, {(0, 1): NONE})[0, 1]
    runs = quote_differences(told.document, row)
    assert row.relation == "identical"
    assert all(run.trivial for run in runs if run.difference)
    assert {"case", "spelling"} <= {run.difference for run in runs}


def test_differences_leave_out_what_interrupts_a_quote():
    told = Told(
        [
            "[Ann Lee: “We will mend the bridge,”] she [=said], [Ann Lee: “before winter comes.”]",
            "[Ann Lee: “We will mend the bridge before spring comes.”]",
        ]
    )
    [row] = quote_ledger(told.document, told.attributions, {(0, 1): NONE})[0, 1]
    runs = [run for run in quote_differences(told.document, row) if not run.trivial]
    changed = [(told.words(r.a), told.words(r.b)) for r in runs if r.kind != "kept"]
    assert changed == [("winter", "spring")]


# --------------------------------------------------------------- more than two


THREE = [
    f"[Ann Lee: {LONG}] she said.\n\n[Tom Wren: “It is far too late,”] he said.",
    "[Ann Lee: “We will mend the bridge,”] she said. It rained.",
    "[Ann Lee: “We shall mend the bridge, and do it before the winter comes,”] she said."
    " Wren said [Tom Wren> that it was far too late].",
]


def test_groups_over_three_tellings():
    told = Told(THREE)
    found = quote_ledger(told.document, told.attributions, told.alignments())
    groups = quote_groups(told.document, found)
    assert [
        [[told.words(q.passage) for q in quotes] for quotes in group.tellings] for group in groups
    ] == [
        [
            [LONG],
            ["“We will mend the bridge,”"],
            ["“We shall mend the bridge, and do it before the winter comes,”"],
        ],
        [["“It is far too late,”"], [], ["that it was far too late"]],
    ]
    assert [group.quoted_in for group in groups] == [(0, 1, 2), (0,)]
    assert [group.heard_in for group in groups] == [(0, 1, 2), (0, 2)]


TRANSCRIPT = (
    "MAYOR LEE: We will mend the bridge. It will cost six million. The money is there.\n\n"
    "Q: When will you begin?\n\n"
    "MAYOR LEE: Before the winter comes."
)


def test_tellings_are_held_against_a_transcript():
    told = Told(
        [
            "[Ann Lee: “We will mend the bridge,”] she said.",
            TRANSCRIPT,
            "[Ann Lee: “We will mend the bridge. The money is there,”] she said. She told"
            " reporters that it would cost six million.",
        ]
    )
    found = quote_ledger(told.document, told.attributions, told.alignments(), against=1)
    assert list(found) == [(1, 0), (1, 2)]
    quoted = {
        pair: [
            (row.relation, told.words(row.a and row.a.passage)) for row in rows if row.b is not None
        ]
        for pair, rows in found.items()
    }
    assert quoted[1, 0] == [("identical", "We will mend the bridge.")]
    assert ("to-paraphrase", "It will cost six million.") in quoted[1, 2]
    assert quoted[1, 2][0][0] == "spliced"


def test_a_telling_that_is_not_there():
    told = Told(THREE)
    with pytest.raises(UsageError, match="no telling 7"):
        quote_ledger(told.document, told.attributions, told.alignments(), against=7)


# ------------------------------------------------------------------ invariants


WORDS = "we will not mend the old bridge . before winter comes to Saltmere ! now".split()
QUOTE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
SAID = st.tuples(st.sampled_from(["?", "Ann Lee", "Tom Wren", "~"]), QUOTE)
TELLING = st.lists(SAID, max_size=5).map(
    lambda rows: " ".join(f"[{who}: “{words}”] it was said." for who, words in rows)
)
TURNED = {"only-a": "only-b", "to-paraphrase": "from-paraphrase"}
TURNED |= {b: a for a, b in TURNED.items()}


@settings(deadline=None, max_examples=60)
@given(TELLING, TELLING)
def test_every_direct_quote_is_in_a_row(a, b):
    told = Told([a, b])
    rows = quote_ledger(told.document, told.attributions, {(0, 1): NONE})[0, 1]
    for k, every in enumerate(told.attributions):
        here = [q.passage for row in rows if (q := (row.a, row.b)[k]) is not None]
        for said in every:
            has_words = any(map(str.isalnum, told.words(said.passage)))
            if said.source == "direct" and has_words:
                passage = said.passage
                assert any(p.start < passage.end and passage.start < p.end for p in here)
    for row in rows:
        assert row.relation in RELATIONS
        assert (row.a is None) == (row.relation == "only-b")
        assert (row.b is None) == (row.relation == "only-a")
    groups = quote_groups(told.document, {(0, 1): rows})
    assert all(group.heard_in for group in groups)


@settings(deadline=None, max_examples=40)
@given(TELLING)
def test_a_telling_and_itself_differ_in_nothing(a):
    told = Told([a, a])
    rows = quote_ledger(told.document, told.attributions, {(0, 1): NONE})[0, 1]
    direct = [s for s in told.attributions[0] if s.source == "direct"]
    same = {row.a.passage for row in rows if row.relation == "identical" and row.a}
    for said in direct:
        inside = [p for p in same if p.start <= said.passage.start and said.passage.end <= p.end]
        assert inside or not any(map(str.isalnum, told.words(said.passage)))


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_no_error(text):
    document = Document.of_texts([f"“{text}” she said.\n\n{text}", text])
    quote_ledger(document, attributions(document), {(0, 1): NONE})


@pytest.mark.timeout(60)
def test_many_long_quotes_take_no_endless_time():
    draw = random.Random(3)
    words = [f"w{k}" for k in range(400)]
    texts = [
        "\n\n".join(
            f"[Ann Lee: “{' '.join(draw.choices(words, k=20))}.”] she said." for _ in range(200)
        )
        for _ in range(4)
    ]
    told = Told(texts)
    pairs = dict.fromkeys(combinations(range(4), 2), NONE)
    found = quote_ledger(told.document, told.attributions, pairs)
    assert len(found) == 6


@pytest.mark.timeout(60)
def test_one_endless_quote_takes_no_endless_time():
    told = Told([f"[Ann Lee: “{'ha ' * 20_000}”]", f"[Ann Lee: “{'ha ' * 15_000}ho”]"])
    assert quote_ledger(told.document, told.attributions, {(0, 1): NONE})[0, 1]


# ------------------------------------------------------------- the packs' keys

PLANTED = {
    "quote-reworded": {"reworded"},
    "quote-truncated": {"truncated"},
    "quote-other-speaker": {"other-speaker"},
    "quote-to-paraphrase": {"to-paraphrase", "from-paraphrase"},
}


@pytest.mark.parametrize("pack", gold.PACKS)
def test_planted_quotes(pack):
    document = Document.of(gold.articles(pack))
    names = [article.id for article in document.articles]
    links = {pair: linked(*sorted(found)) for pair, found in gold.gold_links(pack).items()}
    found = quote_ledger(document, attributions(document), links)
    planted = [d for d in gold.key(pack)["difference"] if d["kind"] in PLANTED]
    assert planted
    for difference in planted:
        spans = []
        for passage in difference["passage"]:
            k = names.index(passage["telling"])
            start = document.articles[k].text.index(passage["text"])
            spans.append((k, start, start + len(passage["text"]), passage["text"]))
        for one, other in combinations(sorted(spans), 2):
            relations = {
                row.relation
                for row in found[one[0], other[0]]
                if row.a is not None
                and row.b is not None
                and all(
                    quote.passage.start < end and start < quote.passage.end
                    for quote, (_, start, end, _) in ((row.a, one), (row.b, other))
                )
            }
            same = one[3].strip('“”",. ') == other[3].strip('“”",. ')
            wanted = {"identical"} if same else PLANTED[difference["kind"]]
            assert relations & wanted, (difference["id"], one[3], other[3], relations)


def test_the_real_pair_shares_one_quote_word_for_word(repo):
    folder = repo.parent / "shared" / "stories" / "peacekeepers"
    if not folder.is_dir():
        pytest.skip("the two articles are not here")
    document = Document.of(read_story(folder).articles)
    alignment = align(document, 0, 1)
    rows = quote_ledger(document, attributions(document), {(0, 1): alignment})[0, 1]
    counts = Counter(row.relation for row in rows)
    assert counts["identical"] == 1
    assert counts["reworded"] == 5
    assert counts["to-paraphrase"] == 3
    assert counts["only-b"] == 0
    assert set(counts) == {"identical", "reworded", "to-paraphrase", "only-a"}
