import json

import pytest

from toolkit.charts import palette

# JupyterLab's light and dark pages, Voilà's, and our own; then with a marked sentence's tint.
LIGHT, DARK = ("#ffffff", "#f5f5f5"), ("#111111", "#191b1f", "#212121")
TINT = 0.12
STYLES = (*palette.RELATIONS, palette.ONLY_HERE)


def channels(colour: str) -> list[float]:
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def luminance(rgb: list[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("style", STYLES, ids=lambda s: s.relation)
def test_marks_can_be_read_on_light_and_dark_pages(style):
    for ink, pages in ((style.ink_light, LIGHT), (style.ink_dark, DARK)):
        for page in map(channels, pages):
            tinted = [TINT * i + (1 - TINT) * p for i, p in zip(channels(ink), page, strict=True)]
            assert contrast(channels(ink), page) >= 4.5
            assert contrast(channels(ink), tinted) >= 4.5


def test_no_meaning_rests_on_colour_alone():
    for cue in ("mark", "label", "dash", "fill"):
        assert len({getattr(style, cue) for style in STYLES}) == len(STYLES)
    for cue in ("colour", "dash", "hatch", "marker"):
        assert len({getattr(style, cue) for style in palette.OUTLETS}) == len(palette.OUTLETS)


def test_the_browser_gets_all_of_it_as_plain_data():
    sent = json.loads(json.dumps(palette.palette_for_browser()))
    assert [style["relation"] for style in sent] == [*palette.RELATION_NAMES, "only-here"]
