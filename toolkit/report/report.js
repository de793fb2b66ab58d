"use strict";
// Point at a row of linked sentences, and the same sentences are marked in the texts.
for (const row of document.querySelectorAll("table.links tbody tr")) {
  const targets = [...row.querySelectorAll('a[href^="#t"]')]
    .map((link) => document.getElementById(link.hash.slice(1)))
    .filter(Boolean);
  const mark = (on) => targets.forEach((target) => target.classList.toggle("partner", on));
  row.addEventListener("pointerenter", () => mark(true));
  row.addEventListener("pointerleave", () => mark(false));
  row.addEventListener("focusin", () => mark(true));
  row.addEventListener("focusout", () => mark(false));
}
