// What is marked in the sentences: the links, or one layer. A layer is plain data (layer_data.py);
// nothing here knows what it means.

const LINKS = "links";
const FEW = 3;        // a longer legend leaves out what neither telling has
const CUES = 6;       // underline styles in reader.css; a seventh kind begins again

function tint(node, style) {
  node.classList.add("ss-tinted");
  node.style.setProperty("--ss-ink-light", style.ink_light);
  node.style.setProperty("--ss-ink-dark", style.ink_dark);
  return node;
}

function chip(style) {
  const mark = tint(make("span", "ss-mark", style.mark), style);
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

// The layers of the shown pair: kinds by name, marks by side and sentence.
function layersOf(model, sides, pair) {
  return (model.get("layers") || []).map((layer) => {
    const marks = {};
    sides.forEach((side, n) => {
      marks[side] = new Map();
      for (const mark of layer.tellings[pair[n]] || []) {
        if (!marks[side].has(mark.sentence)) marks[side].set(mark.sentence, []);
        marks[side].get(mark.sentence).push(mark);
      }
    });
    const kinds = new Map(layer.legend.map((kind, at) => [kind.kind, { ...kind, at }]));
    return { ...layer, marks, kinds };
  });
}

function marksOf(layer, row) { return layer.marks[row.side].get(row.k) || []; }

function cueNames(kind) { return `ss-hit ss-cue-${kind.at % CUES}${kind.quiet ? " ss-quiet" : ""}`; }

// A text cut where marks begin and end: of marks inside each other, the inner one is seen.
function markedPieces(text, marks) {
  const points = Array.from(text);
  const owner = new Array(points.length).fill(null);
  for (const mark of marks) owner.fill(mark, mark.start, mark.end);
  const out = [];
  for (let i = 0, j = 0; i < points.length; i = j) {
    do j += 1; while (j < points.length && owner[j] === owner[i]);
    out.push([points.slice(i, j).join(""), owner[i], i === 0 && j === points.length]);
  }
  return out;
}

function hitNode(kind, text, whole) {
  const node = make("span", cueNames(kind) + (whole ? " ss-whole" : ""), text);
  return kind.quiet ? node : tint(node, kind);
}

// One sentence as the shown layer has it: its words, its signs in the margin, its unseen label.
function paintRow(view, row) {
  const { layer } = view;
  const marks = layer ? marksOf(layer, row) : row.spans;
  if (marks.length || row.painted) {
    row.painted = marks.length > 0;
    const parts = layer
      ? markedPieces(row.text, marks).map(([text, mark, whole]) => (
        mark ? hitNode(layer.kinds.get(mark.kind), text, whole) : text))
      : pieces(row.text, marks).map(([text, names]) => (names ? make("span", names, text) : text));
    row.words.replaceChildren(...parts);
  }
  const kinds = layer ? [...new Set(marks.map((mark) => mark.kind))].map((kind) => layer.kinds.get(kind))
    : view.sides.length > 1 ? [row.style] : [];
  const sign = kinds.length ? chip(kinds[0]) : make("span", view.sides.length > 1 || layer ? "ss-no-mark" : "");
  if (kinds.length > 1) sign.classList.add("ss-more");   // the text itself shows the others
  row.margin.replaceChildren(row.number, sign);
  if (layer || view.sides.length < 2) row.node.classList.remove("ss-tinted");
  else tint(row.node, row.style);
  const told = kinds.map((kind) => `, ${kind.label}`).join("");
  row.unseen.textContent = `Sentence ${row.k + 1}${told}: `;
}

// The marks of a sentence in a few words, for the status line.
function layerInWords(layer, row) {
  const marks = marksOf(layer, row);
  const told = marks.slice(0, 4).map(({ kind, note }) => layer.kinds.get(kind).label + (note ? ` (${note})` : ""));
  if (marks.length > 4) told.push(`${marks.length - 4} more`);
  return told.length ? ` ${capital(layer.label)}: ${told.join("; ")}.` : "";
}

function layerControl(view) {
  if (!view.layers.length) return null;
  const box = make("div", "ss-layers");
  const title = make("span", "ss-caption", "Show");
  title.id = `${view.uid}-show`;
  box.setAttribute("role", "radiogroup");
  box.setAttribute("aria-labelledby", title.id);
  box.append(title);
  for (const { name, label } of [{ name: LINKS, label: LINKS }, ...view.layers]) {
    const choice = make("label", "ss-choice");
    const input = make("input", "ss-unseen");
    input.type = "radio";
    input.name = `${view.uid}-layer`;
    input.value = name;
    view.listen(input, "change", () => {
      view.model.set("layer", name);
      view.model.save_changes();
    });
    choice.append(input, make("span", "", label));
    box.append(choice);
  }
  return box;
}

function sizeControl(view) {
  const label = make("label", "ss-size", "Text size ");
  const select = make("select");
  for (const size of Object.keys(SIZES)) {
    const option = make("option", "", size);
    option.value = size;
    select.append(option);
  }
  view.listen(select, "change", () => {
    view.model.set("text_size", select.value);
    view.model.save_changes();
  });
  label.append(select);
  return label;
}

// What the signs mean and how often they occur: of links in both tellings together, of a layer in each.
function legendNode(view) {
  const { layer } = view;
  const list = make("ul", "ss-legend");
  const names = inWords(view.sides.map((side) => view.labels[side]));
  list.setAttribute("aria-label", layer ? `${layer.label}: how many sentences are marked, in ${names}`
    : "What the marks in the margin mean");
  if (layer) list.append(...[...layer.kinds.values()].map((kind) => kindNode(view, layer, kind)).filter(Boolean));
  else for (const style of view.styles.values()) list.append(relationNode(view, style));
  if (!list.children.length) list.append(make("li", "ss-none", `None in ${names}`));
  return list;
}

// What the layer is and how far to trust it. Below the columns, so that choosing one moves no text.
function notesOf(layer) {
  return [layer.about && make("p", "ss-about", layer.about),
    layer.trust && foldedNode("How far to trust it", make("p", "ss-about", layer.trust))].filter(Boolean);
}

// Whether a kind marks whole sentences: then it has no line under it.
function isWhole(view, layer, kind) {
  const row = view.sides.flatMap((side) => view.rows[side])
    .find((each) => marksOf(layer, each).some((mark) => mark.kind === kind.kind));
  return Boolean(row) && markedPieces(row.text, marksOf(layer, row)).length === 1;
}

function kindNode(view, layer, kind) {
  const numbers = view.sides.map((side) => view.rows[side]
    .filter((row) => marksOf(layer, row).some((mark) => mark.kind === kind.kind)).length);
  const none = !numbers.some(Boolean);
  if (none && layer.kinds.size > FEW) return null;
  const item = make("li", none ? "ss-none" : "");
  item.title = view.sides.map((side, n) => `${view.labels[side]}: ${count(numbers[n], "sentence", "sentences")}`).join("\n");
  item.append(chip(kind), hitNode(kind, kind.label, isWhole(view, layer, kind)), make("span", "ss-count", numbers.join(" | ")));
  return item;
}

function relationNode(view, style) {
  const n = style.relation === "only-here"
    ? view.sides.flatMap((side) => view.rows[side]).filter((row) => !row.links.length).length
    : view.links.filter((link) => link.relation === style.relation).length;
  const item = make("li", n ? "" : "ss-none");
  item.title = style.note;
  if (style.relation === "only-here") item.classList.add("ss-only");
  item.append(chip(style), make("span", "", `${style.label} `), make("span", "ss-count", String(n)));
  return item;
}
