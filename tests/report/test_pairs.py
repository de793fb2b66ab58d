"""What a report says of two tellings, and of all of them together."""

import lxml.html
import pytest

from toolkit.article import Article
from toolkit.comparison.compare import Comparison, compare
from toolkit.reading import load_story
from toolkit.report import report_html
from toolkit.report.pairs import pair_part


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(load_story("harbour-bridge"))


@pytest.fixture(scope="module")
def page(comparison: Comparison) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(report_html(comparison))


def rows(page: lxml.html.HtmlElement, place: str) -> list[list[str]]:
    return [
        [cell.text_content() for cell in row]
        for row in page.get_element_by_id(place).iterfind(".//tbody/tr")
    ]


def test_every_way_of_comparing_has_all_its_rows(comparison: Comparison, page) -> None:
    for pair in comparison.pairs:
        key, place = (pair.a, pair.b), f"pair-{pair.a + 1}-{pair.b + 1}"
        assert len(rows(page, f"{place}-links")) == len(pair.alignment.links)
        alone = len(pair.alignment.only_a) + len(pair.alignment.only_b)
        assert len(rows(page, f"{place}-only")) == alone
        for name, found in (
            ("quotes", comparison.quotes),
            ("numbers", comparison.numbers),
            ("shifts", comparison.shifts),
            ("wording", comparison.wording),
        ):
            if found[key]:
                assert len(rows(page, f"{place}-{name}")) == len(found[key]), name
            else:
                assert page.find(f".//*[@id='{place}-{name}']") is None


def test_every_row_leads_to_a_sentence(comparison: Comparison, page) -> None:
    for part in page.xpath("//section[starts-with(@id, 'pair-') and not(section)]"):
        for row in part.iterfind(".//tbody/tr"):
            assert row.xpath(".//a[starts-with(@href, '#t')]"), row.text_content()
    for place in ("facts", "voices"):
        for row in page.get_element_by_id(place).iterfind(".//tbody/tr"):
            assert row.xpath(".//a[starts-with(@href, '#t')]")


def test_the_sentence_that_is_led_to_holds_the_words(comparison: Comparison, page) -> None:
    for quote in (row.a for row in comparison.quotes[0, 1] if row.a):
        words = comparison.words_of(quote.passage)
        cell = next(
            cell
            for cell in page.get_element_by_id("pair-1-2-quotes").iterfind(".//td")
            if words in cell.text_content()
        )
        places = [link.get("href")[1:] for link in cell.iter("a")]
        told = " ".join(page.get_element_by_id(p).text_content() for p in places)
        assert words[:20] in told


def test_a_number_that_differs_comes_first_with_its_difference() -> None:
    both = compare(
        [
            Article("a", "It rained for 3 days. About 120 people came to the meeting."),
            Article("b", "It rained for 3 days. About 180 people came to the meeting."),
        ]
    )
    page = lxml.html.fromstring(pair_part(both, both.pairs[0]).html())
    first, second = rows(page, "pair-1-2-numbers")
    assert [first[0], first[-1]] == ["different", "+60 (+50%)"]
    assert [second[0], second[-1]] == ["same", ""]


def test_facts_need_three_tellings(page) -> None:
    assert len(page.get_element_by_id("facts").findall(".//figure")) == 1
    two = compare(load_story("harbour-bridge").articles[:2])
    assert 'id="facts"' not in report_html(two)


def test_the_contents_lead_to_every_part_in_order(page) -> None:
    links = [link.get("href")[1:] for link in page.find(".//nav").iter("a")]
    sections = [section.get("id") for section in page.find(".//main").iter("section")]
    assert links == sections
    assert len(links) > 30


def test_a_blind_report_names_no_outlet() -> None:
    story = load_story("harbour-bridge")
    blind = report_html(compare(story.blinded()))
    page = lxml.html.document_fromstring(blind)
    page.get_element_by_id("texts").drop_tree()
    # Row headings may be sentences and speakers, which stay as they are.
    named = [*page.iter("h1", "h2", "h3", "caption"), *page.iterfind(".//thead//th")]
    headings = " ".join(e.text_content() for e in named)
    for article in story:
        assert article.outlet not in headings
