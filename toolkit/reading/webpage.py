"""Saved web pages: the article inside them, with what the page says about it.

trafilatura does the work, from the file alone; nothing is ever fetched.
"""

import re
from typing import Any

from toolkit.errors import ReadingError
from toolkit.reading.decoding import decode, refuse_known_kinds
from toolkit.reading.page import Page

_DECLARED = re.compile(
    rb"""<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,20})""", re.I
)
_SAFE_ENCODINGS = re.compile(  # what web pages use; Python knows others that are not alphabets
    r"windows-125\d|windows-874|iso-8859-\d{1,2}|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|"
    r"euc-jp|euc-kr|iso-2022-jp|macintosh|us-ascii|latin1"
)
_READ_AS = {  # browsers read the first as the second, and so do we
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "iso-8859-9": "windows-1254",
    "macintosh": "mac-roman",
}
_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,300}\?>")
_BLOCKS = (
    "p div section article header footer main aside li ul ol table tr td th br hr "
    "h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption dd dt"
)


def decode_page(data: bytes, name: str) -> str:
    """The page's source: UTF-8 where it is that, else as its ``<meta charset>`` says, else a guess.

    Raises :class:`ReadingError` where the bytes are not text.
    """
    refuse_known_kinds(data, name)
    declared = _DECLARED.search(data[:4096])
    encoding = declared[1].decode("ascii", "replace").lower() if declared else ""
    if _SAFE_ENCODINGS.fullmatch(encoding) and (_is_escaped(encoding) or not _is_utf8(data)):
        try:
            return data.decode(_READ_AS.get(encoding, encoding))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, name)


def read_page(source: str, name: str) -> Page:
    """Extract the article from the source of a page, without scripts, menus and comments.

    A page too small for trafilatura gives all its visible text. Raises :class:`ReadingError`
    where there is none.
    """
    import lxml.etree as etree
    import lxml.html as html

    parser = html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    # Control characters stop the parser; U+FFFD keeps their place.
    source = re.sub("[\x00-\x08\x0b\x0e-\x1f]", "\ufffd", _DECLARATION.sub("", source, count=1))
    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise _nothing(name) from error
    etree.strip_elements(tree, "noscript", "template", with_tail=False)
    headings = tuple(" ".join(h.text_content().split()) for h in tree.iter("h1", "h2", "h3", "h4"))
    found = _extract(tree)
    text, visible = (found and found.text) or "", _visible(tree)
    if not text or "".join(text.split()) == "".join(visible.split()):
        text = visible  # nothing was left out, and here no sentence is broken at a bold word
    if not text.strip():
        raise _nothing(name)
    if found is None:
        return Page(text, headings=headings)
    url = found.url or ""
    return Page(
        text,
        headline=" ".join((found.title or "").split()),
        author=" ".join((found.author or "").split()),
        published=found.date or "",
        outlet=" ".join((found.sitename or "").split()),
        url=url if url.startswith(("https://", "http://")) else "",
        headings=headings,
    )


def _extract(tree: Any) -> Any:
    """trafilatura's finding; a page it fails on counts as one in which it found nothing."""
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            # Only dates that the page states: the longer search depends on today's date.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # any page may be broken in ways its many steps did not foresee
        return None


def _visible(tree: Any) -> str:
    """All the text of a page, one block a line, without its scripts, styles and title."""
    import lxml.etree as etree

    etree.strip_elements(tree, "script", "style", "head", with_tail=False)
    for element in tree.iter(*_BLOCKS.split()):
        element.tail = "\n" + (element.tail or "")
        if element.tag != "br":
            element.text = "\n" + (element.text or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_escaped(encoding: str) -> bool:
    """Whether an encoding writes other alphabets in ASCII bytes, and so looks like UTF-8."""
    return encoding == "iso-2022-jp"


def _nothing(name: str) -> ReadingError:
    return ReadingError(
        f"{name} is a web page in which there is no text to read.",
        "Open it in a browser, copy the article's words and paste them instead.",
    )
