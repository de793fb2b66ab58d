"""Who says what in an article: quotations and indirect speech with their speakers and cues."""

from collections.abc import Sequence

from toolkit.article import Article, Passage
from toolkit.speech import classes as c
from toolkit.speech.attribution import Attribution, Speaker
from toolkit.speech.cues import Cue
from toolkit.speech.indirect import Report, reports
from toolkit.speech.kinds import source_of
from toolkit.speech.names import PERSON, Bearer
from toolkit.speech.phrases import Phrase
from toolkit.speech.quotations import Quotation, quotations
from toolkit.speech.reporting import verb_kind
from toolkit.speech.resolution import Resolver
from toolkit.speech.speakers import cue_of
from toolkit.speech.stream import Page, pages
from toolkit.speech.subjects import main_subject, opening_phrase
from toolkit.text.document import Document

_NEAR = 60  # items of the next sentence
_REACH = 12  # sentences over which somebody is taken to go on speaking


def attributions(document: Document) -> tuple[tuple[Attribution, ...], ...]:
    """What every article gives as somebody's words, in text order; one tuple per article.

    >>> document = Document.of_texts(["“No,” said Ada Byrne, a nurse. “Not now,” she added."])
    >>> [(a.speaker.name, a.speaker.kind) for a in attributions(document)[0]]
    [('Ada Byrne', 'named'), ('Ada Byrne', 'pronoun')]
    """
    found = quotations(document)
    rows = zip(document.articles, pages(document, found), strict=True)
    return tuple(tuple(_Reader(article, page).read()) for article, page in rows)


class _Reader:
    """One article read from its first sentence to its last."""

    def __init__(self, article: Article, page: Page) -> None:
        self.article, self.page = article, page
        self.found: list[Attribution] = []
        self.last: tuple[int, Speaker, Bearer | None] | None = None  # sentence, who spoke in it

    def read(self) -> Sequence[Attribution]:
        page = self.page
        if not page.seats and not page.cues:
            return ()
        self.resolver = Resolver(page, self.article.id)
        seat, cue = 0, 0
        frames = page.frames
        for frame in sorted({page.frame_of(at) for at in (*page.seats, *page.cues)}):
            low, high = frames[frame], frames[frame + 1]
            first = len(self.found)
            while seat < len(page.seats) and page.seats[seat] < high:
                self._direct(page.quotations[seat], page.seats[seat], frame)
                seat += 1
            cues = []
            while cue < len(page.cues) and page.cues[cue] < high:
                cues.append(page.cues[cue])
                cue += 1
            for report in reports(page, low, high, cues):
                self._indirect(report, frame)
            if len(self.found) > first + 1:
                self.found[first:] = sorted(self.found[first:], key=lambda a: a.passage.start)
        return self.found

    def _direct(self, quotation: Quotation, seat: int, frame: int) -> None:
        cue = cue_of(self.page, seat)
        source = source_of(self.page, seat, cue)
        speaker, bearer = Speaker(), None
        if source == "direct":
            if cue is not None and cue.phrase is not None:
                speaker, bearer = self.resolver.speaker(cue.phrase)
                if cue.how == "subject" and not self._somebody(cue.phrase, bearer):
                    source, speaker, bearer = "scare", Speaker(), None
            elif self._alone(frame, seat):
                speaker, bearer = self._carried_on(frame)
            self._remember(frame, speaker, bearer)
        elif source == "scare" and cue is None and self._reported_on(frame):
            assert self.last is not None
            source, (_, speaker, bearer) = "direct", self.last
        self.found.append(self._attribution(quotation, source, speaker, cue))

    def _reported_on(self, frame: int) -> bool:
        """Whether the sentence goes on with what the one before it, in its paragraph, reports."""
        last = self.last
        return last is not None and last[0] == frame - 1 and not self.page.opening[frame]

    def _somebody(self, phrase: Phrase, bearer: Bearer | None) -> bool:
        """Whether a subject with no cue is a person, and not the first word of a sentence."""
        if phrase.kind != "name":
            return True
        return (
            bearer is not None
            and bearer.kind == PERSON
            and (
                bearer.count > 1 or len(bearer.words) > 1 or bool(bearer.roles) or bearer.gender > 0
            )
        )

    def _indirect(self, report: Report, frame: int) -> None:
        speaker, bearer = self.resolver.speaker(report.phrase)
        self._remember(frame, speaker, bearer)
        parts = tuple(self.resolver.passage(a, b) for a, b in report.stretches)
        whole = Passage(self.article.id, parts[0].start, parts[-1].end)
        verb = self.resolver.passage(*report.verb)
        kind = verb_kind(self.article.words_of(verb))
        flags = ("mixed",) if self._quotes_inside(report) else ()
        self.found.append(Attribution(whole, parts, "indirect", speaker, verb, kind, flags))

    def _quotes_inside(self, report: Report) -> bool:
        first, last = report.stretches[0][0], report.stretches[-1][1]
        return any(x & c.QUOTE for x in self.page.bits[first : last + 1])

    def _remember(self, frame: int, speaker: Speaker, bearer: Bearer | None) -> None:
        if speaker.name or speaker.kind == "pronoun":
            self.last = (frame, speaker, bearer)
        if bearer is not None:
            self.resolver.spoke[frame] = bearer

    def _alone(self, frame: int, seat: int) -> bool:
        """Whether nothing but quotations stands in the sentence."""
        page = self.page
        low, high = page.window(frame, seat)
        return not any(x & c.WORD for x in page.bits[low:high])

    def _carried_on(self, frame: int) -> tuple[Speaker, Bearer | None]:
        """Who goes on speaking: who did last, or whom the sentence before is about."""
        page, last = self.page, self.last
        if last is not None and frame - last[0] <= 1:
            return last[1], last[2]
        if frame > 0:
            low, high = page.frames[frame - 1 : frame + 1]
            phrase = main_subject(page, low, high) or opening_phrase(page, low, high)
            if phrase is not None and (
                page.bits[phrase.head] & c.ROLE
                or phrase.kind == "name"
                or page.forms[phrase.head].split("'")[0] in ("he", "she", "they")
            ):
                return self.resolver.speaker(phrase)
        if (
            last is not None
            and frame - last[0] < _REACH
            and not any(page.opening[last[0] + 1 : frame + 1])
        ):
            return last[1], last[2]
        return self._named_next(frame)

    def _named_next(self, frame: int) -> tuple[Speaker, Bearer | None]:
        """Who is named in the next sentence: "That was the message from Ada Byrne."."""
        page = self.page
        if frame + 1 < len(page.opening) and not page.opening[frame + 1]:
            low, high = page.frames[frame + 1 : frame + 3]
            high = min(high, low + _NEAR)
            for mention in self.resolver.named_in(frame + 1):
                bearer = mention.bearer
                if bearer.kind != PERSON or "asked" in page.forms[low:high]:
                    continue
                if not any(x & c.QUOTE for x in page.bits[low:high]):
                    here = self.resolver.passage(mention.core, mention.end)
                    return self.resolver.known(bearer, "named", here), bearer
        return Speaker(), None

    def _attribution(
        self, quotation: Quotation, source: str, speaker: Speaker, cue: Cue | None
    ) -> Attribution:
        name = self.article.id
        verb = None
        kind = ""
        if cue is not None and cue.verb is not None and source == "direct":
            verb = self.resolver.passage(*cue.verb)
            kind = verb_kind(self.article.words_of(verb))
        return Attribution(
            Passage(name, quotation.start, quotation.end),
            tuple(Passage(name, a, b) for a, b in quotation.parts),
            source,
            speaker,
            verb,
            kind,
            quotation.flags,
        )
