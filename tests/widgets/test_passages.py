"""Passages marked in their sentences."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from toolkit.article import Article, Mark, Passage
from toolkit.comparison.compare import compare
from toolkit.widgets.passages import Marked, in_place, marked_html, sentence_numbers_of


def passage(text, words):
    start = text.index(words)
    return Passage("a", start, start + len(words))


def test_marks_nest_and_overlap():
    text = "one two three four"
    marks = [Marked(passage(text, "two three"), "said"), Marked(passage(text, "three four"), "cue")]
    assert marked_html(text, Passage("a", 0, len(text)), marks) == (
        'one <mark class="samestory-said">two </mark>'
        '<mark class="samestory-said"><mark class="samestory-cue">three</mark></mark>'
        '<mark class="samestory-cue"> four</mark>'
    )


@given(
    st.text(alphabet="a<&\"'> ", max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_no_word_is_lost_and_nothing_but_marks_is_markup(text, spans):
    marks = [Marked(Passage("a", *span), "cue") for span in spans]
    html = marked_html(text, Passage("a", 0, len(text)), marks)
    bare = re.sub(r'<mark class="samestory-cue">|</mark>', "", html)
    assert "<" not in bare
    assert unescape(bare) == text


def test_sentences_from_the_first_to_the_last_that_are_touched():
    text = "One is. Two is. Three is. Four is."
    comparison = compare([Article("a", text)])
    found = sentence_numbers_of(comparison, 0, [passage(text, "Three"), passage(text, "is. Two")])
    assert found == range(3)
    assert not sentence_numbers_of(comparison, 0, [])
    html = in_place(comparison, 0, [Marked(passage(text, "Two"), "cue")])
    assert html == '<mark class="samestory-cue">Two</mark> is.'


def test_what_is_in_no_sentence_stands_alone():
    article = Article("a", "HEAD of 12\n\nOne is.", headings=(Mark(0, 10, "headline"),))
    comparison = compare([article])
    html = in_place(comparison, 0, [Marked(passage(article.text, "12"), "cue")])
    assert html == '<mark class="samestory-cue">12</mark>'
