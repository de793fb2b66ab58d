"""What is timed: four pieces of work, each beside the libraries people use for it today."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
from tqdm import tqdm

from benchmarks import ROOT
from benchmarks.checks import Check, equal_numbers, nothing_lost, where_both_agree
from benchmarks.peers import FORMULAS, Peers
from benchmarks.race import Ratio, Runner, Times, as_installed, faster, race, timed
from toolkit.article import Article
from toolkit.measures.catalogue import measure
from toolkit.measures.vader import polarity
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

SENTENCES, TONE = "Words and sentences", "Tone of every sentence"
FORMULAS_WORK, EVERYTHING = "Eight readability formulas", "Sentences, tone and formulas"
PUNKT, NLTK, AUTHORS, TEXTSTAT = "NLTK Punkt", "NLTK VADER", "vaderSentiment", "textstat"
RIVALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (SENTENCES, (PUNKT,)),
    (TONE, (NLTK,)),
    (TONE, (AUTHORS,)),
    (FORMULAS_WORK, (TEXTSTAT,)),
    (EVERYTHING, (PUNKT, NLTK, TEXTSTAT)),
    (EVERYTHING, (PUNKT, AUTHORS, TEXTSTAT)),
)
"""Each piece of work, with the libraries that do it together."""

BATCHES = (1, 10, 100, 1000)
_PEERS = (PUNKT, NLTK, AUTHORS, TEXTSTAT)
_FEWEST = 100  # articles worked through in a round, however small the batches


@dataclass(frozen=True)
class Speed:
    """One piece of work: our speed in three states, the peers', and the check on its numbers."""

    work: str
    peer: str
    fresh: Times
    cold: Times
    warm: Times
    theirs: Times
    check: Check

    @property
    def fresh_ratio(self) -> Ratio:
        """How many times as fast in a new process, from the first import on."""
        return faster(self.fresh, self.theirs)

    @property
    def cold_ratio(self) -> Ratio:
        """How many times as fast with no word known."""
        return faster(self.cold, self.theirs)

    @property
    def warm_ratio(self) -> Ratio:
        """How many times as fast with every word met before."""
        return faster(self.warm, self.theirs)


@dataclass(frozen=True)
class Curve:
    """Ratios to one peer by batch size: ``{articles at a time: (cold, warm)}``."""

    work: str
    peer: str
    ratios: dict[int, tuple[Ratio, Ratio]]


@dataclass(frozen=True)
class Block:
    """What the toolkit makes of some articles, and the seconds that each piece of work took.

    A piece of work begins at the bare text. Tone stands on words and sentences, the formulas
    on words; these are found once, and their time counts in full for each.
    """

    document: Document
    tone: np.ndarray
    formulas: np.ndarray
    seconds: dict[str, float]


def blocks(texts: Iterable[str], vocabulary: Vocabulary) -> Iterator[Block]:
    """Words, sentences, VADER's four scores per sentence, eight formulas per article."""
    articles = (Article(str(k), text) for k, text in enumerate(texts))
    measures = [measure(name) for name in FORMULAS]
    start = process_time()
    for document in Document.blocks(articles, vocabulary):
        read = process_time()
        formulas = np.array([formula(document) for formula in measures]).T
        counted = process_time()
        _ = document.sentences
        split = process_time()
        tone = polarity(document, document.sentences)
        done = process_time()
        seconds = {
            SENTENCES: (read - start) + (split - counted),
            TONE: (read - start) + (done - counted),
            FORMULAS_WORK: counted - start,
            EVERYTHING: done - start,
        }
        yield Block(document, tone, formulas, seconds)
        start = process_time()


def seconds(texts: Iterable[str], vocabulary: Vocabulary) -> dict[str, float]:
    """How long each piece of work takes; a block is gone before the next is made."""
    total = dict.fromkeys((SENTENCES, TONE, FORMULAS_WORK, EVERYTHING), 0.0)
    for block in blocks(texts, vocabulary):
        for work, took in block.seconds.items():
            total[work] += took
        del block
    return total


