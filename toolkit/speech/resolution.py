"""Who is meant by the phrase beside a reporting verb: a name in full, a role, a pronoun.

Nothing is taken from outside the article. Pronouns go to the nearest person who agrees, subjects
and speakers first (Hobbs 1978; Lappin and Leass 1994); a role to the person whom the article gives
that office.
"""

from bisect import bisect_left

from toolkit.article import Passage
from toolkit.speech import classes as c
from toolkit.speech.attribution import Speaker
from toolkit.speech.name_words import core_of
from toolkit.speech.names import BODY, PERSON, SAME, Bearer, Mention, Names
from toolkit.speech.phrases import BE, Phrase
from toolkit.speech.phrases_after import right
from toolkit.speech.speakers import owner_of
from toolkit.speech.stream import Page
from toolkit.speech.subjects import main_subject

_OFFICE = c.ROLE | c.TITLE | c.PEOPLE
_MOST = 50  # names looked at in one place
_REACH = 14  # sentences in which a pronoun looks for its person
_ANYBODY = frozenset("man woman boy girl".split())
_NEAR = frozenset("the this that his her its their our".split())


def page_words(page: Page, passage: Passage) -> str:
    """The text of a passage of the page's article, on one line."""
    return " ".join(page.text[passage.start : passage.end].split())


