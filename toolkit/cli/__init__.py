"""The command line: ``samestory compare``, ``story``, ``measure`` and ``reuse``.

Each command has a module with two functions: ``add_to`` says how it is used, ``run`` does it.
Exit status 0: done. 1: nothing could be analysed. 2: wrong use or unreadable input. Each
failure is one line on standard error; what could be read is still analysed.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from toolkit.cli import compare, measure, reuse, story
from toolkit.cli.arguments import Parser
from toolkit.cli.speaking import DONE, NOTHING, WRONG, complain, speak_utf8, write_no_more
from toolkit.errors import NothingToAnalyse, SameStoryError

_COMMANDS = (compare, story, measure, reuse)
_RARELY = 100_000  # objects made between two searches for those that can go


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status.

    Without ``arguments``, those of the process, which then is for this command alone.
    """
    if arguments is not None:
        return _run(arguments)
    # A tenth of a second less: no threads for matrix products, which numpy else starts on being
    # imported, and few searches for memory to free, none of them at the end, when all of it goes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(_RARELY)
    try:
        return _run(arguments)
    finally:
        gc.freeze()


def _run(arguments: Sequence[str] | None) -> int:
    speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        problems = options.run(options)
        for problem in problems:
            complain(problem)
        sys.stdout.flush()
    except NothingToAnalyse as error:
        return complain(error, NOTHING)
    except SameStoryError as error:
        return complain(error)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        write_no_more()
        return DONE
    except OSError as error:  # such as a full disk
        write_no_more()
        return complain(f"The result cannot be written: {error.strerror}.")
    except KeyboardInterrupt:
        return complain("Stopped.")
    return WRONG if problems else DONE


def _parser() -> argparse.ArgumentParser:
    from toolkit import __version__

    parser = Parser(
        prog="samestory",
        description="News articles on the same story, side by side, with evidence.",
    )
    parser.add_argument("--version", action="version", version=f"samestory {__version__}")
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in _COMMANDS:
        command.add_to(commands)
    return parser
