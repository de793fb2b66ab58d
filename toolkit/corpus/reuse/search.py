"""The whole search: from what is named on the command line to files."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from toolkit.corpus.reuse.candidates import Workplace, candidates, pack_pairs, unpack_pairs
from toolkit.corpus.reuse.clusters import Clusters
from toolkit.corpus.reuse.collection import Collection
from toolkit.corpus.reuse.copies import Matching, in_batches
from toolkit.corpus.reuse.counting import Counter
from toolkit.corpus.reuse.deciding import Deciding, Pair
from toolkit.corpus.reuse.files import Files
from toolkit.corpus.reuse.gathering import Gathering
from toolkit.corpus.reuse.output import article_line
from toolkit.corpus.reuse.runs import Runs
from toolkit.corpus.reuse.stories import stories
from toolkit.corpus.reuse.threshold import Threshold
from toolkit.corpus.run import batches_of, items_of
from toolkit.corpus.sources import Source, open_sources, survey
from toolkit.corpus.workers import Batch, default_jobs, in_order

_WORTH_A_PROCESS = 4_000_000  # bytes of input
_BYTES_A_NUMBER = 96  # a number read from a file, and what is made of it before it is let go
_PAIRS, _PAIR_BYTES = 100, 2_000_000  # decided at a time
_WORTH_PROCESSES = 1000  # pairs


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a search.

    ``pairs`` counts rows of ``out``; ``near_duplicates`` and ``stories`` count groups in
    ``articles_file``; ``crowds`` counts articles with so many variants that only pairs with the
    first are listed; ``with_words`` counts articles with at least one word.
    """

    out: Path
    articles_file: Path
    problems_file: Path
    articles: int
    with_words: int
    pairs: int
    near_duplicates: int
    stories: int
    crowds: int
    problems: int


