"""Words that stand in both texts, but not in the same place."""

from toolkit.comparison.words.chain import Pair, pair_weight
from toolkit.comparison.words.sides import Side

TITLES = frozenset({"mr", "mrs", "ms", "dr"})
LEADERS = TITLES | {"a", "an", "the"}
"""Words that belong to what follows them."""

LEAST = 230  # what a move must weigh: one content word that is not among the commonest
_MOST_PAIRS = 100_000

Stretch = tuple[int, int, int, int]
"""Words i0 to i1 of A that stand as words j0 to j1 in B."""


def moved_stretches(a: Side, b: Side, pairs: list[Pair]) -> list[Stretch]:
    """Neighbouring words without a partner in ``pairs`` that the other side has elsewhere.

    The heaviest first, none in two stretches, in the order of A. An article before them comes
    along.
    """
    free_a, free_b = [True] * len(a), [True] * len(b)
    for i, j in pairs:
        free_a[i] = free_b[j] = False
    if True not in free_a or True not in free_b:
        return []
    found: list[Stretch] = []
    for _, i, j, length in sorted(_candidates(a, b, free_a, free_b)):
        # What is left of it after heavier ones took their words.
        while length and not (free_a[i] and free_b[j]):
            i, j, length = i + 1, j + 1, length - 1
        end = next((k for k in range(length) if not (free_a[i + k] and free_b[j + k])), length)
        if end < length and _worth(a, b, i, j, end) < LEAST:
            continue
        if not end:
            continue
        free_a[i : i + end] = free_b[j : j + end] = [False] * end
        found.append((i, i + end, j, j + end))
    return sorted(
        (_with_article(a, i0, free_a), i1, _with_article(b, j0, free_b), j1)
        for i0, i1, j0, j1 in found
    )


def _candidates(
    a: Side, b: Side, free_a: list[bool], free_b: list[bool]
) -> list[tuple[int, int, int, int]]:
    """Longest free stretches in common that are heavy enough: minus weight, i, j, length."""
    families_a, families_b = a.facts.families, b.facts.families
    weights = a.facts.weights
    places: dict[int, list[int]] = {}
    for j, free in enumerate(free_b):
        if free and b.facts.weights[j] > 100:
            places.setdefault(families_b[j], []).append(j)
    seeds = [
        (i, places[families_a[i]])
        for i, free in enumerate(free_a)
        if free and weights[i] > 100 and families_a[i] in places
    ]
    if sum(len(there) for _, there in seeds) > _MOST_PAIRS:  # only of what is rare
        seeds.sort(key=lambda row: (len(row[1]), row[0]))
        left = _MOST_PAIRS
        kept = []
        for i, there in seeds:
            left -= len(there)
            if left < 0:
                break
            kept.append((i, there))
        seeds = sorted(kept)
    found = []
    done: dict[int, int] = {}  # diagonal: how far in A it has been looked at
    for i, there in seeds:
        for j in there:
            if done.get(i - j, -1) > i:
                continue
            x, y = i, j
            while x and y and free_a[x - 1] and free_b[y - 1] and _beside(a, b, x, y):
                x, y = x - 1, y - 1
            end = i + 1
            while (
                end < len(a)
                and end - i + j < len(b)
                and free_a[end]
                and free_b[end - i + j]
                and _beside(a, b, end, end - i + j, -1)
            ):
                end += 1
            done[i - j] = end
            worth = _worth(a, b, x, y, end - x)
            if worth >= LEAST:
                found.append((-worth, x, y, end - x))
    return found


def _beside(a: Side, b: Side, x: int, y: int, step: int = 0) -> bool:
    """Whether the words before x and y (``step`` 0) or x and y themselves (-1) go along."""
    if x in a.breaks or y in b.breaks:
        return False
    return a.facts.families[x - 1 - step] == b.facts.families[y - 1 - step]


def _worth(a: Side, b: Side, i: int, j: int, length: int) -> int:
    return sum(pair_weight(a.facts, i + k, b.facts, j + k) for k in range(length))


def _with_article(side: Side, first: int, free: list[bool]) -> int:
    before = first - 1
    if first and free[before] and first not in side.breaks and side.raw[before].lower() in LEADERS:
        free[before] = False
        return before
    return first
