"""How hard each telling is to read, and which sentences make it so."""

import math

import ipywidgets

from toolkit.charts.bars import bars_svg, bars_table
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison
from toolkit.comparison.robustness import Interval, gap_words, intervals
from toolkit.comparison.tables import labels
from toolkit.measures.catalogue import family, measure
from toolkit.measures.evidence import Input, inputs, per_sentence
from toolkit.measures.measure import Measure
from toolkit.widgets.counted import counted_html
from toolkit.widgets.panel import Panel, dropdown, folded, keep_choice, note, picture

_HARDEST = 3


class DifficultyPanel(Panel):
    """One readability formula for all tellings, and the hardest sentences of one of them."""

    title = "How hard is it to read?"
    about = "Readability formulas count words, syllables and sentences. They cannot see whether a"
    about += " text is clear, only whether its words and sentences are long or rare."

    def _parts(self) -> list[ipywidgets.Widget]:
        options = [(record.label, record.name) for record in family("readability")]
        self.formula = dropdown("Formula:", options)
        self.telling = dropdown("Telling:", [])
        self.intervals: list[Interval] = []
        self.bars = ipywidgets.HTML()
        self.sentences = ipywidgets.HTML()
        self.marked = dropdown("Mark:", [])
        self.text = ipywidgets.HTML()
        self.on_change(self.formula, self._redraw)
        self.on_change(self.telling, self._redraw)
        self.on_change(self.marked, self._mark)
        return [self.formula, self.bars, self.telling, self.sentences, self.marked, self.text]

    @property
    def record(self) -> Measure:
        """The record of the chosen formula."""
        return measure(self.formula.value)

    def _draw(self, comparison: Comparison) -> None:
        keep_choice(self.telling, [(name, k) for k, name in enumerate(labels(comparison))])
        self._redraw()

    def _redraw(self) -> None:
        if self.comparison is None or self.telling.value is None:
            return
        record = self.record
        self.intervals = intervals(self.comparison.document, record)
        spread = [(found.low, found.high) for found in self.intervals]
        told = f"Higher means {record.direction}. {record.formula} ({record.source})"
        self.bars.value = (
            picture(
                bars_svg(
                    record.label,
                    self._rows(),
                    record.unit,
                    intervals=spread,
                    digits=record.digits,
                ),
                bars_table(record.label, self._rows(), record.unit, spread, record.digits),
            )
            + note(
                "The thin line shows where nine in ten values lie when the sentences of a telling"
                f" are redrawn by chance. {self._gaps()}"
            )
            + note(told)
            + note(trust(record))
            + "".join(note(warning) for warning in self._warnings())
        )
        self.sentences.value = self._hardest_table()
        keep_choice(self.marked, [(i.label, i.label) for i in self.inputs() if i.counted])
        self._mark()

    def _mark(self) -> None:
        """The text of the chosen telling, what the formula counts marked in it."""
        comparison, k = self.comparison, self.telling.value
        chosen = next((i for i in self.inputs() if i.label == self.marked.value), None)
        if comparison is None or chosen is None:
            self.text.value = ""
            return
        caption = f"{labels(comparison)[k]}: {chosen.total:,.0f} {chosen.label}"
        values = per_sentence(self.record, comparison.document, k)
        html = counted_html(
            comparison, k, chosen.counted, values, self.record.unit, f"{caption}, marked"
        )
        self.text.value = folded(f"Show what was counted. {caption}", html)

    def inputs(self) -> list[Input]:
        """What the chosen formula counted in the chosen telling, with every passage."""
        if self.comparison is None or self.telling.value is None:
            return []
        return inputs(self.record, self.comparison.document, self.telling.value)

    def _rows(self) -> list[tuple[str, float]]:
        assert self.comparison is not None
        return [
            (name, values[self.formula.value])
            for name, values in zip(labels(self.comparison), self.comparison.measures, strict=True)
        ]

    def _gaps(self) -> str:
        assert self.comparison is not None
        return gap_words(self.record.label, labels(self.comparison), self.intervals)

    def _warnings(self) -> list[str]:
        assert self.comparison is not None
        fewest = self.record.fewest_words
        return [
            f"{name} has only {int(values['word_count'])} words. Under {fewest}, this measure is"
            " shaky."
            for name, values in zip(labels(self.comparison), self.comparison.measures, strict=True)
            if values["word_count"] < fewest
        ]

    def hardest(self) -> list[tuple[int, float, str]]:
        """The hardest sentences of the chosen telling: number, value by the formula, words."""
        comparison = self.comparison
        if comparison is None or self.telling.value is None:
            return []
        k, record = self.telling.value, self.record
        values = per_sentence(record, comparison.document, k)
        sign = 1 if "easier" in record.direction else -1
        order = sorted(
            (n for n, value in enumerate(values) if not math.isnan(value)),
            key=lambda n: (sign * values[n], n),
        )
        passages = comparison.sentences[k]
        return [(n + 1, values[n], comparison.words_of(passages[n])) for n in order[:_HARDEST]]

    def _hardest_table(self) -> str:
        assert self.comparison is not None
        name = labels(self.comparison)[self.telling.value]
        return table_html(
            f"The hardest sentences of {name} by {self.record.label}",
            ["sentence", self.record.unit, "words"],
            [(str(n), f"{value:.1f}", words) for n, value, words in self.hardest()],
        )

    def words(self) -> str:
        """The formula's value for every telling, and the hardest sentences of the chosen one."""
        if self.comparison is None:
            return "no story"
        values = ", ".join(
            f"{name} {'not defined' if math.isnan(value) else format(value, '.1f')}"
            for name, value in self._rows()
        )
        name = labels(self.comparison)[self.telling.value]
        hardest = "\n".join(f"  {n}: {v:.1f} {words}" for n, v, words in self.hardest())
        counted = ", ".join(f"{i.total:,.0f} {i.label}" for i in self.inputs())
        return (
            f"{self.record.label}: {values}\n{self._gaps()}\ncounted in {name}: {counted}\n"
            f"hardest sentences of {name}:\n{hardest}"
        )

    def table(self) -> str:
        """Values and hardest sentences as two tables."""
        if self.comparison is None:
            return ""
        record = self.record
        return (
            bars_table(record.label, self._rows(), record.unit, digits=record.digits)
            + self._hardest_table()
        )


def trust(record: Measure) -> str:
    """How well a measure agreed with human readers, in a sentence."""
    if not record.validity:
        return "How well it agrees with human readers has not been measured."
    return "Agreement with people: " + "; ".join(map(str, record.validity)) + "."
