"""Page furniture in running text: lines that belong to the web page, not to the article.

Nothing is deleted. Lines are marked, and measures leave marked stretches out. The phrases
are data: ``furniture.toml``. What a phrase cannot tell, adverts of any wording, is in
:mod:`toolkit.reading.adverts`.
"""

import re
from collections.abc import Mapping, Sequence

from toolkit.article import Mark
from toolkit.errors import ReadingError
from toolkit.reading.adverts import find_adverts
from toolkit.reading.cues import AROUND, first_word, load_cues
from toolkit.reading.lines import Line, lines_of

_MAX_WORDS = 25
_MAX_CHARACTERS = 250
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
_QUOTE = ('"', "“", "”", "„", "«", "‘", "'", "‹", "「")
_TOLD = re.compile(r"\b(?:said|says|told|adds|added|asked|wrote|warned)\b")
HEADING_KINDS = ("headline", "standfirst", "subheading")
OWN = "article"
_PARTS = re.compile(r" ?[|•·] ?")


def find_furniture(
    text: str, *, outlet: str = "", lines: Sequence[Line] | None = None
) -> tuple[Mark, ...]:
    """Mark the lines of ``text`` that are page furniture, sorted, one mark for each line.

    Kinds: ``advert``, ``byline``, ``source-link``, ``cookie``, ``newsletter``, ``share``,
    ``related``, ``timestamp``, ``credit``, ``comments``, ``legal`` and ``navigation``.
    A mark covers the line without the white space around it. Where every line would be
    furniture, none is: a text must keep its words. ``outlet``, where it is known, helps to tell
    the outlet's praise of itself from a headline that shares a word with the article. ``lines``
    are those of the text, if they are known already.

    >>> page = "By Jane Smith\\nShare prices fell.\\nBy Monday they had risen.\\nSource link"
    >>> [(page[m.start : m.end], m.kind) for m in find_furniture(page)]
    [('By Jane Smith', 'byline'), ('Source link', 'source-link')]
    """
    lines = lines_of(text) if lines is None else lines
    kinds = _kinds_by_cue(lines)
    _mark_trailing_links(lines, kinds)
    words = load_cues()
    known = [kind is not None for kind in kinds]
    own_name = set(outlet.lower().split())
    for index in find_adverts(lines, known, words.commerce, words.function_words | own_name):
        kinds[index] = "advert"
    if None not in kinds:
        return ()
    return tuple(
        Mark(line.start, line.end, kind) for line, kind in zip(lines, kinds, strict=True) if kind
    )


def marks_by_hand(text: str, kinds: Mapping[str, str], name: str) -> tuple[Mark, ...]:
    """Mark every line that equals a key of ``kinds`` as being of that kind.

    Beside the kinds of furniture there are :data:`HEADING_KINDS`, and :data:`OWN` for a line of
    the article itself. ``name`` is how error messages call the text. Raises
    :class:`ReadingError` for a key that is no line of it.
    """
    if not kinds:
        return ()
    wanted = {" ".join(words.split()): kind for words, kind in kinds.items()}
    found = [(line, " ".join(line.text.split())) for line in lines_of(text)]
    missing = sorted(wanted.keys() - {words for _, words in found})
    if missing:
        raise ReadingError(
            f"{name} has no line {missing[0][:80]!r} to mark as furniture.",
            "Copy the whole line, exactly as it stands in the text.",
        )
    return tuple(Mark(s.start, s.end, wanted[words]) for s, words in found if words in wanted)


def _kinds_by_cue(lines: Sequence[Line]) -> list[str | None]:
    known: dict[str, str | None] = {}  # the same line may come half a million times
    for line in lines:
        if line.text not in known:
            known[line.text] = _kind_by_cue(line)
    return [known[line.text] for line in lines]


def _kind_by_cue(line: Line) -> str | None:
    if len(line.text) > _MAX_CHARACTERS or line.n_words > _MAX_WORDS:
        return None
    if line.text.startswith(_QUOTE):
        return None
    plain = " ".join(line.text.translate(_SAME).split())
    words = plain.lower()
    trimmed = words.strip(AROUND)
    kind = _kind_of_whole(trimmed)
    if kind:
        return kind
    cues = load_cues()
    plain, lead = plain.lstrip(AROUND), words.lstrip(AROUND)
    if not (
        first_word(lead) in cues.first_words
        or any(phrase in words for phrase in cues.holds)
        or cues.fits.fullmatch(trimmed)
    ):
        return None
    told = _TOLD.search(words) is not None
    sentence = line.ends_sentence
    for kind, ways in cues.kinds:
        if not told:
            if any(phrase in words for phrase in ways.holds) or re.match(ways.sentence, lead):
                return kind
            if re.fullmatch(ways.patterns, trimmed):
                return kind
        if not sentence and re.match(ways.opens, lead):
            return kind
        cue = re.match(ways.names, lead)
        if cue and _only_names(plain[cue.end() :], cue[0], sentence):
            return kind
    return None


def _kind_of_whole(trimmed: str) -> str | None:
    """The kind of a line that is one phrase, or several with bars or dots between them."""
    phrases = load_cues().whole
    if trimmed in phrases:
        return phrases[trimmed]
    bare = trimmed.rstrip(".!")
    if bare in phrases and (trimmed.endswith("!") or len(bare.split()) >= 3):
        return phrases[bare]
    pieces = [piece for part in _PARTS.split(trimmed) if (piece := part.strip(AROUND))]
    if len(pieces) > 1 and all(piece in phrases for piece in pieces):
        return phrases[pieces[0]]
    return None


def _only_names(rest: str, cue: str, ends_sentence: bool) -> bool:
    """Whether ``rest``, what follows ``cue`` on its line, is names, places and offices only."""
    cues = load_cues()
    tokens = [token for token in re.split(r"[\s,;:/|&*_()\[\]]+|-(?= )", rest) if token]
    if not tokens:
        return cue.endswith(":") or " by" in cue
    if len(tokens) > 20 or tokens[0].lower().strip(".") in cues.not_names:
        return False
    names = [t for t in tokens if t[0].isupper() or (t[0] == "@" and len(t) > 1)]
    others = [t for t in tokens if t not in names and t.lower().rstrip(".") not in cues.linkers]
    if others or not names:
        return False
    initials = len(tokens[-1]) <= 3  # "Jr."
    if cue == "by":  # the one cue that is an ordinary word: two names, or an agency
        return (len(names) > 1 or names[0].isupper()) and (not ends_sentence or initials)
    return not ends_sentence or initials or "editing by" in rest.lower()


def _mark_trailing_links(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Titles that follow "More on this story" up to the end of the text are links too."""
    tail = len(lines)
    while tail > 0 and (
        kinds[tail - 1] is not None
        or (not lines[tail - 1].text.endswith((".", "”", '"')) and lines[tail - 1].n_words <= 25)
    ):
        tail -= 1
    whole = load_cues().whole
    under = False
    for index in range(tail, len(lines)):
        header = " ".join(lines[index].text.translate(_SAME).lower().split()).strip(AROUND)
        if whole.get(header) == "related":
            under = True
        elif under and kinds[index] is None:
            kinds[index] = "related"
