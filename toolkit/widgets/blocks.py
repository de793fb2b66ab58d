"""A comparison as the plain data that the linked reader shows."""

import re
from typing import Any

from toolkit.article import Mark, Passage
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.order import moved
from toolkit.comparison.tables import labels
from toolkit.widgets.word_changes import all_changes

_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def tellings_of(comparison: Comparison) -> list[dict[str, Any]]:
    """Every telling with its headings, furniture and sentences, in the order of its text."""
    return [
        {"id": article.id, "label": label, "blocks": _blocks(comparison, k)}
        for k, (article, label) in enumerate(
            zip(comparison.articles, labels(comparison), strict=True)
        )
    ]


def comparisons_of(comparison: Comparison) -> list[dict[str, Any]]:
    """Links, shared passages and word-level changes of every pair of tellings."""
    return [
        {
            "pair": [pair.a, pair.b],
            "links": _links(pair),
            "shared": _shared(comparison, pair),
            "changes": _changes(comparison, pair),
        }
        for pair in comparison.pairs
    ]


def _blocks(comparison: Comparison, k: int) -> list[dict[str, Any]]:
    article = comparison.articles[k]
    parts: list[tuple[Passage | Mark, str, str, int]] = [
        (passage, "sentence", "", n) for n, passage in enumerate(comparison.sentences[k])
    ]
    parts += [(mark, "furniture", mark.kind, -1) for mark in article.furniture]
    parts += [(mark, mark.kind, "", -1) for mark in article.headings]
    blocks: list[dict[str, Any]] = []
    done = 0
    for place, kind, furniture, sentence in sorted(parts, key=lambda part: part[0].start):
        gap = article.text[min(done, place.start) : place.start]
        blocks.append(
            {
                "kind": kind,
                "furniture": furniture,
                "text": article.words_of(place),
                "sentence": sentence,
                "paragraph": not blocks or bool(_LINE_END.search(gap)),
            }
        )
        done = place.end
    return blocks


def _links(pair: Pair) -> list[dict[str, Any]]:
    elsewhere = set(moved(pair.alignment))
    return [
        {
            "a": list(link.a),
            "b": list(link.b),
            "relation": link.relation,
            "similarity": link.similarity,
            "moved": link in elsewhere,
        }
        for link in pair.alignment.links
    ]


def _changes(comparison: Comparison, pair: Pair) -> dict[str, list[dict[str, Any]]]:
    """For either side what differs inside links; of a sentence in several links, in the first."""
    done: dict[str, set[int]] = {"a": set(), "b": set()}
    rows: dict[str, list[dict[str, Any]]] = {"a": [], "b": []}
    links = pair.alignment.links
    for link, sides in zip(links, all_changes(comparison, pair, links), strict=True):
        for side, found in zip("ab", sides, strict=True):
            rows[side] += [
                {
                    "sentence": change.sentence,
                    "start": change.start,
                    "end": change.end,
                    "kind": "trivial" if change.trivial else change.kind,
                }
                for change in found
                if change.sentence not in done[side]
            ]
        done["a"].update(link.a)
        done["b"].update(link.b)
    return rows


def _shared(comparison: Comparison, pair: Pair) -> list[dict[str, Any]]:
    """Shared passages cut at sentence ends, with offsets into the sentence."""
    rows = []
    for passage in pair.passages:
        pieces = [
            _pieces(comparison.sentences[k], side)
            for k, side in ((pair.a, passage.a), (pair.b, passage.b))
        ]
        for n in range(max(map(len, pieces))):
            left, right = (side[min(n, len(side) - 1)] for side in pieces)
            rows.append({"a": left, "b": right})
    return rows


def _pieces(sentences: tuple[Passage, ...], passage: Passage) -> list[dict[str, int]]:
    return [
        {
            "sentence": n,
            "start": max(passage.start, sentence.start) - sentence.start,
            "end": min(passage.end, sentence.end) - sentence.start,
        }
        for n, sentence in enumerate(sentences)
        if sentence.start < passage.end and passage.start < sentence.end
    ]
