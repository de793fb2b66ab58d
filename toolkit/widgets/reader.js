// The linked reader. Plain ESM, no build step: reader.py puts guard.js, reader_words.js,
// reader_page.js and reader_ribbons.js in front of this file. Text from articles only ever goes through textContent.
// Hover and selection never wait for Python.

const NARROW = 640;   // px: below this, one column at a time, with tabs
const DWELL = 160;    // ms of rest before pointing scrolls the other column
let views = 0;

class ReaderView {
  constructor(model, el) {
    this.model = model;
    this.uid = `ss-${(views += 1)}`;
    this.stopping = new AbortController();     // one switch for every DOM listener
    this.building = new AbortController();     // and one for those of the present build
    this.frame = 0;
    this.timer = 0;
    this.root = make("div", "ss-reader");
    this.releaseKeys = guardKeys(this.root);
    el.append(this.root);
    this.onData = () => this.build();
    this.onPin = () => { this.refresh(); this.bringPinned(); };
    for (const name of ["tellings", "comparisons", "pair"]) model.on(`change:${name}`, this.onData);
    model.on("change:selected", this.onPin);
    this.sizes = new ResizeObserver(() => this.resize());
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
    for (const name of ["tellings", "comparisons", "pair"]) this.model.off(`change:${name}`, this.onData);
    this.model.off("change:selected", this.onPin);
    this.sizes.disconnect();
    this.themes.disconnect();
    this.releaseKeys();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.root.remove();
  }

  listen(target, type, handler) {
    target.addEventListener(type, handler, { signal: this.building.signal });
  }

  // ---- building -----------------------------------------------------------------------

