"""Numbers, dates and times of two tellings held against each other, in their sentences."""

from collections.abc import Sequence
from html import escape
from math import isnan

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.numbers.reconciler import NumberMatch
from toolkit.quantities.quantity import Quantity
from toolkit.widgets.beside import BesidePanel
from toolkit.widgets.passages import Marked, in_place, one_line, sentence_line
from toolkit.widgets.quantity_words import quantity_words

_KINDS = {
    "different": "different",
    "rounded": "less exact in one",
    "same": "same",
    "only-a": "only in {a}",
    "only-b": "only in {b}",
}


class NumbersPanel(BesidePanel):
    """Every number of either telling with what the other has in its place."""

    title = "Numbers, dates and times"
    about = "Each number is read as a value with a unit and held against the other telling's:"
    about += " where the sentences are linked and it counts the same thing, or where it is equal."
    about += " A number that is called different without a link rests on lists of words made with"
    about += " the two stories that come along, and has not been measured on others. Which number"
    about += " is right is not said."
    kinds = tuple(_KINDS)
    things = "numbers"
    empty = "Neither telling has a number, a date or a time."

    def found(self, comparison: Comparison, pair: Pair) -> Sequence[NumberMatch]:
        """What became of each number of either telling."""
        return comparison.numbers[pair.a, pair.b]

    def kind_of(self, row: NumberMatch) -> str:
        """The relation of two numbers."""
        return row.relation

    def kind_words(self, kind: str, names: tuple[str, str]) -> str:
        """The relation in words."""
        return _KINDS[kind].format(a=names[0], b=names[1])

    def columns(self, names: tuple[str, str]) -> Sequence[str]:
        """What it is, then sentence and reading in each telling."""
        return ["relation", names[0], "read as", names[1], "read as", "difference"]

    def cells(self, row: NumberMatch, pair: Pair, names: tuple[str, str]) -> Sequence[str]:
        """Both sentences with the number marked."""
        told = [self.kind_words(row.relation, names)]
        for telling, number in ((pair.a, row.a), (pair.b, row.b)):
            told += [self._sentence(telling, number), escape(_read(number))]
        return [escape(told[0]), *told[1:], escape(_difference(row))]

    def _sentence(self, telling: int, number: Quantity | None) -> str:
        assert self.comparison is not None
        if number is None:
            return ""
        sentence = in_place(self.comparison, telling, [Marked(number.passage, "cue")])
        return f'<div class="samestory-wide">{sentence}</div>'

    def line(self, row: NumberMatch, pair: Pair, names: tuple[str, str]) -> str:
        """Both numbers as printed and as read, then the sentences."""
        assert self.comparison is not None
        sides = []
        for telling, number in ((pair.a, row.a), (pair.b, row.b)):
            if number is not None:
                printed = one_line(self.comparison, number.passage)
                sentence = sentence_line(self.comparison, telling, number.passage)
                sides.append(f"“{printed}” ({_read(number)}) in: {sentence}")
        difference = _difference(row)
        kind = self.kind_words(row.relation, names) + (f", {difference}" if difference else "")
        return f"{kind}: {' | '.join(sides)}"


def _read(number: Quantity | None) -> str:
    return "" if number is None else quantity_words(number)


def _difference(row: NumberMatch) -> str:
    """The second value less the first, "" where there is no difference to speak of."""
    if isnan(row.difference) or not row.difference:
        return ""
    told = f"{row.difference:+,.4f}".rstrip("0").rstrip(".").replace("-", "−")
    share = "" if isnan(row.relative) else f" ({row.relative:+.0%})".replace("-", "−")
    return told + share
