"""Look up a word: where each telling uses it, with the words around it."""

import ipywidgets

from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison
from toolkit.comparison.concordance import Occurrence, concordance
from toolkit.comparison.tables import labels
from toolkit.widgets.panel import Panel, note


class LookUpPanel(Panel):
    """A text field and, below, every use of the word in every telling (a concordance)."""

    title = "Look up a word"
    about = "Every use of a word in every telling, with its other forms: “talk” also finds"
    about += " “talks” and “talking”. Type a word and press Enter."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.word = ipywidgets.Text(
            description="Word:",
            continuous_update=False,
            style={"description_width": "6.5rem"},
            layout=ipywidgets.Layout(width="24rem", max_width="100%"),
        )
        self.uses: list[Occurrence] = []
        self.view = ipywidgets.HTML()
        self.on_change(self.word, self._redraw)
        return [self.word, self.view]

    def _draw(self, comparison: Comparison) -> None:
        self._redraw()

    def _redraw(self) -> None:
        word = self.word.value.strip()
        self.uses = []
        if self.comparison is not None and word:
            self.uses = concordance(self.comparison.articles, word)
        self.view.value = self.table() or (note("This word is in no telling.") if word else "")

    def _rows(self) -> list[tuple[str, str, str, str]]:
        if self.comparison is None:
            return []
        names = {
            article.id: name
            for article, name in zip(self.comparison.articles, labels(self.comparison), strict=True)
        }
        return [(names[u.passage.article], u.before, u.word, u.after) for u in self.uses]

    def words(self) -> str:
        """Every use of the word, in brackets, with the text around it."""
        word = self.word.value.strip()
        if not word:
            return "no word looked up"
        lines = [f"{n}: …{before}[{found}]{after}…" for n, before, found, after in self._rows()]
        return "\n".join([f"{word}: {len(self.uses)} uses", *lines])

    def table(self) -> str:
        """The uses as a table; empty before a word is looked up."""
        if not self.uses:
            return ""
        columns = ["outlet", "before", "word", "after"]
        return table_html(f"Uses of “{self.word.value.strip()}”", columns, self._rows())
