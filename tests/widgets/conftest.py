"""A browser for the tests of our own scripts; no server, no kernel."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from labserver import CHROMIUM_OPTIONS
from playwright.sync_api import Browser, sync_playwright

from tests.widgets.reader_page import show


# For each file: while Playwright is there an event loop is running, and notebooks tested later
# by the same process could not start theirs.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window. Without one the tests are skipped, but fail where CI=true."""
    found = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if not found:
        reason = "there is no Chromium on the path, and CHROMIUM does not name one"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=CHROMIUM_OPTIONS)
        yield running
        running.close()


@pytest.fixture
def mount(browser):
    """Shows a reader in an empty page; returns the page, which must stay free of errors."""
    contexts, problems = [], []

    def shown(reader, width=1200, height=700, **options):
        settings = {"reduced_motion": "reduce", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda m: m.type == "error" and problems.append(m.text))
        show(page, reader)
        return page

    yield shown
    for context in contexts:
        context.close()
    assert problems == []
