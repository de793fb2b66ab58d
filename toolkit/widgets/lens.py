"""A lens: a story picker above one or more panels. What the notebooks put on the page."""

from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from time import strftime
from typing import Any

import ipywidgets

from toolkit.article import Story
from toolkit.comparison.compare import Comparison, compare
from toolkit.errors import ReadingError, UsageError
from toolkit.reading import load_story, story_names
from toolkit.reading.saving import file_name
from toolkit.widgets.alone import OnlyInPanel
from toolkit.widgets.base import ProblemBox, TextTwin
from toolkit.widgets.certainty import CertaintyPanel
from toolkit.widgets.difficulty import DifficultyPanel
from toolkit.widgets.facts import FactsPanel
from toolkit.widgets.glance import GlancePanel
from toolkit.widgets.guard import KeyGuard
from toolkit.widgets.links import LinksPanel
from toolkit.widgets.lookup import LookUpPanel
from toolkit.widgets.numbers import NumbersPanel
from toolkit.widgets.overlap import OverlapPanel
from toolkit.widgets.own_story import OwnStory, download_link
from toolkit.widgets.panel import Panel, dropdown, note
from toolkit.widgets.quotes import QuotesPanel
from toolkit.widgets.side_by_side import SideBySidePanel
from toolkit.widgets.tone import TonePanel
from toolkit.widgets.toward import TowardPanel
from toolkit.widgets.voices import VoicesPanel

OWN = "your own articles"
"""The value of the story menu's last entry, which opens the boxes for one's own articles."""


class Lens(TextTwin, ipywidgets.VBox):
    """Panels that all show the story chosen at the top.

    ``story`` is where to begin: the name of a shipped story, a folder, or a :class:`Story`
    of your own making. ``lens.story.value = "harbour-bridge"`` does what a click does, and
    ``lens.blind.value = True`` calls the outlets A, B, C in everything that is shown or kept.
    """

    def __init__(self, panels: Sequence[Panel], story: str | Path | Story | None = None) -> None:
        self.panels = tuple(panels)
        self.problem = ProblemBox()
        self.about = ipywidgets.HTML()
        self._given = {story.id: story} if isinstance(story, Story) else {}
        if isinstance(story, str | Path) and str(story) not in story_names():
            self._given[str(story)] = load_story(story)
        first = story.id if isinstance(story, Story) else str(story or "")
        self.comparison: Comparison | None = None
        self._filling = False
        self._shown: Story | None = None
        options = self._options()
        self.story = dropdown("Story:", options, width="40rem")
        self.story.value = first or options[0][1]
        self.blind = ipywidgets.Checkbox(
            description="Hide who wrote what: outlets become A, B, C",
            indent=False,
            layout=ipywidgets.Layout(width="24rem", max_width="100%"),
        )
        self.boxes = ipywidgets.VBox(layout=ipywidgets.Layout(display="none", width="100%"))
        self.keep = ipywidgets.Button(
            description="Make a report", tooltip="One file with everything, to print and to keep"
        )
        self.kept = ipywidgets.HTML()
        self.keep.on_click(self.problem.shielded("making the report", self._report))
        row = ipywidgets.Layout(flex_flow="row wrap", align_items="center", width="100%")
        super().__init__(
            [
                ipywidgets.HBox([self.story, self.blind], layout=row),
                self.boxes,
                self.about,
                self.problem,
                *self.panels,
                ipywidgets.HBox([self.keep, self.kept], layout=row),
                KeyGuard(),
            ],
            layout=ipywidgets.Layout(width="100%", overflow="visible"),
        )
        show = self.problem.shielded("reading the story", self._show)
        self.story.observe(show, "value")
        self.blind.observe(show, "value")
        show()

    @property
    def own(self) -> OwnStory:
        """The boxes for one's own articles; made when first asked for, as there are many."""
        if not self.boxes.children:
            self.boxes.children = (OwnStory(self._compare_own),)
        return self.boxes.children[0]

    def _options(self) -> list[tuple[str, str]]:
        """Title and name of every story; one that cannot be read shows its name."""
        options = {name: told.title or name for name, told in self._given.items()}
        for name in story_names():
            try:
                title = load_story(name, on_problem=lambda _: None).title
            except ReadingError:
                title = name
            options.setdefault(name, title)
        named = [(title, name) for name, title in options.items()]
        return [*named, ("Your own articles …", OWN)]

    def _compare_own(self, story: Story) -> None:
        """Show a story from the boxes, and put it into the menu."""
        self._given[story.id] = story
        self._filling = True  # other options choose the first story, and nobody asked for that
        try:
            self.story.options = self._options()
            self.story.value = story.id
        finally:
            self._filling = False
        self._show()
        self.boxes.layout.display = ""

    def _show(self, _change: Any = None) -> None:
        if self._filling:
            return
        name = self.story.value
        self.boxes.layout.display = "" if name == OWN else "none"
        self.kept.value = ""
        if name == OWN:  # what was shown before stays until there is something to compare
            self.about.value = ""
            _ = self.own
            return
        problems: list[ReadingError] = []
        story = self._given.get(name) or load_story(name, on_problem=problems.append)
        self.about.value = note(story.about)
        self._shown = story.blinded() if self.blind.value else story
        self.comparison = compare(self._shown)
        for panel in self.panels:
            panel.update(self.comparison)
        if problems:  # the other tellings are shown, and this is said beside them
            raise problems[0]

    def _report(self, _button: Any = None) -> None:
        from toolkit import __version__
        from toolkit.report import report_html

        if self.comparison is None or self._shown is None:
            raise UsageError("There is nothing to report on yet.", "Choose a story first.")
        page = report_html(
            self.comparison,
            title=self._shown.title,
            about=self._shown.about,
            made=strftime("%Y-%m-%d"),
            version=__version__,
        )
        data = b64encode(page.encode("utf-8")).decode("ascii")
        self.kept.value = download_link(f"{file_name(self._shown.id)}.html", "text/html", data)

    def summary(self) -> str:
        """The chosen story and everything its panels show, as plain text."""
        parts = [f"story: {self.story.value}"]
        parts += [f"== {panel.title} ==\n{panel.words()}" for panel in self.panels]
        return "\n".join(parts)

    def table_html(self) -> str:
        """Everything the panels show, as HTML tables."""
        return "\n".join(filter(None, (panel.table() for panel in self.panels)))


