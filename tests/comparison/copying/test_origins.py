"""Where the words of all tellings come from."""

import math

from tests import gold
from toolkit.article import Article
from toolkit.comparison.compare import compare
from toolkit.comparison.copying.origin import origin
from toolkit.comparison.copying.origins import origins
from toolkit.comparison.tables import origin_frame


def test_known_links_give_what_looking_again_gives():
    comparison = compare(gold.articles("harbour-bridge"))
    for k, found in enumerate(origins(comparison)):
        assert found.words == origin(comparison.document, k).words


def test_held_against_one_telling_that_one_has_only_its_own():
    comparison = compare(gold.articles("peacekeepers"))
    found = origins(comparison, [0])
    assert found[0].shares == {"verbatim": 0, "near-verbatim": 0, "reworded": 0, "own": 1}
    assert found[1].shares["own"] < 1


def test_the_frame_has_a_row_per_telling_that_adds_up():
    comparison = compare([Article("a", "A dam broke in the north."), Article("b", "...")])
    frame = origin_frame(comparison)
    assert list(frame.columns) == ["verbatim", "near-verbatim", "reworded", "own"]
    assert frame.loc["a"].tolist() == [0, 0, 0, 1]
    assert all(math.isnan(share) for share in frame.loc["b"])
