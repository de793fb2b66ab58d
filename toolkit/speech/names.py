"""The people and bodies an article names: their fullest names, offices and pronouns.

Names are runs of words with a capital. Offices come from titles before a name ("French President
Emmanuel Macron") and from what stands beside it between commas ("Jane Doe, a nurse from Leeds,").
Idea: Bontcheva et al. 2002 (orthographic coreference in news); Bell 1991 (news actors' titles).
"""

from dataclasses import dataclass

from toolkit.speech import classes as c
from toolkit.speech.name_words import core_of, settle_first_words
from toolkit.speech.phrases import OF_BODIES, is_verb, past_particles
from toolkit.speech.stream import Page

PERSON, BODY, PLACE = "person", "body", "place"
_LONE = c.PLACE | c.PEOPLE | c.ROLE | c.TITLE  # alone, these name nobody
_MOST = 50  # namesakes, roles of one bearer
SAME = {
    "sen": "senator", "rep": "representative", "gov": "governor", "pm": "minister",
    "pres": "president",
    "american": "us", "u.s": "us", "u.s.": "us", "america": "us", "british": "uk", "u.k": "uk",
}  # fmt: skip


@dataclass(slots=True)
class Mention:
    """Where somebody is named: items ``start`` to before ``end``; ``core`` is where the name
    itself begins, behind its titles."""

    start: int
    end: int
    core: int
    bearer: "Bearer"


@dataclass(slots=True, eq=False)
class Bearer:
    """Who bears a name in this article."""

    words: tuple[str, ...]
    kind: str
    gender: int = 0  # MALE, FEMALE or 0
    roles: frozenset[str] = frozenset()
    full: Mention | None = None
    count: int = 0
    free: bool = False  # stands somewhere without "in" or "the" before it
    acts: bool = False  # says or does something that people do

    @property
    def known(self) -> bool:
        """Whether anything shows that this is a person: a first name, an office, a deed."""
        long = len(self.words) > 1 and self.free
        return long or self.acts or bool(self.roles) or self.gender > 0


