"""Two tellings and their links: a map, how alike each two sentences are, one link in detail."""

import ipywidgets

from toolkit.charts.heatmap import heatmap_svg, heatmap_table
from toolkit.charts.numerals import number_text
from toolkit.charts.ribbon import ribbon_svg, ribbon_table, ribbon_words
from toolkit.charts.story import links_map, similarity_grid
from toolkit.charts.svg import shortened
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.comparison.links.alignment import Link
from toolkit.comparison.tables import sentence_numbers
from toolkit.widgets.pairs import chosen_pair, offer_pairs, pair_menu
from toolkit.widgets.panel import Panel, dropdown, folded, note, picture
from toolkit.widgets.word_changes import changes_html, changes_words


class LinksPanel(Panel):
    """The map of two tellings, and what differs, word by word, inside the chosen link."""

    title = "What is told in other words"
    about = "Each box is a sentence, as high as it is long; a ribbon joins sentences that say the"
    about += " same. Ribbons that cross show what one telling puts elsewhere. Rest on a ribbon to"
    about += " read both sides."

    def _parts(self) -> list[ipywidgets.Widget]:
        self._filling = False  # while menus get other options, nothing is drawn yet
        self.pair = pair_menu()
        self.map = ipywidgets.HTML()
        self.heat = ipywidgets.HTML()
        self.link = dropdown("Link:", [], width="48rem")
        self.trivial = ipywidgets.Checkbox(
            value=True,
            description="Mark trivial differences too (spelling, case, quotation marks)",
            indent=False,
            layout=ipywidgets.Layout(width="auto", max_width="100%"),
        )
        self.words_in_link = ipywidgets.HTML()
        self.on_change(self.pair, self._redraw)
        self.on_change(self.link, self._show_link)
        self.on_change(self.trivial, self._show_link)
        return [self.pair, self.map, self.heat, self.link, self.trivial, self.words_in_link]

    def _draw(self, comparison: Comparison) -> None:
        self._filling = True
        offer_pairs(self.pair, comparison)
        self._filling = False
        self._redraw()

    def _redraw(self) -> None:
        if self._filling:
            return
        pair = self._chosen()
        if self.comparison is None or pair is None:
            self.map.value, self.heat.value = note("There is no other telling."), ""
            self.words_in_link.value = ""
            self.link.options = []
            return
        names, texts, links = links_map(self.comparison, pair.a, pair.b)
        self.map.value = picture(ribbon_svg(names, texts, links), ribbon_table(names, links))
        grid = similarity_grid(self.comparison, pair.a, pair.b)
        drawn = picture(heatmap_svg(names, grid, links, texts), heatmap_table(names, grid, links))
        self.heat.value = folded("How alike each two sentences are in their letters", drawn)
        options = [(self._name(pair, link), k) for k, link in enumerate(pair.alignment.links)]
        # The first link that is not word for word has something to show.
        differing = [
            k for k, link in enumerate(pair.alignment.links) if link.relation != "verbatim"
        ]
        self._filling = True
        self.link.options = options
        self.link.value = differing[0] if differing else 0 if options else None
        self._filling = False
        self._show_link()

    def _name(self, pair: Pair, link: Link) -> str:
        assert self.comparison is not None
        first = self.comparison.words_of(self.comparison.sentences[pair.a][link.a[0]])
        return (
            f"{sentence_numbers(link.a)} and {sentence_numbers(link.b)}, {link.relation}:"
            f" {shortened(first, 60)}"
        )

    def _show_link(self) -> None:
        if self._filling:
            return
        pair, link = self._chosen(), self.chosen_link
        if self.comparison is None or pair is None or link is None:
            self.words_in_link.value = note("There is no link.")
            return
        self.words_in_link.value = changes_html(
            self.comparison, labels(self.comparison), pair, link, self.trivial.value
        )

    def _chosen(self) -> Pair | None:
        return chosen_pair(self.pair, self.comparison)

    @property
    def chosen_link(self) -> Link | None:
        """The link that is shown in detail."""
        pair = self._chosen()
        if pair is None or self.link.value is None:
            return None
        return pair.alignment.links[self.link.value]

    def words(self) -> str:
        """The map in words, and the differences inside the chosen link."""
        pair, link = self._chosen(), self.chosen_link
        if self.comparison is None or pair is None:
            return "no other telling"
        names, texts, links = links_map(self.comparison, pair.a, pair.b)
        lines = [ribbon_words(names, [list(map(len, side)) for side in texts], links)]
        if link:
            lines.append(f"link {self._name(pair, link)}, {number_text(link.similarity)}")
            lines += [f"  {line}" for line in changes_words(self.comparison, pair, link)]
        return "\n".join(lines)

    def table(self) -> str:
        """The links, and the differences inside the chosen one, as tables."""
        pair, link = self._chosen(), self.chosen_link
        if self.comparison is None or pair is None:
            return ""
        names, _, links = links_map(self.comparison, pair.a, pair.b)
        if link is None:
            return ribbon_table(names, links)
        rows = [(line,) for line in changes_words(self.comparison, pair, link)]
        caption = f"Differences inside the link {self._name(pair, link)}"
        return ribbon_table(names, links) + table_html(caption, ["difference"], rows)