class StoryExplorer(Lens):
    """A first look at a story through every panel there is."""

    def __init__(self, story: str | Path | Story | None = None) -> None:
        self.glance = GlancePanel()
        self.side_by_side = SideBySidePanel()
        self.difficulty = DifficultyPanel()
        self.tone = TonePanel()
        self.overlap = OverlapPanel()
        self.quotes = QuotesPanel()
        self.numbers = NumbersPanel()
        self.lookup = LookUpPanel()
        super().__init__(
            [
                self.side_by_side,
                self.glance,
                self.difficulty,
                self.tone,
                self.overlap,
                self.quotes,
                self.numbers,
                self.lookup,
            ],
            story,
        )


class ReadabilityLens(Lens):
    """How hard each telling is to read."""

    def __init__(self, story: str | Path | Story | None = None) -> None:
        self.difficulty = DifficultyPanel()
        super().__init__([self.difficulty], story)


class ToneLens(Lens):
    """The tone of each telling, sentence by sentence, and towards a name."""

    def __init__(self, story: str | Path | Story | None = None) -> None:
        self.tone = TonePanel()
        self.toward = TowardPanel()
        super().__init__([self.tone, self.toward], story)


class OverlapLens(Lens):
    """What tellings share, in the same or in other words, and what only one of them says."""

    def __init__(self, story: str | Path | Story | None = None) -> None:
        self.facts = FactsPanel()
        self.overlap = OverlapPanel()
        self.links = LinksPanel()
        self.only_in = OnlyInPanel()
        self.side_by_side = SideBySidePanel()
        super().__init__(
            [self.facts, self.overlap, self.links, self.only_in, self.side_by_side], story
        )


class VoicesLens(Lens):
    """Who is heard and in which words, which numbers agree, and how sure each telling is."""

    def __init__(self, story: str | Path | Story | None = None) -> None:
        self.voices = VoicesPanel()
        self.quotes = QuotesPanel()
        self.numbers = NumbersPanel()
        self.certainty = CertaintyPanel()
        super().__init__([self.voices, self.quotes, self.numbers, self.certainty], story)
