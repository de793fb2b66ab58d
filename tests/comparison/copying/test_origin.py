"""Where the words of a telling come from."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.texts import ARTICLE, ODD, RETELLING
from toolkit.article import Article, Mark, Passage
from toolkit.comparison.copying.origin import ORIGINS, Origin, origin
from toolkit.comparison.links.alignment import Alignment, Link
from toolkit.text.document import Document
from toolkit.text.words import WORD

WIRE = (
    "The old bridge in Saltmere was closed on Monday after divers found a crack in a girder."
    " Nobody was hurt. The council will meet on Friday to decide what happens next."
)
COPY = (
    "Our town has lost its way over. The old bridge in Saltmere was closed on Monday after divers"
    " found a crack in one girder. Nobody was hurt. People are sad about it, and ducks swim by."
)


def texts(document: Document, found: Origin, telling: int) -> dict[str, list[str]]:
    article = document.articles[telling]
    return {name: [article.words_of(passage) for passage in found.of(name)] for name in ORIGINS}


def test_each_word_has_the_origin_a_reader_would_give_it():
    document = Document.of_texts([COPY, WIRE])
    found = origin(document, 0)
    assert texts(document, found, 0) == {
        "verbatim": [
            "The old bridge in Saltmere was closed on Monday after divers found a crack in",
            "Nobody was hurt",
        ],
        "near-verbatim": ["one girder"],
        "reworded": [],
        "own": ["Our town has lost its way over", "People are sad about it, and ducks swim by"],
    }
    assert found.words == {"verbatim": 18, "near-verbatim": 2, "reworded": 0, "own": 16}
    assert found.shares["own"] == 16 / 36
    source = document.articles[1].words_of(found.stretches[1].source)
    assert source == "The old bridge in Saltmere was closed on Monday after divers found a crack in"
    assert [stretch.source is None for stretch in found.stretches] == [
        stretch.origin == "own" for stretch in found.stretches
    ]


def test_a_reworded_sentence_is_one_that_is_linked():
    document = Document.of_texts(
        ["Divers saw a crack. Ducks swim.", "A crack was what divers saw."]
    )
    link = Link((0,), (0,), "reworded", 0.5)
    found = origin(document, 0, [1], alignments={1: Alignment((link,), (1,), ())})
    assert texts(document, found, 0)["reworded"] == ["Divers saw a crack"]
    assert found.stretches[0].source == Passage("2", 0, 28)
    assert found.words["own"] == 2
    verbatim = Alignment((Link((0,), (0,), "verbatim", 1.0),), (1,), ())
    assert origin(document, 0, [1], alignments={1: verbatim}).words["verbatim"] == 4


def test_against_all_others_or_one_of_them():
    document = Document.of_texts([COPY, WIRE, "People are sad about it, and ducks swim by."])
    assert origin(document, 0).words["own"] == 7
    assert origin(document, 0, [1]).words["own"] == 16
    assert origin(document, 0, [2]).words["own"] == 27
    assert origin(document, 0, []).words["own"] == 36


def test_the_longest_passage_is_named_and_of_equal_ones_that_of_the_first_source():
    short = "He said the old bridge in Saltmere was closed."
    document = Document.of_texts([COPY, short, WIRE, WIRE])
    (stretch,) = [x for x in origin(document, 0).stretches if "closed on" in _text(document, x)]
    assert stretch.source.article == "3"


def _text(document: Document, stretch) -> str:
    return document.articles[0].words_of(stretch.passage)


def test_a_heading_ends_a_stretch_and_furniture_has_no_origin():
    cut = WIRE.index(" after")
    text = f"{WIRE[:cut]}\n\nWhat next\n\n{WIRE[cut + 1 :]}"
    start = text.index("What")
    article = Article("1", text, headings=(Mark(start, start + 9, "subheading"),))
    document = Document.of([article, Article("2", WIRE)])
    found = origin(document, 0)
    assert found.words["verbatim"] == len(WORD.findall(WIRE))
    assert not any("What next" in _text(document, stretch) for stretch in found.stretches)


@pytest.mark.parametrize("text", ["", "***"])
def test_a_telling_without_words_has_undefined_shares(text):
    found = origin(Document.of_texts([text, WIRE]), 0)
    assert found.stretches == ()
    assert all(math.isnan(share) for share in found.shares.values())


SENTENCES = [*COPY.split(". "), *WIRE.split(". "), ARTICLE, RETELLING, *ODD]
TELLINGS = st.lists(st.sampled_from(SENTENCES), max_size=6).map(". ".join)


@settings(max_examples=25)
@given(st.lists(TELLINGS, min_size=1, max_size=3))
def test_every_word_has_one_origin(tellings):
    document = Document.of_texts(tellings)
    for telling, text in enumerate(tellings):
        found = origin(document, telling)
        edges = document.article_words[telling : telling + 2]
        assert sum(found.words.values()) == edges[1] - edges[0]
        at = 0
        for stretch in found.stretches:
            assert stretch.origin in ORIGINS
            assert stretch.passage.start >= at
            at = stretch.passage.end
            count = len(WORD.findall(text[stretch.passage.start : stretch.passage.end]))
            assert count == stretch.n_words > 0


@pytest.mark.parametrize("pack", gold.PACKS)
def test_a_telling_of_a_pack_and_itself(pack):
    for article in gold.articles(pack):
        twice = Document.of([article, Article("again", article.text, furniture=article.furniture)])
        assert origin(twice, 0).shares["verbatim"] > 0.95
