// The lines between the two columns: which sentence is joined to which, and where order changes.

const SVG = "http://www.w3.org/2000/svg";

class Ribbons {
  constructor(links, styles) {
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("class", "ss-gutter");
    this.svg.setAttribute("aria-hidden", "true");   // the status line says the same in words
    this.lines = links.map((link) => {
      const style = styles.get(link.relation) || {};
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", "ss-ribbon ss-tinted");
      path.setAttribute("stroke-dasharray", style.dash || "none");
      path.style.setProperty("--ss-fill", style.fill);
      path.style.setProperty("--ss-ink-light", style.ink_light);
      path.style.setProperty("--ss-ink-dark", style.ink_dark);
      this.svg.append(path);
      return { link, path, on: false };
    });
  }

  mark(links) {
    for (const line of this.lines) {
      line.on = links.includes(line.link);
      line.path.classList.toggle("ss-on", line.on);
      if (line.on) this.svg.append(line.path);      // drawn last, so on top
    }
  }

  // scrollers: { a, b }; middles: { a, b }, each a Map from sentence to its height in the scroller.
  draw(scrollers, middles) {
    const box = this.svg.getBoundingClientRect();
    if (!box.width) return;
    const view = {};
    for (const side of ["a", "b"]) {
      const top = scrollers[side].getBoundingClientRect().top - box.top;
      view[side] = { top, bottom: top + scrollers[side].clientHeight, shift: top - scrollers[side].scrollTop };
    }
    const end = (side, k) => {
      const { top, bottom, shift } = view[side];
      const y = middles[side].get(k) + shift;
      return y < top ? { y: top, out: -1 } : y > bottom ? { y: bottom, out: 1 } : { y, out: 0 };
    };
    for (const { link, path, on } of this.lines) {
      const parts = [];
      for (const i of link.a) {
        for (const j of link.b) parts.push(this.part(end("a", i), end("b", j), box.width, on));
      }
      path.setAttribute("d", parts.join(""));
    }
  }

  part(from, to, width, on) {
    if (from.out && to.out) return "";
    const y = (value) => value.toFixed(1);
    // A partner scrolled out of sight: a short hook up or down, or there would be a knot at the edge.
    if (!on && to.out) return `M0 ${y(from.y)}q14 0 16 ${12 * to.out}`;
    if (!on && from.out) return `M${width} ${y(to.y)}q-14 0 -16 ${12 * from.out}`;
    return `M0 ${y(from.y)}C${width / 2} ${y(from.y)} ${width / 2} ${y(to.y)} ${width} ${y(to.y)}`;
  }
}
