from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article import Mark
from toolkit.errors import ReadingError
from toolkit.reading import article_from_text, find_furniture, load_story, story_names
from toolkit.reading.furniture import marks_by_hand

BODY = (
    "The council voted on Monday to close the old bridge over the river for nine weeks, and "
    "drivers were told to use the ring road. The mayor said that the repairs could not wait any "
    "longer because of the cracks.\n\n"
)
FURNITURE = {
    "advert": [
        "Advertisement",
        "ADVERTISEMENT",
        "Sponsored content",
        "Article continues below advertisement",
        "Shop now",
        "Advertisement - scroll for more",
    ],
    "byline": [
        "By Jane Smith",
        "BY JANE SMITH",
        "By Jane Smith and John O’Neill",
        "By Jane Smith in Kyiv",
        "By Jane Smith, political editor",
        "By AFP",
        "By Reuters Staff",
        "Article by:",
        "Article by:Source:",
        "Words: Jane Smith",
        "Reporting by Jane Smith in Kyiv; editing by Tom Jones",
        "Reporting by Jane Smith; Editing by Tom Jones.",
        "Written by Jane Smith",
        "Author: Jane Smith",
        "By Jane Smith | Meridian Wire",
        "By Ursula von der Leyen",
    ],
    "source-link": [
        "Source link",
        "Source",
        "Source: Reuters",
        "Read the original",
        "Read the original article here",
        "This article first appeared on Meridian Wire",
        "This article first appeared on Meridian Wire.",
        "https://example.org/a/b?c=d",
        "Source: https://example.org/a",
        "The post Old bridge closes appeared first on Meridian Wire.",
    ],
    "cookie": [
        "We use cookies to improve your experience.",
        "Accept all cookies",
        "Cookie policy",
        "This site uses cookies",
    ],
    "newsletter": [
        "Subscribe",
        "Subscribe to our newsletter",
        "Subscribe to our newsletter.",
        "Sign up for our daily newsletter",
        "Get the best of our reporting delivered to your inbox",
        "Sign up",
        "Enter your email address",
    ],
    "share": [
        "Share",
        "Share this article",
        "Follow us on Facebook and Twitter",
        "Facebook Twitter WhatsApp Email",
        "Share on Facebook",
        "Copy link",
        "Follow @meridianwire",
        "Facebook | X | LinkedIn",
        "Email",
        "245 shares",
    ],
    "related": [
        "Read more: What we know about the bridge",
        "Also read",
        "Related:",
        "Related: Ten bridges that fell",
        "More on this story",
        "Recommended",
        "You may also like",
        "Also read: Ten bridges",
        "READ MORE",
        "Related articles",
    ],
    "timestamp": [
        "Published 24 February 2025",
        "Updated: 10:32 GMT",
        "5 min read",
        "24 February 2025",
        "February 24, 2025",
        "Mon 24 Feb 2025 10.32 GMT",
        "2025-02-24",
        "24/02/2025",
        "Published: Feb. 24, 2025 at 10:32 a.m. EST",
        "2 hours ago",
        "Updated 3 hours ago",
        "Last updated on 24 February 2025 at 10:32",
        "4 minute read",
        "Monday, 24 February 2025",
        "2025-02-24T10:32:00Z",
        "First published on Mon 24 Feb 2025 05.00 EST",
        "Reading time: 4 minutes",
    ],
    "credit": [
        "Photo: Jane Smith/AFP",
        "Photograph: Brian Snyder/Reuters",
        "Getty Images",
        "File photo",
        "Image: Meridian Wire",
        "(Photo by Jane Smith/Getty Images)",
        "The bridge on Monday. Photograph: Jane Smith/Reuters",
        "AP Photo/Jane Smith",
        "Jane Smith/AFP via Getty Images",
        "Jane Smith/Reuters",
        "© Reuters",
        "Image source, Getty Images",
    ],
    "comments": [
        "12 comments",
        "Leave a comment",
        "Comments",
        "Comments (12)",
        "No comments yet",
        "1,204 Comments",
        "Join the conversation",
    ],
    "legal": [
        "© 2025 Meridian Wire",
        "Copyright 2025 The Associated Press. All rights reserved.",
        "All rights reserved",
        "All rights reserved.",
        "Terms of use",
        "Privacy policy",
        "Privacy policy | Terms of use",
        "Copyright © 2025 Meridian Wire. All Rights Reserved.",
    ],
    "navigation": [
        "Skip to main content",
        "Menu",
        "Home > News > World",
    ],
}
NOT_FURNITURE = [
    "Share prices fell.",
    "By Monday the troops had left.",
    "Subscribe to this view or not, he said.",
    "Source: the ministry did not say.",
    "By Monday",
    "By Any Means Necessary",
    "By the river",
    "Comments from the mayor were welcome.",
    "Read more books, the minister told pupils.",
    "Related costs rose.",
    "Advertisement spending fell by 5%.",
    "Follow us, the soldiers said.",
    "Photographs showed the bridge in ruins.",
    "Image rights are at stake in the case.",
    "Copyright law was changed in 2019.",
    "Published figures show a fall.",
    "Updated guidance was sent to schools on Monday.",
    "“Share this,” he said.",
    "Sign up to the army, the posters said.",
    "The firm changed its terms of use in March.",
    "Cookies were handed out to the children.",
    "24 people died.",
    "In 2025 the bridge closed.",
    "March began with rain.",
    "May 24 was chosen as the date.",
    "12 comments were deleted by the paper.",
    "Email traffic doubled.",
    "Facebook said it would appeal.",
    "Recommended doses were exceeded.",
    "Source of the leak unknown",
    "Photo evidence emerged",
    "Old bridge to close for nine weeks",
    "Bridge closure",
    "By 2030 half of the bridges will be gone.",
    "Words: none could describe it.",
    "Reporting by the paper showed otherwise.",
    "Related: the ministry did not reply.",
    "Sale of the bridge",
    "Bridge repairs on sale",
    "The bridge deal of the century",
    "Sources said the deal was near.",
    "Menu prices rose.",
    "Credit: the bank refused it.",
    "Share and share alike",
    "(c) the right to appeal",
    "Trump, Macron and the press",
    "Report: Bridge Closure Delayed Again",
    "Who pays?",
    "Will it hold?",
    "5 minutes",
    "Print is dead, says the owner",
    "In 2025",
    "“We use cookies,” it said.",
    "All rights reserved for the state were lost, he said.",
    "Twitter bans mayor over bridge posts",
]


