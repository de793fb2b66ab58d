"""What was said, by whom, when: the frozen values that everything else reads.

Every offset in the project is a code point into ``Article.text``, end exclusive,
so ``article.text[passage.start:passage.end]`` is always the words themselves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article: the evidence every finding carries.

    >>> story = Article("a", "One two.")
    >>> story.words_of(Passage("a", 4, 7))
    'two'
    """

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A labelled stretch of an article's text: furniture or a heading.

    ``kind`` is a short lower-case name such as ``advert``, ``byline`` or ``headline``.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's telling, exactly as it was read.

    ``text`` is never edited: page furniture and headings are *marked*
    (sorted, not overlapping), and measures leave the marked stretches out.
    Empty strings mean "not known".
    """

    id: str
    text: str
    outlet: str = ""
    headline: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    furniture: tuple[Mark, ...] = ()
    headings: tuple[Mark, ...] = ()

    @property
    def label(self) -> str:
        """The name to show a person: the outlet, or else the id."""
        return self.outlet or self.id

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Furniture and headings together, in text order: all that is not a sentence."""
        return tuple(sorted(self.furniture + self.headings))

    def words_of(self, passage: Passage | Mark) -> str:
        """The text of a passage, letter for letter."""
        return self.text[passage.start : passage.end]

    def with_outlet(self, outlet: str) -> "Article":
        """The same article under another name; the original is unchanged."""
        return replace(self, outlet=outlet)


@dataclass(frozen=True, slots=True)
class Story:
    """Two or more tellings of the same event (one is allowed, and says less)."""

    id: str
    title: str
    articles: tuple[Article, ...]
    about: str = ""
    licence: str = ""

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def telling(self, name: str) -> Article:
        """The article whose id or outlet is ``name``.

        Raises ``KeyError`` listing the names there are.
        """
        for article in self.articles:
            if name in (article.id, article.outlet):
                return article
        raise KeyError(f"no telling {name!r}; there are {[a.id for a in self.articles]}")

    def blinded(self) -> "Story":
        """The same story with its outlets called A, B, C ..., for reading without knowing whose.

        Who wrote it and its address go as well; the words of the articles stay as they are.

        >>> Story("s", "S", (Article("wire", "One.", "Meridian Wire"),)).blinded().articles[0].label
        'Outlet A'
        """
        return replace(self, articles=tuple(map(_blinded, range(len(self)), self.articles)))


def _blinded(place: int, article: Article) -> Article:
    name = chr(ord("A") + place) if place < 26 else str(place + 1)
    return replace(article, id=name.lower(), outlet=f"Outlet {name}", author="", url="")


def with_different_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles, any repeated id followed by ``-2``, ``-3`` ...; an empty id is ``text``.

    >>> [article.id for article in with_different_ids([Article("a", ""), Article("a", "")])]
    ['a', 'a-2']
    """
    taken: set[str] = set()
    result = []
    for article in articles:
        given = article.id or "text"
        name, number = given, 1
        while name in taken:
            number += 1
            name = f"{given}-{number}"
        taken.add(name)
        result.append(article if name == article.id else replace(article, id=name))
    return tuple(result)
