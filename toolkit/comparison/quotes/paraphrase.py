"""What one telling quotes and the other has without quotation marks.

Looked for in the other's indirect speech and in its own sentences: by the content words of the
quote that they have, and, where the sentences are linked and no word is the same, by place: what
stands where the quote would stand.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.comparison.quotes.matching import LONG, Linked, Weights, facing
from toolkit.comparison.quotes.speakers import same_speaker
from toolkit.comparison.quotes.spoken import Piece, Quote, Spoken
from toolkit.speech.attribution import Speaker

MOST = 0.6  # share of the weight of a quote's content words: a paraphrase wherever it stands
MUCH = 0.4  # enough of the same speaker, or in a linked sentence
SOME = 0.3  # enough in the indirect speech of a linked sentence
_COMMON = 200  # a word in more sentences than this leads to none of them


@dataclass(frozen=True, slots=True)
class _Candidate:
    quote: Quote
    sentences: range
    bag: Counter[int]


class Paraphrases:
    """The words of ``other`` outside its quotes, to look for quotes of ``one`` in."""

    def __init__(self, one: Spoken, other: Spoken, links: Linked, weights: Weights) -> None:
        self.one, self.other, self.links, self.weights = one, other, links, weights
        self._quoted = {word for printed in other.printed for word in printed.words}
        self._candidates = [*self._indirect(), *self._sentences()]
        self._by_stem: dict[int, list[int]] = {}
        self._by_sentence: dict[int, list[int]] = {}
        for k, candidate in enumerate(self._candidates):
            for stem in candidate.bag:
                self._by_stem.setdefault(stem, []).append(k)
            for sentence in candidate.sentences:
                self._by_sentence.setdefault(sentence, []).append(k)

    def _indirect(self) -> Iterator[_Candidate]:
        for attribution in self.other.indirect:
            words = [w for part in attribution.parts for w in self.other.range_of(part)]
            if words:
                sentences = self.other.sentences
                yield _Candidate(
                    Quote(
                        attribution.passage,
                        attribution.parts,
                        attribution.speaker,
                        "indirect",
                        len(words),
                        attribution.verb,
                    ),
                    range(sentences[words[0]], sentences[words[-1]] + 1),
                    self._bag(self.other, words),
                )

    def _sentences(self) -> Iterator[_Candidate]:
        parts = [part for told in self.other.indirect for part in told.parts]
        spoken = self._quoted | {w for part in parts for w in self.other.range_of(part)}
        for k, passage in enumerate(self.other.sentence_passages):
            words = [w for w in self.other.sentence_range(k) if w not in spoken]
            quote = Quote(passage, (passage,), Speaker(), "plain", len(words))
            yield _Candidate(quote, range(k, k + 1), self._bag(self.other, words))

    @staticmethod
    def _bag(spoken: Spoken, words: list[int]) -> Counter[int]:
        return Counter(spoken.stems[w] for w in words if spoken.content[w])

    def find(self, piece: Piece, speaker: Speaker) -> Quote | None:
        """What the other telling has for a piece of a quote, or ``None``."""
        bag = self._bag(self.one, piece.words)
        linked = self.links.of_a.get(piece.sentence, [])
        near = {k for j in linked for k in self._by_sentence.get(j, ())}
        chosen = set(near)
        for stem in bag:
            found = self._by_stem.get(stem, ())
            if len(found) <= _COMMON:
                chosen.update(found)
        whole = self.weights.total(bag)
        best: tuple[float, int] | None = None
        for k in sorted(chosen):
            rank = self._rank(bag, whole, k, piece, speaker, k in near)
            if rank and (best is None or rank > best[0]):
                best = (rank, k)
        if best is not None:
            return self._candidates[best[1]].quote
        return self._in_its_place(piece, linked)

    def _rank(
        self, bag: Counter[int], whole: float, k: int, piece: Piece, speaker: Speaker, linked: bool
    ) -> float:
        """How well a candidate fits; 0 if it is none."""
        candidate = self._candidates[k]
        same = same_speaker(speaker, candidate.quote.speaker)
        shared = sum(stem in candidate.bag for stem in bag)
        if not shared or (same is False and not linked):
            return 0.0
        share = round(self.weights.common(bag, candidate.bag) / whole, 9)
        indirect = candidate.quote.source == "indirect"
        beside = any(self.links.near(piece.sentence, j) for j in candidate.sentences)
        if same is False:  # the other speaker may be a mistake where nearly all is the same
            fits = share >= MOST and shared >= 3
        elif indirect:
            fits = (
                (share >= MOST and shared >= 2)
                or (share >= MUCH and shared >= 2 and (same or linked))
                or (share >= SOME and (linked or (same is True and beside)))
            )
        else:
            told = shared >= 2 or self._is_no_name(piece, candidate.bag)
            fits = (share >= MOST and shared >= 3) or (share >= MUCH and linked and told)
        return share + 0.2 * indirect + 0.1 * linked if fits else 0.0

    def _is_no_name(self, piece: Piece, bag: Counter[int]) -> bool:
        """Whether a word they share is written small: one shared name says little."""
        text = self.one.article.text
        shared = (w for w in piece.words if self.one.content[w] and self.one.stems[w] in bag)
        return any(not text[self.one.starts[w]].isupper() for w in shared)

    def _in_its_place(self, piece: Piece, linked: list[int]) -> Quote | None:
        """The linked sentence that has other words where the quote would stand.

        A word beside the quote must be in both, and what stands in its place must be no
        quotation and no shorter than a third of it.
        """
        start, stop = self.one.sentence_words[piece.sentence : piece.sentence + 2]
        stems, content = self.one.stems[start:stop], self.one.content[start:stop]
        first, last = piece.words[0] - start, piece.words[-1] - start + 1
        if len(stems) > LONG or 2 * (last - first) > len(stems):
            return None
        for j in linked:
            begin, end = self.other.sentence_words[j : j + 2]
            if end - begin > LONG:
                continue
            place = facing(stems, first, last, content, self.other.stems[begin:end])
            words = [begin + k for k in place or () if begin + k not in self._quoted]
            told = sum(self.other.content[w] for w in words)
            if told and 3 * told >= sum(content[first:last]):
                return self._around(j, words)
        return None

    def _around(self, sentence: int, words: list[int]) -> Quote:
        """The indirect speech that most of some words are in, else their sentence."""
        candidates = [self._candidates[k].quote for k in self._by_sentence[sentence]]
        best, most = candidates[-1], 0  # the sentence itself
        for quote in candidates:
            spans = [self.other.range_of(part) for part in quote.parts]
            inside = sum(word in span for word in words for span in spans)
            if quote.source == "indirect" and inside > most:
                best, most = quote, inside
        return best
