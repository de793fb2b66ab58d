from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ReadingError, UsageError
from toolkit.reading import article_from_text
from toolkit.reading.pasted import MOST_CHARACTERS


def test_a_text_and_its_marks() -> None:
    text = "Bridge closes\nBy Jane Smith\n\nIt closed on Monday. Drivers wait.\n\nSource link"
    article = article_from_text(text, id="a", outlet="Wire")
    assert (article.id, article.outlet, article.headline) == ("a", "Wire", "Bridge closes")
    assert article.text == text
    assert [(article.words_of(m), m.kind) for m in article.marks] == [
        ("Bridge closes", "headline"),
        ("By Jane Smith", "byline"),
        ("Source link", "source-link"),
    ]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\u200b\n", "\x00\x01", "\xa0"])
def test_nothing_to_see_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match="empty or holds only white space") as caught:
        article_from_text(text)
    assert caught.value.problem.startswith("The text ")


def test_more_than_fifty_million_characters_are_refused() -> None:
    with pytest.raises(ReadingError, match="the most is 50 million"):
        article_from_text("a" * (MOST_CHARACTERS + 1))


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "Hello world",
        "Hello world.",
        "!!! ??? 123",
        "A \x07 bell, a \x00 null, \x1b[31mred\x1b[0m.",
        "הגשר נסגר ביום שני. \u200fהנהגים מחכים.",
        "He wrote <script>alert(1)</script> and <b>bold</b> & so on.",
        "# Not a heading here\n[x](y) stays.",
    ],
)
def test_plain_text_is_taken_literally_and_keeps_a_sentence(text: str) -> None:
    article = article_from_text(text)
    assert article.text == text
    assert article.furniture == ()
    outside = article.text
    for mark in reversed(article.marks):
        outside = outside[: mark.start] + outside[mark.end :]
    assert outside.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\ud83dz.", "a\ufffdz."),
        ("a\ude00\ud83dz.", "a\ufffd\ufffdz."),
        ("a\ud83d\ude00z.", "a\N{GRINNING FACE}z."),
    ],
)
def test_halves_of_surrogate_pairs(text: str, expected: str) -> None:
    assert article_from_text(text).text == expected


def test_a_named_headline_is_no_advert_and_may_end_a_sentence() -> None:
    body = "The council voted on Monday to close the old crossing over the river. " * 4
    text = f"Buy now, pay later.\n\n{body}"
    article = article_from_text(text, headline="Buy now, pay later.")
    assert [(article.words_of(m), m.kind) for m in article.marks] == [
        ("Buy now, pay later.", "headline")
    ]
    unpunctuated = f"Special offer\n\n{body}"
    assert article_from_text(unpunctuated).headings == ()
    assert article_from_text(unpunctuated, headline="Special offer").furniture == ()


def test_the_author_alone_on_a_line_is_the_byline() -> None:
    text = "Bridge closes\nWire newsroom\nIt closed on Monday."
    assert article_from_text(text).headings[1].kind == "standfirst"
    article = article_from_text(text, author="Wire newsroom")
    assert [m.kind for m in article.marks] == ["headline", "byline"]


def test_an_unknown_kind_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="no kind of text 'pdf'"):
        article_from_text("Words.", kind="pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize(
    "text",
    [
        "word " * 2_000_000,
        "a" * 10_000_000,
        "“" + "”" * 5_000_000,
        "[x](" * 200_000,
        "<!-- " * 200_000,
        "\n" * 1_000_000 + "a",
        "a\n" * 100_000,
        "`````x\n```\n" * 30_000,
        "# " * 500_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_long_and_hostile_texts_come_through_whole(text: str, kind) -> None:
    """A step that is not linear in the text would take hours here, and the suite's time-out."""
    assert article_from_text(text, kind=kind).text == text


LINES = st.sampled_from(
    [
        "By Jane Smith",
        "Source link",
        "Bridge closes",
        "It closed on Monday.",
        "",
        "# A",
        "**b**",
        "[a](b)",
        "```",
        "Read more",
        "<script>x</script>",
        "- one",
        "Will it hold?",
        "---",
    ]
)


@given(
    st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join)),
    st.sampled_from(["txt", "md", "html"]),
    st.sampled_from(["", "Bridge closes", "It closed on Monday."]),
)
def test_any_text_is_an_article_or_a_clear_error(text: str, kind, headline: str) -> None:
    try:
        article = article_from_text(text, kind=kind, headline=headline)
    except ReadingError:
        return
    article.text.encode("utf-8")
    if kind != "html":
        assert article.text == text
    marks = article.marks
    assert list(article.furniture) == sorted(article.furniture)
    assert list(article.headings) == sorted(article.headings)
    assert all(a.end <= b.start for a, b in pairwise(marks))
    assert all(0 <= mark.start < mark.end <= len(article.text) for mark in marks)
    if any(c.isalnum() for c in article.text):
        outside = article.text
        for mark in reversed(marks):
            outside = outside[: mark.start] + outside[mark.end :]
        assert any(c.isalnum() for c in outside)
