"""``python -m benchmarks.validity``: hold the measures against people, write what came out."""

import sys

from tqdm import tqdm

from benchmarks import DOCS, peers
from benchmarks.validity import (
    fit_difficulty,
    fit_links,
    frames,
    gold,
    links,
    loaded,
    page,
    reading_level,
    sentence_ends,
    target_tone,
    tone,
)
from benchmarks.validity.result import Part
from toolkit.measures import validity


def parts() -> list[Part]:
    """All comparisons, in the order of the page."""
    with peers.opened() as others:
        work = (
            lambda: reading_level.onestop(others),
            lambda: reading_level.clear(others),
            lambda: reading_level.clear(others, "Info"),
            fit_difficulty.part,
            lambda: tone.sentences(others),
            tone.towards_a_person,
            target_tone.towards_a_name,
            loaded.wording,
            frames.articles,
            sentence_ends.gum,
            sentence_ends.golden_rules,
            links.spliced,
            links.packs,
            fit_links.part,
        )
        with tqdm(work, "comparing", unit="set") as bar:
            return [one() for one in bar]


def main() -> int:
    """Measure, print and write; 2 where the sets are not here."""
    try:
        gold.require()
        found = parts()
    except gold.NoGold as error:
        print(f"benchmarks.validity: {error}", file=sys.stderr)
        return 2
    print_rows(found)
    validity.FILE.write_text(page.records_json(found), encoding="utf-8", newline="\n")
    (DOCS / "validity.md").write_text(page.page(found), encoding="utf-8", newline="\n")
    print("Written to docs/validity.md and toolkit/measures/validity.json.")
    return 0


def print_rows(found: list[Part]) -> None:
    """All figures as one table on the screen."""
    from rich.console import Console
    from rich.table import Table

    table = Table("what", "value", "items", "where from")
    for part in found:
        table.add_section()
        table.add_row(f"[bold]{part.title}", "", "", "")
        for row in part.rows:
            table.add_row(row.who, page.number(row.score.value), f"{row.score.items:,}", row.source)
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
