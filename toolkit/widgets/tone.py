"""The tone of each sentence, through the article, and the sentences farthest from neutral."""

import math

import ipywidgets

from toolkit.charts.story import tone_lanes
from toolkit.charts.strip import strip_svg
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison
from toolkit.comparison.robustness import gap_words, intervals
from toolkit.comparison.tables import labels
from toolkit.measures.catalogue import family, measure
from toolkit.measures.sentiment import most_extreme
from toolkit.widgets.difficulty import trust
from toolkit.widgets.panel import Panel, dropdown, keep_choice, note, picture


class TonePanel(Panel):
    """A lane of sentences per telling, a table of tone, the extreme sentences of one telling."""

    title = "Tone, sentence by sentence"
    about = "Each point is a sentence: above the line if VADER counts more positive words in it,"
    about += " below if more negative ones. Words about bad events are negative whoever tells"
    about += " them, so the tone of a story is not the attitude of its outlet."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.telling = dropdown("Telling:", [])
        self.strip = ipywidgets.HTML()
        self.extremes = ipywidgets.HTML()
        self.on_change(self.telling, self._redraw)
        return [self.strip, self.telling, self.extremes]

    def _draw(self, comparison: Comparison) -> None:
        keep_choice(self.telling, [(name, k) for k, name in enumerate(labels(comparison))])
        self.strip.value = picture(
            strip_svg("Tone by sentence", tone_lanes(comparison)),
            self._summary_table(),
            opened=True,
        )
        self.strip.value += note(self._gaps()) + note(trust(measure("tone_mean")))
        self._redraw()

    def _gaps(self) -> str:
        assert self.comparison is not None
        record = measure("tone_mean")
        found = intervals(self.comparison.document, record)
        return gap_words("mean tone", labels(self.comparison), found)

    def _redraw(self) -> None:
        if self.comparison is not None and self.telling.value is not None:
            self.extremes.value = self._extremes_table()

    def _rows(self) -> list[tuple]:
        assert self.comparison is not None
        return [
            (name, *(values[record.name] for record in family("tone")))
            for name, values in zip(labels(self.comparison), self.comparison.measures, strict=True)
        ]

    def _summary_table(self) -> str:
        columns = ["outlet", *(record.label.lower() for record in family("tone"))]
        return table_html("Tone over the sentences of each telling", columns, self._rows())

    def _extremes(self) -> list[tuple[str, float]]:
        comparison = self.comparison
        assert comparison is not None
        found = most_extreme(comparison.document, self.telling.value)
        return [(comparison.words_of(passage), value) for passage, value in found]

    def _extremes_table(self) -> str:
        assert self.comparison is not None
        name = labels(self.comparison)[self.telling.value]
        return table_html(
            f"The sentences of {name} farthest from neutral", ["sentence", "tone"], self._extremes()
        )

    def words(self) -> str:
        """Tone of every telling, and the extreme sentences of the chosen one."""
        if self.comparison is None:
            return "no story"
        lines = [
            f"{name}: mean {_number(mean)}, positive {_number(up)}, negative {_number(down)}"
            for name, mean, up, down in self._rows()
        ]
        name = labels(self.comparison)[self.telling.value]
        lines.append(self._gaps())
        lines.append(f"farthest from neutral in {name}:")
        lines += [f"  {value:+.4f} {words}" for words, value in self._extremes()]
        return "\n".join(lines)

    def table(self) -> str:
        """Tone and extreme sentences as two tables."""
        return self._summary_table() + self._extremes_table() if self.comparison else ""


def _number(value: float) -> str:
    return "not defined" if math.isnan(value) else f"{value:.2f}"
