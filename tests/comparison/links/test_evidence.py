"""The evidence for a link, in words."""

import pytest

from toolkit.comparison.links.alignment import align
from toolkit.comparison.links.evidence import LinkEvidence, Matched, evidence
from toolkit.text.document import Document

A = "The mayor shut it. About 120 residents of Saltmere met Okoro in the Town Hall on Thursday."
B = "Nobody sang. Well over 300 residents squeezed into the Town Hall in Saltmere."


def told(document: Document, matched: Matched) -> tuple[list[str], list[str]]:
    by_id = {article.id: article for article in document.articles}
    both, left = (
        [by_id[p.article].words_of(p) for p in passages]
        for passages in (matched.both, matched.left)
    )
    return both, left


@pytest.fixture
def found() -> tuple[Document, LinkEvidence]:
    document = Document.of_texts([A, B])
    (link,) = align(document, 0, 1).links
    assert (link.a, link.b) == ((1,), (1,))
    return document, evidence(document, 0, 1, link)


def test_words_numbers_and_names_that_match_or_are_left_over(found):
    document, shown = found
    assert told(document, shown.words) == (["residents", "residents"], ["met", "Well", "squeezed"])
    assert told(document, shown.numbers) == ([], ["120", "300"])
    both, left = told(document, shown.names)
    assert both == ["Saltmere", "Town", "Hall", "Town", "Hall", "Saltmere"]
    assert left == ["Okoro", "Thursday"]


def test_the_points_add_up_to_the_similarity(found):
    from math import exp

    document, shown = found
    (link,) = align(document, 0, 1).links
    (weighing,) = shown.weighings
    total = weighing.base + sum(point.points for point in weighing.points)
    assert 1 / (1 + exp(-total)) == pytest.approx(weighing.similarity, abs=1e-6)
    assert round(weighing.similarity, 4) == link.similarity
    sizes = [abs(point.points) for point in weighing.points]
    assert sizes == sorted(sizes, reverse=True)


def test_a_split_sentence_is_weighed_against_each_of_its_partners():
    document = Document.of_texts(
        [
            "The old bridge in Saltmere was closed on Monday because engineers found a crack in"
            " one of its iron girders.\n\nFerries are free.",
            "The old bridge in Saltmere was closed on Monday.\n\nEngineers found a crack in one of"
            " its iron girders.",
        ]
    )
    (link,) = align(document, 0, 1).links
    assert link.relation == "split"
    shown = evidence(document, 0, 1, link)
    assert [(w.a, w.b) for w in shown.weighings] == [(0, 0), (0, 1)]
    assert link.similarity == round(sum(w.similarity for w in shown.weighings) / 2, 4)
    assert told(document, shown.words)[1] == []
