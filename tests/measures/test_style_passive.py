"""How well the rule for the passive does on sentences marked by hand."""

import numpy as np
import pytest

from toolkit.measures.catalogue import measure
from toolkit.measures.passive import BE, BETWEEN, GET, PARTICIPLE, kinds, passives
from toolkit.text import lexicon
from toolkit.text.document import Document
from toolkit.text.tokens import Vocabulary

PASSIVE = """\
The bridge was closed on Monday.
Two men have been arrested in connection with the theft.
The plan is expected to cost nine million.
Nobody was seriously hurt in the fire.
The report will be published next week.
Her letters were never found.
The road is being repaired.
Thousands of homes had been left without power.
He got sacked for telling the truth.
The minister was not told about the crack.
Traffic was diverted through the old town.
The suspect is thought to have fled abroad.
Were it not for the rain, the match would have been played.
The charges were later dropped.
The building was first opened in 1912.
It was agreed that the council should pay.
The boat was driven on to the rocks by the wind.
Three passengers were taken to hospital.
The money has already been spent.
The letter, which was written in haste, caused a row.
The village was almost completely destroyed.
The vote is to be held in May.
They were given two days to leave.
The game was watched by millions.
Was the bridge closed on Monday?
The law should be changed, she said.
The children were, however, kept at home.
The body was found and identified within hours.
The fence gets painted every spring.
None of the stolen paintings has been seen since.
Is anybody being held responsible?
The firm was sold in March for an undisclosed sum.
Her voice was heard less often then, but she wrote more.
""".splitlines()
ACTIVE = """\
The council closed the bridge on Monday.
She was tired after the long march.
The walls are red and the roof is green.
He has closed the shop for good.
They had driven all night.
The mayor was in the old town hall.
There is a need for new homes.
The team is ahead by two goals.
The minister was angry about the leak.
I am interested in what you found.
It is a sacred place.
The road is closed to no one who pays, he joked, and left it open.
We got home late and slept.
He was the man who had opened the gate.
She was pleased with the result.
The old bridge, built in 1912, still stands.
The guests are gone.
The prices were higher than expected.
He is a gifted painter.
The company said it had reached an agreement.
Officers were quick to close the road.
They are married with two children.
The crowd was silent as the band played.
The wounded soldier walked home.
It was hundreds of miles away.
The talks were hard but fair.
You get used to the noise.
The plane was late and landed in the dark.
The river is deep and wide.
The rumours were about a retired judge.
It has rained for nine days.
The law is complicated.
""".splitlines()
MISSED = {"Was the bridge closed on Monday?"}
WRONG = {
    "The road is closed to no one who pays, he joked, and left it open.",
    "You get used to the noise.",
    "The law is complicated.",
}


def called_passive(sentence: str) -> bool:
    return len(passives(Document.of_texts([sentence], Vocabulary()))) > 0


@pytest.mark.parametrize("sentence", PASSIVE)
def test_sentences_in_the_passive(sentence):
    assert called_passive(sentence) == (sentence not in MISSED)


@pytest.mark.parametrize("sentence", ACTIVE)
def test_sentences_that_are_not(sentence):
    assert called_passive(sentence) == (sentence in WRONG)


def test_the_record_says_how_well_it_does():
    """As first run, before "later" was among the words that may stand between."""
    found = len(PASSIVE) - len(MISSED) - 1
    called = found + len(WRONG)
    stated = (
        f"On {len(PASSIVE + ACTIVE)} sentences written to test it, {found} of the {called} it"
        f" called passive were so, and it found {found} of {len(PASSIVE)}."
    )
    assert stated in measure("passive_share").formula


@pytest.mark.parametrize(
    ("text", "participles"),
    [
        ("It was closed and then repaired.", ["closed"]),
        ("It was closed. Repaired it stands.", ["closed."]),
        ("The day it was. Closed for good.", []),
        ("It was never really seriously being repaired.", ["repaired."]),
        ("It was not quite ever fully and surely closed.", []),
        ("They weren’t told.", ["told."]),
        ("She got badly hurt.", []),
        ("was", []),
        ("closed was", []),
        ("", []),
    ],
)
def test_which_participle(text, participles):
    document = Document.of_texts([text], Vocabulary())
    assert [document.vocabulary.entries[document.tokens.ids[k]] for k in passives(document)] == (
        participles
    )


def test_a_sentence_counts_where_its_participle_stands():
    document = Document.of_texts(["The bridge was closed by the council. It fell."])
    share = measure("passive_share")
    assert share(document).tolist() == [0.5]
    assert share(document, np.array([0, 3, 7, 9])).tolist() == [0, 1, 0]


def test_articles_do_not_lend_each_other_words():
    assert passives(Document.of_texts(["It was", "closed"])).tolist() == []


def test_what_words_can_be():
    assert kinds(["been", "gets", "surely", "put", "needed", "need", "fly"]).tolist() == [
        BE | BETWEEN,
        GET,
        BETWEEN,
        PARTICIPLE,
        PARTICIPLE,
        0,
        0,
    ]


@pytest.mark.parametrize("name", ["participles", "not_participles", "between_be_and_participle"])
def test_no_word_is_listed_twice(name):
    words = [word for line in lexicon.lines(name) for word in line.split()]
    assert sorted(words) == sorted(set(words))
