"""How well each measure agreed with human readers, as last measured.

``validity.json`` is written by ``python -m benchmarks.validity`` and by nothing else.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("validity.json")


@dataclass(frozen=True, slots=True)
class Validity:
    """One comparison with human labels: which, by what statistic, how close, on how many.

    >>> str(Validity("tweets rated by people", "Pearson r", 0.878, 4200))
    'Pearson r 0.88 with tweets rated by people (n = 4,200)'
    """

    dataset: str
    statistic: str
    value: float
    items: int

    def __str__(self) -> str:
        return f"{self.statistic} {self.value:.2f} with {self.dataset} (n = {self.items:,})"


@cache
def _all() -> dict[str, tuple[Validity, ...]]:
    entries = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: tuple(Validity(**row) for row in rows) for name, rows in entries.items()}


def of(name: str) -> tuple[Validity, ...]:
    """What is known of the measure called ``name``; empty where there are no human labels."""
    return _all().get(name, ())
