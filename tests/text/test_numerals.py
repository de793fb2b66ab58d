"""Numbers of one word, in figures."""

import pytest

from toolkit.text.numerals import in_figures


@pytest.mark.parametrize(
    ("word", "figures"),
    [
        ("zero", "0"),
        ("three", "3"),
        ("nineteen", "19"),
        ("twenty", "20"),
        ("twenty-five", "25"),
        ("ninety-nine", "99"),
        ("first", "1st"),
        ("second", "2nd"),
        ("third", "3rd"),
        ("eleventh", "11th"),
        ("twelfth", "12th"),
        ("twentieth", "20th"),
        ("thirty-first", "31st"),
        ("forty-second", "42nd"),
        ("1,000", "1000"),
        ("14.2", "14.2"),
        ("3rd", "3rd"),
        ("bridge", None),
        ("million", None),
        ("a", None),
        ("", None),
    ],
)
def test_words_and_figures_meet(word, figures):
    assert in_figures(word) == figures
