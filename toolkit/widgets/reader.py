"""The linked reader: two tellings side by side, sentence joined to sentence.

It takes plain data and computes nothing. Indices in the data count from 0; whatever a
person reads ("sentence 4", "a4") counts from 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from toolkit.charts.palette import palette_for_browser
from toolkit.errors import UsageError
from toolkit.widgets.base import TextTwin
from toolkit.widgets.layer_data import LINKS, checked_facts, checked_layers
from toolkit.widgets.reader_data import (
    checked_comparison,
    checked_telling,
    sentences_of,
    turned,
)
from toolkit.widgets.reader_words import SIDES, Shown, summary_lines, tables

_HERE = Path(__file__)
_PARTS = (
    "guard.js",
    *(
        f"reader_{part}.js"
        for part in (
            "words",
            "layers",
            "map",
            "details",
            "page",
            "ribbons",
            "keys",
            "show",
            "place",
        )
    ),
    "reader.js",
)
TEXT_SIZES = ("normal", "large", "largest")


class Reader(TextTwin, anywidget.AnyWidget):
    """Two tellings in two columns; point at a sentence and its partner is marked.

    ``tellings`` is a list of ``{"id", "label", "blocks"}``, and a block is
    ``{"kind", "text", "sentence", "furniture", "paragraph"}``: ``kind`` one of
    ``reader_data.BLOCK_KINDS``, ``sentence`` the sentence's index or -1, ``furniture`` the kind
    of page furniture or "", ``paragraph`` whether a new paragraph begins here. Only ``kind``
    and ``text`` are needed (and ``sentence``, for a sentence).

    ``links`` is a list of ``{"a": [index], "b": [index], "relation", "similarity"}`` and
    ``shared`` one of ``{"a": {"sentence", "start", "end"}, "b": {...}}`` with code point
    offsets into the text of the block. Both belong to the tellings named by ``pair``
    (default: the first two). For three or more tellings give ``comparisons`` instead:
    ``{"pair": [i, j], "links": [...], "shared": [...]}`` for each pair that was compared;
    the reader then lets the user choose. A comparison may also hold ``changes``, which are
    shown in a marked sentence: ``{"a": [...], "b": [...]}``, lists of ``{"sentence", "start",
    "end", "kind"}``, the kind one of ``reader_data.CHANGE_KINDS``.

    ``selected`` is the pinned sentence, ``{"side": "a" or "b", "sentence": index}`` or ``{}``;
    set it from Python or by a click, both sides see it. So are ``layer``, the name of the layer
    shown ("links" for none), and ``text_size``, one of ``TEXT_SIZES``.

    ``layers`` and ``facts`` are what else is known: see
    :func:`~toolkit.widgets.layer_data.checked_layers` and
    :func:`~toolkit.widgets.layer_data.checked_facts`. The reader does not know what they mean.

    Raises ``UsageError`` where the data contradict themselves.

    >>> block = {"kind": "sentence", "text": "Two met.", "sentence": 0}
    >>> tellings = [{"id": x, "label": x, "blocks": [block]} for x in ("One", "Two")]
    >>> link = {"a": [0], "b": [0], "relation": "verbatim", "similarity": 1.0}
    >>> print(Reader(tellings, [link]).summary())
    Reader: One (1 sentence) beside Two (1 sentence)
    links: 1 (1 verbatim)
    only in One: 0
    only in Two: 0
    selected: nothing
    a1 = b1 verbatim 1.00
    """

    # Plain concatenation: an anywidget is one module, and there is no build step.
    _esm = "\n".join(_HERE.with_name(part).read_text(encoding="utf-8") for part in _PARTS)
    _css = _HERE.with_name("reader.css").read_text(encoding="utf-8")

    tellings = traitlets.List(traitlets.Dict()).tag(sync=True)
    comparisons = traitlets.List(traitlets.Dict()).tag(sync=True)
    pair = traitlets.List(traitlets.Int()).tag(sync=True)
    selected = traitlets.Dict().tag(sync=True)
    palette = traitlets.List(traitlets.Dict()).tag(sync=True)
    layers = traitlets.List(traitlets.Dict()).tag(sync=True)
    layer = traitlets.Unicode(LINKS).tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)
    text_size = traitlets.Enum(TEXT_SIZES, "normal").tag(sync=True)

    def __init__(
        self,
        tellings: Sequence[Mapping[str, Any]] = (),
        links: Iterable[Mapping[str, Any]] = (),
        shared: Iterable[Mapping[str, Any]] = (),
        *,
        pair: Sequence[int] | None = None,
        comparisons: Iterable[Mapping[str, Any]] | None = None,
        layers: Iterable[Mapping[str, Any]] = (),
        facts: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        clean = [checked_telling(telling) for telling in tellings]
        chosen = list(range(min(2, len(clean)))) if pair is None else [int(i) for i in pair]
        if comparisons is None:
            comparisons = [{"pair": chosen, "links": links, "shared": shared}]
        later = {name: kwargs.pop(name) for name in ("selected", "layer") if name in kwargs}
        super().__init__(
            tellings=clean,
            comparisons=[checked_comparison(c, clean) for c in comparisons if len(c["pair"]) == 2],
            pair=chosen,
            palette=palette_for_browser(),
            layers=checked_layers(layers, clean),
            facts=checked_facts(facts, clean),
            **kwargs,
        )
        for name, value in later.items():  # what they name has to be there first
            setattr(self, name, value)

    def show(
        self,
        tellings: Sequence[Mapping[str, Any]],
        comparisons: Iterable[Mapping[str, Any]],
        layers: Iterable[Mapping[str, Any]] = (),
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        """Show other tellings in the same place, the first two side by side.

        The layer that is shown stays, if the new tellings have one of that name.
        """
        clean = [checked_telling(telling) for telling in tellings]
        checked = [checked_comparison(comparison, clean) for comparison in comparisons]
        marked, known = checked_layers(layers, clean), checked_facts(facts, clean)
        with self.hold_sync():  # one message, so that the page never sees half of it
            self.selected, self.pair = {}, []
            self.tellings, self.comparisons = clean, checked
            self.pair = list(range(min(2, len(clean))))
            chosen, self.layer = self.layer, LINKS
            self.layers, self.facts = marked, known
            self.layer = chosen if chosen in (layer["name"] for layer in marked) else LINKS

    # -- what is shown now ---------------------------------------------------------------

    @property
    def links(self) -> list[dict[str, Any]]:
        """The links of the shown pair, ``a`` being the left telling."""
        return self._shown()["links"]

    @property
    def shared(self) -> list[dict[str, Any]]:
        """The shared passages of the shown pair, ``a`` being the left telling."""
        return self._shown()["shared"]

    def only(self, side: str) -> list[int]:
        """Indices of the sentences of side ``"a"`` or ``"b"`` that no link names."""
        return self._in_words().only(side)

    def _shown(self) -> dict[str, Any]:
        for comparison in self.comparisons:
            if comparison["pair"] == self.pair:
                return comparison
            if comparison["pair"] == self.pair[::-1]:
                return turned(comparison)
        return {"pair": self.pair, "links": [], "shared": [], "changes": {"a": [], "b": []}}

    # -- traits that may be set from either end -------------------------------------------

    @traitlets.validate("pair")
    def _valid_pair(self, proposal: Any) -> list[int]:
        pair = proposal["value"]
        inside = all(0 <= index < len(self.tellings) for index in pair)
        if len(pair) > 2 or len(set(pair)) != len(pair) or not inside:
            raise UsageError(
                f"{pair} does not name two of the {len(self.tellings)} tellings.",
                "Give two different positions, counting from 0, such as [0, 1].",
            )
        return pair

    @traitlets.validate("selected")
    def _valid_selection(self, proposal: Any) -> dict[str, Any]:
        chosen = proposal["value"]
        if chosen and (
            chosen.get("side") not in ("a", "b")
            or chosen.get("sentence") not in self._sentences(chosen["side"])
        ):
            raise UsageError(
                f"{chosen} does not name a sentence that is shown.",
                'Give {"side": "a" or "b", "sentence": an index counting from 0}, or {}.',
            )
        return chosen

    def _sentences(self, side: str) -> dict[int, str]:
        place = SIDES.index(side)
        return sentences_of(self.tellings[self.pair[place]]) if place < len(self.pair) else {}

    @traitlets.validate("layer")
    def _valid_layer(self, proposal: Any) -> str:
        name = proposal["value"]
        names = [LINKS, *(layer["name"] for layer in self.layers)]
        if name not in names:
            raise UsageError(f"There is no layer {name!r}.", f"Choose one of: {', '.join(names)}.")
        return name

    @traitlets.observe("pair")
    def _forget_selection(self, _change: Any) -> None:
        self.selected = {}

    # -- in words -------------------------------------------------------------------------

    def summary(self) -> str:
        """Labels, counts, what is only in one telling, the selection, one line per link."""
        return "\n".join(summary_lines(self._in_words(), self.selected))

    def table_html(self) -> str:
        """The links as a table with both sentences in full, then what is only in one telling.

        With a layer shown, a table of what it marks as well.
        """
        return tables(self._in_words())

    def _in_words(self) -> Shown:
        told = [self.tellings[index] for index in self.pair]
        layer = next((layer for layer in self.layers if layer["name"] == self.layer), None)
        if layer:
            layer = {**layer, "tellings": [layer["tellings"][index] for index in self.pair]}
        return Shown(
            # One line of the summary stays one line, whatever a label holds.
            [" ".join(telling["label"].split()) for telling in told],
            [sentences_of(telling) for telling in told],
            self.links,
            layer,
        )
