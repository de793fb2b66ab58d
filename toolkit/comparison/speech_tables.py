"""Quotes, voices and certainty as pandas tables: what notebooks show and spreadsheets take."""

from collections.abc import Iterable, Sequence
from math import nan
from typing import TYPE_CHECKING

from toolkit.article import Passage
from toolkit.comparison.claims import Shift
from toolkit.comparison.quote_rows import QuoteRow
from toolkit.comparison.quotes import QuoteGroup
from toolkit.comparison.speakers import same_name
from toolkit.comparison.spoken import Quote
from toolkit.comparison.voices import Voice
from toolkit.text.document import Document

if TYPE_CHECKING:
    import pandas as pd


class _Texts:
    """The words of passages, by article id, on one line."""

    def __init__(self, document: Document) -> None:
        self._articles = {article.id: article for article in document.articles}

    def of(self, passage: Passage) -> str:
        return " ".join(self._articles[passage.article].words_of(passage).split())

    def quote(self, quote: Quote | None) -> str:
        return "" if quote is None else self.of(quote.passage)

    def cues(self, cues: Iterable[Passage]) -> str:
        return ", ".join(map(self.of, cues))


def quotes_frame(
    document: Document, rows: Sequence[QuoteRow], names: tuple[str, str]
) -> "pd.DataFrame":
    """A row per row of the quote ledger of two tellings: wording and speaker in each."""
    import pandas as pd

    texts, (a, b) = _Texts(document), names
    data = [
        {
            a: texts.quote(row.a),
            f"speaker in {a}": row.a.speaker.name if row.a else "",
            "relation": row.relation,
            b: texts.quote(row.b),
            f"speaker in {b}": row.b.speaker.name if row.b else "",
        }
        for row in rows
    ]
    return pd.DataFrame(data, columns=[a, f"speaker in {a}", "relation", b, f"speaker in {b}"])


def quote_groups_frame(
    document: Document, groups: Sequence[QuoteGroup], names: Sequence[str]
) -> "pd.DataFrame":
    """A row per thing said, a column per telling with its wording; "" where it has none."""
    import pandas as pd

    texts = _Texts(document)
    data = [
        {
            "speaker": _speakers(group),
            "quoted in": len(group.quoted_in),
            **{
                name: " / ".join(texts.quote(quote) for quote in told)
                for name, told in zip(names, group.tellings, strict=True)
            },
        }
        for group in groups
    ]
    return pd.DataFrame(data, columns=["speaker", "quoted in", *names])


def _speakers(group: QuoteGroup) -> str:
    """The first name of the speaker, and every name that means another."""
    names: list[str] = []
    for name in (quote.speaker.name for told in group.tellings for quote in told):
        if name and all(same_name(name, other) is False for other in names):
            names.append(name)
    return " / ".join(names)


def voices_frame(voices: Sequence[Voice], names: Sequence[str]) -> "pd.DataFrame":
    """A row per voice and telling it is heard in; ``first`` and ``share`` go from 0 to 1."""
    import pandas as pd

    data = [
        {
            "voice": voice.name or "(not resolved)",
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
        for voice in voices
        for name, told in zip(names, voice.tellings, strict=True)
        if told is not None
    ]
    columns = ["voice", "kind", "telling", "quotes", "quoted words", "paraphrased words"]
    return pd.DataFrame(data, columns=[*columns, "share", "first", "verbs", "only here"])


def voice_shares_frame(voices: Sequence[Voice], names: Sequence[str]) -> "pd.DataFrame":
    """A row per voice, a column per telling: its share of the words heard there, or NaN."""
    import pandas as pd

    data = {
        name: [nan if (told := voice.tellings[k]) is None else told.share for voice in voices]
        for k, name in enumerate(names)
    }
    index = [voice.name or "(not resolved)" for voice in voices]
    return pd.DataFrame(data, index=pd.Index(index, name="voice"))


def shifts_frame(
    document: Document, shifts: Sequence[Shift], names: tuple[str, str]
) -> "pd.DataFrame":
    """A row per shift between two tellings: both sentences and the cue words, "" if none."""
    import pandas as pd

    texts, (a, b) = _Texts(document), names
    data = [
        {
            "kind": row.kind,
            f"cue in {a}": texts.cues(row.cues_a),
            f"cue in {b}": texts.cues(row.cues_b),
            a: texts.of(row.a),
            b: texts.of(row.b),
        }
        for row in shifts
    ]
    return pd.DataFrame(data, columns=["kind", f"cue in {a}", f"cue in {b}", a, b])
