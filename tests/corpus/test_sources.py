"""Inputs of every kind: what they give, in which order, and whether they have changed."""

import os
import sys

import pytest

from tests.corpus.made import text_folder, write_jsonl
from toolkit.corpus.items import TextFile
from toolkit.corpus.sources import Folder, open_sources, survey
from toolkit.errors import ReadingError


def test_a_folder_gives_its_texts_in_order_with_paths_as_ids(tmp_path):
    (source,) = open_sources([text_folder(tmp_path)])
    items = [item for item in source.items() if isinstance(item, TextFile)]
    assert [item.id for item in items] == [
        "beacon",
        "council",
        "empty",
        "page",
        "2024/beacon",
        "2024/05/gazette",
    ]
    assert source.position() == sum(item.size for item in items) == survey([source]).size
    assert items[0].article().outlet == "Beacon"
    assert items[3].article().id == "page"


def test_a_named_file_goes_by_its_name(tmp_path):
    file = text_folder(tmp_path) / "2024" / "beacon.txt"
    (source,) = open_sources([file])
    (item,) = source.items()
    assert (item.article().id, item.source) == ("beacon", str(file))
    assert source.position() == file.stat().st_size


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to this user"
)
def test_a_closed_folder_is_a_problem(tmp_path):
    closed = text_folder(tmp_path) / "2024"
    closed.chmod(0)
    problems = [item for item in Folder(tmp_path).items() if item.source == str(closed)]
    closed.chmod(0o700)
    assert len(problems) == 1


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path, monkeypatch):
    folder = text_folder(tmp_path)
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("05"):
            raise PermissionError(13, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    *_, last = Folder(folder).items()
    assert last.source == str(folder / "2024" / "05")
    with pytest.raises(ReadingError, match="The folder cannot be opened"):
        last.article()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.jsonl", "There is no file or folder"),
        ("data.json", "A corpus cannot be read from data.json"),
        ("data.json.gz", "A corpus cannot be read from"),
    ],
)
def test_unsuitable_inputs_are_said_at_once(tmp_path, name, said):
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"[]")
    with pytest.raises(ReadingError, match=said):
        open_sources([tmp_path / name])


def test_every_change_is_seen(tmp_path):
    folder = text_folder(tmp_path / "texts")
    table = write_jsonl(tmp_path / "a.jsonl", [{"text": "One."}])

    def state():
        return survey(open_sources([folder, table])).state

    states = [state(), state()]
    assert states[0] == states[1]
    (folder / "2024" / "new.txt").write_text("New.", encoding="utf-8")
    states.append(state())
    (folder / "2024" / "new.txt").rename(folder / "2024" / "newer.txt")
    states.append(state())
    os.utime(table, ns=(1, 1))
    states.append(state())
    write_jsonl(table, [{"text": "One!!"}])
    os.utime(table, ns=(1, 1))
    states.append(state())
    assert len(set(states[1:])) == 5
