// Everything known about the pinned sentence, below the columns.

function foldedNode(title, ...inside) {
  const box = make("details", "ss-fold");
  box.append(make("summary", "", title), ...inside);
  return box;
}

function detailsNode(view, row) {
  const box = make("div", "ss-details");
  box.setAttribute("role", "group");
  const title = make("h2", "ss-details-title", `Sentence ${row.k + 1} of ${view.labels[row.side]}`);
  title.id = `${view.uid}-details`;
  box.setAttribute("aria-labelledby", title.id);
  const close = make("button", "ss-button", "Close");
  close.type = "button";
  view.listen(close, "click", () => view.letGo());
  const head = make("div", "ss-details-head");
  head.append(title, close);
  const words = make("blockquote", "", row.text);
  words.dir = "auto";
  const cards = make("div", "ss-cards");
  cards.append(...[linksCard(view, row), factsCard(view, row), marksCard(view, row)].filter(Boolean));
  box.append(head, words, cards);
  return box;
}

function card(title, ...inside) {
  const box = make("div", "ss-card");
  box.append(make("h3", "", title), ...inside);
  return box;
}

// Its links with the partner's words, what differs in it, and where other tellings have it.
function linksCard(view, row) {
  const there = view.labels[OTHER[row.side]];
  if (there === undefined) return null;
  const parts = row.links.map((link) => linkNode(view, row, link));
  if (!parts.length) parts.push(make("p", "", `No partner was found in ${there}.`));
  const differ = [...CHANGES].map(([kind, words]) => [kind, words, row.changes.filter((c) => c.kind === kind)])
    .filter(([, , found]) => found.length);
  if (differ.length) {
    const list = make("dl", "ss-pairs");
    const points = Array.from(row.text);
    for (const [kind, words, found] of differ) {
      const told = make("dd", "ss-changes-list");
      for (const { start, end } of found) {
        told.append(make("span", `ss-${kind === "only" ? "one-sided" : kind}`, points.slice(start, end).join("")), " ");
      }
      list.append(make("dt", "", words), told);
    }
    parts.push(make("p", "ss-caption", "What differs in it"), list);
  }
  const elsewhere = othersNode(view, row);
  if (elsewhere) parts.push(make("p", "ss-caption", "In other tellings"), elsewhere);
  return card(`In ${there}`, ...parts);
}

function linkNode(view, row, link) {
  const style = view.styles.get(link.relation) || { label: link.relation, mark: "" };
  const box = make("div", "ss-partner");
  const line = make("p", "ss-relation");
  const value = typeof link.similarity === "number" ? link.similarity.toFixed(2) : "not defined";
  const beside = link[row.side].filter((k) => k !== row.k);
  const also = beside.length ? `, together with ${numbered(beside)}` : "";
  const place = link.moved ? ", in another place of the order" : "";
  line.append(chip(style), make("span", "", ` ${style.label}${also}${place}; similarity ${value}`));
  box.append(line);
  for (const k of link[OTHER[row.side]]) {
    const partner = view.bySentence[OTHER[row.side]].get(k);
    if (!partner) continue;
    const quote = make("p", "ss-quote");
    const go = make("button", "ss-number", String(k + 1));
    go.type = "button";
    go.setAttribute("aria-label", `Go to sentence ${k + 1} of ${view.labels[partner.side]}`);
    view.listen(go, "click", () => view.go(partner));
    const words = make("span", "", partner.text);
    words.dir = "auto";
    quote.append(go, words);
    box.append(quote);
  }
  return box;
}

function othersNode(view, row) {
  const me = view.pair["ab".indexOf(row.side)];
  const rest = view.tellings.map((_, i) => i).filter((i) => !view.pair.includes(i));
  if (!rest.length) return null;
  const list = make("ul", "ss-others");
  for (const i of rest) {
    const links = comparisonOf(view.model, [me, i]).links.filter((link) => link.a.includes(row.k));
    const told = links.map((link) => `${numbered(link.b)} (${view.styles.get(link.relation)?.label || link.relation})`);
    const item = make("li");
    const name = make("span", "ss-name", view.tellings[i].label);
    name.dir = "auto";
    item.append(name, `: ${told.join(", ") || "no partner was found"}`);
    list.append(item);
  }
  return list;
}

// The measures of the sentence. Which come first is Python's choice.
function factsCard(view, row) {
  const { columns = [], tellings = [] } = view.model.get("facts") || {};
  const values = tellings[view.pair["ab".indexOf(row.side)]]?.[row.k];
  if (!values) return null;
  const tiles = (core) => {
    const list = make("dl", "ss-tiles");
    columns.forEach((column, i) => {
      if (column.core !== core) return;
      const tile = make("div", "ss-tile");
      const value = typeof values[i] === "number" ? values[i].toFixed(Number.isInteger(values[i]) && column.core
        && column.digits < 2 ? 0 : column.digits) : "not defined";
      tile.append(make("dt", "", column.label), make("dd", "ss-value", value));
      if (column.unit !== column.label.toLowerCase()) tile.append(make("dd", "ss-unit", column.unit));
      list.append(tile);
    });
    return list;
  };
  const about = make("dl", "ss-methods");
  for (const column of columns) {
    about.append(make("dt", "", column.label), make("dd", "", `${column.about} ${column.trust}`));
  }
  const more = columns.some((column) => !column.core) ? [foldedNode("More formulas", tiles(false))] : [];
  return card("Measured", tiles(true), make("p", "ss-about",
    "The formulas are made for whole texts; of one sentence they are a hint."), ...more,
  foldedNode("What the numbers mean, and how far to trust them", about));
}

// What every layer marks in the sentence, whichever is shown.
function marksCard(view, row) {
  const list = make("dl", "ss-pairs");
  const points = Array.from(row.text);
  for (const layer of view.layers) {
    const marks = marksOf(layer, row);
    if (!marks.length) continue;
    list.append(make("dt", "", layer.label));
    for (const { start, end, kind, note } of marks) {
      const style = layer.kinds.get(kind);
      const line = make("dd", "ss-found");
      const words = make("span", "", style.label + (note ? ` (${note})` : ""));
      line.append(chip(style), words);
      if (end - start < points.length) {
        const place = hitNode(style, points.slice(start, end).join(""));
        place.dir = "auto";
        words.append(" ", place);
      }
      list.append(line);
    }
  }
  return list.childElementCount ? card("Found in it", list) : null;
}
