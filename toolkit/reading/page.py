"""What a document with a layout of its own holds: a web page, a Word or PDF document."""

from dataclasses import dataclass
from typing import TypedDict


class Details(TypedDict, total=False):
    """What is known of an article beside its text; it goes before what a document says."""

    outlet: str
    headline: str
    author: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a document; empty where it does not say.

    ``text`` is the article's text, one block a line; ``headings`` are the words of the
    document's own headings, in order; ``published`` is an ISO date; ``furniture`` are lines
    that the document itself shows to be none of the article's, with their kinds.
    """

    text: str
    headline: str = ""
    author: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    headings: tuple[str, ...] = ()
    furniture: tuple[tuple[str, str], ...] = ()
