"""A folder as a story: one text for each outlet, and perhaps a ``story.toml`` about them.

Every entry of ``story.toml`` may be left out::

    title = "..."                   # of the story
    about = "..."
    licence = "..."
    date = 2025-02-24
    [[telling]]                     # without any, all texts in the folder, sorted by name
    file = "meridian-wire.txt"      # the one entry that a telling must have
    outlet = "Meridian Wire"
    headline = "..."                # the line that equals it is marked as the headline
    author = "..."
    published = 2025-02-24
    url = "..."
    note = "..."
    [[telling.furniture]]           # a line to leave out that was not found by itself
    text = "the exact line"
    kind = "advert"
"""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from toolkit.article import Article, Story
from toolkit.errors import ReadingError
from toolkit.reading.decoding import decode
from toolkit.reading.files import DOCUMENTS, SUFFIXES, read_article, read_bytes, tidy_name

ABOUT_FILE = "story.toml"
_NOT_TELLINGS = ("readme", "key", "license", "licence")
_KIND = re.compile(r"[a-z][a-z-]{0,30}")
_ADVICE = f"Correct it in {ABOUT_FILE}."


def read_story(
    path: str | Path, *, on_problem: Callable[[ReadingError], object] | None = None
) -> Story:
    """Read a story folder; the story's id is the folder's name.

    One bad telling need not cost the others: where ``on_problem`` is given, it is called with
    the error of each telling that cannot be read, and the rest makes up the story. ::

        problems = []
        story = read_story("my-story", on_problem=problems.append)

    Without it the first such error is raised. Raises :class:`ReadingError` in any case where
    there is no such folder, ``story.toml`` is not valid, or no telling can be read.
    """
    folder = Path(path)
    about, entries = _contents(folder)
    name = folder.resolve().name
    articles: list[Article] = []
    sources: list[Path] = []
    problem: ReadingError | None = None
    for entry in entries:
        try:
            article = _telling(folder, entry, sources)
        except ReadingError as error:
            if on_problem is None:
                raise
            on_problem(error)
            problem = error
        else:
            articles.append(article)
    if not articles:
        raise ReadingError(
            f"No text in the folder {name!r} can be read.",
            str(problem)
            if problem
            else "Put one text (.txt, .md, .html, .docx or .pdf) for each outlet in it.",
        )
    return Story(
        id=name,
        title=_string(about, "title", "the story") or tidy_name(name),
        articles=_with_own_ids(articles, sources),
        about=_string(about, "about", "the story"),
        licence=_string(about, "licence", "the story"),
    )


def text_files(folder: Path) -> list[Path]:
    """The texts of a folder sorted by name, without hidden files, ``README.*`` and ``key.*``."""
    return sorted(
        (
            file
            for file in folder.iterdir()
            if file.suffix.lower() in (*SUFFIXES, *DOCUMENTS)
            and not file.name.startswith(".")
            and file.stem.lower() not in _NOT_TELLINGS
            and file.is_file()
        ),
        key=lambda file: file.name,
    )


def _contents(folder: Path) -> tuple[Mapping[str, Any], Sequence[Any]]:
    """What ``story.toml`` says, and an entry for each telling."""
    try:
        if not folder.is_dir():
            raise ReadingError(
                f"{str(folder)!r} is not a folder."
                if folder.exists()
                else f"There is no folder {str(folder)!r}.",
                "Choose a folder with one text for each outlet.",
            )
        about = _about(folder / ABOUT_FILE)
        entries = about.get("telling", [])
        if not isinstance(entries, list):
            raise ReadingError(
                f"'telling' in {ABOUT_FILE} is not a list.", "Begin each with a line [[telling]]."
            )
        return about, entries or [{"file": file.name} for file in text_files(folder)]
    except (OSError, ValueError) as error:
        raise ReadingError(
            f"The folder {str(folder)[:80]!r} cannot be opened.", "Check its name, and your rights."
        ) from error


