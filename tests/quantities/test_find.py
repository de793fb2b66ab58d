from datetime import date
from math import inf, isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quantities.cases import CASES, NONE, PUBLISHED
from toolkit.article import Article, Mark
from toolkit.quantities.find import quantities, quantities_between
from toolkit.quantities.quantity import KINDS, Quantity
from toolkit.text.document import Document


def found(text: str, published: str = "") -> tuple[Quantity, ...]:
    return quantities(Document.of([Article("a", text, published=published)]))[0]


def only(text: str, published: str = "") -> Quantity:
    (quantity,) = found(text, published)
    return quantity


def words(text: str, quantity: Quantity) -> str:
    return text[quantity.passage.start : quantity.passage.end]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_every_quantity_of_a_sentence(text, expected):
    rows = found(text, PUBLISHED)
    assert [
        (words(text, q), q.kind, (q.low, q.high) if q.value is None else q.value, q.unit)
        for q in rows
    ] == [
        (said, kind, pytest.approx(value), unit)
        if not isinstance(value, str)
        else (said, kind, value, unit)
        for said, kind, value, unit, _ in expected
    ]
    assert [q.approximation for q in rows] == [row[4] for row in expected]


@pytest.mark.parametrize("text", NONE)
def test_names_labels_and_turns_of_phrase_are_no_quantities(text):
    assert found(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("At least 20 men came.", 20, inf),
        ("More than 20 men came.", 20, inf),
        ("Up to 20 men came.", 0, 20),
        ("Fewer than 20 men came.", 0, 20),
        ("About 20 men came.", 20, 20),
        ("Exactly 20 men came.", 20, 20),
        ("Between 20 and 30 men came.", 20, 30),
        ("As many as 30,000 to 40,000 men came.", 0, 40_000),
    ],
)
def test_what_an_approximation_leaves_open(text, low, high):
    quantity = only(text)
    assert (quantity.low, quantity.high) == (low, high)


def test_a_conversion_in_brackets_points_at_what_it_converts():
    text = "It asked for around $500 billion (€477 billion) in all."
    dollars, euros = found(text)
    assert dollars.converts is None
    assert euros.converts == dollars.passage
    assert words(text, dollars) == "around $500 billion"


def test_several_conversions_point_at_one_sum():
    first, second, third = found("It cost £10m ($13m, €12m) in all.")
    assert second.converts == third.converts == first.passage


def test_a_sum_in_brackets_that_converts_nothing():
    assert found("He paid $5 (after 20 days) for it.")[1].converts is None
    assert found("He paid $5 (the tax was £3) for it.")[1].converts is None


@pytest.mark.parametrize(
    ("text", "dated", "undated"),
    [
        ("He came on Monday.", "2025-02-24", "XXXX-WXX-1"),
        ("He came yesterday.", "2025-02-24", "-P1D"),
        ("He came last week.", "2025-W08", "-P1W"),
        ("He comes next month.", "2025-03", "P1M"),
        ("He came on 4 March.", "2025-03-04", "XXXX-03-04"),
        ("He came on 31 December.", "2024-12-31", "XXXX-12-31"),
        ("He came in February.", "2025-02", "XXXX-02"),
        ("He came last summer.", "2024-22", "XXXX-22"),
        ("He came last weekend.", "2025-02-22/2025-02-23", "XXXX-WXX-6/XXXX-WXX-7"),
    ],
)
def test_relative_dates_hang_on_the_day_of_publication(text, dated, undated):
    assert only(text, PUBLISHED).value == dated
    assert only(text).value == undated


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It was three days ago.", "2025-02-22"),
        ("It was two weeks ago.", "2025-W07"),
        ("It was a month ago.", "2025-01"),
        ("It was ten years later.", "2035"),
        ("It was a few days ago.", "2025-02-16/2025-02-22"),
        ("It was about three days ago.", ""),
        ("It was 40 minutes ago.", ""),
        ("It was 10,000 years ago.", ""),
    ],
)
def test_the_date_that_a_duration_comes_to(text, when):
    assert only(text, PUBLISHED).when == when
    assert only(text).when == ""


