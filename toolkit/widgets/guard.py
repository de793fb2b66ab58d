"""Keeps the notebook's one-key shortcuts away from whoever is using one of our widgets."""

from pathlib import Path

import anywidget

GUARD_JS = Path(__file__).with_name("guard.js").read_text(encoding="utf-8")

_RENDER = """
function render({ el }) {
  el.style.display = "none";
  let release = () => {};
  // The element is put into the page after this function returns.
  const frame = requestAnimationFrame(() => {
    const box = el.closest(".jp-OutputArea-output") || el.parentElement;
    if (box) release = guardKeys(box);
  });
  return () => { cancelAnimationFrame(frame); release(); };
}
export default { render };
"""


class KeyGuard(anywidget.AnyWidget):
    """An invisible child: put one into any box of stock widgets.

    While the focus is inside the same cell output, pressing ``d d``, ``x`` or an arrow
    no longer deletes, cuts or leaves the cell. Outside a notebook it does nothing.
    """

    _esm = GUARD_JS + _RENDER
