// The linked reader. Plain ESM, no build step: reader.py puts guard.js and the other reader_*.js in
// front of this file. Text from articles only ever goes through textContent.
// Hover, selection and layers never wait for Python.

const NARROW = 640;   // px, at normal text size: below this, one column at a time, with tabs
const DWELL = 160;    // ms of rest before pointing scrolls the other column
const SIZES = { normal: 1, large: 1.25, largest: 1.5 };
const DATA = ["tellings", "comparisons", "pair", "layers", "facts"];
// Counted on the window: in a notebook every reader is a module of its own, and ids must be unique.
const VIEWS = Symbol.for("samestory readers");

class ReaderView {
  constructor(model, el) {
    this.model = model;
    this.uid = `ss-${(window[VIEWS] = (window[VIEWS] || 0) + 1)}`;
    this.stopping = new AbortController();     // one switch for every DOM listener
    this.building = new AbortController();     // and one for those of the present build
    this.frame = this.timer = this.painting = 0;
    this.root = make("div", "ss-reader");
    this.releaseKeys = guardKeys(this.root);
    el.append(this.root);
    // Several traits may come in one message: the page is built once, when all are here.
    this.onData = () => {
      if (!this.due) queueMicrotask(() => { if (this.due && !this.stopping.signal.aborted) this.build(); });
      this.due = true;
    };
    this.heard = new Map([...DATA.map((name) => [name, this.onData]),
      ["selected", () => { if (!this.due) { this.refresh(); this.bringPinned(); } }],
      ["layer", () => { if (!this.due) this.showLayer(); }],
      ["text_size", () => { if (!this.due) this.showSize(); }]]);
    for (const [name, handler] of this.heard) model.on(`change:${name}`, handler);
    this.sizes = new ResizeObserver(() => { if (this.extent() !== this.extended) this.resize(); });
    this.themes = new MutationObserver(() => this.theme());
    this.themes.observe(document.body, { attributes: true });
    this.darkness = matchMedia("(prefers-color-scheme: dark)");
    this.darkness.addEventListener("change", () => this.theme(), { signal: this.stopping.signal });
    this.build();
    this.theme();
  }

  dispose() {
    this.stopping.abort();
    this.building.abort();
    for (const [name, handler] of this.heard) this.model.off(`change:${name}`, handler);
    this.sizes.disconnect();
    this.themes.disconnect();
    this.releaseKeys();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    clearTimeout(this.painting);
    this.root.remove();
  }

  listen(target, type, handler) {
    target.addEventListener(type, handler, { signal: this.building.signal });
  }

  // ---- building -----------------------------------------------------------------------

  build() {
    this.due = false;
    try {
      this.assemble();
    } catch (error) {
      console.error(error);
      this.sides = [];
      const box = make("p", "ss-problem", "These two tellings could not be drawn. The rest of the page still works; "
        + "running the cell again may help.");
      box.setAttribute("role", "alert");
      this.root.replaceChildren(box);
    }
  }

  assemble() {
    const { model } = this;
    this.building.abort();
    this.building = new AbortController();
    this.sizes.disconnect();
    this.sizes.observe(this.root);
    this.extended = "";
    const hadFocus = this.root.contains(document.activeElement);
    this.tellings = model.get("tellings") || [];
    const pair = this.pair = (model.get("pair") || []).filter((i) => this.tellings[i]);
    this.styles = new Map((model.get("palette") || []).map((style) => [style.relation, style]));
    const { links, shared, changes } = comparisonOf(model, model.get("pair") || []);
    this.rows = { a: [], b: [] };              // in reading order
    this.bySentence = { a: new Map(), b: new Map() };
    this.linksOf = { a: new Map(), b: new Map() };
    this.links = links;
    for (const link of links) {
      for (const side of ["a", "b"]) for (const k of link[side]) gather(this.linksOf[side], k, link);
    }
    this.hovered = this.focused = this.last = this.detailed = this.middles = this.ribbons = null;
    this.lit = { on: new Set(), kept: new Set() };
    this.sides = pair.length > 1 ? ["a", "b"] : pair.length ? ["a"] : [];
    this.labels = Object.fromEntries(this.sides.map((side, n) => [side, this.tellings[pair[n]].label]));
    this.layers = layersOf(model, this.sides, pair);
    this.columns = {};
    this.status = make("p", "ss-status");
    this.status.setAttribute("role", "status");
    if (!this.sides.length) {
      this.root.replaceChildren(make("p", "ss-empty", "There is no telling to show yet."), this.status);
      return;
    }
    const spans = { a: new Map(), b: new Map() };
    for (const side of ["a", "b"]) {
      for (const passage of shared) gather(spans[side], passage[side].sentence, passage[side]);
      for (const change of changes[side]) gather(spans[side], change.sentence, change);
    }
    const stage = make("div", "ss-stage");
    this.sides.forEach((side, n) => stage.append(columnNode(this, side, this.tellings[pair[n]], spans[side])));
    this.ribbons = this.sides.length > 1 ? new Ribbons(links, this.styles) : null;
    if (this.ribbons) stage.insertBefore(this.ribbons.svg, stage.lastChild);
    else stage.classList.add("ss-alone");
    this.tabs = tabListNode(this);
    this.peek = make("div", "ss-peek");
    this.peek.hidden = true;
    this.details = make("div", "ss-details-place");
    this.key = make("div");
    const chooser = this.tellings.length > 2 ? chooserNode(this, this.tellings, pair) : null;
    this.control = layerControl(this);
    this.size = sizeControl(this);
    const tools = make("div", "ss-tools");
    const hands = make("div", "ss-hands");
    hands.append(stepButtons(this), this.size);
    tools.append(...[this.control, hands].filter(Boolean));
    const foot = make("div", "ss-foot");
    foot.append(this.status, helpNode());
    this.notes = make("div");
    this.changesKey = changesNode([...changes.a, ...changes.b]);
    this.root.replaceChildren(...[chooser, tools, this.key, this.tabs, stage, this.peek, foot, this.notes,
      this.details].filter(Boolean));
    this.open = this.open === "b" && this.sides.length > 1 ? "b" : "a";
    this.showLayer();
    this.showSize();
    this.resize();
    this.refresh();
    this.bringPinned();
    const chosen = chooser?.querySelectorAll("select")[this.choosing ?? -1];
    this.choosing = null;
    if (chosen) chosen.focus();
    else if (hadFocus) this.rows.a[0]?.node.focus();
  }

