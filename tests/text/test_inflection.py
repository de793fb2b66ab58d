"""Forms of words, by the cases that spelling makes hard."""

import pytest

from toolkit.text import lexicon
from toolkit.text.inflection import ING, PARTICIPLE, PAST, adverb, plural, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("attack", "attack attacks attacked attacking"),
        ("blame", "blame blames blamed blaming"),
        ("bully", "bully bullies bullied bullying"),
        ("annoy", "annoy annoys annoyed annoying"),
        ("slam", "slam slams slammed slamming"),
        ("boo", "boo boos booed booing"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("vow", "vow vows vowed vowing"),
        ("free", "free frees freed freeing"),
        ("lie", "lie lies lied lying"),
        ("admit", "admit admits admitted admitting"),
        ("support", "support supports supported supporting"),
        ("criticise", "criticise criticises criticised criticising"
         " criticize criticizes criticized criticizing"),
        ("steal", "steal steals stole stolen stealing"),
        ("win", "win wins won winning"),
        ("have", "have has had having"),
        ("label", "label labels labelled labelling labeled labeling"),
    ],
)  # fmt: skip
def test_verbs(base, forms):
    assert set(verb_forms(base)) == set(forms.split())


def test_which_form_is_which():
    forms = verb_forms("steal")
    assert forms["stole"] == PAST
    assert forms["stolen"] == PARTICIPLE
    assert forms["stealing"] == ING
    assert verb_forms("blame")["blamed"] == PAST | PARTICIPLE


@pytest.mark.parametrize(
    ("noun", "many"),
    [("crisis", "crises"), ("hero", "heroes"), ("lie", "lies"), ("crook", "crooks")],
)
def test_plurals(noun, many):
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("adjective", "expected"),
    [("corrupt", "corruptly"), ("noble", "nobly"), ("vile", "vilely"), ("heroic", "heroically")],
)
def test_adverbs(adjective, expected):
    assert adverb(adjective) == expected


@pytest.mark.parametrize("name", ["verbs", "nouns", "adjectives", "stances"])
def test_no_word_stands_twice_in_a_lexicon_of_attitudes(name):
    section, seen = "", set()
    for line in lexicon.lines(f"attitude_{name}"):
        if line in ("people", "feelings"):
            section = line
            continue
        values = [part for part in line.split() if part.lstrip("-").isdigit()]
        words = line.split()[len(values) :]
        assert len(values) == (2 if name in ("verbs", "stances") else 1)
        assert all(-2 <= int(value) <= 2 for value in values)
        assert words
        for word in words:
            assert (section, word) not in seen
            seen.add((section, word))
