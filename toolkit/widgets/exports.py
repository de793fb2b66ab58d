"""Tables and pictures of a panel as files: CSV, JSON Lines, SVG and PNG, a button for each."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from toolkit.reading.saving import file_name
from toolkit.widgets.base import log
from toolkit.widgets.kept_pictures import Picture
from toolkit.widgets.kept_tables import KeptTable

_HERE = Path(__file__)
Things = tuple[list[KeptTable], list[Picture]]


class Exports(anywidget.AnyWidget):
    """A folded list of what a panel shows, with buttons that hand each to the browser as a file.

    ``things`` gives the tables and pictures as they are now. It is asked when the list is
    unfolded and while it is, so that a list nobody looks at costs nothing. PNG is drawn from the
    SVG by the browser itself; nothing is sent to any server but the notebook's own.
    """

    _esm = _HERE.with_name("exports.js")
    _css = _HERE.with_name("exports.css")
    opened = traitlets.Bool(False).tag(sync=True)
    items = traitlets.List(traitlets.Dict()).tag(sync=True)

    def __init__(self, things: Callable[[], Things]) -> None:
        self._things = things
        super().__init__()
        self.observe(lambda _change: self.refresh(), "opened")
        self.on_msg(self._asked)

    def refresh(self) -> None:
        """List anew what there is, if the list is unfolded."""
        if self.opened:
            tables, pictures = self._things()
            self.items = [
                *({"kind": "table", "title": table.title} for table in tables),
                *({"kind": "picture", "title": picture.title} for picture in pictures),
            ]

    def file(self, number: int, form: str) -> tuple[str, str, str]:
        """Name, media type and content of one thing, counted as in ``items``.

        ``form`` is ``csv`` or ``jsonl`` for a table, ``svg`` or ``png`` for a picture; what
        becomes a PNG is handed over as SVG.

        Raises ``LookupError`` where there is no such thing or form.
        """
        tables, pictures = self._things()
        things: list[KeptTable | Picture] = [*tables, *pictures]
        thing = things[number]
        name = f"{file_name(thing.title)}.{form}"
        if isinstance(thing, KeptTable):
            forms = {"csv": ("text/csv", thing.csv), "jsonl": ("application/jsonl", thing.jsonl)}
            kind, written = forms[form]
            return name, kind, written()
        if form not in ("svg", "png"):
            raise LookupError(form)
        return name, "image/svg+xml", thing.svg

    def _asked(self, _widget: Any, message: dict, _buffers: Any) -> None:
        try:
            name, kind, content = self.file(int(message["number"]), str(message["form"]))
        except (LookupError, TypeError, ValueError):
            log.warning("while keeping a file", exc_info=True)
            self.send({"problem": "This is no longer shown. Fold the list and unfold it again."})
            return
        self.send({"name": name, "type": kind, "content": content, "form": message["form"]})
