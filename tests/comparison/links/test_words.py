"""Roots of words, and how much of a story two tellings share."""

import pytest

from toolkit.comparison.links.words import Roots, Sentences, common_ground, root
from toolkit.text.document import Document

STORY = [
    "The council closed the Saltmere bridge on Monday.",
    "Engineers found a crack in the Saltmere bridge.",
    "Saltmere council wants a new bridge.",
    "The bridge has carried Saltmere through two wars.",
    "Residents of Saltmere asked the council to mend the bridge.",
    "A new Saltmere bridge would open in 2028.",
]
OTHER = [
    "Rates rose by a quarter point yesterday.",
    "Analysts had expected cheaper loans.",
    "Shares in Paris fell sharply.",
    "Oil traded at a record price.",
    "Farmers sold wheat abroad.",
    "Exports of cars went up again.",
]


def ground(first: list[str], second: list[str]) -> float:
    document = Document.of_texts(["\n\n".join(first), "\n\n".join(second)])
    found = [Sentences.of(document, k) for k in (0, 1)]
    assert common_ground(*found) == common_ground(*found[::-1])
    return common_ground(*found)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bridge", "bridges", True),
        ("deploys", "deployment", True),
        ("ukraine", "ukrainian", True),
        ("organise", "organize", True),
        ("15", "150", False),
        ("2,316", "2,317", False),
        ("interest", "international", False),
        ("bridge", "bride", False),
    ],
)
def test_roots(one, other, same):
    assert (root(one) == root(other)) is same


def test_tellings_of_one_story_have_more_in_common_than_others():
    assert ground(STORY, STORY[::-1]) > 0.5
    assert ground(STORY, OTHER) < 0.1


def test_where_there_is_little_to_go_by_the_story_is_taken_to_be_one():
    assert ground(STORY[:2], OTHER[:1]) == 0.2
    assert ground(STORY, []) == ground([], []) + 0.2 == 0.2


def test_two_bare_sentences_have_no_story_around_them():
    assert ground(STORY[:1], STORY[:1]) == 0.0


def test_words_that_come_later_do_not_change_what_is_known():
    document = Document.of_texts(["A bridge closed. Nobody said 14."])
    table = document.word_forms.attached(Roots).table().copy()
    more = Document.of_texts(["Unheard-of wordings zigzagged."], document.vocabulary)
    assert (document.word_forms.attached(Roots).table()[: len(table)] == table).all()
    assert len(more.word_forms.attached(Roots).table()) == len(more.word_forms)
