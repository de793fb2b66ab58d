"""Tone towards a person or thing: type a name, and see every mention with what was said of it."""

import ipywidgets

from toolkit.charts.numerals import number_text
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison
from toolkit.comparison.tables import labels
from toolkit.measures.target_tone import TARGET_TONE, TargetTone, mentions, summary, target_tone
from toolkit.widgets.difficulty import trust
from toolkit.widgets.panel import Panel, folded, note

_SHARES = ("positive_share", "neutral_share", "negative_share")


class TowardPanel(Panel):
    """A text field and, below, the tone of each telling towards the name, mention by mention."""

    title = "Tone towards a name"
    about = "What the words around a name say for or against it: what it does, what is done to it,"
    about += " what it is called. Pronouns (he, she, it) are not followed. Type a name and press"
    about += " Enter."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.name = ipywidgets.Text(
            description="Name:",
            continuous_update=False,
            style={"description_width": "6.5rem"},
            layout=ipywidgets.Layout(width="24rem", max_width="100%"),
        )
        self.found: list[TargetTone] = []
        self.view = ipywidgets.HTML()
        self.on_change(self.name, self._redraw)
        return [self.name, self.view]

    def _draw(self, comparison: Comparison) -> None:
        self._redraw()

    def _redraw(self) -> None:
        name = self.name.value.strip()
        self.found, self.view.value = [], ""
        if self.comparison is None or not name:
            return
        document = self.comparison.document
        self.found = target_tone(document, mentions(document, name))
        if not self.found:
            self.view.value = note("This name is in no telling.")
            return
        self.view.value = (
            self._summary_table()
            + note(trust(TARGET_TONE))
            + folded(f"All {len(self.found)} mentions, with the words that count", self._mentions())
        )

    def _rows(self) -> list[tuple]:
        assert self.comparison is not None
        rows = []
        names = labels(self.comparison)
        for article, label in zip(self.comparison.articles, names, strict=True):
            own = summary([one for one in self.found if one.passage.article == article.id])
            rows.append((label, own["mentions"], own["mean"], *(own[kind] for kind in _SHARES)))
        return rows

    def _summary_table(self) -> str:
        columns = ["outlet", "mentions", "mean, -1 to 1", "positive", "neutral", "negative"]
        return table_html(f"Tone towards {self.name.value.strip()}", columns, self._rows())

    def _mentions(self) -> str:
        assert self.comparison is not None
        names = dict(
            zip(
                (article.id for article in self.comparison.articles),
                labels(self.comparison),
                strict=True,
            )
        )
        rows = [
            (
                names[one.passage.article],
                one.label,
                ", ".join(self.comparison.words_of(clue.passage) for clue in one.why) or "nothing",
                self.comparison.words_of(one.sentence),
            )
            for one in self.found
        ]
        return table_html("Mentions", ["outlet", "tone", "because of", "sentence"], rows)

    def words(self) -> str:
        """Mentions, mean tone and shares for every telling."""
        if not self.found:
            return "no name"
        return "\n".join(
            f"{label}: {count} mentions, mean {number_text(mean)}, positive {number_text(up)},"
            f" neutral {number_text(flat)}, negative {number_text(down)}"
            for label, count, mean, up, flat, down in self._rows()
        )

    def table(self) -> str:
        """The summary and all mentions as tables."""
        return self._summary_table() + self._mentions() if self.found else ""
