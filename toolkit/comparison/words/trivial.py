"""What kind of difference it is, where it is none of wording: case, marks, spelling, figures."""

from toolkit.comparison.words.likeness import NUMBER
from toolkit.comparison.words.sides import Side

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'"}
    | {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"'}
    | {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-"}
    | {"…": "...", "\xad": "", "\u200b": ""}
)


def word_difference(a: Side, b: Side, i: int, j: int) -> str:
    """How word ``i`` of A and word ``j`` of B differ, which are of one family; "" if not at all."""
    one, other = a.raw[i], b.raw[j]
    if one == other:
        return ""
    if a.facts.forms[i] == b.facts.forms[j]:
        return "case" if one.translate(_PLAIN) != other.translate(_PLAIN) else "typography"
    if a.facts.keys[i] == b.facts.keys[j]:
        figures = NUMBER in (a.facts.weights[i], b.facts.weights[j])
        return "numeral" if figures else "spelling"
    return "form"


def marks_difference(one: str, other: str) -> str:
    """How the marks between two words differ; "" if only in blanks, or not at all.

    >>> marks_difference(", “", ', "'), marks_difference(", ", " ")
    ('typography', 'punctuation')
    """
    if one == other:
        return ""
    one, other = "".join(one.split()), "".join(other.split())
    if one == other:
        return ""
    return "typography" if one.translate(_PLAIN) == other.translate(_PLAIN) else "punctuation"


def phrase_difference(one: list[str], other: list[str]) -> str:
    """``spelling`` or ``form``, where two phrases are the same words written otherwise; or "".

    >>> phrase_difference(["per", "cent"], ["percent"]), phrase_difference(["can’t"], ["cannot"])
    ('spelling', 'form')
    """
    if one[0][0].casefold() != other[0][0].casefold():
        return ""
    if _run_together(one) == _run_together(other):
        return "spelling"
    if _run_together(_uncontracted(one)) == _run_together(_uncontracted(other)):
        return "form"
    return ""


def _run_together(words: list[str]) -> str:
    """The letters of words without blanks and hyphens; figures and their signs stay whole."""
    parts = (
        word.replace(",", "").replace("%", "percent")
        if word[:1].isdigit() or word[-1:].isdigit() or "%" in word
        else "".join(filter(str.isalpha, word))
        for word in words
    )
    return "".join(parts).casefold()


def _uncontracted(words: list[str]) -> list[str]:
    plain = " ".join(words).translate(_PLAIN).casefold()
    plain = plain.replace("can't", "cannot").replace("won't", "will not").replace("n't", " not")
    return plain.split()
