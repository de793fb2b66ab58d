"""Arguments that several commands have, and what a wrong one is answered."""

import argparse
from typing import Any

from toolkit.cli.speaking import WRONG, complain

Commands = Any
"""What ``ArgumentParser.add_subparsers`` returns; argparse keeps its class to itself."""


class Parser(argparse.ArgumentParser):
    """A parser whose error is one line and where to look."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong and stop."""
        complain(f"{message}. Run `{self.prog} --help` to see how it is used.")
        raise SystemExit(WRONG)


def names(value: str) -> list[str]:
    """Names between commas."""
    return [name.strip() for name in value.split(",")]


def number(value: str) -> int:
    """A whole number from 1."""
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 1")
    return int(value)


def share(value: str) -> float:
    """A share above 0, up to 1."""
    try:
        found = float(value)
    except ValueError:
        found = 0.0
    if not 0 < found <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number above 0, up to 1")
    return found


def add_columns(group: Any) -> None:
    """``--text-column`` and ``--id-column``, for commands that read tables."""
    group.add_argument(
        "--text-column", metavar="NAME", help="where a table has the text, if that is not clear"
    )
    group.add_argument(
        "--id-column",
        metavar="NAME",
        help="where a table has the ids; if nowhere, rows are counted",
    )


def add_jobs(group: Any) -> None:
    """``--jobs``, for commands that work on many articles."""
    group.add_argument(
        "--jobs", type=number, metavar="N", help="how many processes (default: one a processor)"
    )
