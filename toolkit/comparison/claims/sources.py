"""Who vouches and who acts: a source that one telling drops, an agent that a passive leaves out."""

from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.article import Passage
from toolkit.comparison.claims.cues import Sentence, Shift, nearest, shift
from toolkit.speech.attribution import Attribution
from toolkit.text import lexicon
from toolkit.text.inflection import verb_forms

_REPORTED = 0.5  # share of the plain telling's content words that the source must be given for
_LEAST = 3  # content words they must share

_MAY_STAND_BETWEEN = frozenset(
    "has have had will would may might could should can must also then later soon never not".split()
)
_CONDITIONS = frozenset("if unless whether when once until".split())

_Side = list[Sentence]


@cache
def _verbs(classes: frozenset[str]) -> dict[str, frozenset[str]]:
    """Forms of the reporting verbs of some classes, each with the words that must come after."""
    bases: set[str] = set()
    for line in lexicon.lines("reporting_frames"):
        kind, *entries = line.split()
        bases |= set(entries) if kind in classes else set()
    found: dict[str, set[str]] = {}
    for base in bases - _FELT:
        verb, _, particle = base.partition("_")
        for form in verb_forms(verb):
            found.setdefault(form, set()).add(particle)
    return {form: frozenset(after) for form, after in found.items()}


_CLAIMS = frozenset("clause that hearer tag".split())  # what is said is a claim
_ALL = _CLAIMS | {"infinitive"}
_OTHERS = frozenset(
    "according reportedly allegedly denied denies deny denying found finds find".split()
)
_FELT = frozenset("fear hope feel doubt wonder".split())  # a telling may know of itself


def _says(forms: Sequence[str], k: int, classes: frozenset[str]) -> bool:
    """Whether word ``k`` is a reporting verb of some classes, with its particle if it has one."""
    after = _verbs(classes).get(forms[k], frozenset())
    return forms[k] in _OTHERS or any(not p or p in forms[k + 1 : k + 4] for p in after)


def source_shifts(
    sides: tuple[_Side, _Side], attributions: tuple[Sequence[Attribution], Sequence[Attribution]]
) -> Iterator[Shift]:
    """Claims that one telling has from somebody and the other states as its own.

    A telling states them as its own if no attribution reaches into its sentences and no word of
    saying or thinking is in them.
    """
    for k in (0, 1):
        here, there = sides[k], sides[1 - k]
        if _is_said(there, attributions[1 - k]):
            continue
        plain = {stem for sentence in there for stem in sentence.content_stems}
        for sentence in here:
            for attribution in _reaching(sentence, attributions[k]):
                cues = _source_words(sentence, attribution)
                told = _stems_in(sentence, attribution.parts)
                kept = len(told & plain)
                if (
                    cues
                    and not _is_agent(sentence, attribution, there)
                    and kept >= _LEAST
                    and kept >= _REPORTED * min(len(told), len(plain))
                ):
                    yield shift("source", k, sentence, nearest(sentence, there), cues)
                    break


def _is_agent(sentence: Sentence, attribution: Attribution, there: _Side) -> bool:
    """Whether the other telling names the source after "by": "under rules set by the court"."""
    mention = attribution.speaker.mention
    words = [] if mention is None else _within(sentence, mention)
    named = {sentence.stems[k] for k in words if sentence.content[k]}
    return any(
        form == "by" and not named.isdisjoint(other.stems[k + 1 : k + 7])
        for other in there
        for k, form in enumerate(other.forms)
    )


def _is_said(side: _Side, attributions: Sequence[Attribution]) -> bool:
    for sentence in side:
        if next(_reaching(sentence, attributions), None) is not None:
            return True
        said = (k for k in range(len(sentence.forms)) if _says(sentence.forms, k, _ALL))
        # A capital is a name ("the United States"), unless the sentence begins with it.
        if any(k == 0 or sentence.is_lower(k) for k in said):
            return True
    return False


