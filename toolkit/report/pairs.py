"""Two tellings held against each other: the map, and a part for each way of comparing them."""

from toolkit.charts.ribbon import ribbon_svg
from toolkit.charts.story import links_map
from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.report import certainty, links, numbers, only, quotes, wording
from toolkit.report.elements import element, figure
from toolkit.report.parts import Part

_WAYS = (links.links, only.only, quotes.quotes, numbers.numbers, certainty.shifts, wording.wording)


def pair_part(comparison: Comparison, pair: Pair) -> Part:
    """Everything found about two tellings; what there is nothing of is left out."""
    one, other = (labels(comparison)[k] for k in (pair.a, pair.b))
    shares = (pair.overlap.containment_a_in_b, pair.overlap.containment_b_in_a)
    told = element(
        "p",
        f"{len(pair.alignment.links)} linked sentences or groups of sentences; of the runs of"
        f" five words of {one}, {_share(shares[0])} stand in {other} too, and"
        f" {_share(shares[1])} the other way round.",
    )
    drawn = figure(
        ribbon_svg(*links_map(comparison, pair.a, pair.b)), "Linked sentences, first to last."
    )
    place = f"pair-{pair.a + 1}-{pair.b + 1}"
    parts = (way(comparison, pair, place) for way in _WAYS)
    return Part(
        f"{one} and {other}",
        place,
        (told, drawn),
        tuple(part for part in parts if part is not None),
    )


def _share(value: float) -> str:
    return "an undefined share" if value != value else f"{value:.0%}"
