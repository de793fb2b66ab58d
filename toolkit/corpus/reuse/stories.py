"""Articles that tell one story, each perhaps in words of its own.

An article is known by its forty weightiest words: rare in the language, often in the article
(Spärck Jones 1972; here with :mod:`toolkit.text.word_frequency`), and rare in the corpus. Two
articles are as near as the cosine of these weights. Articles are joined into stories from the
nearest pair on, as long as those on one side are near to those on the other *on average*: a chain
of chance resemblances joins nothing (average linkage; Sokal and Michener 1958).

This is an estimate and no proof: it says which articles to read beside each other. Only pairs with
two of their 24 weightiest words in common are looked at, and of a word that many have only
neighbours are, so that the time grows with the corpus and not with its square. All numbers are
whole and all ties are broken by the order of the input, so that the result is the same everywhere.
"""

from collections.abc import Iterator

import numpy as np

from toolkit.corpus.reuse.candidates import Workplace, pack_pairs, unpack_pairs
from toolkit.corpus.reuse.shingles import word_hashes
from toolkit.text.document import Document
from toolkit.text.word_frequency import frequencies

NEAR = 0.18
"""How near articles of one story are on average. Longer articles are nearer to all others: on
ECB+, whose texts have some 30 words, .12 is best; whole articles need more to be told apart."""

WORDS = 40
WORD_BITS = 40
MOST_IN_BATCH = 1 << 11
_MOST_WEIGHT = (1 << (64 - 11 - WORD_BITS)) - 1
_COMMONEST = 80  # tenths on the Zipf scale; "the" has 77
_COMMON = 60  # words like "said", and those more common, are left out
_UNIT = 1000  # length of an article's weights
_NEIGHBOURS = 20  # of the articles with one word, each is held against so many that follow
_KEYS, _LEAST = 24, 2  # of so many of its weightiest words, two articles must share so many
_AT_A_TIME = 1 << 16  # pairs
_U = np.uint64
_WORD = _U((1 << WORD_BITS) - 1)


def story_words(document: Document) -> np.ndarray:
    """The weightiest words of each article (uint64: articles by 40), weight first, then a hash.

    Zero where an article has fewer. A batch holds at most ``MOST_IN_BATCH`` articles.
    """
    articles = len(document.articles)
    found = no_words(articles)
    forms = document.words.forms.astype(np.int64)
    if not len(forms):
        return found
    owners = np.repeat(np.arange(articles), np.diff(document.article_words))
    rarity = _COMMONEST - document.word_forms.column(frequencies)
    telling = rarity[forms] > _COMMONEST - _COMMON
    types = len(document.word_forms)
    keys, times = np.unique(owners[telling] * types + forms[telling], return_counts=True)
    owners, forms = keys // types, keys % types
    weights = np.minimum(_often(times) * rarity[forms], _MOST_WEIGHT)
    hashes = document.word_forms.column(word_hashes)[forms] >> _U(64 - WORD_BITS)
    rows = owners.astype(np.uint64) << _U(64 - 11)
    rows |= (_MOST_WEIGHT - weights).astype(np.uint64) << _U(WORD_BITS)
    rows |= hashes
    rows.sort()
    owners = (rows >> _U(64 - 11)).astype(np.int64)
    place = np.arange(len(rows)) - np.searchsorted(owners, owners)
    weights = _U(_MOST_WEIGHT) - ((rows >> _U(WORD_BITS)) & _U(_MOST_WEIGHT))
    chosen = place < WORDS
    packed = (weights << _U(WORD_BITS)) | (rows & _WORD)
    found[owners[chosen], place[chosen]] = packed[chosen]
    return found


def no_words(articles: int) -> np.ndarray:
    """The story words of articles that have none."""
    return np.zeros((articles, WORDS), np.uint64)


def stories(words: np.ndarray, days: np.ndarray, within: int, place: Workplace) -> list[list[int]]:
    """Groups of two or more articles, each rising, in order of their first.

    ``words`` as :func:`story_words` gives them; ``days`` (int64) the day each article appeared,
    -1 where that is not known. Articles more than ``within`` days apart are not joined directly.
    """
    if not words.any():
        return []
    terms, weights = _weighed(words)
    pairs, nearness = [], []
    for part in _nearby(_keys(terms, weights), days, within, place):
        near = _products(terms, weights, *part)
        enough = near >= NEAR * _UNIT**2
        pairs.append(pack_pairs(part[0][enough], part[1][enough]))
        nearness.append(near[enough])
    if not pairs:
        return []
    together, near = np.concatenate(pairs), np.concatenate(nearness)
    order = np.lexsort((together, -near))
    first, second = unpack_pairs(together[order])
    groups = _Groups(terms, weights)
    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        groups.join(a, b)
    return groups.found()


