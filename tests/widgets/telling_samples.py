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
