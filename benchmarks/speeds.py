"""What is timed: four pieces of work, each beside the library people use for it today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from time import process_time

import numpy as np
from tqdm import tqdm

from benchmarks.checks import Check, equal_numbers, nothing_lost
from benchmarks.peers import FORMULAS, Peers
from benchmarks.race import Ratio, Runner, Times, faster, race, timed
from toolkit.measures.catalogue import measure
from toolkit.measures.vader import polarity
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

SENTENCES, TONE = "Words and sentences", "Tone of every sentence"
FORMULAS_WORK, EVERYTHING = "Eight readability formulas", "Sentences, tone and formulas"
RIVALS = {
    SENTENCES: "NLTK Punkt",
    TONE: "NLTK VADER",
    FORMULAS_WORK: "textstat",
    EVERYTHING: "Punkt + NLTK VADER + textstat",
}
BATCHES = (1, 10, 100, 1000)
_PEERS = ("Punkt", "VADER", "textstat")
_FEWEST = 100  # articles worked through in a round, however small the batches


@dataclass(frozen=True)
class Speed:
    """One piece of work: our speed cold and warm, the peer's, and the check on its numbers."""

    work: str
    peer: str
    cold: Times
    warm: Times
    theirs: Times
    check: Check

    @property
    def cold_ratio(self) -> Ratio:
        """How many times as fast with nothing known."""
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
class Ours:
    """What the toolkit makes of texts, and the seconds it took from the bare text to each result.

    Tone and formulas both stand on words and sentences, so these are found once, and their time
    counts in full for each.
    """

    document: Document
    tone: np.ndarray
    formulas: np.ndarray
    seconds: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Sequence[str], vocabulary: Vocabulary) -> "Ours":
        """Words, sentences, VADER's four scores per sentence, eight formulas per article."""
        start = process_time()
        document = Document.of_texts(texts, vocabulary)
        read = process_time()
        tone = polarity(document, document.sentences)
        toned = process_time()
        formulas = np.stack([measure(name)(document) for name in FORMULAS], axis=1)
        done = process_time()
        return cls(
            document,
            tone,
            formulas,
            {
                SENTENCES: read - start,
                TONE: toned - start,
                FORMULAS_WORK: (read - start) + (done - toned),
                EVERYTHING: done - start,
            },
        )


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
        spans = [
            [(passage.start, passage.end) for passage in document.sentence_passages(k)]
            for k in range(count)
        ]
        split = [
            [text[start:end] for start, end in found]
            for text, found in zip(chosen, spans, strict=True)
        ]
        return cls(places, chosen, spans, split)


def checks(ours: Ours, sample: Sample, peers: Peers) -> dict[str, Check]:
    """Our numbers, taken from the run over the whole corpus, against the peers' on the sample."""
    document = ours.document
    spans, tones = [], []
    for k in sample.places:
        first, last = document.article_sentences[k : k + 2]
        spans.append([(p.start, p.end) for p in document.sentence_passages(k)])
        tones.append(ours.tone[first:last])
    formulas = [ours.formulas[k : k + 1] for k in sample.places]
    found = {
        SENTENCES: nothing_lost(sample.texts, spans, peers.sentences(sample.texts)),
        TONE: equal_numbers(tones, peers.tone(sample.sentences), "scores differ"),
        FORMULAS_WORK: equal_numbers(formulas, peers.formulas(sample.texts), "values differ"),
    }
    found[EVERYTHING] = Check(
        "letters, scores and values of the rows above are wrong",
        sum(check.compared for check in found.values()),
        sum(check.wrong for check in found.values()),
    )
    return found


def measure_speeds(
    texts: Sequence[str], sample: Sample, peers: Peers, rounds: int, progress: tqdm
) -> tuple[list[Speed], list[Curve]]:
    """Race the toolkit, at all batch sizes, cold and warm, with the peers on the sample."""
    known = Vocabulary()
    found = checks(Ours.of(texts, known), sample, peers)
    runners: dict[str, tuple[Runner, float]] = {}
    for size in _sizes(len(texts)):
        used = texts[: max(size, min(_FEWEST, len(texts)))]
        batches = [used[k : k + size] for k in range(0, len(used), size)]
        runners[f"{size} cold"] = (_ours(batches, None), megabytes(used))
        runners[f"{size} warm"] = (_ours(batches, known), megabytes(used))
    part = megabytes(sample.texts)
    runners |= {
        "Punkt": (timed(SENTENCES, lambda: peers.sentences(sample.texts)), part),
        "VADER": (timed(TONE, lambda: peers.tone(sample.sentences)), part),
        "textstat": (timed(FORMULAS_WORK, lambda: peers.formulas(sample.texts)), part),
    }
    times = race(runners, rounds, progress.update)
    theirs = {work: times[rival, work] for rival, work in times if rival in _PEERS}
    together = zip(*(one.seconds for one in theirs.values()), strict=True)
    theirs[EVERYTHING] = Times(tuple(map(sum, together)), part)

    def speed(work: str, size: int) -> Speed:
        cold, warm = (times[f"{size} {state}", work] for state in ("cold", "warm"))
        return Speed(work, RIVALS[work], cold, warm, theirs[work], found[work])

    def curve(work: str) -> Curve:
        at = {size: speed(work, size) for size in _sizes(len(texts))}
        return Curve(
            work, RIVALS[work], {size: (s.cold_ratio, s.warm_ratio) for size, s in at.items()}
        )

    return [speed(work, len(texts)) for work in RIVALS], [curve(FORMULAS_WORK), curve(TONE)]


def _ours(batches: list[Sequence[str]], known: Vocabulary | None) -> Runner:
    def runner() -> dict[str, float]:
        total: dict[str, float] = {}
        for batch in batches:
            done = Ours.of(batch, Vocabulary() if known is None else known)
            for work, seconds in done.seconds.items():
                total[work] = total.get(work, 0.0) + seconds
        return total

    return runner


def _sizes(count: int) -> list[int]:
    return [size for size in BATCHES if size < count] + [count]


def steps(count: int, rounds: int) -> int:
    """How many runs :func:`measure_speeds` makes."""
    return rounds * (2 * len(_sizes(count)) + len(_PEERS))


def megabytes(texts: Sequence[str]) -> float:
    """Size of the texts in UTF-8, in millions of bytes."""
    return sum(len(text.encode()) for text in texts) / 1e6