def found(text: str, **options: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.kind) for m in find_furniture(text, **options)]


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines]
)
def test_furniture_between_paragraphs(kind: str, line: str) -> None:
    assert found(BODY + line + "\n\n" + BODY) == [(line, kind)]


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_sentences_and_headings_are_not_furniture(line: str) -> None:
    for text in (BODY + line + "\n\n" + BODY, line + "\n\n" + BODY, BODY + line):
        assert found(text) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_marks_cover_the_line_without_its_end_and_spaces(end: str) -> None:
    text = f"Share prices fell.{end}  Source link \t{end}They rose."
    assert find_furniture(text) == (Mark(20 + len(end), 31 + len(end), "source-link"),)


@pytest.mark.parametrize("sign", ["• {}", "» {}", "**{}**", "> {}", "[{}]", "{} →", "## {}"])
def test_signs_around_a_phrase_do_not_hide_it(sign: str) -> None:
    line = sign.format("Related articles")
    assert found(BODY + line + "\n" + BODY) == [(line, "related")]


def test_an_advert_is_told_by_a_name_that_comes_back_at_the_other_edge() -> None:
    text = f"Zapzoom makes mornings bright\n\n{BODY}Wake up with Zapzoom"
    assert found(text) == [
        ("Zapzoom makes mornings bright", "advert"),
        ("Wake up with Zapzoom", "advert"),
    ]


def test_such_a_name_gives_away_an_advert_between_paragraphs() -> None:
    text = f"Zapzoom makes mornings bright\n\n{BODY}Zapzoom for all\n\n{BODY}Wake up with Zapzoom"
    assert [words for words, _ in found(text)][1] == "Zapzoom for all"