def test_headings_and_furniture_have_no_quantities():
    text = "Five die\n\nSix men left.\n\nBy Ann Lee, 47\n"
    article = Article(
        "a", text, headings=(Mark(0, 8, "headline"),), furniture=(Mark(25, 39, "byline"),)
    )
    (quantity,) = quantities(Document.of([article]))[0]
    assert words(text, quantity) == "Six men"


def test_nothing_is_read_across_the_end_of_a_sentence():
    assert [q.value for q in found("They counted 500\n\nMillion is a name.")] == [500.0]
    assert [q.value for q in found("It began in 2014. Three men left.")] == ["2014", 3.0]


def test_every_article_on_its_own():
    texts = ["Two men left.", "", "No number.", "It cost £5 and 20 cents."]
    document = Document.of_texts(texts)
    together = quantities(document)
    assert [len(rows) for rows in together] == [1, 0, 0, 2]
    assert quantities_between(document, 3, 4) == together[3:]
    assert [q.passage.article for q in together[3]] == ["4", "4"]


def _said(number: int) -> str:
    """A whole number below a million in words, as British papers write it."""
    ones = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen"
    ).split()
    tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
    if number < 20:
        return ones[number]
    if number < 100:
        rest = f"-{ones[number % 10]}" if number % 10 else ""
        return tens[number // 10] + rest
    if number < 1000:
        rest = f" and {_said(number % 100)}" if number % 100 else ""
        return f"{ones[number // 100]} hundred{rest}"
    left = number % 1000
    rest = "" if not left else f" and {_said(left)}" if left < 100 else f" {_said(left)}"
    return f"{_said(number // 1000)} thousand{rest}"


@given(st.integers(2, 999_999))
def test_a_number_is_the_same_in_words_and_in_digits(number):
    for style in (_said(number), f"{number:,}"):
        assert only(f"They sold about {style} lamps.").value == number


@given(st.integers(11, 9999), st.sampled_from([("million", 6), ("bn", 9), ("trillion", 12)]))
def test_a_sum_is_the_same_in_several_styles(tenths, power):
    word, exponent = power
    value = float(f"{tenths / 10}e{exponent}")
    for style in (
        f"£{tenths / 10} {word}",
        f"£{tenths / 10}{word}",
        f"{tenths / 10} {word} pounds",
    ):
        quantity = only(f"It cost {style} in all.")
        assert (quantity.value, quantity.unit, quantity.kind) == (value, "GBP", "money")


@given(st.dates(min_value=date(1500, 1, 1)))
def test_a_date_is_the_same_in_several_styles(day):
    month = day.strftime("%B")
    if day.year >= 2100:
        day = day.replace(year=2000 + day.year % 100, day=min(day.day, 28))
    for style in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month}, {day.year}",
        day.isoformat(),
    ):
        assert only(f"It was on {style} here.").value == day.isoformat()


_PIECES = st.sampled_from(
    "one two hundred and a half million of the 5 2,000 2014 3.5 £ $5 5m % per cent 47th May March"
    " Monday last week 17:00 5pm ( ) - – , . ago years old aged 1990s to from between 3-2 third"
    " thirds few dozens degrees km/h 99:99 31/02/2025 0000-00-00 US people Jane 12 1000-3.5".split()
)


@given(st.lists(st.tuples(_PIECES, st.sampled_from([" ", " ", "-", "", "\n\n"])), max_size=30))
def test_any_text_is_read_and_passages_lie_inside_in_order(pieces):
    _check("".join(word + gap for word, gap in pieces))


@given(st.text(max_size=200))
def test_any_characters_are_read(text):
    _check(text)


def _check(text: str) -> None:
    done = 0
    for quantity in found(text, "2024-02-29"):
        assert done <= quantity.passage.start < quantity.passage.end <= len(text)
        assert quantity.kind in KINDS
        assert isnan(quantity.low) == isinstance(quantity.value, str)
        assert not quantity.low > quantity.high
        done = quantity.passage.end


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "not a day", "2025-02-25T10:00"])
def test_any_day_of_publication(published):
    text = "Last week, next month, last year, next weekend, yesterday, tomorrow, 3,000 years ago."
    found(text, published)


def test_a_blob_is_not_a_number():
    for blob in ("1" * 100_000, "1," * 100_000, "£" * 100_000, "5°" * 100_000):
        assert found(f"He saw {blob} there.") == ()
    assert found("It is 3.14159265358979323846264338327950288 now.") == ()
