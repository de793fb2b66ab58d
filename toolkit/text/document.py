"""The Document: a whole batch of articles as arrays, built once.

One article is a batch of one; a corpus is the same thing with longer arrays. A measure is a
gather (a fact per distinct token, indexed by token ids) and a reduction over bounds.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from toolkit.article import Article, Passage
from toolkit.text.sentences import sentence_bounds
from toolkit.text.tokens import Column, Tokens, Vocabulary, tokenise
from toolkit.text.words import Words, WordTable

_BLOCK = 1 << 21  # characters, of 500 articles or so
_MOST_TYPES = 2_000_000  # a vocabulary larger than this is left behind, to bound memory


@dataclass(frozen=True)
class Document:
    """Articles, their tokens and their sentences.

    Furniture and headings read as blank: their words are in no token and no sentence, while
    every offset still points into the untouched ``Article.text``.

    - ``tokens``: blank-separated tokens of all articles (:class:`~toolkit.text.tokens.Tokens`);
      ``tokens.bounds`` are the bounds of the articles.
    - ``sentences``: bounds of all sentences, in tokens.
    - ``article_sentences``: bounds of the articles, in sentences.

    >>> document = Document.of_texts(["One here. Two there!", ""])
    >>> [document.articles[0].words_of(passage) for passage in document.sentence_passages(0)]
    ['One here.', 'Two there!']
    >>> document.article_sentences.tolist()
    [0, 2, 2]
    """

    articles: tuple[Article, ...]
    vocabulary: Vocabulary
    tokens: Tokens
    given_sentences: np.ndarray | None = None

    @classmethod
    def of(cls, articles: Iterable[Article], vocabulary: Vocabulary | None = None) -> "Document":
        """Build the arrays for articles; a shared vocabulary makes later batches faster.

        For thousands of articles see :meth:`blocks`.
        """
        batch = tuple(articles)
        vocabulary = _shared_vocabulary() if vocabulary is None else vocabulary
        tokens = tokenise([measured_text(article) for article in batch], vocabulary)
        return cls(articles=batch, vocabulary=vocabulary, tokens=tokens)

    @classmethod
    def of_texts(cls, texts: Sequence[str], vocabulary: Vocabulary | None = None) -> "Document":
        """Build the arrays for bare texts, every character of which counts. Ids are 1, 2, ..."""
        return cls.of((Article(str(k), text) for k, text in enumerate(texts, 1)), vocabulary)

    @classmethod
    def blocks(
        cls, articles: Iterable[Article], vocabulary: Vocabulary | None = None
    ) -> Iterator["Document"]:
        """Any number of articles as documents of a few hundred: for a corpus, quick and small.

        The arrays of a block stay in the processor's cache, and are gone before the next one.

        >>> articles = (Article(str(k), "One more.") for k in range(3))
        >>> [len(document.articles) for document in Document.blocks(articles)]
        [3]
        """
        block: list[Article] = []
        size = 0
        for article in articles:
            if block and size + len(article.text) > _BLOCK:
                yield cls.of(block, vocabulary)
                block, size = [], 0
            block.append(article)
            size += len(article.text)
        if block:
            yield cls.of(block, vocabulary)

    @cached_property
    def sentences(self) -> np.ndarray:
        """Bounds of all sentences, in tokens; found when first asked for, unless given."""
        if self.given_sentences is not None:
            return self.given_sentences
        return sentence_bounds(self.tokens, self.vocabulary)

    @cached_property
    def article_sentences(self) -> np.ndarray:
        """Bounds of the articles, in sentences."""
        return np.searchsorted(self.sentences, self.tokens.bounds)

    def gather(self, of: Column) -> np.ndarray:
        """A fact on tokens, looked up for every token of the batch."""
        return self.vocabulary.column(of).take(self.tokens.ids, axis=0)

    @property
    def _word_table(self) -> WordTable:
        return self.vocabulary.attached(WordTable)

    @cached_property
    def words(self) -> Words:
        """The words inside the tokens, with their own offsets."""
        return self._word_table.words(self.tokens.ids, self.tokens.starts)

    @property
    def word_forms(self) -> Vocabulary:
        """The vocabulary that ``words.forms`` number."""
        return self._word_table.forms

    @cached_property
    def article_words(self) -> np.ndarray:
        """Bounds of the articles, in words."""
        return self.words.bounds(self.tokens.bounds)

    @cached_property
    def sentence_words(self) -> np.ndarray:
        """Bounds of the sentences, in words."""
        return self.words.bounds(self.sentences)

    def sentence_passages(self, index: int) -> list[Passage]:
        """The sentences of article ``index`` as passages, in text order."""
        first, last = self.article_sentences[index : index + 2]
        edges = self.sentences[first : last + 1]
        starts = self.tokens.starts[edges[:-1]].tolist()
        ends = self.tokens.ends[edges[1:] - 1].tolist()
        name = self.articles[index].id
        return [Passage(name, start, end) for start, end in zip(starts, ends, strict=True)]


def measured_text(article: Article) -> str:
    """The article's text with furniture and headings blanked; same length, same offsets.

    >>> from toolkit.article import Mark
    >>> measured_text(Article("a", "Title\\n\\nBody.", headings=(Mark(0, 5, "headline"),)))
    '     \\n\\nBody.'
    """
    text, pieces, done = article.text, [], 0
    for mark in article.marks:
        end = min(max(mark.end, done), len(text))
        pieces += [text[done : mark.start], " " * (end - max(mark.start, done))]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


_shared = Vocabulary()


def _shared_vocabulary() -> Vocabulary:
    global _shared
    if len(_shared) > _MOST_TYPES:
        _shared = Vocabulary()
    return _shared
