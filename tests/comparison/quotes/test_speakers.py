"""Names of one speaker in several tellings."""

import pytest

from tests.texts import ODD
from toolkit.comparison.quotes.speakers import name_parts, same_name, same_speaker
from toolkit.speech.attribution import Speaker

NAMES = [
    ("Trump", "Donald Trump", True),
    ("Trump", "President Trump", True),
    ("US President Donald Trump", "Mr Trump", True),
    ("Donald Trump", "Donald J. Trump", True),
    ("Sir Keir", "Sir Keir Starmer", True),
    ("Volodymyr Zelensky", "President Volodymyr Zelenskyy", True),
    ("Zelenskiy", "Selenskyj", False),
    ("Ursula von der Leyen", "von der Leyen", True),
    ("José Peña", "Jose Pena", True),
    ("Tim Muris", "Timothy Muris", True),
    ("the council", "Saltmere Town Council", True),
    ("Town Council", "Saltmere Town Council", True),
    ("two officials", "two officials", True),
    ("Emmanuel Macron", "Donald Trump", False),
    ("Councillor Meera Holt", "Dr Tomas Wren", False),
    ("Bill Clinton", "William Clinton", None),
    ("John Smith", "Jane Smith", None),
    ("the French leader", "Emmanuel Macron", None),
    ("officials", "US officials", None),
    ("the Kremlin", "Dmitry Peskov", None),
    ("Friends of the Old Bridge", "Joan Pettifer", None),
    ("", "Donald Trump", None),
    ("", "", None),
]


@pytest.mark.parametrize(("a", "b", "same"), NAMES)
def test_names(a, b, same):
    assert same_name(a, b) is same
    assert same_name(b, a) is same
    assert same_speaker(Speaker(a, "named"), Speaker(b, "named")) is same


@pytest.mark.parametrize("text", ODD)
def test_any_text_may_be_a_name(text):
    assert isinstance(name_parts(text), tuple)
    assert same_name(text, text) in (True, None)
