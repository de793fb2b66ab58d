"""Speed counts for nothing if the numbers differ: the checks that stand beside every speed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Check:
    """``compared`` things were looked at and ``wrong`` of them were not as they must be.

    ``what`` names the things; ``note`` adds what is known besides.
    """

    what: str
    compared: int
    wrong: int
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether something was compared and nothing was wrong."""
        return self.compared > 0 and self.wrong == 0

    def __str__(self) -> str:
        return f"{self.wrong:,} of {self.compared:,} {self.what}{self.note}"


def equal_numbers(ours: Sequence[np.ndarray], theirs: Sequence[np.ndarray], what: str) -> Check:
    """Compare to the last bit, article by article; where shapes differ, all numbers are wrong.

    >>> str(equal_numbers([np.array([1.0, 2.0])], [np.array([1.0, 2.5])], "numbers differ"))
    '1 of 2 numbers differ'
    """
    compared = wrong = 0
    for mine, other in zip(ours, theirs, strict=True):
        compared += other.size
        wrong += other.size if mine.shape != other.shape else int(np.sum(mine != other))
    return Check(what, compared, wrong)


def where_both_agree(
    ours: Sequence[np.ndarray], one: Sequence[np.ndarray], other: Sequence[np.ndarray]
) -> Check:
    """Two libraries are two functions: where they give the same scores, ours must be these.

    Arrays (sentences, 4) for each text. The note says how often the two differ.

    >>> nltk, authors = np.array([[0.1], [0.2]]), np.array([[0.1], [0.3]])
    >>> str(where_both_agree([nltk], [nltk], [authors]))
    '0 of 1 sentences on which both agree differ; NLTK and vaderSentiment differ on 50.0%'
    """
    mine, first, second = (np.concatenate(list(part)) for part in (ours, one, other))
    agree = (first == second).all(axis=1)
    wrong = int((mine[agree] != first[agree]).any(axis=1).sum())
    note = f"; NLTK and vaderSentiment differ on {100 * (1 - agree.mean()):.1f}%"
    return Check("sentences on which both agree differ", int(agree.sum()), wrong, note)


def nothing_lost(
    texts: Sequence[str],
    ours: Sequence[Sequence[tuple[int, int]]],
    theirs: Sequence[Sequence[tuple[int, int]]],
) -> Check:
    """Every character that is not blank stands in exactly one sentence.

    Two ways of finding sentences are not the same function, so the note says how far they
    agree: F1 of the places where sentences end.
    """
    compared = wrong = both = mine = others = 0
    for text, spans, peer in zip(texts, ours, theirs, strict=True):
        covered = np.zeros(len(text), np.int64)
        for start, end in spans:
            covered[start:end] += 1
        written = np.array([not character.isspace() for character in text], bool)
        compared += int(written.sum())
        wrong += int((covered[written] != 1).sum())
        ends, peer_ends = {end for _, end in spans}, {end for _, end in peer}
        both += len(ends & peer_ends)
        mine += len(ends)
        others += len(peer_ends)
    agreement = 2 * both / (mine + others) if mine + others else float("nan")
    note = f"; ends agree with Punkt's at F1 {agreement:.3f}"
    return Check("letters lost or doubled", compared, wrong, note)
