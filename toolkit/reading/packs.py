"""The stories that there are: packs that come with the toolkit, and those saved by its user."""

import os
from collections.abc import Callable
from pathlib import Path

from toolkit.article import Story
from toolkit.errors import ReadingError
from toolkit.reading.folders import read_story, text_files


def stories_folder() -> Path:
    """Where the packs lie: in an installed package beside its modules, else beside the package."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def own_stories_folder() -> Path:
    """Where stories are saved: the folder named by the environment variable SAMESTORY_STORIES.

    Without it, that is ``data/`` in a copy of the project, and ``Same Story`` in the user's
    home folder where the package is installed, which others may share and nobody looks into.
    """
    named = os.environ.get("SAMESTORY_STORIES")
    if named:
        return Path(named)
    packs = stories_folder()
    is_copy = (packs.parent / "pyproject.toml").is_file()
    return packs if is_copy else Path.home() / "Same Story"


def story_folders() -> dict[str, Path]:
    """Every story's folder by its name, sorted: each folder that holds at least one text.

    Of two stories with one name, the pack is the one that is meant.
    """
    found: dict[str, Path] = {}
    for folder in (own_stories_folder(), stories_folder()):
        if not folder.is_dir():
            continue
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.name.startswith(".") and text_files(entry):
                found[entry.name] = entry
    return dict(sorted(found.items()))


def story_names() -> list[str]:
    """The names of all stories, sorted."""
    return list(story_folders())


def load_story(
    name_or_path: str | Path, *, on_problem: Callable[[ReadingError], object] | None = None
) -> Story:
    """A pack by its name, or any story folder by its path; a pack's name goes first.

    Raises :class:`ReadingError` for a name that is neither, listing the packs there are, and
    where a telling of the story cannot be read; ``on_problem`` is that of
    :func:`~toolkit.reading.folders.read_story`.
    """
    folders = story_folders()
    if isinstance(name_or_path, str) and name_or_path in folders:
        return read_story(folders[name_or_path], on_problem=on_problem)
    try:
        is_folder = Path(name_or_path).is_dir() and str(name_or_path) != ""
    except (OSError, ValueError):
        is_folder = False
    if is_folder:
        return read_story(name_or_path, on_problem=on_problem)
    there_are = f"There are: {', '.join(folders)}." if folders else "No stories are installed."
    raise ReadingError(
        f"There is no story or folder {str(name_or_path)[:80]!r}.",
        f"{there_are} Or give the path of a folder with one text for each outlet.",
    )
