"""Comparisons as pandas tables: what notebooks show and spreadsheets take."""

from typing import TYPE_CHECKING

from toolkit.comparison.compare import Comparison
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


def labels(comparison: Comparison) -> list[str]:
    """What to call each telling: its outlet, with the id added where two outlets are equal."""
    names = [article.label for article in comparison.articles]
    return [
        f"{name} ({article.id})" if names.count(name) > 1 else name
        for name, article in zip(names, comparison.articles, strict=True)
    ]
