"""Stories in which every word that can be chosen by somebody else tries to run as a script."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import category

from playwright.sync_api import Page

from tests.payloads import PAYLOADS
from toolkit.article import Article, Story
from toolkit.reading import read_story
from toolkit.reading.archives import unpack_story
from toolkit.reading.saving import toml_string

_SENTENCES = (
    "The mayor said {} to 40 people on Monday.",
    "On Monday the mayor claimed {} to about 45 people.",
    "“It is {},” said Jane Smith of the council.",
)
_FIELDS = ("outlet", "headline", "author", "url", "published")

# On Linux a file's name may hold anything but these two.
FILE_NAMES = [form for form in PAYLOADS if "/" not in form and "\0" not in form]
# What is in a zip file is for every system; entries with these are passed over.
ENTRY_NAMES = [form for form in FILE_NAMES if ":" not in form and "\\" not in form]


def text(k: int) -> str:
    """An article with many payloads in its sentences, and others as lines of their own."""
    chosen = PAYLOADS[::3]
    told = [_SENTENCES[(n + k) % 3 if n % 4 else 0].format(p) for n, p in enumerate(chosen)]
    return "\n\n".join([*told, *PAYLOADS[1::6], "By <b>Jane</b> Smith"])


def whole_story(folder: Path) -> Story:
    """Many payloads in the texts; some as names of files and as fields of ``story.toml``."""
    fields = [PAYLOADS[::7], PAYLOADS[1::7]]
    lines = [f"{key} = {toml_string(fields[0].pop())}" for key in ("title", "about", "licence")]
    for k in range(2):
        name = f"{FILE_NAMES[k * 5]}.txt"
        (folder / name).write_text(text(k), encoding="utf-8", newline="")
        lines += ["[[telling]]", f"file = {toml_string(name)}"]
        lines += [f"{key} = {toml_string(fields[k].pop())}" for key in _FIELDS]
    (folder / "story.toml").write_text("\n".join(lines), encoding="utf-8", newline="")
    return read_story(folder)


def packed(names: list[str]) -> bytes:
    """A story as a zip file whose entries have those names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(f"{name}.txt", f"The bridge is shut. {name} It is old.")
    return data.getvalue()


def small_stories() -> Iterator[Story]:
    """Every payload once in each field; two tellings each, so that all fields are shown."""
    for first in range(0, len(PAYLOADS), 2):
        articles = []
        for k in range(2):
            n = first + k
            fields = {key: PAYLOADS[(n + 2 * at) % len(PAYLOADS)] for at, key in enumerate(_FIELDS)}
            words = f"The old bridge is shut from Monday, {PAYLOADS[n % len(PAYLOADS)]} they said."
            articles.append(Article(fields["outlet"], words, **fields))
        yield Story(f"story-{first}", PAYLOADS[first], tuple(articles), about=PAYLOADS[first - 1])
    for first in range(0, len(ENTRY_NAMES), 4):
        unpacked = unpack_story(packed(ENTRY_NAMES[first : first + 4]), f"{ENTRY_NAMES[first]}.zip")
        yield replace(unpacked, id=f"zip-{first}")


def plain(words: str) -> str:
    """Words as a page shows them: white space run together, control characters made visible."""
    shown = (
        c if category(c) != "Cc" or c.isspace() else chr(0x2400 + ord(c)) if ord(c) < 32 else c
        for c in words
    )  # fmt: skip
    return " ".join("".join(shown).split())


# Handlers, scripts and addresses among the elements of our own output.
_ALIVE = """(selector) => [...document.querySelectorAll(selector)].flatMap((box) =>
  [...box.querySelectorAll("*")].filter((node) =>
    [...node.attributes].some(({ name, value }) =>
      /^on/i.test(name) || (/^(href|src|action|data|xlink:href)$/i.test(name)
        && /^\\s*(javascript|vbscript|data:text)/i.test(value)))
    || /^(iframe|object|embed|base|meta|link|marquee|template)$/i.test(node.localName)
    || (node.localName === "script" && !node.closest("[data-own]")))
  .map((node) => node.outerHTML.slice(0, 200)))"""


class Guard:
    """Notes whatever a page does that only a script out of an article would do."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._told: list[str] = []
        page.on("dialog", self._dialog)
        page.on("request", self._request)

    def _dialog(self, dialog) -> None:
        self._told.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request) -> None:
        if request.url.rstrip("/").endswith("/x") or "PWNED" in request.url:
            self._told.append(f"request: {request.url[:200]}")

    def findings(self, selector: str = "body") -> list[str]:
        """What ran since this was last asked, or could; empty is good.

        Elements are looked at inside ``selector``.
        """
        told, self._told = self._told, []
        alive = self._page.evaluate(_ALIVE, selector)
        # A frame that an article made may never answer; that it is there is enough.
        frames = [self._page.main_frame] if alive else self._page.frames
        ran = [
            f"ran in {frame.url[:80]}"
            for frame in frames
            if frame.evaluate("window.PWNED") is not None
        ]
        return [*told, *ran, *(f"alive: {html}" for html in alive)]


def words_in(page: Page, selector: str) -> str:
    """The words inside all elements of a selector, white space run together."""
    return plain(
        page.evaluate(
            "(s) => [...document.querySelectorAll(s)].map((n) => n.textContent).join(' ')", selector
        )
    )
