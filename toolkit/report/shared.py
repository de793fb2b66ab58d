"""What is true of all tellings together: who reports what, and where the words come from."""

from toolkit.charts.matrix import matrix_svg
from toolkit.charts.shares import shares_svg
from toolkit.charts.story import matrix_rows, origin_rows
from toolkit.comparison.compare import Comparison
from toolkit.comparison.copying.origin import ORIGINS
from toolkit.comparison.groups import Fact, facts
from toolkit.comparison.labels import labels
from toolkit.report.elements import Html, element, figure, joined, table
from toolkit.report.parts import Part
from toolkit.report.texts import reference

_LINES = 30  # of a picture, so that it fits on one page of paper


def reported(comparison: Comparison) -> Part | None:
    """Facts by outlets, for three tellings or more: a picture, and a table to follow up."""
    names = labels(comparison)
    shared = [fact for fact in facts(comparison) if len(fact.tellings) > 1]
    if len(names) < 3 or not shared:
        return None
    rows = matrix_rows(comparison, shared)
    pictures = [
        figure(
            matrix_svg(
                _title(first, len(rows[first : first + _LINES]), len(rows)),
                names,
                rows[first : first + _LINES],
            )
        )
        for first in range(0, len(rows), _LINES)
    ]
    note = element(
        "p",
        "Linked sentences of all tellings, put together: a line is one fact. An empty place means"
        " that no sentence was found, not that the outlet left it out on purpose.",
    )
    told = table(
        "The same, with the sentences to read",
        ("fact", *names),
        [
            (comparison.words_of(fact.example), *(_where(fact, k) for k in range(len(names))))
            for fact in shared
        ],
        "facts",
    )
    return Part("Who reports what", "facts", (note, *pictures, told))


def _title(first: int, here: int, count: int) -> str:
    title = "What two or more tellings report"
    return title if here == count else f"{title}, {first + 1} to {first + here} of {count}"


def _where(fact: Fact, telling: int) -> Html | str:
    numbers = fact.sentences[telling]
    if not numbers:
        return "–"
    relation = fact.relations[telling]
    return joined((reference(telling, numbers), f" {relation}" if relation else " first"))


def origin(comparison: Comparison) -> Part:
    """How much of every telling is shared with the others, word for word or not."""
    rows = origin_rows(comparison)
    note = element(
        "p",
        "A word is verbatim where five or more run on as in another telling. That says what is"
        " shared and not who had it first.",
    )
    columns = ("outlet", *ORIGINS)
    shares = [(name, *(_share(found[part]) for part in ORIGINS)) for name, found in rows]
    title = "Where the words come from"
    return Part(
        title, "origin", (note, figure(shares_svg(title, rows)), table(title, columns, shares))
    )


def _share(value: float) -> str:
    return "not defined" if value != value else f"{value:.0%}"
