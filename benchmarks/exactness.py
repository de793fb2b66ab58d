"""Equal to textstat and to NLTK's VADER on a great many texts, on whatever Python runs this.

    python -m benchmarks.exactness [--texts 5000] [--sentences 200000] [--fuzzed 100000]

Texts are paragraphs of the speed corpus and, one in three, salads of letters, marks and odd
characters. Sentences are those of the speed corpus; the fuzzed ones are word salads of all that
VADER's rules look for. Since Python 3.12, ``sum`` corrects its own rounding, so that NLTK's scores
changed a little; ours stay the same on every Python, those of NLTK with a plain sum, and that is
what they are held against (how many differ from this Python's NLTK is printed as well).

Prints a count of differences for each formula and score, exits with 1 if there is any. Excepted
is a text without words, of which ours is not defined.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from random import Random

import numpy as np
from nltk.sentiment import vader
from tqdm import tqdm

from benchmarks.corpus import articles
from benchmarks.peers import Peers, opened, versions
from toolkit.measures.catalogue import measure
from toolkit.measures.vader import polarity
from toolkit.text import lexicon
from toolkit.text.document import Document

# Our name and textstat's.
NAMES = {
    "word_count": "lexicon_count",
    "formula_sentence_count": "sentence_count",
    "syllable_count": "syllable_count",
    "reading_time": "reading_time",
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog_index": "smog_index",
    "coleman_liau_index": "coleman_liau_index",
    "automated_readability_index": "automated_readability_index",
    "dale_chall_readability_score": "dale_chall_readability_score",
    "dale_chall_readability_score_v2": "dale_chall_readability_score_v2",
    "lix": "lix",
    "rix": "rix",
    "linsear_write_formula": "linsear_write_formula",
    "spache_readability": "spache_readability",
    "mcalpine_eflaw": "mcalpine_eflaw",
}
_LETTERS = [*"abc'tsdvelr.!?…-—“”’ \n\tİßΣς_é1,;:/ ", "don't", "U.S. ", "the ", "president ", ". "]
_RULES = "never so this least at very but BUT kind of sort just not isn't n't the without doubt"
_RULES += " GOOD good good, !!! great! (great) -great ? ?? ??? “good” good’s :) :-( é a I VERY x"
_RULES += " shit bomb bad ass yeah right cut mustard kiss death hand to mouth enough extremely"


def texts(count: int) -> Iterator[str]:
    """Paragraphs and letter salads, always the same ones."""
    random, drawn = Random(1).random, 0
    for article in articles(count):
        for paragraph in article.split("\n"):
            if paragraph and drawn < count:
                yield paragraph
                drawn += 1
            if drawn < count and drawn % 3 == 0:
                yield "".join(_LETTERS[int(random() * len(_LETTERS))] for _ in range(80))
                drawn += 1
        if drawn >= count:
            return


def sentences(count: int) -> Iterator[str]:
    """Sentences of the speed corpus."""

    def all_of_them() -> Iterator[str]:
        for article in articles(count):
            document = Document.of_texts([article])
            yield from map(document.articles[0].words_of, document.sentence_passages(0))

    return islice(all_of_them(), count)


def fuzzed(count: int) -> Iterator[str]:
    """Word salads of what VADER's rules look for and words of its lexicon."""
    random, rules, valent = Random(2).random, _RULES.split(), list(lexicon.valences())
    for _ in range(count):
        length = 1 + int(random() * 14)
        lists = [rules if random() < 0.75 else valent for _ in range(length)]
        yield " ".join(words[int(random() * len(words))] for words in lists)


def formula_differences(peers: Peers, batch: list[str]) -> dict[str, int]:
    """For every formula, on how many texts with words it is more than 1e-9 from textstat's."""
    document = Document.of_texts(batch)
    wordy = measure("word_count")(document) > 0
    found = {}
    for ours, theirs in tqdm(NAMES.items(), desc="formulas", disable=None):
        function = getattr(peers.textstat, theirs)
        expected = np.array([function(text) for text in batch], float)
        close = np.abs(measure(ours)(document) - expected) <= 1e-9
        found[ours] = int((wordy & ~close).sum())
    return found


def plain_sum(values: Iterable[float]) -> float:
    """Adds up from left to right and rounds as it goes, as ``sum`` did until Python 3.11."""
    total = 0.0
    for value in values:
        total += value
    return total


def tone_differences(peers: Peers, batch: list[str]) -> tuple[int, int, int]:
    """On how many sentences any of VADER's four scores differs from NLTK's with a plain sum.

    Then the same for NLTK as this Python runs it, and how many of ours are not defined.
    """
    document = Document.of_texts(batch)
    ours = polarity(document, document.tokens.bounds)
    undefined = np.isnan(ours[:, 3])
    differing = []
    for add in (plain_sum, sum):
        vader.sum = add  # type: ignore[attr-defined]
        theirs = peers.tone([tqdm(batch, desc="VADER", disable=None)])[0]
        differing.append(int((~undefined & (ours != theirs).any(axis=1)).sum()))
    return differing[0], differing[1], int(undefined.sum())


def main() -> int:
    """Print all counts of differences; 1 if any is not 0."""
    parser = argparse.ArgumentParser(description="Compare every value with textstat and NLTK.")
    parser.add_argument("--texts", type=int, default=5_000)
    parser.add_argument("--sentences", type=int, default=200_000)
    parser.add_argument("--fuzzed", type=int, default=100_000)
    options = parser.parse_args()
    wrong = 0
    print(f"Python {sys.version.split()[0]}, {versions()}")
    with opened() as peers:
        for name, count in formula_differences(peers, list(texts(options.texts))).items():
            print(f"{name}: {count} of {options.texts:,} texts differ")
            wrong += count
        for kind, made in (
            ("sentences", sentences(options.sentences)),
            ("fuzzed sentences", fuzzed(options.fuzzed)),
        ):
            batch = list(made)
            count, own, undefined = tone_differences(peers, batch)
            print(
                f"VADER: {count} of {len(batch):,} {kind} differ ({own} with this Python's sum);"
                f" {undefined} are not defined"
            )
            wrong += count
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
