"""The quote ledger: what became of each quote of one telling in the other."""

from collections.abc import Sequence

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.comparison.quotes.differences import quote_differences
from toolkit.comparison.quotes.spoken import Quote
from toolkit.report.elements import Html, element, table
from toolkit.report.parts import Part
from toolkit.report.texts import cited
from toolkit.report.word_marks import WordMark, marked, word_marks

_RELATIONS = {
    "identical": "the same words",
    "truncated": "one has part of it",
    "reworded": "other words",
    "spliced": "put together otherwise",
    "to-paraphrase": "quoted, then reported",
    "from-paraphrase": "reported, then quoted",
    "other-speaker": "another speaker",
}


def quotes(comparison: Comparison, pair: Pair, place: str) -> Part | None:
    """A row for each quote of either telling."""
    ledger = comparison.quotes[pair.a, pair.b]
    if not ledger:
        return None
    names = [labels(comparison)[k] for k in (pair.a, pair.b)]
    told = {**_RELATIONS, "only-a": f"only in {names[0]}", "only-b": f"only in {names[1]}"}
    rows = []
    for row in ledger:
        # A paraphrase is other words by nature: every one of them would be marked.
        plain = "paraphrase" in row.relation
        runs = () if plain else quote_differences(comparison.document, row)
        rows.append(
            (
                told[row.relation],
                *(
                    _quote(comparison, k, quote, marks)
                    for k, quote, marks in zip(
                        (pair.a, pair.b), (row.a, row.b), word_marks(runs), strict=True
                    )
                ),
            )
        )
    note = element(
        "p",
        "Which of two wordings was spoken cannot be told from them; a transcript can be loaded as"
        " one more telling.",
    )
    shown = table("Quotes, side by side", ("what became of it", *names), rows, "beside")
    return Part("Quotes", f"{place}-quotes", (note, shown))


def _quote(
    comparison: Comparison, telling: int, quote: Quote | None, marks: Sequence[WordMark]
) -> Html | str:
    if quote is None:
        return "–"
    words = marked(comparison, quote.passage, marks)
    speaker = quote.speaker.name or "speaker not resolved"
    return element(
        "div",
        element("p", cited(comparison, telling, quote.passage, words)),
        element("p", speaker, class_="about"),
    )
