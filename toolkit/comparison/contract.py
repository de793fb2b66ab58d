"""The JSON that other programs rely on (``samestory/1``).

The schema is ``samestory-1.schema.json`` beside this file. Offsets are code points into the
decoded text, end exclusive. A key whose feature does not exist yet is absent.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.article import Mark, Passage
from toolkit.text.document import Document

if TYPE_CHECKING:
    from toolkit.comparison.compare import Comparison, Pair
    from toolkit.comparison.quotes.spoken import Quote
    from toolkit.comparison.quotes.voices import Voice
    from toolkit.quantities.quantity import Quantity

SCHEMA_NAME = "samestory/1"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``samestory compare --json``."""
    return json.loads(
        Path(__file__).with_name("samestory-1.schema.json").read_text(encoding="utf-8")
    )


def comparison_record(comparison: "Comparison") -> dict[str, Any]:
    """The whole comparison as the contract's JSON object."""
    return {
        "schema": SCHEMA_NAME,
        "articles": articles_record(comparison.document, comparison.measures),
        "pairs": [_pair(comparison, pair) for pair in comparison.pairs],
        "voices": [_voice(comparison, voice) for voice in comparison.voices],
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


def _pair(comparison: "Comparison", pair: "Pair") -> dict[str, Any]:
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
        "quotes": [
            {"a": _quote(row.a), "b": _quote(row.b), "relation": row.relation}
            for row in comparison.quotes[pair.a, pair.b]
        ],
        "numbers": [
            {"a": _quantity(row.a), "b": _quantity(row.b), "relation": row.relation}
            for row in comparison.numbers[pair.a, pair.b]
        ],
        "wording": [
            {"a": _span(slot.a), "b": _span(slot.b)} for slot in comparison.wording[pair.a, pair.b]
        ],
        "shifts": [
            {
                "kind": shift.kind,
                "a": _span(shift.a),
                "b": _span(shift.b),
                "cues_a": [_span(cue) for cue in shift.cues_a],
                "cues_b": [_span(cue) for cue in shift.cues_b],
            }
            for shift in comparison.shifts[pair.a, pair.b]
        ],
    }


def _quote(quote: "Quote | None") -> dict[str, Any] | None:
    if quote is None:
        return None
    return {**_span(quote.passage), "speaker": quote.speaker.name or None}


def _quantity(quantity: "Quantity | None") -> dict[str, Any] | None:
    if quantity is None:
        return None
    value = quantity.value
    told = number(value) if isinstance(value, float) else value
    return {**_span(quantity.passage), "value": told, "unit": quantity.unit}


def _voice(comparison: "Comparison", voice: "Voice") -> dict[str, Any]:
    return {
        "name": voice.name or None,
        "kind": voice.kind,
        "tellings": [
            {
                "article": article.id,
                "quoted_words": heard.quoted_words,
                "paraphrased_words": heard.paraphrased_words,
                "share": number(heard.share),
                "first": number(heard.first),
                "quotes": [_span(passage) for passage in heard.quotes],
                "paraphrases": [_span(passage) for passage in heard.paraphrases],
                "verbs": [verb.words for verb in heard.verbs],
            }
            for article, heard in zip(comparison.articles, voice.tellings, strict=True)
            if heard is not None
        ],
    }


def _span(passage: Passage) -> dict[str, int]:
    return {"start": passage.start, "end": passage.end}


def _mark(mark: Mark) -> dict[str, Any]:
    return {"start": mark.start, "end": mark.end, "kind": mark.kind}


def to_json(record: Any) -> str:
    """JSON text, the same on every Python: letters kept, lone surrogates escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
