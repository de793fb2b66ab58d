"""Quotes: choose a speaker and a quote, and see it in its place in every telling."""

import ipywidgets

from toolkit.article import Passage
from toolkit.charts.svg import shortened
from toolkit.charts.table import table_html
from toolkit.comparison.compare import Comparison
from toolkit.comparison.labels import labels
from toolkit.comparison.quotes.ledger import QuoteGroup, quote_groups, quote_ledger
from toolkit.comparison.quotes.spoken import Quote
from toolkit.comparison.quotes.voices import Voice
from toolkit.comparison.speech_tables import NOT_RESOLVED, group_speakers
from toolkit.widgets.panel import Panel, dropdown, folded, keep_choice, note
from toolkit.widgets.passages import one_line, sentence_line
from toolkit.widgets.quote_places import (
    Ledger,
    Place,
    about_lines,
    base_of,
    places,
    run_lines,
    verb_kinds,
)
from toolkit.widgets.quote_view import quote_html

EVERYBODY = -1
FIRST = -1


class QuotesPanel(Panel):
    """One thing somebody said, in every telling: the sentence, the speaker, the wording."""

    title = "Who said what, in whose words"
    about = "Choose a quote and see it in place in every telling. Where the wording differs, the"
    about += " words that differ are marked; which wording was spoken cannot be told from the"
    about += " tellings. If one of them is a transcript, hold the others against it."

    def _parts(self) -> list[ipywidgets.Widget]:
        self._filling = False  # while menus get other options, nothing is drawn yet
        self._groups: tuple[QuoteGroup, ...] = ()
        self._ledger: Ledger = {}
        self._kinds: dict[Passage, str] = {}
        self._texts: tuple[str, ...] = ()
        self.speaker = dropdown("Said by:", [])
        self.quote = dropdown("Quote:", [], width="48rem")
        self.against = dropdown("Held against:", [], width="34rem")
        self.trivial = ipywidgets.Checkbox(
            value=False,
            description="Mark trivial differences too (spelling, case, quotation marks)",
            indent=False,
            layout=ipywidgets.Layout(width="auto", max_width="100%"),
        )
        self.view = ipywidgets.HTML()
        self.every = ipywidgets.HTML()
        self.on_change(self.speaker, self._offer)
        self.on_change(self.quote, self._redraw)
        self.on_change(self.against, self._hold)
        self.on_change(self.trivial, self._redraw)
        return [self.speaker, self.quote, self.against, self.trivial, self.view, self.every]

    def _draw(self, comparison: Comparison) -> None:
        self._kinds = verb_kinds(comparison)
        names = list(enumerate(labels(comparison)))
        texts = tuple(article.text for article in comparison.articles)
        self._filling = True
        if texts != self._texts:  # what was chosen in another story means nothing here
            self._texts = texts
            self.speaker.options = self.quote.options = self.against.options = ()
        several = names if len(names) > 1 else []
        keep_choice(
            self.against,
            [("the first telling that prints it", FIRST), *((name, k) for k, name in several)],
        )
        self._filling = False
        self._hold()

    def _hold(self) -> None:
        """Work out the groups again, with one telling as what the others are held against."""
        comparison = self.comparison
        if self._filling or comparison is None:
            return
        self._ledger = _held_against(comparison, self.against.value)
        self._groups = quote_groups(comparison.document, self._ledger)
        said = {k for group in self._groups for k in self._voices(group)}
        options = [
            (shortened(voice.name or NOT_RESOLVED, 80), k)
            for k, voice in enumerate(comparison.voices)
            if k in said
        ]
        self._filling = True
        keep_choice(self.speaker, [("everybody", EVERYBODY), *options] if self._groups else [])
        self._filling = False
        self._offer()

    def _voices(self, group: QuoteGroup) -> list[int]:
        """The numbers of the voices who say it."""
        assert self.comparison is not None
        return [
            number
            for number, voice in enumerate(self.comparison.voices)
            if any(_says(voice, k, group) for k in group.heard_in)
        ]

    def _shown(self) -> list[int]:
        """The numbers of the groups of the chosen speaker."""
        chosen = self.speaker.value
        return [
            k
            for k, group in enumerate(self._groups)
            if chosen in (EVERYBODY, None) or chosen in self._voices(group)
        ]

    def _offer(self) -> None:
        """Offer the quotes of the chosen speaker."""
        if self._filling:
            return
        self._filling = True
        keep_choice(self.quote, [(self._name(self._groups[k]), k) for k in self._shown()])
        self._filling = False
        self._redraw()

    def _name(self, group: QuoteGroup) -> str:
        assert self.comparison is not None
        count, total = len(group.heard_in), len(group.tellings)
        words = shortened(one_line(self.comparison, _example(group).passage), 58)
        return f"{words} {shortened(group_speakers(group), 40)}, in {count} of {total}"

    @property
    def chosen(self) -> QuoteGroup | None:
        """The quote that is shown, in all tellings."""
        if self.comparison is None or self.quote.value is None:
            return None
        return self._groups[self.quote.value]

    def _base(self, group: QuoteGroup) -> int:
        return base_of(group, None if self.against.value == FIRST else self.against.value)

    def _places(self, group: QuoteGroup) -> list[Place]:
        assert self.comparison is not None
        return places(self.comparison, group, self._ledger, self._base(group))

    def _redraw(self) -> None:
        if self._filling:
            return
        group = self.chosen
        if self.comparison is None or group is None:
            self.view.value, self.every.value = note(self._nothing()), ""
            return
        found, base = self._places(group), self._base(group)
        self.view.value = quote_html(self.comparison, found, base, self._kinds, self.trivial.value)
        count = len(self._shown())
        told = "The quote as a table" if count == 1 else f"All {count} quotes as a table"
        self.every.value = folded(told, self.table())

    def _nothing(self) -> str:
        if self.comparison is not None and len(self.comparison.articles) < 2:
            return "Quotes are held against those of another telling, and there is only one."
        return "No telling quotes anybody."

    def words(self) -> str:
        """How many quotes there are, then the chosen one in every telling."""
        group = self.chosen
        if self.comparison is None or group is None:
            return "no quotes"
        names, base = labels(self.comparison), self._base(group)
        shared = sum(len(self._groups[k].heard_in) > 1 for k in self._shown())
        who = {value: name for name, value in self.speaker.options}[self.speaker.value]
        lines = [
            f"quotes of {who}: {len(self._shown())}, {shared} of them in two or more tellings",
            f"shown: {self._name(group)}",
        ]
        for name, place in zip(names, self._places(group), strict=True):
            lines.append(f"{name}:" if place.quotes else f"{name}: not found here")
            lines += [f"  {line}" for line in about_lines(self.comparison, place, self._kinds)]
            sentences = dict.fromkeys(
                sentence_line(self.comparison, place.telling, q.passage) for q in place.quotes
            )
            lines += [f"  {line}" for line in sentences]
            differences = run_lines(self.comparison, place, base, self.trivial.value)
            lines += [f"  - {line}" for line in differences]
        return "\n".join(lines)

    def table(self) -> str:
        """All quotes of the chosen speaker: who says it, and the wording in every telling."""
        comparison = self.comparison
        if comparison is None or not self._groups:
            return ""
        rows = [
            (
                group_speakers(group),
                *(
                    " / ".join(one_line(comparison, quote.passage) for quote in told)
                    for told in group.tellings
                ),
            )
            for group in (self._groups[k] for k in self._shown())
        ]
        return table_html("Quotes in every telling", ["speaker", *labels(comparison)], rows)


def _held_against(comparison: Comparison, telling: int) -> Ledger:
    """The ledger, in which one telling is read as a transcript if it looks like one."""
    if telling == FIRST:
        return comparison.quotes
    alignments = {(pair.a, pair.b): pair.alignment for pair in comparison.pairs}
    others = {pair: rows for pair, rows in comparison.quotes.items() if telling not in pair}
    held = quote_ledger(comparison.document, comparison.attributions, alignments, telling)
    return {**held, **others}


def _says(voice: Voice, telling: int, group: QuoteGroup) -> bool:
    return voice.tellings[telling] is not None and any(
        quote.source == "direct" and quote.speaker.name in voice.names
        for quote in group.tellings[telling]
    )


def _example(group: QuoteGroup) -> Quote:
    """The quote that names the group in the menu."""
    return group.tellings[base_of(group, None)][0]
