"""The atoms of one token: words, numerals, signs and marks, each with its code."""

import re

from toolkit.quantities import codes, units, values

Lexed = tuple[str, tuple[int, ...], tuple[int, ...]]
"""Codes, one letter each; where the atoms start; where they end."""

_SIGNS = "|".join(
    sorted((re.escape(s) for s in units.currencies() if not s.isalpha()), key=len, reverse=True)
)
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
# Each alternative takes at least one character and is tried once at each: linear time.
_ATOM = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d(?![\d-]))"
    rf"|(?P<slashed>\d{{1,4}}/\d[\d/]*+)"
    rf"|(?P<clock>\d{{1,2}}:\d\d(?![\d:])|\d{{1,2}}\.\d\d(?=[ap]\.?m\b))"
    rf"|(?P<decade>['’‘]?\d0s(?!\w)|\d{{3}}0s(?!\w))"
    rf"|(?P<ordinal>\d{{1,3}}(?:,\d{{3}})*+(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w))"
    rf"|(?P<numeral>(?:\d{{1,3}}(?:,\d{{3}})++(?!\d)|\d++)(?:\.\d++)?[½¼¾⅓⅔⅕⅛]?|[½¼¾⅓⅔⅕⅛])"
    rf"(?P<suffix>[ap]\.m\b\.?|km/h|°?[^\W\d_]++[²³]?|°)?"
    rf"|(?P<sign>{_SIGNS}|Rs(?=\d))"
    rf"|(?P<abbreviation>(?:[^\W\d_]\.){{2,9}})"
    rf"|(?P<word>{_WORD})(?P<tail>\d\w*+)?"
    rf"|(?P<percent>[%‰])|(?P<hyphen>[-‐‑−])|(?P<dash>–)|(?P<comma>,)"
    rf"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<stop>[.:;?!…])"
    rf"|(?P<silent>[\"'‘’“”«»‹›„‚*_`]+)|(?P<mark>.)",
    re.DOTALL,
)
_MARKS = {
    "percent": "%", "hyphen": "-", "dash": "~", "comma": ",", "open": "(", "close": ")",
    "stop": ".", "mark": "!", "iso": "B", "clock": "H", "decade": "E", "ordinal": "O",
    "sign": "$", "abbreviation": "x",
}  # fmt: skip
# Before a hyphen and digits these leave the digits a number: "mid-2028", "under-21s" does not.
_PREFIXES = frozenset("mid pre post early late non sub around about".split())
_SUFFIXES = frozenset("k bn tn mn mln bln trn million billion trillion thousand".split())
_TOO_LONG = 1000  # a token longer than that is no prose; it is taken for one word
_LINK = re.compile(r"://|www\.|@|^#|\.(?:com|org|net|co)\b")


def lex(token: str) -> Lexed:
    """The atoms of a token.

    >>> lex("(€477")
    ('($n', (0, 1, 2), (1, 2, 5))
    >>> lex("twenty-one,")[0], lex("B-52s")[0], lex("47-year-old")[0]
    ('y-i,', 'W', 'n-U-l')
    """
    if len(token) > _TOO_LONG:
        return "x", (0,), (len(token),)
    if token.isalpha():
        return _word_code(token), (0,), (len(token),)
    if _LINK.search(token):
        return "x", (0,), (len(token),)
    found: list[tuple[str, int, int]] = []
    for match in _ATOM.finditer(token):
        kind = match.lastgroup if match.lastgroup not in ("suffix", "tail") else None
        if kind == "silent":
            continue
        if kind == "word" or match["word"] is not None:
            found += _named(match, found)
        elif match["numeral"] is not None:
            found += _numeral(match)
        elif kind == "slashed":
            found.append((_slashed(match[0]), *match.span()))
        else:
            code = _MARKS[kind or "mark"]
            if kind == "abbreviation":
                code = codes.by_word().get(match[0].lower(), "x" if match[0].islower() else "W")
            found.append((code, *match.span()))
    return _joined_names(token, found)


