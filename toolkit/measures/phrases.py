"""Words and phrases of our lexicons, found in a whole batch at once.

A lexicon names base forms; here they become every form that a text may hold, and a text is read
along all of them together: at each word the longest entry counts, and no word is in two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from toolkit.article import Passage
from toolkit.measures.difficulty_reading import capitals
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.inflection import adverb, plural, verb_forms


@dataclass(frozen=True, slots=True)
class Found:
    """Entries found, in text order: first word (of the batch), number of words, kind.

    Three arrays of one length. A kind is the place of its lexicon among those that were asked for.
    """

    firsts: np.ndarray
    sizes: np.ndarray
    kinds: np.ndarray

    def passages(self, document: Document, article: int) -> Iterator[tuple[int, Passage]]:
        """The kind and the words of every entry in one article."""
        begin, end = np.searchsorted(self.firsts, document.article_words[article : article + 2])
        firsts = self.firsts[begin:end]
        starts = document.words.starts[firsts].tolist()
        ends = document.words.ends[firsts + self.sizes[begin:end] - 1].tolist()
        name = document.articles[article].id
        kinds = self.kinds[begin:end].tolist()
        for kind, start, stop in zip(kinds, starts, ends, strict=True):
            yield kind, Passage(name, start, stop)


COUNTS, CAPITAL = 1, 2  # of an entry: it counts; it does so with a capital too


def entries(name: str) -> dict[tuple[str, ...], int]:
    """Every form of every entry of a lexicon, with :data:`COUNTS` and :data:`CAPITAL`.

    A line is a kind of word and entries: verbs, nouns and adjectives in their base form (adverbs
    in -ly go with adjectives), ``words`` that stand as they are, what is ``not`` to count, such as
    "tax regime", and ``capitals``: which of the others count also where they begin with one.

    >>> forms = entries("loaded_labels")
    >>> [forms.get(tuple(words.split())) for words in ("con artists", "neo-nazis", "tax regime")]
    [1, 3, 0]
    """
    lines = [line.split() for line in lexicon.lines(name)]
    capitals = {entry for part, *listed in lines if part == "capitals" for entry in listed}
    found: dict[tuple[str, ...], int] = {}
    for part, *listed in lines:
        if part == "capitals":
            continue
        for entry in listed:
            flags = 0 if part == "not" else COUNTS | (CAPITAL if entry in capitals else 0)
            for form in _forms(part, tuple(entry.split("_"))):
                found[form] = flags | found.get(form, 0)
    return found


def _forms(part: str, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if part == "verbs":
        for form in verb_forms(words[0]):
            yield form, *words[1:]
        return
    yield words
    if part == "nouns":
        yield *words[:-1], plural(words[-1])
    elif part == "adjectives" and len(words) == 1:
        yield (adverb(words[0]),)


class PhraseTable:
    """The entries of several lexicons as one machine that reads word by word.

    A state is the beginning of an entry; 0 is none. Kinds say which lexicon a state ends an entry
    of, -1 for none. Where an entry is in two lexicons the first has it (Aho and Corasick 1975,
    without their failure links: words that begin entries are few).

    >>> table = PhraseTable(("loaded_drama", "loaded_labels"))
    >>> found = table.find(Document.of_texts(["The regime lashed out. Out!"]))
    >>> found.firsts.tolist(), found.sizes.tolist(), found.kinds.tolist()
    ([1, 2], [1, 2], [1, 0])
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._numbers: dict[str, int] = {}
        steps: dict[int, int] = {}  # from a state, by a word, to a state
        kinds, flags = [-1], [0]
        for kind, name in enumerate(names):
            for words, flag in entries(name).items():
                state = 0
                for word in words:
                    number = self._numbers.setdefault(word, len(self._numbers) + 1)
                    state = steps.setdefault(state * _WIDTH + number, len(kinds))
                    if state == len(kinds):
                        kinds.append(-1)
                        flags.append(0)
                if kinds[state] < 0:
                    kinds[state], flags[state] = kind, flag
        self._kinds, self._flags = np.array(kinds), np.array(flags)
        keys = np.fromiter(steps, np.int64, len(steps))
        states = np.fromiter(steps.values(), np.int64, len(steps))
        order = np.argsort(keys)
        self._keys, self._states = keys[order], states[order]
        self._goes_on = np.zeros(len(kinds), bool)
        self._goes_on[keys // _WIDTH] = True
        self._begun = np.zeros(len(self._numbers) + 1, np.int64)  # the state after one word
        at_once = keys < _WIDTH
        self._begun[keys[at_once]] = states[at_once]

    def numbers(self, forms: list[str]) -> np.ndarray:
        """The number of each word form in this table, 0 for a word of no entry."""
        numbers = self._numbers
        return np.fromiter((numbers.get(_bare(form), 0) for form in forms), np.int32, len(forms))

    def find(self, document: Document) -> Found:
        """All entries in a batch. None goes beyond its sentence.

        A word with a capital in the midst of a sentence is taken for a name ("the Justice
        Department"), unless the lexicon has the entry with a capital.
        """
        words = document.words  # before the vocabulary of their forms is asked
        numbers = document.word_forms.column(self.numbers)[words.forms]
        begun = self._begun[numbers]
        at = np.flatnonzero(begun)
        states = begun[at]
        sizes, last = np.zeros((2, len(at)), np.int64)
        rows, size = np.arange(len(at)), 1
        while len(rows):
            ended = np.flatnonzero(self._kinds[states] >= 0)
            capital = (self._flags[states[ended]] & CAPITAL) != 0
            ended = ended[capital | ~_are_names(document, at[rows[ended]])]
            sizes[rows[ended]], last[rows[ended]] = size, states[ended]
            kept, states = self._next(document, numbers, at[rows] + size, states)
            rows, size = rows[kept], size + 1
        there = np.flatnonzero(sizes)
        there = there[_apart(at[there], sizes[there])]
        there = there[(self._flags[last[there]] & COUNTS) != 0]
        return Found(at[there], sizes[there], self._kinds[last[there]])

    def _next(
        self, document: Document, numbers: np.ndarray, places: np.ndarray, states: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Which readings go on with the words at ``places``, and the states they come to.

        No reading goes on into the next sentence.
        """
        kept = np.flatnonzero(self._goes_on[states] & (places < len(numbers)))
        keys = states[kept] * _WIDTH + numbers[places[kept]]
        found = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        hit = np.flatnonzero(self._keys[found] == keys)
        hit = hit[~_begin_sentences(document, places[kept[hit]])]
        return kept[hit], self._states[found[hit]]


def _begin_sentences(document: Document, places: np.ndarray) -> np.ndarray:
    """Whether words, by their places in the batch, are the first of a sentence."""
    edges = document.sentence_words
    return edges[np.searchsorted(edges, places)] == places


def _are_names(document: Document, places: np.ndarray) -> np.ndarray:
    """Whether words have a capital that they owe to no sentence or quotation they begin."""
    tokens = document.tokens.ids[document.words.tokens[places]]
    names = (document.vocabulary.column(capitals)[tokens] & _NAME) == _CAPITAL
    return names & ~_begin_sentences(document, places)


_WIDTH = 1 << 20  # more than there are words in any lexicon
_CAPITAL, _OPENED = 1, 4  # bits of difficulty_reading.capitals
_NAME = _CAPITAL | _OPENED


def _bare(form: str) -> str:
    """A form without a possessive ending, and "38-year-old" without its number."""
    if form.endswith("'s"):
        form = form[:-2]
    return form.lstrip("0123456789").lstrip("-") if form[:1].isdigit() else form


def _apart(firsts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Which stretches to keep so that none overlap: from left to right, all that still can be."""
    keep = np.ones(len(firsts), bool)
    ends = firsts + sizes
    tangled = np.zeros(len(firsts), bool)
    tangled[1:] = firsts[1:] < np.maximum.accumulate(ends)[:-1]
    reach = 0
    for k in np.flatnonzero(tangled).tolist():
        if not tangled[k - 1]:
            reach = ends[k - 1]
        keep[k] = firsts[k] >= reach
        reach = ends[k] if keep[k] else reach
    return keep
