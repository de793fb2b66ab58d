"""Only-in with care: what one telling has alone, what comes nearest, and what may explain it.

That a sentence has no partner is a finding about two texts, not about anybody's intent. A link may
have been missed; the other telling may be shorter, or older. Each of these is said where the texts
give a reason to, with the numbers that it rests on, and never as more than a possibility.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from math import inf

import numpy as np

from toolkit.article import Article, Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.finding import Finding
from toolkit.comparison.groups import Fact, facts
from toolkit.comparison.labels import labels
from toolkit.comparison.links.alignment import Nearest

FEW_WORDS = 5  # a sentence of fewer gives little to compare
_MISSED = ("near", "through-another")  # reasons to doubt that there is no partner
SHORTER = 0.9  # a telling with less than this share of the other's words is called shorter


@dataclass(frozen=True, slots=True)
class Candidate:
    """The sentence of another telling that comes nearest to one without a partner."""

    telling: int
    sentence: int
    passage: Passage
    similarity: float
    linked: bool  # whether it has a partner already, in the telling of the only-in sentence


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence may be in one telling only, without anybody having left it out.

    ``kind`` is one of

    - ``near``: the nearest candidate is at least as similar as the loosest link of the two
      tellings, so that a link may have been missed;
    - ``through-another``: a third telling links the two, in the sense of
      :mod:`toolkit.comparison.groups`;
    - ``few-words``: the sentence has so few words that there is little to find it by;
    - ``shorter``, ``older``: so is the other telling.

    ``words`` says so in one sentence; ``passages`` are the sentences it is about, if any.
    """

    kind: str
    words: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """A sentence of ``telling`` that has no partner in any of the tellings ``others``.

    ``nearest`` is ``None`` where no sentence of the others is alike at all.
    """

    telling: int
    sentence: int
    passage: Passage
    others: tuple[int, ...]
    nearest: Candidate | None
    reasons: tuple[Reason, ...]


def only_in(
    comparison: Comparison,
    telling: int,
    others: Sequence[int] | None = None,
    groups: tuple[Fact, ...] | None = None,
) -> tuple[OnlyIn, ...]:
    """The sentences of a telling without a partner in any of the others, in text order.

    ``others`` are all other tellings unless some are named; ``groups`` are the comparison's
    :func:`facts`, if they are there already.

    >>> from toolkit import Article, compare
    >>> both = compare([
    ...     Article("a", "A dam broke in the north. Nobody was hurt in the flood.", "Wire"),
    ...     Article("b", "A dam broke in the north.", "Gazette"),
    ... ])
    >>> alone = only_in(both, 0)[0]
    >>> alone.sentence, alone.nearest.sentence, alone.reasons[0].words
    (1, 0, 'Gazette is shorter (6 words to 12) and may have had no room.')
    """
    given = range(len(comparison.articles)) if others is None else others
    chosen = tuple(k for k in given if k != telling)
    found = facts(comparison) if groups is None else groups
    look = _Look(comparison, telling, chosen, found)
    return tuple(look.at(sentence) for sentence in look.alone)


def only_in_findings(
    comparison: Comparison, groups: tuple[Fact, ...] | None = None
) -> list[Finding]:
    """For every two tellings and both ways round: how much is in one only, and what may explain it.

    The passages are the sentences without a partner, followed by the nearest candidates of those
    where a link may have been missed.
    """
    found = facts(comparison) if groups is None else groups
    return [
        finding
        for pair in comparison.pairs
        for here, there in ((pair.a, pair.b), (pair.b, pair.a))
        for finding in _finding(comparison, here, there, found)
    ]


def _finding(
    comparison: Comparison, here: int, there: int, groups: tuple[Fact, ...]
) -> Iterable[Finding]:
    rows = only_in(comparison, here, (there,), groups)
    if not rows:
        return
    names = labels(comparison)
    count = len(comparison.sentences[here])
    said = [
        f"{len(rows)} of the {count} sentences of {names[here]} {_has(len(rows))} no partner in"
        f" {names[there]}."
    ]
    close = [row for row in rows if any(r.kind in _MISSED for r in row.reasons)]
    if close:
        many = "a link" if len(close) == 1 else "links"
        said.append(f"For {len(close)} of them {many} may have been missed.")
    # What is true of the telling is true of each of its sentences: it is said once.
    said += [r.words for r in rows[0].reasons if r.kind in ("shorter", "older")]
    missed = tuple(p for row in close for r in row.reasons for p in r.passages)
    yield Finding(
        "only-in",
        " ".join(said),
        (*(row.passage for row in rows), *missed),
        {"sentences": len(rows), "of": count, "perhaps missed": len(close)},
    )


