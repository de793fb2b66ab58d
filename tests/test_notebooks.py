"""The committed notebooks: in a form in which a notebook test compares what they show."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
VIEW = "application/vnd.jupyter.widget-view+json"


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    assert [path.name for path in NOTEBOOKS] == [
        "00_start_here.ipynb",
        "01_readability.ipynb",
        "02_tone.ipynb",
        "03_overlap.ipynb",
        "04_quotes_and_voices.ipynb",
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_committed_form(path):
    notebook = nbformat.read(path, as_version=4)
    cells = code_cells(notebook)
    assert "widgets" not in notebook.metadata
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert [cell.id for cell in notebook.cells] == [
        f"cell-{k:02d}" for k in range(len(notebook.cells))
    ]
    for cell in cells:
        for output in cell.outputs:
            assert VIEW not in output.get("data", {})
            assert output.output_type != "error"
            assert output.get("name") != "stderr"
    # nbval compares nothing in a cell that was never run or shows nothing.
    assert sum(bool(cell.outputs) for cell in cells) >= 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_tells_its_goal_and_defines_nothing(path):
    notebook = nbformat.read(path, as_version=4)
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    for part in ("**Goal.**", "## Recap", "**Try this**"):
        assert part in prose
    for cell in code_cells(notebook):
        assert not any(line.startswith(("def ", "class ")) for line in cell.source.splitlines())
        assert len(cell.source.splitlines()) <= 6


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_widget_is_also_words_and_a_table(path):
    widgets = [
        output.data
        for cell in code_cells(nbformat.read(path, as_version=4))
        for output in cell.outputs
        if "<table" in output.get("data", {}).get("text/html", "")
        and output.data["text/plain"].startswith("story: ")
    ]
    assert len(widgets) == 1
    assert len(widgets[0]["text/plain"].splitlines()) > 5
    assert "<caption>" in widgets[0]["text/html"]


MUTATION = """
from toolkit.text import lexicon
lexicon.syllable_counts()["bridge"] += 1
"""


@pytest.mark.parametrize(("mutation", "outcome"), [("", 0), (MUTATION, 1)], ids=["true", "mutated"])
def test_notebook_tests_notice_a_changed_measure(tmp_path, repo, mutation, outcome):
    """One more syllable in one word, and the comparison of outputs fails; without it, it passes."""
    startup = tmp_path / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "mutation.py").write_text(mutation)
    notebook = tmp_path / "01_readability.ipynb"
    notebook.write_text((repo / "notebooks" / notebook.name).read_text("utf-8"), "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["--rootdir", str(tmp_path), "-c", str(repo / "pyproject.toml")]
    command += [f"--nbval-sanitize-with={repo / 'tests' / 'sanitize.cfg'}", str(notebook)]
    environment = {"IPYTHONDIR": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime")}
    run = subprocess.run(
        command,
        cwd=repo,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == outcome, run.stdout[-3000:]
    if outcome:
        assert "Flesch reading ease" in run.stdout


def test_building_again_changes_nothing(tmp_path, repo):
    """The builder's normal form is a fixed point, whatever ids and counts come in."""
    sys.path.insert(0, str(repo / "notebooks"))
    try:
        from build import normalised
    finally:
        sys.path.pop(0)
    path = repo / "notebooks" / "02_tone.ipynb"
    committed = json.loads(path.read_text("utf-8"))
    disturbed = nbformat.read(path, as_version=4)
    disturbed.metadata["widgets"] = {"state": {}}
    for cell in disturbed.cells:
        cell.id = "x" + cell.id
        if cell.cell_type == "code":
            cell.execution_count = 99
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = 99
                    output.data[VIEW] = {"model_id": "abc"}
    assert json.loads(nbformat.writes(normalised(disturbed))) == committed
