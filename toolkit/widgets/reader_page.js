// The parts of the page, built once for each pair of tellings. ``view`` is the ReaderView: it owns
// the rows and hears the events. What is marked inside a sentence is for reader_layers.js.

function sentenceNode(view, side, block, spans) {
  const k = block.sentence;
  const links = view.sides.length > 1 ? view.linksOf[side].get(k) || [] : [];
  const style = view.styles.get(links.length ? links[0].relation : "only-here") || {};
  const node = make("div", "ss-sentence");
  if (!links.length) node.classList.add("ss-only");
  if (block.paragraph) node.classList.add("ss-paragraph");
  node.setAttribute("role", "button");
  node.setAttribute("aria-pressed", "false");
  node.tabIndex = -1;                        // roving: one tab stop a column
  node.dataset.sentence = String(k);
  const margin = make("span", "ss-margin");
  margin.setAttribute("aria-hidden", "true");
  const words = make("span", "ss-words", block.text);
  words.dir = "auto";
  const unseen = make("span", "ss-unseen");
  node.append(margin, unseen, words);
  const row = { side, k, node, margin, unseen, words, links, style, spans, text: block.text,
    number: make("span", "ss-number", String(k + 1)), at: view.rows[side].length,
    changes: spans.filter((span) => span.kind) };
  view.rows[side].push(row);
  view.bySentence[side].set(k, row);
  return node;
}

function furnitureToggle(view, body, n) {
  const button = make("button", "ss-toggle");
  button.type = "button";
  button.setAttribute("aria-controls", body.id);
  const show = (yes) => {
    button.textContent = `${yes ? "Hide" : "Show"} page furniture (${n})`;
    button.setAttribute("aria-expanded", String(yes));
    body.classList.toggle("ss-with-furniture", yes);
  };
  view.listen(button, "click", () => {
    show(button.getAttribute("aria-expanded") !== "true");
    view.measure();
  });
  show(false);
  return button;
}

function columnNode(view, side, telling, spans) {
  // A group, no landmark: two explorers on one page may well show the same outlet.
  const box = make("div", `ss-column ss-${side}`);
  box.setAttribute("role", "group");
  box.id = `${view.uid}-${side}`;
  const head = make("div", "ss-head");
  const title = make("h2", "ss-outlet", telling.label);
  title.id = `${box.id}-title`;
  title.dir = "auto";
  box.setAttribute("aria-labelledby", title.id);
  const scroller = make("div", "ss-scroll");
  const body = make("div", "ss-body");
  body.id = `${box.id}-text`;
  let furniture = 0;
  for (const block of telling.blocks) {
    if (!block.text.trim() && block.kind !== "sentence") continue;
    if (block.kind === "sentence") body.append(sentenceNode(view, side, block, spans.get(block.sentence) || []));
    else if (block.kind === "furniture") {
      furniture += 1;
      const node = make("div", "ss-furniture");
      const text = make("span", "", block.text);
      text.dir = "auto";
      node.append(make("span", "ss-kind", block.furniture || "page furniture"), text);
      body.append(node);
    } else {
      const node = make({ headline: "h3", subheading: "h4" }[block.kind] || "p", `ss-${block.kind}`, block.text);
      node.dir = "auto";
      body.append(node);
    }
  }
  const rows = view.rows[side];
  const alone = rows.filter((row) => !row.links.length).length;
  let counts = count(rows.length, "sentence", "sentences");
  if (view.sides.length > 1) counts += ` · ${rows.length - alone} linked · ${alone} only here`;
  const meta = make("p", "ss-meta", counts);
  head.append(title, meta);
  if (furniture) head.append(furnitureToggle(view, body, furniture));
  if (!rows.length) {
    body.append(make("p", "ss-empty", "There is no sentence in this telling."));
    scroller.tabIndex = 0;                   // else a keyboard could not scroll it
  } else rows[0].node.tabIndex = 0;
  scroller.append(body);
  const map = new MarginMap(view, side, scroller);
  const main = make("div", "ss-main");
  main.append(map.node, scroller);
  box.append(head, main);
  const entry = (event) => view.entryOf(side, event.target);
  view.listen(scroller, "pointerover", (event) => view.point(entry(event)));
  view.listen(scroller, "pointerleave", () => view.point(null));
  view.listen(scroller, "click", (event) => {
    // Somebody who is marking words to copy them is not pinning a sentence.
    if (entry(event) && String(getSelection() || "") === "") view.toggle(entry(event));
  });
  view.listen(scroller, "focusin", (event) => view.focus(entry(event), event.target));
  view.listen(scroller, "focusout", () => { view.focused = null; view.refresh(); });
  view.listen(scroller, "keydown", (event) => keyed(view, event, entry(event)));
  view.listen(scroller, "scroll", () => view.redraw());
  view.sizes.observe(body);                  // a late font moves the lines, too
  view.sizes.observe(scroller);
  view.columns[side] = { box, scroller, body, map };
  return box;
}

// What the marks inside a marked sentence mean; nothing where no link has any.
function changesNode(changes) {
  const used = [...CHANGES].filter(([kind]) => changes.some((change) => change.kind === kind));
  if (!used.length) return null;
  const line = make("p", "ss-changes", "In a marked sentence: ");
  for (const [kind, words] of used) {
    line.append(make("span", `ss-${kind === "only" ? "one-sided" : kind}`, words), document.createTextNode("  "));
  }
  return line;
}

function chooserNode(view, tellings, pair) {
  const box = make("div", "ss-chooser");
  ["Left", "Right"].forEach((word, place) => {
    const label = make("label", "", `${word} `);
    const select = make("select");
    tellings.forEach((telling, i) => {
      const option = make("option", "", telling.label);
      option.value = String(i);
      option.selected = pair[place] === i;
      select.append(option);
    });
    view.listen(select, "change", () => {
      const next = [...pair];
      next[place] = Number(select.value);
      // Choosing the telling that stands on the other side exchanges the two.
      if (next[0] === next[1]) next[1 - place] = pair[place];
      view.choosing = place;                   // the page is built anew; the focus comes back here
      view.model.set("selected", {});
      view.model.set("pair", next);
      view.model.save_changes();
    });
    label.append(select);
    box.append(label);
  });
  return box;
}

function tabListNode(view) {
  if (view.sides.length < 2) return null;
  const list = make("div", "ss-tabs");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Tellings");
  for (const side of view.sides) {
    const tab = make("button", "ss-tab", view.labels[side]);
    tab.type = "button";
    tab.id = `${view.uid}-${side}-tab`;
    tab.dir = "auto";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", view.columns[side].box.id);
    view.columns[side].tab = tab;
    view.listen(tab, "click", () => view.turnTo(side));
    view.listen(tab, "keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      view.turnTo(OTHER[side]);
      view.columns[OTHER[side]].tab.focus();
    });
    list.append(tab);
  }
  return list;
}
