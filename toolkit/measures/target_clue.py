"""What a rule may say about a target: the clue, and the target as the rules find it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from toolkit.measures.attitude_words import Entry
from toolkit.measures.clauses import Stretch, speech_verbs
from toolkit.text import lexicon

RULES: Mapping[str, str] = {
    "does": "what it does: “X lied”, “beaten by X”",
    "suffers": "what is done to it: “blasted X”, “X was praised”",
    "is": "what it is said to be: “X is corrupt”, “called X a liar”",
    "described": "words at its name: “embattled X”, “X, a hero of the war”",
    "has": "what it has: “X's failures”, “the arrogance of X”",
    "stance": "how others stand to it: “critics of X”, “X drew praise”, “a victory for X”",
    "near": "words in the same clause",
    "across": "words in other clauses of the sentence",
    "others": "words that stand nearer to another name",
    "told": "what it says itself",
    "quoted": "what somebody else is quoted as saying",
}
NEGATED = -0.6  # what "not" makes of a judgement: the other side, and weaker


@dataclass(frozen=True, slots=True)
class Clue:
    """A word or phrase that speaks about the target; ``value`` is from -2 to 2.

    ``steps`` are the words and ``clauses`` the clause boundaries between it and the target, both
    0 where a rule of grammar ties the two; ``before`` says that it stands before the target.
    ``setting``: the target is only where or when it happens ("in X").
    """

    at: int
    length: int
    rule: str
    value: float
    steps: int = 0
    clauses: int = 0
    before: bool = False
    setting: bool = False


@dataclass
class Target:
    """A target in a stretch: words ``first`` to ``last`` (exclusive), and the clues so far."""

    stretch: Stretch
    first: int
    last: int
    possessive: bool
    entries: Mapping[int, Entry] = field(init=False)
    joint: int = field(init=False)
    speaks: int = -1  # where its verb of saying stands
    governor: int = -1  # where the active verb stands whose object it is
    clues: dict[int, Clue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._widen()
        self.entries = {
            at: entry
            for at, entry in self.stretch.entries.items()
            if at + entry.length <= self.first or at >= self.last
        }
        self.joint = self._preposition()

    def _widen(self) -> None:
        """Take the rest of the name in: "President Emmanuel" before "Macron"."""
        s = self.stretch
        if s.headline:
            return
        while self.first and s.capital[self.first - 1] and self._joined(self.first):
            before = self.first - 1
            if before == 0 and (before in s.entries or s.is_a("preposition", 0) or s.opens(0)):
                return
            self.first = before
        if not self.possessive:
            while self.last < len(s) and s.capital[self.last] and s.gaps[self.last] == " ":
                self.last += 1

    def _joined(self, at: int) -> bool:
        s = self.stretch
        title = s.forms[at - 1] in lexicon.words("titles") or len(s.forms[at - 1]) == 1
        return s.gaps[at] == " " or (s.gaps[at] == ". " and title)

    def _preposition(self) -> int:
        """Where the preposition before the target stands ("of" in "critics of Mr X"), or -1."""
        s = self.stretch
        for at in range(self.first - 1, max(-1, self.first - 6), -1):
            if s.breaks(at + 1):
                return -1
            if s.is_a("preposition", at):
                return at
            part = s.capital[at] or s.is_a("determiner", at) or at in s.entries
            if not part and at < self.first - 2:
                return -1
        return -1

    @property
    def by(self) -> str:
        """The preposition before the target, or nothing."""
        return self.stretch.forms[self.joint] if self.joint >= 0 else ""

    @property
    def contracted(self) -> bool:
        """Whether a form of "be" hangs on the name: "he's corrupt"."""
        return self.stretch.forms[self.last - 1].endswith(("'s", "'re", "'m"))

    @cached_property
    def doubted(self) -> bool:
        """Whether what it does and is is denied beforehand: "nobody believes that X is"."""
        s = self.stretch
        for at in range(self.first - 1, max(-1, self.first - 4), -1):
            if s.breaks(at + 1):
                return False
            if s.forms[at] in speech_verbs():
                return s.negated(at)
        return False

    def use(self, at: int, rule: str, value: float) -> None:
        """Note a clue, once per word; a negation turns it around. Value 0 says: no clue."""
        doubted = rule in ("does", "is") and at >= self.last and self.doubted
        if self.stretch.negated(at) != doubted:
            value *= NEGATED
        self.clues.setdefault(at, Clue(at, self.entries[at].length, rule, value))
