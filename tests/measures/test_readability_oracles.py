"""Equal to textstat wherever textstat has the formula, whatever the text."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import gold
from tests.texts import ARTICLE, ODD, RETELLING, WORKED
from toolkit.measures.catalogue import measure
from toolkit.text.document import Document

# Without words our values are undefined; what textstat says then.
WITHOUT_WORDS = {
    "rix": (0,),
    "mcalpine_eflaw": (0,),
    "spache_readability": (0,),
    "dale_chall_readability_score_v2": (0,),
    "linsear_write_formula": (0, -1),  # no tokens; tokens, but no words
}
PIECES = st.sampled_from(
    [
        *"abc'tsdvelr.!?…-—“”’İßΣςé1,;:/_ \n\t\u00a0\u3000\0",
        *("don't", "U.S. ", "the ", "president ", "'tis ", "international ", " ", ". ", "e\u0301"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=100).map("".join), st.text(max_size=60))


def agree_with_textstat(textstat, texts: list[str]) -> None:
    document = Document.of_texts(texts)
    words = measure("word_count")(document)
    for name, said in WITHOUT_WORDS.items():
        theirs = getattr(textstat, name)
        for text, count, ours in zip(texts, words, measure(name)(document).tolist(), strict=True):
            if count:
                assert ours == pytest.approx(theirs(text), abs=1e-9, rel=1e-12), (name, text)
            else:
                assert math.isnan(ours)
                assert theirs(text) in said


@pytest.mark.parametrize("texts", [[w.text for w in WORKED.values()], [ARTICLE, RETELLING], ODD])
def test_textstat_on_shared_texts(textstat_oracle, texts):
    agree_with_textstat(textstat_oracle, texts)


def test_textstat_on_the_packs(textstat_oracle):
    agree_with_textstat(textstat_oracle, [a.text for p in gold.PACKS for a in gold.articles(p)])


@settings(max_examples=200)
@given(text=TEXTS)
def test_textstat_on_any_text(textstat_oracle, text):
    agree_with_textstat(textstat_oracle, [text])


@settings(max_examples=50)
@given(words=st.lists(st.sampled_from(["to", "—", "go.", "Nobody", "yet!", "…"]), max_size=250))
def test_linsear_write_stops_at_the_hundredth_word(textstat_oracle, words):
    agree_with_textstat(textstat_oracle, [" ".join(words)])
