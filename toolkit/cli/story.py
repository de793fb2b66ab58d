"""``samestory story``: the tellings in a story folder, compared."""

import argparse

from toolkit.cli.arguments import Commands
from toolkit.cli.comparing import add_ways_of_showing, show_folder
from toolkit.errors import SameStoryError


def add_to(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("story", help="compare the tellings in a story folder")
    command.add_argument("folder", metavar="FOLDER", help="a folder, or a shipped story")
    add_ways_of_showing(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> list[SameStoryError]:
    """Read, compare and show; returns what could not be read."""
    return show_folder(options.folder, options)
