"""A word in context, in every telling: where each outlet uses it and what stands around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from toolkit.article import Article, Passage
from toolkit.errors import UsageError
from toolkit.text.document import Document
from toolkit.text.words import WORD, normal_form

if TYPE_CHECKING:
    from nltk.stem import SnowballStemmer


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One use of a word: its passage, and the text just before and after it."""

    passage: Passage
    before: str
    word: str
    after: str


@cache
def _stemmer() -> "SnowballStemmer":
    from nltk.stem import SnowballStemmer  # slow to import, so only when asked for

    return SnowballStemmer("english")


@cache
def stem(form: str) -> str:
    """The stem that a word shares with its inflected forms (Porter 2001, by NLTK).

    >>> stem("negotiating") == stem("negotiated")
    True
    """
    return _stemmer().stem(form)


def concordance(
    articles: Iterable[Article], word: str, width: int = 60, inflected: bool = True
) -> list[Occurrence]:
    """Every use of ``word`` in the measured text of the articles, in order (after Luhn 1960).

    With ``inflected``, other forms of the same stem count too. ``width`` is how many code
    points of the article are shown on each side; line ends show as blanks. Raises
    :class:`UsageError` unless ``word`` is a single word.

    >>> found = concordance([Article("a", "They talked. Talks go on.")], "talk", width=8)
    >>> [(use.before, use.word, use.after) for use in found]
    [('They ', 'talked', '. Talks '), ('talked. ', 'Talks', ' go on.')]
    """
    from nltk.text import ConcordanceIndex

    if len(WORD.findall(word)) != 1:
        raise UsageError(f"{word!r} is not a single word.", "Look up one word at a time.")
    key = stem if inflected else str
    document = Document.of(articles)
    words, edges = document.words, document.article_words
    names = document.word_forms.entries
    found = []
    for k, article in enumerate(document.articles):
        forms = [names[form] for form in words.forms[edges[k] : edges[k + 1]].tolist()]
        for offset in ConcordanceIndex(forms, key=key).offsets(key(normal_form(word))):
            start = int(words.starts[edges[k] + offset])
            end = int(words.ends[edges[k] + offset])
            found.append(_occurrence(article, start, end, width))
    return found


def _occurrence(article: Article, start: int, end: int, width: int) -> Occurrence:
    def flat(text: str) -> str:
        return "".join(" " if c.isspace() else c for c in text)

    return Occurrence(
        Passage(article.id, start, end),
        flat(article.text[max(0, start - width) : start]),
        article.text[start:end],
        flat(article.text[end : end + width]),
    )