class Resolver:
    """One article: its names, and who spoke in each sentence so far."""

    def __init__(self, page: Page, article: str) -> None:
        self.page, self.article = page, article
        self.names = Names(page)
        self.spoke: dict[int, Bearer] = {}  # by sentence: the last who did
        self._starts = [mention.start for mention in self.names.mentions]
        self._holders: dict[str, list[int]] | None = None

    def passage(self, first: int, last: int) -> Passage:
        """The text of some items; without a possessive ending."""
        page = self.page
        end = page.ends[last - 1]
        if page.bits[last - 1] & c.POSSESSIVE:
            text = page.text[page.starts[last - 1] : end]
            end -= 2 if text[-2:-1] in "'’ʼ" and len(text) > 2 else 1
        return Passage(self.article, page.starts[first], end)

    def speaker(self, phrase: Phrase) -> tuple[Speaker, Bearer | None]:
        """Whom a phrase names."""
        page = self.page
        mention = self.passage(phrase.start, phrase.end)
        if phrase.kind == "pronoun":
            return self._pronoun(phrase, mention)
        if phrase.kind == "joint":
            text = " ".join(page.text[mention.start : mention.end].split())
            return Speaker(text, "named", mention, mention), None
        if phrase.name is not None:
            first, last = phrase.name
            core = core_of(page, first, last)
            if core < last:
                return self._named(first, last, core, mention)
        return self._described(phrase, mention)

    def _named(
        self, first: int, last: int, core: int, mention: Passage
    ) -> tuple[Speaker, Bearer | None]:
        known = self.names.at.get(last - 1)
        if known is not None and known.core >= first:
            bearer = known.bearer
            full = bearer.full or known
            evidence = self.passage(full.core, full.end)
            words = self.page.text[evidence.start : evidence.end]
            if (known.core > core and bearer.kind != PERSON) or len(bearer.words) < last - core:
                evidence = self.passage(core, last)
                words = self.page.text[evidence.start : evidence.end]
        else:
            bearer = None
            evidence = self.passage(core, last)
            words = self.page.text[evidence.start : evidence.end]
        return Speaker(" ".join(words.split()), "named", mention, evidence), bearer

    def known(self, bearer: Bearer, kind: str, mention: Passage | None) -> Speaker:
        """The speaker who is somebody named elsewhere."""
        assert bearer.full is not None
        evidence = self.passage(bearer.full.core, bearer.full.end)
        name = " ".join(self.page.text[evidence.start : evidence.end].split())
        return Speaker(name, kind, mention, evidence)

    # Pronouns

    def _pronoun(self, phrase: Phrase, mention: Passage) -> tuple[Speaker, Bearer | None]:
        word = self.page.forms[phrase.head].split("'")[0]
        gender = {"he": c.MALE, "she": c.FEMALE}.get(word, 0)
        bearer = None
        if gender:
            bearer = self._person_before(phrase.start, gender)
        elif word in ("it", "they"):
            before = self._thing_before(phrase.start, word)
            if before is not None:
                name = page_words(self.page, before)
                return Speaker(name, "pronoun", mention, before), None
            bearer = self._body_before(phrase.start) if word == "it" else None
        if bearer is None:
            return Speaker("", "pronoun", mention), None
        if gender and not bearer.gender:
            bearer.gender = gender
        return self.known(bearer, "pronoun", mention), bearer

    def named_in(self, frame: int, before: int | None = None) -> list[Mention]:
        """The names of a sentence (before an item), of very many the last."""
        low, high = self.page.frames[frame : frame + 2]
        first = bisect_left(self._starts, low)
        last = bisect_left(self._starts, high if before is None else min(high, before))
        return self.names.mentions[max(first, last - _MOST) : last]

    def _person_before(self, at: int, gender: int) -> Bearer | None:
        """Who is meant by "he" or "she": best somebody who is plainly a person."""
        return self._nearest(at, gender, True) or self._nearest(at, gender, False)

    def _nearest(self, at: int, gender: int, known: bool) -> Bearer | None:
        here = self.page.frame_of(at)
        unsure: Bearer | None = None
        for frame in range(here, max(-1, here - _REACH), -1):
            spoke = self.spoke.get(frame) if frame < here else None
            if (
                spoke is not None
                and spoke.kind == PERSON
                and (not gender or spoke.gender in (0, gender))
                and (spoke.gender or unsure is None)
            ):
                return spoke
            people = [
                m
                for m in self.named_in(frame, at)
                if m.bearer.kind == PERSON
                and (not gender or m.bearer.gender in (0, gender))
                and m.start < at
                and (m.bearer.known or self._opens(m, frame) if known else m.bearer.free)
            ]
            sure = [m for m in people if m.bearer.gender]
            for group in (sure, people):
                chosen = self._most_salient(group)
                if chosen is not None:
                    if chosen.gender:
                        return chosen if unsure is None else unsure
                    unsure = unsure or chosen
                    break
            if unsure is not None and here - frame > 3:
                break
        return unsure

    def _opens(self, mention: Mention, frame: int) -> bool:
        """Whether a name opens a sentence and does something: "Lee did not reply"."""
        bits = self.page.bits
        doing = (
            mention.end < len(bits)
            and bits[mention.end] & c.VERB
            and not bits[mention.end] & c.ING_CUE
        )
        return (
            mention.start == self.page.frames[frame]
            and bool(doing)
            and self.page.forms[mention.end] not in BE
        )

    def _most_salient(self, mentions: list[Mention]) -> Bearer | None:
        """The first that is not in the genitive or behind a preposition, else the first."""
        bits = self.page.bits
        for m in mentions:
            before = bits[m.start - 1] if m.start else 0
            if not bits[m.end - 1] & c.POSSESSIVE and not before & c.PREPOSITION:
                return m.bearer
        return mentions[0].bearer if mentions else None

    def _thing_before(self, at: int, word: str) -> Passage | None:
        """The body ("it") or the people ("they") that the sentence before is about."""
        page = self.page
        here = page.frame_of(at)
        if here == 0:
            return None
        phrase = main_subject(page, *page.frames[here - 1 : here + 1])
        if phrase is None or phrase.kind not in ("noun", "name"):
            return None
        x = page.bits[phrase.head]
        fits = x & c.BODY and (word == "it" or phrase.kind == "noun" or x & c.PLURAL)
        if word == "they":
            fits = fits or (x & c.PLURAL and phrase.kind == "noun")
        return self.passage(phrase.start, phrase.end) if fits else None

    def _body_before(self, at: int) -> Bearer | None:
        here = self.page.frame_of(at)
        for frame in range(here, max(-1, here - 3), -1):
            bodies = [m for m in self.named_in(frame, at) if m.bearer.kind == BODY and m.start < at]
            chosen = self._most_salient(bodies)
            if chosen is not None:
                return chosen
        return None

    # Roles

    def _described(self, phrase: Phrase, mention: Passage) -> tuple[Speaker, Bearer | None]:
        page = self.page
        text = page_words(page, mention)
        first, head = page.bits[phrase.start], page.bits[phrase.head]
        if head & c.NOUN_CUE and not head & c.ROLE:
            source = self._issuer(phrase)
            if source is not None:
                return self.speaker(source)
        if first & (c.INDEFINITE | c.QUANTITY) or (head & c.PLURAL and not head & c.NAME):
            return Speaker(text, "unnamed", mention, mention), None
        definite = page.forms[phrase.start] in _NEAR or first & (c.NAME | c.POSSESSIVE)
        if definite and head & c.ROLE:
            bearer = self._holder(phrase)
            if bearer is None and page.forms[phrase.head] in _ANYBODY:
                bearer = self._person_before(phrase.start, head & (c.MALE | c.FEMALE))
            elif bearer is None and page.forms[phrase.head].endswith("year-old"):
                bearer = self._person_before(phrase.start, 0)
            if bearer is not None:
                return self.known(bearer, "role", mention), bearer
        rest = page.bits[phrase.start + 1 : phrase.end]
        body = len(rest) > 1 and all(x & c.NAME for x in rest)
        if first & c.DETERMINER and body and any(not x & _OFFICE for x in rest):
            name = self.passage(phrase.start + 1, phrase.end)  # "the Coast Guard"
            return Speaker(page_words(page, name), "named", mention, name), None
        kind = "role" if definite and head & (c.ROLE | c.BODY) else "unnamed"
        return Speaker(text, kind, mention, mention), None

    def _issuer(self, phrase: Phrase) -> Phrase | None:
        """Whose the statement is that "said": "a letter from the group", "her tweet" not."""
        page = self.page
        after = phrase.head + 1
        if after + 1 < len(page.bits) and page.forms[after] in ("from", "by"):
            return right(page, after + 1, page.frames[page.frame_of(phrase.head) + 1])
        if phrase.head > phrase.start:
            return owner_of(page, phrase.head, phrase.start)
        return None

    def _holder(self, phrase: Phrase) -> Bearer | None:
        """Who has the role: best in agreement, then nearest before."""
        page = self.page
        words = []
        for k in range(phrase.start, phrase.head + 1):
            x = page.bits[k]
            if x & c.WORD and not x & (c.DETERMINER | c.PREPOSITION | c.NUMBER):
                word = page.forms[k].removesuffix("'s")
                words.append((SAME.get(word, word), x))
        role = words[-1][0]
        groups = [c.role_group(kind) for kind in ("head", "lawmaker") if role in c.role_group(kind)]
        gender = page.bits[phrase.head] & (c.MALE | c.FEMALE)
        nation = {word for word, x in words[:-1] if x & (c.PEOPLE | c.PLACE)}
        best: tuple[int, int, int] | None = None
        chosen = None
        for mention in self._candidates(role, groups, phrase.start):
            bearer = mention.bearer
            if bearer.kind != PERSON or not bearer.roles:
                continue
            score = 3 if role in bearer.roles else 0
            if not score and any(group & bearer.roles for group in groups):
                score = 2
            if not score or (gender and bearer.gender and bearer.gender != gender):
                continue
            if nation and not nation & bearer.roles:
                score -= 2
                if self._other_nation(bearer, nation):
                    continue
            score += sum(word in bearer.roles for word, _ in words[:-1])
            before = mention.start < phrase.start
            rank = (score, int(before), mention.start if before else -mention.start)
            if best is None or rank > best:
                best, chosen = rank, bearer
        return chosen

    def _candidates(self, role: str, groups: list[frozenset[str]], at: int) -> list[Mention]:
        """Who has such a role, in the order of the text: of very many the nearest."""
        mentions = self.names.mentions
        if self._holders is None:
            self._holders = {}
            for k, mention in enumerate(mentions):
                for word in mention.bearer.roles:
                    self._holders.setdefault(word, []).append(k)
        found: set[int] = set()
        for word in sorted({role}.union(*groups)):
            held = self._holders.get(word, [])
            middle = bisect_left(held, bisect_left(self._starts, at))
            found.update(held[max(0, middle - _MOST) : middle + 10])
        return [mentions[k] for k in sorted(found)]

    def _other_nation(self, bearer: Bearer, nation: set[str]) -> bool:
        peoples = {w for w in bearer.roles if c.word_bits(w.upper()[:1] + w[1:], w) & c.PEOPLE}
        return bool(peoples) and not peoples & nation
