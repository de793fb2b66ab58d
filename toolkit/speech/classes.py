"""What a word can be for somebody who looks for speakers: small classes, one bit each.

Idea: Quirk et al. 1985 (closed classes); the lists are those of ``toolkit/text/lexicons``.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from toolkit.speech.reporting import forms_of, takes
from toolkit.text import lexicon
from toolkit.text.inflection import BASE, ING, PARTICIPLE, PAST, S, plural, verb_forms
from toolkit.text.word_frequency import frequency

_NAMES = (
    "COMMA COLON SEMICOLON DASH STOP OPEN CLOSE OTHER QUOTE "
    "WORD CAPITAL NAME NUMBER POSSESSIVE PLURAL PRONOUN DETERMINER QUANTITY PREPOSITION AUXILIARY "
    "ADVERB TIME NEGATION JOINING SUBORDINATOR RELATIVE VERB "
    "FINITE PARTICIPLE_CUE ING_CUE NOUN_CUE CLAUSE THAT HEARER INFINITIVE OBJECT TAG PHRASAL "
    "ROLE BODY TITLE PLACE PEOPLE MALE FEMALE PARTICLE ADJECTIVE INDEFINITE ACRONYM NOUNISH BARE"
).split()
(
    COMMA, COLON, SEMICOLON, DASH, STOP, OPEN, CLOSE, OTHER, QUOTE,
    WORD, CAPITAL, NAME, NUMBER, POSSESSIVE, PLURAL, PRONOUN, DETERMINER, QUANTITY, PREPOSITION,
    AUXILIARY, ADVERB, TIME, NEGATION, JOINING, SUBORDINATOR, RELATIVE, VERB,
    FINITE, PARTICIPLE_CUE, ING_CUE, NOUN_CUE, CLAUSE, THAT, HEARER, INFINITIVE, OBJECT, TAG,
    PHRASAL, ROLE, BODY, TITLE, PLACE, PEOPLE, MALE, FEMALE, PARTICLE, ADJECTIVE, INDEFINITE,
    ACRONYM, NOUNISH, BARE,
) = (1 << k for k in range(len(_NAMES)))  # fmt: skip
CUE = FINITE | PARTICIPLE_CUE | ING_CUE
MARK = COMMA | COLON | SEMICOLON | DASH | STOP | OPEN | CLOSE | OTHER
_TAKES = {
    "clause": CLAUSE,
    "that": THAT,
    "hearer": HEARER,
    "infinitive": INFINITIVE,
    "object": OBJECT,
    "tag": TAG,
    "noun": NOUNISH,
}
_OPENING_VERBS = frozenset("said says asked added adds wrote writes tweeted replied".split())


@cache
def grammar(kind: str) -> frozenset[str]:
    """The words of one class of the lexicon of small words.

    >>> "against" in grammar("preposition")
    True
    """
    rows = (line.split() for line in lexicon.lines("speaker_grammar"))
    return frozenset(word for name, *words in rows if name == kind for word in words)


@cache
def _classes() -> dict[str, int]:
    """Bits of every listed word in its normal form."""
    found: dict[str, int] = {}

    def add(bit: int, words: Iterable[str]) -> None:
        for word in words:
            found[word] = found.get(word, 0) | bit

    for bit, name in (
        (PRONOUN, "pronoun"), (DETERMINER, "determiner"), (QUANTITY, "quantity"),
        (PREPOSITION, "preposition"), (AUXILIARY, "auxiliary"), (ADVERB, "adverb"),
        (TIME, "time"), (NEGATION, "negation"), (JOINING, "joining"),
        (SUBORDINATOR, "subordinator"), (RELATIVE, "relative"), (PARTICLE, "particle"),
        (ADJECTIVE, "adjective"),
    ):  # fmt: skip
        add(bit, grammar(name))
    add(INDEFINITE, ("a", "an"))
    add(NOUN_CUE, lexicon.words("reporting_nouns"))
    add(TITLE, lexicon.words("titles"))
    add(BODY, lexicon.words("speaker_bodies"))
    add(BODY, map(plural, lexicon.words("speaker_bodies")))
    for name, bits in (
        ("speaker_roles", {"m": ROLE | MALE, "f": ROLE | FEMALE, "p": ROLE}),
        ("places_that_speak", {"place": PLACE, "people": PEOPLE}),
        ("given_names", {"m": MALE, "f": FEMALE}),
    ):
        for line in lexicon.lines(name):
            kind, *words = line.split()
            add(bits.get(kind, 0), words)
            if name == "speaker_roles":
                add(ROLE | PLURAL, map(plural, words))
    for word, bit in (("mr", MALE), ("sir", MALE), ("mrs", FEMALE), ("ms", FEMALE)):
        found[word] |= bit
    _add_cues(found)
    for line in lexicon.lines("irregular_verbs"):
        add(VERB, (form for form in line.split()[1:] if not form.endswith("ing")))
        third = _third_person(line.split()[0])
        if not found.get(third, 0) & (CUE | ROLE | BODY):
            add(VERB | NOUNISH, (third,))
    add(VERB, grammar("past"))
    add(VERB | NOUNISH, (_third_person(base) for base in grammar("verb")))
    add(VERB | BARE, ("want", "need"))
    return found


def _third_person(base: str) -> str:
    """The third person of a verb: "wants"."""
    return next(form for form, kinds in verb_forms(base).items() if kinds & S)


def _add_cues(found: dict[str, int]) -> None:
    for base, names in takes().items():
        first, *rest = base.split("_")
        bits = PHRASAL if rest else 0
        for name in names:
            bits |= _TAKES[name]
        for form, kinds in forms_of(first).items():
            bit = FINITE if kinds & (BASE | S | PAST) else 0
            bit |= BARE if kinds & BASE and not kinds & PAST else 0
            bit |= PARTICIPLE_CUE if kinds & PARTICIPLE else 0
            bit |= ING_CUE if kinds & ING else 0
            old = found.get(form, 0)
            # What is a cue only with its particle ("went on") must not make the plain verb one.
            if rest and old & CUE and not old & PHRASAL:
                continue
            found[form] = (old & ~PHRASAL if not rest else old) | bit | bits | VERB
            if not kinds & (BASE | S):
                found[form] &= ~NOUNISH


@cache
def role_group(kind: str) -> frozenset[str]:
    """The roles of one class of the lexicon: "head", "lawmaker"."""
    rows = (line.split() for line in lexicon.lines("speaker_roles"))
    return frozenset(word for name, *words in rows if name == kind for word in words)


def word_bits(surface: str, form: str) -> int:
    """The classes of a word as it is written; ``form`` is its normal form."""
    possessive = form.endswith("'s")
    stem = form[:-2] if possessive else form
    bits = WORD | (POSSESSIVE if possessive else 0)
    known = _classes().get(stem, 0)
    if not known and "'" in stem and _classes().get(stem.split("'")[0], 0) & PRONOUN:
        return WORD | PRONOUN | AUXILIARY | VERB  # "I've", "they're"
    if not known and stem.endswith(".") and "." in stem[:-1]:
        known = _classes().get(stem[:-1], 0)
    capital = surface[0].isupper() or _inner_capital(surface)
    bits |= known
    if possessive and known & (PRONOUN | RELATIVE):  # "he's", "who's"
        return (bits & ~POSSESSIVE) | AUXILIARY | VERB
    if possessive:
        bits &= ~(CUE | VERB | ADVERB | TIME) | POSSESSIVE
    if stem[0].isdigit():
        bits |= ROLE if stem.endswith("-year-old") else NUMBER
    if "n't" in stem:
        bits |= NEGATION | AUXILIARY | VERB
    if known & AUXILIARY and stem not in ("to", "not"):
        bits |= VERB
    if not known:
        if stem.endswith("ly"):
            bits |= ADVERB
        elif stem.endswith("ed") and not capital:
            bits |= VERB
        if "-" in stem:
            tail = _classes().get(stem.rsplit("-", 1)[1], 0)
            bits |= tail & (ROLE | MALE | FEMALE)
    if stem.endswith("s") and not stem.endswith("ss"):
        bits |= PLURAL
    if capital:
        bits |= CAPITAL
        if bits & ING_CUE:  # "Calling it a shame, she left"
            return bits
        if stem not in _OPENING_VERBS:
            bits = (bits & ~(CUE | VERB)) | (bits & VERB if known & AUXILIARY else 0)
        bits |= _name_bits(surface, stem, known)
        if stem in ("may", "will"):
            bits = (bits & ~(AUXILIARY | VERB | TIME)) | NAME
    else:
        bits &= ~(PLACE | TITLE if stem not in lexicon.words("titles") else PLACE)
        if not known & ROLE:
            bits &= ~(MALE | FEMALE)
    return bits


def _inner_capital(surface: str) -> bool:
    """Whether a name begins with a small letter: "al-Assad", "diGenova"."""
    head, _, tail = surface.partition("-")
    if tail:
        return head in _PREFIXES and tail[0].isupper()
    return len(surface) > 3 and any(map(str.isupper, surface[1:4])) and surface.isalpha()


_PREFIXES = frozenset("al el ul as ad an ash abd ibn".split())
_NEVER = (
    PRONOUN | DETERMINER | PREPOSITION | AUXILIARY | JOINING | SUBORDINATOR | RELATIVE | NEGATION
)


def _name_bits(surface: str, stem: str, known: int) -> int:
    upper = len(surface) > 1 and surface.replace(".", "").isupper()
    bits = ACRONYM if upper and len(stem) > 1 else 0
    if stem in ("us", "it", "who") and upper:
        return bits | NAME
    if known & _NEVER or stem in grammar("never-name") or stem in grammar("named-time"):
        return bits
    if known & (QUANTITY | ADVERB):
        return bits
    return bits | NAME


@lru_cache(maxsize=50_000)
def common(form: str) -> bool:
    """Whether a word is so frequent in plain English that a capital at a start proves no name."""
    return frequency(form) >= 30
