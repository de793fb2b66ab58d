"""The quotes of one telling, cut into what can be held against another telling.

A *quote* is what stands in one pair of marks, or in several where "he said" interrupts one
sentence. Quotes of one speaker in one paragraph are an *utterance*: another telling may print
them as one. A *piece* is a sentence of a quote.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from toolkit.article import Passage
from toolkit.comparison.quotes.speakers import same_speaker
from toolkit.comparison.words.keys import WordKeys
from toolkit.speech.attribution import Attribution, Speaker
from toolkit.speech.paragraphs import paragraph_starts
from toolkit.text.document import Document

_STOPS = frozenset(".?!…")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a telling gives as somebody's.

    - ``passage``: all of it, of a whole direct quote with its marks.
    - ``parts``: the words themselves, less what interrupts them ("he said").
    - ``source``: ``direct`` in quotation marks, ``scare`` in marks without a speaker,
      ``indirect`` speech, or ``plain`` words of the telling itself.
    - ``verb``: the reporting verb or other cue beside it, if there is one.
    """

    passage: Passage
    parts: tuple[Passage, ...]
    speaker: Speaker
    source: str
    n_words: int
    verb: Passage | None = None


@dataclass(slots=True)
class Piece:
    """One sentence of an utterance: its words in the article, its sentence, its quotes."""

    utterance: int
    quote: int
    words: list[int]
    sentence: int


@dataclass(slots=True)
class Printed:
    """One quote as printed: its attributions, and each unbroken stretch of its words."""

    attributions: list[Attribution]
    stretches: list[range]
    pieces: list[int]
    utterance: int

    @property
    def words(self) -> list[int]:
        """The numbers of its words in the article."""
        return [word for stretch in self.stretches for word in stretch]


