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
_FIELDS = (
    ("outlet", "Published by:", "newspaper, site or agency"),
    ("headline", "Headline:", "found by itself if the text has one"),
    ("published", "Date:", "such as 2025-03-01"),
    ("author", "Author:", "if you like"),
)
CARD_STYLE = """<style>
.samestory-card{border:1px solid rgba(128,128,128,.55);border-radius:6px;padding:10px 14px 12px;
 margin:0;min-width:0;overflow:hidden}
.samestory-field.widget-inline-hbox{display:flex;flex-direction:column;align-items:stretch;
 width:auto;height:auto;min-width:0;margin:4px 0}
.samestory-field>.widget-label{width:auto;height:auto;text-align:left;line-height:1.5}
.samestory-field>input,.samestory-field>textarea{width:100%;min-width:0;box-sizing:border-box}
.samestory-field>input{height:30px}
.samestory-field>textarea{font-family:inherit;font-size:1em;line-height:1.5;padding:6px 8px;
 resize:vertical}
.samestory-fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));
 gap:2px 14px}
.samestory-line.widget-inline-hbox{display:flex;flex-wrap:wrap;align-items:center;width:auto;
 height:auto;min-width:0;margin:0;padding:3px 0;border-bottom:1px solid rgba(128,128,128,.3)}
.samestory-line>.widget-label{flex:1 1 14rem;width:auto;height:auto;text-align:left;
 white-space:normal;overflow-wrap:anywhere;line-height:1.4}
.samestory-line>select{flex:0 0 8.5rem}
</style>"""


class TellingEditor(ipywidgets.VBox):
    """Text boxes for one telling. ``article()`` is what is in them, or None if they are empty."""

    def __init__(self, number: int, on_remove: Callable[["TellingEditor"], None]) -> None:
        self._read: Article | None = None  # what the boxes were filled from
        self.problem = ProblemBox()
        self.heading = ipywidgets.HTML()
        self.words = ipywidgets.Textarea(
            placeholder="Paste the whole article here, headline and all.",
            description="Text of the article:",
            rows=10,
        )
        self.fields = {
            name: ipywidgets.Text(description=words, placeholder=hint)
            for name, words, hint in _FIELDS
        }
        for field in (self.words, *self.fields.values()):
            field.add_class("samestory-field")
        self.remove = ipywidgets.Button(layout=ipywidgets.Layout(width="auto"))
        self.remove.on_click(lambda _button: on_remove(self))
        self.show_lines = ipywidgets.Checkbox(
            description="Correct which lines belong to the article (adverts, bylines … do not)",
            indent=False,
            layout=ipywidgets.Layout(width="auto"),
        )
        self.lines = ipywidgets.VBox()
        self.show_lines.observe(
            self.problem.shielded("listing the lines", self._list_lines), "value"
        )
        details = ipywidgets.Box(list(self.fields.values()))
        details.add_class("samestory-fields")
        super().__init__(
            [
                self.heading,
                self.problem,
                self.words,
                details,
                self.show_lines,
                self.lines,
                ipywidgets.HBox(
                    [self.remove], layout=ipywidgets.Layout(justify_content="flex-end")
                ),
            ]
        )
        self.add_class("samestory-card")
        self.number(number)

    def number(self, number: int) -> None:
        """Call it article 1, 2, 3 ..."""
        self.heading.value = f"<h3 style='margin:0'>Article {number}</h3>"
        self.remove.description = f"Remove article {number}"
        for field in (self.words, *self.fields.values()):  # else all are called the same
            field.tooltip = f"{field.description.rstrip(':')}, article {number}"

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
        )
        chosen.add_class("samestory-line")

        def mark(change: dict) -> None:
            article = self.article()
            if article is not None:
                self._read = mark_line(article, text, change["new"])

        chosen.observe(self.problem.shielded("marking the line", mark), "value")
        return chosen
