"""Tone towards a chosen name: every rule by example, and what must hold for every text.

The sentences are our own; the name is Moreau, and who she is does not matter.
"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ODD
from toolkit.article import Article, Mark, Passage
from toolkit.errors import UsageError
from toolkit.measures.catalogue import MEASURES, measures_table
from toolkit.measures.target_clue import RULES
from toolkit.measures.target_mentions import mentions
from toolkit.measures.target_tone import (
    TARGET_TONE,
    measure_toward,
    mention_rows,
    summary,
    target_tone,
    tone_in_sentence,
    toward,
    weights,
)
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

# sentence, label towards (the first) Moreau, a word that must be among the evidence, its rule
EXAMPLES = [
    # done to the target
    ("The unions blasted Moreau.", "negative", "blasted", "suffers"),
    (
        "The senator sharply criticised President Moreau on Monday.",
        "negative",
        "criticised",
        "suffers",
    ),
    ("Voters in the north praised Moreau.", "positive", "praised", "suffers"),
    ("The party endorsed Anna Moreau.", "positive", "endorsed", "suffers"),
    ("Two rivals accused Moreau of hiding the report.", "negative", "accused", "suffers"),
    ("Moreau was praised for the plan.", "positive", "praised", "suffers"),
    ("Moreau was widely condemned by the press.", "negative", "condemned", "suffers"),
    ("Moreau has been indicted.", "negative", "indicted", "suffers"),
    ("Moreau, accused of fraud, left the hall.", "negative", "accused", "suffers"),
    ("The opposition lashed out at Moreau.", "negative", "lashed out at", "suffers"),
    ("Most members stand by Moreau.", "positive", "stand by", "suffers"),
    # done by the target
    ("Moreau lied to the committee.", "negative", "lied", "does"),
    ("Moreau has repeatedly misled the public.", "negative", "misled", "does"),
    ("Moreau failed again.", "negative", "failed", "does"),
    ("Moreau triumphed.", "positive", "triumphed", "does"),
    ("Moreau, who rescued two children, went home.", "positive", "rescued", "does"),
    ("The vote was rigged by Moreau.", "negative", "rigged", "does"),
    ("Moreau murdered his neighbour.", "negative", "murdered", "does"),
    # being hurt is no fault
    ("A gunman murdered Moreau.", "neutral", "", ""),
    # said to be
    ("Moreau is corrupt.", "negative", "corrupt", "is"),
    ("Moreau is widely respected.", "positive", "respected", "suffers"),
    ("He called Moreau a liar.", "negative", "liar", "is"),
    ("They described Moreau as brilliant.", "positive", "brilliant", "is"),
    ("Moreau's a hero to many.", "positive", "hero", "is"),
    ("Moreau was under investigation.", "negative", "under investigation", "is"),
    # at the name
    ("The disgraced Moreau left the hall.", "negative", "disgraced", "described"),
    ("The brave and honest Moreau left the hall.", "positive", "honest", "described"),
    ("Moreau, a talented lawyer, left the hall.", "positive", "talented", "described"),
    ("Moreau, a convicted fraudster, left the hall.", "negative", "fraudster", "described"),
    # what it has
    ("Moreau's incompetence cost the town a year.", "negative", "incompetence", "has"),
    ("Moreau's courage moved the town.", "positive", "courage", "has"),
    ("It was a great victory for Moreau.", "positive", "victory", "stance"),
    ("Nobody had expected the arrogance of Moreau.", "negative", "arrogance", "has"),
    # how others stand to it
    ("Critics of Moreau met on Tuesday.", "negative", "Critics", "stance"),
    ("Moreau's critics met on Tuesday.", "negative", "critics", "stance"),
    ("Support for Moreau is growing.", "positive", "Support", "stance"),
    ("The allegations against Moreau are old.", "negative", "allegations", "stance"),
    ("The mayor is proud of Moreau.", "positive", "proud", "stance"),
    ("Many were disappointed with Moreau.", "negative", "disappointed", "stance"),
    ("Moreau drew criticism.", "negative", "criticism", "stance"),
    # negation
    ("Moreau is not corrupt.", "positive", "corrupt", "is"),
    ("Moreau never lied.", "positive", "lied", "does"),
    ("Moreau isn't honest.", "negative", "honest", "is"),
    ("Moreau is not only honest but brave.", "positive", "honest", "is"),
    ("I don't believe Moreau is honest.", "negative", "honest", "is"),
    # what the target says is about something else
    ("“The plan is a disgrace,” said Moreau.", "neutral", "disgrace", "told"),
    ("Moreau said the roads were in a terrible state.", "neutral", "terrible", "told"),
    ("Moreau: the scandal must end", "neutral", "scandal", "told"),
    # what others say
    ("“A disgrace and a scandal,” the paper wrote of Moreau.", "negative", "disgrace", "quoted"),
    # clauses and other names
    ("The storm was terrible, but Moreau won.", "positive", "won", "does"),
    ("Moreau spoke; the disaster in the port was forgotten.", "negative", "disaster", "across"),
    ("Yesterday the corrupt mayor praised Moreau.", "positive", "praised", "suffers"),
    # nothing to count
    ("Moreau visited Lyon on Tuesday.", "neutral", "", ""),
    ("Moreau is the minister of transport.", "neutral", "", ""),
    ("The train stopped at Moreau station.", "neutral", "", ""),
    # names that look like judgements
    ("Moreau met Judge Grace Fair at the Department of Justice.", "neutral", "", ""),
    # possessive objects: doubting a virtue is no praise
    ("The paper questioned Moreau's honesty.", "negative", "questioned", "suffers"),
    # attitude of the one who speaks ill is milder than that towards the one spoken of
    ("Moreau criticised Dupont.", "negative", "criticised", "does"),
    ("Moreau praised Dupont.", "positive", "praised", "does"),
    # the same in the letters of other papers
    ("The unions blasted MOREAU.", "negative", "blasted", "suffers"),
    ("MOREAU SLAMMED BY UNIONS", "negative", "SLAMMED", "suffers"),
    ("Moreau’s incompetence cost the town a year.", "negative", "incompetence", "has"),
    ("Moreau doesn’t lie.", "positive", "lie", "does"),
    ("They criticized Moreau.", "negative", "criticized", "suffers"),
]


@pytest.mark.parametrize(("sentence", "label", "word", "rule"), EXAMPLES)
def test_examples(sentence, label, word, rule):
    found = tone_in_sentence(sentence, "Moreau")[0]
    assert found.label == label, found.why
    assert ((word, rule) in {(e.words, e.rule) for e in found.why}) == bool(word), found.why
    assert bool(found.why) == bool(word)


def score(sentence: str, name: str = "Moreau") -> float:
    return tone_in_sentence(sentence, name)[0].score


def test_every_rule_has_an_example_and_a_weight():
    assert set(weights()["rules"]) == set(RULES)
    shown = {rule for *_, rule in EXAMPLES if rule} | {"others", "near"}
    assert shown == set(RULES)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("The opera was a disaster, and long after it Moreau came.", "Moreau was a disaster."),
        ("He says Dupont bungled it, not Moreau.", "He says it was bungled by Moreau."),
        ("It was terrible weather in Moreau.", "Moreau made terrible speeches."),
        ("“It is a scandal,” said Moreau.", "“It is a scandal,” they said of Moreau."),
        ("Moreau is not corrupt.", "Moreau is corrupt."),
        ("Moreau criticised Dupont.", "Dupont criticised Moreau."),
    ],
)
def test_what_hangs_less_on_the_name_counts_less(less, more):
    assert score(less) > score(more)
    assert score(more) < 0


def test_one_sentence_two_targets():
    sentence = "Dupont, a convicted liar, was beaten by the popular Moreau."
    assert tone_in_sentence(sentence, "Dupont")[0].label == "negative"
    assert tone_in_sentence(sentence, "Moreau")[0].label == "positive"


# ------------------------------------------------------------ finding the name


@pytest.mark.parametrize(
    ("text", "name", "aliases", "found"),
    [
        ("Moreau met Moreau's son.", "Moreau", (), ["Moreau", "Moreau"]),
        ("Moreau’s son", "Moreau", (), ["Moreau"]),
        ("MOREAU WINS", "Moreau", (), ["MOREAU"]),
        ("Morea Moreaux anti-Moreau Moreau-style", "Moreau", (), []),
        ("a trump card for Trump", "Trump", (), ["Trump"]),
        ("a trump card for Trump", "trump", (), ["trump", "Trump"]),
        ("Anna Moreau came. Moreau left.", "Anna Moreau", (), ["Anna Moreau", "Moreau"]),
        ("Jean Moreau came. President Moreau left.", "Anna Moreau", (), ["Moreau"]),
        ("the Moreau bridge", "Anna Moreau", (), []),
        ("Mrs. Moreau left when Moreau came", "Anna Moreau", (), ["Moreau", "Moreau"]),
        (
            "Ursula von der Leyen; Mrs von der Leyen; Leyen",
            "Ursula von der Leyen",
            (),
            ["Ursula von der Leyen", "von der Leyen", "Leyen"],
        ),
        ("The minister met her.", "Moreau", ("the minister",), ["The minister"]),
        ("Anna Moreau", "Moreau", ("Anna Moreau",), ["Anna Moreau"]),
        ("Anna\n Moreau", "Anna Moreau", (), ["Anna\n Moreau"]),
        ("Anna, Moreau", "Anna Moreau", (), ["Moreau"]),
        ("J. K. Rowling spoke", "J. K. Rowling", (), ["J. K. Rowling"]),
        ("Müller, MÜLLER und Mu\u0308ller", "Müller", (), ["Müller", "MÜLLER", "Mu\u0308ller"]),
        ("", "Moreau", (), []),
    ],
)
def test_mentions(text, name, aliases, found):
    document = Document.of_texts([text])
    passages = mentions(document, name, aliases)
    assert [text[p.start : p.end] for p in passages] == found


def test_a_surname_may_be_left_out():
    document = Document.of_texts(["Anna Moreau came. Moreau left."])
    assert len(mentions(document, "Anna Moreau", surname=False)) == 1


def test_a_name_does_not_reach_into_the_next_article():
    document = Document.of_texts(["He met Anna", "Moreau left."])
    assert [p.article for p in mentions(document, "Anna Moreau")] == ["2"]


@pytest.mark.parametrize("name", ["", "  ", "?!", "'s"])
def test_a_name_without_words_is_refused(name):
    with pytest.raises(UsageError, match="no word to look for"):
        mentions(Document.of_texts(["Moreau left."]), name)


def test_headings_and_furniture_hold_no_mentions():
    text = "Moreau lied\n\nMoreau left."
    article = Article("a", text, headings=(Mark(0, 11, "headline"),))
    found = target_tone(Document.of([article]), mentions(Document.of([article]), "Moreau"))
    assert [(f.passage.start, f.label) for f in found] == [(13, "neutral")]


# ------------------------------------------------------------ rows, records, measures


ARTICLES = [
    Article("a", "Voters admire Moreau. Moreau lied. Moreau spoke.", outlet="Herald"),
    Article("b", "It rained. It was a disaster."),
    Article("c", "The unions blasted Moreau."),
]


def test_rows_per_article():
    rows = toward(ARTICLES, "Moreau")
    assert [row["outlet"] for row in rows] == ["Herald", "b", "c"]
    assert [row["mentions"] for row in rows] == [3, 0, 1]
    first, none, last = rows
    shares = [f"{kind}_share" for kind in ("positive", "neutral", "negative")]
    assert [first[share] for share in shares] == pytest.approx([1 / 3] * 3)
    assert all(math.isnan(float(none[key])) for key in ["mean", *shares])
    assert last["negative_share"] == 1
    assert last["mean"] == score("The unions blasted Moreau.")


def test_rows_per_mention():
    rows = mention_rows(ARTICLES, "Moreau")
    assert [row["label"] for row in rows] == ["positive", "negative", "neutral", "negative"]
    assert rows[1]["sentence"] == "Moreau lied."
    assert rows[1]["mention"] == "Moreau"
    assert str(rows[1]["why"]).startswith("lied (does -")


def test_a_document_and_what_holds_one_will_do():
    class Comparison:
        document = Document.of(ARTICLES)

    assert repr(toward(Comparison(), "Moreau")) == repr(toward(ARTICLES, "Moreau"))
    assert repr(toward(Comparison.document, "Moreau")) == repr(toward(ARTICLES, "Moreau"))


def test_the_measure_is_the_mean_of_the_mentions():
    measure = measure_toward("Moreau")
    rows = toward(ARTICLES, "Moreau")
    means = [row["mean"] for row in rows]
    assert measure(Document.of(ARTICLES)).tolist() == pytest.approx(means, nan_ok=True)
    document = Document.of(ARTICLES)
    per_sentence = measure(document, document.sentences)
    assert np.isnan(per_sentence).tolist() == [False, False, False, True, True, False]
    frame = measures_table(ARTICLES, [*MEASURES[:1], measure])
    assert frame["target_tone"].isna().tolist() == [False, True, False]
    assert measure.label == "Tone towards Moreau"


def test_the_record_is_complete_and_needs_a_name():
    assert TARGET_TONE.range == (-1.0, 1.0)
    assert TARGET_TONE.formula.endswith(".")
    assert "bias" not in TARGET_TONE.formula + TARGET_TONE.direction + TARGET_TONE.label
    assert TARGET_TONE not in MEASURES
    assert TARGET_TONE.validity == measure_toward("Moreau").validity
    with pytest.raises(UsageError, match="needs a name"):
        TARGET_TONE(Document.of(ARTICLES))


def test_passages_that_are_nowhere():
    document = Document.of_texts(["Moreau lied.   "])
    with pytest.raises(UsageError, match="no article 'x'"):
        target_tone(document, [Passage("x", 0, 6)])
    for passage in (Passage("1", 6, 7), Passage("1", 12, 15), Passage("1", 90, 99)):
        found = target_tone(document, [passage])[0]
        assert math.isnan(found.score)
        assert (found.label, found.why) == ("", ())
    assert summary([])["mentions"] == 0


def test_any_passage_may_be_asked_about():
    document = Document.of_texts(["The unions blasted the new harbour. Everyone left."])
    found = target_tone(document, [Passage("1", 19, 34)])[0]
    assert (found.label, found.why[0].words) == ("negative", "blasted")
    assert found.sentence == Passage("1", 0, 35)


# ------------------------------------------------------------ any text


PIECES = st.sampled_from(
    [
        *("Moreau", "Moreau's", "Moreau,", "Dupont", "blasted", "praised", "is", "not", "corrupt."),
        *(
            "“",
            "”",
            '"',
            "said",
            "the",
            "by",
            "of",
            "critics",
            "who",
            "but",
            "—",
            "lied",
            "\n\n",
            "?",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.text(max_size=60).map(lambda text: f"Moreau {text} Moreau"),
    st.sampled_from(ODD),
)


def toned(texts, vocabulary=None):
    document = Document.of_texts(texts, vocabulary)
    return target_tone(document, mentions(document, "Moreau"))


@given(TEXTS)
def test_evidence_lies_in_the_sentence_and_adds_up(text):
    for found in toned([text]):
        assert text[found.passage.start : found.passage.end] == "Moreau"
        assert -1 <= found.score <= 1
        total = 0.0
        done = found.sentence.start
        for evidence in found.why:
            assert text[evidence.passage.start : evidence.passage.end] == evidence.words
            assert done <= evidence.passage.start < evidence.passage.end <= found.sentence.end
            overlap = min(evidence.passage.end, found.passage.end)
            assert overlap <= max(evidence.passage.start, found.passage.start)
            assert evidence.rule in RULES
            assert evidence.weight
            done = evidence.passage.end
            total += evidence.weight
        assert found.score == round(total / math.sqrt(total * total + 4), 4)
        cut = weights()["labels"]["cut"]
        wanted = "positive" if total > cut else "negative" if total < -cut else "neutral"
        assert found.label == wanted


@given(st.lists(TEXTS, max_size=4))
def test_a_batch_is_its_articles(texts):
    alone = [
        [(f.score, f.why and [e.words for e in f.why], f.passage.start) for f in toned([text])]
        for text in texts
    ]
    together: list[list] = [[] for _ in texts]
    for f in toned(texts, Vocabulary()):
        row = (f.score, f.why and [e.words for e in f.why], f.passage.start)
        together[int(f.passage.article) - 1].append(row)
    assert together == alone


@pytest.mark.parametrize(
    "text",
    [
        "Moreau",
        "<script>Moreau</script> is corrupt",
        "\x00Moreau\x00lied",
        "“Moreau ” ” “ “ lied",
        "Moreau's",
        "by Moreau by",
        "Moreau " * 500,
        "Moreau lied " * 2000,
        "“" * 300 + "Moreau",
        "𝐌oreau İstanbul Moreau ﬁne ß",
    ],
)
def test_odd_texts(text):
    for found in toned([text]):
        assert text[found.passage.start : found.passage.end] == "Moreau"
        assert found.label


def test_a_mention_far_away_in_an_endless_sentence_does_not_matter():
    filler = "and the boat went on " * 100
    near, far = f"{filler} Moreau lied {filler}", f"{filler} Moreau lied {filler} scandal"
    assert toned([near])[0].why == toned([far])[0].why


# ------------------------------------------------------------ against people


def test_it_agrees_with_people_better_than_the_tone_of_the_sentence(shared):
    if not (shared / "gold" / "newsmtsc").is_dir():
        pytest.skip("NewsMTSC is not in ../shared/gold")
    from benchmarks.validity import target_tone as benchmark

    found, wanted = benchmark.labels("devtest_mt.jsonl")
    assert benchmark.macro_f1(found, wanted).value > 0.57
