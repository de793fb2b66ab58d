"""A finding: one plain sentence about tellings, with the passages it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from toolkit.article import Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """What differs or agrees, where, and by how much.

    ``kind`` is a short name (``shared-passage``, ``only-in``, ``order``); ``sentence`` says it
    in words without judging; ``passages`` is the evidence and is never empty; ``values`` are
    the numbers in the sentence.
    """

    kind: str
    sentence: str
    passages: tuple[Passage, ...]
    values: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError("A finding needs at least one passage as evidence.")
