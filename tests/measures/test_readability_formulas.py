"""Every further formula on the shared texts, by arithmetic that can be checked with a pencil.

What is counted by hand beside `tests/texts.py`:

- CAT: 6 words of one syllable, all of one to three letters; "mat" is not on Spache's list.
- LONG: 6 words of three syllables or more, with 16 syllables after the first; 5 unfamiliar.
- ABBR: 11 words of one syllable and "Nobody" (3); Dr US 35 the won why have up to three letters;
  Dr, Wren, won and Nobody are not on Spache's list ("points" and "asked" are, without their
  endings; "us" is).
"""

import math

import pytest

from tests.texts import ABBREVIATIONS as ABBR
from tests.texts import CAT, EMPTY, MARKS, TWO_IN_ONE
from tests.texts import LONG_WORDS as LONG
from toolkit.measures import readability_letters, readability_syllables, readability_word_lists
from toolkit.measures.catalogue import measure
from toolkit.measures.readability_word_lists import not_on_spache_list
from toolkit.text.document import Document

CLOZE_CAT = (
    0.886593 - 0.08364 * 17 / 6 + 0.161911 - 0.021401 * 6 + 0.000577 * 36 - 0.000005 * 216
)  # all six words are familiar
CLOZE_LONG = (
    0.886593
    - 0.08364 * 65 / 6
    + 0.161911 * (1 / 6) ** 3
    - 0.021401 * 6
    + 0.000577 * 36
    - 0.000005 * 216
)


def bormuth_grade(m: float) -> float:
    return (
        (4.275 + 12.881 * m - 34.934 * m**2 + 20.388 * m**3)
        + (26.194 * 0.35 - 2.046 * 0.35**2 - 11.767 * 0.35**3)
        + (-44.285 * (m * 0.35) + 97.62 * (m * 0.35) ** 2 - 59.538 * (m * 0.35) ** 3)
    )


