"""Two short made-up tellings, in the plain data the reader takes."""

A = [
    ("headline", "Storm closes Port Ellery harbour"),
    ("furniture", "By Hanna Rowe"),
    ("sentence", "The harbour stayed closed on Tuesday."),
    ("sentence", "Nobody was hurt."),
    ("subheading", "Ferries"),
    ("sentence", "Ferries are cancelled and 900 passengers wait."),
    ("sentence", "The wind was the strongest since 1987."),
    ("sentence", "Gusts reached 131 km/h."),
    ("sentence", "She carried her children out."),
]
B = [
    ("headline", "Council under fire"),
    ("standfirst", "A report was never acted on"),
    ("sentence", "Residents accused their council."),
    ("sentence", "Gusts reached 131 km/h, the strongest wind since 1987."),
    ("sentence", "All ferries are cancelled."),
    ("sentence", "About 900 passengers wait."),
    ("sentence", "Nobody was hurt."),
    ("sentence", "On Tuesday the harbour was still shut."),
    ("furniture", "READ MORE: storms"),
]
LINKS = [
    {"a": [0], "b": [5], "relation": "reworded", "similarity": 0.62},
    {"a": [1], "b": [4], "relation": "verbatim", "similarity": 1.0},
    {"a": [2], "b": [2, 3], "relation": "split", "similarity": 0.7},
    {"a": [3, 4], "b": [1], "relation": "merged", "similarity": None},
]
SHARED = [
    {
        "a": {"sentence": 1, "start": 0, "end": 15},
        "b": {"sentence": 4, "start": 0, "end": 15},
    }
]
CHANGES = {
    "a": [
        {"sentence": 0, "start": 12, "end": 18, "kind": "slot"},
        {"sentence": 0, "start": 26, "end": 36, "kind": "moved"},
        {"sentence": 1, "start": 0, "end": 6, "kind": "trivial"},
    ],
    "b": [
        {"sentence": 5, "start": 0, "end": 10, "kind": "moved"},
        {"sentence": 5, "start": 27, "end": 32, "kind": "only"},
    ],
}


def telling(label, lines, *, repeat=1):
    """A telling from (kind, text) lines; ``repeat`` makes it longer."""
    blocks, sentence = [], 0
    for _ in range(repeat):
        for kind, text in lines:
            is_sentence = kind == "sentence"
            blocks.append(
                {
                    "kind": kind,
                    "text": text,
                    "sentence": sentence if is_sentence else -1,
                    "furniture": "byline" if kind == "furniture" else "",
                    "paragraph": sentence % 2 == 0,
                }
            )
            sentence += is_sentence
    return {"id": label.lower(), "label": label, "blocks": blocks}


TELLINGS = [telling("Meridian Wire", A), telling("Harbour Gazette", B)]


def kind(name, mark, **changes):
    """A line of a layer's legend."""
    inks = {"ink_light": "#005a94", "ink_dark": "#7cc0f0"}
    return {"kind": name, "label": name, "mark": mark, **inks, **changes}


def mark(sentence, start, end, kind, note=""):
    return {"sentence": sentence, "start": start, "end": end, "kind": kind, "note": note}


# One layer marks words, one inside the other; the other marks whole sentences.
LAYERS = [
    {
        "name": "figures",
        "label": "figures",
        "about": "Numbers in figures.",
        "legend": [
            kind("many", "#"),
            kind("unit", "u", ink_light="#a63c00", ink_dark="#ff9f66"),
            kind("never", "n"),
        ],
        "tellings": [
            [
                mark(2, 26, 29, "many", "900 people"),
                mark(4, 14, 22, "many"),
                mark(4, 18, 22, "unit"),
            ],
            [mark(1, 14, 22, "many"), mark(3, 6, 9, "many", "900 people")],
        ],
    },
    {
        "name": "mood",
        "label": "mood",
        "trust": "Agreement with people: 0.50.",
        "legend": [kind("good", "+"), kind("flat", ".", quiet=True)],
        "tellings": [
            [mark(1, 0, 16, "good", "+0.50"), mark(0, 0, 37, "flat")],
            [mark(4, 0, 16, "good", "+0.50")],
        ],
    },
]
FACTS = {
    "columns": [
        {"label": "Words", "unit": "words", "about": "Counted.", "digits": 0},
        {"label": "Mood", "unit": "points", "about": "Felt.", "trust": "Little.", "digits": 2},
        {"label": "Weight", "unit": "kg", "digits": 1, "core": False},
    ],
    "tellings": [
        [[n + 3, 0.5 if n else None, 1.25] for n in range(6)],
        [[n + 4, -0.5, 2.0] for n in range(6)],
    ],
}
