"""A panel: one way of looking at a story, under a heading, with its numbers as a table."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets

from toolkit.comparison.compare import Comparison
from toolkit.widgets.base import ProblemBox

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
.samestory-details summary{cursor:pointer;margin:4px 0;opacity:.85}
</style>"""


class Panel(ipywidgets.VBox):
    """A heading, a line that says what is seen, and whatever the panel shows of a comparison.

    A panel fails alone: what goes wrong while it draws is said in a box inside it, and the
    other panels go on.
    """

    title = ""
    about = ""

    def __init__(self) -> None:
        self.problem = ProblemBox()
        self.comparison: Comparison | None = None
        heading = f'<h3 style="{_HEADING}">{escape(self.title)}</h3>'
        about = f'<p style="{_NOTE}">{escape(self.about)}</p>' if self.about else ""
        super().__init__(
            [ipywidgets.HTML(_TABLES + heading + about), self.problem, *self._parts()],
            layout=ipywidgets.Layout(width="100%", overflow="visible"),
        )

    def update(self, comparison: Comparison) -> None:
        """Show another comparison."""
        with self.problem.catching(f"drawing “{self.title}”"):
            self.comparison = comparison
            self._draw(comparison)

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
        shielded = self.problem.shielded(f"drawing “{self.title}”", lambda _change: redraw())
        control.observe(shielded, "value")


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
