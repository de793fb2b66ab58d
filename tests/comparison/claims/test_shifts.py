"""Certainty, source and agent: one small pair of sentences for each shift and each false alarm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.comparison.attributed import Told, linked
from tests.texts import ODD
from toolkit.comparison.claims.cues import SHIFTS
from toolkit.comparison.claims.shifts import certainty_shifts
from toolkit.comparison.links.alignment import align
from toolkit.text.document import Document

Row = tuple[str, list[str], list[str]]


def shifts(a: str, b: str) -> list[Row]:
    """The shifts between two tellings whose first sentences are linked."""
    told = Told([a, b])
    found = certainty_shifts(told.document, {(0, 1): linked((0, 0))}, told.attributions)[0, 1]
    return [(s.kind, [*map(told.words, s.cues_a)], [*map(told.words, s.cues_b)]) for s in found]


HEDGES = {
    "may be against would": (
        "The king would accept northern peacekeepers in the city.",
        "The king may be open to northern peacekeepers in the city.",
        [("hedge", [], ["may"])],
    ),
    "could against will": (
        "The bridge will open in spring 2028.",
        "The bridge could open in spring 2028.",
        [("hedge", [], ["could"])],
    ),
    "should against will": (
        "The bridge will be open by spring 2028.",
        "The bridge should be open by spring 2028.",
        [("hedge", [], ["should"])],
    ),
    "expected to against will": (
        "Work will begin in January 2026.",
        "Building is expected to start in January 2026.",
        [("hedge", [], ["is expected to"])],
    ),
    "apparently": (
        "The mayor would apparently not stand in their way.",
        "The mayor would not stand in their way.",
        [("hedge", ["apparently"], [])],
    ),
    "unclear before why": (
        "It is unclear why the mayor changed her mind about the bridge.",
        "The mayor changed her mind about the bridge.",
        [("hedge", ["unclear"], [])],
    ),
    "two of them": (
        "The mayor reportedly fears that the bridge may fall into the harbour.",
        "The mayor fears that the bridge will fall into the harbour.",
        [("hedge", ["reportedly", "may"], [])],
    ),
    "allegedly": (
        "The guards face trial for allegedly selling the bridge's iron.",
        "The guards face trial for selling the bridge's iron.",
        [("hedge", ["allegedly"], [])],
    ),
    "firmly": (
        "The envoy had ruled out foreign troops on Monday.",
        "The envoy had firmly ruled out foreign troops on Monday.",
        [("booster", [], ["firmly"])],
    ),
    "are certain": (
        "Engineers say the bridge costs six million pounds to mend.",
        "Engineers are certain that the bridge costs six million pounds to mend.",
        [("booster", [], ["are certain"])],
    ),
    "not": (
        "The council will reopen the bridge to traffic.",
        "The council will not reopen the bridge to traffic.",
        [("negation", [], ["not"])],
    ),
    "no": (
        "The offer held a guarantee of protection for the town.",
        "The offer held no guarantee of protection for the town.",
        [("negation", [], ["no"])],
    ),
}
QUIET = {
    "the same hedge": (
        "The bridge may open in spring.",
        "In spring the bridge may open again.",
    ),
    "another hedge of the same": (
        "The bridge may open in spring.",
        "Perhaps the bridge opens in spring.",
    ),
    "two hedges for one": (
        "It is possible that the bridge may open in spring.",
        "The bridge might open in spring.",
    ),
    "a hedge in what the other leaves out": (
        "The council closed the bridge, and its leader may resign before the vote.",
        "The council closed the bridge.",
    ),
    "a hedge beside one word that both have": (
        "The council closed the bridge, and the bridge's old owner may resign.",
        "The council closed the bridge.",
    ),
    "a negation beside one word that both have": (
        "The council closed the bridge, and no bridge engineer has come to town.",
        "The council closed the bridge.",
    ),
    "the month of May": ("The bridge opens in May this year.", "The bridge opens this year."),
    "May at the head": ("May saw the bridge open again.", "The bridge was seen open again."),
    "military might": (
        "The might of the army held the bridge.",
        "The army held the bridge.",
    ),
    "as soon as possible": (
        "The council will mend the bridge as soon as possible.",
        "The council will mend the bridge soon.",
    ),
    "could not": (
        "The council could not mend the bridge.",
        "The council was unable to mend the bridge.",
    ),
    "could be heard": ("Bells could be heard in the harbour.", "Bells rang in the harbour."),
    "appears in court": ("The guard appears in court.", "The guard is in court."),
    "can and may": ("Lorries can cross the bridge.", "Lorries may cross the bridge."),
    "should without will": ("The bridge should be mended.", "The bridge must be mended."),
    "a doubtful will": (
        "Nobody believes the bridge will open before 2029.",
        "The bridge should open by 2029.",
    ),
    "doubt about something else": (
        "While the cost is unclear, the council closed the bridge on Monday.",
        "The council closed the bridge on Monday.",
    ),
    "denied in other words": (
        "The council did not accept the offer.",
        "The council refused the offer.",
    ),
    "an opposite": ("The bridge is not safe.", "The bridge is unsafe."),
    "not only": (
        "The bridge is not only old but cracked.",
        "The bridge is old and cracked.",
    ),
    "nothing but": (
        "Residents had nothing but praise for the bridge.",
        "Residents had praise for the bridge.",
    ),
    "no more than a number": (
        "The bridge will last no more than 15 years.",
        "The bridge will last 15 years.",
    ),
    "a booster of something else": (
        "The mayor is clearly in the minority on the bridge.",
        "The mayor spoke on the bridge.",
    ),
    "word for word": ("The bridge may open.", "The bridge may open."),
}


@pytest.mark.parametrize(("a", "b", "rows"), HEDGES.values(), ids=HEDGES)
def test_a_cue_that_one_telling_has(a, b, rows):
    assert shifts(a, b) == rows
    assert shifts(b, a) == [(kind, other, one) for kind, one, other in rows]


@pytest.mark.parametrize(("a", "b"), QUIET.values(), ids=QUIET)
def test_no_false_alarm(a, b):
    assert shifts(a, b) == []
    assert shifts(b, a) == []


SOURCES = {
    "said of a plain statement": (
        "[Ann Lee> The bridge will close for a year], Ann Lee [=said].",
        "The bridge closes for a year.",
        [("source", ["said"], [])],
    ),
    "according to": (
        "[+According to] the report, [the report> the repair costs nine million pounds].",
        "The repair costs nine million pounds.",
        [("source", ["According to"], [])],
    ),
    "both have one": (
        "[Ann Lee> The bridge will close for a year], Ann Lee [=said].",
        "Ann Lee [+said] [Ann Lee> that the bridge closes for a year].",
        [],
    ),
    "a verb of saying that is no attribution": (
        "[Ann Lee> The bridge will close for a year], Ann Lee [=said].",
        "Ann Lee announced it: the bridge closes for a year.",
        [],
    ),
    "the United States say nothing": (
        "[Ann Lee> The United States will mend the bridge], Ann Lee [=said].",
        "The United States will mend the bridge.",
        [("source", ["said"], [])],
    ),
    "no claim": (
        "Ann Lee [=slammed] the bridge shut for a year.".replace("[=slammed]", "[+slammed]")
        + " [Ann Lee> the bridge shut for a year]",
        "The bridge was shut for a year.",
        [],
    ),
    "if it says so": (
        "If the council [+says] [the council> that the bridge opens in spring], it opens.",
        "The bridge opens in spring.",
        [],
    ),
    "what is said is something else": (
        "The bridge closes for a year, and Ann Lee [+said] [Ann Lee> that rain was on its way].",
        "The bridge closes for a year.",
        [],
    ),
}


@pytest.mark.parametrize(("a", "b", "rows"), SOURCES.values(), ids=SOURCES)
def test_a_source_that_one_telling_has(a, b, rows):
    assert shifts(a, b) == rows
    assert shifts(b, a) == [(kind, other, one) for kind, one, other in rows]


AGENTS = {
    "active against passive": (
        "The council closed the old bridge on Monday.",
        "The old bridge was closed on Monday.",
        [("agent", ["council"], [])],
    ),
    "by against without": (
        "Two Atlanta firms were named by several witnesses.",
        "Two Atlanta firms were named.",
        [("agent", ["witnesses"], [])],
    ),
    "the agent is named elsewhere": (
        "The council closed the old bridge on Monday.",
        "The old bridge was closed on Monday, the council's day.",
        [],
    ),
    "done to something else": (
        "The council closed the library on Monday.",
        "The old bridge was closed on Monday.",
        [],
    ),
    "a participle that is no verb": (
        "The film took an estimated ten million pounds.",
        "Its total was estimated at ten million pounds.",
        [],
    ),
}


@pytest.mark.parametrize(("a", "b", "rows"), AGENTS.values(), ids=AGENTS)
def test_an_agent_that_a_passive_leaves_out(a, b, rows):
    assert shifts(a, b) == rows
    assert shifts(b, a) == [(kind, other, one) for kind, one, other in rows]


def test_without_attributions_no_source_is_looked_for():
    told = Told(["[Ann Lee> The bridge will close for a year], she [=said].", "The bridge closes."])
    assert certainty_shifts(told.document, {(0, 1): linked((0, 0))})[0, 1] == ()


def test_the_sentences_are_those_of_the_cue():
    told = Told(["It rained. The bridge may close for a year.", "The bridge closes for a year."])
    [row] = certainty_shifts(told.document, {(0, 1): linked((0, 0), (1, 0))})[0, 1]
    assert told.words(row.a) == "The bridge may close for a year."
    assert told.words(row.b) == "The bridge closes for a year."


WORDS = (
    "the bridge may not close if it is said to be closed by perhaps nobody , certainly . Ann"
).split()
TEXT = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(TEXT, TEXT)
def test_cues_lie_in_their_sentences_and_sides_may_be_exchanged(a, b):
    document = Document.of_texts([a, b])
    n = [len(document.sentence_passages(k)) for k in (0, 1)]
    pairs = [(i, j) for i in range(n[0]) for j in range(n[1])]
    found = certainty_shifts(document, {(0, 1): linked(*pairs)})[0, 1]
    turned = certainty_shifts(document, {(1, 0): linked(*((j, i) for i, j in pairs))})[1, 0]
    assert {(s.kind, s.a, s.b, s.cues_a, s.cues_b) for s in found} == {
        (s.kind, s.b, s.a, s.cues_b, s.cues_a) for s in turned
    }
    for row in found:
        assert row.kind in SHIFTS
        assert bool(row.cues_a) != bool(row.cues_b)
        assert all(row.a.start <= cue.start < cue.end <= row.a.end for cue in row.cues_a)
        assert all(row.b.start <= cue.start < cue.end <= row.b.end for cue in row.cues_b)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_no_error(text):
    document = Document.of_texts([text, f"{text} may not. {text}"])
    certainty_shifts(document, {(0, 1): align(document, 0, 1)})


# What the keys of the packs plant, where both passages stand in sentences of the body, and what
# this way of looking cannot see: no word of it is in both.
UNSEEN = {"headline-certainty", "change-of-heart", "repair-certain"}


@pytest.mark.parametrize("pack", gold.PACKS)
def test_planted_certainty(pack):
    document = Document.of(gold.articles(pack))
    names = [article.id for article in document.articles]
    pairs = gold.gold_links(pack)
    found = certainty_shifts(document, {pair: linked(*sorted(ls)) for pair, ls in pairs.items()})
    for difference in gold.key(pack)["difference"]:
        if difference["kind"] != "certainty" or difference["id"] in UNSEEN:
            continue
        places = {}
        for passage in difference["passage"]:
            k = names.index(passage["telling"])
            start = document.articles[k].text.index(passage["text"])
            places[k] = (start, start + len(passage["text"]))
        first = min(places)
        for other in sorted(set(places) - {first}):
            rows = [
                row
                for row in found[first, other]
                if row.a.start < places[first][1]
                and places[first][0] < row.a.end
                and any(places[other][0] <= cue.start < places[other][1] for cue in row.cues_b)
            ]
            assert rows, (difference["id"], names[first], names[other])
