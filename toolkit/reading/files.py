"""One file as an article: text, Markdown, a saved web page, a Word or PDF document."""

import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Unpack

from toolkit.article import Article
from toolkit.errors import ReadingError
from toolkit.reading.decoding import decode
from toolkit.reading.page import Details, Page
from toolkit.reading.pasted import (
    MOST_CHARACTERS,
    Kind,
    article_from_page,
    article_from_text,
)
from toolkit.reading.webpage import decode_page

SUFFIXES: Mapping[str, Kind] = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
DOCUMENTS = (".docx", ".pdf")


def read_article(
    path: str | Path,
    *,
    outlet: str | None = None,
    headline: str = "",
    author: str = "",
    published: str = "",
    url: str = "",
    furniture: Mapping[str, str] | None = None,
) -> Article:
    """Read a ``.txt``, ``.md``, ``.html``, ``.docx`` or ``.pdf`` file; others are taken as text.

    The article's id is the file's name without its ending. Where ``outlet`` is ``None`` it is
    what the page says, or else a tidy form of the id: ``meridian-wire`` is *Meridian Wire*.
    The other details are those of :func:`~toolkit.reading.pasted.article_from_text`.

    Raises :class:`ReadingError` where there is no such file, where it is a folder, may not be
    read, is larger than 50 MB, holds no text or is not a text at all.
    """
    path = Path(path)
    article = article_from_bytes(
        read_bytes(path),
        path.name or str(path),
        outlet=outlet or "",
        headline=headline,
        author=author,
        published=published,
        url=url,
        furniture=furniture,
    )
    if outlet is None and not article.outlet:
        return article.with_outlet(tidy_name(article.id))
    return article


def article_from_bytes(
    data: bytes,
    name: str,
    *,
    furniture: Mapping[str, str] | None = None,
    **details: Unpack[Details],
) -> Article:
    """What is in a file called ``name`` as an article, as :func:`read_article` makes it.

    A Word or PDF document is told by its first bytes, whatever its name. ``details`` are
    ``outlet``, ``headline``, ``author``, ``published`` and ``url``; an outlet that is neither
    given nor in the file stays unknown.

    >>> article_from_bytes(b"The bridge is shut.", "beacon.txt").id
    'beacon'
    """
    stem = Path(name).stem
    page = _document(data, name)
    if page is not None:
        return article_from_page(page, id=stem, furniture=furniture, name=name, **details)
    kind = SUFFIXES.get(Path(name).suffix.lower(), "txt")
    text = decode_page(data, name) if kind == "html" else decode(data, name)
    return article_from_text(text, id=stem, kind=kind, furniture=furniture, name=name, **details)


def _document(data: bytes, name: str) -> Page | None:
    """What is in a Word or PDF document; None for any other bytes."""
    if data.startswith(b"%PDF-"):
        from toolkit.reading.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"PK"):
        from toolkit.reading.word_document import is_word_document, read_word_document

        return read_word_document(data, name) if is_word_document(data) else None
    return None


def tidy_name(stem: str) -> str:
    """A file name as a person would write it; capitals that are there stay.

    >>> tidy_name("the-ludgate_register"), tidy_name("BBC")
    ('The Ludgate Register', 'BBC')
    """
    words = re.split(r"[\s_.-]+", stem)
    return " ".join(word[0].upper() + word[1:] for word in words if word) or stem


def read_bytes(path: Path) -> bytes:
    """What is in a file. Raises :class:`ReadingError` where it cannot be read."""
    name = path.name or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadingError(
                f"{name} is a folder, not a file.", "Choose a file in it, or open it as a story."
            )
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError(f"{name} is not an ordinary file.", "Choose a text file.")
        if status.st_size > MOST_CHARACTERS:
            raise ReadingError(
                f"{name} has {status.st_size // 1_000_000} MB; the most that is read is 50 MB.",
                "Split it into its articles.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingError(
            f"There is no file {str(path)!r}.", "Check how its name and folder are spelled."
        ) from error
    except PermissionError as error:
        raise ReadingError(
            f"You may not read {name}.", "Copy it to your own folder, or ask its owner."
        ) from error
    except (OSError, ValueError) as error:  # such as a name too long, or one with a zero byte
        raise ReadingError(
            f"{name[:80]!r} cannot be opened.", "Check its name, and that the disk is there."
        ) from error
