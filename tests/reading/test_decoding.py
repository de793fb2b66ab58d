import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ReadingError
from toolkit.reading import decode

WESTERN = [
    "“It’s a £5 deal,” he said.",
    "The café’s owner paid €20 – “too much”.",
    "Le président a déclaré : « c’est inadmissible »…",
    "Die Bundesregierung prüft die Maßnahmen für München.",
    "£477 billion",
    "Élysée",
    "Señor Muñoz declaró que el año será difícil.",
    "Où est passé le cœur de l’Europe ?",
    "Über 500 Mrd. € gehen an die Gemeinde, sagte der Bürgermeister.",
    "Protesters marched through São Paulo on Sunday – the biggest rally since 2013 – police said.",
    "“We will not go,” said Zoë.",
]
ANY = [
    "Plain words.",
    *WESTERN,
    "Привет, мир!",
    "平和維持軍を受け入れる。",
    "שלום עולם",
    "🕊 peace\r\n\tand\rquiet\n",
]
NO_SURROGATES = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("text", ANY)
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"],
)
def test_unicode_encodings(text: str, encoding: str) -> None:
    if encoding in ("utf-16-le", "utf-16-be") and text.startswith("平"):
        pytest.skip("without a mark and without one ASCII character nothing tells it")
    assert decode(text.encode(encoding), "x") == text


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-be"])
def test_big_endian_with_a_mark(encoding: str) -> None:
    assert decode(("\ufeff" + ANY[1]).encode(encoding), "x") == ANY[1]


@pytest.mark.parametrize("text", WESTERN)
def test_short_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


@pytest.mark.parametrize("text", [t for t in WESTERN if all(ord(c) < 256 for c in t)])
def test_short_latin_1(text: str) -> None:
    assert decode(text.encode("latin-1"), "x") == text


def test_a_byte_that_windows_1252_leaves_undefined_makes_it_latin_1() -> None:
    assert decode(b"caf\xe9 \x81", "x") == "café \x81"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент заявил, что переговоры начнутся в понедельник."),
        ("cp1253", "Ο πρόεδρος δήλωσε ότι η συμφωνία θα υπογραφεί."),
        ("gb18030", "总统表示,他们将接受和平协议。这是和平协议的一部分。"),
    ],
)
def test_other_alphabets_are_guessed(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_utf8_with_a_few_windows_bytes_keeps_the_rest() -> None:
    data = "Zoë said “no” to the café".encode() + b" \x96 twice, and paid \x805"
    assert decode(data, "x") == "Zoë said “no” to the café – twice, and paid €5"


def test_utf8_cut_in_the_middle_of_a_character_keeps_its_text() -> None:
    assert decode("“Zoë” and “Zoë”".encode()[:-1], "x").startswith("“Zoë” and “Zoë")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_line_ends_are_kept(ends: str) -> None:
    assert decode(f"one{ends}two".encode(), "x") == f"one{ends}two"


def test_control_characters_are_kept() -> None:
    text = "A bell \x07 rings, a null \x00 does not, \x1b[31mred\x1b[0m."
    assert decode(text.encode(), "x") == text


def a_docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\nblah", "PDF"),
        (a_docx(), "Word"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Excel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00", "GIF"),
        (gzip.compress(b"hello", mtime=0), "gzip"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (bytes(range(256)) * 4, "binary"),
        (bytes(1000), "binary"),
        (b"\x01\x02\x03\x04" * 20, "binary"),
    ],
)
def test_what_is_not_text_is_refused_and_named(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=kind) as caught:
        decode(data, "holiday.txt")
    assert caught.value.problem.startswith("holiday.txt ")
    assert "save it as plain text" in caught.value.remedy


@given(NO_SURROGATES)
def test_every_text_comes_back_from_marked_utf8(text: str) -> None:
    data = text.encode("utf-8-sig")
    try:
        assert decode(data, "x") == text
    except ReadingError:  # only where it is mostly control characters
        assert sum(not c.isprintable() for c in text) > 0.3 * len(text)


@given(st.binary())
def test_any_bytes_are_text_without_surrogates_or_an_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except ReadingError:
        return
    text.encode("utf-8")
