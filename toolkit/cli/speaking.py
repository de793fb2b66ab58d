"""What the command line says beside its result: one line a problem, on standard error."""

import os
import sys
from io import TextIOWrapper

DONE, NOTHING, WRONG = 0, 1, 2
"""Exit statuses: done; nothing could be analysed; wrong use or unreadable input."""


def speak_utf8() -> None:
    """Print articles whatever the terminal's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(problem: object, status: int = WRONG) -> int:
    """Say it in one line; returns the exit status it is given."""
    line = " ".join(str(problem).split())
    print(f"samestory: {_printable(line)}", file=sys.stderr)
    return status


def write_no_more() -> None:
    """Leave Python nothing to fail at when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _printable(line: str) -> str:
    """Control characters shown, not obeyed, by the terminal."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)
