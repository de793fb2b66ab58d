"""What all our widgets share: a text twin, and a place where problems are shown."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

import ipywidgets

from toolkit.errors import SameStoryError

log = logging.getLogger(__name__)


class TextTwin:
    """Mixin, put *before* the widget class: the output also says in words what it shows.

    A cell's output then holds three things: the live view; ``text/plain``, which is the whole
    ``summary()`` with its numbers, the same bytes for the same data, so that a notebook test
    can compare it; and ``text/html``, an escaped table for a page without a kernel and for a
    screen reader. (The stock text is cut at 110 characters or holds a memory address.)
    """

    def summary(self) -> str:
        """Everything the widget shows now, as plain text: complete and deterministic."""
        raise NotImplementedError(f"{type(self).__name__} has to say what it shows: summary()")

    def table_html(self) -> str:
        """The same as an HTML table, escaped; "" if there is nothing to put into one."""
        raise NotImplementedError(f"{type(self).__name__} has to say what it shows: table_html()")

    def in_words(self) -> "InWords":
        """The summary as a cell's output: folded on a page, whole for a test."""
        return InWords(self.summary())

    def __repr__(self) -> str:
        return self.summary()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle = super()._repr_mimebundle_(**kwargs)  # type: ignore[misc]
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        data = {**data, "text/plain": self.summary()}
        table = self.table_html()
        if table:
            data["text/html"] = table
        return data, metadata


class InWords:
    """Words that a page folds away until they are asked for.

    >>> print(InWords("3 < 4")._repr_html_())
    <details><summary>Everything shown here, in words</summary><pre>3 &lt; 4</pre></details>
    """

    def __init__(self, words: str) -> None:
        self.words = words

    def __repr__(self) -> str:
        return self.words

    def _repr_html_(self) -> str:
        return (
            "<details><summary>Everything shown here, in words</summary>"
            f"<pre>{escape(self.words)}</pre></details>"
        )


_BOX_STYLE = (
    "border:1px solid #93356e;border-left-width:4px;border-radius:4px;padding:8px 12px;"
    "margin:4px 0;line-height:1.5;white-space:normal;overflow-wrap:anywhere"
)


class ProblemBox(ipywidgets.HTML):
    """A box that is invisible until something goes wrong, and then says so calmly.

    Jupyter writes an exception from a callback into a log that nobody reads. Give each lens
    of a widget its own box, and run its callbacks through ``catching`` or ``shielded``: one
    lens that fails shows a sentence, and the others go on.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.layout.display = "none"
        self.error: Exception | None = None

    def show(self, problem: str, remedy: str = "") -> None:
        """Show one sentence on what is wrong and one on what to do, as text, never as markup."""
        words = escape(problem) + (f" <em>{escape(remedy)}</em>" if remedy else "")
        self.value = f'<div role="alert" style="{_BOX_STYLE}">{words}</div>'
        self.layout.display = ""

    def clear(self) -> None:
        """Hide the box."""
        self.error = None
        self.value = ""
        self.layout.display = "none"

    @contextmanager
    def catching(self, doing: str) -> Iterator[None]:
        """Run a block; show what goes wrong in it instead of raising.

        ``doing`` completes the sentence "Something went wrong while ...", for example
        ``"comparing the quotes"``. The exception stays in ``error`` and goes to the log.
        """
        try:
            yield
        except SameStoryError as error:
            self.show(error.problem, error.remedy)
            self.error = error
        except Exception as error:
            log.warning("while %s", doing, exc_info=True)
            self.show(
                f"Something went wrong while {doing}, so this part stays as it was.",
                "The other parts still work; choosing another article may help.",
            )
            self.error = error
        else:
            self.clear()

    def shielded(self, doing: str, callback: Callable[..., Any]) -> Callable[..., None]:
        """``callback`` wrapped in ``catching``: hand the result to ``observe`` or ``on_click``."""

        def run(*args: Any, **kwargs: Any) -> None:
            with self.catching(doing):
                callback(*args, **kwargs)

        return run
