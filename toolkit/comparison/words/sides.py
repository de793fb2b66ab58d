"""One side of a word-by-word comparison: the words of some sentences, or of a passage."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np

from toolkit.article import Passage
from toolkit.comparison.words.likeness import NAME, NUMBER, Likeness, WordFacts
from toolkit.text.document import Document

_NAMES = ("US", "WHO", "IT")  # in capitals they are not the small words us, who, it
_SIGNS_BEFORE = "£$€¥₹"
_SIGNS_AFTER = "%‰°"
_SIGNS = " " + _SIGNS_BEFORE + _SIGNS_AFTER


@dataclass(frozen=True, slots=True)
class Side:
    """Words with their offsets into one article, and what is known of each.

    A figure's currency or per cent sign belongs to its word. ``breaks`` are the words before
    which something stands that is not compared: another sentence, a heading, an advert.
    ``begin`` and ``end`` are the edges of the whole stretch.
    """

    article: str
    text: str
    starts: list[int]
    ends: list[int]
    raw: list[str]
    facts: WordFacts
    breaks: frozenset[int]
    begin: int
    end: int

    def __len__(self) -> int:
        return len(self.starts)

    def words(self, first: int, last: int) -> Passage:
        """Words ``first`` to ``last`` (exclusive, at least one) as a passage."""
        return Passage(self.article, self.starts[first], self.ends[last - 1])

    def before(self, word: int) -> str:
        """What stands between the word before and this one; after the last word, if one past it.

        At the edges of the stretch, from or to its edge.
        """
        return self.text[slice(*self._gap(word))]

    def marks_before(self, word: int) -> Passage | None:
        """The same without blanks around it, as a passage; ``None`` if nothing is left."""
        start, end = self._gap(word)
        found = self.text[start:end]
        if not found.strip():
            return None
        start, end = end - len(found.lstrip()), start + len(found.rstrip())
        return Passage(self.article, start, end)

    def _gap(self, word: int) -> tuple[int, int]:
        return (
            self.ends[word - 1] if word else self.begin,
            self.starts[word] if word < len(self.starts) else self.end,
        )


class ArticleWords:
    """The words of one article, or a stretch of them, of which sides are cut."""

    def __init__(
        self, document: Document, article: int, numbers: tuple[int, int] | None = None
    ) -> None:
        """``numbers``: the first word and one past the last, counted in the whole batch."""
        words = document.words
        first, last = numbers or document.article_words[article : article + 2].tolist()
        here = slice(first, last)
        self._article = document.articles[article]
        self._marks = [mark.start for mark in self._article.marks]
        self._starts = words.starts[here].tolist()
        self._ends = words.ends[here].tolist()
        self._facts = document.word_forms.attached(Likeness).of(words.forms[here])
        text = self._article.text
        self._edges = self._starts.copy(), self._ends.copy()  # of the words without their signs
        if NUMBER in self._facts.weights:
            self._take_signs(text)
        self._raw = [text[x:y] for x, y in zip(self._starts, self._ends, strict=True)]
        for name in _NAMES:
            if name in self._raw:
                self._take_name(name)
        begin, end = document.article_sentences[article : article + 2]
        self._bounds = document.sentence_words[begin : end + 1] - first
        tokens, edges = document.tokens, document.sentences[begin : end + 1]
        self._sentences = tokens.starts[edges[:-1]], tokens.ends[edges[1:] - 1]

    def sentences(self, numbers: tuple[int, ...]) -> Side:
        """The words of some sentences, given by their numbers in the article."""
        bounds, (begins, ends) = self._bounds, self._sentences
        ranges = [(int(bounds[k]), int(bounds[k + 1])) for k in numbers]
        return self._side(ranges, int(begins[numbers[0]]), int(ends[numbers[-1]]))

    def passage(self, passage: Passage) -> Side:
        """The words that stand wholly inside a passage."""
        starts, ends = self._edges
        first, last = bisect_left(starts, passage.start), bisect_right(ends, passage.end)
        last = max(first, last)
        # A word that is cut in two is no mark.
        begin = max(passage.start, ends[first - 1]) if first else passage.start
        end = min(passage.end, starts[last]) if last < len(starts) else passage.end
        return self._side([(first, last)], begin, max(begin, end))

    def _side(self, ranges: list[tuple[int, int]], begin: int, end: int) -> Side:
        (first, last), *others = ranges
        starts = self._starts[first:last]
        breaks = set()
        for before, (x, y) in zip(ranges, others, strict=False):
            if x != before[1]:
                breaks.add(len(starts))
            starts += self._starts[x:y]
        at = bisect_left(self._marks, begin)
        while at < len(self._marks) and self._marks[at] < end:
            breaks.add(bisect_left(starts, self._marks[at]))
            at += 1

        def cut(column: list) -> list:
            found = column[first:last]
            for x, y in others:
                found += column[x:y]
            return found

        facts = self._facts
        return Side(
            self._article.id,
            self._article.text,
            starts,
            cut(self._ends),
            cut(self._raw),
            WordFacts(
                cut(facts.forms),
                cut(facts.keys),
                cut(facts.families),
                cut(facts.weights),
                cut(facts.light),
            ),
            frozenset(breaks),
            begin,
            end,
        )

    def _take_name(self, name: str) -> None:
        """In capitals, these letters are a name."""
        facts = self._facts
        if 2 * sum(map(str.isupper, self._raw)) > len(self._raw):
            return  # all is in capitals
        for k, word in enumerate(self._raw):
            if word == name:
                facts.weights[k], facts.light[k] = NAME, False
                self._renumber(k, 0)

    def _take_signs(self, text: str) -> None:
        """Make $, % and their like part of the figures they stand at: $5 is not £5."""
        starts, ends = self._starts, self._ends
        for k in [k for k, weight in enumerate(self._facts.weights) if weight == NUMBER]:
            before = text[starts[k] - 1 : starts[k]]
            after = text[ends[k] : ends[k] + 1]
            sign = 0
            if before and before in _SIGNS_BEFORE:
                starts[k] -= 1
                sign = _SIGNS.index(before)
            if after and after in _SIGNS_AFTER:
                ends[k] += 1
                sign = sign * len(_SIGNS) + _SIGNS.index(after)
            if sign:
                self._renumber(k, sign)

    def _renumber(self, word: int, sign: int) -> None:
        """Numbers of its own for a word that is not what its form says alone."""
        facts = self._facts
        for column in (facts.forms, facts.keys, facts.families):
            column[word] = -1 - column[word] * len(_SIGNS) ** 2 - sign


def passage_side(document: Document, article: int, passage: Passage) -> Side:
    """The words of article ``article`` that stand wholly inside a passage."""
    first, last = document.article_words[article : article + 2].tolist()
    words = document.words
    begin = first + int(np.searchsorted(words.starts[first:last], passage.start))
    end = first + int(np.searchsorted(words.ends[first:last], passage.end, "right"))
    around = max(first, begin - 1), min(last, max(begin, end) + 1)  # and a word on either side
    return ArticleWords(document, article, around).passage(passage)
