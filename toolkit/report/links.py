"""Sentences that tell the same, with what differs in them marked word by word."""

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.labels import labels
from toolkit.comparison.words.differences import all_differences
from toolkit.report.elements import element, joined, table
from toolkit.report.parts import Part
from toolkit.report.texts import reference
from toolkit.report.word_marks import key, marked, word_marks


def links(comparison: Comparison, pair: Pair, place: str) -> Part | None:
    """A row for each link of two tellings."""
    found = pair.alignment.links
    if not found:
        return None
    names = [labels(comparison)[k] for k in (pair.a, pair.b)]
    rows = []
    for link, differences in zip(
        found, all_differences(comparison.document, pair.a, pair.b, found), strict=True
    ):
        sides = []
        for k, sentences, marks in zip(
            (pair.a, pair.b), (link.a, link.b), word_marks(differences.runs), strict=True
        ):
            passages = comparison.sentences[k]
            sides.append(
                joined(
                    element(
                        "p", reference(k, [n]), " ", marked(comparison, passages[n], marks)
                    )
                    for n in sentences
                )
            )  # fmt: skip
        told = element("span", link.relation, class_=f"relation {link.relation}")
        rows.append((told, *sides, f"{link.similarity:.2f}"))
    columns = ("relation", *names, "alike")
    shown = table("Linked sentences, what differs in them marked", columns, rows, "links")
    return Part("Sentences that tell the same", f"{place}-links", (key(), shown))
