"""The plain sentences a reader would want first, each with its passages."""

from collections.abc import Iterator

from toolkit.comparison.compare import Comparison, Pair
from toolkit.comparison.finding import Finding
from toolkit.comparison.labels import labels
from toolkit.comparison.number_findings import number_findings
from toolkit.comparison.only_in import only_in_findings
from toolkit.comparison.order import moved
from toolkit.comparison.quotes.ledger import quote_groups
from toolkit.comparison.speech_findings import (
    group_findings,
    quote_findings,
    shift_findings,
    voice_findings,
)


def findings(comparison: Comparison) -> list[Finding]:
    """What the tellings share and where they differ.

    For every two: shared passages, sentences only one has, order, quotes, numbers and certainty;
    then what all of more than two quote, and who is heard in each.
    """
    found = [row for pair in comparison.pairs for row in _shared(comparison, pair)]
    found += only_in_findings(comparison)
    names = labels(comparison)
    for pair in comparison.pairs:
        key, told = (pair.a, pair.b), (names[pair.a], names[pair.b])
        found += _order(comparison, pair)
        found += quote_findings(comparison.quotes[key], *told)
        found += number_findings(comparison.numbers[key], *told)
        found += shift_findings(comparison.shifts[key], *told)
    groups = quote_groups(comparison.document, comparison.quotes)
    return [*found, *group_findings(groups, names), *voice_findings(comparison.voices, names)]


def _shared(comparison: Comparison, pair: Pair) -> Iterator[Finding]:
    if not pair.passages:
        return
    a, b = (labels(comparison)[k] for k in (pair.a, pair.b))
    longest = max(pair.passages, key=lambda passage: passage.n_words)
    yield Finding(
        "shared-passage",
        f"{a} and {b} share {_many(len(pair.passages), 'passage', 'passages')}"
        f" of five words or more; the longest has {longest.n_words} words.",
        (longest.a, longest.b),
        {"passages": len(pair.passages), "longest": longest.n_words},
    )


def _order(comparison: Comparison, pair: Pair) -> Iterator[Finding]:
    elsewhere = moved(pair.alignment)
    if not elsewhere:
        return
    a, b = (labels(comparison)[k] for k in (pair.a, pair.b))
    of_a, of_b = (comparison.sentences[k] for k in (pair.a, pair.b))
    yield Finding(
        "order",
        f"{_many(len(elsewhere), 'linked sentence stands', 'linked sentences stand')} in another"
        f" order in {b} than in {a}.",
        tuple(of_a[i] for link in elsewhere for i in link.a)
        + tuple(of_b[j] for link in elsewhere for j in link.b),
        {"links": len(elsewhere)},
    )


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
