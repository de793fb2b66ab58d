// What the reader says, and the small pieces its text is made of.
// Indices in the data count from 0, everything a person reads counts from 1.

const OTHER = { a: "b", b: "a" };
const MIRRORED = { split: "merged", merged: "split" };

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function count(n, one, many) { return `${n} ${n === 1 ? one : many}`; }

function capital(words) { return words.charAt(0).toUpperCase() + words.slice(1); }

function inWords(numbers) {
  if (numbers.length < 2) return numbers.join("");
  return `${numbers.slice(0, -1).join(", ")} and ${numbers[numbers.length - 1]}`;
}

function numbered(indices) {
  return `${indices.length > 1 ? "sentences" : "sentence"} ${inWords(indices.map((k) => k + 1))}`;
}

// What a stretch of a sentence may be. The last four differ inside a link; see CHANGES.
const KINDS = ["shared", "slot", "only", "moved", "trivial"];
const CHANGES = new Map([["slot", "other words"], ["only", "only here"], ["moved", "in another place"],
  ["trivial", "only spelling, case or marks"]]);

// A text cut wherever a span begins or ends, with the class names of each piece.
// Offsets from Python count code points, JavaScript strings count UTF-16 units.
function pieces(text, spans) {
  const points = Array.from(text);
  const bits = new Uint8Array(points.length);
  const starts = new Set();
  for (const { start, end, kind } of spans) {
    const bit = 1 << KINDS.indexOf(kind || "shared");
    for (let i = start; i < end; i += 1) bits[i] |= bit;
    starts.add(start);
  }
  const out = [];
  for (let i = 0, j = 0; i < points.length; i = j) {
    do j += 1; while (j < points.length && bits[j] === bits[i] && !starts.has(j));
    const names = KINDS.filter((_, n) => bits[i] & (1 << n)).map((kind) => `ss-${kind === "only" ? "one-sided" : kind}`);
    out.push([points.slice(i, j).join(""), names.join(" ")]);
  }
  return out;
}

// The comparison of a pair of tellings, turned round if it was made the other way.
function comparisonOf(model, pair) {
  for (const c of model.get("comparisons") || []) {
    if (c.pair[0] === pair[0] && c.pair[1] === pair[1]) return c;
    if (c.pair[0] === pair[1] && c.pair[1] === pair[0]) {
      return {
        links: c.links.map((l) => ({ ...l, a: l.b, b: l.a, relation: MIRRORED[l.relation] || l.relation })),
        shared: c.shared.map((s) => ({ a: s.b, b: s.a })),
        changes: { a: c.changes.b, b: c.changes.a },
      };
    }
  }
  return { links: [], shared: [], changes: { a: [], b: [] } };
}

function sentenceInWords(row, labels, styles) {
  const here = labels[row.side];
  const there = labels[OTHER[row.side]];
  const start = `Sentence ${row.k + 1} of ${here}`;
  if (there === undefined) return `${start}.`;
  if (!row.links.length) return `${start}: only here, no partner in ${there}.`;
  const each = row.links.map((link) => {
    const beside = link[row.side].filter((k) => k !== row.k);
    const value = typeof link.similarity === "number" ? link.similarity.toFixed(2) : "not defined";
    return (styles.get(link.relation)?.label || link.relation)
      + (beside.length ? ` together with ${numbered(beside)}` : "")
      + `, similarity ${value}; partner ${numbered(link[OTHER[row.side]])}`
      + (link.moved ? ", in another place of the order" : "");
  });
  const tally = [...CHANGES].map(([kind, words]) => [row.changes.filter((c) => c.kind === kind).length, words])
    .filter(([n]) => n).map(([n, words]) => `${n} ${words}`);
  const changes = tally.length ? ` Differences: ${tally.join(", ")}.` : "";
  return `${start}: ${each.join(". Also ")}.${changes}`;
}