  // ---- state --------------------------------------------------------------------------

  entryOf(side, target) {
    const node = target.closest?.(".ss-sentence");
    return node ? this.bySentence[side].get(Number(node.dataset.sentence)) : null;
  }

  partners(row) {
    return [...new Set(row.links.flatMap((link) => link[OTHER[row.side]]))]
      .map((k) => this.bySentence[OTHER[row.side]].get(k)).filter(Boolean);
  }

  pinned() {
    const { side, sentence } = this.model.get("selected") || {};
    return (this.bySentence[side] && this.bySentence[side].get(sentence)) || null;
  }

  point(row) {
    if (row === this.hovered) return;
    this.hovered = row;
    this.refresh();
    clearTimeout(this.timer);
    // While something is pinned, pointing must not scroll it away.
    if (row && !this.pinned()) this.timer = setTimeout(() => this.bringPartner(row), DWELL);
  }

  focus(row, target) {
    if (!row) return;
    this.stopAt(row);
    if (!target.matches(":focus-visible")) return;   // a click is not a keyboard focus
    this.focused = row;
    this.hovered = null;
    this.refresh();
    this.bringPartner(row);
  }

  // The one tab stop of its column, and where "next" goes on from.
  stopAt(row) {
    this.last = row;
    for (const other of this.rows[row.side]) if (other.node.tabIndex === 0) other.node.tabIndex = -1;
    row.node.tabIndex = 0;
  }

  pin(row) {
    this.stopAt(row);
    this.model.set("selected", { side: row.side, sentence: row.k });
    this.model.save_changes();
  }

  letGo() {
    const pin = this.pinned();
    if (!pin) return;
    const inside = this.details.contains(document.activeElement);
    this.model.set("selected", {});
    this.model.save_changes();
    if (inside) this.go(pin);
  }

  toggle(row) { if (this.pinned() === row) this.letGo(); else this.pin(row); }

  go(row) {
    if (!row) return;
    if (this.narrow) this.turnTo(row.side);
    row.node.focus();
    this.reveal(row);
  }

  // ---- how it lies in the page ----------------------------------------------------------

  turnTo(side) {
    this.open = side;
    for (const each of this.sides) {
      const { box, tab } = this.columns[each];
      box.hidden = this.narrow && each !== side;
      if (!tab) continue;
      if (this.narrow) {
        box.setAttribute("role", "tabpanel");
        box.setAttribute("aria-labelledby", tab.id);
      } else {
        box.setAttribute("role", "group");
        box.setAttribute("aria-labelledby", `${box.id}-title`);
      }
      tab.setAttribute("aria-selected", String(each === side));
      tab.tabIndex = each === side ? 0 : -1;
    }
    this.measure();
  }

  // What moves lines: the breadth of the reader, the heights of its texts. (Not what opens below.)
  extent() {
    const columns = this.sides?.map((side) => this.columns[side]) || [];
    return [this.root.clientWidth, ...columns.flatMap(({ body, scroller }) => [body.offsetHeight, scroller.clientHeight])].join();
  }

  resize() {
    this.theme();                              // in a box the reader is made before it is in the page
    if (!this.sides?.length || !this.tabs && this.sides.length > 1) return;
    const width = this.root.clientWidth;
    this.narrow = this.sides.length > 1 && width > 0 && width < NARROW * this.zoom;
    this.root.classList.toggle("ss-narrow", this.narrow);
    if (this.tabs) this.tabs.hidden = !this.narrow;
    this.turnTo(this.open);
    this.showPeek(this.hovered || this.focused || this.pinned());
    this.extended = this.extent();
  }

  theme() {
    // The page may be light while the computer is set to dark: ask for the colour behind the text.
    const [r, g, b] = (getComputedStyle(this.root).backgroundColor.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
    this.root.dataset.theme = 0.2126 * r + 0.7152 * g + 0.0722 * b < 128 ? "dark" : "light";
  }

  calm() { return matchMedia("(prefers-reduced-motion: reduce)").matches; }
}
Object.assign(ReaderView.prototype, SHOWING, PLACES);

function gather(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

function render({ model, el }) {
  const view = new ReaderView(model, el);
  return () => view.dispose();
}
export default { render };
