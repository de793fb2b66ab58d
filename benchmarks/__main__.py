"""``python -m benchmarks``: measure speed, print it, write ``docs/performance.md``."""

import argparse
import sys
from collections.abc import Sequence

from tqdm import tqdm

from benchmarks import DOCS, corpus, figure, peers, report, reuse, scale, speeds, starting
from toolkit.text.tokens import Vocabulary, tokenise

SIZES = (1_000, 10_000, 100_000)  # of a corpus that grows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurements; 0 if every check passed, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, metavar="N", help="default 10000")
    parser.add_argument(
        "--quick", action="store_true", help="500 articles, prints and writes nothing"
    )
    options = parser.parse_args(arguments)
    if options.articles < 1:
        parser.error("--articles must be 1 or more.")
    count = min(options.articles, 500) if options.quick else options.articles
    results = measure(count, rounds=5, sampled=20 if options.quick else 100)
    report.print_tables(results)
    if not results.passed:
        print("A check failed: the numbers differ, so nothing was written.", file=sys.stderr)
        return 1
    if not options.quick:
        figure.draw(results.curves, DOCS / "performance.svg")
        (DOCS / "performance.md").write_text(report.page(results), encoding="utf-8", newline="\n")
        print("Written to docs/performance.md and docs/performance.svg.")
    return 0


def measure(count: int, rounds: int, sampled: int) -> report.Results:
    """Everything there is to measure, on ``count`` articles."""
    texts = list(tqdm(corpus.articles(count), "making articles", count, unit="article"))
    sample = speeds.Sample.of(texts, sampled)
    distinct = Vocabulary()
    tokenise(texts, distinct)
    runs = speeds.steps(count, rounds) + 6 * rounds
    with peers.opened() as others, tqdm(total=runs, desc="measuring", unit="run") as progress:
        found, curves = speeds.measure_speeds(texts, sample, others, rounds, progress)
        started = starting.starts(rounds, progress)
    return report.Results(
        articles=count,
        sampled=len(sample.texts),
        megabytes=speeds.megabytes(texts),
        distinct=len(distinct),
        rounds=rounds,
        speeds=found,
        curves=curves,
        starts=started,
        comparison=starting.comparison_time(rounds),
        scales=scale.scales([size for size in SIZES if size <= 10 * count] or [count]),
        reuse=reuse.measure(count, [size for size in reuse.GROWTH if size <= 10 * count]),
    )


if __name__ == "__main__":
    sys.exit(main())
