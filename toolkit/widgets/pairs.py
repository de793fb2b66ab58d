"""Choosing two tellings: the menu that several panels have."""

import ipywidgets

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.widgets.panel import dropdown, keep_choice


def pair_menu() -> ipywidgets.Dropdown:
    """A menu without options as yet."""
    return dropdown("Tellings:", [], width="34rem")


def offer_pairs(menu: ipywidgets.Dropdown, comparison: Comparison) -> None:
    """Offer every two tellings; what was chosen stays chosen if it is still there."""
    names = labels(comparison)
    pairs = enumerate(comparison.pairs)
    keep_choice(menu, [(f"{names[pair.a]} and {names[pair.b]}", k) for k, pair in pairs])


def chosen_pair(menu: ipywidgets.Dropdown, comparison: Comparison | None) -> Pair | None:
    """The two tellings that are chosen, or None where there is no choice."""
    if comparison is None or menu.value is None:
        return None
    return comparison.pairs[menu.value]
