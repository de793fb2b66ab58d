"""Grammar words that part one long change into two short ones.

*is going to make sure nothing happens* against *will ensure that nothing goes awry* is two
changes around *nothing*. Such a word counts only after all words that weigh more have found
their partners, and only where it leaves pieces of like length on both sides.
"""

from toolkit.comparison.words.chain import Pair
from toolkit.comparison.words.likeness import SMALL, WordFacts

LONGEST = 30  # words; a longer change is not parted


def parting_words(a: WordFacts, b: WordFacts, i: int, x: int, j: int, y: int) -> list[Pair]:
    """Pairs of equal grammar words between words i to x of A and j to y of B.

    The word that leaves the most even pieces first, then those within the pieces.
    """
    if max(x - i, y - j) > LONGEST:
        return []
    there: dict[int, list[int]] = {}
    for q in range(j, y):
        if b.weights[q] == SMALL:
            there.setdefault(b.forms[q], []).append(q)
    best = None
    for p in range(i, x):
        for q in there.get(a.forms[p], ()):
            left, right = (p - i, q - j), (x - p - 1, y - q - 1)
            if _like(*left) and _like(*right):
                uneven = abs(left[0] - left[1]) + abs(right[0] - right[1])
                if best is None or (uneven, p + q) < best[:2]:
                    best = uneven, p + q, p, q
    if best is None:
        return []
    *_, p, q = best
    return [
        *parting_words(a, b, i, p, j, q),
        (p, q),
        *parting_words(a, b, p + 1, x, q + 1, y),
    ]


def _like(one: int, other: int) -> bool:
    return max(one, other) <= 2 * min(one, other) + 2
