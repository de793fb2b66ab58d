import socket
import subprocess
import sys

import pytest

from toolkit.errors import ReadingError
from toolkit.reading import article_from_text, read_article
from toolkit.reading.webpage import decode_page, read_page

WHY = "Drivers were told to use the ring road until the repairs are done, the mayor said."
PAGE = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Old bridge to close - Meridian Wire</title>
<meta property="og:site_name" content="Meridian Wire"><meta name="author" content="Jane Smith">
<meta property="article:published_time" content="2025-02-24T10:00:00Z">
<link rel="canonical" href="https://example.org/bridge">
<style>.x {{ color: red }}</style><script>var hidden = "SCRIPT ONE";</script></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav>
<article><h1>Old bridge to close</h1><p>By Jane Smith</p>
<p>The council will close the old bridge for nine weeks from June, it said on Monday.</p>
<script>document.write("SCRIPT TWO.")</script><noscript>Switch scripts on.</noscript>
<p>{WHY}</p><h2>What drivers do</h2>
<p>The ring road is open, and “buses” run every ten minutes from the café to the market.</p>
<p>Read more: Ten bridges that fell</p></article>
<footer>Copyright 2025</footer></body></html>"""


def test_an_article_page() -> None:
    article = article_from_text(PAGE, kind="html")
    assert article.headline == "Old bridge to close"
    assert (article.outlet, article.author) == ("Meridian Wire", "Jane Smith")
    assert (article.published, article.url) == ("2025-02-24", "https://example.org/bridge")
    marks = [(article.words_of(mark), mark.kind) for mark in article.marks]
    assert marks == [
        ("Old bridge to close", "headline"),
        ("By Jane Smith", "byline"),
        ("What drivers do", "subheading"),
        ("Read more: Ten bridges that fell", "related"),
    ]
    assert WHY in article.text
    assert "SCRIPT" not in article.text
    assert "scripts on" not in article.text
    assert "<" not in article.text


def test_what_the_caller_knows_goes_first() -> None:
    article = article_from_text(PAGE, kind="html", outlet="Other", headline="Mine", author="Me")
    assert (article.outlet, article.headline, article.author) == ("Other", "Mine", "Me")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Hello world", "Hello world"),
        ("<p>Hi <script>x()</script> there.</p><style>p{}</style>", "Hi there."),
        (
            "<title>T</title><h1>Head</h1>One <b>bold</b> word.<br>Two.",
            "Head\nOne bold word.\nTwo.",
        ),
        ("<p>a\x00b &lt;script&gt; c</p>", "a\ufffdb <script> c"),
        ("See <b>now</b>.", "See now."),
        ("<ul><li>One.</li><li>Two.</li></ul>", "One.\nTwo."),
    ],
)
def test_small_pages_give_their_visible_text(source: str, text: str) -> None:
    found = read_page(source, "x").text
    assert [line.strip("- ") for line in found.splitlines() if line.strip()] == text.splitlines()


@pytest.mark.parametrize(
    "source", ["<p></p>", "<script>x()</script>", "<!-- only a comment -->", "<html><body> </body>"]
)
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(ReadingError, match="no text to read"):
        article_from_text(source, kind="html")


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("utf-8", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("cp1252", "nonsense"),
        ("cp1252", "unicode_escape"),
        ("cp1251", "windows-1251"),
        ("shift_jis", "Shift_JIS"),
        ("iso-2022-jp", "iso-2022-jp"),
        ("utf-8-sig", "iso-8859-1"),
        ("utf-8", "iso-8859-1"),
        ("utf-16", "utf-8"),
    ],
)
def test_encodings_of_pages(encoding: str, label: str) -> None:
    words = {"cp1251": "Это газета.", "shift_jis": "新聞です。", "iso-2022-jp": "新聞です。"}
    page = (
        f'<html><head><meta charset="{label}"></head><p>{words.get(encoding, "“Café” news.")}</p>'
    )
    assert decode_page(page.encode(encoding), "x") == page


def test_pages_that_are_not_pages_are_refused(tmp_path) -> None:
    (tmp_path / "page.html").write_bytes(b"{\\rtf1 hello")
    with pytest.raises(ReadingError, match=r"page\.html is not a text: it looks like a rich"):
        read_article(tmp_path / "page.html")


def test_ten_megabytes_in_one_paragraph() -> None:
    text = read_page("<html><body><article><p>" + "word " * 2_100_000 + "</p></article>", "x").text
    assert text.count("word") == 2_100_000


@pytest.mark.parametrize(
    "open_tags", ["<div>" * 100_000, "<table><tr><td>" * 3000, "<" * 100_000 + "<p>"]
)
def test_hostile_nesting_gives_text_or_a_clear_error(open_tags: str) -> None:
    try:
        text = article_from_text(f"{open_tags}hello there", kind="html").text
    except ReadingError:
        return
    assert "hello" in text


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a page asked for the internet")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = PAGE.replace("<article>", "<article><img src='https://example.org/a.png'>")
    assert WHY in article_from_text(page, kind="html").text


def test_importing_the_package_loads_nothing_heavy(repo) -> None:
    code = (
        "import sys, toolkit.reading;"
        "print(*(m for m in ('trafilatura', 'lxml', 'charset_normalizer', 'numpy')"
        " if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=repo
    )
    assert done.stdout.strip() == ""
