// Moving about by keyboard. guard.js keeps these keys from Lab, whose one-key shortcuts would fire.

// Where "next" stops: at what differs, or, with a layer shown, at what it marks.
function isStop(view, row) {
  if (view.layer) return marksOf(view.layer, row).some((mark) => !view.layer.kinds.get(mark.kind).quiet);
  return !row.links.length || row.changes.some((change) => change.kind !== "trivial")
    || row.links.some((link) => link.moved || !["verbatim", "near-verbatim"].includes(link.relation));
}

function stopInWords(view) { return view.layer ? "marked sentence" : "difference"; }

// The next or earlier stop in the same telling; says so where there is none.
function nextStop(view, side, from, step) {
  const rows = view.rows[side];
  for (let i = from + step; rows[i]; i += step) if (isStop(view, rows[i])) return rows[i];
  view.say(`No ${step > 0 ? "further" : "earlier"} ${stopInWords(view)} in ${view.labels[side]}.`);
  return null;
}

// The row one page of the column further on.
function pageOn(view, row, step) {
  const rows = view.rows[row.side];
  const far = view.columns[row.side].scroller.clientHeight * 0.9;
  let i = row.at + step;
  while (rows[i + step] && Math.abs(rows[i].node.offsetTop - row.node.offsetTop) < far) i += step;
  return rows[i];
}

function keyed(view, event, row) {
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = view.rows[row.side];
  const moves = {
    ArrowDown: () => rows[row.at + 1], ArrowUp: () => rows[row.at - 1],
    Home: () => rows[0], End: () => rows[rows.length - 1],
    PageDown: () => pageOn(view, row, 1), PageUp: () => pageOn(view, row, -1),
    ArrowLeft: () => view.partners(row)[0], ArrowRight: () => view.partners(row)[0],
    n: () => nextStop(view, row.side, row.at, 1), p: () => nextStop(view, row.side, row.at, -1),
  };
  if (moves[event.key]) {
    event.preventDefault();
    view.go(moves[event.key]());
  } else if (event.key === "Enter" || event.key === " ") {
    if (event.shiftKey) return;              // Shift+Enter runs the cell
    event.preventDefault();
    view.toggle(row);
  } else if (event.key === "Escape" && (view.pinned() || view.focused)) {
    event.stopPropagation();
    view.focused = view.hovered = null;
    view.letGo();
    view.refresh();
  }
}

// The same for the mouse: two buttons that pin the next or earlier stop.
function stepButtons(view) {
  const box = make("div", "ss-steps");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Go from one to the next");
  for (const [step, sign, word] of [[-1, "‹", "Previous"], [1, "›", "Next"]]) {
    const button = make("button", "ss-button");
    button.type = "button";
    button.dataset.step = String(step);
    view.listen(button, "click", () => {
      const side = view.last?.side || view.open;
      const from = view.last ? view.last.at : step > 0 ? -1 : view.rows[side].length;
      const row = nextStop(view, side, from, step);
      if (row) view.pin(row);
    });
    const name = [word, make("span", "ss-unseen")];   // what it goes to differs by layer: showLayer
    button.append(...(step < 0 ? [`${sign} `, ...name] : [...name, ` ${sign}`]));
    box.append(button);
  }
  return box;
}

function helpNode() {
  const box = make("details", "ss-help");
  const list = make("dl");
  for (const [keys, does] of [["↑ ↓", "previous or next sentence"], ["← →", "go to the partner"],
    ["n  p", "next or previous difference; with tone, numbers … shown, next or previous marked sentence"],
    ["Page ↑ ↓", "a screen further on"], ["Home End", "first or last sentence"],
    ["Enter", "show everything known about it"], ["Esc", "let go"]]) {
    list.append(make("dt", "", keys), make("dd", "", does));
  }
  box.append(make("summary", "", "Keys"), list);
  return box;
}
