"""Your own articles: pasted, uploaded or read from the web, put together to a story."""

import base64
from collections.abc import Callable
from html import escape
from itertools import combinations
from typing import Any

import ipywidgets

from toolkit.article import Article, Story
from toolkit.comparison.copying.passages import overlap
from toolkit.errors import SameStoryError, UsageError
from toolkit.reading import own_stories_folder
from toolkit.reading.archives import pack_story, unpack_story
from toolkit.reading.files import article_from_bytes, tidy_name
from toolkit.reading.saving import file_name, save_story
from toolkit.text.document import Document
from toolkit.widgets.base import ProblemBox
from toolkit.widgets.panel import note
from toolkit.widgets.telling_editor import CARD_STYLE, TellingEditor

_FEWEST, _MOST = 2, 12
_NEARLY_ALL = 0.9  # of the word 5-grams of one telling stand in the other
_ACCEPTED = ".txt,.md,.html,.htm,.docx,.pdf,.zip"
_HEAD = """<style>
.samestory-own{gap:8px;padding:4px 2px 12px}
.samestory-own .samestory-ways{display:flex;flex-wrap:wrap;align-items:flex-end;gap:6px 14px}
.samestory-own .samestory-ways>.samestory-field{flex:1 1 16rem}
.samestory-own .samestory-cards{display:grid;gap:14px;
 grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
.samestory-own .widget-button{height:32px;min-width:max-content}
</style>
<h2 style="margin:10px 0 4px;font-size:1.15em;font-weight:650">Your own articles</h2>
<ol style="margin:0;padding-left:1.4em;line-height:1.55;max-width:75ch">
<li>Put in two or more articles on the same event: paste each into a box, open files, or read
them from a web address.</li>
<li>Say who published each.</li>
<li>Press <strong>Compare</strong>. Everything below then shows your articles.</li>
</ol>
<p style="margin:4px 0 0;line-height:1.45;max-width:75ch;opacity:.86">What you paste or open
stays on this computer. Only a web address that you give is asked for on the internet.</p>"""


