"""Frame cues: words that go with one of five ways of telling an issue.

News tells an issue as a matter of who is responsible and what could be done, of people's lives, of
sides that fight, of right and wrong, or of money (Semetko and Valkenburg 2000). Our lists hold
words that tend to stand where a reader sees such a frame. Each is a cue, not a frame: a frame is in
what a telling chooses and leaves out, which no list sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from toolkit.article import Passage
from toolkit.measures.counts import is_word
from toolkit.measures.measure import Measure
from toolkit.measures.phrases import Found, PhraseTable
from toolkit.measures.tally import once, tally
from toolkit.text.document import Document
from toolkit.text.segments import ratio

FRAMES = ("responsibility", "human_interest", "conflict", "morality", "economic")


@dataclass(frozen=True, slots=True)
class FrameCue:
    """A cue in its place, and the frame (one of :data:`FRAMES`) that it goes with."""

    passage: Passage
    frame: str


@cache
def _table() -> PhraseTable:
    return PhraseTable([f"frame_{frame}" for frame in FRAMES])


def frame_cues(document: Document, article: int) -> Iterator[FrameCue]:
    """The frame cues of one article, in text order.

    >>> document = Document.of_texts(["Critics denounced the tax as immoral."])
    >>> [cue.frame for cue in frame_cues(document, 0)]
    ['conflict', 'conflict', 'economic', 'morality']
    """
    for kind, passage in once(document, document.tokens.bounds, _found).passages(document, article):
        yield FrameCue(passage, FRAMES[kind])


def _found(document: Document, _bounds: np.ndarray) -> Found:
    return _table().find(document)


def _rate(document: Document, bounds: np.ndarray, *, frame: int) -> np.ndarray:
    found = once(document, document.tokens.bounds, _found)
    places = found.firsts[found.kinds == frame]
    count = np.diff(np.searchsorted(places, document.words.bounds(bounds)))
    return ratio(1000 * count, tally(document, bounds, is_word))


_TOLD = {
    "responsibility": (
        "Cues of responsibility",
        "more words on who is responsible and what could be done",
        "Words such as “responsible”, “blame”, “government”, “measures” and “solve”",
    ),
    "human_interest": (
        "Cues of human interest",
        "more words on persons, their lives and feelings",
        "Words such as “mother”, “neighbours”, “family”, “grief” and “survive”",
    ),
    "conflict": (
        "Cues of conflict",
        "more words on sides that disagree, reproach or fight",
        "Words such as “critics”, “clash”, “accuse”, “versus” and “defeat”",
    ),
    "morality": (
        "Cues of morality",
        "more words on right and wrong, duty and faith",
        "Words such as “moral”, “duty”, “unfair”, “church” and “deserve”",
    ),
    "economic": (
        "Cues of economic consequences",
        "more words on costs, gains, jobs and trade",
        "Words such as “costs”, “jobs”, “tax”, “investors” and “afford”",
    ),
}

MEASURES = tuple(
    Measure(
        name=f"{frame}_cues",
        label=_TOLD[frame][0],
        unit="in 1,000 words",
        range=(0.0, float("inf")),
        direction=_TOLD[frame][1],
        formula=f"{_TOLD[frame][2]} in a thousand words, quotations included, from a list. A cue is"
        " not yet a frame.",
        source="Semetko and Valkenburg 2000; Neuman, Just and Crigler 1992. The list is ours",
        function=partial(_rate, frame=number),
        family="frames",
        fewest_words=200,
        core=False,
    )
    for number, frame in enumerate(FRAMES)
)
