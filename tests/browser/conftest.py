"""A real browser, and a real JupyterLab for it to open."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from labserver import CHROMIUM_OPTIONS, environment, server
from playwright.sync_api import Browser, Page, sync_playwright

HERE = {"127.0.0.1", "localhost"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder, so that `-m "not browser"` leaves it out."""
    folder = Path(__file__).parent
    for item in items:
        if folder in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path. Without one the tests are skipped, but fail where CI=true."""
    found = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if found:
        return found
    reason = "there is no Chromium on the path, and CHROMIUM does not name one"
    return pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)


# For each file, not for the session: while Playwright is there an event loop is running, and
# notebooks tested later by the same process could not start theirs.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of 1280 x 900, in a browser without memory of earlier tests.

    ``page.problems`` grows as the page is used: a line for every error on the console, every
    uncaught exception, and every request to anywhere but this machine. End a test with
    ``assert page.problems == []``.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.problems = watch(page)
    yield page
    context.close()


def watch(page: Page) -> list[str]:
    """Collect what goes wrong in a page, from now on."""
    problems: list[str] = []

    def on_console(message) -> None:
        if message.type == "error":
            problems.append(f"console: {message.text} ({message.location.get('url', '')})")

    def on_request(request) -> None:
        host = urlsplit(request.url).hostname
        if host and host not in HERE:
            problems.append(f"request: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: problems.append(f"exception: {error}"))
    page.on("request", on_request)
    page.on("websocket", on_request)
    return problems


@pytest.fixture(scope="session")
def lab_folder(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of notebooks/ with data/ beside it, for the server to spoil."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "data"):
        if (repo / name).is_dir():
            leave_out = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
            shutil.copytree(repo / name, folder / name, ignore=leave_out)
    return folder


@pytest.fixture(scope="session")
def lab(
    chromium: str, repo: Path, lab_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a JupyterLab on ``lab_folder``, started as ``run.py lab`` starts it.

    See ``labserver.lab_page`` for the address of a notebook in it.
    """
    state = tmp_path_factory.mktemp("state")
    shutil.copy(repo / "run.py", lab_folder)
    spec = spec_from_file_location("samestory_run_copy", lab_folder / "run.py")
    run = module_from_spec(spec)
    spec.loader.exec_module(run)
    run.PYTHON = Path(sys.executable)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(state).items():
            patch.setenv(name, value)
        run.trust_notebooks()
    # The server here is told its program and its folder by itself; each may be told once.
    program, folder, *options = run.COMMANDS["lab"][1:]
    assert (program, folder) == ("jupyterlab", f"--ServerApp.root_dir={lab_folder}")
    with server("lab", lab_folder, *options, state=state) as base:
        yield base
