"""What became of each quote of one telling in another.

Wording "differs": which of two wordings was spoken cannot be told from them. Case, punctuation,
the style of quotation marks and British or American spelling make no other wording.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from toolkit.comparison.links.alignment import Alignment
from toolkit.comparison.quotes.matching import Edge, Linked, Weights, is_run, matches
from toolkit.comparison.quotes.paraphrase import Paraphrases
from toolkit.comparison.quotes.speakers import same_speaker
from toolkit.comparison.quotes.spoken import Quote, Spoken

RELATIONS = (
    "identical",
    "truncated",
    "reworded",
    "spliced",
    "to-paraphrase",
    "from-paraphrase",
    "other-speaker",
    "only-a",
    "only-b",
)

_STITCHED = 3  # words left out inside one quote: fewer are a rewording
_LONG = 1000  # words of a quote; a longer one is not looked through for words left out
_ELLIPSES = ("…", "...", ". . .", "[", "(…)")


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote of A, a quote of B, or both, and what the one is to the other.

    ``relation`` is one of :data:`RELATIONS`: ``truncated``, one prints part of what the other
    does; ``spliced``, one makes a single quote of two, or leaves words out within it and does
    not show it; ``to-paraphrase``, direct in A and not in B, and ``from-paraphrase`` the
    reverse; ``other-speaker``, the same words given to two speakers.
    """

    a: Quote | None
    b: Quote | None
    relation: str

    def turned(self) -> "QuoteRow":
        """The same row with A and B exchanged."""
        return QuoteRow(self.b, self.a, _TURNED.get(self.relation, self.relation))


_TURNED = {"only-a": "only-b", "only-b": "only-a"}
_TURNED |= {"to-paraphrase": "from-paraphrase", "from-paraphrase": "to-paraphrase"}


def quote_rows(a: Spoken, b: Spoken, alignment: Alignment) -> tuple[QuoteRow, ...]:
    """The rows of two tellings, in the order of A; then those that only B has."""
    links, weights = Linked.by(alignment), Weights(a, b)
    edges = matches(a, b, links, weights)
    done: tuple[set[int], set[int]] = (set(), set())  # pieces that are in a row
    rows = list(_printed_in_both(a, b, edges, done))
    for side, (one, other) in enumerate(((a, b), (b, a))):
        paraphrases = Paraphrases(one, other, links if side == 0 else links.turned(), weights)
        matched = {edge.b if side else edge.a for edge in edges}
        rows += _printed_in_one(one, paraphrases, matched, done[side], side)
    return tuple(sorted(dict.fromkeys(rows), key=place))


def place(row: QuoteRow) -> tuple[bool, int, int, int]:
    """What rows are sorted by: where the quote stands in A; those that only B has come last."""
    first = row.a or row.b
    other = row.b or row.a
    assert first is not None
    assert other is not None
    return row.a is None, first.passage.start, other.passage.start, RELATIONS.index(row.relation)


def _printed_in_both(
    a: Spoken, b: Spoken, edges: list[Edge], done: tuple[set[int], set[int]]
) -> Iterator[QuoteRow]:
    """Rows of quotes whose words, or some of them, both tellings print in marks."""
    spliced = _made_of_two(a, b, edges, 1) | _made_of_two(b, a, edges, 0)
    for group in _groups(a, b, edges):
        pieces = sorted({edge.a for edge in group}), sorted({edge.b for edge in group})
        quotes = tuple(
            list(range(s.pieces[chosen[0]].quote, s.pieces[chosen[-1]].quote + 1))
            for s, chosen in zip((a, b), pieces, strict=True)
        )
        relation, whole = _relation(a, quotes[0], b, quotes[1], pieces)
        if any((edge.a, edge.b) in spliced for edge in group):
            relation, whole = "spliced", True
        sides = []
        for k, spoken in enumerate((a, b)):
            if whole:
                sides.append(spoken.quote(quotes[k]))
                done[k].update(p for q in quotes[k] for p in spoken.printed[q].pieces)
            else:
                sides.append(spoken.trimmed(quotes[k], pieces[k]))
                done[k].update(range(pieces[k][0], pieces[k][-1] + 1))
        if sides[0].source == sides[1].source == "scare":
            continue
        if relation != "reworded" and _are_others(*sides):
            relation = "other-speaker"
        yield QuoteRow(sides[0], sides[1], relation)


