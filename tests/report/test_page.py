import base64
import hashlib
import re

import lxml.html
import pytest

from tests.payloads import PAYLOADS
from toolkit.article import Article, Mark
from toolkit.comparison.compare import compare
from toolkit.reading import load_story
from toolkit.report import report_html


@pytest.fixture(scope="module")
def page() -> str:
    story = load_story("peacekeepers")
    return report_html(compare(story), title=story.title, made="2025-03-01", version="1.2.3")


def test_the_page_is_whole_and_the_same_every_time(page: str) -> None:
    story = load_story("peacekeepers")
    again = report_html(compare(story), title=story.title, made="2025-03-01", version="1.2.3")
    assert again == page
    tree = lxml.html.document_fromstring(page)
    assert tree.findtext(".//h1") == story.title
    assert "Same Story 1.2.3, 2025-03-01" in page
    for article in story:
        text = " ".join(tree.text_content().split())
        for sentence in compare([article]).sentences[0]:
            assert " ".join(article.words_of(sentence).split()) in text


def test_every_link_leads_to_a_place_in_the_page(page: str) -> None:
    tree = lxml.html.document_fromstring(page)
    places = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(places) == len(set(places))
    links = [element.get("href") for element in tree.iter("a")]
    assert len(links) > 100
    assert {link[1:] for link in links} <= set(places)


def test_it_loads_nothing_and_runs_its_own_script_only(page: str) -> None:
    tree = lxml.html.document_fromstring(page)
    assert not [e for e in tree.iter() if e.get("src") or e.tag in ("link", "iframe", "object")]
    assert not re.search(r"url\(|@import", page)
    scripts = [element.text for element in tree.iter("script")]
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    policy = tree.find(".//meta[@http-equiv]").get("content")
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_hostile_articles_are_shown_literally() -> None:
    articles = [
        Article(text, f"{text} It is. So.", outlet=text, headline=text, author=text, url=text)
        for text in PAYLOADS[::20]
    ]
    tree = lxml.html.document_fromstring(report_html(compare(articles), title=PAYLOADS[0]))
    assert len(list(tree.iter("script"))) == 1
    assert not [e for e in tree.iter() for name in e.attrib if name.startswith("on")]
    allowed = {"id", "class", "href", "scope", "data-column", "data-sign", "aria-label"}
    for element in tree.find(".//main").iter():
        if element.tag != "svg" and next(element.iterancestors("svg"), None) is None:
            assert set(element.attrib) <= allowed
    assert not [e.get("href") for e in tree.iter("a") if not e.get("href").startswith("#")]


def test_an_article_without_words_and_one_full_of_furniture() -> None:
    empty = Article("a", "...")
    ad = Article("b", "Buy now!\nIt rained.", furniture=(Mark(0, 8, "advert"),))
    text = lxml.html.document_fromstring(report_html(compare([empty, ad]))).text_content()
    assert "not defined" in text
    assert "advert Buy now!" in text
