"""``samestory reuse``: which articles of a corpus share text, and which tell one story."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.arguments import Commands, add_columns, add_jobs, number, share
from toolkit.cli.speaking import DONE, complain
from toolkit.errors import NothingToAnalyse, ReadingError, SameStoryError

if TYPE_CHECKING:
    from toolkit.corpus.reuse import Found


def add_to(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("reuse", help="all pairs in a corpus that share text")
    command.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="CORPUS",
        help="folders of texts, .jsonl, .csv (either may be .gz), .parquet, texts",
    )
    command.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        required=True,
        help="write the pairs to this .csv, .jsonl or .parquet, and all articles with their "
        "groups to FILE.articles with the same ending",
    )
    least = command.add_mutually_exclusive_group()
    least.add_argument(
        "--jaccard",
        type=share,
        metavar="SHARE",
        help="the least share that a pair has in common of all it has (default: 0.5)",
    )
    least.add_argument(
        "--containment",
        type=share,
        metavar="SHARE",
        help="instead: the least share of one article that is in the other",
    )
    command.add_argument(
        "--words",
        type=number,
        metavar="N",
        default=5,
        help="what is shared is counted in runs of N words (default: 5)",
    )
    command.add_argument(
        "--days",
        type=number,
        metavar="N",
        default=7,
        help="articles dated further apart do not tell one story (default: 7)",
    )
    command.add_argument(
        "--all-pairs",
        action="store_true",
        help="write every pair of more than 200 articles that are nearly one text too, and not "
        "only those with the first of them",
    )
    add_columns(command)
    add_jobs(command)
    command.add_argument(
        "--memory",
        type=number,
        metavar="MB",
        default=300,
        help="about how much to sort in memory; the rest goes to temporary files (default: 300)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> list[SameStoryError]:
    """Search and write; returns what could not be read."""
    from toolkit.corpus.reuse import Threshold, find_reuse

    if options.containment is not None:
        threshold = Threshold("containment", options.containment)
    else:
        threshold = Threshold("jaccard", 0.5 if options.jaccard is None else options.jaccard)
    found = find_reuse(
        options.inputs,
        options.out,
        threshold=threshold,
        n=options.words,
        days=options.days,
        all_pairs=options.all_pairs,
        text_column=options.text_column,
        id_column=options.id_column,
        jobs=options.jobs,
        memory=options.memory,
    )
    problems = f"{found.problems:,} could not be read: see {found.problems_file}."
    if not found.with_words:
        raise NothingToAnalyse(
            "There is not one word in any article.",
            problems if found.problems else "Choose texts with words.",
        )
    written = _written(found)
    if found.problems:
        return [ReadingError(written, problems)]
    complain(written, DONE)
    return []


def _written(found: "Found") -> str:
    crowds = (
        f" Texts with more than 200 variants: {found.crowds:,}, of which only pairs with the first "
        "are written; --all-pairs writes all."
    )
    return (
        f"{found.articles:,} articles. Pairs that share text: {found.pairs:,}, in {found.out}. "
        f"Groups of near-duplicates: {found.near_duplicates:,}, and stories told more than once: "
        f"{found.stories:,}, in {found.articles_file}.{crowds if found.crowds else ''}"
    )
