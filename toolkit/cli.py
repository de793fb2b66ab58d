"""The command line: ``samestory compare``, ``measure`` and ``story``.

Exit status 0: done. 1: nothing could be analysed. 2: wrong use or unreadable input. Each
failure is one line on standard error; what could be read is still analysed.
"""

import argparse
import csv
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

from toolkit.article import Article
from toolkit.errors import NothingToAnalyse, ReadingError, SameStoryError, UsageError

DONE, NOTHING, WRONG = 0, 1, 2
_MANY_FILES = 50


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
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(problem: object, status: int = WRONG) -> int:
    line = " ".join(str(problem).split())
    print(f"samestory: {_printable(line)}", file=sys.stderr)
    return status


def _printable(line: str) -> str:
    """Control characters shown, not obeyed, by the terminal."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",")]


def _number(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 1")
    return int(value)


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
    command.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help="texts; with --out also folders of texts, .jsonl, .csv (either may be .gz), .parquet",
    )
    kind = command.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="print JSON")
    kind.add_argument("--csv", action="store_true", help="print CSV")
    kind.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="write the rows to this .csv, .jsonl or .parquet, however many there are",
    )
    corpus = command.add_argument_group("with --out")
    corpus.add_argument(
        "--measures", type=_names, metavar="NAME,...", help="only these measures or families"
    )
    corpus.add_argument(
        "--text-column", metavar="NAME", help="where a table has the text, if that is not clear"
    )
    corpus.add_argument(
        "--id-column",
        metavar="NAME",
        help="where a table has the ids; if nowhere, rows are counted",
    )
    corpus.add_argument(
        "--jobs", type=_number, metavar="N", help="how many processes (default: one a processor)"
    )
    corpus.add_argument(
        "--resume",
        action="store_true",
        help="go on with a run that was ended, as the same command does without this, "
        "and do nothing if FILE is complete",
    )
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
    if options.out is not None:
        return _measure_corpus(options)
    for option in ("measures", "text_column", "id_column", "jobs", "resume"):
        if getattr(options, option):
            raise UsageError(f"--{option.replace('_', '-')} needs a file to write.", "Add --out.")

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


def _measure_corpus(options: argparse.Namespace) -> list[SameStoryError]:
    from toolkit.corpus import measure_corpus

    out = options.out
    if options.resume and out.exists() and not out.with_name(f"{out.name}.journal").exists():
        _complain(f"{out} is there already, and there is no unfinished run to go on with.", DONE)
        return []
    try:
        summary = measure_corpus(
            options.files,
            out,
            measures=options.measures,
            text_column=options.text_column,
            id_column=options.id_column,
            jobs=options.jobs,
        )
    except KeyboardInterrupt:
        raise UsageError("Stopped.", "The same command goes on from here.") from None
    problems = f"{summary.problems:,} could not be read: see {summary.problems_file}."
    if not summary.with_words:
        raise NothingToAnalyse(
            "There is not one word in any article.",
            problems if summary.problems else "Choose texts with words.",
        )
    written = f"{summary.rows:,} articles measured in {out}."
    if summary.problems:
        return [ReadingError(written, problems)]
    _complain(written, DONE)
    return []


def _show_comparison(
    articles: Iterable[Article], problems: list[SameStoryError], as_json: bool, title: str = ""
) -> list[SameStoryError]:
    from toolkit.comparison.compare import compare

    batch = tuple(articles)
    _require_words(batch, problems)
    if len(batch) < 2:
        for problem in problems[:-1]:
            _complain(problem)
        if problems:  # they are the reason, and one line each is enough
            raise problems[-1]
        raise ReadingError(
            "There is only one article, and one cannot be compared.", "Add a second one."
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
    for file in _with_bar(files):
        try:
            articles.append(read_article(file))
        except ReadingError as error:
            problems.append(error)
    return articles, problems


def _with_bar(files: Sequence[Path]) -> Iterable[Path]:
    """The files, with a progress bar where they are many and somebody is watching."""
    if len(files) < _MANY_FILES:
        return files
    from tqdm import tqdm

    return tqdm(files, unit="file", desc="reading", disable=None, leave=False)


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
