"""What words in marks are: speech, the title of a work, or a word held at arm's length.

Most marked words in news are somebody's. Only what plainly is not is told apart (scare quotes:
Predelli 2003; titles: Ritter 2012, New Hart's Rules).
"""

from toolkit.speech import classes as c
from toolkit.speech.cues import Cue
from toolkit.speech.stream import Page

_WORKS = frozenset(
    "film movie book novel album song single show series play poem documentary article essay"
    " memoir musical opera episode podcast painting sequel thriller drama comedy sitcom exhibition"
    " magazine hit ballad track anthem chapter programme program titled entitled headlined".split()
)
_SO_CALLED = frozenset(
    "so-called self-styled known nicknamed codenamed code-named named name nickname alias".split()
)

_MAKERS = frozenset("author writer director star creator writers authors".split())
_LONGEST_SCARE = 4  # words


def source_of(page: Page, seat: int, cue: Cue | None) -> str:
    """One of ``SOURCES`` for the quotation at an item."""
    bits = page.bits
    text = page.text[page.starts[seat] : page.ends[seat]]
    words = text.strip("\"“”„‟«»‘’‚‛'`‹› ").split()
    before = seat - 1
    while before >= 0 and bits[before] & c.COMMA:
        before -= 1
    near = [page.forms[k] for k in range(max(0, before - 1), before + 1)]
    frame = page.frame_of(seat)
    low, high = page.window(frame, seat)
    if _like_a_title(words) and _named_as_work(page, seat, low, high):
        return "title"
    if _like_a_title(words) and len(words) > 1 and near[-1:] == ["on"]:  # on "Meet the Nation"
        return "title"
    if seat > low and not _SO_CALLED.isdisjoint(near) and len(words) <= _LONGEST_SCARE + 2:
        return "scare"
    if cue is not None and cue.how != "subject":
        return "direct"
    if len(words) > _LONGEST_SCARE or (words[-1:] and words[-1][-1:] in ",?!.…"):
        return "direct"
    outside = any(x & c.WORD for x in bits[low:high])
    if not outside:
        return "direct"
    named = cue is not None and cue.phrase is not None and cue.phrase.kind != "noun"
    return "direct" if named else "scare"


def _named_as_work(page: Page, seat: int, low: int, high: int) -> bool:
    """Whether a work is spoken of right beside: the film "…", author of "…", "…", a play."""
    forms, bits = page.forms, page.bits
    before = seat - 1
    while before >= low and bits[before] & c.COMMA:
        before -= 1
    if not _WORKS.isdisjoint(forms[max(low, before - 1) : before + 1]):
        return True
    if before > low and forms[before] == "of" and forms[before - 1] in _MAKERS:
        return True
    if bits[seat - 1] & c.POSSESSIVE and seat - 1 >= low:  # "on NBC’s “Today,” …"
        if bits[seat - 1] & (c.ACRONYM | c.BODY):
            return True
        if seat + 1 >= high or not bits[seat + 1] & c.WORD:
            return True
    after = seat + 1
    while after < high and bits[after] & (c.COMMA | c.DETERMINER):
        after += 1
    return after < high and not _WORKS.isdisjoint(forms[after : min(high, after + 2)])


def _like_a_title(words: list[str]) -> bool:
    """Whether every longer word begins with a capital: "The Silence of the Lambs"."""
    longer = [word for word in words if len(word) > 3 or word == words[0]]
    return bool(longer) and all(word[:1].isupper() or word[:1].isdigit() for word in longer)