class OwnStory(ipywidgets.VBox):
    """Boxes for two or more tellings; ``on_story`` is called with the story that they make."""

    def __init__(self, on_story: Callable[[Story], None]) -> None:
        self._on_story = on_story
        # What is said stands beside what was pressed: above the articles, or below them.
        self.problem_opening, self.said_opening = ProblemBox(), ipywidgets.HTML()
        self.problem, self.said = ProblemBox(), ipywidgets.HTML()
        self.title = ipywidgets.Text(
            description="Name of the story (if you like):", placeholder="such as The new bridge"
        )
        self.upload = ipywidgets.FileUpload(
            accept=_ACCEPTED,
            multiple=True,
            description="Open files …",
            tooltip="Texts, web pages, Word or PDF documents, or a story packed as .zip",
        )
        self.address = ipywidgets.Text(
            description="Or a web address:", placeholder="https://", continuous_update=False
        )
        for field in (self.title, self.address):
            field.add_class("samestory-field")
        self.read = _button(
            "Read the page", self.problem_opening, "reading the page", self._read_address
        )
        self.editors = ipywidgets.Box()
        self.editors.add_class("samestory-cards")
        self.add = _button("Add another article", self.problem, "adding an article", self._add)
        self.compare = _button("Compare", self.problem, "comparing the articles", self._take)
        self.compare.button_style = "primary"
        self.save = _button("Save for next time", self.problem, "saving the story", self._save)
        self.pack = _button(
            "Pack as .zip to hand on", self.problem, "packing the story", self._pack
        )
        self.upload.observe(self.problem_opening.shielded("opening the files", self._open), "value")
        super().__init__(
            [
                ipywidgets.HTML(CARD_STYLE + _HEAD),
                _row(self.upload, self.address, self.read),
                self.problem_opening,
                self.said_opening,
                self.editors,
                _row(self.add),
                _row(self.title, self.compare, self.save, self.pack),
                self.problem,
                self.said,
            ],
            layout=ipywidgets.Layout(width="100%", overflow="visible"),
        )
        self.add_class("samestory-own")
        for _ in range(_FEWEST):
            self._add()

    @property
    def tellings(self) -> tuple[TellingEditor, ...]:
        """The boxes that there are."""
        return self.editors.children

    def story(self) -> Story:
        """What is in the boxes.

        Raises :class:`UsageError` where fewer than two have a text in them.
        """
        articles = [article for article in (e.article() for e in self.tellings) if article]
        if len(articles) < _FEWEST:
            raise UsageError(
                "A comparison needs two articles, and there is a text in only one box."
                if articles
                else "There is no text in the boxes yet.",
                "Paste two articles on the same event, or open two files.",
            )
        named = [
            article if article.outlet else article.with_outlet(f"Outlet {number}")
            for number, article in enumerate(articles, 1)
        ]
        title = " ".join(self.title.value.split()) or named[0].headline or "My story"
        return Story(file_name(title), title, tuple(named))

    def _say(self, *sentences: str) -> None:
        self.said.value = note(" ".join(sentences)) if any(sentences) else ""

    # -- putting tellings in ----------------------------------------------------------------

    def _add(self) -> None:
        if len(self.tellings) >= _MOST:
            raise UsageError(f"There are {_MOST} articles already.", "Compare these first.")
        editor = TellingEditor(len(self.tellings) + 1, self._remove)
        self.editors.children = (*self.tellings, editor)

    def _remove(self, editor: TellingEditor) -> None:
        self.editors.children = tuple(e for e in self.tellings if e is not editor)
        while len(self.tellings) < _FEWEST:
            self._add()
        for number, left in enumerate(self.tellings, 1):
            left.number(number)

    def put(self, article: Article) -> None:
        """Put an article that was read into the first box that is empty, or into a new one."""
        empty = next((e for e in self.tellings if e.is_empty), None)
        if empty is None:
            self._add()
            empty = self.tellings[-1]
        empty.fill(article)

    def _open(self, change: Any) -> None:
        if not change["new"]:
            return
        failed: SameStoryError | None = None
        opened = []
        for file in change["new"]:
            name, data = str(file["name"]), bytes(file["content"])
            try:
                if name.lower().endswith(".zip"):
                    story = unpack_story(data, name)
                    self.title.value = story.title
                    articles = story.articles
                else:
                    article = article_from_bytes(data, name)
                    outlet = article.outlet or tidy_name(article.id)
                    articles = (article.with_outlet(outlet),)
                for article in articles:
                    self.put(article)
                opened.append(name)
            except SameStoryError as error:
                failed = error
        self.upload.value = ()
        self.said_opening.value = note(f"Opened: {', '.join(opened)}.") if opened else ""
        if failed:
            raise failed

    def _read_address(self) -> None:
        from toolkit.reading.addresses import read_address

        if not self.address.value.strip():
            raise UsageError("There is no address.", "Copy it from your browser's address bar.")
        self.put(read_address(self.address.value))
        self.said_opening.value = note(f"Read {self.address.value.strip()}.")
        self.address.value = ""

    # -- taking the story out ---------------------------------------------------------------

    def _take(self) -> None:
        story = self.story()
        self._say(*_nearly_equal(story))
        self._on_story(story)

    def _save(self) -> None:
        story = self.story()
        folder = save_story(story, own_stories_folder())
        self._say(f"Saved in the folder {folder}. It is in the list of stories from now on.")
        self._on_story(story)

    def _pack(self) -> None:
        story = self.story()
        data = base64.b64encode(pack_story(story)).decode("ascii")
        self.said.value = download_link(f"{story.id}.zip", "application/zip", data)


def _button(
    words: str, problem: ProblemBox, doing: str, action: Callable[[], None]
) -> ipywidgets.Button:
    button = ipywidgets.Button(description=words, layout=ipywidgets.Layout(width="auto"))
    button.on_click(problem.shielded(doing, lambda _button: action()))
    return button


def _row(*controls: ipywidgets.Widget) -> ipywidgets.Box:
    """Controls beside each other, or one below the other where there is little room."""
    row = ipywidgets.Box(list(controls))
    row.add_class("samestory-ways")
    return row


def download_link(name: str, kind: str, data: str) -> str:
    """A link that hands a file, as base64, to the browser without asking any server."""
    return (
        f'<a download="{escape(name)}" href="data:{kind};base64,{data}"'
        f' style="text-decoration:underline">Keep {escape(name)}</a>'
    )


def _nearly_equal(story: Story) -> list[str]:
    """A sentence for each two tellings of which one holds nearly all words of the other."""
    document = Document.of(story.articles)
    sentences = []
    for a, b in combinations(range(len(story)), 2):
        found = overlap(document, a, b)
        if max(found.containment_a_in_b, found.containment_b_in_a) >= _NEARLY_ALL:
            names = " and ".join(story.articles[k].label for k in (a, b))
            sentences.append(f"{names} have nearly the same words: is one of them there twice?")
    return sentences