  build() {
    try {
      this.assemble();
    } catch (error) {
      console.error(error);
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
    const hadFocus = this.root.contains(document.activeElement);
    const tellings = model.get("tellings") || [];
    const pair = (model.get("pair") || []).filter((i) => tellings[i]);
    this.styles = new Map((model.get("palette") || []).map((style) => [style.relation, style]));
    const { links, shared } = comparisonOf(model);
    this.rows = { a: [], b: [] };              // in reading order
    this.bySentence = { a: new Map(), b: new Map() };
    this.linksOf = { a: new Map(), b: new Map() };
    this.links = links;
    for (const link of links) {
      for (const side of ["a", "b"]) {
        for (const k of link[side]) {
          if (!this.linksOf[side].has(k)) this.linksOf[side].set(k, []);
          this.linksOf[side].get(k).push(link);
        }
      }
    }
    this.hovered = this.focused = null;
    this.sides = pair.length > 1 ? ["a", "b"] : pair.length ? ["a"] : [];
    this.labels = Object.fromEntries(this.sides.map((side, n) => [side, tellings[pair[n]].label]));
    this.columns = {};
    this.status = make("p", "ss-status");
    this.status.setAttribute("role", "status");
    if (!this.sides.length) {
      this.root.replaceChildren(make("p", "ss-empty", "There is no telling to show yet."), this.status);
      return;
    }
    const spans = { a: new Map(), b: new Map() };
    for (const passage of shared) {
      for (const side of ["a", "b"]) {
        const { sentence } = passage[side];
        if (!spans[side].has(sentence)) spans[side].set(sentence, []);
        spans[side].get(sentence).push(passage[side]);
      }
    }
    const stage = make("div", "ss-stage");
    this.sides.forEach((side, n) => stage.append(columnNode(this, side, tellings[pair[n]], spans[side])));
    this.ribbons = this.sides.length > 1 ? new Ribbons(links, this.styles) : null;
    if (this.ribbons) stage.insertBefore(this.ribbons.svg, stage.lastChild);
    else stage.classList.add("ss-alone");
    this.tabs = tabListNode(this);
    this.peek = make("div", "ss-peek");
    const foot = make("div", "ss-foot");
    foot.append(this.status, helpNode(this));
    this.root.replaceChildren(...[tellings.length > 2 ? chooserNode(this, tellings, pair) : null,
      this.sides.length > 1 ? legendNode(this) : null, this.tabs, stage, this.peek, foot].filter(Boolean));
    this.open = this.open === "b" && this.sides.length > 1 ? "b" : "a";
    this.resize();
    this.refresh();
    this.bringPinned();
    if (hadFocus) this.rows.a[0]?.node.focus();
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
    for (const other of this.rows[row.side]) other.node.tabIndex = other === row ? 0 : -1;
    if (!target.matches(":focus-visible")) return;   // a click is not a keyboard focus
    this.focused = row;
    this.hovered = null;
    this.refresh();
    this.bringPartner(row);
  }

  toggle(row) {
    const same = this.pinned() === row;
    this.model.set("selected", same ? {} : { side: row.side, sentence: row.k });
    this.model.save_changes();
  }

  key(event, row) {
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.rows[row.side];
    const alone = (step) => {
      for (let i = row.at + step; rows[i]; i += step) if (!rows[i].links.length) return rows[i];
      this.say(`No ${step > 0 ? "further" : "earlier"} sentence is only in ${this.labels[row.side]}.`);
      return null;
    };
    const moves = {
      ArrowDown: () => rows[row.at + 1], ArrowUp: () => rows[row.at - 1],
      Home: () => rows[0], End: () => rows[rows.length - 1],
      ArrowLeft: () => this.partners(row)[0], ArrowRight: () => this.partners(row)[0],
      n: () => alone(1), p: () => alone(-1),
    };
    if (moves[event.key]) {
      event.preventDefault();
      this.go(moves[event.key]());
    } else if (event.key === "Enter" || event.key === " ") {
      if (event.shiftKey) return;              // Shift+Enter runs the cell
      event.preventDefault();
      this.toggle(row);
    } else if (event.key === "Escape" && (this.pinned() || this.focused)) {
      event.stopPropagation();
      this.focused = this.hovered = null;
      if (this.pinned()) {
        this.model.set("selected", {});
        this.model.save_changes();
      }
      this.refresh();
    }
  }

  go(row) {
    if (!row) return;
    if (this.narrow) this.turnTo(row.side);
    row.node.focus();
    this.reveal(row);
  }

  // ---- showing the state --------------------------------------------------------------

  refresh() {
    if (!this.sides.length) return;
    const pin = this.pinned();
    const active = this.hovered || this.focused || pin;
    const marked = new Set(active ? [active, ...this.partners(active)] : []);
    const kept = new Set(pin ? [pin, ...this.partners(pin)] : []);
    for (const side of this.sides) {
      for (const row of this.rows[side]) {
        row.node.classList.toggle("ss-on", marked.has(row));
        row.node.classList.toggle("ss-kept", kept.has(row));
        row.node.setAttribute("aria-pressed", String(row === pin));
      }
    }
    this.root.classList.toggle("ss-active", Boolean(active));
    this.ribbons?.mark([...(active?.links || []), ...(pin?.links || [])]);
    this.say(active ? sentenceInWords(active, this.labels, this.styles)
      : this.sides.length > 1 ? "Point at a sentence to see its partner; click it, or press Enter, to keep it marked."
        : "There is one telling; load a second one to compare it.");
    this.showPeek(active);
    this.redraw();
  }

  say(words) {
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  // In the narrow layout the partner is behind the other tab, so its words are shown below.
  showPeek(row) {
    const partners = row ? this.partners(row) : [];
    this.peek.hidden = !(this.narrow && partners.length);
    this.peek.replaceChildren();
    if (this.peek.hidden) return;
    this.peek.append(make("span", "ss-peek-label", this.labels[OTHER[row.side]]));
    for (const partner of partners) {
      const line = make("p");
      const words = make("span", "", partner.text);
      words.dir = "auto";
      line.append(make("span", "ss-number", String(partner.k + 1)), words);
      this.peek.append(line);
    }
  }

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
        box.removeAttribute("role");
        box.setAttribute("aria-labelledby", `${box.id}-title`);
      }
      tab.setAttribute("aria-selected", String(each === side));
      tab.tabIndex = each === side ? 0 : -1;
    }
    this.measure();
  }

  resize() {
    this.theme();                              // in a box the reader is made before it is in the page
    if (!this.sides?.length || !this.tabs && this.sides.length > 1) return;
    const width = this.root.clientWidth;
    this.narrow = this.sides.length > 1 && width > 0 && width < NARROW;
    this.root.classList.toggle("ss-narrow", this.narrow);
    if (this.tabs) this.tabs.hidden = !this.narrow;
    this.turnTo(this.open);
    this.showPeek(this.hovered || this.focused || this.pinned());
  }

  theme() {
    // The page may be light while the computer is set to dark: ask for the colour behind the text.
    const [r, g, b] = (getComputedStyle(this.root).backgroundColor.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
    this.root.dataset.theme = 0.2126 * r + 0.7152 * g + 0.0722 * b < 128 ? "dark" : "light";
  }

  // ---- scrolling and ribbons ----------------------------------------------------------

  // Brings a sentence (and what follows, up to ``last``) into sight, at the height ``level`` if it can.
  reveal(row, level, last = row) {
    const { scroller } = this.columns[row.side];
    const top = row.node.offsetTop;
    const room = Math.max(0, scroller.clientHeight - (last.node.offsetTop + last.node.offsetHeight - top));
    const here = top - scroller.scrollTop;
    if (here >= 0 && here <= room) return;
    const place = Math.max(0, Math.min(level ?? room / 2, room));
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scroller.scrollTo({ top: top - place, behavior: calm ? "auto" : "smooth" });
  }

  // Scrolls the other column alone, never the page; best to the same height.
  bringPartner(row) {
    const partners = this.partners(row).sort((one, other) => one.at - other.at);
    if (!partners.length || this.narrow) return;
    const level = row.node.offsetTop - this.columns[row.side].scroller.scrollTop;
    this.reveal(partners[0], level, partners[partners.length - 1]);
  }

  // A sentence pinned from Python may be anywhere; one that was clicked is in sight already.
  bringPinned() {
    const pin = this.pinned();
    if (!pin) return;
    if (this.narrow) this.turnTo(pin.side);
    this.reveal(pin);
    this.bringPartner(pin);
  }

  measure() {
    this.middles = { a: new Map(), b: new Map() };
    for (const row of this.sides.flatMap((side) => this.rows[side])) {
      const mark = row.node.querySelector(".ss-mark") || row.node;
      this.middles[row.side].set(row.k, row.node.offsetTop + mark.offsetTop + mark.offsetHeight / 2);
    }
    this.redraw();
  }

  redraw() {
    if (this.frame || !this.ribbons || this.narrow) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.ribbons?.draw({ a: this.columns.a.scroller, b: this.columns.b.scroller }, this.middles);
    });
  }
}

function render({ model, el }) {
  const view = new ReaderView(model, el);
  return () => view.dispose();
}
export default { render };
