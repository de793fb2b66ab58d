"""A run: neighbouring words that share one fate in another text."""

from dataclasses import dataclass

from toolkit.article import Passage

KINDS = ("kept", "replaced", "deleted", "inserted", "moved")
TRIVIAL = frozenset({"case", "typography", "punctuation", "spelling", "numeral"})


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with one fate. ``a`` or ``b`` is ``None`` where a side has nothing.

    ``kind`` is one of :data:`KINDS`. A ``kept`` run has the same words on both sides; a
    ``replaced`` run is a *slot*: what one telling has at a place where the other has something
    else. ``deleted`` words stand only in A, ``inserted`` ones only in B; ``moved`` words stand
    in both, at another place. ``difference`` says how the two sides differ:

    - ``""``: letter for letter the same;
    - ``case``, ``typography`` (curly or straight quotes, hyphens, dashes), ``punctuation``,
      ``spelling`` (*defence*, *defense*; *no-one*, *no one*), ``numeral`` (*three*, *3*);
    - ``form``: the same word in another form (*reject*, *rejected*; *deploy*, *deployment*;
      *hadn't*, *had not*);
    - ``small words``: only articles, prepositions and the like;
    - ``wording``: other words, or words that only one of them has.

    ``n_a`` and ``n_b`` count words; a run of marks, as in ``punctuation``, has none.
    """

    kind: str
    difference: str
    a: Passage | None
    b: Passage | None
    n_a: int
    n_b: int

    @property
    def trivial(self) -> bool:
        """Whether it is a matter of style sheets: case, marks, spelling, figures."""
        return self.difference in TRIVIAL
