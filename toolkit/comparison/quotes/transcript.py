"""A transcript: paragraphs that begin with the name of who speaks, and are speech throughout."""

import re

from toolkit.article import Passage
from toolkit.speech.attribution import Attribution, Speaker
from toolkit.speech.paragraphs import paragraph_starts
from toolkit.text.document import Document

# "MR. SMITH: ", "President Trump: ", "Q: ", "Q   ", "[Macron:] "; at the head of a paragraph.
_LABEL = re.compile(
    r"\[?((?:Q|A)(?=[ \t:.])|[A-Z][\w.'’-]*(?: [\w.'’()-]+){0,5}(?=:))\]?[:.]?\]?[ \t]*"
)
_LEAST = 0.5  # share of the paragraphs that must begin so


def transcript(document: Document, article: int) -> tuple[Attribution, ...]:
    """The sentences of a transcript, each as direct speech; empty if the article is none.

    It is one if at least half of its paragraphs begin with a speaker and a colon. A paragraph
    that does not goes on with the speaker of the one before.

    >>> document = Document.of_texts(["THE MAYOR: We will mend it. Soon.\\n\\nQ: When?"])
    >>> [(row.speaker.name, document.articles[0].words_of(row.passage))
    ...  for row in transcript(document, 0)]
    [('The Mayor', 'We will mend it.'), ('The Mayor', 'Soon.'), ('Q', 'When?')]
    """
    name, text = document.articles[article].id, document.articles[article].text
    first, last = document.tokens.bounds[article : article + 2].tolist()
    paragraphs = [k for k in paragraph_starts(document).tolist() if first <= k < last]
    begins = document.tokens.starts[paragraphs].tolist()
    labels = [_LABEL.match(text, start, start + 100) for start in begins]
    if not begins or sum(map(bool, labels)) < _LEAST * len(begins):
        return ()
    heads = {m.start(): m for m in labels if m}
    edges = sorted({*begins, *(s.start for s in document.sentence_passages(article))})
    ends = [*edges[1:], int(document.tokens.ends[last - 1])]
    speaker, found = Speaker(), []
    for start, end in zip(edges, ends, strict=True):
        label = heads.get(start)
        if label is not None:
            mention = Passage(name, label.start(1), label.end(1))
            kind = "unnamed" if label[1] in ("Q", "A") else "named"
            said_by = label[1].title() if label[1].isupper() else label[1]
            speaker = Speaker(said_by, kind, mention, mention)
            start = label.end()
        words = text[start:end].rstrip()
        passage = Passage(name, start, start + len(words))
        if any(map(str.isalnum, words)):
            found.append(Attribution(passage, (passage,), "direct", speaker))
    return tuple(found)
