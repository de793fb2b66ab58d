"""PDF documents: the lines on their pages, put together to paragraphs again (pypdf)."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from toolkit.errors import ReadingError
from toolkit.reading.page import Page

MOST_PAGES = 500
_FULL = 0.75  # a line this long, measured against the long ones, goes on in the next
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?", re.I)


def read_pdf(data: bytes, name: str) -> Page:
    """The text of a PDF document, one paragraph a line.

    A PDF knows lines, not paragraphs: a line that is nearly full goes on in the next, and a
    word cut by a hyphen at its end is joined. What stands at the top or bottom of most pages,
    and page numbers, are told apart as furniture. Raises :class:`ReadingError` where the
    document is damaged, locked, longer than 500 pages, or holds pictures of text only.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is odd inside is not our reader's
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _unreadable(name, "is locked with a password", "Save a copy without a password")
        if len(reader.pages) > MOST_PAGES:
            raise _unreadable(name, f"has more than {MOST_PAGES} pages", "Take the article's pages")
        pages = [
            [" ".join(line.split()) for line in (page.extract_text() or "").split("\n")]
            for page in reader.pages
        ]
        title = " ".join(str((reader.metadata and reader.metadata.title) or "").split())
    except ReadingError:
        raise
    except Exception as error:  # a PDF can be broken in more ways than pypdf has names for
        raise _unreadable(name, "cannot be read: it is damaged", "Save it anew") from error
    if not any(chain.from_iterable(pages)):
        raise _unreadable(
            name, "holds no text, perhaps only pictures of it", "Have its words recognised (OCR)"
        )
    running = _running_lines(pages)
    text = "\n".join(_paragraphs(chain.from_iterable(pages), running))
    headings = (title,) if title and f"\n{title}\n" in f"\n{text}\n" else ()
    return Page(
        text,
        headline=title if headings else "",
        headings=headings,
        furniture=tuple((line, "navigation") for line in sorted(running)),
    )


def _running_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    """Heads and feet: lines at the edge of at least half of three or more pages; page numbers."""
    edges = [{line for line in [*page[:2], *page[-2:]] if line} for page in pages]
    often = Counter(chain.from_iterable(edges))
    running = {line for line, n in often.items() if n >= 3 and 2 * n >= len(pages)}
    numbers = {line for lines in edges for line in lines if _PAGE_NUMBER.fullmatch(line)}
    return running | (numbers if len(pages) > 1 else set())


def _paragraphs(lines: Iterator[str], running: set[str]) -> Iterator[str]:
    """Lines joined to paragraphs; a running line stands alone and interrupts none."""
    all_lines = list(lines)
    lengths = sorted(len(line) for line in all_lines if line)
    full = _FULL * lengths[int(0.9 * (len(lengths) - 1))]
    held = ""
    for line in all_lines:
        if line in running:
            yield line
            continue
        if not line:
            if held:
                yield held
            held = ""
            continue
        if held.endswith("-") and held[-2:-1].isalpha() and line[:1].islower():
            held = held[:-1] + line
        else:
            held = f"{held} {line}" if held else line
        if len(line) < full:
            yield held
            held = ""
    if held:
        yield held


def _unreadable(name: str, problem: str, remedy: str) -> ReadingError:
    return ReadingError(f"{name} {problem}.", f"{remedy}, or copy its words and paste them.")
