"""Claims: the clauses of a sentence, their cue words, and how two tellings of a claim differ.

A sentence is cut into clauses at its commas, dashes and colons and before words that open a
clause. A cue belongs to the clause it stands in, so that "he may go, and she will stay" hedges
his going only.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import compress

from toolkit.article import Passage
from toolkit.comparison.words.keys import WordKeys
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.inflection import verb_forms

HEDGE, BOOSTER, NEGATION = "hedge", "booster", "negation"
PROSPECT, ANSWER = "prospect", "answer"
SHIFTS = (HEDGE, BOOSTER, NEGATION, "source", "agent")
_CUTS = frozenset(",;:—–()…")
_NEGATIONS = frozenset("not never no nobody none nothing cannot".split())
_AFTER_NEGATION = frozenset("only more less longer doubt least matter wonder fewer but".split())
_PERCEIVED = frozenset("see seen hear heard feel felt smell tell remember recall".split())
_OPENS_WHAT_IS_DOUBTED = frozenset("that why how what whether if who when where".split())


@dataclass(frozen=True, slots=True)
class Shift:
    """One claim in two tellings, of which one has a cue that the other has not.

    ``kind`` is one of :data:`SHIFTS`: a ``hedge``, ``booster`` or ``negation`` that only one
    has; a ``source`` that only one names; the ``agent`` that a passive leaves out. ``a`` and
    ``b`` are the two sentences, ``cues_a`` and ``cues_b`` the cue words, empty where there are
    none.
    """

    kind: str
    a: Passage
    b: Passage
    cues_a: tuple[Passage, ...]
    cues_b: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its idea and its words.

    The idea is ``hedge``, ``booster`` or ``negation``; or ``prospect``, which hedges only against
    "will", or ``answer``, which does a hedge's work without being one.

    ``first`` and ``last`` count the words of the sentence from 0; ``last`` is included.
    """

    idea: str
    words: str
    first: int
    last: int


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Cues by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in lexicon.lines("hedges"):
        kind, *entries = line.split()
        for entry in entries:
            idea = kind if kind in (PROSPECT, ANSWER) else HEDGE
            words = tuple(entry.split("_"))
            found.setdefault(words[0], []).append((words, idea))
    for entry in sorted(lexicon.words("boosters")):
        words = tuple(entry.split("_"))
        found.setdefault(words[0], []).append((words, BOOSTER))
    for rows in found.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    return found


@cache
def denials() -> frozenset[str]:
    """Words that deny, with "not" or without: beside one of them no negation is missing."""
    words = set(lexicon.words("negations") | lexicon.words("vader_negators"))
    for line in lexicon.lines("implicit_negations"):
        kind, *entries = line.split()
        for entry in entries:
            words.update(verb_forms(entry) if kind == "verbs" else [entry])
    return frozenset(words)


class Claims:
    """The sentences of one article of a document, each made when first asked for."""

    def __init__(self, document: Document, article: int) -> None:
        first, last = document.article_words[article : article + 2].tolist()
        words, names = document.words, document.word_forms.entries
        keys = document.word_forms.attached(WordKeys).updated()
        forms = words.forms[first:last]
        self.article = document.articles[article]
        self.forms = [names[form] for form in forms.tolist()]
        self.stems: list[int] = keys.stems[forms].tolist()
        self.content: list[bool] = keys.content[forms].tolist()
        self.starts: list[int] = words.starts[first:last].tolist()
        self.ends: list[int] = words.ends[first:last].tolist()
        self.tokens: list[int] = words.tokens[first:last].tolist()
        begin, end = document.article_sentences[article : article + 2].tolist()
        self.bounds: list[int] = (document.sentence_words[begin : end + 1] - first).tolist()
        self.passages = document.sentence_passages(article)
        self._made: dict[int, Sentence] = {}

    def sentences(self, numbers: tuple[int, ...]) -> "list[Sentence]":
        """Some of the sentences, by their numbers in the article."""
        for number in numbers:
            if number not in self._made:
                self._made[number] = Sentence(self, number)
        return [self._made[number] for number in numbers]


