import io
import zipfile
from pathlib import Path

import docx
import pytest

from toolkit.errors import ReadingError
from toolkit.reading import read_article
from toolkit.reading.files import article_from_bytes
from toolkit.reading.word_document import is_word_document, read_word_document


def a_document() -> bytes:
    document = docx.Document()
    document.add_heading("Bridge shuts", level=0)
    document.add_paragraph("By Jane Smith")
    document.add_paragraph("The  bridge is shut.\nNobody was hurt.")
    document.add_heading("What comes next", level=2)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Cost"
    table.cell(0, 1).text = "Two million"
    document.add_paragraph("")
    document.add_paragraph("<script>alert(1)</script> It opens in May.")
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_paragraphs_headings_and_tables_in_their_order() -> None:
    page = read_word_document(a_document(), "a.docx")
    assert page.text.split("\n") == [
        "Bridge shuts",
        "By Jane Smith",
        "The bridge is shut. Nobody was hurt.",
        "What comes next",
        "Cost",
        "Two million",
        "<script>alert(1)</script> It opens in May.",
    ]
    assert page.headline == "Bridge shuts"
    assert page.headings == ("Bridge shuts", "What comes next")


@pytest.mark.parametrize("name", ["tern-coast.docx", "tern-coast.txt", "tern-coast"])
def test_it_is_told_by_its_bytes_and_read_like_a_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(a_document())
    article = read_article(tmp_path / name)
    assert (article.id, article.outlet, article.headline) == (
        "tern-coast",
        "Tern Coast",
        "Bridge shuts",
    )
    assert [article.words_of(m) for m in article.furniture] == ["By Jane Smith"]
    assert [article.words_of(m) for m in article.headings] == ["Bridge shuts", "What comes next"]


def packed(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return kept.getvalue()


def test_a_damaged_document_is_said_to_be_damaged() -> None:
    for data in (packed(word__document=b"<not xml"), packed(word__document=b"")):
        assert is_word_document(data)
        with pytest.raises(ReadingError, match="damaged or locked"):
            article_from_bytes(data, "a.docx")
    with pytest.raises(ReadingError, match="not a text"):
        article_from_bytes(a_document()[:1000], "a.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = packed(word__document=b"0" * 201_000_000)
    assert len(data) < 1_000_000
    with pytest.raises(ReadingError, match="unpacks to 201 MB"):
        article_from_bytes(data, "a.docx")


def test_an_empty_document_is_empty() -> None:
    kept = io.BytesIO()
    docx.Document().save(kept)
    with pytest.raises(ReadingError, match="is empty"):
        article_from_bytes(kept.getvalue(), "a.docx")
