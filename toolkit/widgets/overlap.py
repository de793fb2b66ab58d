"""What is copied: overlap of each two tellings, and the passages they share word for word."""

import ipywidgets

from toolkit.charts.shares import Row as SharesRow
from toolkit.charts.shares import shares_svg, shares_table, shares_words
from toolkit.charts.story import origin_rows
from toolkit.charts.svg import plain
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.tables import labels
from toolkit.widgets.pairs import chosen_pair, offer_pairs, pair_menu
from toolkit.widgets.panel import Panel, dropdown, folded, keep_choice, note, picture

_LONGEST = 10  # passages shown before the rest is folded away
_ALL = -1
_TITLE = "Where the words come from"
_CARE = (
    "A word is verbatim where five or more run on as in another telling. That says what is shared"
)
_CARE += (
    " and not who had it first: load a press release or an agency report as one more telling to"
)
_CARE += " see what comes from there."


class OverlapPanel(Panel):
    """A row per pair of tellings, and the shared passages of one pair, longest first."""

    title = "What is shared word for word"
    about = "Containment is the share of one telling's runs of five words that the other has too."
    about += " Shared words may be copied from the other, from the same source, or be a quote."

    def _parts(self) -> list[ipywidgets.Widget]:
        self._filling = False  # while menus get other options, nothing is drawn yet
        self.source = dropdown("Held against:", [])
        self.origin = ipywidgets.HTML()
        self.on_change(self.source, self._draw_origin)
        self.pair = pair_menu()
        self.pairs = ipywidgets.HTML()
        self.passages = ipywidgets.HTML()
        self.on_change(self.pair, self._redraw)
        return [self.pairs, self.source, self.origin, self.pair, self.passages]

    def _draw(self, comparison: Comparison) -> None:
        names = labels(comparison)
        self._filling = True
        offer_pairs(self.pair, comparison)
        every = [("all other tellings", _ALL)]
        keep_choice(self.source, every + [(name, k) for k, name in enumerate(names)])
        self._filling = False
        self.pairs.value = self._pairs_table()
        self._draw_origin()
        self._redraw()

    def _origins(self) -> list[SharesRow]:
        """The tellings but the one they are held against, with the origin of their words."""
        if self.comparison is None or self.source.value is None:
            return []
        chosen = self.source.value
        rows = origin_rows(self.comparison, None if chosen == _ALL else [chosen])
        return [row for k, row in enumerate(rows) if k != chosen]

    def _draw_origin(self) -> None:
        if self._filling:
            return
        rows = self._origins()
        drawn = picture(shares_svg(_TITLE, rows), shares_table(_TITLE, rows))
        self.origin.value = drawn + note(_CARE) if rows else ""

    def _redraw(self) -> None:
        if self._filling:
            return
        chosen = self._chosen()
        self.passages.value = self._passages_table(chosen) if chosen else ""

    def _chosen(self) -> Pair | None:
        return chosen_pair(self.pair, self.comparison)

    def _rows(self) -> list[tuple]:
        assert self.comparison is not None
        names = labels(self.comparison)
        return [
            (
                f"{names[pair.a]} and {names[pair.b]}",
                len(pair.alignment.links),
                len(pair.alignment.only_a),
                len(pair.alignment.only_b),
                len(pair.passages),
                _percent(pair.overlap.containment_a_in_b),
                _percent(pair.overlap.containment_b_in_a),
                pair.overlap.jaccard,
            )
            for pair in self.comparison.pairs
        ]

    def _pairs_table(self) -> str:
        columns = ["first (A) and second (B)", "linked sentences", "only in A", "only in B"]
        columns += ["shared passages", "of A in B", "of B in A", "Jaccard"]
        return table_html("Every two tellings", columns, self._rows())

    def shared(self) -> list[tuple[int, str]]:
        """The shared passages of the chosen pair: words and text as A has it, longest first."""
        pair = self._chosen()
        if pair is None or self.comparison is None:
            return []
        longest = sorted(pair.passages, key=lambda p: (-p.n_words, p.a.start, p.b.start))
        return [(p.n_words, self.comparison.words_of(p.a)) for p in longest]

    def _passages_table(self, pair: Pair) -> str:
        assert self.comparison is not None
        names = labels(self.comparison)
        rows = [(str(n), words) for n, words in self.shared()]
        caption = f"Passages that {names[pair.a]} and {names[pair.b]} share"
        first = table_html(caption, ["words", "passage"], rows[:_LONGEST])
        if len(rows) <= _LONGEST:
            return first
        rest = table_html(f"{caption}, shorter ones", ["words", "passage"], rows[_LONGEST:])
        return first + folded(f"{len(rows) - _LONGEST} shorter passages", rest)

    def words(self) -> str:
        """Every pair's counts, then the passages the chosen pair shares."""
        if self.comparison is None:
            return "no story"
        lines = [
            f"{name}: {links} links, {only_a} only in A, {only_b} only in B, {shared} shared"
            f" passages, {a_in_b} of A in B, {b_in_a} of B in A, Jaccard {jaccard:.3f}"
            for name, links, only_a, only_b, shared, a_in_b, b_in_a, jaccard in self._rows()
        ]
        lines.append(shares_words(_TITLE, self._origins()))
        return "\n".join([*lines, *(f"  {n} words: {plain(words)}" for n, words in self.shared())])

    def table(self) -> str:
        """Pairs and shared passages as tables."""
        chosen = self._chosen()
        if self.comparison is None:
            return ""
        passages = self._passages_table(chosen) if chosen else ""
        return self._pairs_table() + shares_table(_TITLE, self._origins()) + passages


def _percent(share: float) -> str:
    return "not defined" if share != share else f"{share:.0%}"