@dataclass(frozen=True)
class Sample:
    """The articles that the slower libraries are given: where they stand, their text, sentences."""

    places: list[int]
    texts: list[str]
    spans: list[list[tuple[int, int]]]
    sentences: list[list[str]]

    @classmethod
    def of(cls, texts: Sequence[str], size: int) -> "Sample":
        """``size`` articles at even distances."""
        count = min(size, len(texts))
        places = [k * len(texts) // count for k in range(count)]
        chosen = [texts[place] for place in places]
        document = Document.of_texts(chosen, Vocabulary())
        spans = [_spans(document, k) for k in range(count)]
        split = [
            [text[start:end] for start, end in found]
            for text, found in zip(chosen, spans, strict=True)
        ]
        return cls(places, chosen, spans, split)


def _spans(document: Document, index: int) -> list[tuple[int, int]]:
    return [(passage.start, passage.end) for passage in document.sentence_passages(index)]


def checks(made: Iterable[Block], sample: Sample, peers: Peers) -> list[Check]:
    """Our numbers, taken from the run over the whole corpus, against the peers' on the sample.

    One check for each of :data:`RIVALS`.
    """
    spans, tones, formulas = [], [], []
    wanted = set(sample.places)
    first = 0
    for block in made:
        document = block.document
        for k in sorted(wanted.intersection(range(first, first + len(document.articles)))):
            begin, end = document.article_sentences[k - first : k - first + 2]
            spans.append(_spans(document, k - first))
            tones.append(block.tone[begin:end])
            formulas.append(block.formulas[k - first : k - first + 1])
        first += len(document.articles)
    nltk, authors = peers.tone(sample.sentences), peers.authors_tone(sample.sentences)
    found = [
        nothing_lost(sample.texts, spans, peers.sentences(sample.texts)),
        equal_numbers(tones, nltk, "scores differ"),
        where_both_agree(tones, nltk, authors),
        equal_numbers(formulas, peers.formulas(sample.texts), "values differ"),
    ]
    together = Check(
        "letters, scores and values of the rows above are wrong",
        sum(check.compared for check in found),
        sum(check.wrong for check in found),
    )
    return [*found, together, together]


def measure_speeds(
    texts: Sequence[str], sample: Sample, peers: Peers, rounds: int, progress: tqdm
) -> tuple[list[Speed], list[Curve]]:
    """Race the toolkit, at all batch sizes, cold and warm, with the peers on the sample."""
    known = Vocabulary()
    found = checks(blocks(texts, known), sample, peers)
    size = megabytes(sample.texts)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        runners = {"fresh": (_in_new_process(file), megabytes(texts)), **_ours(texts, known)}
        runners |= {
            PUNKT: (timed(PUNKT, lambda: peers.sentences(sample.texts)), size),
            NLTK: (timed(NLTK, lambda: peers.tone(sample.sentences)), size),
            AUTHORS: (timed(AUTHORS, lambda: peers.authors_tone(sample.sentences)), size),
            TEXTSTAT: (timed(TEXTSTAT, lambda: peers.formulas(sample.texts)), size),
        }
        times = race(runners, rounds, progress.update)

    def speed(number: int, count: int) -> Speed:
        work, libraries = RIVALS[number]
        together = zip(*(times[name, name].seconds for name in libraries), strict=True)
        return Speed(
            work,
            " + ".join(libraries),
            times["fresh", work],
            times[f"{count} cold", work],
            times[f"{count} warm", work],
            Times(tuple(map(sum, together)), size),
            found[number],
        )

    def curve(number: int) -> Curve:
        at = {count: speed(number, count) for count in _sizes(len(texts))}
        ratios = {count: (one.cold_ratio, one.warm_ratio) for count, one in at.items()}
        return Curve(RIVALS[number][0], " + ".join(RIVALS[number][1]), ratios)

    every = [speed(number, len(texts)) for number in range(len(RIVALS))]
    return every, [curve(3), curve(1)]


def _ours(texts: Sequence[str], known: Vocabulary) -> dict[str, tuple[Runner, float]]:
    def runner(batches: list[Sequence[str]], vocabulary: Vocabulary | None) -> Runner:
        def run() -> dict[str, float]:
            found = [
                seconds(b, Vocabulary() if vocabulary is None else vocabulary) for b in batches
            ]
            return {work: sum(one[work] for one in found) for work in found[0]}

        return run

    runners = {}
    for size in _sizes(len(texts)):
        used = texts[: max(size, min(_FEWEST, len(texts)))]
        batches = [used[k : k + size] for k in range(0, len(used), size)]
        runners[f"{size} cold"] = (runner(batches, None), megabytes(used))
        runners[f"{size} warm"] = (runner(batches, known), megabytes(used))
    return runners


def _in_new_process(file: Path) -> Runner:
    command = [sys.executable, "-m", "benchmarks.fresh", str(file)]
    environment = as_installed(str(file.parent))

    def run() -> dict[str, float]:
        done = subprocess.run(
            command, cwd=ROOT, check=True, capture_output=True, text=True, env=environment
        )
        return json.loads(done.stdout)

    run()  # once for the disk
    return run


def _sizes(count: int) -> list[int]:
    return [size for size in BATCHES if size < count] + [count]


def steps(count: int, rounds: int) -> int:
    """How many runs :func:`measure_speeds` makes."""
    return rounds * (1 + 2 * len(_sizes(count)) + len(_PEERS))


def megabytes(texts: Sequence[str]) -> float:
    """Size of the texts in UTF-8, in millions of bytes."""
    return sum(len(text.encode()) for text in texts) / 1e6