class Sentence:
    """One sentence of an article, in words, clauses and cues; these found when asked for."""

    def __init__(self, claims: Claims, number: int) -> None:
        here = slice(*claims.bounds[number : number + 2])
        self.article, self.passage = claims.article, claims.passages[number]
        self.forms, self.stems = claims.forms[here], claims.stems[here]
        self.content, self.tokens = claims.content[here], claims.tokens[here]
        self.starts, self.ends = claims.starts[here], claims.ends[here]

    def words(self, first: int, last: int) -> Passage:
        """The words ``first`` to ``last``, both included, as a passage."""
        return Passage(self.article.id, self.starts[first], self.ends[last])

    def is_lower(self, word: int) -> bool:
        """Whether a word begins with a small letter in the text."""
        return self.article.text[self.starts[word]].islower()

    @cached_property
    def clauses(self) -> list[int]:
        """For each word, the number of the clause it is in."""
        text, openers = self.article.text, lexicon.words("clause_openers")
        number, found, before = 0, [], None
        for form, start, end in zip(self.forms, self.starts, self.ends, strict=True):
            cut = before is not None and not _CUTS.isdisjoint(text[before:start])
            number += cut or (form in openers and before is not None)
            found.append(number)
            before = end
        return found

    @cached_property
    def cues(self) -> list[Cue]:
        """All cues, in order; one word is in one cue at most."""
        found: list[Cue] = []
        phrases = _phrases()
        for k, form in enumerate(self.forms):
            begins = form in phrases or form in _NEGATIONS or form.endswith("n't")
            if begins and not (found and k <= found[-1].last):
                cue = self._cue_at(k)
                found += [] if cue is None else [cue]
        return found

    def _cue_at(self, k: int) -> Cue | None:
        form = self.forms[k]
        for words, idea in _phrases().get(form, ()):
            last = k + len(words) - 1
            if tuple(self.forms[k : last + 1]) == words and self._counts(form, k, last):
                return Cue(idea, " ".join(words), k, last)
        if form in _NEGATIONS or form.endswith("n't"):
            after = self.forms[k + 1] if k + 1 < len(self.forms) else ""
            if after not in _AFTER_NEGATION:
                return Cue(NEGATION, form, k, k)
        return None

    def _counts(self, form: str, first: int, last: int) -> bool:
        """Not the month of May, not military might, not "as soon as possible"."""
        before = self.forms[first - 1] if first else ""
        after = self.forms[last + 1] if last + 1 < len(self.forms) else ""
        if form == "may":  # "may only" allows
            return self.is_lower(first) and after != "only"
        if form == "might":
            return after != "of" and before not in ("the", "its", "their", "military")
        if form == "could":
            following = self.forms[last + 1 : last + 3]
            return after not in ("not", "hardly", "never") and _PERCEIVED.isdisjoint(following)
        if form == "possible":
            return before not in ("as", "all", "every", "best", "far")
        if form in ("seem", "likely", "possible", "probable"):
            return before not in ("not", "never")
        return True

    def focus(self, cue: Cue) -> list[int]:
        """The stems of what a cue is about: the content words of its clause, without itself.

        A cue before "that" or "why" is about what comes after, and one that says nothing
        beside itself ("it seems,") about the clause next to it.
        """
        home, after = self.clauses[cue.last], cue.last + 1
        opens = self.forms[after : after + 1]
        if opens and self.clauses[after] != home and opens[0] in _OPENS_WHAT_IS_DOUBTED:
            return self._stems_of({home, home + 1}, cue)
        near = self._stems_of({home}, cue)
        if not near:
            beside = home + 1 if home < self.clauses[-1] else home - 1
            near = self._stems_of({home, beside}, cue)
        return near

    def _stems_of(self, clauses: set[int], cue: Cue) -> list[int]:
        rows = zip(self.stems, self.content, self.clauses, strict=True)
        return [
            stem
            for k, (stem, content, clause) in enumerate(rows)
            if content and clause in clauses and not cue.first <= k <= cue.last
        ]

    def head(self, cue: Cue) -> int:
        """The stem of the first content word after a cue, or at the end the last before it."""
        after = [k for k in range(cue.last + 1, len(self.forms)) if self.content[k]]
        before = [k for k in range(cue.first) if self.content[k]]
        return self.stems[after[0]] if after else self.stems[before[-1]] if before else -1

    @cached_property
    def content_stems(self) -> frozenset[int]:
        """The stems of all content words."""
        return frozenset(compress(self.stems, self.content))


def shift(
    kind: str, side: int, here: Sentence, there: Sentence, cues: tuple[tuple[int, int], ...]
) -> Shift:
    """A shift whose cues, as first and last words, are all in ``here``, telling ``side``."""
    passages = tuple(here.words(*words) for words in cues)
    if side == 0:
        return Shift(kind, here.passage, there.passage, passages, ())
    return Shift(kind, there.passage, here.passage, (), passages)


def nearest(sentence: Sentence, others: list[Sentence]) -> Sentence:
    """The one of ``others`` with most content words of ``sentence``; of equals the first."""
    mine = sentence.content_stems
    return max(others, key=lambda other: len(mine & other.content_stems))
