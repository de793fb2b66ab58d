"""Word documents (``.docx``): their paragraphs and headings (python-docx)."""

import io
import zipfile

from toolkit.errors import ReadingError
from toolkit.reading.page import Page

_MOST_UNPACKED = 200_000_000  # bytes; a small file can be made to hold far more than that


def is_word_document(data: bytes) -> bool:
    """Whether the bytes are a ``.docx`` file, whatever its name says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "word/document.xml" in packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def read_word_document(data: bytes, name: str) -> Page:
    """The text of a Word document, one paragraph a line, cells of tables as well.

    Headings are told by their style. Footnotes, comments, headers, pictures and what was struck
    out in a tracked change are not read. Raises :class:`ReadingError` where the document is
    damaged, locked with a password, or unpacks to more than 200 MB.
    """
    import docx
    import lxml.etree as etree
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    _refuse_bombs(data, name)
    lines: list[str] = []
    headings: list[str] = []
    title = ""
    try:
        for block in docx.Document(io.BytesIO(data)).iter_inner_content():
            if isinstance(block, Table):
                cells = {cell._tc: cell for row in block.rows for cell in row.cells}  # merged once
                lines += [part.text for cell in cells.values() for part in cell.paragraphs]
            elif isinstance(block, Paragraph):
                words = " ".join(block.text.split())
                style = (block.style and block.style.name) or ""
                if words and style.startswith(("Heading", "Title", "Subtitle")):
                    headings.append(words)
                    title = title or words
                lines.append(block.text)
    except (KeyError, ValueError, AttributeError, etree.LxmlError, zipfile.BadZipFile) as error:
        raise _damaged(name) from error
    except Exception as error:  # python-docx has no base class for its own
        raise _damaged(name) from error
    text = "\n".join(" ".join(line.split()) for line in lines if line.strip())
    return Page(text, headline=title, headings=tuple(headings))


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged(name) from error
    if unpacked > _MOST_UNPACKED:
        raise ReadingError(
            f"{name} unpacks to {unpacked // 1_000_000:,} MB; the most that is read is 200 MB.",
            "Save the article alone in a document of its own.",
        )


def _damaged(name: str) -> ReadingError:
    return ReadingError(
        f"{name} cannot be read as a Word document: it is damaged or locked.",
        "Open it in Word and save it anew without a password, or copy its words and paste them.",
    )
