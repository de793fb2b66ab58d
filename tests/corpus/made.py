"""Corpora made for the tests, and items that end the process that reads them."""

import gzip
import json
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.texts import ARTICLE, RETELLING
from toolkit.article import Article
from toolkit.corpus.items import Item

SENTENCES = [
    "The old bridge in Saltmere was closed on Monday.",
    "“It was not safe,” said Dr. Tomas Wren, who leads the team.",
    "Nobody was hurt!",
    "The café is losing £3.5 million, the U.S. report said.",
    "Negotiations concerning international peacekeeping continued yesterday.",
    "Why did it take nine years?",
    "A great victory, they never said so.",
]


def texts(count: int, seed: int = 1) -> list[str]:
    """Short articles, always the same; now and then a new word."""
    dice = Random(seed)
    return [
        " ".join([*dice.choices(SENTENCES, k=dice.randrange(1, 9)), f"It was word{k}."])
        for k in range(count)
    ]


def write_jsonl(path: Path, rows: list[Any]) -> Path:
    """A row a line; bytes and strings as they are, anything else as JSON."""
    lines = [
        row
        if isinstance(row, bytes)
        else (row if isinstance(row, str) else json.dumps(row)).encode()
        for row in rows
    ]
    data = b"".join(line + b"\n" for line in lines)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def mixed(folder: Path, count: int = 24) -> Path:
    """JSON lines of which every sixth cannot be read."""
    rows: list[Any] = [{"id": f"a{k}", "text": text} for k, text in enumerate(texts(count))]
    for k in range(3, count, 6):
        rows[k] = ['{"text": ', {"id": "x", "text": 7}, {"id": "x"}, b'{"text": "\xff"}'][
            k // 6 % 4
        ]
    return write_jsonl(folder / "mixed.jsonl", rows)


def text_folder(folder: Path) -> Path:
    """A folder of texts with folders in it, and with files that are none."""
    for name, text in {
        "beacon.txt": ARTICLE,
        "council.md": RETELLING,
        "page.html": f"<html><body><p>{RETELLING}</p></body></html>",
        "empty.txt": "",
        "notes.csv": "a,b\n",
        "README.md": "About these texts.",
        ".hidden.txt": ARTICLE,
        "2024/beacon.txt": RETELLING,
        "2024/05/gazette.txt": ARTICLE,
        ".git/words.txt": ARTICLE,
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    """Name and content of every file in a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@dataclass(frozen=True, slots=True)
class Plain(Item):
    """An article without a file."""

    text: str

    def article(self) -> Article:
        return Article(str(self.row), self.text)


@dataclass(frozen=True, slots=True)
class Deadly(Item):
    """Reading it ends the process, as the system does where memory runs out."""

    def article(self) -> Article:
        if sys.platform == "win32":
            os._exit(9)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


@dataclass(frozen=True, slots=True)
class Failing(Item):
    """Reading it raises an error that nobody foresaw."""

    error: type[Exception]

    def article(self) -> Article:
        raise self.error("odd")
