"""Run every notebook and write it back in the form in which it is committed.

    python3 run.py notebooks              all of them
    python3 run.py notebooks 02_tone.ipynb

Notebook tests compare a cell's output with the committed one only where the cell has been
run, so notebooks are committed *with* outputs. What changes from run to run is taken out: widget
state, widget views, cell ids, execution times. Everything a reader sees besides (words, tables,
pictures) stays, and a second run gives the same file.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
VIEW = "application/vnd.jupyter.widget-view+json"


def build(path: Path) -> None:
    """Run one notebook and write it back, normalised."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}
    )
    client.execute()
    nbformat.write(normalised(notebook), path)


def normalised(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what differs from run to run."""
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": kernel, "language_info": {"name": "python"}}
    )
    notebook.nbformat_minor = 5
    count = 0
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number:02d}"
        cell.metadata = nbformat.from_dict(
            {key: value for key, value in cell.metadata.items() if key in ("tags", "jupyter")}
        )
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
            output.get("data", {}).pop(VIEW, None)
    return notebook


def main(names: list[str]) -> None:
    """Build the named notebooks, or all."""
    for path in [HERE / name for name in names] or sorted(HERE.glob("*.ipynb")):
        print(path.name, flush=True)
        build(path)


if __name__ == "__main__":
    main(sys.argv[1:])
