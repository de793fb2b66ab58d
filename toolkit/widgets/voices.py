"""Who is heard in each telling, how much, how early, and with which verbs."""

import ipywidgets

from toolkit.charts.numerals import NOT_DEFINED, is_defined
from toolkit.charts.story import voice_rows
from toolkit.charts.table import table_html
from toolkit.charts.voices import voices_svg, voices_table, voices_words
from toolkit.comparison.compare import Comparison
from toolkit.comparison.labels import labels
from toolkit.comparison.quotes.voices import Heard
from toolkit.comparison.speech_tables import NOT_RESOLVED
from toolkit.speech.attribution import VERB_KINDS
from toolkit.widgets.panel import Panel, dropdown, folded, keep_choice, note, picture

_TITLE = "Who is heard"
_ALL = -1
_OPEN = 12  # a ledger of more rows is folded away at first
_COLUMNS = ("voice", "telling", "quotes", "words", "share", "first", "verbs", "heard in")


class VoicesPanel(Panel):
    """A line for each voice with its share and places in every telling; the ledger as a table."""

    title = "Who is heard"
    about = "A voice is a person or body whose words a telling gives, in quotation marks or in its"
    about += " own words. The verbs are those the telling uses of it: “said” is neutral,"
    about += " “insisted” assertive, “claimed” doubtful, “raged” emotive. A speaker whom nothing in"
    about += " the telling names is given as not resolved."

    def _parts(self) -> list[ipywidgets.Widget]:
        self._filling = False  # while the menu gets other options, nothing is drawn yet
        self.chart = ipywidgets.HTML()
        self.telling = dropdown("Heard in:", [])
        self.view = ipywidgets.HTML()
        self.on_change(self.telling, self._redraw)
        return [self.chart, self.telling, self.view]

    def _draw(self, comparison: Comparison) -> None:
        names, rows = labels(comparison), voice_rows(comparison)
        if rows:
            drawn = voices_svg(_TITLE, names, rows), voices_table(_TITLE, names, rows)
            self.chart.value = picture(*drawn) + "".join(map(note, self._alone()))
        else:
            self.chart.value = note("No telling gives anybody's words.")
        self._filling = True
        keep_choice(
            self.telling, [("any telling", _ALL), *((name, k) for k, name in enumerate(names))]
        )
        self._filling = False
        self._redraw()

    def _alone(self) -> list[str]:
        """For each telling, the named voices that no other has."""
        assert self.comparison is not None
        names = labels(self.comparison)
        if len(names) < 2:
            return []
        told = []
        for k, name in enumerate(names):
            only = [
                voice.name
                for voice in self.comparison.voices
                if voice.heard_in == (k,) and voice.kind == "named"
            ]
            if only:
                told.append(f"By name heard in {name} only: {', '.join(only)}.")
        return told

    def _redraw(self) -> None:
        if self._filling:
            return
        rows = self._rows()
        title = f"Every voice with its verbs ({len(rows)})"
        self.view.value = folded(title, self._ledger(), len(rows) <= _OPEN) if rows else ""

    def _rows(self) -> list[tuple[str | int, ...]]:
        if self.comparison is None:
            return []
        names, chosen = labels(self.comparison), self.telling.value
        return [
            (
                (voice.name or NOT_RESOLVED)
                + (" (not by name)" if voice.kind == "anonymous" else ""),
                name,
                len(told.quotes),
                told.quoted_words + told.paraphrased_words,
                _percent(told.share),
                f"{_percent(told.first)} down",
                _verbs(told),
                "only here"
                if len(voice.heard_in) == 1 < len(names)
                else f"{len(voice.heard_in)} of {len(names)}",
            )
            for voice in self.comparison.voices
            for k, (name, told) in enumerate(zip(names, voice.tellings, strict=True))
            if told is not None and chosen in (_ALL, None, k)
        ]

    def _ledger(self) -> str:
        rows = self._rows()
        return table_html("Who is heard, and with which verbs", _COLUMNS, rows) if rows else ""

    def words(self) -> str:
        """The shares in each telling, who is heard in one only, then a line for each voice."""
        if self.comparison is None:
            return "no story"
        names = labels(self.comparison)
        lines = [voices_words(_TITLE, names, voice_rows(self.comparison)), *self._alone()]
        for voice, name, quotes, words, share, first, verbs, where in self._rows():
            lines.append(
                f"  {voice} in {name}: {words} words ({share}), quotes {quotes},"
                f" first {first}, {where}; {verbs or 'no verb'}"
            )
        return "\n".join(lines)

    def table(self) -> str:
        """The picture's table, and the ledger."""
        if self.comparison is None:
            return ""
        names, rows = labels(self.comparison), voice_rows(self.comparison)
        return voices_table(_TITLE, names, rows) + self._ledger() if rows else ""


def _verbs(told: Heard) -> str:
    """The verbs by kind and how often, as in "neutral: said (2), told; doubtful: claimed"."""
    parts = []
    for kind in (*VERB_KINDS, ""):
        verbs = [
            verb.words + (f" ({len(verb.passages)})" if len(verb.passages) > 1 else "")
            for verb in told.verbs
            if verb.kind == kind
        ]
        if verbs:
            parts.append(f"{kind or 'other cues'}: {', '.join(verbs)}")
    return "; ".join(parts)


def _percent(share: float) -> str:
    return f"{share:.0%}" if is_defined(share) else NOT_DEFINED
