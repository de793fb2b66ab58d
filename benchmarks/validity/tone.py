"""Tone against people: VADER's score of a sentence and the mean rating of twenty readers."""

import numpy as np

from benchmarks.peers import Peers
from benchmarks.validity import gold
from benchmarks.validity.result import Part, Row, quoted
from benchmarks.validity.scores import Hits, macro_f1, pearson
from toolkit.measures.sentiment import NEGATIVE, POSITIVE
from toolkit.measures.vader import polarity
from toolkit.text.document import Document

# file, plain name, quoted figures of nltk and vaderSentiment
KINDS = (
    ("nytEditorialSnippets", "sentences of newspaper editorials", 0.490, 0.503),
    ("tweets", "tweets", 0.878, 0.872),
    ("amazonReviewSnippets", "sentences of product reviews", 0.571, 0.590),
    ("movieReviewSnippets", "sentences of film reviews", 0.420, 0.427),
)
RATED = "{}, each rated by at least 20 people (VADER ground truth); per sentence"
POLARITIES = {2: "negative", 4: "neutral", 6: "positive"}


def compounds(texts: list[str]) -> np.ndarray:
    """VADER's compound of each whole text, NaN where there is nothing to score."""
    document = Document.of_texts(texts)
    return polarity(document, document.tokens.bounds)[:, 3]


def label(compound: float) -> str:
    """VADER's own cuts: positive, negative or neutral."""
    if compound >= POSITIVE:
        return "positive"
    return "negative" if compound <= NEGATIVE else "neutral"


def sentences(peers: Peers) -> Part:
    """VADER's compound beside the mean rating of the readers, on four kinds of text."""
    rows: list[Row] = []
    equal = items = wordless = 0
    for name, plain, nltk, vader_sentiment in KINDS:
        found = gold.table("vader_ground_truth", f"{name}_GroundTruth.tsv")
        texts = [row["text"] for row in found]
        rating = np.array([float(row["mean_rating"]) for row in found])
        ours = compounds(texts)
        theirs = np.array([peers.vader.polarity_scores(text)["compound"] for text in texts])
        equal += int((np.nan_to_num(ours) == theirs).sum())
        items += len(texts)
        wordless += int(np.isnan(ours).sum())
        score = pearson(ours, rating)
        rows += [
            Row(
                plain,
                score,
                True,
                measure="tone_mean",
                statistic="Pearson r",
                dataset=RATED.format(plain),
            ),
            Row(f"- the same, nltk VADER ({nltk:.3f} quoted)", pearson(theirs, rating)),
            quoted("- the same, vaderSentiment", vader_sentiment, len(texts)),
        ]
        if name == KINDS[0][0]:
            rows += _shares(ours, rating, plain)
    return Part(
        title="Tone of a sentence",
        compared="VADER's score of single sentences beside the mean rating of at least 20 people,"
        " from -4 (extremely negative) to +4 (extremely positive).",
        number="Pearson's r between score and mean rating. For the two shares of sentences:"
        " *precision*, how often people agree when VADER calls a sentence positive (negative), and"
        " *recall*, how many of the sentences that people find so it does call so. People find a"
        " sentence positive when their mean rating is above 0.",
        rows=rows,
        means="In tweets, for which it was made, VADER follows people closely; in newspaper prose"
        " only loosely. Our scores equal NLTK's on"
        f" {equal:,} of {items:,} texts; for the {wordless} among them that hold nothing to score"
        " NLTK says 0, and the toolkit says that it is not defined.",
        not_means="That an article's mean tone can be trusted to order two tellings. Before this"
        " project began, VADER was tried on real pairs of articles on one event: it named the more"
        " negative one, as readers see it, in 49 to 51 of 100 pairs, as a coin does (quoted, not"
        " measured again here). So the toolkit shows which sentences differ, and draws no"
        " conclusion from a small gap. The ratings were made by the authors of VADER: it plays"
        " at home here.",
        sets=("VADER ground truth",),
    )


def _shares(compound: np.ndarray, rating: np.ndarray, plain: str) -> list[Row]:
    rows = []
    for name, sign, kind in (
        ("tone_positive_share", 1, "positive"),
        ("tone_negative_share", -1, "negative"),
    ):
        hits = Hits()
        hits.add(
            set(np.flatnonzero(sign * compound >= POSITIVE).tolist()),
            set(np.flatnonzero(sign * rating > 0).tolist()),
        )
        for statistic, score in (("precision", hits.precision), ("recall", hits.recall)):
            rows.append(
                Row(
                    f"- called {kind}: {statistic}",
                    score,
                    True,
                    measure=name,
                    statistic=statistic,
                    dataset=RATED.format(plain),
                )
            )
    return rows


def towards_a_person() -> Part:
    """The tone of a sentence taken for its tone towards somebody named in it."""
    lines = list(gold.objects("newsmtsc", "devtest_mt.jsonl"))
    tone = compounds([line["sentence_normalized"] for line in lines])
    found, wanted = [], []
    for line, compound in zip(lines, tone.tolist(), strict=True):
        for target in line["targets"]:
            found.append(label(compound))
            wanted.append(POLARITIES[int(target["polarity"])])
    return Part(
        title="Tone towards somebody",
        compared="News sentences in which people had said whether the sentence is positive, neutral"
        " or negative *towards a person or body named in it*. VADER knows of no persons: its score"
        " of the sentence was taken for each of them.",
        number="Macro-F1: right and complete, averaged over the three answers. Always giving the"
        " commonest answer scores .224.",
        rows=[
            Row("VADER, as in this toolkit", macro_f1(found, wanted), True),
            quoted("nltk VADER", 0.492, 1470),
            quoted("vaderSentiment", 0.496, 1470),
        ],
        means="Half right. A sentence full of dark words may be friendly to the person in it.",
        not_means="That the toolkit measures whom an outlet likes. It does not, and never says so.",
        sets=("NewsMTSC",),
    )
