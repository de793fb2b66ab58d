"""The way in that the README names: `run.py lab`, its page, and one press of the button."""

from __future__ import annotations

import pytest
from labserver import KERNEL_READY

OPENED = ".ss-reader .ss-sentence"
# No code is on the page; Lab folds it a moment after it has put it there.
FOLDED = """() => ![...document.querySelectorAll(".jp-CodeCell .jp-InputArea-editor")]
    .some((code) => code.checkVisibility())"""
AT_ONCE = 10_000  # milliseconds that a visitor may have to wait after the press


@pytest.fixture
def start(page, lab):
    """The page that opens by itself: the address names nothing but the machine."""
    page.goto(lab)
    page.get_by_role("button", name="Open the explorer").wait_for()
    return page


def press(page):
    page.get_by_role("button", name="Open the explorer").click()


def test_one_press_of_the_button_and_the_reader_works(start):
    assert start.url.endswith("/lab/tree/notebooks/00_start_here.ipynb")
    start.wait_for_function(FOLDED)
    start.evaluate(KERNEL_READY)
    press(start)
    start.locator(OPENED).first.wait_for(timeout=AT_ONCE)
    assert start.locator(".jp-Dialog").count() == 0
    sentence = start.locator(".ss-a .ss-sentence", has_text="European soldiers could be stationed")
    sentence.hover()
    assert start.locator(".ss-b .ss-sentence.ss-on").count() == 1
    sentence.click()
    start.get_by_role("heading", name="Sentence 1 of Meridian Wire").wait_for()
    # Each on one line, and as wide as it needs: Lab's own style for such lists is another.
    for word in start.locator(".ss-tile dt").all()[:2]:
        assert word.bounding_box()["height"] < 30
    start.wait_for_function(FOLDED)
    assert start.problems == []


def test_a_press_that_came_too_early_can_be_repeated(start):
    press(start)  # perhaps before there is a kernel
    start.evaluate(KERNEL_READY)
    press(start)
    start.locator(OPENED).first.wait_for(timeout=AT_ONCE)
    assert start.locator(".jp-Dialog").count() == 0
    chosen = start.get_by_label("Story:").first.locator("option:checked")
    assert "Peacekeepers" in chosen.inner_text()  # no later cell has been run
    assert start.problems == []