def _are_others(a: Quote, b: Quote) -> bool:
    """Whether two quotes are given to two people, each by name beside the words themselves."""
    beside = all(q.verb is not None and q.speaker.kind in ("named", "role") for q in (a, b))
    return beside and same_speaker(a.speaker, b.speaker) is False


def _groups(a: Spoken, b: Spoken, edges: list[Edge]) -> list[list[Edge]]:
    """Edges of the same two utterances that share a quote on either side, directly or not."""
    by_utterances: dict[tuple[int, int], list[Edge]] = {}
    for edge in sorted(edges, key=lambda e: (e.a, e.b)):
        here = a.pieces[edge.a].utterance, b.pieces[edge.b].utterance
        by_utterances.setdefault(here, []).append(edge)
    found: list[list[Edge]] = []
    for together in by_utterances.values():
        # Which group a quote of A (0) or of B (1) is in, and where that one went if it was joined.
        group_of: dict[tuple[int, int], int] = {}
        joined: list[int] = []
        for edge in together:
            ends = (0, a.pieces[edge.a].quote), (1, b.pieces[edge.b].quote)
            roots = [_root(joined, group_of[end]) for end in ends if end in group_of]
            root = min(roots, default=len(joined))
            if not roots:
                joined.append(root)
            for other in roots:
                joined[other] = root
            group_of.update(dict.fromkeys(ends, root))
        groups: dict[int, list[Edge]] = {}
        for edge in together:
            root = _root(joined, group_of[0, a.pieces[edge.a].quote])
            groups.setdefault(root, []).append(edge)
        found += groups.values()
    return found


def _root(joined: list[int], group: int) -> int:
    while joined[group] != group:
        joined[group] = joined[joined[group]]
        group = joined[group]
    return group


def _relation(
    a: Spoken,
    quotes_a: list[int],
    b: Spoken,
    quotes_b: list[int],
    pieces: tuple[list[int], list[int]],
) -> tuple[str, bool]:
    """The relation of printed quotes, and whether it is one of the quotes as a whole."""
    whole = (
        _Words(a, [s for q in quotes_a for s in a.printed[q].stretches]),
        _Words(b, [s for q in quotes_b for s in b.printed[q].stretches]),
    )
    relation = _of_words(*whole)
    if relation != "reworded":
        return relation, True
    matched = tuple(
        _Words(s, [range(w, w + 1) for p in chosen for w in s.pieces[p].words])
        for s, chosen in zip((a, b), pieces, strict=True)
    )
    equal = matched[0].letters == matched[1].letters
    return ("identical" if equal else "reworded"), False


class _Words:
    """The words of some quotes, and where a stretch of them ends."""

    def __init__(self, spoken: Spoken, stretches: Sequence[range]) -> None:
        self.spoken, self.stretches = spoken, stretches
        self.words = [word for stretch in stretches for word in stretch]
        self.spellings = [spoken.spellings[word] for word in self.words]

    @property
    def letters(self) -> str:
        """All words in their spelling, without blanks."""
        return self.spoken.keys.spelt(self.spellings)

    def gap_is_shown(self, k: int) -> bool:
        """Whether something is printed between words ``k - 1`` and ``k``, or beside, to show it."""
        if any(stretch.start == self.words[k] for stretch in self.stretches):
            return True
        near = self.words[max(0, k - 2) : k + 2]
        between = [self.spoken.between(*pair) for pair in pairwise(near)]
        return any(sign in text for text in between for sign in _ELLIPSES)

    def says_something(self, first: int, last: int) -> bool:
        """Whether there is a content word among words ``first`` to ``last``, the last left out."""
        return any(self.spoken.content[word] for word in self.words[first:last])


