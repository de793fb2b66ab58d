"""Tellings compared and shown: what ``compare`` and ``story`` have in common."""

import argparse
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.article import Story
from toolkit.cli.articles import require_words
from toolkit.cli.speaking import DONE, complain
from toolkit.errors import ReadingError, SameStoryError, UsageError

if TYPE_CHECKING:
    from toolkit.comparison.compare import Comparison


def add_ways_of_showing(command: argparse.ArgumentParser) -> None:
    """Add the options that say what becomes of the comparison."""
    kind = command.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="print the whole comparison as JSON")
    kind.add_argument(
        "--html", type=Path, metavar="FILE", help="write a report to this file, to read and print"
    )
    command.add_argument(
        "--blind", action="store_true", help="call the outlets A, B, C, whoever they are"
    )


def show_folder(folder: str, options: argparse.Namespace) -> list[SameStoryError]:
    """Compare the tellings of a story folder; returns what could not be read."""
    from toolkit.reading import load_story

    problems: list[SameStoryError] = []
    story = load_story(folder, on_problem=problems.append)
    return show(story, problems, options)


def show(
    story: Story, problems: list[SameStoryError], options: argparse.Namespace
) -> list[SameStoryError]:
    """Compare and print in the way that ``options`` ask for; returns ``problems``."""
    from toolkit.comparison.compare import compare

    require_words(story.articles, problems)
    if len(story) < 2:
        for problem in problems[:-1]:
            complain(problem)
        if problems:  # they are the reason, and one line each is enough
            raise problems[-1]
        raise ReadingError(
            "There is only one article, and one cannot be compared.", "Add a second one."
        )
    if options.blind:
        story = story.blinded()
    comparison = compare(story)
    if options.json:
        from toolkit.comparison.contract import comparison_record, to_json

        print(to_json(comparison_record(comparison)))
    elif options.html:
        _write_report(comparison, story, options.html)
    else:
        from toolkit.terminal import print_comparison

        print_comparison(comparison, story.title)
    return problems


def _write_report(comparison: "Comparison", story: Story, file: Path) -> None:
    from toolkit import __version__
    from toolkit.report import report_html

    page = report_html(
        comparison, title=story.title, about=story.about, made=today(), version=__version__
    )
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        unfinished.write_text(page, encoding="utf-8", newline="\n")
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UsageError(
            f"The report cannot be written to {file}: {error.strerror}.", "Name another file."
        ) from error
    complain(f"Report written to {file}.", DONE)


def today() -> str:
    """Today's date; that of SOURCE_DATE_EPOCH where a build asks for the same bytes every day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime(
        "%Y-%m-%d", time.gmtime(int(epoch)) if epoch.isdecimal() else time.localtime()
    )