def _word_code(word: str) -> str:
    lower = word.lower().replace("’", "'")
    code = codes.by_word().get(lower)
    if code is None and "'" in lower:
        code = codes.by_word().get(lower.removesuffix("'s"))
        code = code if code and code in "UMCwRm" else None
    if code is None:
        code = "$" if word in units.currencies() and word.isupper() else None
    if code is None:
        return "x" if word[0].islower() else "W"
    if code in "mb" and not word[0].isupper():
        return "g" if lower in ("may", "march") else "x"
    if code == "g" and len(word) > 1 and word.isupper():
        return "W"  # US, WHO
    return code


def _named(match: re.Match[str], before: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """A word; with digits joined to it ("G7", "COP26") it is a name."""
    if match["tail"]:
        return [("W", *match.span())]
    return [(_word_code(match["word"]), *match.span())]


def _numeral(match: re.Match[str]) -> list[tuple[str, int, int]]:
    """A numeral and what is joined to it: "1.2m", "5pm", "30C", "20km"; else it is a name."""
    numeral, suffix = match["numeral"], match["suffix"]
    start, end = match.span()
    middle = start + len(numeral)
    code = _numeral_code(numeral)
    if not suffix:
        return [(code, start, end)]
    lower = suffix.lower()
    if lower in _SUFFIXES:
        return [(code, start, middle), ("k", middle, end)]
    if lower == "m":
        return [(code, start, middle), ("Q", middle, end)]
    if lower.replace(".", "") in ("am", "pm"):
        return [(code, start, middle), ("j", middle, end)]
    if suffix == "p":
        return [(code, start, middle), ("C", middle, end)]
    if lower in ("pc", "pct", "percent"):
        return [(code, start, middle), ("%", middle, end)]
    if lower == "x":
        return [(code, start, middle), ("X", middle, end)]
    if suffix in ("b", "B"):
        return [(code, start, middle), ("k", middle, end)]
    if lower in units.measures() or suffix in ("C", "F", "W"):
        kind = units.measures().get(lower)
        time = kind is not None and kind.kind == "duration"
        return [(code, start, middle), ("U" if time else "M", middle, end)]
    return [("W", start, end)]


def _numeral_code(numeral: str) -> str:
    if not values.readable(numeral) or (numeral[0] == "0" and numeral[1:2].isdigit()):
        return "I"
    year = len(numeral) == 4 and numeral.isdigit() and 1000 <= int(numeral) < 2100
    return "Y" if year else "n"


def _slashed(digits: str) -> str:
    """Codes of "1/2" (a part), "12/03/2025" (a date) or "24/7" (neither)."""
    parts = digits.rstrip("/").split("/")
    if not all(part.isdecimal() and part.isascii() for part in parts):
        return "W"
    if len(parts) == 3 and len(parts[2]) in (2, 4) and all(len(p) <= 2 for p in parts[:2]):
        return "B"
    return "W"


def _joined_names(token: str, found: list[tuple[str, int, int]]) -> Lexed:
    """Words and digits with a hyphen between them are one name: "B-52", "Covid-19", "AK-47"."""
    out: list[tuple[str, int, int]] = []
    for atom in found:
        if (
            len(out) > 1
            and out[-1][0] == "-"
            and token[atom[1]].isdigit()
            and out[-2][0] in "xWgjM#"
        ):
            glued = out[-1][1] == out[-2][2] and atom[1] == out[-1][2]
            if glued and not (out[-2][0] in "xg" and atom[0] in "Y"):
                start = out[-2][1]
                del out[-2:]
                out.append(("W", start, atom[2]))
                continue
        out.append(atom)
    return (
        "".join([code for code, _, _ in out]),
        tuple([start for _, start, _ in out]),
        tuple([end for _, _, end in out]),
    )
