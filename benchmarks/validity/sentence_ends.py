"""Where sentences end, against marks set by hand."""

from benchmarks.peers import punkt
from benchmarks.validity import gold
from benchmarks.validity.result import Part, Row, quoted
from benchmarks.validity.scores import Hits, share
from toolkit.text.document import Document

GUM = "sentence ends marked by hand in 13 Wikinews articles (GUM, open half), inside paragraphs"
PLAIN, KNOWING = "nltk Punkt, untrained", "nltk Punkt with our abbreviations"


def ours(text: str) -> list[tuple[int, int]]:
    """Our sentences as (start, end)."""
    return [(p.start, p.end) for p in Document.of_texts([text]).sentence_passages(0)]


def _methods() -> dict:
    plain, knowing = punkt(abbreviations=False), punkt()
    return {
        "this toolkit": ours,
        PLAIN: lambda text: by_paragraph(text, plain),
        KNOWING: lambda text: by_paragraph(text, knowing),
    }


def by_paragraph(text: str, splitter) -> list[tuple[int, int]]:
    """A splitter's sentences, each paragraph given to it on its own."""
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        spans += [(a + start, b + start) for a, b in splitter.span_tokenize(paragraph)]
        start += len(paragraph) + 2
    return spans


def inside_paragraphs(text: str, ends: set[int]) -> set[int]:
    """The ends after which the paragraph goes on (its own end is given away by the blank line).

    >>> sorted(inside_paragraphs("One. Two.\\n\\nThree.", {4, 9, 17}))
    [4]
    """
    return {end for end in ends if text[end:].lstrip(" ")[:1] not in ("\n", "")}


def gum() -> Part:
    """F1 of the sentence ends inside paragraphs of news."""
    rows = []
    ours_hits = Hits()
    for name, method in _methods().items():
        hits = Hits()
        for line in gold.objects("sentences_gum_open", "sentences_gum_open.jsonl"):
            text = line["text"]
            found = inside_paragraphs(text, {end for _, end in method(text)})
            hits.add(found, inside_paragraphs(text, {end for _, end in line["sentences"]}))
        mine = name == "this toolkit"
        ours_hits = hits if mine else ours_hits
        rows.append(
            Row(
                name,
                hits.f1,
                mine,
                measure="sentence_count" if mine else "",
                statistic="F1",
                dataset=GUM,
            )
        )
    rows += [
        quoted("nltk Punkt + 30 abbreviations", 0.936, 177),
        quoted("blingfire", 0.929, 177),
        quoted("pysbd", 0.883, 177),
    ]
    return Part(
        title="Where sentences end, in news",
        compared="Ends of sentences marked by hand in 13 Wikinews articles, and the ends found by"
        " program. Ends of paragraphs do not count: a blank line gives them away.",
        number="F1: 1 if all ends are found and nothing else.",
        rows=rows,
        means=f"Of {ours_hits.right + ours_hits.missed} ends the toolkit missed"
        f" {ours_hits.missed}, and it set {ours_hits.too_many} where there is none. Counts of"
        " sentences can be off by one or two in an article, and words per sentence with them.",
        not_means="Quite the same on other text: the rules were written with an eye on these"
        " articles, the other programs were not. 177 ends are few, so the second decimal is"
        " unsteady.",
        sets=("GUM",),
    )


def golden_rules() -> Part:
    """The share of hand-written corner cases that come out exactly right."""
    cases = gold.array("golden_rules", "golden_rules.json")
    rows = []
    for name, method in _methods().items():
        hits = sum(
            [case["text"][a:b] for a, b in method(case["text"])]
            == [sentence.strip() for sentence in case["sentences"]]
            for case in cases
        )
        rows.append(Row(name, share(hits, len(cases)), name == "this toolkit"))
    rows += [quoted("pysbd (developed on these cases)", 0.979, 48), quoted("blingfire", 0.750, 48)]
    return Part(
        title="Where sentences end, corner cases",
        compared="48 short texts written to be hard: abbreviations, initials, lists, web addresses,"
        " ellipses.",
        number="The share of the texts that come out exactly as they should.",
        rows=rows,
        means="Rare things go wrong more often than common ones.",
        not_means="Anything about ordinary articles, in which such cases are rare.",
        sets=("Golden rules",),
    )
