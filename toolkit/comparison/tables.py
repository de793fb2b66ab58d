"""Comparisons as pandas tables: what notebooks show and spreadsheets take."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toolkit.comparison.compare import Comparison
from toolkit.comparison.copying.origin import ORIGINS
from toolkit.comparison.copying.origins import origins
from toolkit.comparison.groups import facts
from toolkit.comparison.labels import labels
from toolkit.comparison.only_in import only_in
from toolkit.measures.catalogue import MEASURES

if TYPE_CHECKING:
    import pandas as pd


def measures_frame(
    comparison: Comparison, family: str | None = None, *, every: bool = False
) -> "pd.DataFrame":
    """A row per measure (of one family, if named), a column per telling; NaN if undefined.

    Only the core measures, unless ``every`` one is asked for.
    """
    import pandas as pd

    records = [m for m in MEASURES if family in (None, m.family) and (every or m.core)]
    data = {
        name: [values[m.name] for m in records]
        for name, values in zip(labels(comparison), comparison.measures, strict=True)
    }
    return pd.DataFrame(data, index=pd.Index([m.label for m in records], name="measure"))


def links_frame(comparison: Comparison, a: int, b: int) -> "pd.DataFrame":
    """A row per link of tellings ``a`` and ``b``: both wordings, relation and similarity."""
    import pandas as pd

    first, second = (comparison.sentences[k] for k in (a, b))
    name_a, name_b = (labels(comparison)[k] for k in (a, b))
    rows = [
        {
            name_a: " ".join(comparison.words_of(first[i]) for i in link.a),
            "relation": link.relation,
            "similarity": link.similarity,
            name_b: " ".join(comparison.words_of(second[j]) for j in link.b),
        }
        for link in comparison.pair(a, b).alignment.links
    ]
    return pd.DataFrame(rows, columns=[name_a, "relation", "similarity", name_b])


def overlap_frame(comparison: Comparison) -> "pd.DataFrame":
    """A row per pair: links by relation, sentences told by one only, shared word 5-grams."""
    import pandas as pd

    names = labels(comparison)
    rows = [
        {
            "A": names[pair.a],
            "B": names[pair.b],
            "links": len(pair.alignment.links),
            "only in A": len(pair.alignment.only_a),
            "only in B": len(pair.alignment.only_b),
            "shared passages": len(pair.passages),
            "longest (words)": max((p.n_words for p in pair.passages), default=0),
            "Jaccard": pair.overlap.jaccard,
            "A's 5-grams in B": pair.overlap.containment_a_in_b,
            "B's 5-grams in A": pair.overlap.containment_b_in_a,
        }
        for pair in comparison.pairs
    ]
    return pd.DataFrame(rows)


def tone_frame(comparison: Comparison) -> "pd.DataFrame":
    """A row per sentence of every telling: its number, tone (NaN without words) and text."""
    import pandas as pd

    rows = [
        {
            "telling": name,
            "sentence": number,
            "tone": float(tone),
            "text": comparison.words_of(passage),
        }
        for name, passages, tones in zip(
            labels(comparison), comparison.sentences, comparison.tone, strict=True
        )
        for number, (passage, tone) in enumerate(zip(passages, tones, strict=True), 1)
    ]
    return pd.DataFrame(rows, columns=["telling", "sentence", "tone", "text"])


def facts_frame(comparison: Comparison, *, positions: bool = False) -> "pd.DataFrame":
    """A row per fact, a column per telling: the numbers of its sentences, "" where it has none.

    Before them stand the sentence most like the others and how many tellings report the fact.
    With ``positions`` the columns hold instead the place of the telling's first such sentence,
    0 (its first) to 1 (its last); NaN where it has none.
    """
    import pandas as pd

    names = labels(comparison)
    rows: list[list[str | int | float]] = [
        [
            comparison.words_of(fact.example),
            len(fact.tellings),
            *(fact.positions if positions else map(sentence_numbers, fact.sentences)),
        ]
        for fact in facts(comparison)
    ]
    return pd.DataFrame(
        rows,
        columns=["fact", "told by", *names],
        index=pd.RangeIndex(1, len(rows) + 1, name="number"),
    )


def origin_frame(comparison: Comparison, sources: Sequence[int] | None = None) -> "pd.DataFrame":
    """A row per telling: the share of its words that are shared, and how, or its own.

    Held against all other tellings unless ``sources`` names some. NaN for a telling without words.
    """
    import pandas as pd

    found = origins(comparison, sources)
    return pd.DataFrame(
        [list(one.shares.values()) for one in found],
        columns=list(ORIGINS),
        index=pd.Index(labels(comparison), name="telling"),
    )


def only_in_frame(
    comparison: Comparison, telling: int, others: Sequence[int] | None = None
) -> "pd.DataFrame":
    """A row per sentence of a telling without a partner in the others (all, unless named).

    Beside it stand the nearest sentence of the others, how near it is (0 to 1; NaN where nothing is
    alike), and what may explain the lack of a partner.
    """
    import pandas as pd

    names = labels(comparison)
    columns = ["sentence", names[telling], "nearest", "in", "similarity", "may be because"]
    rows = []
    for alone in only_in(comparison, telling, others):
        near = alone.nearest
        rows.append(
            [
                alone.sentence + 1,
                comparison.words_of(alone.passage),
                comparison.words_of(near.passage) if near else "",
                f"{names[near.telling]}, {near.sentence + 1}" if near else "",
                near.similarity if near else float("nan"),
                " ".join(reason.words for reason in alone.reasons),
            ]
        )
    return pd.DataFrame(rows, columns=columns)


def sentence_numbers(numbers: Iterable[int]) -> str:
    """Sentences as a person counts them.

    >>> sentence_numbers((3, 4))
    '4 + 5'
    """
    return " + ".join(str(number + 1) for number in numbers)
