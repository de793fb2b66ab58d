"""A panel: one way of looking at a story, under a heading, with its numbers as a table."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

import ipywidgets

from toolkit.comparison.compare import Comparison
from toolkit.widgets.base import ProblemBox
from toolkit.widgets.exports import Exports, Things
from toolkit.widgets.kept_pictures import pictures_in
from toolkit.widgets.kept_tables import tables_in

_HEADING = "margin:18px 0 2px;font-size:1.15em;font-weight:650;line-height:1.3"
_NOTE = "margin:2px 0 8px;max-width:75ch;line-height:1.45;white-space:normal;opacity:.86"
_TABLES = """<style>
.samestory-table{border-collapse:collapse;margin:6px 0;max-width:100%;line-height:1.45}
.samestory-table caption{text-align:left;padding:2px 0;opacity:.8;caption-side:top}
.samestory-table th,.samestory-table td{padding:4px 12px 4px 0;text-align:left;
 vertical-align:top;border:0;border-bottom:1px solid rgba(128,128,128,.3);
 white-space:normal;overflow-wrap:break-word;font-variant-numeric:tabular-nums}
.samestory-table thead th{font-weight:600}
.samestory-table tbody th{font-weight:400}
.samestory-details summary{cursor:pointer;margin:4px 0;opacity:.85;width:fit-content}
.samestory-details summary:focus-visible{outline:2px solid #2b7bd6;outline-offset:2px}
.samestory-panel{container-type:inline-size}
.samestory-panel .widget-html,.samestory-panel .widget-html-content{min-width:0;width:100%}
@container (max-width:600px){.samestory-table th,.samestory-table td{overflow-wrap:anywhere;
 min-width:4.2ch;padding-right:8px}}
@container (max-width:420px){.samestory-table{display:block;overflow-x:auto}}
</style>"""


class Panel(ipywidgets.VBox):
    """A heading, a line that says what is seen, and whatever the panel shows of a comparison.

    A panel fails alone: what goes wrong while it draws is said in a box inside it, and the
    other panels go on. Below everything else stands a folded list of its tables and pictures, to
    keep as files; it takes them from ``table()`` and from the panel's own HTML.
    """

    title = ""
    about = ""

    def __init__(self) -> None:
        self.problem = ProblemBox()
        self.comparison: Comparison | None = None
        heading = f'<h2 style="{_HEADING}">{escape(self.title)}</h2>'
        about = f'<p style="{_NOTE}">{escape(self.about)}</p>' if self.about else ""
        parts = self._parts()
        self.exports = Exports(self._things)
        super().__init__(
            [ipywidgets.HTML(_TABLES + heading + about), self.problem, *parts, self.exports],
            layout=ipywidgets.Layout(width="100%", overflow="visible"),
        )
        self.add_class("samestory-panel")

    def update(self, comparison: Comparison) -> None:
        """Show another comparison."""
        with self.problem.catching(f"drawing “{self.title}”"):
            self.comparison = comparison
            self._draw(comparison)
            self.exports.refresh()

    def _parts(self) -> list[ipywidgets.Widget]:
        """The widgets below the heading, made once."""
        raise NotImplementedError

    def _draw(self, comparison: Comparison) -> None:
        """Fill the widgets from a comparison."""
        raise NotImplementedError

    def words(self) -> str:
        """What the panel shows, as plain text: complete and deterministic."""
        raise NotImplementedError

    def table(self) -> str:
        """What the panel shows, as HTML tables."""
        raise NotImplementedError

    def on_change(self, control: ipywidgets.Widget, redraw: Callable[[], None]) -> None:
        """Call ``redraw`` when the control's value changes, inside the panel's problem box."""

        def change(_change: Any) -> None:
            redraw()
            self.exports.refresh()

        control.observe(self.problem.shielded(f"drawing “{self.title}”", change), "value")

    def _things(self) -> Things:
        """The tables and pictures shown now."""
        pictures = [picture for html in _html_of(self) for picture in pictures_in(html)]
        return tables_in(self.table()), pictures


def _html_of(box: ipywidgets.Box) -> Iterator[str]:
    """The HTML of every stock widget in a box, in the order of the page."""
    for child in box.children:
        if isinstance(child, ipywidgets.Box):
            yield from _html_of(child)
        elif isinstance(child, ipywidgets.HTML):
            yield child.value


def dropdown(description: str, options: Sequence[Any], width: str = "24rem") -> ipywidgets.Dropdown:
    """A named dropdown of a comfortable width."""
    return ipywidgets.Dropdown(
        options=options,
        description=description,
        style={"description_width": "6.5rem"},
        layout=ipywidgets.Layout(width=width, max_width="100%"),
    )


def picture(svg: str, table: str, opened: bool = False) -> str:
    """A picture and, folded below it, the table with the same numbers."""
    return f'<div style="overflow-x:auto">{svg}</div>' + folded(
        "The numbers as a table", table, opened
    )


def folded(title: str, html: str, opened: bool = False) -> str:
    """HTML that is shown when its title is clicked."""
    state = " open" if opened else ""
    return (
        f'<details class="samestory-details"{state}>'
        f"<summary>{escape(title)}</summary>{html}</details>"
    )


def note(text: str) -> str:
    """A paragraph of plain words, escaped."""
    return f'<p style="{_NOTE}">{escape(text)}</p>'


def keep_choice(control: ipywidgets.Dropdown, options: Sequence[tuple[str, Any]]) -> None:
    """Give a dropdown other options; what was chosen stays chosen if it is still there."""
    chosen = control.value
    values = [value for _, value in options]
    control.options = options
    control.value = chosen if chosen in values else (values[0] if values else None)