def _has(count: int) -> str:
    return "has" if count == 1 else "have"


class _Look:
    """One telling held against some others."""

    def __init__(
        self,
        comparison: Comparison,
        telling: int,
        others: tuple[int, ...],
        groups: tuple[Fact, ...],
    ) -> None:
        self._comparison, self._telling, self._others = comparison, telling, others
        self._names = labels(comparison)
        self._sides = {k: _Side(comparison, telling, k) for k in others}
        self._fact = {i: fact for fact in groups for i in fact.sentences[telling]}
        self._words = np.diff(comparison.document.sentence_words).tolist()

    @property
    def alone(self) -> list[int]:
        """The sentences without a partner in any of the other tellings."""
        if not self._others:
            return []
        return sorted(set.intersection(*(set(side.alone) for side in self._sides.values())))

    def at(self, sentence: int) -> OnlyIn:
        """All that can be said of one of them."""
        nearest = self._nearest(sentence)
        return OnlyIn(
            self._telling,
            sentence,
            self._comparison.sentences[self._telling][sentence],
            self._others,
            nearest,
            (*self._of_sentence(sentence, nearest), *self._of_tellings),
        )

    def _nearest(self, sentence: int) -> Candidate | None:
        best = [
            (-near.similarity, k, near.sentence)
            for k, side in self._sides.items()
            for near in [side.nearest[sentence]]
            if near.sentence >= 0
        ]
        if not best:
            return None
        similarity, k, number = min(best)
        return Candidate(
            k,
            number,
            self._comparison.sentences[k][number],
            -similarity,
            number in self._sides[k].linked,
        )

    def _of_sentence(self, sentence: int, nearest: Candidate | None) -> Iterable[Reason]:
        if nearest and nearest.similarity >= self._sides[nearest.telling].loosest:
            yield Reason(
                "near",
                f"Sentence {nearest.sentence + 1} of {self._names[nearest.telling]} comes as near"
                " as some that are linked: a link may have been missed.",
                (nearest.passage,),
            )
        fact = self._fact[sentence]
        for k in self._others:
            if fact.sentences[k]:
                yield Reason(
                    "through-another",
                    f"Another telling links it with {_numbered(fact.sentences[k])} of"
                    f" {self._names[k]}: a link may have been missed.",
                    fact.passages[k],
                )
        first = int(self._comparison.document.article_sentences[self._telling])
        count = self._words[first + sentence]
        if count < FEW_WORDS:
            many = "word" if count == 1 else "words"
            yield Reason(
                "few-words", f"It has only {count} {many}, which may be too few to find a partner."
            )

    @cached_property
    def _of_tellings(self) -> tuple[Reason, ...]:
        return tuple(reason for k in self._others for reason in self._of_telling(k))

    def _of_telling(self, k: int) -> Iterable[Reason]:
        name = self._names[k]
        here, there = (int(self._comparison.measures[x]["word_count"]) for x in (self._telling, k))
        if there < SHORTER * here:
            yield Reason(
                "shorter",
                f"{name} is shorter ({there:,} words to {here:,}) and may have had no room.",
            )
        one, other = (self._comparison.articles[x] for x in (self._telling, k))
        if _before(other, one):
            yield Reason(
                "older",
                f"{name} is older ({other.published}, the other {one.published}) and may not"
                " have known.",
            )


class _Side:
    """The alignment of one telling with another, seen from the first."""

    def __init__(self, comparison: Comparison, here: int, there: int) -> None:
        a, b = sorted((here, there))
        alignment = comparison.pair(a, b).alignment
        turned = here != a
        self.alone = alignment.only_b if turned else alignment.only_a
        self.nearest: Sequence[Nearest] = alignment.nearest_b if turned else alignment.nearest_a
        self.linked = {
            number for link in alignment.links for number in (link.a if turned else link.b)
        }
        self.loosest = min((link.similarity for link in alignment.links), default=inf)


def _numbered(numbers: tuple[int, ...]) -> str:
    told = " and ".join(str(number + 1) for number in numbers)
    return f"sentence {told}" if len(numbers) == 1 else f"sentences {told}"


def _before(one: Article, other: Article) -> bool:
    """Whether one article is known to be older: by the hour where both give it, else by the day."""
    first, second = _moment(one.published), _moment(other.published)
    if first is None or second is None:
        return False
    if isinstance(first, datetime) and isinstance(second, datetime):
        alike = (first.tzinfo is None) == (second.tzinfo is None)
        return first < second if alike else first.date() < second.date()
    return _day(first) < _day(second)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(published: str) -> date | None:
    """A date, or a date and time, in the form of ISO 8601; ``None`` for anything else."""
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(published.strip())
        except ValueError:
            continue
    return None
