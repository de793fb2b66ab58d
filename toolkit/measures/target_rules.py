"""Which words of a sentence speak about a target, by which rule.

Every word of the lexicons is used once: by the first rule that ties it to the target, or else
by nearness. The rules (:data:`~toolkit.measures.target_clue.RULES`) after Rashkin et al. (2016)
for who does what to whom, Polanyi and Zaenen (2006) for negation, and Ding et al. (2008) for
nearness.
"""

from toolkit.measures.attitude_words import Entry
from toolkit.measures.clauses import Stretch, naming_verbs, speech_verbs
from toolkit.measures.target_clue import NEGATED, Clue, Target
from toolkit.text.inflection import BASE, ING, S

REACH = 9  # words a rule looks to either side


def clues(stretch: Stretch, first: int, last: int, possessive: bool) -> list[Clue]:
    """All clues about the target at words ``first`` to ``last`` (exclusive), in text order.

    >>> words = "critics blasted macron".split()
    >>> stretch = Stretch(tuple(words), ("", " ", " ", "."), (True, False, True))
    >>> [(clue.rule, clue.value) for clue in clues(stretch, 2, 3, False)]
    [('suffers', -2.0)]
    """
    target = Target(stretch, first, last, possessive)
    _speaker(target)
    _before_the_name(target)
    _to_its_left(target)
    if possessive:
        _owned(target)
    else:
        _to_its_right(target)
    _elsewhere(target)
    return [clue for _, clue in sorted(target.clues.items()) if clue.value]


def _speaker(t: Target) -> None:
    """Find the verb of saying whose subject the target is."""
    s, said = t.stretch, speech_verbs()
    if t.possessive:
        return
    if t.last < len(s) and ":" in s.gaps[t.last] and t.first < 4:
        t.speaks = t.last - 1
        return
    if not s.quote[t.first]:
        for at in range(t.last, min(len(s), t.last + 4)):
            if s.forms[at] in said:
                t.speaks = -1 if s.is_a("be", at - 1) else at
                return
            small = s.is_a("auxiliary", at) or s.forms[at].endswith("ly") or s.negates(at)
            if s.breaks(at) or not small:
                break
    for at in range(t.first - 1, max(-1, t.first - 4), -1):
        if s.forms[at] in said and (s.breaks(at) or at == 0 or s.quote[at - 1]):
            t.speaks = at
            return
        if s.breaks(at + 1):
            return
    if t.first >= 2 and s.forms[t.first - 2 : t.first] == ("according", "to"):
        t.speaks = t.first - 1


def _before_the_name(t: Target) -> None:
    """Describing words just before the name: "embattled X", "the corrupt, greedy X"."""
    s, at = t.stretch, t.first - 1
    while at >= 0 and t.first - at < 6:
        gap = s.gaps[at + 1]
        if gap.strip() if at + 1 == t.first else gap.strip(", "):
            return
        begin = next((k for k in (at, at - 1, at - 2) if _ends(t, k, at)), None)
        if begin is not None and t.entries[begin].kind in ("adjective", "noun", "plain"):
            t.use(begin, "described", t.entries[begin].own)
            at = begin - 1
        elif s.capital[at] or s.forms[at] == "and":
            at -= 1
        else:
            return


def _ends(t: Target, begin: int, at: int) -> bool:
    return begin in t.entries and begin + t.entries[begin].length - 1 == at


def _owned(t: Target) -> None:
    """What the target has: "X's failures", "her critics"."""
    s = t.stretch
    # What is questioned or attacked is no praise: "doubts about X's honesty".
    attacked = any(
        clue.value < 0 and clue.rule in ("suffers", "stance") for clue in t.clues.values()
    )
    for at in range(t.last, min(len(s), t.last + 5)):
        if s.breaks(at) or s.is_a("about", at) or s.is_a("be", at) or s.forms[at] in speech_verbs():
            return
        entry = t.entries.get(at)
        if entry is None:
            continue
        if entry.kind == "people":
            t.use(at, "stance", entry.other)
        elif entry.kind == "stance" and not s.is_a("about", at + entry.length):
            t.use(at, "has", entry.own or entry.other)
        else:
            t.use(at, "has", min(entry.own, 0.0) if attacked else entry.own)
        if entry.kind == "verb":
            return


def _to_its_left(t: Target) -> None:
    """Verbs and joining nouns before the target: "blasted X", "critics of X", "beaten by X"."""
    s = t.stretch
    for at in range(t.first - 1, max(-1, t.first - REACH), -1):
        if s.breaks(at + 1) or s.opens(at + 1):
            return
        entry = t.entries.get(at)
        if entry is not None and at not in t.clues:
            end = at + entry.length
            if entry.kind == "verb":
                if t.by == "by" and entry.participle:
                    t.use(at, "does", entry.own)
                elif end == t.first or not (t.by or _is_subject(t) or _passive(t, at)):
                    t.use(at, "suffers", entry.other)
                    t.governor = at
                return
            if entry.kind in ("stance", "people", "feeling"):
                if t.joint >= end and (t.by == "from" or s.is_a("about", t.joint)):
                    t.use(at, "stance", entry.own if t.by in ("by", "from") else entry.other)
                return
            if entry.kind == "noun" and t.joint == end and t.by in ("of", "for", "by", "to"):
                t.use(at, "has", entry.own)
        if s.forms[at] in speech_verbs() and s.forms[at] not in naming_verbs():
            return


