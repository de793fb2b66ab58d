"""Where sentences end: cases made by hand, what always holds, and sets marked by others."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ARTICLE, ARTICLE_SENTENCES, ODD, WORKED
from toolkit.article import Article, Mark
from toolkit.text.document import Document
from toolkit.text.sentences import ENDS, LOWER, STARTER, TITLE, WORD, token_flags

# A bar stands before every sentence but the first; it is not part of the text.
CASES = {
    "titles": [
        "Dr. Wren spoke first. |Mr. Okoro left.",
        "They met Gov. Holt and Sen. Pike on Monday.",
        "St. Michael’s stands near Mt. Ash.",
        "She asked Prof. A. Lund. |He agreed.",
    ],
    "initials": [
        "J. K. Marsh wrote it.",
        "George W. Hale won. |He left.",
        "It was Plan B. |The council agreed.",
        "John Q. Public voted.",
    ],
    "abbreviations": [
        "It takes 5 kg. of salt, etc. and more.",
        "Harrow, Pike & Co. built it.",
        "It was built by Harrow Ltd. |The town paid.",
        "Some birds, e.g. Terns, nest here.",
        "It opens at 9 a.m. on Friday.",
        "It opens at 9 a.m. |The queue was long.",
        "The U.S. Treasury said so.",
        "He lives in the U.S. |He likes it.",
        "The U.S. and the U.K. agreed.",
        "She left the E.U. |But nobody noticed.",
        "It was Sat. night.",
        "There she sat. |Nobody spoke.",
        "On Jan. 5 it rained.",
        "It closed in January. |Rain fell.",
        "No. 5 is empty.",
        "See No. 5 on p. 12 of the plan.",
        "He said no. |Five people left.",
    ],
    "numbers": [
        "It rose by 3.5 per cent. |Sales fell.",
        "It was 2024. |Then it was 2025.",
        "About 1,200 came. |300 stayed.",
        "It cost £14.2 million.",
        "1. Close the bridge.",
        "1. Close the bridge.\n|2. Open it again.",
        "1. Close the bridge. |2. Open it again. |3. Wait.",
        "She lives at No. 5. |The house is red.",
        "We saw it . . . what it was . . . and left. |It rained.",
    ],
    "marks": [
        "Who paid? |Nobody did!",
        "What?! |Why not?",
        "Wait… |It moved.",
        "Wait… it moved.",
        "And then... silence.",
        "And then... |Silence fell.",
        "Stop! stop! he cried.",
        "Visit example.com today. |It is free.",
        "Is this true? asked nobody.",
    ],
    "quotes": [
        "“It is over.” |She sat down.",
        "“It is over,” she said. |She sat down.",
        "“Is it over?” she asked. |Nobody spoke.",
        "“Is it over?” Holt asked. |Nobody spoke.",
        "“Is it over?” |The crowd was silent.",
        "“Really?” said Meera Holt. |Yes.",
        "“Stop!” Okoro shouted.",
        '"It is over." |Then it rained.',
        "‘It is over.’ |She left.",
        "He said: “Yes. |We will.” |Then he left.",
        "(It rained.) |The bridge closed.",
        "It closed (on Monday). |Rain fell.",
        "“He left.”) |The end.",
        "It is over. ” |She left.",
    ],
    "paragraphs": [
        "Nobody came\n\n|The bridge closed.",
        "Nobody came\n|The bridge closed.",
        "Nobody came\r\n\r\n|The bridge closed.",
        "The bridge\nclosed early.",
        "First line.\n|Second line.",
        "The bridge\u2028closed early.",
        "One\u2028|Two",
        "One.\x85|Two.",
    ],
    "hard-wrapped": [
        "The council said on Monday that the old bridge over the\n"
        "Saltmere harbour would be closed to all traffic from the\n"
        "1st of March because of a crack that engineers had found\n"
        "in one of the main girders. |It will not open before the\n"
        "Summer Fair of the coming year.",
        "The council said on Monday that the old bridge over the\r\n"
        "Saltmere harbour would be closed to all traffic from the\r\n"
        "1st of March because of a crack that engineers had found\r\n"
        "in one of the main girders. |It will not open before the\r\n"
        "Summer Fair of the coming year.",
    ],
    "wordless": [
        "It closed.\n\n***\n\n|It opened.",
        "*** It closed.",
        "It closed. |— It opened.",
        "***\n\n---\n\n…\n\nIt closed.\n\n***",
        "***\n\n---",
    ],
    "captions": [
        "Image: Harbour Trust\n|The bridge closed.",
        "Photo: M. Lund\n|The bridge closed.",
        "He left. |Image: A. Lund",
    ],
    "other languages": [
        "Ist es wahr? |Ja.",
        "¿Quién pagó? |Nadie.",
        "هل هذا صحيح؟ |نعم.",
        "यह सच है। |हाँ।",
    ],
}


def sentences_of(text: str) -> list[str]:
    document = Document.of_texts([text])
    return [text[p.start : p.end] for p in document.sentence_passages(0)]


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases])
def test_case(case):
    expected = [sentence.strip() for sentence in case.split("|")]
    assert sentences_of(case.replace("|", "")) == expected


def test_the_worked_article():
    lines = ARTICLE.index("\n")
    article = Article("a", ARTICLE, headings=(Mark(0, lines, "headline"),))
    document = Document.of([article])
    assert [article.words_of(p) for p in document.sentence_passages(0)] == ARTICLE_SENTENCES


def test_worked_texts_have_the_sentences_counted_by_hand():
    for worked in WORKED.values():
        wordy = [s for s in sentences_of(worked.text) if re.search(r"\w", s)]
        assert len(wordy) == worked.sentences


@pytest.mark.parametrize(
    ("token", "yes", "no"),
    [
        ("deal.”", ENDS | WORD, TITLE),
        ("deal,", WORD | LOWER, ENDS),
        ("Mr.", ENDS | TITLE, STARTER),
        ("The", STARTER, LOWER),
        ("iPhone", WORD, LOWER),
        ("He’s", STARTER, LOWER),
        ("...", ENDS, WORD),
    ],
)
def test_flags(token, yes, no):
    flags = int(token_flags([token])[0])
    assert flags & yes == yes
    assert not flags & no


PIECES = st.sampled_from(
    [
        *("The", "bridge", "closed.", "Dr.", "U.S.", "“Why?”", "said", "asked.", "he", "No.", "5"),
        *("***", "—", "…", "”", ")", "Image:", "a.m.", "J.", "1.", "«", "!"),
        *(" ", " ", " ", " ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\u2028", "\t"),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60), st.sampled_from(ODD)
)
BLANK_LINE = re.compile(r"(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])\s*?(?:\r\n|[\n\r\u2028])")


@given(st.lists(TEXTS, max_size=4))
def test_sentences_are_a_partition_that_no_article_crosses(texts):
    document = Document.of_texts(texts)
    bounds = document.sentences.tolist()
    assert bounds[0] == 0
    assert bounds[-1] == len(document.tokens.ids)
    assert sorted(set(bounds)) == bounds
    assert set(document.tokens.bounds.tolist()) <= set(bounds)
    assert document.article_sentences[-1] == len(bounds) - 1
    for index, text in enumerate(texts):
        found = [text[p.start : p.end] for p in document.sentence_passages(index)]
        assert " ".join(found).split() == text.split()


@given(TEXTS)
def test_sentences_have_words_unless_the_text_has_none(text):
    found = sentences_of(text)
    if re.search(r"[^\W_]", text):
        assert all(re.search(r"[^\W_]", sentence) for sentence in found)
    else:
        assert len(found) == bool(text.split())


@given(TEXTS)
def test_no_sentence_has_words_on_both_sides_of_a_blank_line(text):
    for sentence in sentences_of(text):
        with_words = [p for p in BLANK_LINE.split(sentence) if re.search(r"[^\W_]", p)]
        assert len(with_words) <= 1, sentence


@given(st.lists(TEXTS, max_size=4))
def test_a_batch_is_its_articles_one_by_one(texts):
    document = Document.of_texts(texts)
    for index, text in enumerate(texts):
        found = [text[p.start : p.end] for p in document.sentence_passages(index)]
        assert found == sentences_of(text)


def gold(shared: Path, *names: str) -> Path:
    file = shared.joinpath("gold", *names)
    if not file.is_file():
        pytest.skip(f"there is no {'/'.join(names)} in ../shared/gold")
    return file


def test_sentence_ends_inside_paragraphs_of_news_agree_with_those_set_by_hand(shared):
    """GUM (Zeldes 2017); NLTK's Punkt with 30 abbreviations reaches .936 on the same."""
    lines = gold(shared, "sentences_gum_open", "sentences_gum_open.jsonl").read_text("utf-8")
    both = ours = theirs = 0
    for row in map(json.loads, lines.splitlines()):
        text = row["text"]
        inside = {e for _, e in row["sentences"] if text[e:].lstrip(" ")[:1] not in ("\n", "")}
        found = {p.end for p in Document.of_texts([text]).sentence_passages(0)}
        found = {e for e in found if text[e:].lstrip(" ")[:1] not in ("\n", "")}
        both, ours, theirs = both + len(found & inside), ours + len(found), theirs + len(inside)
    assert theirs == 177
    assert 2 * both / (ours + theirs) >= 0.955


def test_golden_rules(shared):
    """Corner cases that pySBD was developed on; Punkt meets 22 of them."""
    cases = json.loads(gold(shared, "golden_rules", "golden_rules.json").read_text("utf-8"))
    met = [sentences_of(c["text"]) == [s.strip() for s in c["sentences"]] for c in cases]
    assert len(met) == 48
    assert sum(met) >= 35
