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
    "read_address": "toolkit.reading.addresses",
    "save_story": "toolkit.reading.saving",
    "pack_story": "toolkit.reading.archives",
    "unpack_story": "toolkit.reading.archives",
    "Document": "toolkit.text.document",
    "MEASURES": "toolkit.measures.catalogue",
    "measure": "toolkit.measures.catalogue",
    "measures_table": "toolkit.measures.catalogue",
    "drivers_table": "toolkit.measures.difficulty",
    "measure_toward": "toolkit.measures.target_tone",
    "mention_rows": "toolkit.measures.target_tone",
    "toward": "toolkit.measures.target_tone",
    "attributions": "toolkit.speech.attributions",
    "Comparison": "toolkit.comparison.compare",
    "compare": "toolkit.comparison.compare",
    "findings": "toolkit.comparison.findings",
    "concordance": "toolkit.comparison.concordance",
    "facts": "toolkit.comparison.groups",
    "only_in": "toolkit.comparison.only_in",
    "own_writing": "toolkit.comparison.copying.own_writing",
    "word_differences": "toolkit.comparison.words.differences",
    "measure_corpus": "toolkit.corpus",
    "measures_frame": "toolkit.comparison.tables",
    "links_frame": "toolkit.comparison.tables",
    "overlap_frame": "toolkit.comparison.tables",
    "tone_frame": "toolkit.comparison.tables",
    "facts_frame": "toolkit.comparison.tables",
    "only_in_frame": "toolkit.comparison.tables",
    "origin_frame": "toolkit.comparison.tables",
    "quotes_frame": "toolkit.comparison.speech_tables",
    "quote_groups_frame": "toolkit.comparison.speech_tables",
    "voices_frame": "toolkit.comparison.speech_tables",
    "shifts_frame": "toolkit.comparison.speech_tables",
    "numbers_frame": "toolkit.comparison.number_tables",
    "wording_frame": "toolkit.comparison.number_tables",
    "measure_figure": "toolkit.charts.story",
    "tone_figure": "toolkit.charts.story",
    "links_figure": "toolkit.charts.story",
    "facts_figure": "toolkit.charts.story",
    "heatmap_figure": "toolkit.charts.story",
    "origin_figure": "toolkit.charts.story",
    "voices_figure": "toolkit.charts.story",
    "report_html": "toolkit.report",
    "StoryExplorer": "toolkit.widgets.lens",
    "ReadabilityLens": "toolkit.widgets.lens",
    "ToneLens": "toolkit.widgets.lens",
    "OverlapLens": "toolkit.widgets.lens",
    "VoicesLens": "toolkit.widgets.lens",
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
    "VoicesLens",
    "article_from_text",
    "attributions",
    "compare",
    "concordance",
    "drivers_table",
    "facts",
    "facts_figure",
    "facts_frame",
    "findings",
    "heatmap_figure",
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
    "numbers_frame",
    "only_in",
    "only_in_frame",
    "origin_figure",
    "origin_frame",
    "overlap_frame",
    "own_writing",
    "pack_story",
    "quote_groups_frame",
    "quotes_frame",
    "read_address",
    "read_article",
    "read_story",
    "report_html",
    "save_story",
    "shifts_frame",
    "story_names",
    "tone_figure",
    "tone_frame",
    "toward",
    "unpack_story",
    "voices_figure",
    "voices_frame",
    "word_differences",
    "wording_frame",
]


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'toolkit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


if TYPE_CHECKING:  # what editors and type checkers see
    from toolkit.charts.story import (
        facts_figure,
        heatmap_figure,
        links_figure,
        measure_figure,
        origin_figure,
        tone_figure,
        voices_figure,
    )
    from toolkit.comparison.compare import (
        Comparison,
        compare,
    )
    from toolkit.comparison.concordance import (
        concordance,
    )
    from toolkit.comparison.copying.own_writing import (
        own_writing,
    )
    from toolkit.comparison.findings import (
        findings,
    )
    from toolkit.comparison.groups import (
        facts,
    )
    from toolkit.comparison.number_tables import (
        numbers_frame,
        wording_frame,
    )
    from toolkit.comparison.only_in import (
        only_in,
    )
    from toolkit.comparison.speech_tables import (
        quote_groups_frame,
        quotes_frame,
        shifts_frame,
        voices_frame,
    )
    from toolkit.comparison.tables import (
        facts_frame,
        links_frame,
        measures_frame,
        only_in_frame,
        origin_frame,
        overlap_frame,
        tone_frame,
    )
    from toolkit.comparison.words.differences import (
        word_differences,
    )
    from toolkit.corpus import (
        measure_corpus,
    )
    from toolkit.measures.catalogue import (
        MEASURES,
        measure,
        measures_table,
    )
    from toolkit.measures.difficulty import (
        drivers_table,
    )
    from toolkit.measures.target_tone import (
        measure_toward,
        mention_rows,
        toward,
    )
    from toolkit.reading import (
        article_from_text,
        load_story,
        read_article,
        read_story,
        story_names,
    )
    from toolkit.reading.addresses import (
        read_address,
    )
    from toolkit.reading.archives import (
        pack_story,
        unpack_story,
    )
    from toolkit.reading.saving import (
        save_story,
    )
    from toolkit.report import (
        report_html,
    )
    from toolkit.speech.attributions import (
        attributions,
    )
    from toolkit.text.document import (
        Document,
    )
    from toolkit.widgets.lens import (
        OverlapLens,
        ReadabilityLens,
        StoryExplorer,
        ToneLens,
        VoicesLens,
    )
