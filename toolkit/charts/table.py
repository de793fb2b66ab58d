"""The text twin of a picture: an escaped, accessible HTML table."""

from collections.abc import Iterable, Sequence
from html import escape

from toolkit.charts.numerals import number_text

Cell = str | int | float | None


def cell_text(cell: Cell) -> str:
    """What stands in a cell: words as they are, numbers by ``number_text``.

    >>> cell_text(None), cell_text(0.25), cell_text("a < b")
    ('not defined', '0.25', 'a < b')
    """
    return cell if isinstance(cell, str) else number_text(cell)


def table_html(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """An HTML table with a caption, column headings and the first cell of a row as its heading.

    Everything is escaped, so text from an article is shown and never runs. NaN and ``None``
    are shown as "not defined". A row that is too short is filled with empty cells.

    >>> print(table_html("Words", ["outlet", "words"], [["A & B", 3]]))
    <table class="samestory-table">
    <caption>Words</caption>
    <thead><tr><th scope="col">outlet</th><th scope="col">words</th></tr></thead>
    <tbody>
    <tr><th scope="row">A &amp; B</th><td>3</td></tr>
    </tbody>
    </table>
    """
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    lines = [
        '<table class="samestory-table">',
        f"<caption>{escape(caption)}</caption>",
        f"<thead><tr>{head}</tr></thead>",
        "<tbody>",
    ]
    for row in rows:
        cells = [escape(cell_text(cell)) for cell in row]
        cells += [""] * (len(columns) - len(cells))
        first, rest = cells[:1], cells[1:]
        lines.append(
            "<tr>"
            + "".join(f'<th scope="row">{cell}</th>' for cell in first)
            + "".join(f"<td>{cell}</td>" for cell in rest)
            + "</tr>"
        )
    lines += ["</tbody>", "</table>"]
    return "\n".join(lines)
