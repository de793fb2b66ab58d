"""The plain data of the linked reader, checked and filled in before the browser sees it."""

from collections.abc import Mapping
from typing import Any

from toolkit.charts.numerals import is_defined
from toolkit.charts.palette import RELATION_NAMES
from toolkit.errors import UsageError

BLOCK_KINDS = ("headline", "standfirst", "subheading", "furniture", "sentence")

CHANGE_KINDS = ("slot", "only", "moved", "trivial")

# Seen from the other side, one-to-several is several-to-one.
_MIRRORED = {"split": "merged", "merged": "split"}

_REMEDY = "Build the reader from one comparison of these same tellings, without changing it."


def sentences_of(telling: Mapping[str, Any]) -> dict[int, str]:
    """Sentence index to text, in reading order; headings and furniture are left out."""
    return {b["sentence"]: b["text"] for b in telling["blocks"] if b["kind"] == "sentence"}


def turned(comparison: Mapping[str, Any]) -> dict[str, Any]:
    """The same comparison with left and right exchanged."""
    return {
        "pair": comparison["pair"][::-1],
        "links": [
            {
                "a": link["b"],
                "b": link["a"],
                "relation": _MIRRORED.get(link["relation"], link["relation"]),
                "similarity": link["similarity"],
                "moved": link["moved"],
            }
            for link in comparison["links"]
        ],
        "shared": [{"a": passage["b"], "b": passage["a"]} for passage in comparison["shared"]],
        "changes": {"a": comparison["changes"]["b"], "b": comparison["changes"]["a"]},
    }


def checked_telling(given: Mapping[str, Any]) -> dict[str, Any]:
    """A telling with every optional key filled in; ``UsageError`` if it contradicts itself."""
    label = str(given.get("label") or given["id"])
    blocks: list[dict[str, Any]] = []
    seen: set[int] = set()
    for block in given["blocks"]:
        kind, sentence = block["kind"], int(block.get("sentence", -1))
        if kind not in BLOCK_KINDS:
            raise UsageError(
                f"{kind!r} is not a kind of block ({', '.join(BLOCK_KINDS)}).", _REMEDY
            )
        if (kind == "sentence") != (sentence >= 0) or sentence in seen:
            raise UsageError(f"A block of {label} has no sentence number of its own.", _REMEDY)
        if kind == "sentence":
            seen.add(sentence)
        blocks.append(
            {
                "kind": kind,
                "furniture": str(block.get("furniture") or ""),
                "text": str(block["text"]),
                "sentence": sentence,
                "paragraph": bool(block.get("paragraph", False)),
            }
        )
    return {"id": str(given["id"]), "label": label, "blocks": blocks}


def checked_comparison(given: Mapping[str, Any], tellings: list[dict[str, Any]]) -> dict[str, Any]:
    """A comparison whose links name only sentences and relations that there are."""
    pair = [int(index) for index in given["pair"]]
    if not all(0 <= index < len(tellings) for index in pair):
        raise UsageError(f"A comparison names the tellings {pair}, which are not there.", _REMEDY)
    text = {side: sentences_of(tellings[index]) for side, index in zip("ab", pair, strict=True)}
    links = []
    for link in given.get("links", ()):
        ends = {side: [int(index) for index in link[side]] for side in "ab"}
        if link["relation"] not in RELATION_NAMES:
            raise UsageError(f"{link['relation']!r} is not a relation of two sentences.", _REMEDY)
        if not all(ends[s] and all(index in text[s] for index in ends[s]) for s in "ab"):
            raise UsageError(f"A link names sentences that are not there: {ends}.", _REMEDY)
        similarity = link.get("similarity")
        # NaN is not JSON: the browser gets null, and says "not defined".
        clean = float(similarity) if similarity is not None and is_defined(similarity) else None
        links.append(
            {
                **ends,
                "relation": link["relation"],
                "similarity": clean,
                "moved": bool(link.get("moved")),
            }
        )
    shared = [
        {side: {k: int(p[side][k]) for k in ("sentence", "start", "end")} for side in "ab"}
        for p in given.get("shared", ())
    ]
    told = given.get("changes") or {}
    changes: dict[str, list[dict[str, Any]]] = {
        side: [
            {**{k: int(p[k]) for k in ("sentence", "start", "end")}, "kind": str(p["kind"])}
            for p in told.get(side, ())
        ]
        for side in "ab"
    }
    inside: list[tuple[str, dict[str, Any], str]] = [
        (side, place, "shared passage") for p in shared for side, place in p.items()
    ]
    inside += [(side, place, "change") for side in "ab" for place in changes[side]]
    for side, place, name in inside:
        length = len(text[side].get(place["sentence"], ""))
        if not 0 <= place["start"] <= place["end"] <= length:
            raise UsageError(f"A {name} lies outside its sentence: {place}.", _REMEDY)
        if place.get("kind", "slot") not in CHANGE_KINDS:
            raise UsageError(f"{place['kind']!r} is not a kind of change.", _REMEDY)
    return {"pair": pair, "links": links, "shared": shared, "changes": changes}
