"""Who said what, in whose words."""

from tests.comparison.attributed import Told, linked
from toolkit.widgets.quotes import QuotesPanel

TOLD = Told(
    [
        "It rained. [Ann Lee: “The old bridge will close,”] Lee [=said]. [?: “Aye.”]",
        "[Lee: “The old bridge may close,”] Lee [=insisted].",
        "Lee [+said] [Lee> that the old bridge would close]. [Tom Wren: “So <b>be</b> it.”]",
    ]
)
LINKS = {(0, 1): linked((1, 0)), (0, 2): linked((1, 0)), (1, 2): linked((0, 0))}


def panel(told=TOLD, links=LINKS):
    shown = QuotesPanel()
    shown.update(told.comparison(links))
    assert shown.problem.error is None
    return shown


def test_a_quote_in_its_place_in_every_telling():
    assert panel().words().splitlines() == [
        "quotes of everybody: 3, 1 of them in two or more tellings",
        "shown: “The old bridge will close,” Ann Lee, in 3 of 3",
        "0:",
        "  Ann Lee, “said” (neutral) · sentence 2 of 3",
        "  “The old bridge will close,” Lee said.",
        "1:",
        "  Lee, “insisted” (neutral) · sentence 1 of 1",
        "  the wording differs from 0",
        "  “The old bridge may close,” Lee insisted.",
        "  - here “may”, in 0 “will”",
        "2:",
        "  Lee, “said” (neutral) · sentence 1 of 2",
        "  here in other words, without the quotation marks of 0",
        "  Lee said that the old bridge would close.",
    ]


def test_the_differing_words_are_marked_inside_the_quote():
    html = panel().view.value
    for word in ("will", "may"):
        inner = f'<mark class="samestory-slot">{word}</mark>'
        assert f'<mark class="samestory-said">{inner}</mark>' in html
    assert '<mark class="samestory-told">that the old bridge would close</mark>' in html
    assert "in another place" not in html, "the key names only what is there"


def test_choosing_a_speaker_leaves_the_quotes_of_that_speaker():
    shown = panel()
    assert [name for name, _ in shown.speaker.options] == [
        "everybody",
        "Ann Lee",
        "Tom Wren",
        "(not resolved)",
    ]
    shown.speaker.label = "Tom Wren"
    assert len(shown.quote.options) == 1
    assert "quotes of Tom Wren: 1, 0 of them in two or more tellings" in shown.words()
    assert "0: not found here" in shown.words()
    assert "Ann Lee" not in shown.table()
    assert "So &lt;b&gt;be&lt;/b&gt; it." in shown.view.value
    assert "<b>" not in shown.view.value + shown.table()


def test_who_is_not_resolved_is_said_not_to_be():
    shown = panel()
    shown.speaker.label = "(not resolved)"
    assert "speaker not resolved · sentence 3 of 3" in shown.words()
    assert "speaker not resolved" in shown.view.value


def test_held_against_another_telling():
    shown = panel()
    shown.against.value = 1
    assert "here “will”, in 1 “may”" in shown.words()
    assert "the wording differs from 1" in shown.words()
    assert len(shown.quote.options) == 3, "what the other tellings share stays together"
    shown.quote.value = shown.quote.options[1][1]
    assert "not in 1" in shown.words()


def test_a_transcript_is_read_as_speech():
    told = Told(
        [
            "[Ann Lee: “We will close the old bridge in May,”] Lee [=said].",
            "MS LEE: We will close the old bridge in May. It is not safe any more.\n\n"
            "MR WREN: When will it open again?\n\nMS LEE: We do not know.",
        ]
    )
    shown = panel(told, {})
    assert "here in other words, without the quotation marks of 0" in shown.words()
    shown.against.value = 1
    assert "the same words as in 1" in shown.words() or "a part of what 1 prints" in shown.words()


def test_trivial_differences_are_shown_if_asked_for():
    told = Told(
        [
            "[Ann Lee: “I can’t honour the old promise,”] Lee [=said].",
            "[Ann Lee: “I can't honor the old promise”] Lee [=said].",
        ]
    )
    shown = panel(told, {(0, 1): linked((0, 0))})
    assert "the same words as in 0" in shown.words()
    assert "  - " not in shown.words()
    assert "samestory-trivial" not in shown.view.value.split("</style>")[-1]
    shown.trivial.value = True
    assert "here “honor”, in 0 “honour” (spelling)" in shown.words()
    assert '<mark class="samestory-trivial">honor</mark>' in shown.view.value


def test_another_speaker_and_another_length_are_said_in_words():
    told = Told(
        [
            "[Ann Lee: “The ironwork is tired, and a repair would only buy time,”] Lee [=said].",
            "[Tom Wren: “a repair would only buy time”] Wren [=said].",
        ]
    )
    shown = panel(told, {(0, 1): linked((0, 0))})
    assert "the words of 0, given to another speaker" in shown.words()
    told = Told(
        [
            "[Ann Lee: “a repair would only buy time”] Lee [=said].",
            "[Lee: “The ironwork is tired, and a repair would only buy time,”] Lee [=said].",
        ]
    )
    shown = panel(told, {(0, 1): linked((0, 0))})
    assert "more of it than 0 prints" in shown.words()
    shown.against.value = 1
    assert "a part of what 1 prints" in shown.words()


def test_another_story_begins_anew_and_the_same_one_keeps_the_choice():
    shown = panel()
    shown.speaker.label = "Tom Wren"
    shown.update(TOLD.comparison(LINKS))
    assert shown.speaker.label == "Tom Wren"
    shown.update(Told(["[Bea: “Yes.”]", "[Cid: “No.”]", "[Dov: “Oh.”]"]).comparison())
    assert shown.speaker.label == "everybody"
    assert shown.problem.error is None


def test_no_quotes_is_a_sentence():
    shown = panel(Told(["It rained.", "It snowed."]), {})
    assert "No telling quotes anybody." in shown.view.value
    assert shown.words() == "no quotes"
    assert shown.table() == ""


def test_one_telling_is_enough():
    shown = panel(Told(["[Ann: “Yes.”]"]), {})
    assert shown.words() == "no quotes", "the ledger is one of pairs"
