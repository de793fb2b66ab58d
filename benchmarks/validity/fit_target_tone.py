"""``python -m benchmarks.validity.fit_target_tone``: the weights of tone towards a target.

Fits one weight per rule and the cut between neutral and not on the train half of NewsMTSC
(Hamborg and Donnay 2021) and writes ``toolkit/measures/target_tone.toml``. The weights are those
of an ordered logit (McCullagh 1980) on the sum of clues per rule; the cut is the one with the
best macro-F1, smoothed. That half holds more judgements than ordinary news, so its sentences
are weighed to be negative, neutral and positive as 2 to 3 to 1. How values fade with distance
was set by hand.
"""

import sys
from dataclasses import dataclass

import numpy as np

from benchmarks.validity import gold
from toolkit.article import Passage
from toolkit.measures import target_tone
from toolkit.measures.target_clue import RULES
from toolkit.measures.target_scenes import Scenes
from toolkit.text.document import Document

POLARITIES = {2: "negative", 4: "neutral", 6: "positive"}
LABELS = ("negative", "neutral", "positive")
SHARES = np.array([2.0, 3.0, 1.0]) / 6
CUTS = np.arange(0.1, 1.6, 0.05)
_NEAR_BEST = 0.003  # cuts this close to the best are averaged
_STEPS = 300


@dataclass(frozen=True)
class Examples:
    """Targets: the clues' sum per rule (rows of ``sums``), the label's number, the sentence's."""

    sums: np.ndarray
    labels: np.ndarray
    sentences: np.ndarray

    def part(self, keep: np.ndarray) -> "Examples":
        """Those that ``keep`` marks."""
        return Examples(self.sums[keep], self.labels[keep], self.sentences[keep])

    @property
    def importance(self) -> np.ndarray:
        """The weight of every target, which gives the labels their :data:`SHARES`."""
        counts = np.bincount(self.labels, minlength=len(LABELS))
        return (SHARES * len(self.labels) / np.maximum(counts, 1))[self.labels]


@dataclass(frozen=True)
class Fit:
    """One weight per rule, and the cut."""

    weights: np.ndarray
    cut: float

    def labels(self, sums: np.ndarray) -> np.ndarray:
        """The number of each target's label."""
        total = sums @ self.weights
        return 1 + (total > self.cut).astype(int) - (total < -self.cut).astype(int)


def targets(file: str) -> tuple[Document, list[Passage], np.ndarray, np.ndarray]:
    """The sentences of a file of NewsMTSC; a passage, a label and a sentence for each target."""
    lines = list(gold.objects("newsmtsc", file))
    document = Document.of_texts([line["sentence_normalized"] for line in lines])
    passages, labels, sentences = [], [], []
    for number, line in enumerate(lines):
        for target in line["targets"]:
            passages.append(Passage(str(number + 1), target["from"], target["to"]))
            labels.append(LABELS.index(POLARITIES[int(target["polarity"])]))
            sentences.append(number)
    return document, passages, np.array(labels), np.array(sentences)


def examples(file: str) -> Examples:
    """The targets of a file as sums of clues, before any weight."""
    document, passages, labels, sentences = targets(file)
    scenes = Scenes(document, document.tokens.bounds)
    names = list(RULES)
    sums = np.zeros((len(passages), len(names)))
    for row, passage in zip(sums, passages, strict=True):
        scene = scenes.around(passage)
        for clue in scene.clues() if scene else ():
            row[names.index(clue.rule)] += clue.value * target_tone.nearness(clue)
    return Examples(sums, labels, sentences)


def macro_f1(found: np.ndarray, wanted: np.ndarray, importance: np.ndarray) -> float:
    """Macro-F1 of weighted targets."""
    values = []
    for kind in range(len(LABELS)):
        right = importance[(found == kind) & (wanted == kind)].sum()
        whole = importance[found == kind].sum() + importance[wanted == kind].sum()
        values.append(2 * right / whole if whole else 0.0)
    return float(np.mean(values))


def fit(known: Examples) -> Fit:
    """The weights of an ordered logit, by Adam (Kingma and Ba 2015), and the best cut for them."""
    importance = known.importance
    scale = known.sums.std(axis=0) + 1e-9
    inputs = known.sums / scale
    values = np.concatenate((np.zeros(inputs.shape[1]), [-0.7, 0.7]))
    mean, square = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, _STEPS + 1):
        slope = _slope(values, inputs, known.labels, importance)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        size = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        values = values + 0.05 * mean / (1 - 0.9**step) / size
    weights = values[:-2] / scale
    scores = [
        macro_f1(Fit(weights, cut).labels(known.sums), known.labels, importance) for cut in CUTS
    ]
    near_best = CUTS[np.array(scores) > max(scores) - _NEAR_BEST]
    return Fit(np.round(weights, 2), round(float(near_best.mean()), 2))


def _slope(
    values: np.ndarray, inputs: np.ndarray, labels: np.ndarray, importance: np.ndarray
) -> np.ndarray:
    """The slope of the log-likelihood, by weight and by threshold."""
    lower, upper = values[-2:]
    total = inputs @ values[:-2]
    above = _logistic(np.select([labels == 0, labels == 1], [lower, upper], 50.0) - total)
    below = _logistic(np.select([labels == 1, labels == 2], [lower, upper], -50.0) - total)
    share = importance / np.maximum(above - below, 1e-9) / importance.sum()
    rise, fall = above * (1 - above) * share, below * (1 - below) * share
    by_lower = rise[labels == 0].sum() - fall[labels == 1].sum()
    by_upper = rise[labels == 1].sum() - fall[labels == 2].sum()
    return np.concatenate((inputs.T @ (fall - rise), [by_lower, by_upper]))


def _logistic(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x, -50, 50)))


def cross_validated(known: Examples, folds: int = 5) -> np.ndarray:
    """The label of every target by weights fitted on other sentences only."""
    found = np.zeros(len(known.labels), int)
    for fold in range(folds):
        held = known.sentences % folds == fold
        found[held] = fit(known.part(~held)).labels(known.sums[held])
    return found


def toml(fitted: Fit) -> str:
    """The text of ``target_tone.toml``."""
    distance = target_tone.weights()["distance"]
    return "\n".join(
        [
            "# Written by python -m benchmarks.validity.fit_target_tone: what a clue is worth.",
            "",
            "# By rule, fitted.",
            "[rules]",
            *(f"{name} = {w:.2f}" for name, w in zip(RULES, fitted.weights, strict=True)),
            "",
            "# How it fades, set by hand: half is left after `reach` words; factors for every",
            "# clause between, for words before the name, and where the name is a place (“in X”).",
            "[distance]",
            *(f"{name} = {value}" for name, value in distance.items()),
            "",
            "# A total beyond the cut, fitted, is positive or negative.",
            "[labels]",
            f"cut = {fitted.cut:.2f}",
            "",
        ]
    )


def main() -> int:
    """Fit, print and write; 2 where the set is not here."""
    try:
        known = examples("train.jsonl")
    except gold.NoGold as error:
        print(f"benchmarks.validity.fit_target_tone: {error}", file=sys.stderr)
        return 2
    text = toml(fit(known))
    target_tone.FILE.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
