"""Reporting verbs where they stand: which words are cues, and what a cue ties to a quotation."""

from dataclasses import dataclass

from toolkit.speech import classes as c
from toolkit.speech.phrases import Phrase, is_verb
from toolkit.speech.reporting import phrasal_particles
from toolkit.speech.stream import Page

_BETWEEN = c.PRONOUN | c.DETERMINER | c.ADVERB | c.NAME
_PARTICLES = phrasal_particles()


@dataclass(slots=True)
class Cue:
    """Who is beside a quotation and what ties them: a phrase, and the items of the cue."""

    phrase: Phrase | None
    verb: tuple[int, int] | None = None
    how: str = ""


def phrasal(page: Page, verb: int) -> int:
    """One past the last word of a reporting verb ("went on"); ``verb`` where it is none."""
    bits = page.bits
    after = _PARTICLES.get(page.forms[verb])
    if after is None:
        return verb if bits[verb] & c.PHRASAL else verb + 1
    for k in (verb + 1, verb + 2):
        if k >= len(bits) or (k > verb + 1 and not bits[k - 1] & _BETWEEN):
            break  # "ruled it out", but "call payment for"
        if page.forms[k] in after:
            return k + 1
    return verb if bits[verb] & c.PHRASAL else verb + 1


def is_cue(page: Page, at: int) -> bool:
    """Whether a word is a reporting verb here."""
    return bool(page.bits[at] & c.CUE) and is_verb(page, at) and phrasal(page, at) > at


def ending(page: Page, seat: int) -> str:
    """The last character inside the quotation."""
    text = page.text
    at = page.ends[seat] - 1
    start = page.starts[seat]
    while at > start and (not text[at].isalnum()) and text[at] not in ".,;:?!—–-…%)":
        at -= 1
    return text[at].replace("…", ".").replace("–", "—") if not text[at].isalnum() else " "