def _reaching(sentence: Sentence, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The reports of speech that lie in a sentence, at least in part."""
    here = sentence.passage
    for attribution in attributions:
        told = attribution.passage
        spoken = attribution.source in ("direct", "indirect")
        if spoken and told.start < here.end and here.start < told.end:
            yield attribution


def _stems_in(sentence: Sentence, parts: Sequence[Passage]) -> set[int]:
    rows = zip(sentence.stems, sentence.content, sentence.starts, strict=True)
    return {
        stem
        for stem, content, start in rows
        if content and any(part.start <= start < part.end for part in parts)
    }


def _source_words(sentence: Sentence, attribution: Attribution) -> tuple[tuple[int, int], ...]:
    """The words that name the source and the verb, as far as they are in the sentence.

    None if the verb does not report ("he slammed the plan") or may not have ("if it says so").
    """
    verb = attribution.verb
    at = [] if verb is None else _within(sentence, verb)
    if not any(_says(sentence.forms, k, _CLAIMS) for k in at):
        return ()
    places = [_within(sentence, p) for p in (attribution.speaker.mention, verb) if p is not None]
    found = [(words[0], words[-1]) for words in places if words]
    found.sort()
    first = found[0][0] if found else 0
    clause = [k for k in range(first) if sentence.clauses[k] == sentence.clauses[first]]
    if any(sentence.forms[k] in _CONDITIONS for k in clause):
        return ()
    return tuple(dict.fromkeys(found))


def _within(sentence: Sentence, passage: Passage) -> list[int]:
    """The words of a sentence that begin inside a passage."""
    return [k for k, start in enumerate(sentence.starts) if passage.start <= start < passage.end]


def agent_shifts(sides: tuple[_Side, _Side], heads: frozenset[int]) -> Iterator[Shift]:
    """Deeds that one telling says who did, and the other puts in the passive without saying.

    ``heads`` are the tokens that hold the participle of a passive
    (:func:`toolkit.measures.passive.passives`). The verb must be the same, and so must a word of
    what was done to.
    """
    for k in (0, 1):
        here, there = sides[k], sides[1 - k]
        said = {stem for sentence in there for stem in sentence.content_stems}
        for bare in there:
            for verb in range(len(bare.forms)):
                if bare.tokens[verb] not in heads or "by" in bare.forms[verb:]:
                    continue
                patient = _content(bare, range(verb), bare.clauses[verb])
                found = _agent(here, bare.stems[verb], patient, said, heads)
                if found is not None:
                    yield shift("agent", k, *_with(found, bare))


def _with(
    found: tuple[Sentence, tuple[int, int]], bare: Sentence
) -> tuple[Sentence, Sentence, tuple[tuple[int, int], ...]]:
    sentence, words = found
    return sentence, bare, (words,)


def _agent(
    side: _Side, verb: int, patient: set[int], said: set[int], heads: frozenset[int]
) -> tuple[Sentence, tuple[int, int]] | None:
    """Who does it in this telling, if the same is done to the same and the other is silent."""
    for sentence in side:
        for k, stem in enumerate(sentence.stems):
            if stem != verb:
                continue
            clause = sentence.clauses[k]
            if sentence.tokens[k] in heads:
                if sentence.forms[k + 1 : k + 2] != ["by"]:
                    continue
                agent = range(k + 2, len(sentence.forms))
                done_to = _content(sentence, range(k), clause)
            else:
                if not _is_verb(sentence, k):
                    continue
                agent = range(k)
                done_to = _content(sentence, range(k + 1, len(sentence.forms)), clause)
            words = [n for n in agent if sentence.clauses[n] == clause and sentence.content[n]]
            named = {sentence.stems[n] for n in words}
            if named and named.isdisjoint(said) and not done_to.isdisjoint(patient):
                return sentence, (words[0], words[-1])
    return None


def _is_verb(sentence: Sentence, k: int) -> bool:
    """Whether a word follows what may do it: no article or preposition stands before it."""
    back = k - 1
    while back >= 0 and not sentence.content[back] and sentence.forms[back] in _MAY_STAND_BETWEEN:
        back -= 1
    return back >= 0 and sentence.content[back]


def _content(sentence: Sentence, words: range, clause: int) -> set[int]:
    """The stems of the content words among ``words`` that are in one clause."""
    return {
        sentence.stems[n] for n in words if sentence.content[n] and sentence.clauses[n] == clause
    }
