"""A browser for the tests of our own scripts; no server, no kernel."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from labserver import CHROMIUM_OPTIONS
from playwright.sync_api import Browser, sync_playwright


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