class Names:
    """All names of an article, and whom each stands for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        settle_first_words(page)
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}  # by the last item of the name
        self._by_words: dict[tuple[str, ...], Bearer] = {}
        self._by_last: dict[str, list[Bearer]] = {}
        self._by_first: dict[str, list[Bearer]] = {}
        self._by_ends: dict[tuple[str, str], Bearer] = {}
        self._collect()

    def _collect(self) -> None:
        page, bits = self.page, self.page.bits
        name, particle, office = c.NAME, c.PARTICLE, c.ROLE | c.BODY
        late = []
        size, done = len(bits), 0
        for at in page.names:
            if at < done or not bits[at] & name:
                continue
            end = at + 1
            while end < size and not bits[end - 1] & c.POSSESSIVE:
                if bits[end] & name:
                    end += 1
                elif bits[end] & particle and (after := past_particles(bits, end)):
                    end = after + 1
                elif bits[end - 1] & office and (after := self._office_of(end)):
                    end = after
                else:
                    break
            done = end
            if end == at + 1 and bits[at] & _LONE:
                continue  # "Ukraine", "Republican": no person
            core = at if end == at + 1 else core_of(page, at, end)
            if core < end:
                late.append((at, end, core))
        # Full names first, so that a surname before its full name finds its bearer too.
        for at, end, core in late:
            if end - core > 1:
                self._add(at, end, core)
        for at, end, core in late:
            if end - core == 1:
                self._add(at, end, core)
        self.mentions.sort(key=lambda mention: mention.start)

    def _office_of(self, at: int) -> int:
        """Past "of State" in "Secretary of State"; 0 where nothing of the kind stands."""
        page = self.page
        if page.bits[at] & c.PREPOSITION and page.forms[at] in OF_BODIES:
            at += 2 if page.forms[at + 1 : at + 2] == ["the"] else 1
            if at < len(page.bits) and page.bits[at] & c.NAME:
                return at + 1
        return 0

    def _add(self, start: int, end: int, core: int) -> None:
        bits = self.page.bits
        words = self._words(core, end)
        bearer = self._by_words.get(words)
        if bearer is None or (start < core and bearer.gender):
            bearer = self.find(words, self._title_gender(start, core))
        if bearer is None:
            bearer = Bearer(words, self._kind(start, end, core))
            self._by_last.setdefault(words[-1], []).append(bearer)
            self._by_first.setdefault(words[0], []).append(bearer)
            if bearer.kind == PERSON and len(words) > 1:
                self._by_ends.setdefault((words[0], words[-1]), bearer)
        if words not in self._by_words:
            self._by_words[words] = bearer
        mention = Mention(start, end, core, bearer)
        full = bearer.full
        if full is None or end - core > full.end - full.core:
            bearer.full, bearer.words = mention, words
        bearer.count += 1
        before = bits[start - 1] if start else 0
        if start < core or not before & (c.PREPOSITION | c.DETERMINER):
            bearer.free = True
            after = bits[end] if end < len(bits) else 0
            bearer.acts |= bool(after & c.CUE and not after & (c.ING_CUE | c.NOUNISH))
        self.mentions.append(mention)
        self.at[end - 1] = mention
        if bearer.kind == PERSON and (
            start < core
            or end - core > 1
            or (bits[end : end + 1] or [0])[0] & c.COMMA
            or bits[start - 1] & (c.ROLE | c.TITLE | c.COMMA)
        ):
            self._learn(mention)

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        forms = self.page.forms
        if self.page.bits[last - 1] & c.POSSESSIVE:
            return (*forms[first : last - 1], self._plain(last - 1))
        return tuple(forms[first:last])

    def _plain(self, at: int) -> str:
        word = self.page.forms[at]
        return word[:-2] if word.endswith("'s") else word

    def find(self, words: tuple[str, ...], gender: int = 0) -> Bearer | None:
        """Who is meant by the words of a name, in their normal form."""
        known = self._by_words.get(words)
        if known is not None and (not gender or not known.gender or known.gender == gender):
            return known
        if len(words) > 1:
            return self._by_ends.get((words[0], words[-1]))
        same = [b for b in self._by_last.get(words[0], ())[:_MOST] if b.kind == PERSON]
        if gender:
            same = [b for b in same if b.gender in (0, gender)]
        if same:
            return max(same, key=lambda b: (b.count, -(b.full.start if b.full else 0)))
        first = [b for b in self._by_first.get(words[0], ())[:_MOST] if b.kind == PERSON]
        return first[0] if len(first) == 1 else None

    def _title_gender(self, start: int, core: int) -> int:
        bits = self.page.bits
        for k in range(start, core):
            if bits[k] & c.TITLE:
                return bits[k] & (c.MALE | c.FEMALE)
        return 0

    def _kind(self, start: int, end: int, core: int) -> str:
        bits = self.page.bits
        inside = bits[core:end]
        if start < core and any(x & (c.ROLE | c.TITLE) for x in bits[start:core]):
            return PERSON
        if all(x & (c.PLACE | c.PEOPLE) for x in inside):
            return PLACE
        if len(inside) > 1 and self.page.forms[core] in c.grammar("before-place"):
            return PLACE
        if inside[0] & (c.MALE | c.FEMALE) and len(inside) > 1 and not inside[-1] & c.BODY:
            return PERSON
        if any(x & c.BODY for x in inside) or (
            inside[-1] & c.ACRONYM and (len(inside) == 1 or len(self.page.forms[end - 1]) > 2)
        ):
            return BODY
        if core and self.page.forms[core - 1] == "the" and start == core:
            return BODY
        return PERSON

    def _learn(self, mention: Mention) -> None:
        """Take in what stands beside a name: office, nationality, whether "he" or "she"."""
        bits, bearer = self.page.bits, mention.bearer
        start = mention.start
        if start < mention.core or (start and bits[start - 1] & (c.ROLE | c.TITLE)):
            before = start - 1
            while before >= max(0, start - 12) and bits[before] & c.WORD and not bits[before] & (
                c.PREPOSITION | c.DETERMINER | c.JOINING | c.SUBORDINATOR | c.PRONOUN | c.VERB
            ):  # fmt: skip
                before -= 1
            if any(x & (c.ROLE | c.TITLE) for x in bits[max(0, start - 1) : mention.core]):
                self._take(bearer, before + 1, mention.core)
        at = mention.end
        if at + 1 < len(bits) and bits[at] & c.COMMA and not bits[at - 1] & c.POSSESSIVE:
            self._aside(bearer, at + 1)
        if (
            mention.start >= 2
            and mention.start == mention.core
            and bits[mention.start - 1] & c.COMMA
        ):
            self._office_before(bearer, mention)
        if not bearer.gender and mention.end - mention.core > 1:
            bearer.gender = bits[mention.core] & (c.MALE | c.FEMALE)
            if bearer.gender == c.MALE | c.FEMALE:
                bearer.gender = 0

    def _take(self, bearer: Bearer, first: int, last: int) -> None:
        bits = self.page.bits
        roles = set(bearer.roles)
        for k in range(first, last if len(roles) < _MOST else first):
            x = bits[k]
            if x & c.WORD and not x & (c.DETERMINER | c.PREPOSITION):
                word = self._plain(k)
                roles.add(SAME.get(word, word))
                if x & (c.ROLE | c.TITLE) and not bearer.gender:
                    gender = x & (c.MALE | c.FEMALE)
                    bearer.gender = 0 if gender == c.MALE | c.FEMALE else gender
        bearer.roles = frozenset(roles)

    def _aside(self, bearer: Bearer, at: int) -> None:
        """Take in the office between commas behind a name: ", 47, a nurse from Leeds,"."""
        page, bits = self.page, self.page.bits
        size = len(bits)
        if bits[at] & c.NUMBER and at + 2 < size and bits[at + 1] & c.COMMA:
            at += 2
        end = at
        while (
            end < size and end < at + 14 and not bits[end] & (c.COMMA | c.STOP | c.QUOTE | c.DASH)
        ):
            if (bits[end] & c.VERB and is_verb(page, end)) or bits[end] & c.RELATIVE:
                break
            end += 1
        first = bits[at]
        if page.forms[at] in ("who", "which") and end == at:
            return
        if not first & (
            c.DETERMINER | c.ROLE | c.ADJECTIVE | c.PEOPLE | c.PLACE | c.BODY | c.POSSESSIVE
        ):
            return
        if any(bits[k] & c.ROLE for k in range(at, end)):
            cut = next((k for k in range(at, end) if bits[k] & c.PREPOSITION), end)
            self._take(bearer, at, cut)
            for k in range(cut, end):
                if bits[k] & (c.PLACE | c.PEOPLE | c.BODY | c.NAME):
                    self._take(bearer, k, k + 1)

    def _office_before(self, bearer: Bearer, mention: Mention) -> None:
        """Take in the office right before a name: "the council leader, Meera Holt"."""
        page, bits = self.page, self.page.bits
        last = mention.start - 2
        first = last
        while first >= 0 and first > last - 12 and bits[first] & c.WORD and not (
            bits[first] & c.VERB and is_verb(page, first)
        ):  # fmt: skip
            first -= 1
        first += 1
        after = mention.end
        closed = after >= len(bits) or bits[after] & (c.COMMA | c.STOP | c.VERB | c.OPEN | c.QUOTE)
        if closed and any(bits[k] & c.ROLE for k in range(first, last + 1)):
            cut = next((k for k in range(first, last + 1) if bits[k] & c.DETERMINER), first)
            self._take(bearer, cut, last + 1)
