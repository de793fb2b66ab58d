import pytest

from toolkit.article import Mark
from toolkit.errors import UsageError
from toolkit.reading import article_from_text
from toolkit.reading.by_hand import mark_line, marked_lines

TEXT = (
    "Bridge closes\n\nBy Jane Smith\n\nIt closed on Monday.\nNobody was hurt.\nNobody was hurt.\n"
)


def test_every_short_line_is_listed_with_what_it_is() -> None:
    article = article_from_text(TEXT + "word " * 30)
    assert [(line.text, line.kind) for line in marked_lines(article)] == [
        ("Bridge closes", "headline"),
        ("By Jane Smith", "byline"),
        ("It closed on Monday.", "article"),
        ("Nobody was hurt.", "article"),
        ("Nobody was hurt.", "article"),
    ]


def test_a_line_changes_its_kind_wherever_it_stands() -> None:
    article = article_from_text(TEXT)
    advert = mark_line(article, "Nobody was hurt.", "advert")
    assert [advert.words_of(m) for m in advert.furniture] == [
        "By Jane Smith",
        *["Nobody was hurt."] * 2,
    ]
    heading = mark_line(advert, "Nobody was hurt.", "subheading")
    assert [(heading.words_of(m), m.kind) for m in heading.headings] == [
        ("Bridge closes", "headline"),
        ("Nobody was hurt.", "subheading"),
        ("Nobody was hurt.", "subheading"),
    ]
    assert heading.furniture == article.furniture
    assert mark_line(heading, "Nobody was hurt.", "article") == article


def test_marks_inside_a_line_go_with_it() -> None:
    article = article_from_text("It [closed](https://x.example) then.\nAnd so on.", kind="md")
    assert len(article.furniture) == 2
    marked = mark_line(article, "It [closed](https://x.example) then.", "other")
    assert marked.furniture == (Mark(0, 36, "other"),)


@pytest.mark.parametrize(("text", "kind"), [("Bridge", "advert"), ("Nobody was hurt.", "lie")])
def test_what_is_no_line_or_kind(text: str, kind: str) -> None:
    with pytest.raises(UsageError):
        mark_line(article_from_text(TEXT), text, kind)
