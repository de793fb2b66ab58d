"""The story packs that come with the toolkit."""

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


def story_names() -> list[str]:
    """The names of the packs, sorted: every folder that holds at least one text."""
    folder = stories_folder()
    if not folder.is_dir():
        return []
    return sorted(
        entry.name
        for entry in folder.iterdir()
        if entry.is_dir() and not entry.name.startswith(".") and text_files(entry)
    )


def load_story(
    name_or_path: str | Path, *, on_problem: Callable[[ReadingError], object] | None = None
) -> Story:
    """A pack by its name, or any story folder by its path; a pack's name goes first.

    Raises :class:`ReadingError` for a name that is neither, listing the packs there are, and
    where a telling of the story cannot be read; ``on_problem`` is that of
    :func:`~toolkit.reading.folders.read_story`.
    """
    names = story_names()
    if isinstance(name_or_path, str) and name_or_path in names:
        return read_story(stories_folder() / name_or_path, on_problem=on_problem)
    try:
        is_folder = Path(name_or_path).is_dir() and str(name_or_path) != ""
    except (OSError, ValueError):
        is_folder = False
    if is_folder:
        return read_story(name_or_path, on_problem=on_problem)
    there_are = f"There are: {', '.join(names)}." if names else "No stories are installed."
    raise ReadingError(
        f"There is no story or folder {str(name_or_path)[:80]!r}.",
        f"{there_are} Or give the path of a folder with one text for each outlet.",
    )
