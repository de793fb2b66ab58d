"""How sure two tellings are of the same claim, and whether they say where they have it from.

Held against each other are linked sentences. A cue word (see :mod:`toolkit.comparison.claims.cues`)
counts only if most of its clause is in the other telling too, and only if nothing there does
the same work in other words. On hedges and boosters: Hyland 2005, Holmes 1988.
"""

from collections.abc import Iterator, Mapping, Sequence

from toolkit.comparison.claims.cues import (
    ANSWER,
    BOOSTER,
    HEDGE,
    NEGATION,
    PROSPECT,
    Claims,
    Cue,
    Sentence,
    Shift,
    denials,
    nearest,
    shift,
)
from toolkit.comparison.claims.sources import agent_shifts, source_shifts
from toolkit.comparison.links.alignment import Alignment
from toolkit.measures.passive import passives
from toolkit.speech.attribution import Attribution
from toolkit.text.document import Document

_ALIGNED = 0.5  # share of a clause's content words that the other telling must have
_NEGATED = 0.6  # the same, for a negation
_WILL = frozenset("will shall won't".split())

_Side = list[Sentence]
_Found = list[tuple[Sentence, Cue]]


def certainty_shifts(
    document: Document,
    alignments: Mapping[tuple[int, int], Alignment],
    attributions: Sequence[Sequence[Attribution]] = (),
) -> dict[tuple[int, int], tuple[Shift, ...]]:
    """For each pair of articles, where linked sentences differ in certainty or source.

    ``attributions`` are those of each article (:func:`toolkit.speech.attributions`); without
    them no ``source`` is looked for. Pairs keep their order, shifts that of the links.

    >>> from toolkit.comparison.links.alignment import align
    >>> document = Document.of_texts(
    ...     ["The bridge will close on Monday.", "The bridge may close on Monday."]
    ... )
    >>> [row] = certainty_shifts(document, {(0, 1): align(document, 0, 1)})[0, 1]
    >>> row.kind, row.cues_a, document.articles[1].words_of(row.cues_b[0])
    ('hedge', (), 'may')
    """
    heads = frozenset(passives(document).tolist()) if alignments else frozenset()
    claims = {k: Claims(document, k) for k in sorted({k for pair in alignments for k in pair})}
    found = {}
    for (a, b), alignment in alignments.items():
        rows: list[Shift] = []
        for link in alignment.links:
            if link.relation == "verbatim":
                continue
            sides = claims[a].sentences(link.a), claims[b].sentences(link.b)
            rows += _cue_shifts(sides)
            if attributions:
                rows += source_shifts(sides, (attributions[a], attributions[b]))
            rows += agent_shifts(sides, heads)
        found[a, b] = tuple(dict.fromkeys(rows))
    return found


def _cue_shifts(sides: tuple[_Side, _Side]) -> Iterator[Shift]:
    for idea, cues_of in ((HEDGE, _hedges), (BOOSTER, _boosters), (NEGATION, _negations)):
        for k in (0, 1):
            cues = cues_of(sides[k], sides[1 - k])
            if not cues:
                continue
            left = [
                row
                for row in _unmatched(cues, sides[1 - k], idea)
                if _shared(*row, sides[1 - k], _NEGATED if idea == NEGATION else _ALIGNED)
            ]
            for sentence in dict.fromkeys(sentence for sentence, _ in left):
                words = tuple((cue.first, cue.last) for s, cue in left if s is sentence)
                yield shift(idea, k, sentence, nearest(sentence, sides[1 - k]), words)


def _unmatched(mine: _Found, side: _Side, idea: str) -> _Found:
    """The cues that no cue of the other telling answers: equal words first, then any.

    One cue there may answer two in the same clause ("it is possible that he may").
    """
    ideas = (HEDGE, PROSPECT, ANSWER) if idea == HEDGE else (idea,)
    theirs = [(s, cue) for s in side for cue in s.cues if cue.idea in ideas]
    left = []
    for row in mine:
        equal = next((other for other in theirs if other[1].words == row[1].words), None)
        if equal is None:
            left.append(row)
        else:
            theirs.remove(equal)
    about = {stem for s, cue in theirs for stem in s.focus(cue)}
    return [(s, cue) for s, cue in left[len(theirs) :] if about.isdisjoint(s.focus(cue))]


def _shared(sentence: Sentence, cue: Cue, other: _Side, least: float) -> bool:
    """Whether the other telling has enough of what the cue is about."""
    focus = sentence.focus(cue)
    theirs = {stem for one in other for stem in one.content_stems}
    kept = sum(stem in theirs for stem in focus)
    return kept > 0 and kept >= least * len(focus)


def _hedges(side: _Side, other: _Side) -> _Found:
    """Hedges; "should" and "expected to" only where the other says "will" of the same."""
    found = [(s, cue) for s in side for cue in s.cues if cue.idea in (HEDGE, PROSPECT)]
    if all(cue.idea == HEDGE for _, cue in found):
        return found
    certain = {stem for s in other for stem in _will_of(s)}
    return [
        (s, cue) for s, cue in found if cue.idea == HEDGE or not certain.isdisjoint(s.focus(cue))
    ]


def _will_of(sentence: Sentence) -> set[int]:
    """The content words of the clauses that say "will", in a sentence that denies nothing."""
    if any(cue.idea == NEGATION for cue in sentence.cues):
        return set()
    rows = list(zip(sentence.forms, sentence.clauses, strict=True))
    at = {clause for form, clause in rows if form in _WILL or form.endswith("'ll")}
    kept = zip(sentence.stems, sentence.content, sentence.clauses, strict=True)
    return {stem for stem, content, clause in kept if content and clause in at}


def _boosters(side: _Side, other: _Side) -> _Found:
    """Boosters of words that the other telling has too."""
    return _of_shared_words(BOOSTER, side, other)


def _negations(side: _Side, other: _Side) -> _Found:
    """Negations of words that the other telling has too, where nothing in it denies."""
    found = _of_shared_words(NEGATION, side, other)
    if not found:
        return []
    for s in other:
        if any(cue.idea == NEGATION for cue in s.cues) or not denials().isdisjoint(s.forms):
            return []
    return found


def _of_shared_words(idea: str, side: _Side, other: _Side) -> _Found:
    found = [(s, cue) for s in side for cue in s.cues if cue.idea == idea]
    return [(s, cue) for s, cue in found if any(s.head(cue) in one.content_stems for one in other)]
