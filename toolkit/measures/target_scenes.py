"""The sentence around a mention, cut out of a document for the rules to read.

A sentence without end (10 MB on one line) is read in windows, so that the time stays linear.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from toolkit.article import Article, Passage
from toolkit.errors import UsageError
from toolkit.measures.clauses import Stretch, function_words
from toolkit.measures.target_clue import Clue
from toolkit.measures.target_rules import clues
from toolkit.text.document import Document, measured_text
from toolkit.text.words import Words

WINDOW = 60  # words; a mention sees its own window and those on either side
_OWNING = frozenset("his her their its my our your whose".split())
_APOSTROPHES = "'’ʼ"


@dataclass(frozen=True)
class Scene:
    """A mention in its stretch: words ``first`` to ``last`` (exclusive) of ``stretch``."""

    article: Article
    words: Words
    begin: int
    sentence: Passage
    stretch: Stretch
    first: int
    last: int
    possessive: bool

    def clues(self) -> list[Clue]:
        """What speaks about the mention."""
        return clues(self.stretch, self.first, self.last, self.possessive)

    def passage(self, at: int, length: int) -> Passage:
        """Where words of the stretch stand in the article."""
        first, last = self.begin + at, self.begin + at + length - 1
        return Passage(self.article.id, int(self.words.starts[first]), int(self.words.ends[last]))


class Scenes:
    """All scenes of a document; ``bounds`` (in tokens) say what counts as a sentence."""

    def __init__(self, document: Document, bounds: np.ndarray) -> None:
        self._document = document
        self._words = document.words
        self._bounds = bounds
        self._edges = document.words.bounds(bounds)
        self._places: dict[str, int] = {}
        for index, article in enumerate(document.articles):
            self._places.setdefault(article.id, index)
        self._texts: dict[int, str] = {}
        self._stretches: dict[tuple[int, int], Stretch] = {}

    def _index(self, passage: Passage) -> int:
        if passage.article not in self._places:
            raise UsageError(
                f"There is no article {passage.article!r} among those that were read.",
                "Choose passages of the articles in this document.",
            )
        return self._places[passage.article]

    def _span(self, passage: Passage) -> tuple[int, int, int]:
        """The article of a passage, and the words that it touches."""
        index = self._index(passage)
        low, high = self._document.article_words[index : index + 2].tolist()
        first = low + int(np.searchsorted(self._words.ends[low:high], passage.start, "right"))
        last = low + int(np.searchsorted(self._words.starts[low:high], passage.end, "left"))
        return index, first, last

    def tokens(self, passages: Iterable[Passage]) -> np.ndarray:
        """The token in which each passage begins."""
        spans = [self._span(passage) for passage in passages]
        return self._words.tokens[np.array([first for _, first, _ in spans], np.int64)]

    def around(self, passage: Passage) -> Scene | None:
        """The scene of a mention; None where the passage holds no word of a sentence."""
        index, first, last = self._span(passage)
        row = int(np.searchsorted(self._edges, first, "right")) - 1
        if first >= last or not 0 <= row < len(self._bounds) - 1:
            return None
        low, high = self._edges[row : row + 2].tolist()
        last = min(last, high)
        block = (first - low) // WINDOW
        begin = max(low, low + (block - 1) * WINDOW)
        end = min(high, max(last, low + (block + 2) * WINDOW))
        tokens = self._document.tokens
        sentence = Passage(
            passage.article,
            int(tokens.starts[self._bounds[row]]),
            int(tokens.ends[self._bounds[row + 1] - 1]),
        )
        return Scene(
            article=self._document.articles[index],
            words=self._words,
            begin=begin,
            sentence=sentence,
            stretch=self._stretch(index, begin, end, (sentence.start, sentence.end)),
            first=first - begin,
            last=last - begin,
            possessive=self._possessive(index, passage, last),
        )

    def _text(self, index: int) -> str:
        if index not in self._texts:
            self._texts[index] = measured_text(self._document.articles[index])
        return self._texts[index]

    def _stretch(self, index: int, begin: int, end: int, around: tuple[int, int]) -> Stretch:
        if (begin, end) not in self._stretches:
            text = self._text(index)
            starts = self._words.starts[begin:end].tolist()
            ends = self._words.ends[begin:end].tolist()
            entries = self._document.word_forms.entries
            forms = tuple(entries[form] for form in self._words.forms[begin:end].tolist())
            edges = [max(around[0], starts[0] - 20), *ends]
            nexts = [*starts, min(around[1], ends[-1] + 20)]
            gaps = tuple(text[a:b] for a, b in zip(edges, nexts, strict=True))
            capital = tuple(_capital(text[a:b]) for a, b in zip(starts, ends, strict=True))
            self._stretches[begin, end] = Stretch(forms, gaps, capital)
        return self._stretches[begin, end]

    def _possessive(self, index: int, passage: Passage, last: int) -> bool:
        """Whether the mention owns what follows: "X's", "James'", "his"."""
        text, end = self._text(index), int(self._words.ends[last - 1])
        word = self._document.word_forms.entries[self._words.forms[last - 1]]
        if word.split("'")[0] in function_words("subject") | {"that", "there", "what"}:
            return False
        if word in _OWNING:
            return True
        if word.endswith("'s"):
            return not self._contracted(last)
        quiet = text[end + 1 : end + 2] == " " and passage.end <= end
        return (
            word.endswith("s") and text[end : end + 1] in _APOSTROPHES and quiet and end < len(text)
        )

    def _contracted(self, last: int) -> bool:
        """Whether the 's of a name is "is" or "has": "Macron's lying", "Macron's a liar"."""
        if last >= len(self._words.forms):
            return False
        after = self._document.word_forms.entries[self._words.forms[last]]
        return after in ("a", "an", "the", "not", "been", "being", "going", "gone", "just", "now")


def _capital(word: str) -> bool:
    """Whether a word begins large; one written large throughout says nothing of that."""
    return word[0].isupper() and not (len(word) > 3 and word.isupper())
