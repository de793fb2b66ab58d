"""Order: which linked sentences one telling puts elsewhere than the other."""

from bisect import bisect_right

from toolkit.comparison.links.alignment import Alignment, Link


def moved(alignment: Alignment) -> tuple[Link, ...]:
    """The fewest links that would have to move for all to stand in one order.

    They are those outside the longest run that keeps one order (Schensted 1961); by their first
    sentences.
    """
    links = sorted(alignment.links, key=lambda link: (link.a[0], link.b[0]))
    tails: list[int] = []  # where a run of each length can end, counted in B
    ends: list[int] = []  # and with which link it ends there
    before: list[int] = []
    for k, link in enumerate(links):
        place = bisect_right(tails, link.b[0])
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [link.b[0]]
        ends[place : place + 1] = [k]
    kept, k = set(), ends[-1] if ends else -1
    while k >= 0:
        kept.add(k)
        k = before[k]
    return tuple(link for k, link in enumerate(links) if k not in kept)
