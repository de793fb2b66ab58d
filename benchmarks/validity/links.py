"""Links between the sentences of two tellings, against judged paraphrases and the packs' keys."""

import tomllib
from bisect import bisect_right
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import ROOT
from benchmarks.validity import gold
from benchmarks.validity.result import Part, Row, quoted
from benchmarks.validity.scores import Hits
from toolkit.article import Article, Mark
from toolkit.comparison.links.alignment import align
from toolkit.text.document import Document

Links = set[tuple[int, int]]
_THRESHOLDS = np.arange(30, 96)


def linked(document: Document, a: int, b: int) -> Links:
    """The links found between two articles, as pairs of sentence numbers."""
    return {(i, j) for link in align(document, a, b).links for i in link.a for j in link.b}


def spliced_links(first: list[str], second: list[str]) -> Links:
    """Links between two lists of sentences, given to the toolkit as paragraphs of two articles."""
    document = Document.of_texts(["\n\n".join(first), "\n\n".join(second)])
    places = []
    for k, sentences in enumerate((first, second)):
        starts = np.cumsum([0, *(len(sentence) + 2 for sentence in sentences)]).tolist()
        found = document.sentence_passages(k)
        places.append([bisect_right(starts, passage.start) - 1 for passage in found])
    return {(places[0][i], places[1][j]) for i, j in linked(document, 0, 1)}


