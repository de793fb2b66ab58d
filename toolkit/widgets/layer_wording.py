"""Layers of single words: those that hedge or press a claim, loaded words, and frame cues."""

from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.comparison.claims.cues import BOOSTER, HEDGE, Claims
from toolkit.comparison.compare import Comparison
from toolkit.measures.catalogue import family
from toolkit.measures.frames import FRAMES, frame_cues
from toolkit.measures.loaded import DRAMA, JUDGEMENT, LABEL, loaded_words
from toolkit.measures.measure import Measure
from toolkit.widgets.difficulty import trust
from toolkit.widgets.layer_marks import Marked, cut
from toolkit.widgets.layer_styles import style


def certainty(comparison: Comparison) -> dict[str, Any]:
    """Words that hold back from a claim and words that press it."""

    def marked() -> Iterator[Marked]:
        for k, sentences in enumerate(comparison.sentences):
            claims = Claims(comparison.document, k)
            for sentence in claims.sentences(tuple(range(len(sentences)))):
                for cue in sentence.cues:
                    if cue.idea in (HEDGE, BOOSTER):
                        yield k, sentence.words(cue.first, cue.last), cue.idea, ""

    return {
        "about": "Hedges hold back from a claim (“may”, “reportedly”), boosters press it"
        " (“clearly”, “certainly”): Hyland 2005. Words are found by list; inside a quote they are"
        " the speaker's.",
        "legend": [
            style(HEDGE, "hedges", "?", "blue"),
            style(BOOSTER, "boosters", "!", "vermilion"),
        ],
        "tellings": cut(comparison, marked()),
    }


_QUOTED = "quoted"


def loaded(comparison: Comparison) -> dict[str, Any]:
    """Loaded words by kind in a telling's own words, and those inside quotation marks apart."""

    def marked() -> Iterator[Marked]:
        for k in range(len(comparison.articles)):
            for word in loaded_words(comparison.document, k):
                kind, note = (_QUOTED, word.kind) if word.quoted else (word.kind, "")
                yield k, word.passage, kind, note

    return {
        "about": "Words that judge or heat up where a plain word for the same thing would do:"
        " judgements (“disgraceful”, “heroic”), drama (“slammed”, “utterly”), labels (“regime”,"
        " “so-called”). They are found by list: some are deserved, and other wording that judges is"
        " not on it. In quotation marks they are the speaker's, though a telling chose the quote.",
        "trust": _trust(record for record in family("loaded") if record.validity),
        "legend": [
            style(JUDGEMENT, "judgements", "±", "vermilion"),
            style(DRAMA, "drama", "!", "blue"),
            style(LABEL, "labels", "#", "pink"),
            style(_QUOTED, "in a quotation", "“", "grey"),
        ],
        "tellings": cut(comparison, marked()),
    }


def frames(comparison: Comparison) -> dict[str, Any]:
    """Cues of the five frames."""

    def marked() -> Iterator[Marked]:
        for k in range(len(comparison.articles)):
            for cue in frame_cues(comparison.document, k):
                yield k, cue.passage, cue.frame, ""

    return {
        "about": "Words that go with five ways of telling an issue (Semetko and Valkenburg 2000):"
        " who is responsible and what could be done, people's lives, sides that fight, right and"
        " wrong, money. They are found by list, quotations included. A cue is not yet a frame: look"
        " at what is told first, and at what is left out.",
        "trust": _trust(family("frames")),
        "legend": [style(frame, *_FRAME_STYLES[frame]) for frame in FRAMES],
        "tellings": cut(comparison, marked()),
    }


_FRAME_STYLES = {
    "responsibility": ("responsibility", "R", "blue"),
    "human_interest": ("human interest", "H", "pink"),
    "conflict": ("conflict", "C", "vermilion"),
    "morality": ("morality", "M", "orange"),
    "economic": ("economic consequences", "E", "green"),
}


def _trust(records: Iterable[Measure]) -> str:
    return " ".join(f"{record.label}: {trust(record)}" for record in records)
