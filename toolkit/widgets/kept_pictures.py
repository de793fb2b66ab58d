"""Pictures as files: the SVG that a panel shows, cut out of its HTML."""

from dataclasses import dataclass
from html import unescape

_START, _END, _NAME = '<svg xmlns="http://www.w3.org/2000/svg"', "</svg>", 'aria-label="'
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what to call it, and the whole SVG."""

    title: str
    svg: str


def pictures_in(html: str) -> list[Picture]:
    """The pictures in HTML of our own making, in order. (Words in it are escaped: no article
    can look like a picture.)

    >>> from toolkit.charts.bars import bars_svg
    >>> [picture.title for picture in pictures_in("<div>" + bars_svg("Words", [("A", 3)]))]
    ['Words']
    """
    found, place = [], html.find(_START)
    while place >= 0:
        end = html.find(_END, place)
        if end < 0:
            break
        svg = html[place : end + len(_END)]
        found.append(Picture(_title(svg), svg))
        place = html.find(_START, end)
    return found


def _title(svg: str) -> str:
    """The first words of what the picture says to a screen reader."""
    start = svg.find(_NAME) + len(_NAME)
    words = unescape(svg[start : svg.find('"', start)])
    for end in (". ", ": "):
        words = words.split(end, 1)[0]
    return words.rstrip(".:")[:_LONGEST] or "Picture"
