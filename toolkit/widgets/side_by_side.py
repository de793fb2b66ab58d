"""The linked reader as a panel."""

import ipywidgets

from toolkit.comparison.compare import Comparison
from toolkit.errors import UsageError
from toolkit.widgets.blocks import comparisons_of, tellings_of
from toolkit.widgets.layers import layers_of
from toolkit.widgets.panel import Panel
from toolkit.widgets.reader import Reader
from toolkit.widgets.sentence_facts import facts_of


class SideBySidePanel(Panel):
    """Two tellings in two columns, sentence linked to sentence."""

    title = "Side by side"
    about = "Point at a sentence, or move with the arrow keys, and its partner in the other"
    about += " telling is marked. Enter, or a click, shows everything known about it below. A link"
    about += " says that two sentences tell the same, not which of them is right."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.reader = Reader()
        return [self.reader]

    def _draw(self, comparison: Comparison) -> None:
        missing: list[str] = []
        self.reader.show(
            tellings_of(comparison),
            comparisons_of(comparison),
            layers_of(comparison, on_problem=missing.append),
            facts_of(comparison),
        )
        if missing:  # the text and the other layers are shown, and this is said beside them
            raise UsageError(
                f"Not offered under “Show”, because something went wrong: {', '.join(missing)}.",
                "Everything else in the reader still works.",
            )

    def words(self) -> str:
        """What the reader shows: links, only-in sentences, the pinned sentence."""
        return self.reader.summary()

    def table(self) -> str:
        """The links of the shown pair as a table."""
        return self.reader.table_html()
