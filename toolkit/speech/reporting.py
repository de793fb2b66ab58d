"""Reporting verbs: their forms, what they take, and what they imply of the words reported."""

from functools import cache

from toolkit.text import lexicon
from toolkit.text.inflection import BASE, PARTICIPLE, PAST, verb_forms

_IRREGULAR = {  # beside those of the lexicon of irregular verbs
    "read": ("read",),
    "begin": ("began", "begun"),
    "swear": ("swore", "sworn"),
    "weep": ("wept",),
    "sing": ("sang", "sung"),
    "teach": ("taught",),
    "forecast": ("forecast",),
    "put": ("put",),
    "beseech": ("besought",),
    "spell": ("spelt", "spelled"),
    "set": ("set",),
    "rip": ("ripped",),
}


def forms_of(base: str) -> dict[str, int]:
    """Every form of a reporting verb's first word, as :func:`verb_forms` gives them."""
    found = verb_forms(base)
    pasts = _IRREGULAR.get(base)
    if pasts:
        found = {form: kinds for form, kinds in found.items() if not kinds & PAST}
        found.update(dict.fromkeys(pasts, PAST | PARTICIPLE))
        found[base] = found.get(base, 0) | BASE
    return found


@cache
def kinds_by_base() -> dict[str, str]:
    """Each reporting verb's base form and what it implies; of two kinds, the more telling one."""
    kinds = ("neutral", "assertive", "doubtful", "emotive")
    return {verb: kind for kind in kinds for verb in sorted(lexicon.words(f"reporting_{kind}"))}


@cache
def takes() -> dict[str, frozenset[str]]:
    """What every reporting verb takes: classes of the lexicon ``reporting_frames``.

    >>> sorted(takes()["insist"])
    ['clause', 'tag']
    """
    found: dict[str, set[str]] = {verb: set() for verb in kinds_by_base()}
    for line in lexicon.lines("reporting_frames"):
        name, *verbs = line.split()
        for verb in verbs:
            if verb in found:
                found[verb].add(name)
    for verb in lexicon.words("reporting_emotive"):  # manner of speaking: "he stammered"
        if found[verb].isdisjoint(("object", "clause", "that")):
            found[verb].add("tag")
    return {verb: frozenset(names) for verb, names in found.items()}


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for verb, kind in kinds_by_base().items():
        first, *rest = verb.split("_")
        for form in forms_of(first):
            found.setdefault(" ".join([form, *rest]), kind)
    return found


def verb_kind(cue: str) -> str:
    """What a reporting verb in any of its forms implies: one of ``VERB_KINDS``, or "".

    >>> verb_kind("insisted"), verb_kind("pointed out"), verb_kind("claims"), verb_kind("sneered")
    ('assertive', 'assertive', 'doubtful', 'emotive')
    """
    words = cue.lower().split()
    kinds = _kinds()
    return kinds.get(" ".join(words)) or (kinds.get(words[0], "") if words else "")


@cache
def phrasal_particles() -> dict[str, frozenset[str]]:
    """The words that complete a reporting verb of two words, by every form of its first.

    >>> sorted(phrasal_particles()["went"])
    ['on']
    """
    found: dict[str, set[str]] = {}
    for verb in kinds_by_base():
        first, *rest = verb.split("_")
        for form in forms_of(first) if rest else ():
            found.setdefault(form, set()).update(rest)
    return {form: frozenset(words) for form, words in found.items()}


@cache
def takes_an_object() -> frozenset[tuple[str, str]]:
    """Reporting verbs of two words that take an object, by form and particle: ("ruled", "out")."""
    return frozenset(
        (form, rest[0])
        for verb, names in takes().items()
        if "object" in names and len(rest := verb.split("_")[1:]) == 1
        for form in forms_of(verb.split("_")[0])
    )
