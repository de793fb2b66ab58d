"""Where one telling is surer than the other of one claim, or says more of where it is from."""

from collections.abc import Sequence
from html import escape

from toolkit.article import Passage
from toolkit.comparison.claims.cues import SHIFTS, Shift
from toolkit.comparison.compare import Comparison, Pair
from toolkit.widgets.beside import BesidePanel
from toolkit.widgets.passages import Marked, marked_html, one_line

_KINDS = {
    "hedge": "one holds back, the other does not",
    "booster": "one presses the point, the other does not",
    "negation": "one has a “not”, the other has none",
    "source": "one says where it is from, the other does not",
    "agent": "one says who did it, the other does not",
}
_ROWS = {
    "hedge": "{one} holds back, {other} does not",
    "booster": "{one} presses the point, {other} does not",
    "negation": "{one} has a “not”, {other} has none",
    "source": "{one} says where it is from, {other} does not",
    "agent": "{one} says who did it, {other} does not",
}


class CertaintyPanel(BesidePanel):
    """Two linked sentences with the words that make one surer than the other."""

    title = "How sure, and from whom"
    about = "Only linked sentences are looked at, and only where most of the clause stands in both:"
    about += " nothing here does not mean that both are equally sure. The marked words are the"
    about += " reason for the row; read both sentences before you agree."
    kinds = SHIFTS
    things = "linked sentences that differ in certainty or source"
    empty = "No linked sentence was found in which one telling is surer than the other."

    def found(self, comparison: Comparison, pair: Pair) -> Sequence[Shift]:
        """The shifts between two tellings."""
        return comparison.shifts[pair.a, pair.b]

    def kind_of(self, row: Shift) -> str:
        """What is shifted."""
        return row.kind

    def kind_words(self, kind: str, names: tuple[str, str]) -> str:
        """What is shifted, in words."""
        return _KINDS[kind]

    def columns(self, names: tuple[str, str]) -> Sequence[str]:
        """What it is, and both sentences."""
        return ["what differs", *names]

    def cells(self, row: Shift, pair: Pair, names: tuple[str, str]) -> Sequence[str]:
        """Both sentences with the cue words marked."""
        assert self.comparison is not None
        told = [escape(_told(row, names))]
        for telling, sentence, cues in ((pair.a, row.a, row.cues_a), (pair.b, row.b, row.cues_b)):
            text = self.comparison.articles[telling].text
            told.append(marked_html(text, sentence, [Marked(cue, "cue") for cue in cues]))
        return told

    def line(self, row: Shift, pair: Pair, names: tuple[str, str]) -> str:
        """Both sentences, the cue words before them."""
        assert self.comparison is not None
        sides = [
            self._cues(cues) + one_line(self.comparison, sentence)
            for sentence, cues in ((row.a, row.cues_a), (row.b, row.cues_b))
        ]
        return f"{_told(row, names)}: {' | '.join(sides)}"

    def _cues(self, cues: Sequence[Passage]) -> str:
        assert self.comparison is not None
        told = ", ".join(f"“{one_line(self.comparison, cue)}”" for cue in cues)
        return f"[{told}] " if told else ""


def _told(row: Shift, names: tuple[str, str]) -> str:
    one, other = names if row.cues_a else (names[1], names[0])
    return _ROWS[row.kind].format(one=one, other=other)
