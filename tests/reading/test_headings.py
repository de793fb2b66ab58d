from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article import Mark
from toolkit.reading import find_headings

ONE = "The old bridge over the river closed on Monday after cracks were found in its arches."
TWO = "Drivers were told to use the ring road until the repairs are done in the summer."
WRAPPED = """The old bridge over the river closed on Monday after cracks were
found in two of its five arches, and drivers were told to use the
ring road until the repairs are done

in the summer, which may be late."""
POEM = """The river runs below the bridge
The bridge runs over all of us
And all of us go home at night
To sleep beside the water.

The morning comes across the bridge
And finds us all asleep again
The water never sleeps at all
And never will be sleeping."""


def found(text: str, **options) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.kind) for m in find_headings(text, (), **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Bridge closes\n\n{ONE}", [("Bridge closes", "headline")]),
        (f"Bridge closes\n{ONE}\n{TWO}", [("Bridge closes", "headline")]),
        (
            f"Bridge closes\n\nNine weeks of repairs ahead\n\n{ONE}",
            [("Bridge closes", "headline"), ("Nine weeks of repairs ahead", "standfirst")],
        ),
        (f"{ONE}\n\nWhat drivers do\n\n{TWO}", [("What drivers do", "subheading")]),
        (f"{ONE}\nWhat drivers do\n{TWO}", [("What drivers do", "subheading")]),
        (f"Will it hold?\n\n{ONE}", [("Will it hold?", "headline")]),
        (f"Will it hold?\n{ONE}", []),
        (f"Mayor flies to the U.S.\n\n{ONE}", [("Mayor flies to the U.S.", "headline")]),
        (f"{ONE}\n\nWill it hold?\n\n{TWO}", []),
        (f"Yes, “it will hold”\n\n{ONE}", [("Yes, “it will hold”", "headline")]),
        (f"{ONE}\n\nThe mayor listed\n", []),
        (f"{ONE}\n\nThe mayor listed:\n\n{TWO}", []),
        (f"{ONE}\n\n- one arch\n\n{TWO}", []),
        (f"{ONE}\n\n• one arch\n\n{TWO}", []),
        (f"{ONE}\n\n“It will hold”\n\n{TWO}", []),
        (f"{ONE}\n\nIn the spring,\n\n{TWO}", []),
        (f"{ONE}\n\n***\n\n{TWO}", []),
        (f"The mayor named:\nthe arches\n{TWO}", []),
        (f"{ONE}\narches\nstones\nmortar\n{TWO}", []),
        (f"{ONE}\n\n{' '.join(['word'] * 20)}\n\n{TWO}", []),
        (f"Home\nNews\nSport\nWeather\nTravel\nMore\n{ONE}", []),
        (POEM, []),
        ("Hello world", []),
        ("Hello", []),
        ("Hello world.", []),
        ("", []),
        ("\n \n", []),
        ("One heading\n\nAnother heading", []),
        ("كسر الجسر\n\nأغلق الجسر القديم يوم الاثنين.", [("كسر الجسر", "headline")]),
    ],
)
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_lines_broken_at_a_width_are_not_headings() -> None:
    assert found(WRAPPED) == []
    assert found(f"Bridge closes\n\n{WRAPPED}\n\nWhat now\n\n{WRAPPED}") == [
        ("Bridge closes", "headline"),
        ("What now", "subheading"),
    ]


def test_a_poem_may_have_a_title() -> None:
    assert found(f"Night on the bridge\n\n{POEM}") == [("Night on the bridge", "headline")]


def test_furniture_is_passed_over() -> None:
    text = f"Buy chairs\n\nBridge closes\n\n{ONE}"
    assert find_headings(text, (Mark(0, 10, "advert"),)) == (Mark(12, 25, "headline"),)


def test_what_stands_below_the_byline_is_a_subheading() -> None:
    text = f"Bridge closes\nBy Jane Smith\nWhat happened\n{ONE}"
    kinds = [m.kind for m in find_headings(text, (Mark(14, 27, "byline"),))]
    assert kinds == ["headline", "subheading"]


def test_a_known_headline_may_end_in_a_full_stop_or_follow_a_label() -> None:
    text = f"City news\n\nThe bridge is shut.\n\n{ONE}"
    assert found(text) == [("City news", "headline")]
    assert found(text, headline="The bridge  is shut.") == [
        ("City news", "standfirst"),
        ("The bridge is shut.", "headline"),
    ]
    assert found(text, headline="Not in the text") == [("City news", "headline")]


def test_headings_known_from_markup_are_kept() -> None:
    text = f"Is it safe.\n{ONE}"
    known = (Mark(0, 11, "headline"),)
    assert find_headings(text, (), known=known) == known
    assert find_headings("Is it safe.", (), known=known) == ()


LINES = st.sampled_from(
    [ONE, TWO, "", "", "Bridge closes", "What now", "Will it hold?", "- one", "He said:", "a", "1"]
)


@given(st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join)))
def test_headings_are_sorted_apart_and_leave_words(text: str) -> None:
    marks = find_headings(text, ())
    assert list(marks) == sorted(marks)
    assert all(a.end <= b.start for a, b in pairwise(marks))
    assert sum(mark.kind == "headline" for mark in marks) <= 1
    outside = text
    for mark in reversed(marks):
        outside = outside[: mark.start] + outside[mark.end :]
    assert bool(outside.strip()) == bool(text.strip())


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_line_that_goes_on_in_small_letters_is_no_heading(line_end):
    """Two broken lines are too few to tell a wrapped text by; the small letter tells."""
    text = f"The bridge was closed. Engineers found a{line_end}crack in it on Monday."
    assert find_headings(text, ()) == ()
    text = f"Bridge closed{line_end}{line_end}The council met and found a{line_end}crack in it."
    assert [(text[m.start : m.end], m.kind) for m in find_headings(text, ())] == [
        ("Bridge closed", "headline")
    ]
