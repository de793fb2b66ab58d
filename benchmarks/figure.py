"""The figure of ``docs/performance.md``: how the ratio grows with the size of a batch."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.speeds import Curve
from toolkit.charts.palette import outlet_style
from toolkit.charts.theme import new_figure, style

_SIDES = (("cold: first run", 1), ("warm: words known", 0))


def draw(curves: Sequence[Curve], file: Path) -> None:
    """Write the figure; equal ratios give an equal file."""
    from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullFormatter

    def plain(value: float, _: object = None) -> str:
        return f"{value:,.0f}" if value >= 1 else f"{value:g}"

    with style():
        figure = new_figure(8.0, 3.6, "How many times as fast, by the number of articles at a time")
        panels = figure.subplots(1, len(curves), sharey=True, squeeze=False)[0]
        for panel, curve in zip(panels, curves, strict=True):
            sizes = list(curve.ratios)
            for side, (label, look) in enumerate(_SIDES):
                found = [curve.ratios[size][side] for size in sizes]
                how = outlet_style(look)
                middle = [ratio.middle for ratio in found]
                panel.fill_between(
                    sizes,
                    [ratio.least for ratio in found],
                    [ratio.most for ratio in found],
                    color=how.colour,
                    alpha=0.15,
                    linewidth=0,
                )
                panel.plot(
                    sizes,
                    middle,
                    color=how.colour,
                    marker=how.marker,
                    linestyle="-" if side else "--",
                    label=label,
                )
                panel.annotate(
                    f"{middle[-1]:.0f}×",
                    (sizes[-1], middle[-1]),
                    xytext=(7, 0),
                    textcoords="offset points",
                    va="center",
                    color=how.colour,
                )
            panel.axhline(1, color="#5a6068", linewidth=0.8)
            panel.set(
                title=f"{curve.work}\nagainst {curve.peer}",
                xlabel="articles at a time",
                xscale="log",
                yscale="log",
                xlim=(sizes[0] / 1.4, sizes[-1] * 4),
            )
            panel.xaxis.set_major_locator(FixedLocator(sizes))
            panel.xaxis.set_minor_formatter(NullFormatter())
            panel.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
            panel.yaxis.set_minor_formatter(NullFormatter())
            for axis in (panel.xaxis, panel.yaxis):
                axis.set_major_formatter(FuncFormatter(plain))
        panels[0].set_ylabel("times as fast (1 = the same)")
        panels[0].legend(loc="lower right")
        figure.savefig(file)
