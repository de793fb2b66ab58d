"""Tone towards a chosen person or thing: which words around a name speak for or against it.

Rules only, and every one shows the words it counted. Each clue (:mod:`target_rules`) is worth
its lexicon's value times the weight of its rule, less with every word and clause between it and
the name. The weights, and the cut between neutral and not, are 12 numbers in
``target_tone.toml``, fitted by ``python -m benchmarks.validity.fit_target_tone``.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, repeat
from math import fsum, nan, sqrt
from operator import mul
from pathlib import Path
from typing import Protocol

import numpy as np

from toolkit.article import Article, Passage
from toolkit.errors import UsageError
from toolkit.measures.measure import Measure
from toolkit.measures.target_clue import Clue
from toolkit.measures.target_mentions import mentions
from toolkit.measures.target_scenes import Scenes
from toolkit.text.document import Document
from toolkit.text.segments import means

FILE = Path(__file__).with_name("target_tone.toml")
_SATURATION = 4.0  # score = total / sqrt(total² + 4): two strong clues give about .9
_MOST_CLAUSES = 8


class HasDocument(Protocol):
    """A comparison, or anything else that holds a document (the articles as arrays)."""

    @property
    def document(self) -> Document: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that speak about the target: where, by which rule, and for how much of the total."""

    passage: Passage
    words: str
    rule: str
    weight: float


@dataclass(frozen=True, slots=True)
class TargetTone:
    """The tone towards one mention, and why.

    ``score`` is from -1 to 1 (NaN where the passage holds no word), ``label`` is ``positive``,
    ``neutral``, ``negative`` or, for NaN, empty. ``why`` is in text order; its weights add up to
    the total that the score is made of.
    """

    passage: Passage
    sentence: Passage
    score: float
    label: str
    why: tuple[Evidence, ...]


@cache
def weights() -> dict[str, dict[str, float]]:
    """The numbers of ``target_tone.toml``: ``rules``, ``distance`` and ``labels``."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def _fading(factor: float) -> tuple[float, ...]:
    """The factor for 0, 1, 2, ... clauses (multiplied out: the same on every machine)."""
    return tuple(accumulate(repeat(factor, _MOST_CLAUSES), mul, initial=1.0))


def nearness(clue: Clue) -> float:
    """How much of a clue's value reaches the target, 0 to 1: less the farther away it stands."""
    distance = weights()["distance"]
    reach = distance["reach"] / (distance["reach"] + clue.steps)
    reach *= _fading(distance["clause"])[min(clue.clauses, _MOST_CLAUSES)]
    reach *= distance["before"] if clue.before else 1.0
    return reach * distance["setting"] if clue.setting else reach


def target_tone(
    document: Document, passages: Iterable[Passage], bounds: np.ndarray | None = None
) -> list[TargetTone]:
    """The tone towards the target at each passage, in the order given.

    A passage covers the words of one mention (:func:`mentions` finds those of a name). What
    counts is the sentence around it, or its stretch of tokens where ``bounds`` are given.
    Raises ``UsageError`` where a passage names no article of the document.

    >>> document = Document.of_texts(["Critics blasted Macron, who praised the farmers."])
    >>> found, = target_tone(document, mentions(document, "Macron"))
    >>> found.label, [(clue.words, clue.rule) for clue in found.why]
    ('negative', [('blasted', 'suffers'), ('praised', 'does')])
    """
    scenes = Scenes(document, document.sentences if bounds is None else bounds)
    return [_toned(scenes, passage) for passage in passages]


def _toned(scenes: Scenes, passage: Passage) -> TargetTone:
    scene = scenes.around(passage)
    if scene is None:
        return TargetTone(passage, passage, nan, "", ())
    rules = weights()["rules"]
    why = []
    for clue in scene.clues():
        place = scene.passage(clue.at, clue.length)
        words = scene.article.words_of(place)
        weight = round(clue.value * rules[clue.rule] * nearness(clue), 4)
        why.append(Evidence(place, words, clue.rule, weight))
    total = 0.0
    for evidence in why:
        total += evidence.weight
    score = round(total / sqrt(total * total + _SATURATION), 4)
    return TargetTone(passage, scene.sentence, score, label(total), tuple(why))


def label(total: float) -> str:
    """``positive``, ``neutral`` or ``negative``, by the total of all weights."""
    cut = weights()["labels"]["cut"]
    return "positive" if total > cut else "negative" if total < -cut else "neutral"


