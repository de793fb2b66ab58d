"""The heaviest chain of word pairs: which words of two texts correspond, in one order.

Content words decide and grammar words follow, because a chain is worth what its pairs weigh
less a price for every place where it breaks. A lone *the* between two changes is worth less
than the break it makes and is let go; next to a kept word it costs nothing and stays.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from toolkit.comparison.words.likeness import WordFacts

BREAK = 60  # the price of a stretch that is not kept
_SPELLING = 2  # less for another spelling, so that the same one goes first
_FAMILY = 6, 10  # the share of its weight that a word's other form is worth
_MOST_PAIRS = 10_000  # of one dense chain; beyond, anchors first
_MOST_ANCHORS = 200_000

Pair = tuple[int, int]


def pair_weight(a: WordFacts, i: int, b: WordFacts, j: int) -> int:
    """What it is worth to match word ``i`` of A with word ``j`` of B, of one family."""
    if a.forms[i] == b.forms[j]:
        return a.weights[i]
    less = min(a.weights[i], b.weights[j])
    if a.keys[i] == b.keys[j]:
        return less - _SPELLING
    return less * _FAMILY[0] // _FAMILY[1]


def heaviest_chain(a: WordFacts, b: WordFacts) -> list[Pair]:
    """Pairs of positions of like words, both rising, that together are worth most.

    Exact while there are few pairs to choose from, as between any two ordinary sentences. In
    long texts rare words are chained first, common ones by their rank among their like, and
    what lies between them is then chained by itself: time grows with length, not its square.
    """
    n, m = len(a.forms), len(b.forms)
    if n * m <= _MOST_PAIRS:
        return _chain(a, b, range(n), range(m))
    found: list[Pair] = []
    i = j = 0
    for x, y in [*_anchors(a, b), (n, m)]:
        if x > i and y > j and (x - i) * (y - j) <= _MOST_PAIRS:
            found += _chain(a, b, range(i, x), range(j, y))
        if x < n:
            found.append((x, y))
        i, j = x + 1, y + 1
    return found


def _chain(a: WordFacts, b: WordFacts, of_a: range, of_b: range) -> list[Pair]:
    """The heaviest chain of all like words in two ranges."""
    places: dict[int, list[int]] = {}
    for j in reversed(of_b):
        places.setdefault(b.families[j], []).append(j)
    families = a.families
    rows = ((i, places[families[i]]) for i in of_a if families[i] in places)
    first, last = (of_a.start, of_b.start), (of_a.stop - 1, of_b.stop - 1)
    return _best(a, b, rows, first, last)


def _best(
    a: WordFacts,
    b: WordFacts,
    rows: Iterable[tuple[int, Iterable[int]]],
    first: Pair,
    last: Pair,
) -> list[Pair]:
    """The heaviest chain over candidate pairs: rows rising in ``i``, each falling in ``j``.

    Every candidate follows either its neighbour on the diagonal, or, at the price of a break,
    the best chain that ends before it. Those are kept as a staircase, rising in place and
    worth, so that the best one is found by bisection.
    """
    pairs: list[Pair] = []
    before: list[int] = []
    worth: list[int] = []
    stair_at: list[int] = []
    stair_worth: list[int] = []
    stair_pair: list[int] = []
    row_before: dict[int, int] = {}
    previous = -2
    forms, keys, weights = b.forms, b.keys, b.weights
    families_a, families_b = a.families, b.families
    n, m = len(families_a), len(families_b)
    for i, columns in rows:
        if i != previous + 1:
            row_before = {}
        row: dict[int, int] = {}
        form, key, weight = a.forms[i], a.keys[i], a.weights[i]
        for j in columns:
            if (
                weight <= BREAK  # by itself never worth the break that it makes
                and families_a[i - 1] != families_b[j - 1]
                and (i + 1 == n or j + 1 == m or families_a[i + 1] != families_b[j + 1])
                and (i, j) != first
                and (i, j) != last
            ):
                continue
            best, pred = (0 if i == first[0] and j == first[1] else -BREAK), -1
            step = bisect_left(stair_at, j)
            if step and stair_worth[step - 1] - BREAK > best:
                best, pred = stair_worth[step - 1] - BREAK, stair_pair[step - 1]
            beside = row_before.get(j - 1, -1)
            if beside >= 0 and worth[beside] >= best:
                best, pred = worth[beside], beside
            if forms[j] == form:  # as pair_weight(), in place, as this is where the time goes
                best += weight
            elif keys[j] == key:
                best += min(weight, weights[j]) - _SPELLING
            else:
                best += min(weight, weights[j]) * _FAMILY[0] // _FAMILY[1]
            row[j] = len(pairs)
            pairs.append((i, j))
            before.append(pred)
            worth.append(best)
        for j, k in row.items():
            step = bisect_left(stair_at, j)
            best = worth[k]
            if step and stair_worth[step - 1] >= best:
                continue
            stop = step
            while stop < len(stair_at) and stair_worth[stop] <= best:
                stop += 1
            stair_at[step:stop] = [j]
            stair_worth[step:stop] = [best]
            stair_pair[step:stop] = [k]
        row_before, previous = row, i
    # What follows the last pair is a break too, unless nothing follows.
    end, total = -1, -BREAK
    if stair_at:
        end, total = stair_pair[-1], stair_worth[-1] - BREAK
    if pairs and pairs[-1][0] == last[0] and last[1] in row_before:
        k = row_before[last[1]]
        end = k if worth[k] >= total else end
    chain: list[Pair] = []
    while end >= 0:
        chain.append(pairs[end])
        end = before[end]
    return chain[::-1]


def _anchors(a: WordFacts, b: WordFacts) -> list[Pair]:
    """A chain over long texts: all pairs of rare words, of common ones those of near rank."""
    count_a, count_b = Counter(a.families), Counter(b.families)
    shared = [(n * count_b[name], name) for name, n in count_a.items() if name in count_b]
    places: dict[int, list[int]] = {name: [] for _, name in shared}
    for j, name in enumerate(b.families):
        if name in places:
            places[name].append(j)
    left = _MOST_ANCHORS
    band: dict[int, int] = {}
    for k, (product, name) in enumerate(sorted(shared, key=lambda row: row[0])):
        if product <= 4 * count_a[name] or product * (len(shared) - k) <= left:
            band[name] = len(places[name])
        else:
            band[name] = left // (2 * count_a[name] * (len(shared) - k))
        left = max(0, left - min(product, (2 * band[name] + 1) * count_a[name]))
    seen: Counter[int] = Counter()

    def rows() -> Iterator[tuple[int, Iterable[int]]]:
        for i, name in enumerate(a.families):
            if name not in band:
                continue
            rank, there, wide = seen[name], places[name], band[name]
            seen[name] += 1
            yield i, reversed(there[max(0, rank - wide) : rank + wide + 1])

    return _best(a, b, rows(), (0, 0), (len(a.forms) - 1, len(b.forms) - 1))