class Spoken:
    """The words, quotes, utterances and pieces of one article of a document."""

    def __init__(
        self, document: Document, attributions: Sequence[Attribution], article: int
    ) -> None:
        self.article = document.articles[article]
        first, last = document.article_words[article : article + 2].tolist()
        words = document.words
        keys = self.keys = document.word_forms.attached(WordKeys).updated()
        forms = words.forms[first:last]
        self.starts: list[int] = words.starts[first:last].tolist()
        self.ends: list[int] = words.ends[first:last].tolist()
        self.spellings: list[int] = keys.spellings[forms].tolist()
        self.stems: list[int] = keys.stems[forms].tolist()
        self.content: list[bool] = keys.content[forms].tolist()
        tokens = words.tokens[first:last]
        begins = document.article_sentences[article : article + 2]
        self.sentence_words: list[int] = (
            document.sentence_words[begins[0] : begins[1] + 1] - first
        ).tolist()
        sentence = np.searchsorted(document.sentences, tokens, side="right") - 1 - begins[0]
        self.sentences: list[int] = sentence.tolist()
        self.sentence_passages = document.sentence_passages(article)
        paragraphs = np.searchsorted(paragraph_starts(document), tokens, side="right")
        self._paragraphs: list[int] = paragraphs.tolist()
        self.printed: list[Printed] = []
        self.pieces: list[Piece] = []
        self.speakers: list[Speaker] = []  # of each utterance
        self.indirect = [a for a in attributions if a.source == "indirect"]
        quotes = [a for a in attributions if a.source in ("direct", "scare")]
        for attribution in sorted(quotes, key=lambda a: (a.passage.start, a.passage.end)):
            self._add(attribution)

    def range_of(self, passage: Passage) -> range:
        """The words that begin inside a passage."""
        return range(bisect_left(self.starts, passage.start), bisect_left(self.starts, passage.end))

    def _add(self, attribution: Attribution) -> None:
        stretches = [r for r in map(self.range_of, attribution.parts) if r]
        if not stretches or (self.printed and stretches[0].start < self._last_word()):
            return  # no words, or nested in the one before
        goes_on = self._goes_on(attribution, stretches[0].start)
        if not goes_on:
            self.speakers.append(attribution.speaker)
        utterance = len(self.speakers) - 1
        if self.speakers[utterance].kind == "unresolved":
            self.speakers[utterance] = attribution.speaker
        if goes_on and self._interrupts(attribution, stretches[0].start):
            printed = self.printed[-1]
            printed.attributions.append(attribution)
            printed.stretches += stretches
        else:
            printed = Printed([attribution], stretches, [], utterance)
            self.printed.append(printed)
        for stretch in stretches:
            for word in stretch:
                self._add_word(printed, word)

    def _last_word(self) -> int:
        return self.printed[-1].stretches[-1].stop

    def _add_word(self, printed: Printed, word: int) -> None:
        sentence, number = self.sentences[word], len(self.printed) - 1
        if printed.pieces and self.pieces[printed.pieces[-1]].sentence == sentence:
            self.pieces[printed.pieces[-1]].words.append(word)
        else:
            printed.pieces.append(len(self.pieces))
            self.pieces.append(Piece(printed.utterance, number, [word], sentence))

    def _goes_on(self, attribution: Attribution, word: int) -> bool:
        """Whether a quote is the same speaker's as the one before it, in the same paragraph."""
        if not self.printed or "scare" in (
            attribution.source,
            self.printed[-1].attributions[-1].source,
        ):
            return False
        before = self._last_word() - 1
        if self._paragraphs[before] != self._paragraphs[word]:
            return False
        speakers = self.speakers[-1], attribution.speaker
        return (
            any(speaker.kind == "unresolved" for speaker in speakers)
            or same_speaker(*speakers) is True
        )

    def _interrupts(self, attribution: Attribution, word: int) -> bool:
        """Whether "he said" stands inside one sentence of the quote: “We,” he said, “will.”"""
        before = self.printed[-1].attributions[-1]
        if self.sentences[self._last_word() - 1] != self.sentences[word]:
            return False
        text = self.article.text
        gap = text[before.passage.end : attribution.passage.start].strip()
        inside = text[before.passage.start : before.parts[-1].end].rstrip()[-1:]
        verbs = [a.verb for a in (before, attribution) if a.verb is not None]
        said = any(before.passage.end <= v.start < attribution.passage.start for v in verbs)
        commas = (inside in ",-–—" or gap[:1] in ",-–—") and gap[-1:] in ",:-–—"
        return inside not in _STOPS and (said or not verbs) and commas

    def quote(self, numbers: Sequence[int]) -> Quote:
        """Printed quotes ``numbers``, in order, as one value."""
        chosen = [self.printed[number] for number in numbers]
        attributions = [a for printed in chosen for a in printed.attributions]
        parts = tuple(part for a in attributions for part in a.parts)
        start = min(a.passage.start for a in attributions)
        end = max(a.passage.end for a in attributions)
        return Quote(
            Passage(self.article.id, start, end),
            parts,
            _speaker(attributions),
            attributions[0].source,
            sum(len(printed.words) for printed in chosen),
            next((a.verb for a in attributions if a.verb is not None), None),
        )

    def trimmed(self, numbers: Sequence[int], pieces: Sequence[int]) -> Quote:
        """The stretch of printed quotes from the first to the last of some of their pieces."""
        whole = self.quote(numbers)
        every = [p for number in numbers for p in self.printed[number].pieces]
        if min(pieces) == every[0] and max(pieces) == every[-1]:
            return whole
        chosen = range(min(pieces), max(pieces) + 1)
        words = [word for p in chosen for word in self.pieces[p].words]
        first, last = self.starts[words[0]], self._with_stop(self.ends[words[-1]])
        spans = [(max(p.start, first), min(p.end, last)) for p in whole.parts]
        parts = tuple(Passage(self.article.id, s, e) for s, e in spans if s < e)
        start = whole.passage.start if chosen[0] == every[0] else first
        end = whole.passage.end if chosen[-1] == every[-1] else last
        return replace(
            whole, passage=Passage(self.article.id, start, end), parts=parts, n_words=len(words)
        )

    def _with_stop(self, end: int) -> int:
        text = self.article.text
        while end < len(text) and text[end] in _STOPS:
            end += 1
        return end

    def sentence_range(self, sentence: int) -> range:
        """The words of a sentence."""
        return range(*self.sentence_words[sentence : sentence + 2])

    def between(self, first: int, last: int) -> str:
        """What is printed between two words, both left out."""
        return self.article.text[self.ends[first] : self.starts[last]]


def _speaker(attributions: Sequence[Attribution]) -> Speaker:
    known = (a.speaker for a in attributions if a.speaker.kind != "unresolved")
    return next(known, attributions[0].speaker)
