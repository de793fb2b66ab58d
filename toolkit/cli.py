"""The command line: ``samestory compare``, ``measure`` and ``story``.

Exit status 0: done. 1: nothing could be analysed. 2: wrong use or unreadable input. Each
failure is one line on standard error; what could be read is still analysed.
"""

import argparse
import csv
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from toolkit.article import Article
from toolkit.errors import NothingToAnalyse, ReadingError, SameStoryError, UsageError

DONE, NOTHING, WRONG = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        problems = options.run(options)
        for problem in problems:
            _complain(problem)
        sys.stdout.flush()
    except NothingToAnalyse as error:
        return _complain(error, NOTHING)
    except SameStoryError as error:
        return _complain(error)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _write_no_more()
        return DONE
    except OSError as error:  # such as a full disk
        _write_no_more()
        return _complain(f"The result cannot be written: {error.strerror}.")
    except KeyboardInterrupt:
        return _complain("Stopped.")
    return WRONG if problems else DONE


def _write_no_more() -> None:
    """Leave Python nothing to fail at when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Print articles whatever the terminal's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(problem: object, status: int = WRONG) -> int:
    line = " ".join(str(problem).split())
    print(f"samestory: {_printable(line)}", file=sys.stderr)
    return status


def _printable(line: str) -> str:
    """Control characters shown, not obeyed, by the terminal."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        _complain(f"{message}. Run `{self.prog} --help` to see how it is used.")
        raise SystemExit(WRONG)


def _parser() -> argparse.ArgumentParser:
    from toolkit import __version__

    parser = _Parser(
        prog="samestory",
        description="News articles on the same story, side by side, with evidence.",
    )
    parser.add_argument("--version", action="version", version=f"samestory {__version__}")
    commands = parser.add_subparsers(required=True, metavar="command")

    command = commands.add_parser("compare", help="hold two or more tellings against each other")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--json", action="store_true", help="print the whole comparison as JSON")
    command.set_defaults(run=_compare)

    command = commands.add_parser("measure", help="one row of measures per article")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    kind = command.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="print JSON")
    kind.add_argument("--csv", action="store_true", help="print CSV")
    command.set_defaults(run=_measure)

    command = commands.add_parser("story", help="compare the tellings in a story folder")
    command.add_argument("folder", metavar="FOLDER", help="a folder, or a shipped story")
    command.add_argument("--json", action="store_true", help="print the whole comparison as JSON")
    command.set_defaults(run=_story)
    return parser


def _compare(options: argparse.Namespace) -> list[SameStoryError]:
    if len(options.files) == 1 and options.files[0].is_dir():
        options.folder = str(options.files[0])
        return _story(options)
    if len(options.files) == 1:
        raise UsageError("One article cannot be compared.", "Name two or more files.")
    articles, problems = _read(options.files)
    return _show_comparison(articles, problems, options.json)


def _story(options: argparse.Namespace) -> list[SameStoryError]:
    from toolkit.reading import load_story

    problems: list[SameStoryError] = []
    story = load_story(options.folder, on_problem=problems.append)
    return _show_comparison(story.articles, problems, options.json, story.title)


def _measure(options: argparse.Namespace) -> list[SameStoryError]:
    from toolkit.comparison.compare import with_different_ids
    from toolkit.measures.catalogue import MEASURES, measure_all
    from toolkit.text.document import Document

    read, problems = _read(options.files)
    articles = with_different_ids(read)
    _require_words(articles, problems)
    document = Document.of(articles)
    rows = measure_all(document)
    if options.json:
        from toolkit.comparison.contract import SCHEMA_NAME, articles_record, to_json

        print(to_json({"schema": SCHEMA_NAME, "articles": articles_record(document, rows)}))
    elif options.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["id", "outlet", *(record.name for record in MEASURES)])
        for article, row in zip(articles, rows, strict=True):
            values = ["" if value != value else value for value in row.values()]
            writer.writerow([article.id, article.outlet, *values])
    else:
        from toolkit.terminal import print_measures

        print_measures([article.label for article in articles], rows)
    return problems


def _show_comparison(
    articles: Iterable[Article], problems: list[SameStoryError], as_json: bool, title: str = ""
) -> list[SameStoryError]:
    from toolkit.comparison.compare import compare

    batch = tuple(articles)
    _require_words(batch, problems)
    if len(batch) < 2:
        for problem in problems:
            _complain(problem)
        raise ReadingError(
            "Only one article could be read, and one cannot be compared.",
            "Name two or more readable files.",
        )
    comparison = compare(batch)
    if as_json:
        from toolkit.comparison.contract import comparison_record, to_json

        print(to_json(comparison_record(comparison)))
    else:
        from toolkit.terminal import print_comparison

        print_comparison(comparison, title)
    return problems


def _read(files: Sequence[Path]) -> tuple[list[Article], list[SameStoryError]]:
    from toolkit.reading import read_article

    articles: list[Article] = []
    problems: list[SameStoryError] = []
    for file in files:
        try:
            articles.append(read_article(file))
        except ReadingError as error:
            problems.append(error)
    return articles, problems


def _require_words(articles: Sequence[Article], problems: list[SameStoryError]) -> None:
    from toolkit.text.document import measured_text
    from toolkit.text.words import WORD

    if any(WORD.search(measured_text(article)) for article in articles):
        return
    for problem in problems[:-1]:
        _complain(problem)
    if problems:
        raise problems[-1]
    raise NothingToAnalyse("There is not one word in any article.", "Choose texts with words.")
