"""Only in one telling: each such sentence with what comes nearest, and what may explain it."""

import ipywidgets

from toolkit.charts.numerals import number_text
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison
from toolkit.comparison.groups import Fact, facts
from toolkit.comparison.labels import labels
from toolkit.comparison.only_in import OnlyIn, only_in
from toolkit.widgets.panel import Panel, dropdown, keep_choice, note

_ALL = -1
_OF_TELLING = ("shorter", "older")  # reasons that are the same for every sentence: said once


class OnlyInPanel(Panel):
    """The sentences of one telling without a partner in another, or in any of them."""

    title = "What only one telling says"
    about = "The other telling may have had no room for it, may not have known it yet, or may have"
    about += (
        " chosen otherwise; or the program did not find the partner. Look at what comes nearest"
    )
    about += " before you judge."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.rows: tuple[OnlyIn, ...] = ()
        self._facts: tuple[Fact, ...] = ()
        self.telling = dropdown("Only in:", [])
        self.other = dropdown("Beside:", [])
        self.view = ipywidgets.HTML()
        self.on_change(self.telling, self._offer)
        self.on_change(self.other, self._redraw)
        return [self.telling, self.other, self.view]

    def _draw(self, comparison: Comparison) -> None:
        self._facts = facts(comparison)
        keep_choice(self.telling, [(name, k) for k, name in enumerate(labels(comparison))])
        self._offer()

    def _offer(self) -> None:
        """Offer the other tellings to hold the chosen one against."""
        if self.comparison is None:
            return
        others = [
            (name, k) for k, name in enumerate(labels(self.comparison)) if k != self.telling.value
        ]
        every = [("all the others", _ALL)] if len(others) > 1 else []
        keep_choice(self.other, [*every, *others])
        self._redraw()

    def _redraw(self) -> None:
        comparison, chosen = self.comparison, self.other.value
        if comparison is None or self.telling.value is None or chosen is None:
            self.rows, self.view.value = (), note("There is no other telling.")
            return
        others = None if chosen == _ALL else (chosen,)
        self.rows = only_in(comparison, self.telling.value, others, self._facts)
        told = self._of_tellings() if self.rows else [self._counts()]
        self.view.value = "".join(map(note, told)) + (self._table() if self.rows else "")

    def _counts(self) -> str:
        assert self.comparison is not None
        names = labels(self.comparison)
        k, chosen = self.telling.value, self.other.value
        where = "any of the others" if chosen == _ALL else names[chosen]
        count = len(self.comparison.sentences[k])
        return f"{len(self.rows)} of {count} sentences of {names[k]} without a partner in {where}."

    def _of_tellings(self) -> list[str]:
        if not self.rows:
            return []
        return [reason.words for reason in self.rows[0].reasons if reason.kind in _OF_TELLING]

    def _cells(self) -> list[tuple[str, str, str, str, str]]:
        assert self.comparison is not None
        names = labels(self.comparison)
        cells = []
        for row in self.rows:
            near = row.nearest
            words, place, similarity = "nothing is alike", "", ""
            if near:
                words = self.comparison.words_of(near.passage)
                linked = " (has a partner already)" if near.linked else ""
                place = f"{names[near.telling]}, sentence {near.sentence + 1}{linked}"
                similarity = number_text(near.similarity)
            why = " ".join(r.words for r in row.reasons if r.kind not in _OF_TELLING)
            told = f"{row.sentence + 1}. {self.comparison.words_of(row.passage)}"
            cells.append((told, words, place, similarity, why))
        return cells

    def _table(self) -> str:
        assert self.comparison is not None
        name = labels(self.comparison)[self.telling.value]
        columns = [f"only in {name}", "comes nearest", "where", "similarity", "look again"]
        return table_html(self._counts(), columns, self._cells())

    def words(self) -> str:
        """Each sentence without a partner, the nearest one, and what may explain it."""
        if self.comparison is None or self.other.value is None:
            return "no other telling"
        lines = [self._counts(), *self._of_tellings()]
        for told, words, place, similarity, why in self._cells():
            lines.append(f"  {told}")
            lines.append(f"    nearest: {' '.join(filter(None, (similarity, place)))} {words}")
            if why:
                lines.append(f"    {why}")
        return "\n".join(lines)

    def table(self) -> str:
        """The same as a table."""
        return self._table() if self.comparison is not None and self.rows else ""
