// How the reader shows its state: what is marked, pinned and said, which layer, how large. Methods of
// ReaderView, put on it in reader.js.

const SHOWING = {
  refresh() {
    if (!this.sides.length) return;
    const pin = this.pinned();
    const active = this.hovered || this.focused || pin;
    if (pin) this.last = pin;
    this.light("on", "ss-on", active ? [active, ...this.partners(active)] : []);
    this.light("kept", "ss-kept", pin ? [pin, ...this.partners(pin)] : []);
    if (this.detailed !== pin) {
      this.detailed?.node.setAttribute("aria-pressed", "false");
      pin?.node.setAttribute("aria-pressed", "true");
      this.detailed = pin;
      this.details.replaceChildren(...(pin ? [detailsNode(this, pin)] : []));
    }
    this.root.classList.toggle("ss-active", Boolean(active));
    for (const side of this.sides) this.columns[side].map.light();
    this.ribbons?.mark([...(active?.links || []), ...(pin?.links || [])]);
    this.say(active ? sentenceInWords(active, this.labels, this.styles)
        + (this.layer ? layerInWords(this.layer, active) : "")
      : this.sides.length > 1 ? "Point at a sentence to see its partner; click it, or press Enter, for everything known about it."
        : "There is one telling; load a second one to compare it.");
    this.showPeek(active);
    this.redraw();
  },

  // Only what changes is touched: of six hundred rows two or three.
  light(name, className, rows) {
    const next = new Set(rows);
    for (const row of this.lit[name]) if (!next.has(row)) row.node.classList.remove(className);
    for (const row of next) if (!this.lit[name].has(row)) row.node.classList.add(className);
    this.lit[name] = next;
  },

  say(words) {
    if (this.status.textContent !== words) this.status.textContent = words;
  },

  showLayer() {
    if (!this.sides.length) return;
    this.layer = this.layers.find((layer) => layer.name === this.model.get("layer")) || null;
    const name = this.layer?.name || LINKS;
    this.control?.querySelectorAll("input").forEach((input) => { input.checked = input.value === name; });
    this.paint();                              // first: it asks how far the columns are scrolled
    this.root.classList.toggle("ss-links", !this.layer);
    this.key.replaceChildren(...(this.layer || this.sides.length > 1 ? [legendNode(this)] : []));
    this.notes.replaceChildren(...(this.layer ? notesOf(this.layer) : [this.changesKey].filter(Boolean)));
    for (const button of this.root.querySelectorAll(".ss-steps button")) {
      button.querySelector("span").textContent = ` ${stopInWords(this)}`;
    }
    if (this.middles) this.drawMaps();
    this.refresh();
  },

  // The sentences in sight at once, the others as time allows: no mark moves a letter.
  paint() {
    clearTimeout(this.painting);
    const rest = [];
    for (const side of this.sides) {
      const { scrollTop } = this.columns[side].scroller;
      const until = scrollTop + innerHeight;
      for (const row of this.rows[side]) {
        const near = row.top === undefined ? row.at < 20 : row.top + row.height > scrollTop && row.top < until;
        if (near) paintRow(this, row);
        else rest.push(row);
      }
    }
    const more = () => {
      const end = performance.now() + 8;
      while (rest.length && performance.now() < end) paintRow(this, rest.shift());
      this.painting = rest.length ? setTimeout(more, 20) : 0;
    };
    this.painting = setTimeout(more, 50);
  },

  showSize() {
    if (!this.sides.length) return;
    const size = this.model.get("text_size") || "normal";
    for (const option of this.size.querySelectorAll("option")) option.selected = option.value === size;
    this.zoom = SIZES[size] || 1;
    this.root.style.setProperty("--ss-z", String(this.zoom));
    if (this.middles) this.resize();
  },

  // In the narrow layout the partner is behind the other tab, so its words are shown below. Their
  // place never shrinks: the page would move under the pointer, and away from what it points at.
  showPeek(row) {
    const partners = row && row !== this.pinned() ? this.partners(row) : [];
    const shown = this.narrow && partners.length > 0;
    this.peek.style.visibility = shown ? "" : "hidden";
    if (!this.narrow || shown) this.peek.hidden = !shown;
    if (!shown) return;
    this.peek.replaceChildren(make("span", "ss-peek-label", this.labels[OTHER[row.side]]));
    for (const partner of partners) {
      const line = make("p");
      const words = make("span", "", partner.text);
      words.dir = "auto";
      line.append(make("span", "ss-number", String(partner.k + 1)), words);
      this.peek.append(line);
    }
    this.peek.style.minHeight = `${this.peek.offsetHeight}px`;
  },
};
