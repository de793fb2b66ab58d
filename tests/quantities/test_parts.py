from datetime import date

import pytest

from toolkit.quantities import dates, units, values
from toolkit.quantities.codes import CODES, by_word
from toolkit.quantities.context import plural, singular
from toolkit.quantities.lexer import lex


@pytest.mark.parametrize(
    ("token", "codes"),
    [
        ("(€477", "($n"),
        ("$500bn,", "$nk,"),
        ("US$1.2m", "$nQ"),
        ("£3-5m", "$n-nQ"),
        ("twenty-one,", "y-i,"),
        ("47-year-old", "n-U-l"),
        ("5.30pm", "Hj"),
        ("5p.m.", "nj"),
        ("'90s", "E"),
        ("mid-2028", "x-Y"),
        ("“50%”", "n%"),
        ("**50%**", "n%"),
        ("B-52s", "W"),
        ("Covid-19", "W"),
        ("COP26", "W"),
        ("5G", "W"),
        ("24/7", "W"),
        ("12/03/2025", "B"),
        ("020", "I"),
        ("US", "W"),
        ("us", "g"),
        ("May", "b"),
        ("may", "g"),
        ("http://a.b/2014", "x"),
        ("”", ""),
    ],
)
def test_the_atoms_of_a_token(token, codes):
    assert lex(token)[0] == codes


def test_every_code_is_explained():
    assert set(by_word().values()) <= set(CODES)
    assert all(len(code) == 1 and code.isascii() for code in CODES)


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("homes", "home"), ("people", "person"), ("cities", "city"), ("boxes", "box"),
        ("buses", "bus"), ("houses", "house"), ("churches", "church"), ("series", "series"),
        ("aircraft", "aircraft"), ("women", "woman"), ("lives", "life"), ("troops", "troop"),
    ],
)  # fmt: skip
def test_plurals_and_their_singulars(word, one):
    assert plural(word)
    assert singular(word) == one


@pytest.mark.parametrize("word", ["was", "this", "serious", "glass", "always", "news", "crisis"])
def test_words_in_s_that_are_no_plurals(word):
    assert not plural(word)


@pytest.mark.parametrize(
    ("value", "part", "first", "last"),
    [
        ("2025-03-04", "", date(2025, 3, 4), date(2025, 3, 4)),
        ("2025-02", "", date(2025, 2, 1), date(2025, 2, 28)),
        ("2025", "", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025", "early", date(2025, 1, 1), date(2025, 4, 30)),
        ("2025", "late", date(2025, 9, 1), date(2025, 12, 31)),
        ("2025-24", "", date(2025, 12, 1), date(2026, 2, 28)),
        ("199X", "", date(1990, 1, 1), date(1999, 12, 31)),
        ("18XX", "", date(1800, 1, 1), date(1899, 12, 31)),
        ("2025-W08", "", date(2025, 2, 17), date(2025, 2, 23)),
        ("2014/2018", "", date(2014, 1, 1), date(2018, 12, 31)),
        ("XXXX-02-29", "", date(2000, 2, 29), date(2000, 2, 29)),
    ],
)
def test_the_days_of_a_date(value, part, first, last):
    assert dates.span(value, part) == (first, last)


@pytest.mark.parametrize("value", ["-P1D", "XXXX-WXX-1", "XXXX", "", "2025-13", "2025-02-30"])
def test_dates_without_days(value):
    assert dates.span(value) is None


def test_a_day_takes_the_year_that_brings_it_nearest():
    january = date(2025, 1, 5)
    assert dates.nearest_year(january, 12, 30) == 2024
    assert dates.nearest_year(january, 3, 1) == 2025
    assert dates.nearest_year(january, 2, 29) == 2024
    assert dates.nearest_year(None, 3, 1) is None


def test_units_in_common():
    assert units.in_common("duration", "hour", 24) == 1
    assert units.in_common("distance", "mile", 100) == pytest.approx(160.9344)
    assert units.in_common("temperature", "F", 86) == pytest.approx(30)
    assert units.in_common("money", "USD", 1) is None


@pytest.mark.parametrize(
    ("numeral", "power", "value"),
    [("477.3", 9, 477_300_000_000), ("1.1", 6, 1_100_000), ("2½", 6, 2_500_000), ("½", 0, 0.5)],
)
def test_powers_of_ten_are_exact(numeral, power, value):
    assert values.digits(numeral, power) == value
