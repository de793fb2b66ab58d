// The margin map: a whole telling in a narrow column, a bar for each sentence, and what is in sight.
// For the eye and the pointer; what it shows is in the text, and keys go everywhere it leads.

const BREADTH = 14;   // px
const WHOLE = { name: "", from: 0, to: 1, breadth: BREADTH };

class MarginMap {
  constructor(view, side, scroller) {
    this.view = view;
    this.side = side;
    this.scroller = scroller;
    this.node = make("div", "ss-map");
    this.node.setAttribute("aria-hidden", "true");
    this.svg = document.createElementNS(SVG, "svg");
    this.sight = make("div", "ss-sight");
    this.node.append(this.svg, this.sight);
    const jump = (event, behavior) => {
      const y = event.clientY - this.node.getBoundingClientRect().top;
      scroller.scrollTo({ top: y / this.scale - scroller.clientHeight / 2, behavior });
    };
    view.listen(this.node, "pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();                // no marking of words, no change of focus
      this.node.setPointerCapture(event.pointerId);
      jump(event, view.calm() ? "auto" : "smooth");
    });
    view.listen(this.node, "pointermove", (event) => { if (event.buttons & 1) jump(event, "auto"); });
  }

  // Reads where things stand; nothing else here may, or choosing a layer would wait for a layout.
  measure() {
    this.height = this.scroller.clientHeight;
    this.scale = this.height / this.scroller.scrollHeight;
  }

  // Bars stand where the sentences stand, so they are drawn anew whenever lines move: one path for
  // each kind of bar, however long the article.
  draw() {
    if (!this.height) return;
    this.svg.setAttribute("height", String(this.height));
    const paths = new Map();
    for (const row of this.view.rows[this.side]) {
      for (const bar of this.bars(row)) {
        if (!paths.has(bar.name)) paths.set(bar.name, { ...bar, d: [] });
        paths.get(bar.name).d.push(this.outline(row, bar));
      }
    }
    this.lit = document.createElementNS(SVG, "path");
    this.lit.setAttribute("class", "ss-lit");
    this.svg.replaceChildren(...[...paths.values()].map(({ d, style, hollow }) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", `ss-bar${hollow ? " ss-hollow" : ""}`);
      path.setAttribute("d", d.join(""));
      return style ? tint(path, style) : path;
    }), this.lit);
    this.light();
  }

  // The marked sentences, framed.
  light() {
    if (!this.height || !this.lit) return;
    const rows = [...this.view.lit.on].filter((row) => row.side === this.side);
    this.lit.setAttribute("d", rows.map((row) => this.outline(row, WHOLE)).join(""));
  }

  // Colour, and a second cue: each kind has its own breadth, and what is only here is hollow.
  bars(row) {
    const { layer, styles, sides } = this.view;
    if (!layer && sides.length < 2) return [WHOLE];
    if (!layer) {
      const at = [...styles.keys()].indexOf(row.style.relation);
      const hollow = !row.links.length;
      return [{ ...WHOLE, name: row.style.relation, breadth: hollow ? BREADTH : BREADTH - 2 * at, style: row.style, hollow }];
    }
    const length = Math.max(1, row.text.length);
    const marks = marksOf(layer, row).map((mark) => {
      const kind = layer.kinds.get(mark.kind);
      const breadth = kind.quiet ? 4 : Math.max(4, BREADTH - 2 * kind.at);
      return { name: `kind ${mark.kind}`, from: Math.min(1, mark.start / length), to: Math.min(1, mark.end / length), breadth, style: kind };
    });
    return [{ ...WHOLE, name: "", breadth: 3 }, ...marks];
  }

  outline(row, { from, to, breadth, hollow }) {
    const top = row.top * this.scale;
    const tall = Math.max(1.5, row.height * this.scale - 1);
    const height = Math.max(Math.min(2, tall), (to - from) * tall);
    const inset = hollow ? 0.75 : 0;
    const x = (this.side === "a" ? BREADTH - breadth : 0) + inset;
    const y = Math.min(top + from * tall, top + tall - height) + inset;
    const width = breadth - 2 * inset;
    return `M${x} ${y.toFixed(1)}h${width}v${Math.max(0.5, height - 2 * inset).toFixed(1)}h${-width}z`;
  }

  look() {
    if (!this.height) return;
    this.sight.style.height = `${Math.max(6, this.height * this.scale).toFixed(1)}px`;
    this.sight.style.transform = `translateY(${(this.scroller.scrollTop * this.scale).toFixed(1)}px)`;
  }
}
