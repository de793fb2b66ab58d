from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.reading import article_from_text
from toolkit.reading.markdown import read_markdown

TEXT = """---
title: "Bridge closes"
outlet: Meridian Wire
author: Jane Smith
date: 2025-02-24
---

# Bridge closes

The [old bridge](https://example.org/a_(b) "title") closed on Monday.
![Cracks in the arch](crack.jpg)

## What now ##

Drivers use the ring road.

```python
print("not a sentence.")
```

Repairs
-------

They take <b>nine</b> weeks.

[1]: https://example.org
"""


def marked(text: str, kind: str) -> list[str]:
    article = article_from_text(text, kind="md")
    return [article.words_of(mark) for mark in article.marks if mark.kind == kind]


def test_text_stays_and_signs_are_marked() -> None:
    article = article_from_text(TEXT, kind="md")
    assert article.text == TEXT
    assert (article.headline, article.outlet) == ("Bridge closes", "Meridian Wire")
    assert (article.author, article.published) == ("Jane Smith", "2025-02-24")
    assert marked(TEXT, "headline") == ["Bridge closes"]
    assert marked(TEXT, "subheading") == ["What now", "Repairs"]
    front, *rest = marked(TEXT, "markup")
    assert front.startswith("---\ntitle")
    assert front.endswith("\n---")
    assert rest == [
        "# ",
        "[",
        '](https://example.org/a_(b) "title")',
        "![Cracks in the arch](crack.jpg)",
        "## ",
        " ##",
        '```python\nprint("not a sentence.")\n```',
        "-------",
        "<b>",
        "</b>",
        "[1]: https://example.org",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hashes: #one and # two.", []),
        ("#hashtag is not a heading.", []),
        ("3 < 4 and 5 > 4.", []),
        ("It said [sic] that (he) left.", []),
        ("Hidden <script>alert('a b.')</script> words.", ["<script>alert('a b.')</script>"]),
        ("Hidden <!-- a\nb --> words.", ["<!-- a\nb -->"]),
        ("An open <script> tag hides no words.", ["<script>"]),
        ("```\nA fence that is never closed.\nWords.", ["```"]),
        ("```` \n```\ncode\n````\nWords.", ["```` \n```\ncode\n````"]),
        ("---\nno key here\n---\nWords.", ["---", "---"]),
        ("[a](b) c\n===\nWords.", ["==="]),
        ("```\ncode\n```\n---\nWords.", ["```\ncode\n```", "---"]),
        ("```\n<!-- a -->\n```\nWords.", ["```\n<!-- a -->\n```"]),
        ("See <https://example.org> now.", ["<https://example.org>"]),
    ],
)
def test_signs(text: str, expected: list[str]) -> None:
    assert marked(text, "markup") == expected


def test_furniture_in_markdown_is_known_behind_its_signs() -> None:
    text = "# Bridge closes\n\n**By Jane Smith**\n\nIt closed on Monday.\n\n## Read more\n"
    assert marked(text, "byline") == ["**By Jane Smith**"]
    assert marked(text, "related") == ["## Read more"]


def test_a_text_of_markup_only_keeps_its_words() -> None:
    article = article_from_text("```\nonly code\n```", kind="md")
    assert article.marks == ()


SIGNS = st.sampled_from(
    [
        "# a",
        "## b ##",
        "[x](y)",
        "![x](y)",
        "```",
        "~~~~",
        "---",
        "===",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "word.",
        "",
        "[1]: x",
        "key: value",
        "<b>",
        "[",
        "](",
        "By Jane Smith",
        "`",
    ]
)


@given(st.one_of(st.text(), st.lists(SIGNS, max_size=14).map("\n".join)), st.booleans())
def test_marks_never_overlap(text: str, joined: bool) -> None:
    text = text.replace("\n", " ") if joined else text
    found = read_markdown(text)
    every = sorted([*found.blocks, *found.inline, *found.headings])
    assert all(a.end <= b.start for a, b in pairwise(every))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in every)
