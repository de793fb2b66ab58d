"""A story written as a folder that :func:`~toolkit.reading.folders.read_story` reads again.

A folder is there as a whole or not at all: it is written under another name first, read again
to see that nothing is lost, and only then given its own.
"""

import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from toolkit.article import Article, Story
from toolkit.errors import ReadingError, UsageError
from toolkit.reading.files import article_from_bytes
from toolkit.reading.folders import ABOUT_FILE, read_story
from toolkit.reading.furniture import OWN
from toolkit.reading.lines import lines_of
from toolkit.reading.page import Details

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|readme|key|licen[cs]e|story)", re.I)
_MARK = "\ufeff"


def save_story(story: Story, parent: str | Path, *, replace: bool = False) -> Path:
    """Write a story as a new folder inside ``parent``; return the folder.

    The folder is called after the story's id, and each text after its outlet. Lines that were
    marked or unmarked by hand are noted in ``story.toml``. ``replace`` puts it in the place of a
    folder of that name; without it, such a folder is an error.

    Raises :class:`ReadingError` where there is no room or right to write, and
    :class:`UsageError` for a story without tellings or a folder that is there already.
    """
    files = dict(story_files(story))
    folder = Path(parent) / file_name(story.id or story.title)
    if folder.exists() and not replace:
        raise UsageError(f"There is a story {folder.name!r} already.", "Give it another name.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=folder.parent))
        try:
            for name, data in files.items():
                (made / name).write_bytes(data)
            _check(story, made)
            made.chmod(0o755)
            _move(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise ReadingError(
            f"The story cannot be written to {str(folder)[:80]!r}.",
            "See that the disk is not full and that you may write there.",
        ) from error
    return folder


def _move(made: Path, folder: Path) -> None:
    """Give a finished folder its name; what was there before is back if that fails."""
    if not folder.exists():
        made.replace(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=".replaced-", dir=folder.parent)) / folder.name
    folder.replace(aside)
    try:
        made.replace(folder)
    except OSError:
        aside.replace(folder)
        raise
    finally:
        shutil.rmtree(aside.parent, ignore_errors=True)


def story_files(story: Story) -> Iterator[tuple[str, bytes]]:
    """The files of a story's folder: name and content, ``story.toml`` first.

    Raises :class:`UsageError` for a story without tellings.
    """
    if not story.articles:
        raise UsageError("The story has no telling to save.", "Add an article first.")
    about = {"title": story.title, "about": story.about, "licence": story.licence}
    parts, texts = [_table(about)], []
    for article, stem in zip(story.articles, _stems(story), strict=True):
        name, data, by_hand = _written(article, stem)
        texts.append((name, data))
        rows = [
            f"\n[[telling.furniture]]\n{_table({'text': line, 'kind': kind})}"
            for line, kind in by_hand.items()
        ]
        parts.append(f"\n[[telling]]\n{_table({'file': name, **_details(article)})}{''.join(rows)}")
    yield ABOUT_FILE, "".join(parts).encode("utf-8")
    yield from texts


def file_name(words: str) -> str:
    """Words as the name of a file that every system takes, without an ending.

    >>> file_name("The Tern/Coast: News"), file_name("../../etc"), file_name("CON"), file_name("…")
    ('the-tern-coast-news', 'etc', 'con-1', 'story')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    name = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:60].strip("-")
    if not name:
        letters = "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", words)))
        name = letters[:30].lower()
    return f"{name}-1" if _RESERVED.fullmatch(name) else name or "story"


def _stems(story: Story) -> list[str]:
    stems: list[str] = []
    for article in story.articles:
        first = stem = file_name(article.outlet or article.id)
        number = 1
        while stem in stems:
            number += 1
            stem = f"{first}-{number}"
        stems.append(stem)
    return stems


def _written(article: Article, stem: str) -> tuple[str, bytes, dict[str, str]]:
    """A file's name, its bytes, and the lines that reading it again would mark otherwise.

    A text with marks inside its lines is Markdown. A byte order mark goes first where the text
    alone would be taken for something else.
    """
    details = _details(article)
    plain = article.text.encode("utf-8")
    whole = {(line.start, line.end) for line in lines_of(article.text)}
    is_plain = all((mark.start, mark.end) in whole for mark in article.marks)
    name = f"{stem}.txt" if is_plain else f"{stem}.md"
    for data in (plain, _MARK.encode("utf-8") + plain):
        try:
            again = article_from_bytes(data, name, **details)
        except ReadingError:
            continue
        if again.text == article.text:
            return name, data, _by_hand(article, again)
    raise ReadingError(
        f"The text of {article.label} cannot be saved: too much of it is control characters.",
        "Paste its words anew.",
    )


def _details(article: Article) -> Details:
    return Details(
        outlet=article.outlet,
        headline=article.headline,
        author=article.author,
        published=article.published,
        url=article.url,
    )


def _by_hand(article: Article, again: Article) -> dict[str, str]:
    """Lines whose marks differ between an article and the same text read anew."""
    wanted, found = ({(m.start, m.end): m.kind for m in a.marks} for a in (article, again))
    by_hand: dict[str, str] = {}
    for line in lines_of(article.text):
        place = (line.start, line.end)
        if wanted.get(place) != found.get(place):
            by_hand.setdefault(line.text, wanted.get(place, OWN))
    return by_hand


def _check(story: Story, folder: Path) -> None:
    """See that the folder says what the story says: every text, and what in it is measured."""
    again = read_story(folder)
    if [_measured(a) for a in again.articles] != [_measured(a) for a in story.articles]:
        raise ReadingError(
            "The story would not be the same when it is opened again, and was not saved.",
            "Look for a line that stands in a text twice, once as furniture and once not.",
        )


def _measured(article: Article) -> tuple[str, list[tuple[int, int]]]:
    """A text and which stretches of it are not the article's own words."""
    return article.text, [(mark.start, mark.end) for mark in article.marks]


def _table(entries: Mapping[str, object]) -> str:
    return "".join(
        f"{key} = {toml_string(str(value))}\n" for key, value in entries.items() if value
    )


def toml_string(text: str) -> str:
    """A string as TOML writes it: as JSON does, and DEL escaped too.

    >>> toml_string('a "b"\\n\\x7f')
    '"a \\\\"b\\\\"\\\\n\\\\u007f"'
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
