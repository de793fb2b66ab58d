"""Who reports what: the facts of a story, a line for each, over all tellings."""

import ipywidgets

from toolkit.charts.matrix import matrix_svg, matrix_table, matrix_words
from toolkit.charts.story import matrix_rows
from toolkit.comparison.compare import Comparison
from toolkit.comparison.groups import Fact, facts, told_by_all, told_by_one
from toolkit.comparison.labels import labels
from toolkit.widgets.panel import Panel, folded, note, picture

_MOST = 60  # lines of one picture, before the rest is folded away
_TITLE = "What two or more tellings report"


class FactsPanel(Panel):
    """A picture of the facts that two or more tellings report, and the others counted."""

    title = "Who reports what"
    about = "The linked sentences of all tellings, put together: a line is one fact. The thick mark"
    about += " shows how far down a telling has it, the sign how its words relate to those of the"
    about += " first telling in the line. An empty place means that no sentence was found."

    def _parts(self) -> list[ipywidgets.Widget]:
        self.found: tuple[Fact, ...] = ()
        self.view = ipywidgets.HTML()
        return [self.view]

    def _draw(self, comparison: Comparison) -> None:
        self.found = facts(comparison)
        names, rows = labels(comparison), matrix_rows(comparison, self._shared())
        if not rows:
            self.view.value = note(self._counts())
            return
        parts = []
        for first in range(0, len(rows), _MOST):
            here = rows[first : first + _MOST]
            drawn = picture(matrix_svg(_TITLE, names, here), matrix_table(_TITLE, names, here))
            parts.append(drawn if not first else folded(f"{len(here)} more", drawn))
        self.view.value = note(self._counts()) + "".join(parts)

    def _shared(self) -> list[Fact]:
        return [fact for fact in self.found if len(fact.tellings) > 1]

    def _counts(self) -> str:
        assert self.comparison is not None
        names = labels(self.comparison)
        alone = told_by_one(self.found)
        each = ", ".join(
            f"{name} {sum(fact.tellings == (k,) for fact in alone)}" for k, name in enumerate(names)
        )
        every = len(told_by_all(self.found)) if len(names) > 1 else 0
        return (
            f"{_facts(len(self.found))}: {len(self._shared())} in two or more tellings, {every} of"
            f" them in all; {len(alone)} in one only ({each})."
        )

    def words(self) -> str:
        """How many facts are in how many tellings, then a line for each that is shared."""
        if self.comparison is None:
            return "no story"
        rows = matrix_rows(self.comparison, self._shared())
        names = labels(self.comparison)
        lines = [self._counts(), matrix_words(_TITLE, names, rows)]
        for row in rows:
            told = [
                f"{name} {cell.sentences}{f' {cell.relation}' if cell.relation else ''}"
                for name, cell in zip(names, row.cells, strict=True)
                if cell
            ]
            lines.append(f"  {' | '.join(told)}: {row.fact}")
        return "\n".join(lines)

    def table(self) -> str:
        """The shared facts as a table of tellings."""
        if self.comparison is None:
            return ""
        rows = matrix_rows(self.comparison, self._shared())
        return matrix_table(_TITLE, labels(self.comparison), rows)


def _facts(count: int) -> str:
    return "1 fact" if count == 1 else f"{count} facts"
