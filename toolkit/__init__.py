"""Same Story: news articles on the same story, side by side, with evidence.

Everything here loads when it is first used; ``import toolkit`` itself loads no heavy library.

>>> import toolkit
>>> story = toolkit.load_story("harbour-bridge")
>>> comparison = toolkit.compare(story)
>>> len(comparison.pairs)
6
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toolkit.article import Article, Mark, Passage, Story
from toolkit.errors import NothingToAnalyse, ReadingError, SameStoryError, UsageError

__version__ = "0.1.0"

_LAZY = {
    "article_from_text": "toolkit.reading",
    "load_story": "toolkit.reading",
    "read_article": "toolkit.reading",
    "read_story": "toolkit.reading",
    "story_names": "toolkit.reading",
    "Document": "toolkit.text.document",
    "MEASURES": "toolkit.measures.catalogue",
    "measure": "toolkit.measures.catalogue",
    "measures_table": "toolkit.measures.catalogue",
    "Comparison": "toolkit.comparison.compare",
    "compare": "toolkit.comparison.compare",
    "findings": "toolkit.comparison.compare",
}

__all__ = [
    "MEASURES",
    "Article",
    "Comparison",
    "Document",
    "Mark",
    "NothingToAnalyse",
    "Passage",
    "ReadingError",
    "SameStoryError",
    "Story",
    "UsageError",
    "article_from_text",
    "compare",
    "findings",
    "load_story",
    "measure",
    "measures_table",
    "read_article",
    "read_story",
    "story_names",
]


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'toolkit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


if TYPE_CHECKING:  # what editors and type checkers see
    from toolkit.comparison.compare import Comparison, compare, findings
    from toolkit.measures.catalogue import MEASURES, measure, measures_table
    from toolkit.reading import (
        article_from_text,
        load_story,
        read_article,
        read_story,
        story_names,
    )
    from toolkit.text.document import Document
