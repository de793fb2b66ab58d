"""``samestory measure``: a row of measures per article, of a few articles or of a corpus."""

import argparse
import csv
import sys
from pathlib import Path

from toolkit.cli.arguments import Commands, add_columns, add_jobs, names
from toolkit.cli.articles import read, require_words
from toolkit.cli.speaking import DONE, complain
from toolkit.errors import NothingToAnalyse, ReadingError, SameStoryError, UsageError


def add_to(commands: Commands) -> None:
    """Add the command to the parser."""
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
        "--measures", type=names, metavar="NAME,...", help="only these measures or families"
    )
    add_columns(corpus)
    add_jobs(corpus)
    corpus.add_argument(
        "--resume",
        action="store_true",
        help="go on with a run that was ended, as the same command does without this, "
        "and do nothing if FILE is complete",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> list[SameStoryError]:
    """Measure and show; returns what could not be read."""
    if options.out is not None:
        return _measure_corpus(options)
    for option in ("measures", "text_column", "id_column", "jobs", "resume"):
        if getattr(options, option):
            raise UsageError(f"--{option.replace('_', '-')} needs a file to write.", "Add --out.")

    from toolkit.article import with_different_ids
    from toolkit.measures.catalogue import MEASURES, measure_all
    from toolkit.text.document import Document

    found, problems = read(options.files)
    articles = with_different_ids(found)
    require_words(articles, problems)
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
        complain(f"{out} is there already, and there is no unfinished run to go on with.", DONE)
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
    complain(written, DONE)
    return []
