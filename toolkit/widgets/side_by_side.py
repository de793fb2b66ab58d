"""The linked reader as a panel."""

import ipywidgets

from toolkit.comparison.compare import Comparison
from toolkit.widgets.blocks import comparisons_of, tellings_of
from toolkit.widgets.panel import Panel
from toolkit.widgets.reader import Reader


class SideBySidePanel(Panel):
    """Two tellings in two columns, sentence linked to sentence."""

    title = "Side by side"
    about = "Point at a sentence, or move with the arrow keys, and its partner in the other"
    about += " telling is marked. Enter pins it. A link says that two sentences tell the same,"
    about += " not which of them is right."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.reader = Reader()
        return [self.reader]

    def _draw(self, comparison: Comparison) -> None:
        self.reader.show(tellings_of(comparison), comparisons_of(comparison))

    def words(self) -> str:
        """What the reader shows: links, only-in sentences, the pinned sentence."""
        return self.reader.summary()

    def table(self) -> str:
        """The links of the shown pair as a table."""
        return self.reader.table_html()
