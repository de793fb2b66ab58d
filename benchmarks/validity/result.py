"""What one set says: rows of figures, and the words that go round them."""

from dataclasses import dataclass, field

from benchmarks.validity.scores import Score

HERE, QUOTED = "measured here", "quoted"


@dataclass(frozen=True)
class Row:
    """One figure. ``ours``: of this toolkit. ``measure``: the measure whose record it goes into."""

    who: str
    score: Score
    ours: bool = False
    source: str = HERE
    measure: str = ""
    statistic: str = ""
    dataset: str = ""


@dataclass(frozen=True)
class Part:
    """One table: what was compared, what the number is, what it means and what it does not."""

    title: str
    compared: str
    number: str
    rows: list[Row]
    means: str
    not_means: str
    sets: tuple[str, ...] = field(default=())


def quoted(who: str, value: float, items: int) -> Row:
    """A peer's figure on the same part of the set, as published beside the set."""
    return Row(who, Score(value, items), source=QUOTED)
