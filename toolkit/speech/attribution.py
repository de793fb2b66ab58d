"""What an article says that somebody said: the values that quote and voice ledgers are made of."""

from dataclasses import dataclass

from toolkit.article import Passage

SPEAKER_KINDS = ("named", "role", "pronoun", "unnamed", "unresolved")
VERB_KINDS = ("neutral", "assertive", "doubtful", "emotive")
SOURCES = ("direct", "indirect", "scare", "title")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is speaking, as far as the article lets it be known.

    ``name`` is the fullest form the article gives of the person or body ("Emmanuel Macron"), the
    words of the mention where nobody is named ("the French leader", "two officials"), and "" where
    nothing says who it is. ``kind`` says how the mention is made (one of :data:`SPEAKER_KINDS`);
    ``mention`` is the mention beside the cue ("he"); ``evidence`` is where the name was taken from.
    """

    name: str = ""
    kind: str = "unresolved"
    mention: Passage | None = None
    evidence: Passage | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of an article that is somebody's words, or what somebody is reported to have said.

    - ``passage``: the whole stretch; of a direct quote with its marks.
    - ``parts``: the words inside the marks (one passage per paragraph of a long quote); of
      indirect speech, the reported clause.
    - ``source``: ``direct`` or ``indirect`` speech; ``scare`` quotes and ``title`` of a work are
      words in marks that nobody is said to have spoken.
    - ``verb``: the reporting verb or other cue ("said", "according to"), if there is one, and
      ``verb_kind`` what it implies (one of :data:`VERB_KINDS`, or "").
    - ``flags``: what was odd about it (``unclosed``, ``repeated-opener``, ``nested`` ...).
    """

    passage: Passage
    parts: tuple[Passage, ...]
    source: str
    speaker: Speaker = Speaker()
    verb: Passage | None = None
    verb_kind: str = ""
    flags: tuple[str, ...] = ()
