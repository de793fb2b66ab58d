"""From files, folders, web pages and pasted text to articles and stories.

Nothing is edited: page furniture and headings are marked, and every offset is a code point
into the article's text. Whatever cannot be read raises one exception,
:class:`~toolkit.errors.ReadingError`, which says what is wrong and what to do.
"""

from toolkit.reading.decoding import decode
from toolkit.reading.files import read_article
from toolkit.reading.folders import read_story
from toolkit.reading.furniture import find_furniture
from toolkit.reading.headings import find_headings
from toolkit.reading.packs import load_story, own_stories_folder, stories_folder, story_names
from toolkit.reading.pasted import article_from_text

__all__ = [
    "article_from_text",
    "decode",
    "find_furniture",
    "find_headings",
    "load_story",
    "own_stories_folder",
    "read_article",
    "read_story",
    "stories_folder",
    "story_names",
]
