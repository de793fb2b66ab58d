// Where things stand: scrolling sentences into sight, ribbons and maps. Methods of ReaderView, put on it
// in reader.js.

const MARK_MIDDLE = 15;   // px from the top of a sentence to the middle of its sign

const PLACES = {
  // Brings a sentence (and what follows, up to ``last``) into sight, at the height ``level`` if it can.
  reveal(row, level, last = row) {
    const { scroller } = this.columns[row.side];
    const top = row.node.offsetTop;
    const room = Math.max(0, scroller.clientHeight - (last.node.offsetTop + last.node.offsetHeight - top));
    const here = top - scroller.scrollTop;
    if (here >= 0 && here <= room) return;
    const place = Math.max(0, Math.min(level ?? room / 2, room));
    scroller.scrollTo({ top: top - place, behavior: this.calm() ? "auto" : "smooth" });
  },

  // Scrolls the other column alone, never the page; best to the same height.
  bringPartner(row) {
    const partners = this.partners(row).sort((one, other) => one.at - other.at);
    if (!partners.length || this.narrow) return;
    const level = row.node.offsetTop - this.columns[row.side].scroller.scrollTop;
    this.reveal(partners[0], level, partners[partners.length - 1]);
  },

  // A sentence pinned from Python may be anywhere; one that was clicked is in sight already.
  bringPinned() {
    const pin = this.pinned();
    if (!pin) return;
    if (this.narrow) this.turnTo(pin.side);
    this.reveal(pin);
    this.bringPartner(pin);
  },

  // Where every sentence stands. All is read before anything is drawn, so there is one layout.
  measure() {
    this.middles = { a: new Map(), b: new Map() };
    const heights = this.sides.map((side) => this.columns[side].body.offsetHeight);
    this.sides.forEach((side, n) => { this.columns[side].scroller.style.height = `${heights[n]}px`; });
    for (const row of this.sides.flatMap((side) => this.rows[side])) {
      row.top = row.node.offsetTop;
      row.height = row.node.offsetHeight;
      this.middles[row.side].set(row.k, row.top + Math.min(row.height / 2, MARK_MIDDLE * this.zoom));
    }
    for (const side of this.sides) this.columns[side].map.measure();
    this.drawMaps();
    this.redraw();
  },

  drawMaps() { for (const side of this.sides) this.columns[side].map.draw(); },

  redraw() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      for (const side of this.sides) this.columns[side].map.look();
      if (this.ribbons && !this.narrow) {
        this.ribbons.draw({ a: this.columns.a.scroller, b: this.columns.b.scroller }, this.middles);
      }
    });
  },
};
