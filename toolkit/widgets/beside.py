"""A panel of rows that hold two tellings beside each other: chosen by pair and by kind."""

from collections.abc import Sequence
from typing import Any

import ipywidgets

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.widgets.pairs import chosen_pair, offer_pairs, pair_menu
from toolkit.widgets.panel import Panel, dropdown, folded, keep_choice, note
from toolkit.widgets.passages import STYLE, beside_html

ALL = ""
"""The value of the second menu that shows rows of every kind."""

_MOST = 12  # rows that are shown before the rest is folded away


class BesidePanel(Panel):
    """Rows of two tellings, of one kind or of all. What a row is, a subclass says.

    ``kinds`` are all kinds of row, in the order in which they are shown.
    """

    kinds: Sequence[str] = ()
    things = "rows"
    empty = "There is none."

    def _parts(self) -> list[ipywidgets.Widget]:
        self._filling = False  # while menus get other options, nothing is drawn yet
        self.pair = pair_menu()
        self.kind = dropdown("Show:", [], width="34rem")
        self.view = ipywidgets.HTML()
        self.on_change(self.pair, self._offer)
        self.on_change(self.kind, self._redraw)
        return [self.pair, self.kind, self.view]

    def found(self, comparison: Comparison, pair: Pair) -> Sequence[Any]:
        """The rows of two tellings."""
        raise NotImplementedError

    def kind_of(self, row: Any) -> str:
        """Which of the kinds a row is."""
        raise NotImplementedError

    def kind_words(self, kind: str, names: tuple[str, str]) -> str:
        """A kind in plain words, for tellings of these names."""
        raise NotImplementedError

    def columns(self, names: tuple[str, str]) -> Sequence[str]:
        """The headings of the table."""
        raise NotImplementedError

    def cells(self, row: Any, pair: Pair, names: tuple[str, str]) -> Sequence[str]:
        """A row of the table, as HTML, with everything from an article escaped."""
        raise NotImplementedError

    def line(self, row: Any, pair: Pair, names: tuple[str, str]) -> str:
        """A row in words."""
        raise NotImplementedError

    def _draw(self, comparison: Comparison) -> None:
        self._filling = True
        offer_pairs(self.pair, comparison)
        self._filling = False
        self._offer()

    def _offer(self) -> None:
        """Offer the kinds of row that these two tellings have."""
        if self._filling:
            return
        rows, options = self._every(), []
        if rows:
            options.append((f"everything ({len(rows)})", ALL))
        for kind in self.kinds:
            count = sum(self.kind_of(row) == kind for row in rows)
            if count:
                options.append((f"{self.kind_words(kind, self._names())} ({count})", kind))
        self._filling = True
        keep_choice(self.kind, options)
        self.kind.layout.display = "" if options else "none"
        self._filling = False
        self._redraw()

    def _redraw(self) -> None:
        if self._filling:
            return
        if self._pair() is None:
            self.view.value = note("There is no other telling.")
        elif not self.rows:
            self.view.value = note(self.empty)
        else:
            rows = self.rows
            drawn = _scrolled(self._table(rows[:_MOST]))
            if rows[_MOST:]:
                drawn += folded(f"{len(rows) - _MOST} more", _scrolled(self._table(rows[_MOST:])))
            self.view.value = STYLE + drawn

    def _pair(self) -> Pair | None:
        return chosen_pair(self.pair, self.comparison)

    def _names(self) -> tuple[str, str]:
        pair = self._pair()
        assert self.comparison is not None
        assert pair is not None
        names = labels(self.comparison)
        return names[pair.a], names[pair.b]

    def _every(self) -> list[Any]:
        """All rows of the chosen tellings, by kind."""
        pair = self._pair()
        if self.comparison is None or pair is None:
            return []
        rank = {kind: k for k, kind in enumerate(self.kinds)}
        return sorted(self.found(self.comparison, pair), key=lambda row: rank[self.kind_of(row)])

    @property
    def rows(self) -> list[Any]:
        """The rows that are shown."""
        chosen = self.kind.value
        return [row for row in self._every() if chosen in (ALL, None, self.kind_of(row))]

    def _caption(self) -> str:
        return f"{' and '.join(self._names())}, {self.things}"

    def _counts(self) -> str:
        names = self._names()
        every = self._every()
        parts = []
        for kind in self.kinds:
            count = sum(self.kind_of(row) == kind for row in every)
            if count:
                parts.append(f"{self.kind_words(kind, names)} ({count})")
        return f"{self._caption()}: {', '.join(parts) or 'none'}"

    def words(self) -> str:
        """How many rows there are of each kind, then a line for each that is shown."""
        pair = self._pair()
        if pair is None:
            return "no other telling"
        names = self._names()
        return "\n".join([self._counts(), *(f"  {self.line(r, pair, names)}" for r in self.rows)])

    def table(self) -> str:
        """What is shown, as a table."""
        return self._table(self.rows)

    def _table(self, rows: Sequence[Any]) -> str:
        pair = self._pair()
        if pair is None or not rows:
            return ""
        names = self._names()
        cells = (self.cells(row, pair, names) for row in rows)
        return beside_html(self._caption(), self.columns(names), cells)


def _scrolled(html: str) -> str:
    return f'<div style="overflow-x:auto">{html}</div>'