def _of_words(a: _Words, b: _Words) -> str:
    if a.letters == b.letters:
        return "identical"
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if is_run(short.spellings, long.spellings):
        return "truncated"
    if len(long.words) > _LONG:
        return "reworded"
    blocks = SequenceMatcher(None, long.spellings, short.spellings, autojunk=False)
    runs = [block for block in blocks.get_matching_blocks() if block.size]
    if sum(run.size for run in runs) < len(short.words) or min(run.size for run in runs) < 2:
        return "reworded"
    hidden = [
        (run.a + run.size, later.a)
        for run, later in pairwise(runs)
        if not short.gap_is_shown(later.b)
    ]
    if not hidden:
        return "truncated"
    stitched = any(y - x >= _STITCHED and long.says_something(x, y) for x, y in hidden)
    return "spliced" if stitched else "reworded"


def _made_of_two(one: Spoken, other: Spoken, edges: list[Edge], side: int) -> set[tuple[int, int]]:
    """Edges of quotes of ``other`` (A for ``side`` 0, else B) whose words are from two utterances.

    Each of the two must give three words in a row or more, together nearly all, and none nearly
    all alone.
    """
    by_quote: dict[int, dict[int, list[Edge]]] = {}
    for edge in edges:
        mine, theirs = (edge.a, edge.b) if side else (edge.b, edge.a)
        quote, utterance = other.pieces[theirs].quote, one.pieces[mine].utterance
        by_quote.setdefault(quote, {}).setdefault(utterance, []).append(edge)
    found: set[tuple[int, int]] = set()
    for quote, utterances in by_quote.items():
        words = [other.spellings[w] for w in other.printed[quote].words]
        if len(utterances) < 2 or len(words) > _LONG:
            continue
        covers = []
        for linking in utterances.values():
            cover: set[int] = set()
            for p in sorted({edge.a if side else edge.b for edge in linking}):
                piece = [one.spellings[w] for w in one.pieces[p].words[:_LONG]]
                matcher = SequenceMatcher(None, piece, words, autojunk=False)
                for run in matcher.get_matching_blocks():
                    if run.size >= _STITCHED:
                        cover.update(range(run.b, run.b + run.size))
            covers.append((cover, linking))
        whole: set[int] = set().union(*(cover for cover, _ in covers))
        if len(whole) < 0.9 * len(words) or max(len(c) for c, _ in covers) >= 0.85 * len(words):
            continue
        found.update((e.a, e.b) for cover, linking in covers if cover for e in linking)
    return found


def _printed_in_one(
    spoken: Spoken, paraphrases: Paraphrases, matched: set[int], done: set[int], side: int
) -> Iterator[QuoteRow]:
    """Rows of direct quotes, or pieces of them, that the other telling prints in no marks."""
    for number, printed in enumerate(spoken.printed):
        if printed.attributions[0].source == "scare":
            continue
        told: list[tuple[Quote | None, list[int]]] = []
        for p in printed.pieces:
            if p in matched:
                told.append((None, []))
                continue
            quote = paraphrases.find(spoken.pieces[p], spoken.quote([number]).speaker)
            if quote is None and p in done:
                continue
            if told and told[-1][1] and told[-1][0] == quote:
                told[-1][1].append(p)
            else:
                told.append((quote, [p]))
        for quote, pieces in told:
            if pieces:
                yield _row(spoken.trimmed([number], pieces), quote, side)


def _row(mine: Quote, theirs: Quote | None, side: int) -> QuoteRow:
    if side == 0:
        return QuoteRow(mine, theirs, "only-a" if theirs is None else "to-paraphrase")
    return QuoteRow(theirs, mine, "only-b" if theirs is None else "from-paraphrase")
