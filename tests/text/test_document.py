"""A batch of articles: what is left out of it, and where everything stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import ARTICLE, ARTICLE_SENTENCES, ODD, RETELLING
from toolkit.article import Article, Mark
from toolkit.text.document import Document, measured_text
from toolkit.text.tokens import Vocabulary
from toolkit.text.words import WORD, normal_form


def marked(text: str, lines: dict[str, str], **kinds: str) -> Article:
    """An article with whole lines marked as furniture (``lines``) or headings (``kinds``)."""

    def mark(line: str, kind: str) -> Mark:
        return Mark(text.index(line), text.index(line) + len(line), kind)

    return Article(
        "a",
        text,
        furniture=tuple(sorted(mark(line, kind) for line, kind in lines.items())),
        headings=tuple(sorted(mark(line, kind) for kind, line in kinds.items())),
    )


PAGE = "Buy Parcelmint now\n\nBridge shut\n\nIt closed. Nobody came.\n\nSource: Parcelmint News\n"
MARKED = marked(
    PAGE,
    {"Buy Parcelmint now": "advert", "Source: Parcelmint News": "source-link"},
    headline="Bridge shut",
)


def test_furniture_and_headings_are_in_no_sentence_and_no_count():
    document = Document.of([MARKED])
    passages = document.sentence_passages(0)
    assert [MARKED.words_of(p) for p in passages] == ["It closed.", "Nobody came."]
    assert [p.article for p in passages] == ["a", "a"]
    forms = [document.word_forms.entries[f] for f in document.words.forms]
    assert forms == ["it", "closed", "nobody", "came"]


def test_measured_text_has_the_same_length_and_lines():
    text = measured_text(MARKED)
    assert len(text) == len(PAGE)
    assert text.split() == ["It", "closed.", "Nobody", "came."]
    assert [i for i, c in enumerate(text) if c == "\n"] == [
        i for i, c in enumerate(PAGE) if c == "\n"
    ]


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
    st.booleans(),
)
def test_marks_never_move_an_offset_even_where_they_overlap(text, pairs, as_headings):
    marks = tuple(sorted(Mark(min(p), max(p), "other") for p in pairs))
    article = Article("a", text, **{"headings" if as_headings else "furniture": marks})
    measured = measured_text(article)
    assert len(measured) == len(text)
    for k, (old, new) in enumerate(zip(text, measured, strict=True)):
        assert new == (" " if any(m.start <= k < m.end for m in marks) else old)


def test_a_sentence_goes_on_around_a_mark_inside_it():
    text = "It closed [Advert: Parcelmint] on Monday."
    article = marked(text, {"[Advert: Parcelmint]": "advert"})
    document = Document.of([article])
    assert [article.words_of(p) for p in document.sentence_passages(0)] == [text]
    assert "parcelmint" not in {document.word_forms.entries[f] for f in document.words.forms}


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["", "One.", ""], ["***", "— …"]])
def test_articles_without_words_are_empty_not_errors(texts):
    document = Document.of_texts(texts)
    assert len(document.articles) == len(texts)
    assert len(document.article_sentences) == len(texts) + 1
    assert len(document.article_words) == len(texts) + 1
    for index, text in enumerate(texts):
        found = [p for p in document.sentence_passages(index) if WORD.search(text[p.start : p.end])]
        assert len(found) == (1 if "One" in text else 0)


def test_an_article_that_is_all_furniture_has_no_words():
    document = Document.of([Article("a", "Buy now", furniture=(Mark(0, 7, "advert"),))])
    assert document.article_words.tolist() == [0, 0]
    assert document.sentence_passages(0) == []


def test_bounds_of_articles_and_sentences_in_words():
    document = Document.of_texts(["One two. Three!", "", "Four — five."])
    assert document.article_words.tolist() == [0, 3, 3, 5]
    assert document.sentence_words.tolist() == [0, 2, 3, 5]


@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from(ODD)), max_size=4))
def test_words_lie_in_their_article_in_order(texts):
    document = Document.of_texts(texts, Vocabulary())
    edges = document.article_words
    for index, text in enumerate(texts):
        words = list(WORD.finditer(text))
        part = slice(edges[index], edges[index + 1])
        assert document.words.starts[part].tolist() == [m.start() for m in words]
        assert document.words.ends[part].tolist() == [m.end() for m in words]
        forms = [document.word_forms.entries[f] for f in document.words.forms[part]]
        assert forms == [normal_form(m[0]) for m in words]


def test_a_shared_vocabulary_changes_no_number():
    alone = Document.of_texts([RETELLING], Vocabulary())
    vocabulary = Vocabulary()
    Document.of_texts([ARTICLE, *ODD], vocabulary)
    after = Document.of_texts([RETELLING], vocabulary)
    assert alone.sentences.tolist() == after.sentences.tolist()
    assert alone.words.starts.tolist() == after.words.starts.tolist()
    assert [alone.word_forms.entries[f] for f in alone.words.forms] == [
        after.word_forms.entries[f] for f in after.words.forms
    ]


def test_an_article_is_not_changed_by_being_read():
    before = MARKED
    Document.of([MARKED])
    assert before == MARKED
    assert before.text == PAGE


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The bridge closed on Monday. " * 350_000, 350_000),
        ("bridge " * 1_400_000, 1),
        ("a" * 10_000_000, 1),
        ("\n" * 10_000_000, 0),
    ],
    ids=["sentences", "no full stop", "no blank", "nothing but line ends"],
)
def test_ten_megabytes_on_one_line(text, sentences):
    document = Document.of_texts([text], Vocabulary())
    assert document.article_sentences.tolist() == [0, sentences]
    assert document.tokens.ends[-1:].tolist() == [len(text.rstrip())] * bool(sentences)


def test_sentences_of_an_article_in_a_batch_are_its_own():
    batch = Document.of([MARKED, Article("b", RETELLING), Article("c", "")])
    assert [p.article for p in batch.sentence_passages(1)] == ["b"] * 4
    assert batch.sentence_passages(2) == []
    assert len(ARTICLE_SENTENCES) == 6
