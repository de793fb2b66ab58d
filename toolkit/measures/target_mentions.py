"""Where a chosen name stands in the articles of a document."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from toolkit.article import Passage
from toolkit.errors import UsageError
from toolkit.measures.clauses import function_words
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.words import WORD, normal_form

_OWNER = re.compile(r"['’ʼ][sS]$")
_PARTICLES = frozenset("von van der den de da di del la le al bin ibn el dos du zu".split())


def mentions(
    document: Document, name: str, aliases: Iterable[str] = (), surname: bool = True
) -> list[Passage]:
    """Where a name is written, as whole words, in the order of the articles and their text.

    "Macron's" holds a mention of "Macron" (without the 's); "anti-Macron" does not. Letters
    written large in ``name`` must be large in the text. Of a name of several words, such as
    "Emmanuel Macron", the last alone counts as well, unless an article ("the") or what looks
    like another first name ("Brigitte") stands before it; ``surname=False`` switches this off.
    ``aliases`` are further names, taken as they are. Pronouns are not resolved.

    Raises ``UsageError`` where there is no word in a name.

    >>> document = Document.of_texts(["Emmanuel Macron left. Macron's wife, Brigitte Macron, too."])
    >>> [(p.start, p.end) for p in mentions(document, "Emmanuel Macron")]
    [(0, 15), (22, 28)]
    """
    patterns = [(words, False) for words in map(_words, [name, *aliases])]
    if surname and len(patterns[0][0]) > 1:
        whole = patterns[0][0]
        first = next((k for k in range(1, len(whole)) if whole[k].lower() in _PARTICLES), 0)
        patterns += [(whole[k:], True) for k in {first, len(whole) - 1} if k]
    found: dict[int, int] = {}
    for words, alone in sorted(patterns, key=lambda pattern: (-len(pattern[0]), pattern)):
        for at in _matches(document, words):
            taken = any(k in found for k in range(at, at + len(words)))
            if not taken and not (alone and _somebody_else(document, at)):
                found.update(dict.fromkeys(range(at, at + len(words)), -1))
                found[at] = len(words)
    return [_passage(document, at, size) for at, size in sorted(found.items()) if size > 0]


def _words(name: str) -> list[str]:
    words = [match[0] for match in WORD.finditer(_OWNER.sub("", name.strip()))]
    if not words:
        raise UsageError(
            f"There is no word to look for in the name {name!r}.",
            "Give a name as the articles write it, such as 'Macron' or 'Emmanuel Macron'.",
        )
    return words


def _matches(document: Document, wanted: Sequence[str]) -> Iterator[int]:
    """Positions (in words) at which the words stand one after the other."""
    words = document.words
    here = np.arange(max(0, len(words.forms) - len(wanted) + 1))
    for k, word in enumerate(wanted):
        form = normal_form(word)
        forms = [form, form + "'s"] if k == len(wanted) - 1 else [form]
        here = here[np.isin(words.forms[here + k], document.word_forms.encode(forms))]
    article = np.searchsorted(document.article_words, here, side="right") - 1
    for at, index in zip(here.tolist(), article.tolist(), strict=True):
        text = document.articles[index].text
        if at + len(wanted) > document.article_words[index + 1]:
            continue
        starts = words.starts[at : at + len(wanted)].tolist()
        ends = words.ends[at : at + len(wanted)].tolist()
        large = all(
            text[start].isupper() or not word[0].isupper()
            for start, word in zip(starts, wanted, strict=True)
        )
        gaps = [text[a:b] for a, b in zip(ends, starts[1:], strict=False)]
        if large and all(gap.strip() in ("", ".") for gap in gaps):
            yield at


def _somebody_else(document: Document, at: int) -> bool:
    """Whether a surname belongs to another bearer, or to a thing: "Brigitte X", "the X"."""
    words = document.words
    index = int(np.searchsorted(document.article_words, at, side="right")) - 1
    if at == document.article_words[index]:
        return False
    text = document.articles[index].text
    start, end = int(words.starts[at - 1]), int(words.ends[at - 1])
    before = normal_form(text[start:end])
    if text[end : words.starts[at]] != " ":
        return False
    if before in ("the", "a", "an"):
        return True
    if not text[start].isupper() or text[start:end].isupper() or before.endswith(("'s", "ly")):
        return False
    small = ("determiner", "preposition", "auxiliary", "be", "finite", "relative", "joining")
    known = lexicon.words("roles_before_names") | lexicon.words("titles")
    known |= lexicon.words("sentence_starters") | lexicon.words("clause_openers")
    return before not in known and not any(before in function_words(kind) for kind in small)


def _passage(document: Document, at: int, size: int) -> Passage:
    words = document.words
    index = int(np.searchsorted(document.article_words, at, side="right")) - 1
    article = document.articles[index]
    start, last = int(words.starts[at]), int(words.starts[at + size - 1])
    end = int(words.ends[at + size - 1])
    end = last + len(_OWNER.sub("", article.text[last:end]))
    return Passage(article.id, start, end)
