"""A page with nothing but a reader in it, and what the tests ask of that page."""

from __future__ import annotations

import copy

# Counts the listeners on document, window and media queries: those outlive the element.
MOUNT = """async ([esm, css, state]) => {
  document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
  const url = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const heard = {};
  window.heard = heard;
  window.saved = 0;
  window.model = {
    get: (k) => state[k],
    set(k, v) {
      if (JSON.stringify(state[k]) === JSON.stringify(v)) return;
      state[k] = v;
      for (const f of [...(heard[`change:${k}`] || [])]) f();
    },
    on(e, f) { (heard[e] ??= []).push(f); },
    off(e, f) { heard[e] = (heard[e] || []).filter((g) => g !== f); },
    save_changes() { window.saved += 1; },
  };
  const el = document.createElement("div");
  document.body.append(el);
  window.cleanup = (await import(url)).default.render({ model: window.model, el });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
BLANK = "<!doctype html><html lang=en><title>t</title><body></body></html>"

TRAITS = (
    "tellings",
    "comparisons",
    "pair",
    "selected",
    "palette",
    "layers",
    "layer",
    "facts",
    "text_size",
)


def show(page, reader):
    """Put a reader into an empty page, with a stand-in for the notebook's model."""
    page.set_content(BLANK)
    state = copy.deepcopy({name: getattr(reader, name) for name in TRAITS})
    page.evaluate(MOUNT, [reader._esm, reader._css, state])


def row(page, side, number):
    return page.locator(f".ss-{side} .ss-sentence[data-sentence='{number - 1}']")


def marked(page, name="ss-on"):
    """The marked sentences as a1, b2 ..., in reading order."""
    return page.evaluate(
        """(name) => [...document.querySelectorAll(`.ss-sentence.${name}`)].map((n) =>
            (n.closest(".ss-a") ? "a" : "b") + (Number(n.dataset.sentence) + 1))""",
        name,
    )


def focused(page):
    return page.evaluate(
        """() => { const n = document.activeElement; return n.dataset.sentence === undefined ? ""
            : (n.closest(".ss-a") ? "a" : "b") + (Number(n.dataset.sentence) + 1); }"""
    )


def status(page):
    return page.get_by_role("status").inner_text()
