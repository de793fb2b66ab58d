"""One thing somebody said, in every telling that has it: where, by whom, in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.article import Passage
from toolkit.comparison.compare import Comparison
from toolkit.comparison.labels import labels
from toolkit.comparison.quotes.differences import quote_differences
from toolkit.comparison.quotes.ledger import QuoteGroup
from toolkit.comparison.quotes.rows import QuoteRow
from toolkit.comparison.quotes.spoken import Quote
from toolkit.comparison.words.run import Run
from toolkit.widgets.passages import one_line, sentence_numbers_of

Ledger = Mapping[tuple[int, int], Sequence[QuoteRow]]

_WORD_BY_WORD = ("identical", "truncated", "reworded", "spliced", "other-speaker")
_RELATIONS = {
    "identical": "the same words as in {base}",
    "reworded": "the wording differs from {base}",
    "spliced": "here or in {base} one quote is made of two, or words are left out without a sign",
    "to-paraphrase": "here in other words, without the quotation marks of {base}",
    "from-paraphrase": "here in quotation marks, in {base} in other words",
    "other-speaker": "the words of {base}, given to another speaker",
}


@dataclass(frozen=True, slots=True)
class Place:
    """What one telling has of it.

    ``relation`` says in words what it is to the telling that the others are held against, ""
    for that one itself. ``runs`` are the differences from its wording, as A; kept words left out.
    """

    telling: int
    quotes: tuple[Quote, ...]
    relation: str
    runs: tuple[Run, ...]


def base_of(group: QuoteGroup, against: int | None) -> int:
    """The telling that the others are held against: the one chosen, else the first to print it."""
    if against is not None:
        return against
    return (group.quoted_in or group.heard_in)[0]


def places(comparison: Comparison, group: QuoteGroup, ledger: Ledger, base: int) -> list[Place]:
    """What each telling has of it, in the order of the tellings."""
    name = labels(comparison)[base]
    found = []
    for k, quotes in enumerate(group.tellings):
        if k == base or not quotes:
            found.append(Place(k, quotes, "", ()))
            continue
        rows = _rows(ledger, base, k, group)
        relations = dict.fromkeys(_relation(row, name) for row in rows)
        runs = dict.fromkeys(
            run
            for row in rows
            if row.relation in _WORD_BY_WORD
            for run in quote_differences(comparison.document, row)
            if run.kind != "kept" or run.trivial
        )
        found.append(
            Place(k, quotes, "; ".join(relations) or _unmatched(group, name, base), (*runs,))
        )
    return found


def _rows(ledger: Ledger, base: int, other: int, group: QuoteGroup) -> list[QuoteRow]:
    """The rows that hold the group's quotes in two tellings against each other, base as A."""
    rows = ledger.get((base, other))
    if rows is None:
        rows = [row.turned() for row in ledger.get((other, base), ())]
    return [
        row
        for row in rows
        if _is_one_of(row.a, group.tellings[base]) and _is_one_of(row.b, group.tellings[other])
    ]


def _is_one_of(quote: Quote | None, quotes: Sequence[Quote]) -> bool:
    """Whether a quote is among some, or lies over one that is printed in marks as it is."""
    return quote is not None and any(
        quote == one
        or (
            _printed(quote) == _printed(one)
            and quote.passage.start < one.passage.end
            and one.passage.start < quote.passage.end
        )
        for one in quotes
    )


def _printed(quote: Quote) -> bool:
    return quote.source in ("direct", "scare")


def _relation(row: QuoteRow, name: str) -> str:
    if row.relation == "truncated":
        assert row.a is not None
        assert row.b is not None
        shorter = row.b.n_words < row.a.n_words
        told = "a part of what {base} prints" if shorter else "more of it than {base} prints"
        return told.format(base=name)
    return _RELATIONS[row.relation].format(base=name)


def _unmatched(group: QuoteGroup, name: str, base: int) -> str:
    if not group.tellings[base]:
        return f"not in {name}"
    return f"joined with {name} through another telling"


def speaker_words(comparison: Comparison, quote: Quote, kinds: Mapping[Passage, str]) -> str:
    """Who speaks, how the telling calls the speaker beside the quote, and with which verb.

    ``kinds`` are the kinds of the reporting verbs.
    """
    if quote.source == "scare":
        return "in quotation marks, with no speaker"
    if quote.source == "plain":
        return "the telling's own words, with no speaker"
    speaker = quote.speaker
    told = speaker.name or "speaker not resolved"
    if speaker.mention is not None:
        mention = one_line(comparison, speaker.mention)
        told += f" (here “{mention}”)" if mention != speaker.name else ""
    if quote.verb is not None:
        kind = kinds.get(quote.verb, "")
        told += f", “{one_line(comparison, quote.verb)}”" + (f" ({kind})" if kind else "")
    return told


def verb_kinds(comparison: Comparison) -> dict[Passage, str]:
    """What kind each reporting verb of the tellings is."""
    return {a.verb: a.verb_kind for rows in comparison.attributions for a in rows if a.verb}


def about_lines(comparison: Comparison, place: Place, kinds: Mapping[Passage, str]) -> list[str]:
    """Speaker and place of each quote of a telling, then what it is to the one held against."""
    told = dict.fromkeys(
        f"{speaker_words(comparison, quote, kinds)} · {_where(comparison, place.telling, quote)}"
        for quote in place.quotes
    )
    return [*told, *filter(None, [place.relation])]


def _where(comparison: Comparison, telling: int, quote: Quote) -> str:
    numbers = sentence_numbers_of(comparison, telling, [quote.passage])
    if not numbers:
        return "outside the sentences"
    first, last = numbers[0] + 1, numbers[-1] + 1
    which = f"sentence {first}" if first == last else f"sentences {first} to {last}"
    return f"{which} of {len(comparison.sentences[telling])}"


def run_lines(comparison: Comparison, place: Place, base: int, trivial: bool) -> list[str]:
    """The differences of a telling from the one it is held against; trivial ones last, if asked."""
    name = labels(comparison)[base]
    return [
        _run_words(comparison, run, name)
        for run in sorted(place.runs, key=lambda run: run.trivial)
        if trivial or not run.trivial
    ]


def _run_words(comparison: Comparison, run: Run, name: str) -> str:
    there, here = (f"“{one_line(comparison, p)}”" if p else "" for p in (run.a, run.b))
    trivial = f" ({run.difference})" if run.trivial else ""
    if run.kind == "moved":
        return f"in another place than in {name}: {here or there}"
    if not here:
        return f"only in {name}: {there}{trivial}"
    if not there:
        return f"only here: {here}{trivial}"
    return f"here {here}, in {name} {there}{trivial}"
