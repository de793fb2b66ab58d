"""Who says what, against passages made by hand: are the quotations found, and their speakers?

Run as ``python -m benchmarks.validity.quotes FILE.toml ...``.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.validity.scores import Hits
from toolkit.speech.attributions import attributions
from toolkit.text.document import Document


@dataclass(frozen=True)
class Gold:
    """A stretch in quotation marks, its speaker's name ("" if unknown), and what it is."""

    start: int
    end: int
    speaker: str
    source: str


@dataclass
class Tally:
    """How many spans, speakers and kinds were right, and one line for whatever was not."""

    spans: Hits = field(default_factory=Hits)
    speakers: int = 0
    direct: int = 0
    sources: int = 0
    quotes: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """Of the direct quotations, the share whose span and speaker's name are right."""
        return self.speakers / self.direct


def passages(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The passages of a file with their quotations."""
    for passage in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
        text, found, done = passage["text"], [], 0
        for quote, speaker, *source in passage["quotes"]:
            head, _, tail = quote.partition("[...]")
            start = text.index(head, done)
            done = text.index(tail, start) + len(tail) if tail else start + len(head)
            found.append(Gold(start, done, speaker, *(source or ["direct"])))
        yield text, found


def tally(path: Path) -> Tally:
    """Hold the toolkit's attributions against one file of passages."""
    result = Tally()
    for text, gold in passages(path):
        rows = attributions(Document.of_texts([text]))[0]
        ours = {(a.passage.start, a.passage.end): a for a in rows if a.source != "indirect"}
        result.spans.add(set(ours), {(quote.start, quote.end) for quote in gold})
        for quote in gold:
            words = text[quote.start : quote.end]
            mine = ours.get((quote.start, quote.end))
            source = mine.source if mine else "nothing"
            speaker = mine.speaker.name if mine else ""
            result.quotes += 1
            result.sources += source == quote.source
            if source != quote.source:
                result.failures.append(f"{words!r} is {source}, not {quote.source}: {text!r}")
            if quote.source == "direct":
                right = mine is not None and speaker.casefold() == quote.speaker.casefold()
                result.direct += 1
                result.speakers += right
                if not right:
                    result.failures.append(f"{words!r}: {speaker!r}, not {quote.speaker!r}")
    return result


def main() -> int:
    """Print the figures and the failures for each file named."""
    for name in sys.argv[1:]:
        found = tally(Path(name))
        print(f"{name}: {found.quotes} quotations, F1 of spans {found.spans.f1.value:.3f}")
        print(f"  speaker right {found.accuracy:.3f}, kind {found.sources / found.quotes:.3f}")
        print(*(f"  {line}" for line in found.failures), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
