"""What the measures say of single sentences, as plain data for the reader."""

from typing import Any

from toolkit.comparison.compare import Comparison
from toolkit.measures.catalogue import measure
from toolkit.measures.evidence import per_sentence
from toolkit.widgets.difficulty import trust

# Measures that mean something on one sentence. (SMOG wants thirty; the spread of one is nothing.)
_FIRST = ("word_count", "syllable_count", "difficulty", "tone_mean")
_MORE = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "lix",
)
_LABELS = {"tone_mean": "Tone", "difficulty": "Difficulty"}


def facts_of(comparison: Comparison) -> dict[str, Any]:
    """Every measure of every sentence; see :func:`toolkit.widgets.layer_data.checked_facts`."""
    records = [measure(name) for name in (*_FIRST, *_MORE)]
    columns = [
        {
            "label": _LABELS.get(record.name, record.label),
            "unit": record.unit,
            "about": f"{record.formula} Higher means {record.direction}. ({record.source})",
            "trust": trust(record) if record.fewest_words else "",
            "digits": record.digits,
            "core": record.name in _FIRST,
        }
        for record in records
    ]
    tellings = [
        [
            [round(value, record.digits) for value, record in zip(row, records, strict=True)]
            for row in zip(
                *(per_sentence(record, comparison.document, k) for record in records), strict=True
            )
        ]
        for k in range(len(comparison.articles))
    ]
    return {"columns": columns, "tellings": tellings}
