"""Where two tellings of one claim differ in how sure they are, or from whom they have it."""

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.report.elements import Html, table
from toolkit.report.parts import Part
from toolkit.report.texts import cited
from toolkit.report.word_marks import WordMark, marked

_KINDS = {
    "hedge": "one is less sure",
    "booster": "one is more sure",
    "negation": "one denies",
    "source": "one names a source",
    "agent": "one names who did it",
}


def shifts(comparison: Comparison, pair: Pair, place: str) -> Part | None:
    """A row for each shift, the words that make it marked."""
    found = comparison.shifts[pair.a, pair.b]
    if not found:
        return None
    names = [labels(comparison)[k] for k in (pair.a, pair.b)]
    rows = [
        (
            _KINDS[shift.kind],
            _sentence(comparison, pair.a, shift.a, shift.cues_a),
            _sentence(comparison, pair.b, shift.b, shift.cues_b),
        )
        for shift in found
    ]
    shown = table("How sure, and from whom", ("shift", *names), rows, "beside")
    return Part("How sure, and from whom", f"{place}-shifts", (shown,))


def _sentence(
    comparison: Comparison, telling: int, sentence: Passage, cues: tuple[Passage, ...]
) -> Html:
    marks = sorted(WordMark(cue.start, cue.end, "only", "+") for cue in cues)
    return cited(comparison, telling, sentence, marked(comparison, sentence, marks))
