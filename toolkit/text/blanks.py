"""Where the tokens and the lines of a UTF-8 text begin and end: the blanks of ``str.split``."""

import numpy as np

from toolkit.text.segments import distinct

# Blanks and line ends of one byte; those of two or three begin with one of these bytes.
_BLANK = np.zeros(256, bool)
_BLANK[[c for c in range(128) if chr(c).isspace()]] = True
_LINE_END = np.zeros(256, bool)
_LINE_END[[c for c in range(128) if len(f"a{chr(c)}a".splitlines()) > 1]] = True
# The others, their bytes read as one number (the last 0 where there are two), in order.
_WIDE = {
    int.from_bytes(chr(c).encode().ljust(3, b"\0"), "big"): len(f"a{chr(c)}a".splitlines()) > 1
    for c in range(128, 0x3001)
    if chr(c).isspace()
}
_WIDE_BLANKS, _WIDE_LINE_END = np.array(list(_WIDE)), np.array(list(_WIDE.values()))
_WIDE_LEADS = np.zeros(256, bool)
_WIDE_LEADS[_WIDE_BLANKS >> 16] = True


def edges(octets: np.ndarray, leads: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where tokens start and end and where lines end in a UTF-8 text, in bytes.

    ``leads``: where a character of several bytes begins.
    """
    blank = octets <= 32
    controls = (octets < 32).nonzero()[0]  # few, and most of them line ends
    kinds = octets[controls]
    blank[controls] = _BLANK[kinds]
    lines = controls[_LINE_END[kinds]]
    if 13 in kinds:  # CR LF is one line end
        lines = lines[(octets[lines] != 10) | (octets[lines - 1] != 13) | (lines == 0)]
    wide_lines = _mark_wide_blanks(octets, blank, leads)
    if len(wide_lines):
        lines = distinct(lines, wide_lines)
    edges = (blank[1:] != blank[:-1]).nonzero()[0]
    edges += 1
    if len(blank) and not blank[0]:
        edges = np.concatenate(([0], edges))
    if len(edges) % 2:
        edges = np.append(edges, len(blank))
    starts, ends = edges.reshape(-1, 2).T.copy()
    return starts, ends, lines


def _mark_wide_blanks(octets: np.ndarray, blank: np.ndarray, leads: np.ndarray) -> np.ndarray:
    """Mark the bytes of blanks beyond ASCII; returns where those that end a line begin."""
    leads = leads[_WIDE_LEADS[octets[leads]]]
    first = octets[leads].astype(np.int64)
    third = np.where(first == 0xC2, 0, octets[np.minimum(leads + 2, len(octets) - 1)])
    code = (first << 16) | (octets[leads + 1].astype(np.int64) << 8) | third
    kind = np.minimum(_WIDE_BLANKS.searchsorted(code), len(_WIDE_BLANKS) - 1)
    found = _WIDE_BLANKS[kind] == code
    leads, kind = leads[found], kind[found]
    if len(leads):
        blank[leads] = blank[leads + 1] = True
        blank[leads[octets[leads] != 0xC2] + 2] = True
    return leads[_WIDE_LINE_END[kind]]
