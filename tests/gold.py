"""The answer keys of the story packs, as marked articles and links between sentences."""

import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path

from toolkit.article import Article, Mark
from toolkit.text.document import Document

DATA = Path(__file__).resolve().parent.parent / "data"
PACKS = ("harbour-bridge", "peacekeepers")

Pairs = set[tuple[int, int]]


@cache
def key(pack: str) -> dict:
    return tomllib.loads((DATA / pack / "key.toml").read_text(encoding="utf-8"))


@cache
def articles(pack: str) -> tuple[Article, ...]:
    """The tellings of a pack, with furniture and headings as its key names them."""
    story = tomllib.loads((DATA / pack / "story.toml").read_text(encoding="utf-8"))
    found = []
    for telling in story["telling"]:
        name = Path(telling["file"]).stem
        text = (DATA / pack / telling["file"]).read_text(encoding="utf-8")

        def marks(table: str, name: str = name, text: str = text) -> tuple[Mark, ...]:
            rows = [row for row in key(pack)[table] if row["telling"] == name]
            places = [(text.index(row["text"]), row) for row in rows]
            return tuple(sorted(Mark(k, k + len(r["text"]), r["kind"]) for k, r in places))

        found.append(
            Article(
                name,
                text,
                outlet=telling["outlet"],
                furniture=marks("furniture"),
                headings=marks("heading"),
            )
        )
    return tuple(found)


def sentences(document: Document, index: int) -> list[str]:
    article = document.articles[index]
    return [article.words_of(passage) for passage in document.sentence_passages(index)]


@cache
def gold_links(pack: str) -> dict[tuple[int, int], Pairs]:
    """For every two tellings, which sentences stand in one fact of the key."""
    document = Document.of(articles(pack))
    numbers = {
        (article.id, sentence): number
        for k, article in enumerate(document.articles)
        for number, sentence in enumerate(sentences(document, k))
    }
    names = [article.id for article in document.articles]
    links: dict[tuple[int, int], Pairs] = {p: set() for p in combinations(range(len(names)), 2)}
    for fact in key(pack)["fact"]:
        for a, b in links:
            links[a, b] |= {
                (numbers[names[a], one], numbers[names[b], other])
                for one in fact["in"].get(names[a], [])
                for other in fact["in"].get(names[b], [])
            }
    return links
