"""From bytes to text: which alphabet a file was written in, or which kind of file it is instead.

Order of the questions: a byte order mark; UTF-8; UTF-16 without a mark, told by where its zero
bytes lie; UTF-8 with a few broken bytes; and last Windows-1252, the usual encoding of older
Western European files. charset-normalizer is asked only where most letters lie outside ASCII
(Cyrillic, Greek, Japanese ...): over 15 one-sentence English, French, German, Spanish and
Portuguese texts in Windows-1252 it was right on 4 and this rule on 15; over 20 texts of six
sentences 13 against 20. For other alphabets the rule is never right and the library often is
(9 of 12 sentences in Windows-1251, KOI8-R, Greek, Arabic, Hebrew, Chinese and Japanese encodings).
"""

import codecs
import re

from toolkit.errors import ReadingError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (  # how files that are not text begin
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"PK\x03\x04", "a Word, LibreOffice or zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Word, Excel or PowerPoint file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"bplist0", "a web archive or property list"),
    (b"OggS\x00", "a sound file"),
    (b"\x7fELF", "a program"),
)
_CONTROL = bytes([*sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b")), 127])
_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_MOSTLY = 0.3  # a larger share of control characters is not text
_OTHER_ALPHABET = 0.5  # share of letters outside ASCII; the Western texts measured stay under .34


def decode(data: bytes, name: str) -> str:
    """The text in ``data``; ``name`` is how error messages call it.

    A byte order mark is not part of the text. Line ends and control characters are kept as
    they are, so that offsets into the result are offsets into the file's own characters.

    Raises :class:`ReadingError` where the bytes are not text, saying what they look like.

    >>> decode("caf\\u00e9 \\u20ac5".encode("cp1252"), "menu.txt")
    'café €5'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (encoding != "utf-32-le" or len(data) % 4 == 0):
            return _decode_marked(data[len(mark) :], encoding, name)
    refuse_known_kinds(data, name)
    share = _control_share(data)
    text = _strict(data, "utf-8")
    if text is not None and share <= _MOSTLY:
        return text
    if b"\0" in data:
        text = _utf16_without_mark(data)
        if text is None:
            raise _not_text(name, "a program, picture or other binary file")
        return text
    if share > _MOSTLY:
        raise _not_text(name, "a binary file, for most of its bytes are control characters")
    return _mixed_utf8(data) or _legacy(data)


def refuse_known_kinds(data: bytes, name: str) -> None:
    """Raise :class:`ReadingError` where ``data`` begins like a PDF, a Word file or an image."""
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            raise _not_text(name, kind)
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise _not_text(name, "a picture, sound or film file")


def _not_text(name: str, kind: str) -> ReadingError:
    return ReadingError(
        f"{name} is not a text: it looks like {kind}.",
        "Open it in the program it belongs to and save it as plain text (.txt), then use that.",
    )


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _control_share(data: bytes) -> float:
    return 1 - len(data.translate(None, _CONTROL)) / len(data) if data else 0.0


def _decode_marked(data: bytes, encoding: str, name: str) -> str:
    if encoding == "utf-8":
        text = _strict(data, "utf-8") or _mixed_utf8(data) or _legacy(data)
    else:  # a cut file loses its last character, no more
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") > _MOSTLY * len(text):
            raise _not_text(name, "a binary file")
    if _looks_binary(text):
        raise _not_text(name, "a binary file, for most of it is control characters")
    return text


def _looks_binary(text: str) -> bool:
    return len(_CONTROL_CHARACTER.findall(text)) > _MOSTLY * len(text)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 has its zero bytes at every second place: before or after each ASCII character."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 or min(even, odd) > max(even, odd) / 10:
        return None
    text = _strict(data, "utf-16-le" if odd > even else "utf-16-be")
    if text is None:
        return None
    sample = text[:10_000]  # binary data read as UTF-16 hits unassigned and private characters
    printable = sum(c.isprintable() or c.isspace() for c in sample)
    return text if printable >= 0.95 * len(sample) and not _looks_binary(text) else None


def _mixed_utf8(data: bytes) -> str | None:
    """UTF-8 in which a few bytes are Windows-1252, as when two sources were pasted together."""
    text = data.decode("utf-8", errors="surrogateescape")
    n_broken = len(_ESCAPED_BYTE.findall(text))
    n_right = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ud800-\udfff]", text))
    if n_right <= n_broken:
        return None
    return _ESCAPED_BYTE.sub(lambda byte: _western(bytes([ord(byte[0]) - 0xDC00])), text)


def _western(data: bytes) -> str:
    """Windows-1252; Latin-1 where a byte has no meaning in that."""
    text = _strict(data, "cp1252")
    return data.decode("latin-1") if text is None else text


def _legacy(data: bytes) -> str:
    n_ascii_letters = len(re.findall(rb"[A-Za-z]", data))
    n_high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if n_high >= 8 and n_high > _OTHER_ALPHABET * (n_high + n_ascii_letters):
        from charset_normalizer import from_bytes

        best = from_bytes(data[:100_000]).best()
        text = _strict(data, best.encoding) if best else None
        if text is not None and not re.search("[\ud800-\udfff]", text):
            return text
    return _western(data)
