"""``samestory compare``: two or more tellings held against each other."""

import argparse
from pathlib import Path

from toolkit.article import Story
from toolkit.cli.arguments import Commands
from toolkit.cli.articles import read
from toolkit.cli.comparing import add_ways_of_showing, show, show_folder
from toolkit.errors import SameStoryError, UsageError


def add_to(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("compare", help="hold two or more tellings against each other")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add_ways_of_showing(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> list[SameStoryError]:
    """Read, compare and show; returns what could not be read."""
    if len(options.files) > 1:
        articles, problems = read(options.files)
        return show(Story("", "", tuple(articles)), problems, options)
    if options.files[0].is_dir():
        return show_folder(str(options.files[0]), options)
    raise UsageError("One article cannot be compared.", "Name two or more files.")
