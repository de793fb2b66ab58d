"""A corpus of which it is known who copied whom, and every pair in it, found by brute force."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from tqdm import tqdm

from benchmarks import corpus

THRESHOLD = 0.5  # Jaccard
N = 5
SHARE_COPIED = 0.1  # of the articles
EDITS = (0.0, 0.01, 0.03, 0.06, 0.1)  # share of words that are changed in a copy

Pairs = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Planted:
    """An article, and the number of the one it was copied from, -1 if from none."""

    text: str
    source: int


@dataclass(frozen=True, slots=True)
class Recall:
    """How many of the pairs there are were found, and how many that are none."""

    found: int
    there: int
    wrong: int

    @classmethod
    def of(cls, found: Pairs, there: Pairs) -> "Recall":
        """Hold pairs against those there are."""
        return cls(len(found & there), len(there), len(found - there))

    def __str__(self) -> str:
        share = self.found / self.there if self.there else float("nan")
        return f"{share:.3f} ({self.found:,} of {self.there:,}; {self.wrong:,} wrong)"


def planted(count: int, seed: int = corpus.SEED) -> Iterator[Planted]:
    """``count`` articles, of which a tenth are edited copies of one of the thousand before.

    >>> [one.source for one in planted(40)] == [one.source for one in planted(50)][:40]
    True
    """
    dice = Random(seed).random
    before: list[str] = []
    for number, text in enumerate(corpus.articles(count, seed)):
        one = Planted(text, -1)
        if before and dice() < SHARE_COPIED:
            place = int(dice() * len(before))
            edits = EDITS[int(dice() * len(EDITS))]
            own = text.split()
            words = before[place].split(" ")
            changed = [
                own[k % len(own)] if dice() < edits else word for k, word in enumerate(words)
            ]
            one = Planted(" ".join(changed), number - len(before) + place)
        yield one
        before = [*before[-999:], one.text]


def brute_force(texts: Sequence[str], sample: Sequence[int]) -> Pairs:
    """Every pair of an article of the sample with any other at or above the threshold."""
    from toolkit.reading import article_from_text
    from toolkit.text.document import measured_text
    from toolkit.text.words import WORD, normal_form

    def grams(text: str) -> set[tuple[str, ...]]:
        read = measured_text(article_from_text(text))
        words = [normal_form(word) for word in WORD.findall(read)]
        return set(zip(*(words[k:] for k in range(N)), strict=False))

    having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = {}
    for place in sample:
        found = grams(texts[place])
        sizes[place] = len(found)
        for gram in found:
            having[gram].append(place)
    pairs = set()
    for number, text in enumerate(tqdm(texts, "brute force", unit="article", leave=False)):
        found = grams(text)
        shared = Counter(place for gram in found & having.keys() for place in having[gram])
        for place, count in shared.items():
            if place != number and count / (sizes[place] + len(found) - count) >= THRESHOLD:
                pairs.add((min(place, number), max(place, number)))
    return pairs


def with_copies(pairs: Pairs, copy_of: Sequence[int]) -> Pairs:
    """The pairs of all articles, where only the first of several copies is in ``pairs``.

    >>> sorted(with_copies({(0, 2), (0, 1)}, [-1, -1, 0]))
    [(0, 1), (0, 2), (1, 2)]
    """
    same: defaultdict[int, list[int]] = defaultdict(list)
    for number, first in enumerate(copy_of):
        same[number if first < 0 else first].append(number)
    found = {pair for group in same.values() if len(group) > 1 for pair in combinations(group, 2)}
    for a, b in pairs:
        if copy_of[b] != a:
            found |= {(min(x, y), max(x, y)) for x in same[a] for y in same[b]}
    return found
