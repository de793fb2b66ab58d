"""What a reader makes of a match in the grammar, before it becomes a quantity."""

from typing import NamedTuple

from toolkit.article import Passage
from toolkit.quantities.atoms import Atoms
from toolkit.quantities.quantity import Quantity, bounds

NAN = float("nan")


class Found(NamedTuple):
    """A quantity in atoms ``first`` to ``last - 1``; ``resume`` is where reading goes on."""

    first: int
    last: int
    kind: str
    value: float | str | None
    low: float = NAN
    high: float = NAN
    unit: str = ""
    approximation: str = ""
    when: str = ""
    resume: int = 0

    def quantity(self, name: str, atoms: Atoms, converts: Passage | None) -> Quantity:
        """The same as a quantity with a passage."""
        low, high = self.low, self.high
        if low == low:
            low, high = bounds(low, high, self.approximation)
        passage = Passage(name, atoms.starts[self.first], atoms.ends[self.last - 1])
        return Quantity(
            passage,
            self.kind,
            self.value,
            low,
            high,
            self.unit,
            self.approximation,
            converts,
            self.when,
        )
