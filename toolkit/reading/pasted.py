"""A string as an article: what is pasted into a box, and what files hold once decoded."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, Unpack

from toolkit.article import Article, Mark
from toolkit.errors import ReadingError, UsageError
from toolkit.reading.furniture import HEADING_KINDS, OWN, find_furniture, marks_by_hand
from toolkit.reading.headings import find_headings
from toolkit.reading.lines import lines_of
from toolkit.reading.markdown import Markdown, read_markdown
from toolkit.reading.page import Details, Page
from toolkit.reading.spans import clear_of, merged
from toolkit.reading.webpage import read_page

Kind = Literal["txt", "md", "html"]

MOST_CHARACTERS = 50_000_000
_SURROGATE = re.compile("[\ud800-\udfff]")
_VISIBLE = re.compile("[^\\s\x00-\x1f\x7f-\x9f\ufeff\u200b-\u200f\u2060\u00ad]")
_WORD = re.compile(r"\w")
_NO_SIGNS = Markdown((), (), ())


def article_from_text(
    text: str,
    *,
    id: str = "text",  # noqa: A002 - the name of the field it fills
    outlet: str = "",
    kind: Kind = "txt",
    headline: str = "",
    author: str = "",
    published: str = "",
    url: str = "",
    furniture: Mapping[str, str] | None = None,
    name: str = "The text",
) -> Article:
    """Make an article of a string: find its furniture and headings, change none of its words.

    ``kind`` says how to take markup: ``"txt"`` literally, ``"md"`` marked as furniture, and of
    ``"html"`` the article's text is extracted first, and offsets point into the extracted text.
    ``headline``, ``author``, ``published``, ``url`` and ``outlet`` go before what the page or
    Markdown front matter says. ``furniture`` names lines by hand, exact line to kind: a kind of
    furniture, a kind of heading, or ``article`` for a line that is neither. ``name`` is how
    error messages call the text.

    The only characters changed are halves of surrogate pairs, which no file can hold: a pair
    becomes its character, a half alone U+FFFD.

    Raises :class:`ReadingError` for a text without a visible character or of more than 50
    million, and :class:`UsageError` for another ``kind``.

    >>> article_from_text("By Jane Smith\\nShare prices fell on Monday.").furniture
    (Mark(start=0, end=13, kind='byline'),)
    """
    if kind not in ("txt", "md", "html"):
        raise UsageError(f"There is no kind of text {kind!r}.", "Use txt, md or html.")
    if len(text) > MOST_CHARACTERS:
        raise ReadingError(
            f"{name} has {len(text) // 1_000_000} million characters; the most is 50 million.",
            "Split it into its articles.",
        )
    text = _well_formed(text)
    if kind == "html":
        page, signs = read_page(_with_words(text, name), name), _NO_SIGNS
    elif kind == "md":
        signs = read_markdown(text)
        page = _front_matter(text, signs.details)
    else:
        page, signs = Page(text), _NO_SIGNS
    given = Page(text="", headline=headline, author=author, published=published, outlet=outlet)
    return _article(page, signs, replace(given, url=url), id, furniture or {}, name)


def article_from_page(
    page: Page,
    *,
    id: str = "text",  # noqa: A002 - the name of the field it fills
    furniture: Mapping[str, str] | None = None,
    name: str = "The document",
    **details: Unpack[Details],
) -> Article:
    """Make an article of what was found in a document, as :func:`article_from_text` does.

    ``details`` are ``outlet``, ``headline``, ``author``, ``published`` and ``url``, and go before
    what the document says.

    >>> article_from_page(Page("The bridge is shut.", outlet="Beacon"), author="A. Lee").outlet
    'Beacon'
    """
    page = replace(page, text=_well_formed(page.text))
    return _article(page, _NO_SIGNS, Page("", **details), id, furniture or {}, name)


def _article(
    page: Page, signs: Markdown, given: Page, id_: str, furniture: Mapping[str, str], name: str
) -> Article:
    """The article in a page; what is ``given`` goes before what the page says of itself."""
    text = _with_words(page.text, name)
    headline, outlet = given.headline or page.headline, given.outlet or page.outlet
    author = given.author or page.author
    told = marks_by_hand(text, {**dict(page.furniture), **furniture}, name)
    own = [mark for mark in told if mark.kind == OWN]
    titles = [mark for mark in told if mark.kind in HEADING_KINDS]
    by_hand = merged(
        clear_of(told, [*own, *titles]), clear_of(_lines_equal_to(author, text, "byline"), told)
    )
    lines = lines_of(text)
    found = find_furniture(text, outlet=outlet, lines=lines)
    found = tuple(mark for mark in found if text[mark.start : mark.end] != headline)
    taken = merged(by_hand, clear_of(merged(signs.blocks, found), [*own, *titles]))
    known = clear_of(signs.headings or _told_by_page(text, page), taken)
    headings = find_headings(text, taken, headline=headline, known=known, lines=lines)
    headings = merged(titles, clear_of(headings, told))
    marks = merged(taken, clear_of(signs.inline, headings))
    if not _words_outside(text, [*marks, *headings]):
        marks, headings = by_hand, ()
    return Article(
        id=id_,
        text=text,
        outlet=outlet,
        headline=headline or _words_of_headline(text, headings),
        author=author,
        published=given.published or page.published,
        url=given.url or page.url,
        furniture=marks,
        headings=headings,
    )


def _with_words(text: str, name: str) -> str:
    """The text itself, if there is anything to see in it."""
    if not _VISIBLE.search(text):
        raise ReadingError(
            f"{name} is empty or holds only white space.", "Choose a text with words in it."
        )
    return text


def _well_formed(text: str) -> str:
    """``text`` without halves of surrogate pairs, which cannot be written in UTF-8."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _front_matter(text: str, details: Mapping[str, str]) -> Page:
    def first(*keys: str) -> str:
        return next((details[key] for key in keys if details.get(key)), "")

    return Page(
        text,
        headline=first("headline", "title"),
        author=first("author", "byline", "by"),
        published=first("published", "date"),
        outlet=first("outlet", "publication", "site"),
        url=first("url", "link"),
    )


def _told_by_page(text: str, page: Page) -> list[Mark]:
    """The lines of a page's text that its own headings hold."""
    titles = {*page.headings, page.headline} - {""}
    if not titles:
        return []
    marks: list[Mark] = []
    headed = False
    for line in lines_of(text):
        words = " ".join(line.text.split())
        if words in titles and line.n_words <= 25:
            is_headline = words == page.headline and not headed
            headed = headed or is_headline
            marks.append(Mark(line.start, line.end, "headline" if is_headline else "subheading"))
    return marks


def _lines_equal_to(words: str, text: str, kind: str) -> list[Mark]:
    """Marks for the lines that are ``words`` and nothing else."""
    if not words.strip() or words not in text:
        return []
    return [Mark(s.start, s.end, kind) for s in lines_of(text) if s.text == words.strip()]


def _words_outside(text: str, marks: Iterable[Mark]) -> bool:
    """Whether there is a word that no mark covers."""
    at = 0
    for mark in sorted(marks):
        if _WORD.search(text, at, mark.start):
            return True
        at = mark.end
    return _WORD.search(text, at) is not None


def _words_of_headline(text: str, headings: Iterable[Mark]) -> str:
    words = (text[m.start : m.end] for m in headings if m.kind == "headline")
    return " ".join(next(words, "").split())
