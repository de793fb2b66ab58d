"""axe-core, the checker of accessibility that browsers' own tools use, run inside a page."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Page

_RUN = """async ([include, exclude]) => {
  const context = include ? { include: [include], exclude } : document;
  const found = await axe.run(context, { resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(" ")}: ${node.html.slice(0, 160)}`));
}"""


def axe_script() -> str:
    """The library, from the package that brings it. Skips without it, but fails where CI=true."""
    package = find_spec("axe_playwright_python")
    if package and package.origin:
        return Path(package.origin).with_name("axe.min.js").read_text(encoding="utf-8")
    reason = "axe-core is not there: install axe-playwright-python"
    return pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)


def violations(page: Page, include: str = "", exclude: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds wrong, a line each: inside a selector, or in the whole page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())
    return page.evaluate(_RUN, [include, list(exclude)])
