"""Quotes, voices and certainty in plain sentences, each with its passages."""

from collections.abc import Iterator, Sequence

from toolkit.article import Passage
from toolkit.comparison.claims.cues import Shift
from toolkit.comparison.finding import Finding
from toolkit.comparison.quotes.ledger import QuoteGroup
from toolkit.comparison.quotes.rows import QuoteRow
from toolkit.comparison.quotes.spoken import Quote
from toolkit.comparison.quotes.voices import Voice

_QUOTES = {
    "identical": "{n} in the same words in {a} and {b}.",
    "truncated": "{n} in full in one of {a} and {b} and only in part in the other.",
    "reworded": "{n} in both {a} and {b}, and the wording differs.",
    "spliced": "{n} in {a} and {b}, in one of them as one quote made of two, or with words left"
    " out that nothing marks.",
    "to-paraphrase": "{n} in {a} and, in other words and without quotation marks, in {b}.",
    "from-paraphrase": "{n} in {b} and, in other words and without quotation marks, in {a}.",
    "other-speaker": "{n} in both {a} and {b}, which name different speakers.",
    "only-a": "{n} in {a} only, and not in {b}.",
    "only-b": "{n} in {b} only, and not in {a}.",
}
_SHIFTS = {
    "hedge": ("holds back where {other} does not", "hold back where {other} does not"),
    "booster": ("presses a point more than {other}", "press a point more than {other}"),
    "negation": ("has a “not” that {other} has not", "have a “not” that {other} has not"),
    "source": (
        "says where it is from, which {other} does not",
        "say where they are from, which {other} does not",
    ),
    "agent": ("says who did it, which {other} does not", "say who did it, which {other} does not"),
}


def quote_findings(rows: Sequence[QuoteRow], a: str, b: str) -> Iterator[Finding]:
    """For tellings called ``a`` and ``b``: how many quotes stand in each relation."""
    for relation, sentence in _QUOTES.items():
        found = [row for row in rows if row.relation == relation]
        if found:
            n = _many(len(found), "quote stands", "quotes stand")
            quotes = (quote for row in found for quote in (row.a, row.b) if quote is not None)
            yield Finding(
                f"quote-{relation}",
                sentence.format(n=n, a=a, b=b),
                _once(quote.passage for quote in quotes),
                {"quotes": len(found)},
            )


def group_findings(groups: Sequence[QuoteGroup], names: Sequence[str]) -> Iterator[Finding]:
    """What every one of more than two tellings quotes."""
    if len(names) < 3:
        return
    found = [group for group in groups if len(group.quoted_in) == len(names)]
    if found:
        quotes: Iterator[Quote] = (q for group in found for told in group.tellings for q in told)
        yield Finding(
            "quoted-by-all",
            f"All {len(names)} tellings have"
            f" {'one quote' if len(found) == 1 else f'{len(found)} quotes'} in common,"
            " whole or in part.",
            _once(quote.passage for quote in quotes),
            {"quotes": len(found)},
        )


def voice_findings(voices: Sequence[Voice], names: Sequence[str]) -> Iterator[Finding]:
    """The voices that only one of several tellings has, and who has most words in each."""
    for k, name in enumerate(names):
        heard = [(voice, told) for voice in voices if (told := voice.tellings[k]) is not None]
        known = [(voice, told) for voice, told in heard if voice.kind != "unresolved"]
        if known:
            voice, told = max(known, key=lambda row: row[1].quoted_words + row[1].paraphrased_words)
            yield Finding(
                "voice-share",
                f"In {name}, {voice.name} has the most words of all who are heard:"
                f" {round(100 * told.share)} in 100.",
                told.passages,
                {"share": told.share},
            )
        only = [
            (voice, told)
            for voice, told in known
            if voice.heard_in == (k,) and voice.kind == "named"
        ]
        if only and len(names) > 1:
            listed = _listed([voice.name for voice, _ in only])
            yield Finding(
                "voice-only-in",
                f"{listed} {'is' if len(only) == 1 else 'are'} heard in {name} only.",
                _once(p for _, told in only for p in told.passages),
                {"voices": len(only)},
            )


def shift_findings(shifts: Sequence[Shift], a: str, b: str) -> Iterator[Finding]:
    """For tellings called ``a`` and ``b``: how often one is surer than the other, or names more."""
    for kind, (one, several) in _SHIFTS.items():
        for cued, name, other in ((True, a, b), (False, b, a)):
            found = [s for s in shifts if s.kind == kind and bool(s.cues_a) == cued]
            if found:
                n = _many(len(found), "linked sentence", "linked sentences")
                said = (one if len(found) == 1 else several).format(other=other)
                yield Finding(
                    f"shift-{kind}",
                    f"{n} of {name} {said}.",
                    _once(p for s in found for p in (*s.cues_a, *s.cues_b, s.a, s.b)),
                    {"sentences": len(found)},
                )


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _once(passages: Iterator[Passage]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(passages))
