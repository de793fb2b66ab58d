"""Small articles with their attributions written into them.

``[Ann Lee: “We go.”]`` is direct speech of Ann Lee, ``[Ann Lee> that they go]`` indirect speech,
``[?: “We go.”]`` direct speech of nobody known, ``[~: “so-called”]`` words in marks that nobody
spoke. ``[=said]`` is the reporting verb of the last of them, and ``[+said]`` of the next.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from toolkit.article import Article, Passage
from toolkit.comparison.compare import Comparison, compare
from toolkit.comparison.links.alignment import Alignment, Link, align
from toolkit.speech.attribution import Attribution, Speaker
from toolkit.text.document import Document

_MARKUP = re.compile(r"\[([=+])([^]]*)\]|\[([^]:>]*)([:>]) ?([^]]*)\]")
_NAMED = re.compile(r"[A-Z]")


class Told:
    """Some tellings: a document, the attributions of each, and links where they are given."""

    def __init__(self, texts: Iterable[str]) -> None:
        parsed = [_parsed(str(k), text) for k, text in enumerate(texts)]
        self.document = Document.of(article for article, _ in parsed)
        self.attributions = [rows for _, rows in parsed]

    def words(self, passage: Passage | None) -> str:
        """The words of a passage; "" for none."""
        if passage is None:
            return ""
        return self.document.articles[int(passage.article)].words_of(passage)

    def alignments(self) -> dict[tuple[int, int], Alignment]:
        """The alignment of every two tellings."""
        n = len(self.document.articles)
        return {(a, b): align(self.document, a, b) for a in range(n) for b in range(a + 1, n)}

    def comparison(self, alignments: Mapping[tuple[int, int], Alignment] = {}) -> Comparison:
        """All of it compared, with these attributions, and these links where they are given."""
        made = compare(self.document.articles)
        pairs = (
            replace(pair, alignment=alignments.get((pair.a, pair.b), pair.alignment))
            for pair in made.pairs
        )
        made = replace(made, pairs=tuple(pairs))
        vars(made)["attributions"] = tuple(self.attributions)
        return made


def linked(*pairs: tuple[int, int]) -> Alignment:
    """An alignment of these sentences, whatever they say."""
    return Alignment(tuple(Link((i,), (j,), "reworded", 0.5) for i, j in pairs), (), ())


def _parsed(name: str, marked: str) -> tuple[Article, tuple[Attribution, ...]]:
    text, at = "", 0
    rows: list[dict] = []
    coming: Passage | None = None
    for m in _MARKUP.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        start = len(text)
        if m[1]:
            text += m[2]
            verb = Passage(name, start, len(text))
            if m[1] == "=":
                rows[-1]["verb"] = verb
            else:
                coming = verb
            continue
        text += m[5]
        source = "scare" if m[3] == "~" else "direct" if m[4] == ":" else "indirect"
        edge = 0 if source == "indirect" else 1
        rows.append(
            {
                "passage": Passage(name, start, len(text)),
                "parts": (Passage(name, start + edge, len(text) - edge),),
                "source": source,
                "speaker": _speaker(m[3]),
                "verb": coming,
            }
        )
        coming = None
    return Article(name, text + marked[at:]), tuple(
        Attribution(**row, verb_kind="neutral" if row["verb"] else "") for row in rows
    )


def _speaker(name: str) -> Speaker:
    if name in ("?", "~"):
        return Speaker()
    return Speaker(name, "named" if _NAMED.match(name) else "role")
