"""The same-slot wording table: what one telling says at a place where the other says otherwise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.article import Passage
from toolkit.comparison.links.alignment import Link
from toolkit.comparison.words.differences import WordDifferences, all_differences
from toolkit.comparison.words.run import TRIVIAL, Run
from toolkit.text.document import Document

LEAST_KEPT = 0.15
LONGEST = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """Two wordings at the same place of two linked sentences.

    ``difference`` is as in :class:`~toolkit.comparison.words.run.Run`, or ``added`` where one
    side has words more than the other: there both passages hold the kept word beside them.
    """

    a: Passage
    b: Passage
    difference: str

    @property
    def trivial(self) -> bool:
        """Whether it is a matter of style sheets: spelling, figures."""
        return self.difference in TRIVIAL


def wording(
    document: Document,
    a: int,
    b: int,
    links: Iterable[Link],
    *,
    every: bool = False,
    added: int = 0,
) -> tuple[Slot, ...]:
    """All slots of all links between articles ``a`` and ``b``, in order of ``a``.

    Left out are links that keep less than 15% of the words of their longer side, where places
    are guesses, and slots of more than twelve words. Only slots that differ in wording, unless
    ``every`` one is asked for: other forms of one word, small words, trivial differences.
    ``added``: also additions of up to so many words, as in *ruled out*, *firmly ruled out*.

    >>> document = Document.of_texts(["The bridge will open in May.", "The bridge could open."])
    >>> (slot,) = wording(document, 0, 1, [Link((0,), (0,), "reworded", 0.5)])
    >>> [document.articles[k].words_of(side) for k, side in enumerate((slot.a, slot.b))]
    ['will', 'could']
    """
    texts = document.articles[a].text, document.articles[b].text
    found = [
        slot
        for differences in all_differences(document, a, b, links)
        if differences.share_kept >= LEAST_KEPT
        for slot in _slots(texts, differences, added)
        if every or slot.difference in ("wording", "added")
    ]
    return tuple(sorted(found, key=lambda slot: (slot.a.start, slot.b.start)))


def _slots(texts: tuple[str, str], differences: WordDifferences, added: int) -> Iterator[Slot]:
    runs = [run for run in differences.runs if run.n_a or run.n_b]
    for k, run in enumerate(runs):
        if run.kind == "replaced":
            if max(run.n_a, run.n_b) <= LONGEST:
                yield Slot(*_both(run), run.difference)
        elif run.n_a + run.n_b <= added and run.difference == "wording":
            after = runs[k + 1] if k + 1 < len(runs) else None
            before = runs[k - 1] if k else None
            if after is not None and _same(after):
                beside = [_first_word(*row) for row in zip(texts, _both(after), strict=True)]
            elif before is not None and _same(before):
                beside = [_last_word(*row) for row in zip(texts, _both(before), strict=True)]
            else:
                continue
            yield Slot(_joined(run.a, beside[0]), _joined(run.b, beside[1]), "added")


def _same(run: Run) -> bool:
    return run.kind == "kept" or (run.kind == "replaced" and run.trivial)


def _both(run: Run) -> tuple[Passage, Passage]:
    assert run.a is not None
    assert run.b is not None
    return run.a, run.b


def _first_word(text: str, passage: Passage) -> Passage:
    words = text[passage.start : passage.end].split(maxsplit=1)
    return Passage(passage.article, passage.start, passage.start + len(words[0]))


def _last_word(text: str, passage: Passage) -> Passage:
    words = text[passage.start : passage.end].rsplit(maxsplit=1)
    return Passage(passage.article, passage.end - len(words[-1]), passage.end)


def _joined(added: Passage | None, beside: Passage) -> Passage:
    if added is None:
        return beside
    start, end = min(added.start, beside.start), max(added.end, beside.end)
    return Passage(beside.article, start, end)
