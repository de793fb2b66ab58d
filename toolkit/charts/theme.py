"""How matplotlib draws for us: one look, and the same bytes for the same data.

For figures that stand still (a notebook, a report). Figures are made without pyplot, so
nothing is kept in a global list and no display is needed.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STYLE: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],  # shipped with matplotlib, so it is everywhere
    "font.size": 10,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#5a6068",
    "axes.labelcolor": "#1c1e21",
    "text.color": "#1c1e21",
    "xtick.color": "#5a6068",
    "ytick.color": "#5a6068",
    "figure.facecolor": "white",
    "figure.dpi": 100,
    "savefig.dpi": 144,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "svg.hashsalt": "samestory",
    "svg.fonttype": "path",
    "text.parse_math": False,  # a dollar sign in an outlet's name is a dollar sign
    "text.usetex": False,
}

# What each format would otherwise write of the clock and of the library's version.
_NO_METADATA: dict[str, dict[str, None]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


def style() -> Any:
    """A context in which matplotlib draws in our style; the user's settings come back after it.

    It starts from matplotlib's own defaults, so a local ``matplotlibrc`` changes nothing.
    """
    from matplotlib import rc_context, rcParamsDefault

    skipped = {"backend", "backend_fallback", "interactive", "toolbar", "timezone"}
    ours: dict[Any, Any] = {k: v for k, v in rcParamsDefault.items() if k not in skipped}
    ours.update(STYLE)
    return rc_context(ours)


@cache
def _still_figure() -> "type[Figure]":
    from io import BytesIO
    from pathlib import Path

    from matplotlib.figure import Figure

    class StillFigure(Figure):
        """A figure that shows itself in a notebook, with ``words`` as its text twin."""

        words = ""

        def savefig(self, fname: Any, **kwargs: Any) -> None:
            """As in matplotlib, but without date and version: equal data give equal files."""
            kind = kwargs.get("format") or Path(str(fname)).suffix.lstrip(".") or "png"
            kwargs.setdefault("metadata", _NO_METADATA.get(str(kind).lower()))
            with style():
                super().savefig(fname, **kwargs)

        def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
            picture = BytesIO()
            self.savefig(picture, format="png")
            data = {"image/png": picture.getvalue(), "text/plain": self.words}
            # The size in inches at 96 a piece: without it a browser shows every pixel of 144.
            width, height = (round(96 * inches) for inches in self.get_size_inches())
            size = {"width": width, "height": height, "alt": self.words}
            return data, {"image/png": size}

    return StillFigure


def new_figure(width: float, height: float, words: str) -> "Figure":
    """An empty figure of that size in inches; ``words`` say what it will show.

    Call it, and draw on it, inside ``style()``.
    """
    figure = _still_figure()(figsize=(width, height), layout="constrained")
    figure.words = words  # type: ignore[attr-defined]
    return figure
