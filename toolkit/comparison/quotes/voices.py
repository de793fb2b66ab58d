"""The voices ledger: who is heard in each telling, how much, how early and with which verbs.

A voice is a person or a body. Its name may differ from telling to telling ("Mr Trump", "Donald
Trump"); who is not named is a voice of that description ("two officials"), and what nobody can
be found for is one voice called "". Words in quotation marks are *quoted*; those of indirect
speech *paraphrased*.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from toolkit.article import Article, Passage
from toolkit.comparison.quotes.speakers import name_parts, same_name
from toolkit.speech.attribution import Attribution, Speaker
from toolkit.text.document import Document


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A cue that a telling uses of a voice, what kind it is, and every place where it does."""

    words: str
    kind: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What one telling has of one voice.

    - ``quotes`` and ``paraphrases``: the passages of its direct and indirect speech.
    - ``quoted_words`` and ``paraphrased_words``: how many words they hold; a quote within a
      paraphrase counts as quoted only.
    - ``share``: its words among those of all voices of the telling, 0 to 1; NaN if there are none.
    - ``first``: how far into the telling it is first heard, 0 (first word) to 1 (last).
    - ``verbs``: the verbs and other cues used of it, the most frequent first.
    """

    quotes: tuple[Passage, ...]
    paraphrases: tuple[Passage, ...]
    quoted_words: int
    paraphrased_words: int
    share: float
    first: float
    verbs: tuple[ReportingVerb, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Quotes and paraphrases in text order."""
        return tuple(sorted(self.quotes + self.paraphrases, key=lambda p: (p.start, p.end)))


@dataclass(frozen=True, slots=True)
class Voice:
    """A person or body who is heard: the fullest name, and what each telling has of it.

    ``kind`` is ``named``, ``anonymous`` (described, but not by name) or ``unresolved``.
    ``names`` are all the names it goes by; ``tellings`` has ``None`` where it is not heard.
    """

    name: str
    kind: str
    names: tuple[str, ...]
    tellings: tuple[Heard | None, ...]

    @property
    def heard_in(self) -> tuple[int, ...]:
        """The tellings in which it is heard."""
        return tuple(k for k, heard in enumerate(self.tellings) if heard is not None)


def voices(document: Document, attributions: Sequence[Sequence[Attribution]]) -> tuple[Voice, ...]:
    """Every voice of a batch of tellings, those with the most words first.

    >>> document = Document.of_texts(["“No,” said Ann Lee."])
    >>> passage = Passage("1", 0, 5)
    >>> from toolkit.speech.attribution import Speaker
    >>> said = Attribution(passage, (Passage("1", 1, 3),), "direct", Speaker("Ann Lee", "named"))
    >>> [(voice.name, voice.tellings[0].quoted_words) for voice in voices(document, [[said]])]
    [('Ann Lee', 1)]
    """
    told = [[a for a in rows if a.source in ("direct", "indirect")] for rows in attributions]
    people = _People([[a.speaker.name for a in rows] for rows in told])
    by_voice: dict[int, list[list[Attribution]]] = {}
    for k, rows in enumerate(told):
        for attribution in rows:
            number = people.number(k, attribution.speaker.name)
            by_voice.setdefault(number, [[] for _ in told])[k].append(attribution)
    counts = [_Counts(document, rows, k) for k, rows in enumerate(told)]
    found = []
    for number, rows_of in by_voice.items():
        names = Counter(a.speaker.name for rows in rows_of for a in rows)
        heard = tuple(counts[k].heard(rows) if rows else None for k, rows in enumerate(rows_of))
        known = {
            a.speaker.name
            for article, rows in zip(document.articles, rows_of, strict=True)
            for a in rows
            if _is_named(a.speaker, article)
        }
        name = max(known or names, key=lambda n: (len(name_parts(n)), names[n], n))
        kind = "unresolved" if not name else "named" if known else "anonymous"
        found.append((number, Voice(name, kind, tuple(sorted(names)), heard)))
    found.sort(key=lambda row: (-_words(row[1]), row[0]))
    return tuple(voice for _, voice in found)


