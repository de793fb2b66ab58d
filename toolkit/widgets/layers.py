"""Layers: what the reader can mark in the tellings besides links, as plain data.

A layer is a function from a comparison to a dictionary that
:func:`toolkit.widgets.layer_data.checked_layers` describes. A new one is added to ``LAYERS``;
the reader knows nothing about what it means.
"""

import logging
import math
from collections.abc import Callable, Iterator
from typing import Any

from toolkit.comparison.compare import Comparison
from toolkit.comparison.quotes.voices import voices
from toolkit.measures.catalogue import measure
from toolkit.measures.evidence import per_sentence
from toolkit.measures.sentiment import NEGATIVE, POSITIVE
from toolkit.quantities.find import quantities
from toolkit.speech.attributions import attributions
from toolkit.widgets.difficulty import trust
from toolkit.widgets.layer_marks import Marked, cut
from toolkit.widgets.layer_styles import style
from toolkit.widgets.layer_wording import certainty, frames, loaded
from toolkit.widgets.quantity_words import GROUPS, quantity_words

log = logging.getLogger(__name__)

_SPEAKERS = 6  # who have a colour of their own
_LETTERS = "ABCDEF"
_HARDEST, _HARD = 0.1, 0.3  # shares of all sentences


def layers_of(
    comparison: Comparison, on_problem: Callable[[str], None] = lambda label: None
) -> list[dict[str, Any]]:
    """Every layer there is of a comparison.

    One that cannot be made is left out: its label goes to ``on_problem``, the reason to the log.
    """
    layers = []
    for label, make in LAYERS:
        try:
            layers.append({"name": make.__name__, "label": label, **make(comparison)})
        except Exception:
            log.warning("making the layer %s", label, exc_info=True)
            on_problem(label)
    return layers


def tone(comparison: Comparison) -> dict[str, Any]:
    """Every sentence as positive, neutral or negative, by VADER and its authors' cuts."""

    def marked() -> Iterator[Marked]:
        for k, values in enumerate(comparison.tone):
            for sentence, value in zip(comparison.sentences[k], values.tolist(), strict=True):
                if math.isnan(value):
                    continue
                kind = "negative" if value <= NEGATIVE else "neutral"
                yield k, sentence, "positive" if value >= POSITIVE else kind, _signed(value)

    return {
        "about": "Whole sentences, by the words that VADER counts in them: from -1 to 1, and"
        f" neutral between {NEGATIVE:g} and {POSITIVE:g}. Words about bad events are negative"
        " whoever tells them, so tone is not an outlet's attitude.",
        "trust": " ".join(
            f"{record.label}: {trust(record)}"
            for record in map(measure, ("tone_positive_share", "tone_negative_share"))
        ),
        "legend": [
            style("positive", "positive", "+", "blue"),
            style("neutral", "neutral", "·", "grey", quiet=True),
            style("negative", "negative", "−", "vermilion"),
        ],
        "tellings": cut(comparison, marked()),
    }


def _signed(value: float) -> str:
    text = f"{value:+.2f}"
    return "0.00" if text in ("+0.00", "-0.00") else text


def difficulty(comparison: Comparison) -> dict[str, Any]:
    """The hardest tenth of all sentences of all tellings, and the fifth that comes next."""
    record = measure("difficulty")
    scores = [per_sentence(record, comparison.document, k) for k in range(len(comparison.articles))]
    ordered = sorted((x for row in scores for x in row if not math.isnan(x)), reverse=True)
    cuts = [
        ordered[math.ceil(share * len(ordered)) - 1] if ordered else math.inf
        for share in (_HARDEST, _HARD)
    ]

    def marked() -> Iterator[Marked]:
        for k, row in enumerate(scores):
            for sentence, value in zip(comparison.sentences[k], row, strict=True):
                if value >= cuts[1]:  # never of NaN
                    yield k, sentence, "hardest" if value >= cuts[0] else "hard", f"{value:.1f}"

    return {
        "about": "The hardest tenth of the sentences of all tellings together, and the next fifth,"
        " by our difficulty score (long and rare words, long sentences; an average school text has"
        " 50). It is made for whole texts: of one sentence it is a hint.",
        "trust": trust(record),
        "legend": [
            style("hardest", "hardest tenth", "●", "vermilion"),
            style("hard", "next fifth", "○", "orange"),
        ],
        "tellings": cut(comparison, marked()),
    }


def speech(comparison: Comparison) -> dict[str, Any]:
    """Whose words are given, quoted or paraphrased: six speakers by name, then the others."""
    found = voices(comparison.document, attributions(comparison.document))
    named = [voice for voice in found if voice.kind == "named"]
    kinds = {voice.name: str(n) for n, voice in enumerate(named[:_SPEAKERS])}
    legend = [
        style(str(n), voice.name, _LETTERS[n], n) for n, voice in enumerate(named[:_SPEAKERS])
    ]
    if len(named) > _SPEAKERS:
        legend.append(style("others", "others named", "…", "grey"))
    if any(voice.kind != "named" for voice in found):
        legend.append(style("unnamed", "not named or not found", "?", "grey"))

    def marked() -> Iterator[Marked]:
        for voice in found:
            kind = kinds.get(voice.name, "others") if voice.kind == "named" else "unnamed"
            known = f"{voice.name}, " if kind in ("others", "unnamed") and voice.name else ""
            for k, heard in enumerate(voice.tellings):
                if heard is None:
                    continue
                for passages, how in ((heard.quotes, "quoted"), (heard.paraphrases, "paraphrased")):
                    for passage in passages:
                        yield k, passage, kind, known + how

    return {
        "about": "Whose words a telling gives, in quotation marks or in its own words. Names are"
        " joined across tellings; who speaks is found by rules and may be missed.",
        "legend": legend,
        "tellings": cut(comparison, marked()),
    }


def numbers(comparison: Comparison) -> dict[str, Any]:
    """Amounts, dates and other quantities, each with the value that was read."""
    found = quantities(comparison.document)
    used = {GROUPS[quantity.kind] for row in found for quantity in row}
    return {
        "about": "Numbers, dates and times, in figures or in words. Click a sentence to see the"
        " value that was read from each.",
        "legend": [group for group in _NUMBERS if group["kind"] in used],
        "tellings": cut(
            comparison,
            (
                (k, quantity.passage, GROUPS[quantity.kind], quantity_words(quantity))
                for k, row in enumerate(found)
                for quantity in row
            ),
        ),
    }


_NUMBERS = (
    style("count", "counts", "#", "blue"),
    style("money", "money", "$", "green"),
    style("share", "shares and ratios", "%", "vermilion"),
    style("time", "dates and times", "T", "pink"),
    style("size", "sizes and amounts", "m", "orange"),
    style("rank", "ranks and scores", "1", "sky"),
)


LAYERS: tuple[tuple[str, Callable[[Comparison], dict[str, Any]]], ...] = (
    ("tone", tone),
    ("difficulty", difficulty),
    ("who speaks", speech),
    ("numbers", numbers),
    ("hedges and boosters", certainty),
    ("loaded words", loaded),
    ("frame cues", frames),
)
"""The layers in the order they are offered: what each is called, and how it is made."""
