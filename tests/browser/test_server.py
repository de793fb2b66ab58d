"""The servers and the page the other browser tests stand on."""

from __future__ import annotations

import nbformat
import pytest
from labserver import RUN_ALL, lab_page, server


@pytest.fixture(scope="module")
def tiny():
    """A notebook whose output cannot be had without running it."""
    cells = [
        nbformat.v4.new_markdown_cell("# A tiny notebook"),
        nbformat.v4.new_code_cell("print('six times seven is', 6 * 7)"),
        nbformat.v4.new_code_cell("import ipywidgets; ipywidgets.IntText(6 * 8, description='n')"),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def test_lab_opens_and_runs_a_notebook(page, lab, lab_folder, tiny):
    nbformat.write(tiny, lab_folder / "tiny.ipynb")
    page.goto(lab_page(lab, "tiny.ipynb"))
    page.get_by_role("heading", name="A tiny notebook").wait_for()
    page.evaluate(RUN_ALL)
    page.get_by_text("six times seven is 42").wait_for()
    assert page.get_by_label("n", exact=True).input_value() == "48"
    assert page.problems == []


def test_voila_shows_the_results_without_the_code(page, tmp_path, tiny):
    nbformat.write(tiny, tmp_path / "tiny.ipynb")
    with server("voila", tmp_path / "tiny.ipynb") as base:
        page.goto(base)
        page.get_by_text("six times seven is 42").wait_for()
        assert page.get_by_label("n", exact=True).input_value() == "48"
        assert page.get_by_text("6 * 7").count() == 0
    assert page.problems == []


def test_a_server_that_cannot_start_says_why(tmp_path):
    with (
        pytest.raises(RuntimeError, match="no-such-option"),
        server("lab", tmp_path, "--ServerApp.root_dir=/no-such-option"),
    ):
        pass


def test_a_page_reports_what_goes_wrong_in_it(page):
    page.set_content(
        "<script>console.error('one'); setTimeout(() => { throw Error('two') })</script>"
        "<img src='http://elsewhere.invalid/three.png'>"
    )
    page.wait_for_timeout(300)
    kinds = sorted({problem.split(":")[0] for problem in page.problems})
    assert kinds == ["console", "exception", "request"]