def _is_named(speaker: Speaker, article: Article) -> bool:
    """Whether a speaker has a name, and not only a description with a name in it."""
    mention = speaker.mention
    if mention is not None and speaker.kind in ("role", "unnamed"):
        return article.words_of(mention) != speaker.name and bool(name_parts(speaker.name))
    return bool(name_parts(speaker.name))


def _words(voice: Voice) -> int:
    return sum(h.quoted_words + h.paraphrased_words for h in voice.tellings if h is not None)


class _People:
    """Which names mean one voice, over all tellings. Fuller names are placed first.

    A name that fits several voices ("Smith") goes to the one of its own telling; if that does
    not decide, it stays by itself.
    """

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        every = dict.fromkeys((name, k) for k, row in enumerate(names) for name in row)
        order = sorted(every, key=lambda row: (-len(name_parts(row[0])), row[1]))
        self._number: dict[tuple[int, str], int] = {}
        self._voices: list[tuple[set[str], set[int]]] = []
        for name, k in order:
            number = self._place(name, k)
            self._voices[number][0].add(name)
            self._voices[number][1].add(k)
            self._number[k, name] = number

    def _place(self, name: str, telling: int) -> int:
        fitting = [
            n
            for n, (names, _) in enumerate(self._voices)
            if name in names or all(same_name(name, other) for other in names)
        ]
        here = [n for n in fitting if telling in self._voices[n][1]]
        for chosen in (fitting, here):
            if len(chosen) == 1:
                return chosen[0]
        self._voices.append((set(), set()))
        return len(self._voices) - 1

    def number(self, telling: int, name: str) -> int:
        """The voice that a telling means by a name."""
        return self._number[telling, name]


class _Counts:
    """How many words the reports of one telling hold."""

    def __init__(self, document: Document, rows: Sequence[Attribution], article: int) -> None:
        first, last = document.article_words[article : article + 2]
        self._text = document.articles[article]
        self._starts: list[int] = document.words.starts[first:last].tolist()
        self._quoted = {w for a in rows if a.source == "direct" for w in self._of(a)}
        self._total = len(self._quoted | {w for a in rows for w in self._of(a)})

    def _of(self, attribution: Attribution) -> set[int]:
        found: set[int] = set()
        for part in attribution.parts:
            edges = (bisect_left(self._starts, edge) for edge in (part.start, part.end))
            found.update(range(*edges))
        return found

    def heard(self, rows: Sequence[Attribution]) -> Heard:
        """The reports of one voice, counted."""
        direct = [a for a in rows if a.source == "direct"]
        indirect = [a for a in rows if a.source == "indirect"]
        quoted = {w for a in direct for w in self._of(a)}
        paraphrased = {w for a in indirect for w in self._of(a)} - self._quoted
        first = bisect_left(self._starts, min(a.passage.start for a in rows))
        said = len(quoted) + len(paraphrased)
        return Heard(
            tuple(a.passage for a in direct),
            tuple(a.passage for a in indirect),
            len(quoted),
            len(paraphrased),
            said / self._total if self._total else nan,
            first / max(1, len(self._starts) - 1),
            self._verbs(rows),
        )

    def _verbs(self, rows: Sequence[Attribution]) -> tuple[ReportingVerb, ...]:
        places: dict[tuple[str, str], dict[Passage, None]] = {}
        for a in rows:
            if a.verb is not None:
                words = " ".join(self._text.words_of(a.verb).casefold().split())
                places.setdefault((words, a.verb_kind), {})[a.verb] = None
        found = [ReportingVerb(*cue, tuple(passages)) for cue, passages in places.items()]
        return tuple(sorted(found, key=lambda v: (-len(v.passages), v.words, v.kind)))