def _about(file: Path) -> Mapping[str, Any]:
    if not file.exists():
        return {}
    try:
        about = tomllib.loads(decode(read_bytes(file), ABOUT_FILE))
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ReadingError(
            f"{ABOUT_FILE} is not valid TOML: {reason.rstrip('.')}.",
            "Correct that line; texts need quotation marks around them.",
        ) from error
    for key in ("title", "about", "licence", "date"):
        _string(about, key, "the story")
    return about


def _telling(folder: Path, entry: Any, sources: list[Path]) -> Article:
    """Read one telling; its file, as a path within the folder, goes to ``sources``."""
    if not isinstance(entry, Mapping):
        raise ReadingError(f"A telling in {ABOUT_FILE} is not a table.", _ADVICE)
    name = _string(entry, "file", "a telling")
    if not name:
        label = _string(entry, "outlet", "a telling")
        which = f"The telling of {label!r}" if label else "A telling"
        raise ReadingError(f"{which} in {ABOUT_FILE} names no file.", 'Add: file = "name.txt".')
    file = _inside(folder, name)
    source = file.relative_to(folder)
    if source in sources:
        raise ReadingError(f"{ABOUT_FILE} names {name!r} twice.", "Take one of them out.")
    details = {
        key: _string(entry, key, repr(name))
        for key in ("headline", "author", "published", "url", "note")
    }
    del details["note"]  # for people who read story.toml
    outlet = _string(entry, "outlet", repr(name)) or None
    article = read_article(file, outlet=outlet, furniture=dict(_furniture(entry, name)), **details)
    sources.append(source)
    return article


def _inside(folder: Path, name: str) -> Path:
    """The file ``name`` of a folder. Nothing outside of the folder is ever read."""
    outside = ReadingError(
        f"{name!r} does not lie in the story's folder.",
        "Copy the file into the folder and give its name only.",
    )
    path = Path(name)
    if path.is_absolute() or path.drive or ".." in path.parts or "\\" in name:
        raise outside
    try:
        inside = (folder / path).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError) as error:  # a circle of links, a zero byte
        raise outside from error
    if not inside:
        raise outside
    if not (folder / path).exists():
        raise ReadingError(
            f"There is no file {name!r} in the story's folder.",
            f"Put it there, or correct its name in {ABOUT_FILE}.",
        )
    return folder / path


def _furniture(entry: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    rows = entry.get("furniture", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ReadingError(
            f"'furniture' of {name!r} in {ABOUT_FILE} is not a list of tables.",
            "Begin each with a line [[telling.furniture]].",
        )
    for row in rows:
        text, kind = _string(row, "text", repr(name)), _string(row, "kind", repr(name)) or "other"
        if not text.strip() or not _KIND.fullmatch(kind):
            raise ReadingError(
                f"A furniture line of {name!r} in {ABOUT_FILE} has no text or an odd kind.",
                'Write text = "the exact line" and a kind in small letters, such as "advert".',
            )
        yield text, kind


def _string(table: Mapping[str, Any], key: str, owner: str) -> str:
    """An entry as a string, dates as ISO; empty where there is none."""
    value = table.get(key, "")
    if isinstance(value, dt.date | dt.datetime) and key in ("date", "published"):
        return value.isoformat()
    if not isinstance(value, str):
        raise ReadingError(
            f"{key!r} of {owner} in {ABOUT_FILE} is not a text.",
            f'Put it in quotation marks: {key} = "...".',
        )
    return value


def _with_own_ids(articles: Sequence[Article], sources: Sequence[Path]) -> tuple[Article, ...]:
    """Ids that differ: where two files differ only in their endings, the path is the id."""
    if len({article.id for article in articles}) == len(articles):
        return tuple(articles)
    pairs = zip(articles, sources, strict=True)
    return tuple(replace(article, id=source.as_posix()) for article, source in pairs)