FORMULAS = [
    ("linsear_write_formula", CAT, (6 - 2) / 2),
    ("linsear_write_formula", LONG, (18 - 2) / 2),
    ("linsear_write_formula", ABBR, ((11 + 3) / 3 - 2) / 2),
    ("forcast", CAT, 20 - 150 / 10),
    ("forcast", ABBR, 20 - 11 / 12 * 150 / 10),
    ("forcast", LONG, 20),
    ("forcast_rgl", CAT, 20.43 - 0.11 * 150),
    ("forcast_rgl", ABBR, 20.43 - 0.11 * 150 * 11 / 12),
    ("coleman_c1", CAT, 129 - 38.45),
    ("coleman_c1", ABBR, 1.29 * 1100 / 12 - 38.45),
    ("coleman_c2", CAT, 116 + 1.48 * 100 / 6 - 37.95),
    ("coleman_c2", ABBR, 1.16 * 1100 / 12 + 1.48 * 300 / 12 - 37.95),
    ("farr_jenkins_paterson", CAT, 159.9 - 1.015 * 6 - 31.517),
    ("farr_jenkins_paterson", LONG, -1.015 * 6 - 31.517),
    ("farr_jenkins_paterson_psk", CAT, 8.4335 + 0.0923 * 6 - 6.48),
    ("farr_jenkins_paterson_psk", ABBR, 8.4335 + 0.0923 * 4 - 0.0648 * 1100 / 12),
    ("flesch_psk", CAT, 0.0778 * 6 + 4.55 - 2.2029),
    ("flesch_psk", LONG, 0.0778 * 6 + 4.55 * 22 / 6 - 2.2029),
    ("fog_psk", CAT, 3.068 + 0.0877 * 6),
    ("fog_psk", LONG, 3.068 + 0.0877 * 6 + 9.84),
    ("fog_nri", CAT, (6 - 3) / 2),
    ("fog_nri", LONG, (18 - 3) / 2),
    ("fog_nri", ABBR, ((11 + 3) / 3 - 3) / 2),
    ("smog_c", CAT, 0.9986 * math.sqrt(5) + 2.8795),
    ("smog_c", LONG, 0.9986 * math.sqrt(185) + 2.8795),
    ("smog_simple", CAT, 3),
    ("smog_simple", ABBR, math.sqrt(10) + 3),
    ("strain_index", CAT, 1.8),
    ("strain_index", ABBR, 1.4),
    ("wheeler_smith", CAT, 0),
    ("wheeler_smith", LONG, 60),
    ("wheeler_smith", ABBR, 10 / 3),
    ("elf", CAT, 0),
    ("elf", LONG, 16),
    ("elf", ABBR, 2 / 3),
    ("tuldava", CAT, math.log(6)),
    ("tuldava", LONG, 22 / 6 * math.log(6)),
    ("rix", CAT, 0),
    ("rix", LONG, 6),
    ("rix", TWO_IN_ONE, 2),
    ("mcalpine_eflaw", CAT, 12),
    ("mcalpine_eflaw", ABBR, 18 / 3),
    ("ari_simple", CAT, 6 + 9 * 3),
    ("ari_simple", TWO_IN_ONE, 7 + 9 * 38 / 9),
    ("ari_nri", CAT, 0.4 * 6 + 18 - 27.4),
    ("coleman_liau_ecp", CAT, 141.8401 - 0.21459 * 1700 / 6 + 1.079812 * 100 / 6),
    (
        "coleman_liau_grade",
        CAT,
        23.06395 - 0.274004 * (141.8401 - 0.21459 * 1700 / 6 + 1.079812 * 100 / 6),
    ),
    ("coleman_liau_short", CAT, 5.88 * 17 / 6 - 29.6 / 6 - 15.8),
    ("danielson_bryan_1", CAT, 1.0364 * 3 + 0.0194 * 18 - 0.6059),
    ("danielson_bryan_1", ABBR, 1.0364 * 50 / 12 + 0.0194 * 50 / 3 - 0.6059),
    ("danielson_bryan_2", CAT, 131.059 - 10.364 * 3 - 0.194 * 18),
    ("spache_readability", CAT, 0.141 * 6 + 0.839),
    ("spache_readability", LONG, 0.141 * 6 + 0.086 * 500 / 6 + 0.839),
    ("spache_old", CAT, 0.141 * 6 + 0.086 * 100 / 6 + 0.839),
    ("spache_old", ABBR, 0.141 * 4 + 0.086 * 400 / 12 + 0.839),
    ("spache_new", CAT, 0.121 * 6 + 0.082 * 100 / 6 + 0.659),
    ("spache_new", ABBR, 0.121 * 4 + 0.082 * 400 / 12 + 0.659),
    ("dale_chall_new", CAT, 64 - 0.69 * 6),
    ("dale_chall_new", ABBR, 64 - 0.95 * 400 / 12 - 0.69 * 4),
    ("dale_chall_readability_score_v2", CAT, 0.0496 * 6 + 3.6365),
    ("dale_chall_readability_score_v2", LONG, 0.1579 * 500 / 6 + 0.0496 * 6 + 3.6365),
    ("dale_chall_psk", CAT, 0.0596 * 6 + 3.2672),
    ("dale_chall_psk", ABBR, 0.1155 * 400 / 12 + 0.0596 * 4 + 3.2672),
    ("bormuth_mean_cloze", CAT, CLOZE_CAT),
    ("bormuth_mean_cloze", LONG, CLOZE_LONG),
    ("bormuth_grade", CAT, bormuth_grade(CLOZE_CAT)),
    ("bormuth_grade", LONG, bormuth_grade(CLOZE_LONG)),
    ("drp", CAT, 100 * (1 - CLOZE_CAT)),
]
FURTHER = (
    readability_syllables.MEASURES + readability_letters.MEASURES + readability_word_lists.MEASURES
)


def value(name: str, text: str) -> float:
    return float(measure(name)(Document.of_texts([text]))[0])


@pytest.mark.parametrize(("name", "worked", "expected"), FORMULAS)
def test_formula(name, worked, expected):
    assert value(name, worked.text) == pytest.approx(expected, abs=1e-9)


def test_every_further_formula_is_worked_by_hand_and_stands_behind_the_first_eight():
    assert {record.name for record in FURTHER} == {name for name, _, _ in FORMULAS}
    assert not any(record.core for record in FURTHER)


@pytest.mark.parametrize("worked", [MARKS, EMPTY])
@pytest.mark.parametrize("record", FURTHER, ids=lambda record: record.name)
def test_without_words_nothing_is_defined(record, worked):
    assert math.isnan(record(Document.of_texts([worked.text]))[0])


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("cat,", 0),
        ("Cats", 0),
        ("cat’s", 0),
        ("babies", 0),
        ("mended", 1),
        ("chased", 0),
        ("running", 0),
        ("making", 0),
        ("carried", 0),
        ("don’t", 0),
        ("1974", 0),
        ("quickly", 1),
        ("peacekeepers", 1),
        ("—", 0),
    ],
)
def test_spaches_list_knows_regular_endings(token, expected):
    assert not_on_spache_list([token]).tolist() == [expected]


def test_linsear_write_reads_a_hundred_words_of_every_stretch():
    easy, hard = "They go on. " * 60, "International negotiations continue. " * 60
    document = Document.of_texts([easy + hard, hard + easy])
    alone = [value("linsear_write_formula", text) for text in (easy + hard, hard + easy)]
    assert measure("linsear_write_formula")(document).tolist() == alone
    assert alone[0] < 1 < 3 < alone[1]