def greedy(first: list[str], second: list[str]) -> list[tuple[float, int, int]]:
    """The peer: rapidfuzz's token_set_ratio, most alike first, each sentence used once."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    alike = cdist(first, second, scorer=fuzz.token_set_ratio)
    order = np.argsort(-alike, axis=None, kind="stable")
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for i, j in zip(*(axis.tolist() for axis in np.unravel_index(order, alike.shape)), strict=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            chosen.append((float(alike[i, j]), i, j))
    return chosen


def _greedy_hits(rows: list[dict[str, Any]]) -> Hits:
    """Each half of the documents is cut where the other half is best cut."""
    pairs = [(greedy(row["a"], row["b"]), {(i, j) for i, j in row["links"]}) for row in rows]

    def at(which: list, threshold: float) -> Hits:
        hits = Hits()
        for found, wanted in which:
            hits.add({(i, j) for value, i, j in found if value >= threshold}, wanted)
        return hits

    total = Hits()
    for here, other in ((pairs[0::2], pairs[1::2]), (pairs[1::2], pairs[0::2])):
        best = max(_THRESHOLDS.tolist(), key=lambda t: (at(other, t).f1.value, -t))
        found = at(here, best)
        total.right += found.right
        total.too_many += found.too_many
        total.missed += found.missed
    return total


def spliced() -> Part:
    """F1 of the links between made-up articles, in order and shuffled."""
    lines = list(gold.objects("spliced_mrpc_open", "spliced_mrpc_open.jsonl"))
    rows = []
    for order, name in (("kept", "same order"), ("shuffled", "shuffled")):
        chosen = [line for line in lines if line["order"] == order]
        hits = Hits()
        for line in chosen:
            hits.add(spliced_links(line["a"], line["b"]), {(i, j) for i, j in line["links"]})
        rows += [
            Row(f"this toolkit, {name}: F1", hits.f1, True),
            Row("- precision", hits.precision, True),
            Row("- recall", hits.recall, True),
            Row(f"rapidfuzz token_set_ratio, greedy, {name}: F1", _greedy_hits(chosen).f1),
            quoted(
                f"tf-idf cosine, {'monotone' if order == 'kept' else 'greedy'}, {name}: F1",
                0.808 if order == "kept" else 0.807,
                1110,
            ),
        ]
    return Part(
        title="Sentences that say the same, in made-up articles",
        compared="111 pairs of made-up articles. In each, ten sentences on one side and ten on the"
        " other had been judged to say the same by two people, or by a third where they"
        " disagreed; five pairs look alike and had been"
        " judged *not* to say the same; five sentences on each side have no partner. Once in the"
        " same order and once shuffled.",
        number="F1, precision (how many of the links shown are right) and recall (how many there"
        " are were found).",
        rows=rows,
        means="Sentences that say the same are found, and it does not matter that an outlet moved"
        " things about. But look-alikes are linked as well: of nine links shown in these articles,"
        " two join sentences on one event that the judges did not take to say the same. A link"
        " means *compare these two*, not *these two agree*.",
        not_means="That half of all sentences in news have a partner: these articles were put"
        " together so. The other methods were given the best threshold of the other half of"
        " these articles; the toolkit's weights were fitted on this set, and the section on"
        " sentences not seen says what they reach without it.",
        sets=("MRPC",),
    )


def pack(folder: Path) -> tuple[list[Article], dict[str, Any]]:
    """The tellings of a story pack, marked up as its answer key says, and the key."""
    key = tomllib.loads((folder / "key.toml").read_text(encoding="utf-8"))
    articles = []
    for file in sorted(folder.glob("*.txt")):
        text = file.read_text(encoding="utf-8")

        def marks(table: str, name: str = file.stem, text: str = text) -> tuple[Mark, ...]:
            found = [row for row in key.get(table, []) if row["telling"] == name]
            starts = [(text.index(row["text"]), row) for row in found]
            return tuple(sorted(Mark(s, s + len(row["text"]), row["kind"]) for s, row in starts))

        articles.append(
            Article(file.stem, text, furniture=marks("furniture"), headings=marks("heading"))
        )
    return articles, key


def key_links(key: dict[str, Any], document: Document) -> dict[tuple[int, int], Links]:
    """The links in an answer key, for each pair of tellings. Sentences we cut otherwise than the
    key does are known by the place where they begin.
    """
    starts = [
        [p.start for p in document.sentence_passages(k)] for k in range(len(document.articles))
    ]
    names = {article.id: k for k, article in enumerate(document.articles)}

    def place(k: int, sentence: str) -> int:
        return bisect_right(starts[k], document.articles[k].text.index(sentence)) - 1

    links: dict[tuple[int, int], Links] = {}
    for fact in key["fact"]:
        told = sorted((names[name], sentences) for name, sentences in fact["in"].items())
        for (a, first), (b, second) in combinations(told, 2):
            links.setdefault((a, b), set()).update(
                (place(a, one), place(b, other)) for one in first for other in second
            )
    return links


def packs(folder: Path = ROOT / "data") -> Part:
    """Precision and recall of the links in the project's own story packs."""
    hits, rows = Hits(), []
    for key_file in sorted(folder.glob("*/key.toml")):
        articles, key = pack(key_file.parent)
        document = Document.of(articles)
        wanted = key_links(key, document)
        own = Hits()
        for a, b in combinations(range(len(articles)), 2):
            found = linked(document, a, b)
            for count in (hits, own):
                count.add(found, wanted.get((a, b), set()))
        rows += [
            Row(f"{key_file.parent.name}: precision", own.precision),
            Row("- recall", own.recall),
        ]
    return Part(
        title="Sentences that say the same, in the story packs",
        compared="The links that the toolkit finds between the tellings of the story packs that"
        " come with it, and those in the packs' answer keys.",
        number="Precision (how many of the links shown are in the key), recall (how many of the"
        " key's links were found) and F1.",
        rows=[
            Row("precision", hits.precision, True),
            Row("recall", hits.recall, True),
            Row("F1", hits.f1, True),
            *(rows if len(rows) > 2 else ()),
        ],
        means=f"Of {hits.right + hits.too_many} links that a class sees in these stories"
        f" {hits.right} are in the key; {hits.missed} links of the key are not shown, as those"
        " sentences share too few words.",
        not_means="An independent test: the packs, their keys and the toolkit come from the same"
        " hands.",
    )
