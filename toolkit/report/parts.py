"""The parts of a report: a heading that can be linked to, what stands below it, smaller parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.report.elements import Html, element, joined


@dataclass(frozen=True, slots=True)
class Part:
    """One part. ``id`` is its place within the page; ``parts`` come after its own ``body``."""

    title: str
    id: str
    body: tuple[Html, ...]
    parts: tuple["Part", ...] = ()

    def html(self, level: int = 2) -> Html:
        """The part as a section, its heading of that level."""
        return element(
            "section",
            element(f"h{level}", self.title),
            *self.body,
            *(part.html(level + 1) for part in self.parts),
            id=self.id,
        )


def contents(parts: Iterable[Part]) -> Html:
    """A list of links to all parts."""
    return element(
        "nav", element("h2", "Contents"), _listed(parts), class_="contents", aria_label="Contents"
    )


def _listed(parts: Iterable[Part]) -> Html:
    return element(
        "ol",
        joined(
            element(
                "li",
                element("a", part.title, href=f"#{part.id}"),
                *([_listed(part.parts)] if part.parts else []),
            )
            for part in parts
        ),
    )
