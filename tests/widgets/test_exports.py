"""The list of what can be kept from a panel: as it is shown now, and nothing before it is asked."""

import json

import pytest

from toolkit.article import Article, Story
from toolkit.widgets.exports import Exports
from toolkit.widgets.lens import OverlapLens, StoryExplorer


@pytest.fixture
def sent(monkeypatch):
    explorer = StoryExplorer("harbour-bridge")
    messages: list[dict] = []
    monkeypatch.setattr(Exports, "send", lambda _self, message: messages.append(message))
    return explorer, messages


def ask(panel, **message) -> None:
    panel.exports._handle_custom_msg(message, [])


def test_nothing_is_listed_before_it_is_unfolded(sent) -> None:
    explorer, _ = sent
    assert explorer.tone.exports.items == []
    explorer.tone.exports.opened = True
    assert [item["kind"] for item in explorer.tone.exports.items] == ["table", "table", "picture"]


def test_the_list_follows_the_story_and_the_menus(sent) -> None:
    explorer, _ = sent
    exports = explorer.tone.exports
    exports.opened = True
    explorer.tone.telling.value = 1
    assert "The Saltmere Beacon" in exports.items[1]["title"]
    explorer.blind.value = True
    assert "Outlet B" in exports.items[1]["title"]
    assert "Saltmere Beacon" not in "".join(exports.file(0, "csv"))


def test_every_panel_gives_its_tables_and_pictures(sent) -> None:
    explorer, messages = sent
    for panel in (*explorer.panels, *OverlapLens("harbour-bridge").panels):
        panel.exports.opened = True
        for number, item in enumerate(panel.exports.items):
            for form in ("csv", "jsonl") if item["kind"] == "table" else ("svg", "png"):
                messages.clear()
                ask(panel, number=number, form=form)
                (message,) = messages
                assert message["name"].endswith(f".{form}")
                assert message["content"]
                if form == "jsonl":
                    assert all(json.loads(line) for line in message["content"].split("\n")[:-1])


@pytest.mark.parametrize(
    "message",
    [
        {"number": 99, "form": "csv"},
        {"number": 0, "form": "exe"},
        {"number": 2, "form": "csv"},
        {"number": None, "form": "csv"},
        {"form": "csv"},
    ],
)
def test_what_is_not_there_is_said(sent, message: dict) -> None:
    explorer, messages = sent
    ask(explorer.tone, **message)
    assert messages == [{"problem": "This is no longer shown. Fold the list and unfold it again."}]


def test_a_file_has_a_harmless_name() -> None:
    text = "A terrible storm."
    articles = [Article("a", text, outlet="../../<img src=x>"), Article("b", text)]
    explorer = StoryExplorer(Story("s", "S", tuple(articles)))
    explorer.tone.exports.opened = True
    name, _, _ = explorer.tone.exports.file(1, "csv")
    assert name == "the-sentences-of-img-src-x-farthest-from-neutral.csv"