def _is_subject(t: Target) -> bool:
    """Whether a finite verb follows at once, so that the target is nobody's object."""
    s = t.stretch
    return not t.possessive and s.is_a("finite", t.last) and not s.breaks(t.last)


def _passive(t: Target, at: int) -> bool:
    """Whether the verb at ``at`` is in the passive: "was praised", "accused of"."""
    s, entry = t.stretch, t.entries[at]
    if not entry.participle:
        return False
    for k in range(at - 1, max(-1, at - 4), -1):
        if s.is_a("be", k) or s.is_a("get", k):
            return True
        small = s.forms[k].endswith("ly") or s.negates(k) or s.is_a("auxiliary", k)
        if s.breaks(k + 1) or not small:
            break
    after = at + entry.length
    if not entry.other:
        return False
    if after >= len(s) or s.breaks(after):
        return entry.length == 1
    return s.is_a("after_passive", after)


def _to_its_right(t: Target) -> None:
    """What the target does, suffers and is: the words after its name."""
    s, at = t.stretch, t.last
    be, named = t.contracted, _is_named(t)
    if at < len(s) and s.breaks_hard(at):
        return
    if at < len(s) and s.breaks(at):
        at = _apposition(t)
    for k in range(at, min(len(s), at + REACH)):
        cut = k > at and s.breaks(k)
        if cut or k == t.speaks:
            return
        entry = t.entries.get(k)
        if entry is not None and k not in t.clues:
            if entry.kind == "verb":
                _verb_after(t, k, entry)
                return
            if be or named:
                t.use(k, "is", entry.other if entry.kind == "stance" else entry.own)
            elif entry.kind == "stance":
                points = s.is_a("aims", k + entry.length)
                t.use(k, "stance", entry.own if points else entry.other)
        be = be or s.is_a("be", k)
        if k > t.last and s.opens(k):
            return
        if s.forms[k] in speech_verbs() and s.forms[k] not in naming_verbs():
            return


def _verb_after(t: Target, at: int, entry: Entry) -> None:
    s = t.stretch
    if _passive(t, at):
        t.use(at, "suffers", entry.other)
    elif t.joint < 0:
        # "to injured birds": a participle that describes the noun behind it
        small = s.is_a("determiner", at - 1) or (
            s.is_a("preposition", at - 1) and not entry.forms & ING
        )
        if entry.forms & (BASE | S) or not small:
            t.use(at, "does", entry.own)


def _is_named(t: Target) -> bool:
    """Whether the target is given a name: "called X a liar", "described X as"."""
    s, after = t.stretch, t.last
    verb = any(s.forms[k] in naming_verbs() for k in range(max(0, t.first - 3), t.first))
    if not verb or after >= len(s):
        return False
    return s.is_a("determiner", after) or s.forms[after] == "as" or bool(s.quote[after])


def _apposition(t: Target) -> int:
    """Read "X, a former star," and return where the sentence goes on."""
    s = t.stretch
    if s.is_a("relative", t.last):
        return t.last + 1
    entry = t.entries.get(t.last)
    if entry is not None and entry.kind == "verb" and _passive(t, t.last):
        t.use(t.last, "suffers", entry.other)
    close = next((k for k in range(t.last + 1, min(len(s), t.last + 14)) if s.breaks(k)), None)
    if s.is_a("determiner", t.last):
        for at in range(t.last, close or min(len(s), t.last + REACH)):
            if s.is_a("relative", at) or s.is_a("about", at):
                break
            entry = t.entries.get(at)
            if entry is not None and entry.kind != "verb":
                t.use(at, "described", entry.own)
    return t.last if close is None else close


def _elsewhere(t: Target) -> None:
    """All that is left, by nearness, clause and who says it."""
    s = t.stretch
    setting = s.is_a("setting", t.joint)
    for at, entry in t.entries.items():
        if at in t.clues or entry.kind == "people":
            continue
        if at < t.governor and s.clause[at] == s.clause[t.governor]:
            continue  # "the corrupt mayor praised X" calls the mayor corrupt
        before = at < t.first
        steps = t.first - at if before else at - t.last + 1
        clauses = abs(s.clause[at] - s.clause[t.first if before else t.last - 1])
        value = entry.value * (NEGATED if s.negated(at) else 1.0)
        rule = _place(t, at, entry, clauses)
        t.clues[at] = Clue(at, entry.length, rule, value, steps, clauses, before, setting)


def _place(t: Target, at: int, entry: Entry, clauses: int) -> str:
    s = t.stretch
    if t.speaks >= 0 and (s.quote[at] or at > t.speaks >= t.first or at < t.speaks < t.first):
        return "told"
    if s.quote[at] and s.quote[at] != s.quote[t.first]:
        return "quoted"
    before = at < t.first
    between = range(at + entry.length, t.first) if before else range(t.last, at)
    owned = before and at > 0 and (s.in_a_name(at - 1) or s.forms[at - 1].endswith("'s"))
    if owned or any(s.in_a_name(k) or s.is_a("person", k) for k in between):
        return "others"
    return "across" if clauses else "near"
