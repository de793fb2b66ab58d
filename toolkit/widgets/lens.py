"""A lens: a story picker above one or more panels. What the notebooks put on the page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ipywidgets

from toolkit.article import Story
from toolkit.comparison.compare import compare
from toolkit.errors import ReadingError
from toolkit.reading import load_story, story_names
from toolkit.widgets.alone import OnlyInPanel
from toolkit.widgets.base import ProblemBox, TextTwin
from toolkit.widgets.difficulty import DifficultyPanel
from toolkit.widgets.facts import FactsPanel
from toolkit.widgets.glance import GlancePanel
from toolkit.widgets.guard import KeyGuard
from toolkit.widgets.links import LinksPanel
from toolkit.widgets.lookup import LookUpPanel
from toolkit.widgets.overlap import OverlapPanel
from toolkit.widgets.panel import Panel, dropdown, note
from toolkit.widgets.side_by_side import SideBySidePanel
from toolkit.widgets.tone import TonePanel
from toolkit.widgets.toward import TowardPanel


class Lens(TextTwin, ipywidgets.VBox):
    """Panels that all show the story chosen at the top.

    ``story`` is where to begin: the name of a shipped story, a folder, or a :class:`Story`
    of your own making. ``lens.story.value = "harbour-bridge"`` does what a click does.
    """

    def __init__(self, panels: Sequence[Panel], story: str | Path | Story | None = None) -> None:
        self.panels = tuple(panels)
        self.problem = ProblemBox()
        self.about = ipywidgets.HTML()
        self._given = {story.id: story} if isinstance(story, Story) else {}
        if isinstance(story, str | Path) and str(story) not in story_names():
            self._given[str(story)] = load_story(story)
        first = story.id if isinstance(story, Story) else str(story or "")
        options = self._options()
        self.story = dropdown("Story:", options, width="40rem")
        self.story.value = first or (options[0][1] if options else None)
        super().__init__(
            [self.story, self.about, self.problem, *self.panels, KeyGuard()],
            layout=ipywidgets.Layout(width="100%", overflow="visible"),
        )
        self.story.observe(self.problem.shielded("reading the story", self._show), "value")
        self.problem.shielded("reading the story", self._show)()

    def _options(self) -> list[tuple[str, str]]:
        """Title and name of every story; one that cannot be read shows its name."""
        options = {name: told.title or name for name, told in self._given.items()}
        for name in story_names():
            try:
                title = load_story(name, on_problem=lambda _: None).title
            except ReadingError:
                title = name
            options.setdefault(name, title)
        return [(title, name) for name, title in options.items()]

    def _show(self, _change: Any = None) -> None:
        name = self.story.value
        if name is None:
            raise ReadingError(
                "There is no story to show.", "Put a folder with one text per outlet into data/."
            )
        problems: list[ReadingError] = []
        story = self._given.get(name) or load_story(name, on_problem=problems.append)
        self.about.value = note(story.about)
        comparison = compare(story)
        for panel in self.panels:
            panel.update(comparison)
        if problems:  # the other tellings are shown, and this is said beside them
            raise problems[0]

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
        self.lookup = LookUpPanel()
        super().__init__(
            [
                self.glance,
                self.side_by_side,
                self.difficulty,
                self.tone,
                self.overlap,
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
