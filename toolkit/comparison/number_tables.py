"""Numbers and same-slot wordings as pandas tables."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.labels import labels
from toolkit.quantities.quantity import Quantity

if TYPE_CHECKING:
    import pandas as pd


def numbers_frame(comparison: Comparison, a: int, b: int) -> "pd.DataFrame":
    """A row per match of the numbers of tellings ``a`` < ``b``: words, value and unit in each.

    A value is a number, or text for dates, times and scores; ``None`` for ranges, for what is
    vague ("a few"), and where a telling has no such number. ``difference`` is B's value less
    A's, in A's unit, and ``relative`` the same as a share of A's; NaN where undefined.
    """
    import pandas as pd

    comparison.pair(a, b)
    one, other = (labels(comparison)[k] for k in (a, b))
    found = comparison.numbers[a, b]
    return pd.DataFrame(
        {
            **_columns(comparison, one, [match.a for match in found]),
            "relation": [match.relation for match in found],
            **_columns(comparison, other, [match.b for match in found]),
            "difference": [match.difference for match in found],
            "relative": [match.relative for match in found],
        }
    )


def wording_frame(comparison: Comparison, a: int, b: int) -> "pd.DataFrame":
    """A row per place where linked sentences of tellings ``a`` < ``b`` have other words.

    ``difference`` is ``wording``, or ``added`` where one has words more than the other. The numbers
    are those of the sentences, counted from 1.
    """
    import pandas as pd

    comparison.pair(a, b)
    one, other = (labels(comparison)[k] for k in (a, b))
    starts = [[p.start for p in comparison.sentences[k]] for k in (a, b)]
    data = [
        [
            _line(comparison, slot.a),
            slot.difference,
            _line(comparison, slot.b),
            _sentence(starts[0], slot.a),
            _sentence(starts[1], slot.b),
        ]
        for slot in comparison.wording[a, b]
    ]
    columns = [one, "difference", other, f"sentence in {one}", f"sentence in {other}"]
    return pd.DataFrame(data, columns=columns)


def _columns(
    comparison: Comparison, name: str, numbers: Sequence[Quantity | None]
) -> dict[str, "list[str] | pd.Series"]:
    """Words, value and unit of the numbers of one telling."""
    import pandas as pd

    return {
        name: ["" if n is None else _line(comparison, n.passage) for n in numbers],
        # Plain objects: pandas would turn None into NaN, but only in a column without text.
        f"value in {name}": pd.Series([n and n.value for n in numbers], dtype=object),
        f"unit in {name}": ["" if n is None else n.unit for n in numbers],
    }


def _sentence(starts: Sequence[int], passage: Passage) -> int:
    return bisect_right(starts, passage.start)


def _line(comparison: Comparison, passage: Passage) -> str:
    return " ".join(comparison.words_of(passage).split())