def _often(times: np.ndarray) -> np.ndarray:
    """What it counts that a word comes so many times: 16 for once, and more ever more slowly."""
    return np.floor(16 * (1 + np.log(times))).astype(np.int64)


def _weighed(words: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of each article's words, rising, 0 for none, and their weights, of unit length."""
    articles = len(words)
    hashes = words & _WORD
    _, terms, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    terms = terms.reshape(words.shape)
    here = (words >> _U(WORD_BITS)).astype(np.int64)
    if len(counts) and not (hashes == 0).any():
        terms = terms + 1
        counts = np.concatenate(([1], counts))
    counts[0] = 1
    rare = _often(np.maximum(articles / counts, 1))
    weights = here * rare[terms]
    length = np.sqrt((weights**2).sum(axis=1).astype(float))
    unit = np.floor(_UNIT * weights / np.maximum(length, 1)[:, None]).astype(np.int64)
    terms[here == 0] = 0
    order = np.argsort(terms, axis=1, kind="stable")
    return np.take_along_axis(terms, order, 1), np.take_along_axis(unit, order, 1)


def _keys(terms: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weightiest words of each article, by number."""
    order = np.argsort(-weights, axis=1, kind="stable")[:, :_KEYS]
    return np.take_along_axis(terms, order, 1)


def _nearby(
    terms: np.ndarray, days: np.ndarray, within: int, place: Workplace
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs of articles with some words in common."""
    owners = np.repeat(np.arange(len(terms)), terms.shape[1])
    flat = terms.reshape(-1)
    # Those that appeared together stand together, so that neighbours are the likeliest partners.
    order = np.lexsort((owners, days[owners], flat))
    flat, owners = flat[order], owners[order]
    keep = flat > 0
    flat, owners = flat[keep], owners[keep]
    runs = place.runs("words")
    at = np.arange(len(flat))
    for distance in range(1, _NEIGHBOURS + 1):
        at = at[at + distance < len(flat)]
        at = at[flat[at + distance] == flat[at]]
        if not len(at):
            break
        one, other = owners[at], owners[at + distance]
        apart = np.abs(days[one] - days[other])
        close = (apart <= within) | (days[one] < 0) | (days[other] < 0)
        one, other = one[close], other[close]
        runs.add(pack_pairs(np.minimum(one, other), np.maximum(one, other)))
    for rows in runs.slices():
        pairs, times = np.unique(rows, return_counts=True)
        pairs = pairs[times >= _LEAST]
        for done in range(0, len(pairs), _AT_A_TIME):
            yield unpack_pairs(pairs[done : done + _AT_A_TIME])
    runs.close()


def _products(
    terms: np.ndarray, weights: np.ndarray, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Sum over the words that two articles share of the products of their weights."""
    size = int(terms.max(initial=0)) + 1
    rows, back = np.unique(second, return_inverse=True)
    known = (np.arange(len(rows))[:, None] * size + terms[rows]).reshape(-1)
    wanted = back.reshape(-1)[:, None] * size + terms[first]
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    shared = (known[at] == wanted) & (terms[first] > 0)
    there = weights[rows].reshape(-1)[at]
    return np.where(shared, weights[first] * there, 0).sum(axis=1)


class _Groups:
    """Articles in growing groups. A group's words have the sum of its articles' weights, so that
    the mean nearness of two groups is a product of sums, and never needs the pairs."""

    def __init__(self, terms: np.ndarray, weights: np.ndarray) -> None:
        self._terms, self._weights = terms, weights
        self._group = list(range(len(terms)))
        self._members: dict[int, list[int]] = {}
        self._sums: dict[int, dict[int, int]] = {}

    def join(self, a: int, b: int) -> None:
        """Join the groups of two articles if they are near enough on average."""
        one, other = self._group[a], self._group[b]
        if one == other:
            return
        if len(self._of(one)) < len(self._of(other)):
            one, other = other, one
        large, small = self._sums[one], self._sums[other]
        total = sum(weight * large.get(word, 0) for word, weight in small.items())
        if total < NEAR * _UNIT**2 * len(self._members[one]) * len(self._members[other]):
            return
        for word, weight in small.items():
            large[word] = large.get(word, 0) + weight
        for member in self._members[other]:
            self._group[member] = one
        self._members[one] += self._members.pop(other)
        del self._sums[other]

    def found(self) -> list[list[int]]:
        """Groups of two or more."""
        return sorted(sorted(group) for group in self._members.values() if len(group) > 1)

    def _of(self, group: int) -> list[int]:
        if group not in self._members:
            self._members[group] = [group]
            pairs = zip(self._terms[group].tolist(), self._weights[group].tolist(), strict=True)
            self._sums[group] = {word: weight for word, weight in pairs if word}
        return self._members[group]