def tone_in_sentence(sentence: str, name: str, aliases: Iterable[str] = ()) -> list[TargetTone]:
    """The tone towards a name in one text, all of which is read as a single sentence.

    >>> [found.label for found in tone_in_sentence("Voters admire the honest Macron.", "Macron")]
    ['positive']
    """
    document = Document.of_texts([sentence])
    return target_tone(document, mentions(document, name, aliases), document.tokens.bounds)


Source = Document | HasDocument | Iterable[Article]


def _document(source: Source) -> Document:
    if isinstance(source, Document):
        return source
    held = getattr(source, "document", None)
    return held if isinstance(held, Document) else Document.of(source)  # type: ignore[arg-type]


def mention_rows(
    source: Source, name: str, aliases: Iterable[str] = ()
) -> list[dict[str, str | int | float]]:
    """One row per mention of a name in a comparison, a document or articles; pandas-ready."""
    document = _document(source)
    by_id = {article.id: article for article in document.articles}
    return [
        {
            "outlet": by_id[found.passage.article].label,
            "article": found.passage.article,
            "start": found.passage.start,
            "end": found.passage.end,
            "mention": by_id[found.passage.article].words_of(found.passage),
            "score": found.score,
            "label": found.label,
            "why": "; ".join(f"{e.words} ({e.rule} {e.weight:+.2f})" for e in found.why),
            "sentence": by_id[found.passage.article].words_of(found.sentence),
        }
        for found in target_tone(document, mentions(document, name, aliases))
    ]


def toward(
    source: Source, name: str, aliases: Iterable[str] = ()
) -> list[dict[str, str | int | float]]:
    """One row per article: mentions of a name, mean score, share of each label; pandas-ready.

    Without mentions, mean and shares are NaN.

    >>> rows = toward([Article("a", "Voters admire Macron. Macron spoke."), Article("b", "Rain.")],
    ...     "Macron")
    >>> [(row["mentions"], row["positive_share"]) for row in rows]
    [(2, 0.5), (0, nan)]
    """
    document = _document(source)
    found = target_tone(document, mentions(document, name, aliases))
    return [
        {"outlet": article.label, "article": article.id, "target": name}
        | summary([one for one in found if one.passage.article == article.id])
        for article in document.articles
    ]


def summary(found: Sequence[TargetTone]) -> dict[str, int | float]:
    """Number of mentions, mean score, and the shares of the three labels (NaN of nothing)."""
    known = [one for one in found if one.label]
    rows: dict[str, int | float] = {"mentions": len(known)}
    # fsum, as sum() adds up otherwise since Python 3.12
    rows["mean"] = fsum(one.score for one in known) / len(known) if known else nan
    for kind in ("positive", "neutral", "negative"):
        alike = sum(one.label == kind for one in known)
        rows[f"{kind}_share"] = alike / len(known) if known else nan
    return rows


def _no_target(document: Document, bounds: np.ndarray) -> np.ndarray:
    raise UsageError(
        "The tone towards somebody needs a name.",
        "Make the measure with measure_toward, as in measure_toward('Macron').",
    )


TARGET_TONE = Measure(
    name="target_tone",
    label="Tone towards a name",
    unit="score",
    range=(-1.0, 1.0),
    direction="more positive words about the name that was chosen",
    formula="Words that speak for or against the name (what it does, what is done to it, what it is"
    " called, what stands near it) are added up with their weights for each mention, squeezed into"
    " -1 to 1, and averaged over the mentions.",
    source="own rules and word lists, after Rashkin, Singh and Choi 2016, Polanyi and Zaenen 2006;"
    " other words after Hutto and Gilbert 2014 (VADER)",
    function=_no_target,
    family="target",
    digits=2,
)
"""The record of this measure. It is of no use without a name: see :func:`measure_toward`."""


def measure_toward(name: str, aliases: Iterable[str] = ()) -> Measure:
    """The measure "tone towards ``name``": mean score of the mentions of each stretch.

    >>> measure_toward("Macron")(Document.of_texts(["We admire Macron.", "Rain."])).round(1)
    array([0.7, nan])
    """
    others = tuple(aliases)

    def function(document: Document, bounds: np.ndarray) -> np.ndarray:
        passages = mentions(document, name, others)
        scores = np.array([found.score for found in target_tone(document, passages)], float)
        places = Scenes(document, document.sentences).tokens(passages)
        inside = (places >= bounds[0]) & (places < bounds[-1])
        return means(scores[inside], np.searchsorted(places[inside], bounds))

    return replace(TARGET_TONE, label=f"Tone towards {name}", function=function)
