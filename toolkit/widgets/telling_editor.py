"""One telling while it is put together: its words, who wrote it, and which lines are the page's."""

from collections.abc import Callable
from dataclasses import replace

import ipywidgets

from toolkit.article import Article
from toolkit.reading import article_from_text
from toolkit.reading.by_hand import KINDS, mark_line, marked_lines
from toolkit.reading.page import Details
from toolkit.widgets.base import ProblemBox

_MOST_SHOWN = 300_000  # code points that a browser's text box takes without trouble
_MOST_LINES = 60
_WIDE = ipywidgets.Layout(width="100%")
_FIELDS = (
    ("outlet", "Outlet:"),
    ("headline", "Headline:"),
    ("published", "Date:"),
    ("author", "Author:"),
)


class TellingEditor(ipywidgets.VBox):
    """Text boxes for one telling. ``article()`` is what is in them, or None if they are empty."""

    def __init__(self, number: int, on_remove: Callable[["TellingEditor"], None]) -> None:
        self._read: Article | None = None  # what the boxes were filled from
        self.problem = ProblemBox()
        self.heading = ipywidgets.HTML()
        self.words = ipywidgets.Textarea(
            placeholder="Paste the article here.",
            description="Text:",
            rows=8,
            layout=ipywidgets.Layout(width="100%"),
        )
        self.fields = {
            name: ipywidgets.Text(description=words, layout=_WIDE) for name, words in _FIELDS
        }
        self.remove = ipywidgets.Button(description="Remove this telling")
        self.remove.on_click(lambda _button: on_remove(self))
        self.show_lines = ipywidgets.Checkbox(
            description="Choose which lines are left out of the numbers", indent=False, layout=_WIDE
        )
        self.lines = ipywidgets.VBox()
        self.show_lines.observe(
            self.problem.shielded("listing the lines", self._list_lines), "value"
        )
        super().__init__(
            [
                self.heading,
                self.problem,
                self.words,
                ipywidgets.HBox(
                    list(self.fields.values()),
                    layout=ipywidgets.Layout(display="grid", grid_template_columns="1fr 1fr"),
                ),
                self.show_lines,
                self.lines,
                self.remove,
            ],
            layout=ipywidgets.Layout(
                width="100%", border="1px solid #9aa0a6", padding="8px 12px", margin="6px 0"
            ),
        )
        self.number(number)

    def number(self, number: int) -> None:
        """Call it telling 1, 2, 3 ..."""
        self.heading.value = f"<h4 style='margin:0'>Telling {number}</h4>"
        self.remove.tooltip = f"Remove telling {number}"

    def fill(self, article: Article) -> None:
        """Show an article that was read; what is in the boxes goes."""
        self._read = article
        too_long = len(article.text) > _MOST_SHOWN
        self.words.disabled = too_long
        self.words.value = (
            f"[{len(article.text):,} characters, too many to be edited here]"
            if too_long
            else article.text
        )
        for name, field in self.fields.items():
            field.value = getattr(article, name)
        self.show_lines.value = False

    @property
    def is_empty(self) -> bool:
        """Whether nobody has put a word in yet."""
        return not self.words.value.strip()

    def article(self) -> Article | None:
        """The telling as it stands in the boxes; lines marked by hand stay marked.

        Raises :class:`ReadingError` where the text cannot be read as an article.
        """
        if self.is_empty:
            return None
        said = self._said()
        if self._read is None or not self._is_as_read():
            self._read = article_from_text(self.words.value, **said)
        for name, field in self.fields.items():  # what the text itself says is taken over
            field.value = field.value.strip() or getattr(self._read, name)
        return replace(self._read, **self._said())

    def _said(self) -> Details:
        outlet, headline, published, author = (
            " ".join(field.value.split()) for field in self.fields.values()
        )
        return Details(outlet=outlet, headline=headline, published=published, author=author)

    def _is_as_read(self) -> bool:
        assert self._read is not None
        # A browser's text box knows one kind of line end.
        lines = [text.replace("\r\n", "\n").replace("\r", "\n") for text in
                 (self.words.value, self._read.text)]  # fmt: skip
        return self.words.disabled or lines[0] == lines[1]

    def _list_lines(self, _change: object = None) -> None:
        article = self.article() if self.show_lines.value else None
        if article is None:
            self.lines.children = ()
            return
        seen: dict[str, str] = {}
        for line in marked_lines(article):
            seen.setdefault(line.text, line.kind)
        self.lines.children = [
            self._line(text, kind) for text, kind in list(seen.items())[:_MOST_LINES]
        ]

    def _line(self, text: str, kind: str) -> ipywidgets.Widget:
        chosen = ipywidgets.Dropdown(
            options=KINDS if kind in KINDS else (*KINDS, kind),
            value=kind,
            description=text if len(text) <= 90 else f"{text[:89]}…",
            style={"description_width": "70%"},
            layout=_WIDE,
        )

        def mark(change: dict) -> None:
            article = self.article()
            if article is not None:
                self._read = mark_line(article, text, change["new"])

        chosen.observe(self.problem.shielded("marking the line", mark), "value")
        return chosen