@pytest.mark.parametrize(
    "line",
    ["Get 20% off all garden chairs", "Buy two mattresses, free delivery", "Order yours now!"],
)
def test_an_advert_is_told_by_its_trade_at_either_edge(line: str) -> None:
    assert found(f"{line}\n\n{BODY}") == [(line, "advert")]
    assert found(f"{BODY}{line}") == [(line, "advert")]


@pytest.mark.parametrize(
    "headline",
    [
        "Council puts old bridge on sale",
        "Shop owners fear bridge closure",
        "Old bridge to close for nine weeks",
    ],
)
def test_a_headline_speaks_of_what_the_article_speaks_of(headline: str) -> None:
    assert found(f"{headline}\n\n{BODY}") == []


def test_the_outlet_may_praise_itself_with_words_of_the_article() -> None:
    text = f"{BODY}Watch Bridge News every evening at ten"
    assert found(text) == []
    assert found(text, outlet="Bridge News") == [
        ("Watch Bridge News every evening at ten", "advert")
    ]


def test_titles_under_more_on_this_story_at_the_end_are_links() -> None:
    text = f"{BODY}More on this story\nTen old tunnels\nWhy do rivers flood?"
    assert [kind for _, kind in found(text)] == ["related"] * 3
    assert found(text + "\n" + BODY) == [("More on this story", "related")]


@pytest.mark.parametrize("text", ["Advertisement", "Share\nPrint", "", " \n", "Source link\n"])
def test_a_text_keeps_its_words(text: str) -> None:
    assert find_furniture(text) == ()


def test_marks_by_hand_wants_whole_lines() -> None:
    text = "Our bazaar\nThe bridge closed.\n Our  bazaar"
    marks = marks_by_hand(text, {"Our bazaar": "advert"}, "a.txt")
    assert marks == (Mark(0, 10, "advert"), Mark(31, 42, "advert"))
    with pytest.raises(ReadingError, match="no line 'The bridge'"):
        marks_by_hand(text, {"The bridge": "advert"}, "a.txt")


@pytest.mark.parametrize("name", story_names())
def test_story_packs_as_their_keys_say(name: str, repo) -> None:
    import tomllib

    key = tomllib.loads((repo / "data" / name / "key.toml").read_text(encoding="utf-8"))
    for article in load_story(name):
        marks = [(article.id, article.words_of(mark), mark.kind) for mark in article.marks]
        rows = [(r["telling"], r["text"], r["kind"]) for r in key["furniture"] + key["heading"]]
        assert sorted(marks) == sorted(row for row in rows if row[0] == article.id)


def test_real_articles(shared) -> None:
    """In one real page an advert at each edge and a source line; in the other half a byline."""
    folder = shared / "stories" / "peacekeepers"
    first = (folder / "first-telling.txt").read_text(encoding="utf-8")
    second = (folder / "second-telling.txt").read_text(encoding="utf-8")
    lines = [line for line in second.split("\n") if line.strip()]
    assert found(first) == [(first.rstrip("\n").split("\n")[-1], "byline")]
    assert found(second) == [
        (lines[0], "advert"),
        (lines[-2], "source-link"),
        (lines[-1], "advert"),
    ]
    article = article_from_text(first)
    assert [m.kind for m in article.headings] == ["subheading"]
    assert article_from_text(second).headings == ()


LINES = st.sampled_from(
    [line for lines in FURNITURE.values() for line in lines] + NOT_FURNITURE + ["", BODY.strip()]
)
TEXTS = st.one_of(st.text(), st.lists(LINES, max_size=15).map("\n".join))


@given(TEXTS)
def test_marks_are_sorted_apart_and_whole_lines(text: str) -> None:
    marks = find_furniture(text)
    assert list(marks) == sorted(marks)
    assert all(a.end <= b.start for a, b in pairwise(marks))
    for mark in marks:
        assert 0 <= mark.start < mark.end <= len(text)
        line = text[mark.start : mark.end]
        assert line == line.strip()
        assert "\n" not in line