def find_reuse(
    inputs: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    threshold: Threshold | None = None,
    n: int = 5,
    days: int = 7,
    all_pairs: bool = False,
    text_column: str | None = None,
    id_column: str | None = None,
    jobs: int | None = None,
    memory: int = 300,
) -> Found:
    """Write every pair of articles that share enough word ``n``-grams to ``out``, with passages.

    ``inputs`` are what :func:`toolkit.measure_corpus` takes; ``out`` ends in ``.csv``, ``.jsonl``
    or ``.parquet``. The pairs are exactly those whose Jaccard coefficient or containment, as
    :func:`~toolkit.comparison.copying.passages.overlap` says, reaches the ``threshold`` (without
    one, a Jaccard coefficient of 0.5), with two exceptions. An article with the very same words
    as an earlier one is in one pair, with the first such, and only that one is in pairs with
    others.
    The same goes for the variants in a crowd, more than 200 articles that are nearly one text
    (:mod:`toolkit.corpus.reuse.crowds`), unless ``all_pairs`` are asked for.

    Beside it, in ``NAME.articles`` with the same ending, stands a row for each article: which it
    is a copy or a variant of, which group of near-duplicates it is in (articles connected by
    pairs, over others too), and which story (:mod:`toolkit.corpus.reuse.stories`; articles dated
    more than ``days`` apart are not joined directly). What cannot be read is in
    ``OUT.problems.jsonl``.

    ``memory`` is about how many megabytes the numbers that are sorted may take; all else goes to
    temporary files beside ``out``, some five times the size of the text. The files' bytes depend
    neither on that nor on ``jobs``, the number of processes. Nothing is there before all is done.

    Raises :class:`~toolkit.errors.SameStoryError` where an input is missing or unsuitable, and
    where a file is there already.
    """
    inputs = [inputs] if isinstance(inputs, str | Path) else inputs
    out = Path(out)
    threshold = threshold or Threshold("jaccard", 0.5)
    files = Files(out)
    sources = open_sources(inputs, text_column, id_column)
    size = survey(sources).size
    jobs = jobs or (default_jobs() if size > _WORTH_A_PROCESS else 1)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as folder:
        place = Workplace(Path(folder), memory * 1_000_000 // _BYTES_A_NUMBER)
        collection = Collection(place)
        with files.opened(Path(folder)):
            _gather(collection, sources, size, Gathering(n), jobs, files)
            leave_out_copies(collection, jobs, files)
            promising = promising_pairs(collection, threshold, place, all_pairs)
            work = Deciding(collection.shelf.path, threshold, n, files.layout)
            near_duplicates = _decide(collection, promising, work, jobs, files)
            story = _stories(collection, days, place)
            first_of = (collection.copy_of + 1, collection.variant_of + 1)
            groups = np.stack([*first_of, near_duplicates, story], axis=1).tolist()
            counts = collection.n_words.tolist()
            for k, article in enumerate(collection.shelf):
                files.articles.add(article_line(k, article, counts[k], groups[k], files.layout))
        with_words = int((collection.n_words > 0).sum())
        files.put_in_place(with_rows=with_words > 0)
    return Found(
        out=out,
        articles_file=files.articles.out,
        problems_file=files.problems.out,
        articles=len(collection),
        with_words=with_words,
        pairs=files.pairs.lines,
        near_duplicates=int(near_duplicates.max(initial=0)),
        stories=int(story.max(initial=0)),
        crowds=len(np.unique(collection.variant_of[collection.variant_of >= 0])),
        problems=files.problems.lines,
    )


def _gather(
    collection: Collection,
    sources: Sequence[Source],
    size: int,
    work: Gathering,
    jobs: int,
    files: Files,
) -> None:
    """Read all articles."""
    from tqdm import tqdm

    with (
        tqdm(desc="reading", total=size, unit="B", unit_scale=True, disable=None) as bar,
        closing(in_order(batches_of(items_of(sources)), work, jobs)) as done,
    ):
        for batch, gathered in done:
            collection.add(gathered)
            for problem in gathered.problems:
                files.problems.add(problem)
            bar.set_postfix_str(f"{len(collection):,} articles", refresh=False)
            bar.update(batch.position - bar.n)
    collection.finish()


def leave_out_copies(collection: Collection, jobs: int, files: Files | None = None) -> None:
    """Tell which articles are copies of earlier ones."""
    groups = collection.alike()
    jobs = jobs if sum(len(group.numbers) for group in groups) > _WORTH_PROCESSES else 1
    with closing(in_order(in_batches(groups), Matching(collection.shelf.path), jobs)) as done:
        for _, copies in done:
            collection.leave_out(copies.found)
            if files:
                for problem in copies.problems:
                    files.problems.add(problem)


def promising_pairs(
    collection: Collection, threshold: Threshold, place: Workplace, all_pairs: bool = False
) -> Runs:
    """Pairs that share enough hashes, and each copy and each variant with its first; packed."""
    sizes, kept = collection.sizes, collection.kept
    with _shares("searching") as step:
        sieve, chosen = collection.sieved(threshold, all_pairs)
        searching = replace(place, step=step)
        pairs = candidates(sieve, chosen, kept, sizes, threshold, searching)
        sieve.close()
    found = place.runs("promising")
    for first_of in (collection.copy_of, collection.variant_of):
        others = np.flatnonzero(first_of >= 0)
        found.add(pack_pairs(first_of[others], others))
    counter = Counter(collection.sets, kept, sizes, threshold)
    with _shares("counting") as step:
        done = 0
        for part in pairs.slices():
            for small, large in counter.promising(np.unique(part)):
                found.add(pack_pairs(np.minimum(small, large), np.maximum(small, large)))
            done += len(part)
            step(done / len(pairs))
    pairs.close()
    collection.sets.close()
    return found


def _decide(
    collection: Collection, promising: Runs, work: Deciding, jobs: int, files: Files
) -> np.ndarray:
    """Write the pairs that reach the threshold; returns the group of each article, 0 for none."""
    from tqdm import tqdm

    clusters = Clusters(len(collection))
    jobs = jobs if len(promising) > _WORTH_PROCESSES else 1
    with (
        tqdm(desc="comparing", total=len(promising), unit="pair", disable=None) as bar,
        closing(in_order(pair_batches(collection, promising), work, jobs)) as done,
    ):
        for batch, decided in done:
            for a, b in decided.pairs:
                clusters.connect(a, b)
            for line in decided.lines:
                files.pairs.add(line)
            for problem in decided.problems:
                files.problems.add(problem)
            bar.update(batch.position - bar.n)
    promising.close()
    return clusters.numbers()


def pair_batches(collection: Collection, promising: Runs) -> Iterator[Batch]:
    """Pairs in bounded batches, in the order of the input."""
    shelf = collection.shelf
    held: list[Pair] = []
    size = position = 0
    for part in promising.slices():
        for a, b in zip(*(side.tolist() for side in unpack_pairs(part)), strict=True):
            pair = Pair(a, b, shelf.place(a), shelf.place(b))
            new = pair.place_b.size + (pair.place_a.size if not held or held[-1].a != a else 0)
            if held and (len(held) == _PAIRS or size + new > _PAIR_BYTES):
                yield Batch(tuple(held), position)
                held, size = [], pair.place_a.size
            held.append(pair)
            size += new
            position += 1
    if held:
        yield Batch(tuple(held), position)


def _stories(collection: Collection, days: int, place: Workplace) -> np.ndarray:
    """The number of each article's story, 0 for none."""
    numbers = np.zeros(len(collection), np.int64)
    for number, group in enumerate(stories(collection.words, collection.days, days, place), 1):
        numbers[group] = number
    return numbers


@contextmanager
def _shares(what: str) -> Iterator:
    """A bar that is told how far one has come, from 0 to 1."""
    from tqdm import tqdm

    with tqdm(
        desc=what, total=1, bar_format="{l_bar}{bar}| {elapsed}<{remaining}", disable=None
    ) as bar:
        yield lambda share: bar.update(share - bar.n)
