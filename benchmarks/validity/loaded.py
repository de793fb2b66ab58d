"""Loaded words against people: sentences that trained readers called biased in their wording."""

import numpy as np

from benchmarks.validity import gold
from benchmarks.validity.result import Part, Row, quoted
from benchmarks.validity.scores import Hits, auc_within, cut_macro_f1
from toolkit.measures.loaded import KINDS, loaded_words
from toolkit.measures.loaded import MEASURES as RECORDS
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.segments import sums

RATED = "single news sentences, called biased in their wording or not by five people (BABE)"
STRONG = 1.5  # the valence from which the peer counts VADER's words


def vader_words(document: Document) -> np.ndarray:
    """The peer: VADER's strong words divided by the square root of the words, for each text."""
    valences = lexicon.valences()
    words, edges = document.words, document.article_words
    strong = [abs(valences.get(form, 0.0)) >= STRONG for form in document.word_forms.entries]
    found = sums(np.array(strong, np.int8)[words.forms], edges)
    return found / np.sqrt(np.maximum(np.diff(edges), 1))


def wording() -> Part:
    """Loaded words for each thousand of a sentence beside five people's yes or no to it."""
    rows = gold.table("babe_sg1", "babe_sg1.csv")
    document = Document.of_texts([row["text"] for row in rows])
    biased = np.array([row["label"] == "Biased" for row in rows])
    outlets = np.array([row["outlet"] for row in rows])
    words, _, share = (record(document) for record in RECORDS)
    found = [list(loaded_words(document, k)) for k in range(len(rows))]
    own = [[word.kind for word in here if not word.quoted] for here in found]
    of_kind = {kind: np.array([float(here.count(kind)) for here in own]) for kind in KINDS}
    peer = vader_words(document)
    hits = Hits()
    with_one = share > 0
    hits.add(set(np.flatnonzero(with_one).tolist()), set(np.flatnonzero(biased).tolist()))
    inside = "AUC inside one outlet"
    return Part(
        title="Loaded words",
        compared="Single sentences of eight American news sites, on subjects that divide. Five"
        " trained people had said of each whether its wording is biased. The toolkit counted its"
        " loaded words outside quotation marks, for a thousand words; a sentence that is all"
        " quotation counts as without.",
        number="*AUC inside one outlet*: of two sentences of one outlet, one called biased and one"
        " not, how often the first has more; a coin scores .5. The outlets are averaged by their"
        " number of sentences, since knowing the outlet alone goes a long way. *Macro-F1*: right"
        " and complete, averaged over the two answers, the cut being found on other sentences.",
        rows=[
            Row(
                "loaded words, AUC inside one outlet",
                auc_within(words, biased, outlets),
                True,
                measure=RECORDS[0].name,
                statistic=inside,
                dataset=RATED,
            ),
            *(
                Row(
                    f"- of the kind *{kind}* only", auc_within(of_kind[kind], biased, outlets), True
                )
                for kind in KINDS
            ),
            quoted("- words of Hu and Liu / √length", 0.597, len(rows)),
            Row("- VADER's strong words / √length", auc_within(peer, biased, outlets)),
            quoted("- VADER's compound, without its sign", 0.535, len(rows)),
            Row("loaded words, macro-F1", cut_macro_f1(words, biased), True),
            quoted("- the outlet's name and nothing else", 0.656, len(rows)),
            quoted("- words of Hu and Liu / √length", 0.586, len(rows)),
            Row("- VADER's strong words / √length", cut_macro_f1(peer, biased)),
            *(
                Row(
                    f"sentences with a loaded word: {statistic}",
                    score,
                    True,
                    measure=RECORDS[2].name,
                    statistic=statistic,
                    dataset=RATED,
                )
                for statistic, score in (("precision", hits.precision), ("recall", hits.recall))
            ),
        ],
        means=f"A hint, better than counting words of feeling. Of {hits.right + hits.too_many:,}"
        " sentences with a loaded word people called"
        f" {100 * hits.precision.value:.0f} in 100 biased, and of the sentences they called so"
        f" {100 * hits.recall.value:.0f} in 100 have one: the others do it with what they say, or"
        " with words that no list holds. The lists were written from the idea alone, and words that"
        " plain agency news (MRPC) turned out to be full of were taken off again. Not a word was"
        " taken from the set above, whose readers also marked words. The totals were looked at a"
        " dozen times while the lists grew, so expect a little less elsewhere.",
        not_means="That a telling, or whoever wrote it, is biased. A word is loaded beside the"
        " plain word for the same thing; whether it is deserved no count can tell. Of the sentences"
        f" that people did not call biased, {100 * float(with_one[~biased].mean()):.0f} in 100 have"
        " such a word too. So read the words, which the toolkit marks, and look at what the other"
        " telling says in their place. A score for single sentences does not say how well whole"
        " articles are put in order. The lists know British and American politics of our time;"
        " elsewhere they miss more.",
        sets=("BABE",),
    )
