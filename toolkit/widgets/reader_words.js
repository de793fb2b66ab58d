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

function inWords(numbers) {
  if (numbers.length < 2) return numbers.join("");
  return `${numbers.slice(0, -1).join(", ")} and ${numbers[numbers.length - 1]}`;
}

// Offsets from Python count code points, JavaScript strings count UTF-16 units.
function pieces(text, spans) {
  const points = Array.from(text);
  const shared = new Uint8Array(points.length);
  for (const { start, end } of spans) shared.fill(1, start, end);
  const out = [];
  for (let i = 0, j = 0; i < points.length; i = j) {
    while (j < points.length && shared[j] === shared[i]) j += 1;
    out.push([points.slice(i, j).join(""), shared[i] === 1]);
  }
  return out;
}

// The comparison of the shown pair, turned round if it was made the other way.
function comparisonOf(model) {
  const pair = model.get("pair") || [];
  for (const c of model.get("comparisons") || []) {
    if (c.pair[0] === pair[0] && c.pair[1] === pair[1]) return c;
    if (c.pair[0] === pair[1] && c.pair[1] === pair[0]) {
      return {
        links: c.links.map((l) => ({ ...l, a: l.b, b: l.a, relation: MIRRORED[l.relation] || l.relation })),
        shared: c.shared.map((s) => ({ a: s.b, b: s.a })),
      };
    }
  }
  return { links: [], shared: [] };
}

function sentenceInWords(row, labels, styles) {
  const here = labels[row.side];
  const there = labels[OTHER[row.side]];
  const start = `Sentence ${row.k + 1} of ${here}`;
  if (there === undefined) return `${start}.`;
  if (!row.links.length) return `${start}: only here, no partner in ${there}.`;
  const numbered = (indices) =>
    `${indices.length > 1 ? "sentences" : "sentence"} ${inWords(indices.map((k) => k + 1))}`;
  const each = row.links.map((link) => {
    const beside = link[row.side].filter((k) => k !== row.k);
    const value = typeof link.similarity === "number" ? link.similarity.toFixed(2) : "not defined";
    return (styles.get(link.relation)?.label || link.relation)
      + (beside.length ? ` together with ${numbered(beside)}` : "")
      + `, similarity ${value}; partner ${numbered(link[OTHER[row.side]])}`;
  });
  return `${start}: ${each.join(". Also ")}.`;
}
