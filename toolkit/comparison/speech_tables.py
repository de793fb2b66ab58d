"""Quotes, voices and certainty as pandas tables: what notebooks show and spreadsheets take."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.labels import labels
from toolkit.comparison.quotes.ledger import QuoteGroup, quote_groups
from toolkit.comparison.quotes.speakers import same_name
from toolkit.comparison.quotes.spoken import Quote

if TYPE_CHECKING:
    import pandas as pd

NOT_RESOLVED = "(not resolved)"


def quotes_frame(comparison: Comparison, a: int, b: int) -> "pd.DataFrame":
    """A row per row of the quote ledger of tellings ``a`` < ``b``: wording and speaker in each.

    Speaker and wording are "" where a telling has no counterpart; a speaker whom nothing in the
    telling names is ``(not resolved)``.
    """
    import pandas as pd

    comparison.pair(a, b)
    one, other = (labels(comparison)[k] for k in (a, b))
    data = [
        {
            one: _quoted(comparison, row.a),
            f"speaker in {one}": _speaker(row.a),
            "relation": row.relation,
            other: _quoted(comparison, row.b),
            f"speaker in {other}": _speaker(row.b),
        }
        for row in comparison.quotes[a, b]
    ]
    columns = [one, f"speaker in {one}", "relation", other, f"speaker in {other}"]
    return pd.DataFrame(data, columns=columns)


def quote_groups_frame(comparison: Comparison) -> "pd.DataFrame":
    """A row per thing said, a column per telling with its wording; "" where it has none."""
    import pandas as pd

    names = labels(comparison)
    data = [
        {
            "speaker": group_speakers(group),
            "quoted in": len(group.quoted_in),
            **{
                name: " / ".join(_quoted(comparison, quote) for quote in told)
                for name, told in zip(names, group.tellings, strict=True)
            },
        }
        for group in quote_groups(comparison.document, comparison.quotes)
    ]
    return pd.DataFrame(data, columns=["speaker", "quoted in", *names])


def group_speakers(group: QuoteGroup) -> str:
    """The first name of the speaker, and every name that means another."""
    names: list[str] = []
    for name in (quote.speaker.name for told in group.tellings for quote in told):
        if name and all(same_name(name, other) is False for other in names):
            names.append(name)
    return " / ".join(names) or NOT_RESOLVED


def voices_frame(comparison: Comparison) -> "pd.DataFrame":
    """A row per voice and telling it is heard in; ``first`` and ``share`` go from 0 to 1."""
    import pandas as pd

    data = [
        {
            "voice": voice.name or NOT_RESOLVED,
            "kind": voice.kind,
            "telling": name,
            "quotes": len(told.quotes),
            "quoted words": told.quoted_words,
            "paraphrased words": told.paraphrased_words,
            "share": told.share,
            "first": told.first,
            "verbs": ", ".join(f"{verb.words} ({len(verb.passages)})" for verb in told.verbs),
            "only here": len(voice.heard_in) == 1,
        }
        for voice in comparison.voices
        for name, told in zip(labels(comparison), voice.tellings, strict=True)
        if told is not None
    ]
    columns = ["voice", "kind", "telling", "quotes", "quoted words", "paraphrased words"]
    return pd.DataFrame(data, columns=[*columns, "share", "first", "verbs", "only here"])


def shifts_frame(comparison: Comparison, a: int, b: int) -> "pd.DataFrame":
    """A row per shift between tellings ``a`` < ``b``: both sentences and the cues, "" if none."""
    import pandas as pd

    comparison.pair(a, b)
    one, other = (labels(comparison)[k] for k in (a, b))
    data = [
        {
            "kind": row.kind,
            f"cue in {one}": _cues(comparison, row.cues_a),
            f"cue in {other}": _cues(comparison, row.cues_b),
            one: _line(comparison, row.a),
            other: _line(comparison, row.b),
        }
        for row in comparison.shifts[a, b]
    ]
    columns = ["kind", f"cue in {one}", f"cue in {other}", one, other]
    return pd.DataFrame(data, columns=columns)


def _line(comparison: Comparison, passage: Passage) -> str:
    """The words of a passage on one line."""
    return " ".join(comparison.words_of(passage).split())


def _quoted(comparison: Comparison, quote: Quote | None) -> str:
    return "" if quote is None else _line(comparison, quote.passage)


def _speaker(quote: Quote | None) -> str:
    return "" if quote is None else quote.speaker.name or NOT_RESOLVED


def _cues(comparison: Comparison, cues: Iterable[Passage]) -> str:
    return ", ".join(_line(comparison, cue) for cue in cues)
