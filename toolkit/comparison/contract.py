"""The JSON that other programs rely on (``samestory/1``).

The schema is ``samestory-1.schema.json`` beside this file. Offsets are code points into the
decoded text, end exclusive. A key whose feature does not exist yet is absent.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.article import Mark, Passage
from toolkit.comparison.compare import Comparison, Pair
from toolkit.text.document import Document

SCHEMA_NAME = "samestory/1"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``samestory compare --json``."""
    return json.loads(
        Path(__file__).with_name("samestory-1.schema.json").read_text(encoding="utf-8")
    )


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """The whole comparison as the contract's JSON object."""
    return {
        "schema": SCHEMA_NAME,
        "articles": articles_record(comparison.document, comparison.measures),
        "pairs": [_pair(comparison, pair) for pair in comparison.pairs],
    }


def articles_record(
    document: Document, measures: Sequence[Mapping[str, float]]
) -> list[dict[str, Any]]:
    """The articles of the contract's JSON object."""
    return [
        {
            "id": article.id,
            "outlet": article.outlet,
            "headline": article.headline,
            "n_words": int(values["word_count"]),
            "n_sentences": len(sentences),
            "sentences": [_span(passage) for passage in sentences],
            "furniture": [_mark(mark) for mark in article.furniture],
            "headings": [_mark(mark) for mark in article.headings],
            "measures": {name: number(value) for name, value in values.items()},
        }
        for k, (article, values) in enumerate(zip(document.articles, measures, strict=True))
        for sentences in [document.sentence_passages(k)]
    ]


def number(value: float) -> float | int | None:
    """A number as JSON has it: null for NaN or infinite, whole numbers without a point."""
    if isinstance(value, int):
        return value
    if not math.isfinite(value):
        return None
    return value


def _pair(comparison: Comparison, pair: Pair) -> dict[str, Any]:
    return {
        "a": comparison.articles[pair.a].id,
        "b": comparison.articles[pair.b].id,
        "links": [
            {
                "a": list(link.a),
                "b": list(link.b),
                "relation": link.relation,
                "similarity": link.similarity,
            }
            for link in pair.alignment.links
        ],
        "only_a": list(pair.alignment.only_a),
        "only_b": list(pair.alignment.only_b),
        "shared_passages": [
            {"a": _span(passage.a), "b": _span(passage.b), "n_words": passage.n_words}
            for passage in pair.passages
        ],
        "overlap": {
            "jaccard": number(pair.overlap.jaccard),
            "containment_a_in_b": number(pair.overlap.containment_a_in_b),
            "containment_b_in_a": number(pair.overlap.containment_b_in_a),
        },
    }


def _span(passage: Passage) -> dict[str, int]:
    return {"start": passage.start, "end": passage.end}


def _mark(mark: Mark) -> dict[str, Any]:
    return {"start": mark.start, "end": mark.end, "kind": mark.kind}


def to_json(record: Any) -> str:
    """JSON text, the same on every Python: letters kept, lone surrogates escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
