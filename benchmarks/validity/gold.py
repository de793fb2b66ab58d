"""Where the labelled sets are. They belong to others and are never copied into the project."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import ROOT
from toolkit.errors import SameStoryError

VARIABLE = "SAMESTORY_GOLD"


class NoGold(SameStoryError):
    """The labelled sets are not here."""


def folder() -> Path:
    """The folder of the sets: the one named by ``SAMESTORY_GOLD``, else ``../shared/gold``."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else ROOT.parent / "shared" / "gold"


def require() -> None:
    """Raise :class:`NoGold` if there is no folder of sets at all."""
    if not folder().is_dir():
        raise NoGold(
            f"The labelled sets are not here: there is no folder {folder().name!r}.",
            f"Name the folder that holds them with the variable {VARIABLE}.",
        )


def _file(*parts: str) -> Path:
    file = folder().joinpath(*parts)
    if not file.is_file():
        raise NoGold(
            f"The labelled set {'/'.join(parts)} is not in the folder {folder().name!r}.",
            f"Name the folder that holds the sets with the variable {VARIABLE}.",
        )
    return file


def table(*parts: str) -> list[dict[str, str]]:
    """The rows of a CSV file (ordinary quoting) or of a TSV file (no quoting)."""
    file = _file(*parts)
    tabs = file.suffix == ".tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        return list(
            csv.DictReader(
                lines,
                delimiter="\t" if tabs else ",",
                quoting=csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL,
            )
        )


def objects(*parts: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with _file(*parts).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def array(*parts: str) -> list[dict[str, Any]]:
    """The array of a JSON file."""
    return json.loads(_file(*parts).read_text(encoding="utf-8"))
