"""Stretches of text that must not overlap."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from toolkit.article import Mark


class Span(Protocol):
    """Anything with a start and an end, such as a mark or a line."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


S = TypeVar("S", bound=Span)


def clear_of(spans: Iterable[S], others: Iterable[Span]) -> list[S]:
    """Those of ``spans`` that overlap none of ``others``, in text order.

    Neither may overlap within itself.
    """
    kept: list[S] = []
    ordered = sorted(others, key=lambda span: span.start)
    at = 0
    for span in sorted(spans, key=lambda span: span.start):
        while at < len(ordered) and ordered[at].end <= span.start:
            at += 1
        if at == len(ordered) or span.end <= ordered[at].start:
            kept.append(span)
    return kept


def merged(first: Iterable[Mark], second: Iterable[Mark]) -> tuple[Mark, ...]:
    """All marks of ``first``, and those of ``second`` that do not overlap them, sorted.

    >>> merged([Mark(0, 4, "advert")], [Mark(2, 6, "share"), Mark(6, 9, "share")])
    (Mark(start=0, end=4, kind='advert'), Mark(start=6, end=9, kind='share'))
    """
    strong = list(first)
    return tuple(sorted([*strong, *clear_of(second, strong)]))
