"""The phrases that give page furniture away, read from ``furniture.toml``."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Bullets, arrows, rules and the like that may stand around a phrase.
AROUND = " \t*_#>|•·▪●◦‣-»«[]<>→←►▶:"
_NEVER = "(?!)"
_BEGINNINGS = ("sentence", "opens", "names")
_FIRST_WORD = re.compile(r"\W{0,3}\w*")


@dataclass(frozen=True, slots=True)
class Ways:
    """How one kind of furniture is known: an expression for each list in ``furniture.toml``.

    They are compiled when first asked for, which for most kinds is never.
    """

    holds: tuple[str, ...]
    sentence: str
    opens: str
    names: str
    patterns: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The whole list, compiled.

    ``first_words`` are the words that any phrase begins with, ``holds`` and ``fits`` what any
    kind knows: nearly every line can be passed over without being looked at kind by kind.
    """

    whole: Mapping[str, str]
    kinds: tuple[tuple[str, Ways], ...]
    first_words: frozenset[str]
    holds: tuple[str, ...]
    fits: re.Pattern[str]
    linkers: frozenset[str]
    not_names: frozenset[str]
    commerce: re.Pattern[str]
    function_words: frozenset[str]


@cache
def load_cues() -> Cues:
    """Read and compile ``furniture.toml``, once."""
    data = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
    whole: dict[str, str] = {}
    kinds: list[tuple[str, Ways]] = []
    for kind, lists in data["kinds"].items():
        for phrase in lists.get("whole", ()):
            whole.setdefault(phrase.strip(AROUND), kind)
        sentence, opens, names = (_any_of(lists.get(way, ())) for way in _BEGINNINGS)
        patterns = _filled(lists.get("patterns", ()), data["parts"])
        ways = Ways(tuple(lists.get("holds", ())), sentence, opens, names, patterns)
        kinds.append((kind, ways))
    beginnings = (p for k in data["kinds"].values() for way in _BEGINNINGS for p in k.get(way, ()))
    return Cues(
        whole=whole,
        kinds=tuple(kinds),
        first_words=frozenset(map(first_word, beginnings)),
        holds=tuple(phrase for _, ways in kinds for phrase in ways.holds),
        fits=re.compile("|".join(f"(?:{ways.patterns})" for _, ways in kinds)),
        linkers=frozenset(data["names"]["linkers"]),
        not_names=frozenset(data["names"]["not_names"]),
        commerce=re.compile(_any_of([*data["commerce"]["words"], *data["commerce"]["phrases"]])),
        function_words=frozenset(data["edges"]["function_words"]),
    )


def first_word(words: str) -> str:
    """What ``words`` begin with, to the end of the first word."""
    found = _FIRST_WORD.match(words)
    return found[0] if found else ""


def _any_of(phrases: Sequence[str]) -> str:
    """An expression for any of the phrases, as whole words, the longest first."""
    if not phrases:
        return _NEVER
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    ends = [re.escape(p) + (r"(?!\w)" if p[-1].isalnum() else "") for p in ordered]
    words = [end for p, end in zip(ordered, ends, strict=True) if p[0].isalnum()]
    signs = [end for p, end in zip(ordered, ends, strict=True) if not p[0].isalnum()]
    return "|".join([rf"\b(?:{'|'.join(words)})", *signs] if words else signs)


def _filled(patterns: Sequence[str], parts: Mapping[str, str]) -> str:
    """An expression for any of the patterns, with the parts they name put in."""
    expression = "|".join(f"(?:{pattern})" for pattern in patterns) or _NEVER
    for name, part in parts.items():
        expression = expression.replace(f"{{{name}}}", part)
    return expression
