"""The parts of the search for copied text, each against a plain twin."""

from collections import Counter
from random import Random

import numpy as np
import pytest

from toolkit.article import Article
from toolkit.comparison.copying.passages import overlap
from toolkit.corpus.reuse import sets as sets_module
from toolkit.corpus.reuse import shingles
from toolkit.corpus.reuse.copies import Alike, Matching, alike, in_batches
from toolkit.corpus.reuse.overlaps import overlaps
from toolkit.corpus.reuse.sets import Sets
from toolkit.corpus.reuse.shelf import Shelf, packed
from toolkit.corpus.reuse.shingles import hashed_ngrams, words_of
from toolkit.corpus.reuse.sieve import MOST, Sieve
from toolkit.text.document import Document


def some_texts(seed: int, count: int = 30) -> list[str]:
    dice = Random(seed)
    made = [" ".join(dice.choice("abcé") for _ in range(dice.randrange(20))) for _ in range(count)]
    return [*made, *[text.upper() + "!" for text in made[:5]]]


@pytest.mark.parametrize("n", [1, 2, 5, 19, 10**9])
@pytest.mark.parametrize("bits", [0, 3, 35])
def test_overlaps_are_those_of_each_pair(monkeypatch, n, bits):
    rolled = shingles._rolled
    monkeypatch.setattr(shingles, "_rolled", lambda given, n: rolled(given, n) & ((1 << bits) - 1))
    document = Document.of_texts(some_texts(n))
    pairs = [(a, b) for a in range(35) for b in range(35)]
    for (a, b), found in zip(pairs, overlaps(document, pairs, n), strict=True):
        assert repr(found) == repr(overlap(document, a, b, n))
    assert overlaps(document, [], n) == []


def test_words_without_places_are_the_words():
    document = Document.of_texts(["UK/US *** “post-war” don’t", "", "***", "one U.S. two"])
    words = words_of(document)
    assert words.forms.tolist() == document.words.forms.tolist()
    assert words.bounds.tolist() == document.article_words.tolist()
    grams, places, bounds = hashed_ngrams(document, words, 2)
    assert bounds.tolist() == [0, 3, 3, 3, 5]
    assert places.tolist() == [0, 1, 2, 4, 5]
    assert len(set(grams.tolist())) == 5


@pytest.mark.parametrize("room", [1 << 26, 1 << 12, 1])
def test_the_sieve_never_counts_too_few(tmp_path, monkeypatch, room):
    monkeypatch.setattr(sets_module, "_AT_A_TIME", 300)
    dice = np.random.default_rng(1)
    numbers = [np.unique(dice.integers(0, 40_000, size)) for size in (0, 5, 900, 40, 0, 3000, 700)]
    numbers += [np.array([7, 8, 9])] * (MOST + 3)
    chosen = np.ones(len(numbers), bool)
    chosen[3] = False
    sets = Sets(tmp_path / "sets")
    sets.add(np.concatenate(numbers).astype(np.uint64), np.array([len(one) for one in numbers]))
    true = Counter(x for one, is_in in zip(numbers, chosen, strict=True) if is_in for x in one)
    sieve = Sieve(sets, chosen, tmp_path / "counts", room)
    seen = exact = 0
    for _, _, hashes, counts in sieve.blocks():
        for number, count in zip(hashes.tolist(), counts.tolist(), strict=True):
            assert count >= min(true[number], MOST)
            seen += 1
            exact += count == min(true[number], MOST)
    assert seen == sum(map(len, numbers))
    assert exact > 0.7 * seen
    assert sieve.at_least(1)[0].tolist()[:3] == [0, 5, len(numbers[2])]
    sieve.close()
    assert not (tmp_path / "counts").exists()


def test_copies_are_told_by_their_words_whatever_the_sums(tmp_path):
    texts = ["A b c.", "a B c", "c b a", "", "a b c", "C, b: a"]
    shelf = Shelf(tmp_path / "articles")
    shelf.add([packed(Article("x", text)) for text in texts[:2]])
    shelf.add([packed(Article("x", text)) for text in texts[2:]])
    shelf.finish()
    every = Alike(tuple(range(6)), tuple(map(shelf.place, range(6))))
    (batch,) = in_batches([every])
    assert Matching(shelf.path).do(batch.items).found == ((1, 0), (4, 0), (5, 2))


def test_alike_are_those_with_n_grams_of_one_sum():
    sums, n_words = np.array([4, 5, 4, 4, 0, 0]), np.array([9, 9, 9, 8, 2, 2])
    assert alike(sums, n_words, np.array([5, 5, 5, 5, 0, 0])) == [(0, 2)]
