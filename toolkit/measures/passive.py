"""Passive voice: a form of "be" or "get", then a past participle.

The rule reads words, not grammar. A participle counts if it follows a form of "be" or "get" in
the same sentence, with nothing between them but up to four words that may stand there: "not",
"been", "being", words in -ly and a short list of other adverbs. After "get" nothing may stand
between. Participles are the words in -ed and a list of those that are irregular, without words
that name a state ("was tired", "got worried"). A question ("was the bridge closed?") and a
passive without its "be" ("the bridge, closed on Monday") are missed.

On 65 sentences written to test it, with hard cases on purpose, and marked by hand, it called 34
passive when first run; 31 of them were (precision .91), and there were 33 (recall .94). What it
missed for want of a word was then added. They are in `tests/measures/test_style_passive.py`. In
the stories that come with the toolkit, all of 40 sentences it called passive were, and none of 60
others was; that is plainer prose, and ours.
"""

import numpy as np

from toolkit.text import lexicon
from toolkit.text.document import Document

BE, GET, BETWEEN, PARTICIPLE = (1 << k for k in range(4))
_BE = frozenset(
    "be am is are was were been being isn't aren't wasn't weren't ain't i'm you're we're they're"
    " isnt arent wasnt werent".split()
)
_GET = frozenset("get gets got getting gotten".split())
_WINDOW = 4  # words between


def kinds(forms: list[str]) -> np.ndarray:
    """What each word can be in a passive (bits, uint8).

    >>> kinds(["was", "quickly", "closed", "red"]).tolist() == [BE, BETWEEN, PARTICIPLE, 0]
    True
    """
    irregular, other = lexicon.words("participles"), lexicon.words("not_participles")
    between = lexicon.words("between_be_and_participle")

    def kind(form: str) -> int:
        participle = form in irregular or (form.endswith("ed") and len(form) > 3)
        adverb = form in between or (form.endswith("ly") and len(form) > 4)
        return (
            (BE if form in _BE else 0)
            | (GET if form in _GET else 0)
            | (BETWEEN if adverb or form in ("been", "being") else 0)
            | (PARTICIPLE if participle and form not in other else 0)
        )

    return np.fromiter(map(kind, forms), np.uint8, len(forms))


def passives(document: Document) -> np.ndarray:
    """The tokens that hold the participle of a passive.

    >>> document = Document.of_texts(["The bridge was not quickly closed. She had closed it."])
    >>> passives(document).tolist()
    [5]
    """
    words = document.words
    bits = document.word_forms.column(kinds)[words.forms]
    sentence = np.searchsorted(document.sentences, words.tokens, side="right")
    heads = np.flatnonzero(bits & PARTICIPLE)
    found = np.zeros(len(heads), bool)
    looking = np.ones(len(heads), bool)
    for back in range(1, _WINDOW + 2):
        place = heads - back
        looking &= place >= 0
        place = np.maximum(place, 0)
        looking &= sentence[place] == sentence[heads]
        seen = np.where(looking, bits[place], 0)
        found |= (seen & BE) != 0
        if back == 1:
            found |= (seen & GET) != 0
        looking &= (seen & BETWEEN) != 0
    return words.tokens[heads[found]]
