"""A story as one zip file: to hand it on, and to take one in from anybody.

Nothing is unpacked by the names inside: only the files directly in the one folder (or at the
top) are looked at, each is read in memory within bounds, and what they say is saved as any other
story is.
"""

import io
import tempfile
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path, PurePosixPath

from toolkit.article import Story
from toolkit.errors import ReadingError
from toolkit.reading.files import DOCUMENTS, SUFFIXES
from toolkit.reading.folders import ABOUT_FILE, read_story
from toolkit.reading.saving import file_name, story_files

MOST_FILES = 200
MOST_BYTES = 100_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same story gives the same bytes
_READABLE = (*SUFFIXES, *DOCUMENTS)


def pack_story(story: Story) -> bytes:
    """A zip file that holds the story's folder; the same story gives the same bytes."""
    kept = io.BytesIO()
    folder = file_name(story.id or story.title)
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in story_files(story):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data)
    return kept.getvalue()


def unpack_story(data: bytes, name: str = "story.zip") -> Story:
    """The story in a zip file, as :func:`pack_story` or a person made it.

    ``name``, without its ending, is the story's id if the zip has no folder of its own. Files
    in deeper folders, and those that are no texts, are passed over.

    Raises :class:`ReadingError` where it is not a zip file, is damaged or locked, holds more
    than 200 files or 100 MB, or has no story in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            folder, entries = _story_entries(packed, name)
            with tempfile.TemporaryDirectory(prefix="samestory-") as made:
                place = Path(made) / (file_name(folder or PurePosixPath(name).stem))
                place.mkdir()
                room = MOST_BYTES
                for file, entry in entries.items():
                    content = _content(packed, entry, room, name)
                    room -= len(content)
                    (place / file).write_bytes(content)
                story = read_story(place)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise ReadingError(
            f"{name} is damaged, locked with a password, or no zip file.", "Pack the folder anew."
        ) from error
    return replace(story, id=file_name(story.id))


def _story_entries(packed: zipfile.ZipFile, name: str) -> tuple[str, dict[str, zipfile.ZipInfo]]:
    """The story's folder inside, and its files by their plain names."""
    infos = [entry for entry in packed.infolist() if not entry.is_dir()]
    if len(infos) > MOST_FILES:
        raise ReadingError(
            f"{name} holds {len(infos):,} files; the most is {MOST_FILES}.",
            "Pack the folder of one story alone.",
        )
    found: dict[str, dict[str, zipfile.ZipInfo]] = {}
    for entry in infos:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        file = path.name
        plain = not file.startswith((".", "_")) and ":" not in file and "\0" not in file
        wanted = file == ABOUT_FILE or path.suffix.lower() in _READABLE
        if plain and wanted and len(path.parts) <= 2 and ".." not in path.parts:
            folder = path.parts[0] if len(path.parts) == 2 else ""
            found.setdefault(folder, {})[file] = entry
    if not found:
        raise ReadingError(
            f"There is no story in {name}.",
            "Pack a folder that holds one text (.txt, .md, .html, .docx or .pdf) for each outlet.",
        )
    folder = max(found, key=lambda key: (ABOUT_FILE in found[key], len(found[key]), key))
    return folder, found[folder]


def _content(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, name: str) -> bytes:
    # Read up to the bound: what the entry says of its own size need not be true.
    with packed.open(entry) as opened:
        content = opened.read(room + 1)
    if len(content) > room:
        raise ReadingError(
            f"{name} unpacks to more than {MOST_BYTES // 1_000_000} MB.",
            "Pack the folder of one story alone.",
        )
    return content
