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
    "drivers_table": "toolkit.measures.difficulty",
    "measure_toward": "toolkit.measures.target_tone",
    "mention_rows": "toolkit.measures.target_tone",
    "toward": "toolkit.measures.target_tone",
    "Comparison": "toolkit.comparison.compare",
    "compare": "toolkit.comparison.compare",
    "findings": "toolkit.comparison.compare",
    "concordance": "toolkit.comparison.concordance",
    "measure_corpus": "toolkit.corpus",
    "measures_frame": "toolkit.comparison.tables",
    "links_frame": "toolkit.comparison.tables",
    "overlap_frame": "toolkit.comparison.tables",
    "tone_frame": "toolkit.comparison.tables",
    "measure_figure": "toolkit.charts.story",
    "tone_figure": "toolkit.charts.story",
    "links_figure": "toolkit.charts.story",
    "StoryExplorer": "toolkit.widgets.lens",
    "ReadabilityLens": "toolkit.widgets.lens",
    "ToneLens": "toolkit.widgets.lens",
    "OverlapLens": "toolkit.widgets.lens",
}

__all__ = [
    "MEASURES",
    "Article",
    "Comparison",
    "Document",
    "Mark",
    "NothingToAnalyse",
    "OverlapLens",
    "Passage",
    "ReadabilityLens",
    "ReadingError",
    "SameStoryError",
    "Story",
    "StoryExplorer",
    "ToneLens",
    "UsageError",
    "article_from_text",
    "compare",
    "concordance",
    "drivers_table",
    "findings",
    "links_figure",
    "links_frame",
    "load_story",
    "measure",
    "measure_corpus",
    "measure_figure",
    "measure_toward",
    "measures_frame",
    "measures_table",
    "mention_rows",
    "overlap_frame",
    "read_article",
    "read_story",
    "story_names",
    "tone_figure",
    "tone_frame",
    "toward",
]


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'toolkit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


if TYPE_CHECKING:  # what editors and type checkers see
    from toolkit.charts.story import links_figure, measure_figure, tone_figure
    from toolkit.comparison.compare import Comparison, compare, findings
    from toolkit.comparison.concordance import concordance
    from toolkit.comparison.tables import (
        links_frame,
        measures_frame,
        overlap_frame,
        tone_frame,
    )
    from toolkit.corpus import measure_corpus
    from toolkit.measures.catalogue import MEASURES, measure, measures_table
    from toolkit.measures.difficulty import drivers_table
    from toolkit.measures.target_tone import measure_toward, mention_rows, toward
    from toolkit.reading import (
        article_from_text,
        load_story,
        read_article,
        read_story,
        story_names,
    )
    from toolkit.text.document import Document
    from toolkit.widgets.lens import OverlapLens, ReadabilityLens, StoryExplorer, ToneLens
