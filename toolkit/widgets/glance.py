"""At a glance: who told the story, when, and in how many words."""

import ipywidgets

from toolkit.charts.bars import bars_svg
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison
from toolkit.comparison.tables import labels
from toolkit.widgets.panel import Panel, picture


class GlancePanel(Panel):
    """One row per telling: outlet, headline, date, words, sentences, reading time."""

    title = "Who wrote how much"
    about = "Words and sentences are those of the article itself: headings and page furniture"
    about += " (adverts, bylines, share buttons) are left out, and can be seen in the reader."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.view = ipywidgets.HTML()
        return [self.view]

    def _draw(self, comparison: Comparison) -> None:
        rows = [
            (name, int(values["word_count"]))
            for name, values in zip(labels(comparison), comparison.measures, strict=True)
        ]
        self.view.value = picture(bars_svg("Words", rows), self.table(), opened=True)

    def _rows(self) -> list[tuple]:
        if self.comparison is None:
            return []
        return [
            (
                name,
                article.headline or "no headline",
                article.published or "not known",
                int(values["word_count"]),
                int(values["sentence_count"]),
                f"{values['reading_time'] / 60:.1f} min",
            )
            for name, article, values in zip(
                labels(self.comparison),
                self.comparison.articles,
                self.comparison.measures,
                strict=True,
            )
        ]

    def words(self) -> str:
        """Words, sentences, reading time and headline of every telling."""
        return "\n".join(
            f"{name}: {words} words in {sentences} sentences, {time} to read, “{headline}”"
            for name, headline, _, words, sentences, time in self._rows()
        )

    def table(self) -> str:
        """The tellings as a table."""
        columns = ["outlet", "headline", "published", "words", "sentences", "reading time"]
        return table_html("The tellings of this story", columns, self._rows())
