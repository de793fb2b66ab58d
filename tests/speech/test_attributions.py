"""Who says what: indirect speech, speakers resolved, and texts that nobody wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.reading import read_story
from toolkit.speech.attribution import SOURCES, SPEAKER_KINDS, VERB_KINDS
from toolkit.speech.attributions import attributions
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary


def rows(text: str, source: str) -> list[tuple[str, str]]:
    found = attributions(Document.of_texts([text]))[0]
    return [
        (" … ".join(text[p.start : p.end] for p in a.parts), a.speaker.name)
        for a in found
        if a.source == source
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Ms Byrne said that it was over.", [("it was over", "Byrne")]),
        ("Ms Byrne said it was over.", [("it was over", "Byrne")]),
        ("It was over, Ms Byrne said.", [("It was over", "Byrne")]),
        ("The sum, Ms Byrne objected, was too large.", [("The sum … was too large", "Byrne")]),
        ("It was over, according to Ada Byrne.", [("It was over", "Ada Byrne")]),
        ("According to Ada Byrne, it was over.", [("it was over", "Ada Byrne")]),
        ("Ms Byrne told reporters that it was over.", [("it was over", "Byrne")]),
        ("Ms Byrne rejected the idea of talks.", [("the idea of talks", "Byrne")]),
        ("Ms Byrne turned down the offer.", [("the offer", "Byrne")]),
        ("The demand was rejected by Ms Byrne.", [("The demand", "Byrne")]),
        ("Ms Byrne left, saying that it was over.", [("it was over", "Byrne")]),
        ("Ms Byrne vowed to fight on.", [("to fight on", "Byrne")]),
        ("Ms Byrne’s claim that it was over was wrong.", [("it was over was wrong", "Byrne")]),
        ("Ms Byrne did not say whether it was over.", []),
        ("If Ms Byrne says it is over, we go.", []),
        ("The figures suggest that it is over.", []),
        ("“No,” said the leader, Ada Byrne, who was late.", []),
    ],
)
def test_indirect_speech(text, clauses):
    assert rows(text, "indirect") == clauses


def test_a_mixed_quotation_is_both():
    text = "Ms Byrne said that the plan was “a joke” and nothing more."
    assert rows(text, "direct") == [("a joke", "Byrne")]
    assert rows(text, "indirect") == [("the plan was … and nothing more", "Byrne")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ada Byrne left. “Bye,” she said.", "Ada Byrne", "pronoun"),
        ("Ada Byrne met Tom Gray. “Bye,” he said.", "Tom Gray", "pronoun"),
        ("French President Ada Byrne left. “Bye,” the French leader said.", "Ada Byrne", "role"),
        ("Ada Byrne left. “Bye,” Byrne said.", "Ada Byrne", "named"),
        ("“Bye,” two officials said.", "two officials", "unnamed"),
        ("“Bye,” he said.", "", "pronoun"),
        ("“Bye.”", "", "unresolved"),
    ],
)
def test_the_speaker_is_found_in_the_article(text, name, kind):
    speaker = attributions(Document.of_texts([text]))[0][-1].speaker
    assert (speaker.name, speaker.kind) == (name, kind)


def test_the_evidence_is_where_the_name_was_taken_from():
    text = "Ada Byrne left. “Bye,” she said."
    (row,) = attributions(Document.of_texts([text]))[0]
    words = [
        p and text[p.start : p.end] for p in (row.speaker.mention, row.speaker.evidence, row.verb)
    ]
    assert words == ["she", "Ada Byrne", "said"]
    assert row.verb_kind == "neutral"


WORDS = [
    "“",
    "”",
    '"',
    "'",
    "Ada Byrne",
    "said",
    "told",
    "that",
    "who",
    ",",
    ".",
    "\n\n",
    "he",
    "of",
]
WORDS += ["House", "Secretary", "claim", "in the words of", "calling", "was", "went on", "van", "&"]
WORDS += ["The", "they", "it", "by", "with", "film", "so-called", "if", "not", ">", "``", "''", "-"]
WORDS += ["according to", "the president", "statement", "(", ")", "—", "and", "6", "Mr.", "\ud800"]


@given(words=st.lists(st.sampled_from(WORDS), max_size=40), gap=st.sampled_from(["", " "]))
def test_any_text_gives_rows_in_order_inside_it(words, gap):
    text = gap.join(words)
    (found,) = attributions(Document.of_texts([text]))
    assert [a.passage.start for a in found] == sorted(a.passage.start for a in found)
    for a in found:
        places = [a.passage, *a.parts, a.speaker.mention, a.speaker.evidence, a.verb]
        assert all(0 <= p.start < p.end <= len(text) for p in places if p is not None)
        assert a.source in SOURCES
        assert a.speaker.kind in SPEAKER_KINDS
        assert a.verb_kind in ("", *VERB_KINDS)


def test_an_article_says_the_same_in_any_company():
    texts = ["Ada Byrne left. “Bye,” she said.", "", "Tom Gray said that “no” was no answer."]
    together = attributions(Document.of_texts(texts, Vocabulary()))
    for k, text in enumerate(texts):
        (alone,) = attributions(Document.of_texts([text], Vocabulary()))
        assert [a.speaker.name for a in alone] == [a.speaker.name for a in together[k]]
    assert together[1] == ()


def test_every_quotation_of_the_two_real_articles_has_its_speaker(shared):
    folder = shared / "stories" / "peacekeepers"
    if not folder.is_dir():
        pytest.skip("there are no two real articles in ../shared/stories/peacekeepers")
    first, second = attributions(Document.of(read_story(folder).articles))
    names = [[a.speaker.name for a in rows if a.source == "direct"] for rows in (first, second)]
    trump, macron, zelenskyy = "Donald Trump", "Emmanuel Macron", "Volodymyr Zelenskyy"
    assert names[0] == [trump] * 4 + [macron] * 2 + [zelenskyy, trump, trump] + [macron] * 3
    assert names[1] == [trump, trump, zelenskyy, trump, macron, macron]


@pytest.mark.parametrize(
    "text",
    [
        "In a statement, the palace said: “We are pleased.”",
        "Speaking in Oslo on Monday, the minister Ed Lim called on the council to act.",
        "In many ways, with their beady eyes, they remind visitors of home.",
        "The police lost control outside the ground, so Ann Lee ordered a gate to be opened.",
        "With his voice breaking, he added: “He was very ill.”",
    ],
)
def test_what_only_opens_a_sentence_is_not_reported(text):
    assert [a for a in attributions(Document.of_texts([text]))[0] if a.source == "indirect"] == []


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Instantly, he says, his strength was gone.", "his strength was gone"),
        ("And, experts say, the young are leading the way.", "the young are leading the way"),
        ("It was over, she told reporters on Monday.", "It was over"),
        ("Members say they've heard the call.", "they've heard the call"),
    ],
)
def test_a_tag_in_the_middle_or_at_the_end_leaves_what_is_reported(text, reported):
    (found,) = attributions(Document.of_texts([text]))[0]
    assert found.source == "indirect"
    assert reported in [text[p.start : p.end] for p in found.parts]


def test_infinitives_without_end_are_read_at_once():
    (found,) = attributions(Document.of_texts(["soup to say it " * 400]))
    assert found == ()  # each asked for the verbs before it, which doubled the time
