"""Which words with a capital are names, and where a name begins behind its titles."""

from itertools import pairwise

from toolkit.speech import classes as c
from toolkit.speech.phrases import OF_BODIES
from toolkit.speech.stream import Page


def core_of(page: Page, first: int, last: int) -> int:
    """Where a name begins behind the titles before it; ``last`` if there are titles alone."""
    bits = page.bits
    end = bits[last - 1]
    if end & c.BODY and not end & c.ROLE:
        return first
    core = first
    k = first
    while k < last:
        x = bits[k]
        if x & (c.ROLE | c.TITLE) and not x & c.POSSESSIVE:
            given = bits[k - 1] & (c.MALE | c.FEMALE) and not bits[k - 1] & c.ROLE
            if k == last - 1 and k > first and given:  # "Steve King"
                break
            core = k + 1
            if core < last and page.forms[core] in OF_BODIES:  # "Secretary of State"
                core += 3 if page.forms[core + 1] == "the" else 2
                for at in range(core, min(last, core + 6)):  # "CEO of the Refugee Council"
                    if bits[at] & c.BODY and not bits[at] & c.ROLE:
                        core = at + 1
                k = core
                continue
        k += 1
    core = min(core, last)
    if core == first:  # "American John Smith", but "American Civil Liberties Union"
        while core + 2 < last and bits[core] & c.PEOPLE and bits[core + 1] & (c.MALE | c.FEMALE):
            core += 1
    return core


def settle_first_words(page: Page) -> None:
    """Decide for the first word of each sentence whether its capital marks a name."""
    bits, frames = page.bits, page.frames
    firsts = []
    opening = set(frames)
    for at in page.cues:  # "Said Trump", but "Karim Said"
        if bits[at] & c.CAPITAL and bits[at] & c.CUE:
            bits[at] &= ~c.NAME if at in opening else ~(c.CUE | c.VERB)
    for low, high in pairwise(frames):
        at = low
        while at < high and not bits[at] & (c.WORD | c.QUOTE):
            at += 1
        if at < high and bits[at] & c.NAME:
            firsts.append((at, high))
    if not firsts:
        return
    starts = {at for at, _ in firsts}
    elsewhere: set[str] | None = None
    for at, high in firsts:
        x = bits[at]
        after = bits[at + 1] if at + 1 < high else 0
        word = page.forms[at]
        plain = word[:-2] if word.endswith("'s") else word
        if x & c.PLURAL and x & (c.ROLE | c.BODY) and not after & c.NAME:
            bits[at] &= ~c.NAME
            continue
        if not c.common(plain) and not x & (c.ROLE | c.BODY):
            continue
        if x & c.ROLE and plain not in ("people", "family") and not x & c.PLURAL:
            continue  # only a title goes without "the"
        if plain.endswith(("ly", "ing")) or x & c.ADVERB:
            bits[at] &= ~c.NAME
            continue
        if after & c.NAME or (x & c.POSSESSIVE and not x & (c.ROLE | c.BODY | c.TIME)):
            continue
        if (
            after & c.COMMA
            and at + 2 < high
            and bits[at + 2] & (c.RELATIVE | c.NUMBER | c.INDEFINITE)
        ):
            continue
        if elsewhere is None:
            elsewhere = {
                page.forms[k].removesuffix("'s")
                for k in page.names
                if bits[k] & c.NAME and k not in starts
            }
        if plain in elsewhere or (x & (c.MALE | c.FEMALE) and not x & c.ROLE):
            continue
        if after & c.TAG and after & c.FINITE and not x & (c.ROLE | c.BODY | c.PLURAL):
            continue
        bits[at] &= ~c.NAME
