"""``samestory compare --html`` and ``--blind``: a report to keep, with or without names."""

import json
from pathlib import Path

import pytest

from toolkit.cli import main


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "secret-herald.txt").write_text("The bridge is shut. Nobody was hurt.")
    (tmp_path / "hidden-times.txt").write_text("Nobody was hurt. The bridge is closed.")
    return [str(tmp_path / "secret-herald.txt"), str(tmp_path / "hidden-times.txt")]


def test_a_report_is_written_whole(files, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    out = tmp_path / "report.html"
    assert main(["compare", *files, "--html", str(out)]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"samestory: Report written to {out}.\n"
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "1970-01-02" in page
    assert "Secret Herald" in page
    main(["compare", *files, "--html", str(out)])
    assert out.read_text(encoding="utf-8") == page
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "hidden-times.txt",
        "report.html",
        "secret-herald.txt",
    ]


@pytest.mark.parametrize("way", [["--json"], [], ["--html"]])
def test_blind_names_no_outlet_and_no_file(files, tmp_path, capsys, way):
    out = tmp_path / "report.html"
    assert main(["compare", *files, "--blind", *way, *([str(out)] if "--html" in way else [])]) == 0
    shown = capsys.readouterr().out + (out.read_text() if out.exists() else "")
    assert "Outlet A" in shown
    for name in ("secret", "herald", "hidden-times", "hidden times"):
        assert name not in shown.lower()


def test_blind_ids_are_letters(files, capsys):
    main(["compare", *files, "--blind", "--json"])
    record = json.loads(capsys.readouterr().out)
    assert [article["id"] for article in record["articles"]] == ["a", "b"]
    assert (record["pairs"][0]["a"], record["pairs"][0]["b"]) == ("a", "b")


def test_a_place_that_cannot_be_written(files, tmp_path, capsys):
    assert main(["compare", *files, "--html", str(tmp_path / "no" / "report.html")]) == 2
    error = capsys.readouterr().err
    assert "cannot be written" in error
    assert error.count("\n") == 1


def test_json_and_html_are_one_or_the_other(files, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["compare", *files, "--json", "--html", "x.html"])
    assert stopped.value.code == 2
