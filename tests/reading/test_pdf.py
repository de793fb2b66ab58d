import contextlib
import io
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ReadingError
from toolkit.reading import read_article
from toolkit.reading.files import article_from_bytes
from toolkit.reading.pdf import read_pdf

FULL = "The bridge over the Tern will be shut from Monday while its piers are looked"


def a_pdf(*pages: Sequence[str], title: str = "") -> bytes:
    """A plain PDF with one line under the other on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 12 Tf 50 780 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    info = f"/Info {len(objects)} 0 R" if title else ""
    text += f"{head}trailer << /Size {len(objects) + 1} /Root 1 0 R {info} >>\n"
    text += f"startxref\n{text.index('xref')}\n%%EOF"
    return text.encode("latin-1")


def test_lines_become_paragraphs_again() -> None:
    data = a_pdf(
        ["Bridge to close", FULL, "at by the coun-", "cil.", FULL, "at."], title="Bridge to close"
    )
    page = read_pdf(data, "a.pdf")
    assert page.text.split("\n") == [
        "Bridge to close",
        f"{FULL} at by the coun-",
        "cil.",
        f"{FULL} at.",
    ]
    assert page.headline == "Bridge to close"


def test_a_word_cut_at_the_end_of_a_full_line_is_joined() -> None:
    assert read_pdf(a_pdf([f"{FULL[:-6]}exam-", "ined."]), "a.pdf").text.endswith("examined.")


def test_running_heads_and_page_numbers_are_furniture() -> None:
    pages = [["Tern Coast News", f"{FULL} at, part {word}.", str(k)] for k, word in
             enumerate(("one", "two", "three"), 1)]  # fmt: skip
    article = article_from_bytes(a_pdf(*pages), "a.pdf")
    marked = [article.words_of(mark) for mark in article.furniture]
    assert marked == ["Tern Coast News", "1", "Tern Coast News", "2", "Tern Coast News", "3"]
    assert f"{FULL} at, part two." in article.text


def test_it_is_told_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "tern-coast.txt").write_bytes(a_pdf([FULL, "at."]))
    article = read_article(tmp_path / "tern-coast.txt")
    assert (article.outlet, article.text) == ("Tern Coast", f"{FULL} at.")


def locked() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(a_pdf([FULL])))
    writer.encrypt("secret", algorithm="RC4-128")
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.4 and nothing more", "damaged"),
        (a_pdf([]), "holds no text"),
        (a_pdf(*[["x"]] * 501), "more than 500 pages"),
        (locked(), "locked with a password"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, problem: str) -> None:
    with pytest.raises(ReadingError, match=problem):
        article_from_bytes(data, "a.pdf")


@given(st.binary(max_size=200), st.integers(0, 600))
def test_a_broken_pdf_is_an_error_or_an_article(junk: bytes, at: int) -> None:
    whole = a_pdf([FULL, "at."])
    data = whole[:at] + junk + whole[at:]
    if data.startswith(b"%PDF-"):
        with contextlib.suppress(ReadingError):
            article_from_bytes(data, "a.pdf")
